"""Kinds of answer, conditions and claims read from words."""

from __future__ import annotations

import pytest

from assistant.planning.conditions import claimed, read_condition
from assistant.planning.intent import asks_of_change, read_wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("组长是谁", "person"),
        ("联系电话是多少", "phone"),
        ("主任的手机号是多少", "mobile"),
        ("邮箱是什么", "email"),
        ("邮编是多少", "postcode"),
        ("地址在哪里", "address"),
        ("哪天发布的", "date"),
        ("什么时候落款", "date"),
        ("年报的日期", "date"),
        ("公众号是哪年开通的", "date"),
        ("公众号叫什么名字", "name"),
        ("为什么减少", "reason"),
        ("有哪些渠道", "enumeration"),
        ("改进了哪三方面", "enumeration"),
        ("收到几件", "number"),
        ("花了多少钱", "money"),
        ("占多大比例", "share"),
        ("有没有收费", "yes_no"),
        ("哪个镇提到了广播", "bodies"),
        ("由哪个部门负责", "office"),
        ("被通报的那一件是哪个单位", "office"),
        ("离村子多远", "number"),
        ("网址是什么", "website"),
        ("保密要求是什么", "enumeration"),
    ],
)
def test_question_words_tell_what_answers(text: str, wanted: str) -> None:
    assert read_wanted(text).value == wanted


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("哪些镇没有收到申请", "= 0"),
        ("哪些镇未收到申请", "= 0"),
        ("哪些镇诉讼为零", "= 0"),
        ("哪些单位超过100件", "> 100"),
        ("哪些单位不到5件", "< 5"),
        ("哪些单位至少10件", ">= 10"),
        ("哪些单位1万件以上", ">= 10000"),
        ("哪些单位不超过3件", "<= 3"),
        ("哪些单位不为零", "> 0"),
        ("有没有收到申请", ""),
    ],
)
def test_a_condition_is_read_with_its_operator(text: str, condition: str) -> None:
    found = read_condition(text)
    assert (f"{found.operator} {found.value}" if found else "") == condition


def test_a_figure_to_be_confirmed_is_a_claim() -> None:
    found = claimed("主动公开了26条信息，对吧")
    assert found is not None
    assert (found.operator, int(found.value)) == ("=", 26)


def test_no_case_lost_is_a_claim_of_zero() -> None:
    found = claimed("行政诉讼零败诉，对吧")
    assert found is not None
    assert found.value == 0


@pytest.mark.parametrize(
    ("question", "of_change"),
    [
        ("申请为什么增加了", True),
        ("哪年多，为什么", True),
        ("谁公开的信息多，为什么", True),
        ("为什么比上年少收了3件申请", True),
        ("申请怎么多出来的", True),
        ("增加的原因是什么", True),
        ("为什么申请这么少", True),
        ("收到多少件申请，为什么", False),
        ("为什么减少证明材料", False),
        ("为什么不予公开", False),
    ],
)
def test_more_less_and_changes_are_told_from_amounts_and_acts(question: str, *, of_change: bool) -> None:
    assert asks_of_change(question) is of_change
