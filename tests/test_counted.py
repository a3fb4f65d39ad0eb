"""What the indicators count, and what only sounds like it."""

from __future__ import annotations

import pytest

from assistant.counted import counts
from assistant.planning.query import Operation, Plan, Wanted


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
