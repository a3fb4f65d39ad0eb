"""Reports that disagree with themselves."""

from __future__ import annotations

from facts import EAST, NAMES, WEST, fact

from assistant import figures
from assistant.counting.conflicts import COMPARED, asks_carried, carried
from assistant.counting.desk import Desk
from assistant.planning.query import Operation, Plan, Target
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


NEXT = Target("东镇2021.txt", EAST.issuer, 2021)
CARRIED_NAMES = {EAST.report: "东镇", NEXT.report: "东镇"}


def carry(out: str, into: str) -> str:
    facts = [fact(EAST, "requests_carried_out", out), fact(NEXT, "requests_carried_in", into)]
    plan = Plan("东镇2020年结转的和2021年上年结转对得上吗", Operation.YES_NO, targets=(EAST, NEXT))
    assert asks_carried(plan)
    draft = carried(Desk(plan, facts, CARRIED_NAMES))
    assert draft is not None
    return draft.statements[0].text


def test_what_one_year_carries_out_is_set_against_what_the_next_takes_over() -> None:
    assert "结转下年度继续办理6件" in carry("6", "7")
    assert "两者不一致，相差1件" in carry("6", "7")
    assert "两者一致" in carry("6", "6")


def test_years_that_do_not_follow_each_other_carry_nothing_over() -> None:
    later = Target("东镇2023.txt", EAST.issuer, 2023)
    assert not asks_carried(Plan("结转的对得上吗", Operation.YES_NO, targets=(EAST, later)))
    assert not asks_carried(Plan("结转的对得上吗", Operation.YES_NO, targets=(EAST, WEST)))
