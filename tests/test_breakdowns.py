"""Figures inside one report: sums of rows, the items of a year."""

from __future__ import annotations

from facts import EAST, NAMES, fact

from assistant import figures
from assistant.desk import Desk
from assistant.query import Operation, Part, Plan
from index.schema import Fact


def text(facts: list[Fact], question: str, operation: Operation = Operation.VALUE, **plan: object) -> str:
    made = Plan(question, operation, targets=(EAST,), **plan)  # type: ignore[arg-type]
    draft = figures.answer(Desk(made, facts, NAMES))
    return "\n".join(statement.text for statement in draft.statements) if draft else ""


def test_items_of_the_year_before_and_their_change_give_the_items_now() -> None:
    facts = [
        fact(EAST, "permits", "40", column="上一年项目数量", unit="项"),
        fact(EAST, "permits", "-3", column="本年增/减", unit="项"),
        fact(EAST, "permits", "900", column="处理决定数量"),
    ]
    parts = (Part(("permits",), "本年增/减"),)
    said = text(facts, "许可有多少项", indicators=("permits",), column="上一年项目数量", parts=parts)
    assert "37项（40-3=37）" in said
    assert "900" not in said
