"""Answers to questions about figures, from literal facts."""

from __future__ import annotations

from facts import EAST, NAMES, WEST, fact

from assistant import figures
from assistant.compose import Draft
from assistant.counting.desk import Desk
from assistant.planning.query import Operation, Plan
from index.schema import Fact

TWO = [fact(EAST, "requests_new", "12"), fact(WEST, "requests_new", "30")]


def answer(facts: list[Fact], operation: Operation, **plan: object) -> Draft:
    settings: dict[str, object] = {"targets": (EAST, WEST), "indicators": ("requests_new",), **plan}
    question = str(settings.pop("question", "问题"))
    draft = figures.answer(Desk(Plan(question, operation, **settings), facts, NAMES))  # type: ignore[arg-type]
    assert draft is not None
    return draft


def text(draft: Draft) -> str:
    return "\n".join(statement.text for statement in draft.statements)
