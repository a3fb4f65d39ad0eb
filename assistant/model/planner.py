"""Which figure a question asks for, told by a model where the rules found none; checked against what there is.

The model chooses an indicator and an operation by their ids, nothing else: which reports a question is about stays with
the rules, and the answer says how the question was understood.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Literal

from pydantic import BaseModel, ValidationError

from assistant.llm import Door
from assistant.passages.expected import asked_unit, unit_fits
from assistant.planning.query import Operation, Plan, Wanted
from assistant.prompts import prompt
from index.indicators import Indicator, indicators

_OPEN = (Wanted.NUMBER, Wanted.MONEY, Wanted.SHARE, Wanted.YES_NO, Wanted.BODIES, Wanted.TEXT)
"""What a figure can answer."""
_JSON = re.compile(r"\{.*\}", re.DOTALL)


class Choice(BaseModel):
    """The model's reply; ``indicator`` is ``""`` where it knows none."""

    indicator: str = ""
    operation: Literal[
        "value",
        "yes_no",
        "compare",
        "maximum",
        "minimum",
        "rank",
        "sum",
        "average",
        "trend",
        "narrative",
    ] = "narrative"


SCHEMA = {
    "type": "json_schema",
    "json_schema": {"name": "choice", "schema": Choice.model_json_schema()},
}
"""Holds an endpoint that can be held to it to the form of the reply; others leave it out of account."""


def is_unsure(plan: Plan) -> bool:
    """Whether the rules know which reports a question is about, but not which figure."""
    return bool(plan.targets) and not plan.indicators and plan.wanted in _OPEN


def replanned(plan: Plan, door: Door) -> Plan | None:
    """The plan with the figure that the model chose; ``None`` where it chose none that fits. Raises ModelError."""
    messages = prompt("plan").fill(question=" ".join(plan.question.split()), indicators=listed())
    choice = parsed(door.complete(messages, response_format=SCHEMA))
    known = indicators().get(choice.indicator) if choice else None
    if choice is None or known is None or known.heading or choice.operation == "narrative":
        return None
    if not unit_fits(known.unit, asked_unit(plan.question)):
        return None
    operation = Operation(choice.operation) if plan.operation is Operation.NARRATIVE else plan.operation
    note = f"按“{known.name}”理解"
    return replace(plan, indicators=(known.id,), operation=operation, focus=(), notes=(*plan.notes, note))


def parsed(reply: str) -> Choice | None:
    """The choice in a reply, which may have talk or a code fence around it; ``None`` where it holds none."""
    match = _JSON.search(reply)
    try:
        return Choice.model_validate_json(match[0]) if match else None
    except ValidationError:
        return None


def listed() -> str:
    """The indicators to choose from, a line each."""
    return "\n".join(_line(indicator) for indicator in indicators().values() if not indicator.heading)


def _line(indicator: Indicator) -> str:
    words = "、".join(indicator.words[:3])
    return f"{indicator.id}：{indicator.name}（{indicator.unit}{'，' if words else ''}{words}）"
