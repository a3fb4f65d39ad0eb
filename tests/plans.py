"""Plans as the question files write them: invented catalogues, and what is checked of a plan."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from assistant.plan import plan
from assistant.planning.query import Plan
from index.naming.issuer import make_issuer
from index.schema import Issuer


@dataclass(frozen=True)
class Card:
    """A report as the planner knows it; ``tag`` is what the question files call it."""

    name: str
    issuer: Issuer
    year: int
    tag: str


def cards(name: str, *years: int, tag: str = "") -> list[Card]:
    """The reports of one body; without a tag they are called by its short name and the year."""
    issuer = make_issuer([name])
    assert issuer is not None
    return [Card(f"{name}{year}.txt", issuer, year, f"{tag or issuer.short}{year}") for year in years]


def seen(made: Plan, catalogue: Sequence[Card]) -> dict[str, Any]:
    """A plan in the words of the question files."""
    tags = {card.name: card.tag for card in catalogue}
    condition = f"{made.condition.operator} {made.condition.value}" if made.condition else ""
    targets = [tags[target.report] for target in made.targets]
    return {
        "op": made.operation.value,
        "w": made.wanted.value,
        "t": targets,
        "set": sorted(targets),
        "every": made.every,
        "i": made.indicators[0] if made.indicators else "",
        "ids": list(made.indicators),
        "c": made.column,
        "s": made.scope,
        "d": made.divisor,
        "cond": condition,
        "m": made.missing[0].reason.value if made.missing else "",
        "n": len(made.targets),
        "also": [kind.value for kind in made.also],
        "parts": [[part.indicators[0], part.column, part.scope] for part in made.parts],
        "focus": list(made.focus),
    }


def check(case: dict[str, Any], catalogue: Sequence[Card]) -> None:
    """Assert that a question gives the plan that is written beside it."""
    made = plan(case["q"], [(user, reply) for user, reply in case.get("h", [])], catalogue)
    got = seen(made, catalogue)
    wanted = {key: sorted(value) if key == "set" else value for key, value in case.items() if key in got}
    assert {key: got[key] for key in wanted} == wanted
    if "op_in" in case:
        assert got["op"] in case["op_in"]
    for word in case.get("opts", []):
        assert any(word in option for option in made.options)
    if "note" in case:
        assert any(case["note"] in note for note in made.notes)
    if "says" in case:
        assert any(case["says"] in refusal.message for refusal in made.missing)
    if "opts" not in case:
        assert not made.options
    if "m" not in case:
        assert not made.missing
