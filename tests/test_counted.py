"""What the indicators count, and what only sounds like it."""

from __future__ import annotations

import pytest

from assistant.counted import counts
from assistant.planning.query import Operation, Plan, Target, Wanted


@pytest.mark.parametrize(
    ("question", "terms", "counted"),
    [
        ("收了多少信息处理费", ("收", "信息处理费"), True),
        ("信息处理费是按件还是按页算的", ("信息处理费", "按件", "还是", "按页"), True),
        ("花椒卖了多少钱", ("花椒", "卖", "多少钱"), False),
        ("停车收费收了多少钱", ("停车", "收费", "多少钱"), False),
    ],
)
def test_money_for_other_things_is_no_fee_for_information(
    question: str, terms: tuple[str, ...], *, counted: bool
) -> None:
    plan = Plan(question, Operation.VALUE, Wanted.MONEY, indicators=("processing_fees",), terms=terms)
    assert counts(plan) is counted


def test_no_number_of_requests_answers_how_much_a_fee_came_to() -> None:
    question = "找人要资料收了多少复印费"
    assert not counts(Plan(question, Operation.VALUE, Wanted.NUMBER, indicators=("requests_new",)))
    assert counts(Plan(question, Operation.VALUE, Wanted.NUMBER, indicators=("processing_fees",)))


def test_a_column_may_count_in_another_unit_than_its_row() -> None:
    change = Plan(
        "收费项目少了几项", Operation.VALUE, Wanted.NUMBER, indicators=("charges",), column="本年增/减"
    )
    assert counts(change)


@pytest.mark.parametrize(
    ("question", "counted"),
    [
        ("不予公开的八种情形合起来多少件", True),
        ("不予公开的五种情形合起来多少件", False),
        ("不予公开前八种情形多少件", False),
        ("不予公开一共多少件", True),
    ],
)
def test_some_of_the_rows_of_a_group_are_not_its_figure(question: str, *, counted: bool) -> None:
    year = (Target("东镇2023.txt", "东镇", 2023),)
    plan = Plan(question, Operation.VALUE, Wanted.NUMBER, targets=year, indicators=("refused",))
    assert counts(plan) is counted


@pytest.mark.parametrize(
    ("question", "counted"),
    [
        ("有几家公司要过资料", True),
        ("多少人申请公开信息", True),
        ("有几个企业向镇里申请公开", True),
        ("多少人员负责申请的办理", False),
        ("申请培训了多少人", False),
        ("多少人次来申请公开", False),
    ],
)
def test_how_many_applied_is_told_by_the_requests_they_made(question: str, *, counted: bool) -> None:
    plan = Plan(question, Operation.VALUE, Wanted.NUMBER, indicators=("requests_new",))
    assert counts(plan) is counted
