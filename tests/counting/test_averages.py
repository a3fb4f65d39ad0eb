"""Averages inside one report."""

from __future__ import annotations

from facts import EAST, NAMES, fact

from assistant import figures
from assistant.counting.desk import Desk
from assistant.planning.query import Operation, Plan

FACTS = [
    fact(EAST, "processing_fees", "1200", column="", source="text", unit="元"),
    fact(EAST, "processing_fee_cases", "5", column="", source="text"),
    fact(EAST, "press_conferences", "30", column="", source="text", unit="次"),
]


def mean(question: str, indicator: str) -> str:
    plan = Plan(question, Operation.AVERAGE, targets=(EAST,), indicators=(indicator,))
    draft = figures.answer(Desk(plan, FACTS, NAMES))
    return draft.statements[0].text if draft else ""


def test_a_month_is_a_twelfth_of_the_year() -> None:
    assert "平均每月2.5次（30÷12）" in mean("发布会平均每月几场", "press_conferences")


def test_fees_are_divided_by_the_requests_that_were_charged() -> None:
    assert "平均每件240元（1200÷5）" in mean("处理费平均每件多少元", "processing_fees")


def test_one_report_has_no_mean_of_reports() -> None:
    assert not mean("平均召开几场发布会", "press_conferences")
    assert not mean("发布会平均每场几人", "press_conferences")
