"""Plans of questions over an invented catalogue; the questions stand in tests/questions/plans_*.jsonl."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from assistant.plan import plan
from assistant.query import Plan
from index.issuer import make_issuer
from index.schema import Issuer

FOLDER = Path(__file__).parent / "questions"


@dataclass(frozen=True)
class Card:
    name: str
    issuer: Issuer
    year: int


def cards(name: str, *years: int) -> list[Card]:
    issuer = make_issuer([name])
    assert issuer is not None
    return [Card(f"{issuer.short}{year}.txt", issuer, year) for year in years]


CATALOGUE = (
    *cards("江北省云州市人民政府", 2022, 2023, 2024),
    *cards("云州市柳河县人民政府", 2021, 2023),
    *cards("柳河县青石镇人民政府", 2014, 2016, 2017),
    *cards("柳河县白泥镇人民政府", 2018),
    *cards("青山镇人民政府", 2018),
    *cards("云州市城南区南屏街道办事处", 2020),
    *cards("云州市教育局", 2019, 2020, 2023),
)
SHORT = {card.name: f"{card.issuer.short}{card.year}" for card in CATALOGUE}


def cases() -> list[Any]:
    lines = [
        line for file in sorted(FOLDER.glob("plans_*.jsonl")) for line in file.read_text("utf-8").splitlines()
    ]
    return [pytest.param(case, id=case["q"]) for case in map(json.loads, lines)]


def seen(made: Plan) -> dict[str, Any]:
    """A plan in the short names of the question files."""
    condition = f"{made.condition.operator} {made.condition.value}" if made.condition else ""
    return {
        "op": made.operation.value,
        "w": made.wanted.value,
        "t": [SHORT[target.report] for target in made.targets],
        "every": made.every,
        "i": made.indicators[0] if made.indicators else "",
        "c": made.column,
        "s": made.scope,
        "d": made.divisor,
        "cond": condition,
        "m": made.missing[0].reason.value if made.missing else "",
        "n": len(made.targets),
        "also": [kind.value for kind in made.also],
        "parts": [[part.indicators[0], part.column, part.scope] for part in made.parts],
    }


@pytest.mark.parametrize("case", cases())
def test_a_question_gives_the_plan_that_is_written_beside_it(case: dict[str, Any]) -> None:
    made = plan(case["q"], [tuple(turn) for turn in case.get("h", [])], CATALOGUE)
    got = seen(made)
    wanted = {key: value for key, value in case.items() if key in got}
    assert {key: got[key] for key in wanted} == wanted
    if "op_in" in case:
        assert got["op"] in case["op_in"]
    for word in case.get("opts", []):
        assert any(word in option for option in made.options)
    if "note" in case:
        assert any(case["note"] in note for note in made.notes)
    if "opts" not in case:
        assert not made.options
    if "m" not in case:
        assert not made.missing
