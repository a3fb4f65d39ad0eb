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


ROWS = [
    fact(EAST, "granted", "30"),
    fact(EAST, "partial", "15"),
    fact(EAST, "requests_handled", "60"),
]
PARTIAL = (Part(("partial",)),)


def test_a_share_of_a_sum_shows_the_sum_and_the_division() -> None:
    said = text(
        ROWS,
        "予以公开和部分公开加起来占办结的百分之几",
        Operation.SHARE,
        indicators=("granted",),
        parts=PARTIAL,
        divisor="requests_handled",
    )
    assert "合计45件" in said
    assert "75%（(30+15)÷60）" in said


def test_shares_asked_for_one_by_one_are_not_added() -> None:
    said = text(
        ROWS,
        "予以公开和部分公开各占百分之几",
        Operation.SHARE,
        indicators=("granted",),
        parts=PARTIAL,
        divisor="requests_handled",
    )
    assert "50%（30÷60）" in said
    assert "25%（15÷60）" in said


def test_a_share_of_a_sum_is_not_said_where_an_addend_is_not_stated() -> None:
    plan = {"indicators": ("granted",), "parts": PARTIAL, "divisor": "requests_handled"}
    assert not text([ROWS[0], ROWS[2]], "加起来占百分之几", Operation.SHARE, **plan)


def test_two_rows_together_are_added_and_shown() -> None:
    said = text(ROWS, "予以公开和部分公开合计多少件", indicators=("granted",), parts=PARTIAL)
    assert "合计45件（30+15=45）" in said
