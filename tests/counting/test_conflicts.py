"""Reports that disagree with themselves."""

from __future__ import annotations

from facts import EAST, NAMES, WEST, fact

from assistant import figures
from assistant.counting.conflicts import COMPARED
from assistant.counting.desk import Desk
from assistant.planning.query import Operation, Plan
from index.schema import Fact


def answer(facts: list[Fact]) -> tuple[str, list[str]]:
    plan = Plan("哪些报告数字对不上", Operation.CONFLICTS, targets=(EAST, WEST), indicators=COMPARED)
    draft = figures.answer(Desk(plan, facts, NAMES))
    assert draft is not None
    return "\n".join(s.text for s in draft.statements), [item.issuer for item in draft.items]


def test_a_report_that_gives_two_values_is_listed_with_both() -> None:
    said, listed = answer(
        [
            fact(EAST, "requests_new", "12"),
            fact(EAST, "requests_new", "15", source="text"),
            fact(WEST, "requests_new", "7"),
            fact(WEST, "requests_new", "7", source="text"),
        ]
    )
    assert listed == [EAST.issuer]
    assert "12件" in said
    assert "15件" in said


def test_reports_that_agree_are_not_listed_and_what_was_compared_is_said() -> None:
    said, listed = answer([fact(EAST, "requests_new", "12")])
    assert not listed
    assert "没有发现" in said
    assert "核对的是" in said
