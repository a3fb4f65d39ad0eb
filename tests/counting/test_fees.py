"""Questions that take for granted that a fee was charged."""

from __future__ import annotations

import pytest
from facts import EAST, NAMES, fact

from assistant import figures
from assistant.counting.desk import Desk
from assistant.counting.fees import asks_amount, asks_waiver, of_a_kind, waives
from assistant.planning.query import Operation, Plan, Wanted

UNPAID = fact(EAST, "other_no_payment", "3")


def asked(question: str, wanted: Wanted = Wanted.TEXT) -> Plan:
    return Plan(question, Operation.VALUE, wanted, targets=(EAST,), indicators=("other_no_payment",))


def told(plan: Plan) -> str:
    draft = figures.answer(Desk(plan, [UNPAID], NAMES))
    assert draft is not None
    return "".join(statement.text for statement in draft.statements)


def test_a_kind_of_fee_is_asked_for_as_all_fees() -> None:
    plan = of_a_kind(asked("东镇2020年复印费怎么收"))
    assert plan is not None
    assert plan.indicators == ("processing_fees", "request_fees")


def test_a_question_about_all_fees_is_none_about_a_kind() -> None:
    assert of_a_kind(asked("东镇2020年怎么收费")) is None


def test_requests_not_paid_for_brought_no_money_in() -> None:
    assert "没有收到费用" in told(asked("没交钱的申请收了多少钱", Wanted.MONEY))
    assert "没有收到费用" not in told(asked("没交钱的申请几件", Wanted.NUMBER))


@pytest.mark.parametrize(
    ("question", "amount"),
    [
        ("找人要资料收了多少复印费", True),
        ("检索费一共多少", True),
        ("收复印费的申请有多少件", False),
        ("复印费怎么收", False),
    ],
)
def test_the_amount_of_a_kind_of_fee_is_no_number_of_requests(question: str, *, amount: bool) -> None:
    assert asks_amount(question) is amount


@pytest.mark.parametrize(
    ("sentence", "waived"),
    [
        ("对申请人一律免收检索费、复制费和邮寄费，累计减免96元。", True),
        ("减免邮寄费12元。", False),
        ("收费及减免情况", False),
        ("收取复制费30元。", False),
    ],
)
def test_a_kind_of_fee_is_waived_by_any_of_its_names(sentence: str, *, waived: bool) -> None:
    assert waives(sentence, "东镇2020年收了多少复印费") is waived


@pytest.mark.parametrize(
    ("question", "waiver"),
    [
        ("有人免费吗", True),
        ("减免了几个人", True),
        ("收费了吗", False),
        ("申请信息是免费的吗", False),
        ("免费发了多少份报纸", False),
    ],
)
def test_who_did_not_have_to_pay_is_not_told_by_what_was_charged(question: str, *, waiver: bool) -> None:
    plan = Plan(question, Operation.VALUE, indicators=("processing_fees", "request_fees"))
    assert asks_waiver(plan) is waiver
