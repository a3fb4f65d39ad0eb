"""Questions that take for granted that a fee was charged."""

from __future__ import annotations

from facts import EAST, NAMES, fact

from assistant import figures
from assistant.counting.desk import Desk
from assistant.counting.fees import of_a_kind
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
