"""Which figure a question asks for, told by a model where the rules found none; checked against what there is.

The model chooses one of the indicators that the reports asked about do state, by its id, nothing else: which reports a
question is about and what is done with the figure stays with the rules, and the answer says how the question was understood.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

from langchain_core.embeddings import Embeddings
from pydantic import BaseModel, ValidationError

from assistant.llm import Door
from assistant.passages.expected import asked_unit, unit_fits
from assistant.planning.query import Operation, Plan, Wanted
from assistant.prompts import prompt
from index.indicators import Indicator, indicators
from index.store import Store

SHORTLIST = 12
"""So many indicators are offered, the nearest in meaning: a small model loses its way in a hundred."""
FEWEST = 3
"""With fewer to choose from a model takes what there is: it is not asked."""

_OPEN = (Wanted.NUMBER, Wanted.MONEY, Wanted.SHARE, Wanted.YES_NO, Wanted.BODIES, Wanted.TEXT)
"""What a figure can answer."""
_JSON = re.compile(r"\{.*\}", re.DOTALL)


class Choice(BaseModel):
    """The model's reply; ``indicator`` is ``""`` where it knows none."""

    indicator: str = ""


def is_unsure(plan: Plan) -> bool:
    """Whether the rules know which reports a question is about, but not which figure."""
    return bool(plan.targets) and not plan.indicators and plan.wanted in _OPEN


def replanned(plan: Plan, plain: str, store: Store, door: Door) -> Plan | None:
    """The plan with the figure that the model chose; ``None`` where it chose none that is stated. Raises ModelError.

    ``plain`` is the question without names and years.
    """
    offered = {i.id: i for i in nearest(plain, stated(plan, store), store.encoder.model)}
    if len(offered) < FEWEST:
        return None
    messages = prompt("plan").fill(
        question=" ".join(plan.question.split()), indicators=listed(offered.values())
    )
    choice = parsed(door.complete(messages, response_format=schema(offered)))
    chosen = offered.get(choice.indicator) if choice else None
    if chosen is None:
        return None
    operation = _figured(plan) if plan.operation is Operation.NARRATIVE else plan.operation
    note = f"按“{chosen.name}”理解"
    return replace(plan, indicators=(chosen.id,), operation=operation, focus=(), notes=(*plan.notes, note))


def _figured(plan: Plan) -> Operation:
    return Operation.YES_NO if plan.wanted is Wanted.YES_NO else Operation.VALUE


def stated(plan: Plan, store: Store) -> list[Indicator]:
    """The indicators that the reports asked about give a figure of, in a unit that can answer."""
    facts = store.facts(reports=[target.report for target in plan.targets])
    ids, unit = {fact.indicator for fact in facts}, asked_unit(plan.question)
    known = [i for i in indicators().values() if i.id in ids and not i.heading]
    return [i for i in known if unit_fits(i.unit, unit)]


def nearest(plain: str, known: Sequence[Indicator], model: Embeddings | None) -> list[Indicator]:
    """Those of the indicators that are nearest to a question in meaning; without vectors the first ones of the forms."""
    if model is None or len(known) <= SHORTLIST:
        return list(known[:SHORTLIST])
    asked = model.embed_query(plain)
    near = {i.id: sum(a * b for a, b in zip(asked, _vector(model, _line(i)), strict=True)) for i in known}
    return sorted(known, key=lambda i: -near[i.id])[:SHORTLIST]


@lru_cache(maxsize=512)
def _vector(model: Embeddings, line: str) -> tuple[float, ...]:
    return tuple(model.embed_documents([line])[0])


def schema(offered: Iterable[str]) -> dict[str, Any]:
    """Holds an endpoint that can be held to it to the ids that are offered; others leave it out of account."""
    ids = {"enum": [*offered, ""]}
    form = {"type": "object", "properties": {"indicator": ids}, "required": ["indicator"]}
    return {"type": "json_schema", "json_schema": {"name": "choice", "schema": form}}


def parsed(reply: str) -> Choice | None:
    """The choice in a reply, which may have talk or a code fence around it; ``None`` where it holds none."""
    match = _JSON.search(reply)
    try:
        return Choice.model_validate_json(match[0]) if match else None
    except ValidationError:
        return None


def listed(offered: Iterable[Indicator]) -> str:
    """The indicators to choose from, a line each."""
    return "\n".join(_line(indicator) for indicator in offered)


def _line(indicator: Indicator) -> str:
    words = "、".join(indicator.words[:5])
    return f"{indicator.id}：{indicator.name}（{indicator.unit}{'，' if words else ''}{words}）"
