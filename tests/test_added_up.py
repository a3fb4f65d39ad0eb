"""Whether the parts of a printed total make it up."""

from __future__ import annotations

import pytest
from facts import EAST, NAMES, fact

from assistant import added_up
from assistant.counting.desk import Desk
from assistant.planning.query import Operation, Plan
from index.schema import Block, Generation, Issuer, Report, Section

CLASSES = "从类别看，机构类10条，政策类20条，民生类35条。"
CHANNELS = "从渠道看，网站40条，公众号15条，公示栏5条。"


def told(question: str, text: str) -> str:
    plan = Plan(question, Operation.VALUE, targets=(EAST,), indicators=("disclosed",))
    facts = [fact(EAST, "disclosed", "60", unit="条")]
    section = Section(("二、主动公开情况",), (Block(text),))
    issuer = Issuer(EAST.issuer, "东镇", "")
    report = Report(EAST.report, "年度报告", issuer, 2020, Generation.of(2020), (section,))
    total = Desk(plan, facts, NAMES).best(EAST)
    draft = added_up.told(plan, report, total, NAMES)
    return "\n".join(s.text for s in draft.statements) if draft else ""


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("各类别加起来是不是等于总数", True),
        ("总数和各渠道之和对得上吗", True),
        ("各分项相加与总数一致吗", True),
        ("各渠道加起来一共多少条", False),
        ("主动公开总数是多少", False),
        ("2019年和2020年加起来是不是更多", False),
    ],
)
def test_it_is_asked_if_parts_make_up_their_total(question: str, *, asks: bool) -> None:
    plan = Plan(question, Operation.VALUE, targets=(EAST,), indicators=("disclosed",))
    assert added_up.asks_whether(plan) is asks


def test_the_list_that_divides_as_asked_is_added_up_and_compared() -> None:
    text = f"全年主动公开60条，比上年的50条有所增加。{CLASSES}{CHANNELS}"
    classes = told("各类别加起来是不是等于总数", text)
    assert classes.startswith("不一致。")
    assert "之和为65条（10+20+35=65），与总数相差5条" in classes
    assert "40+15+5" not in classes
    assert told("各渠道加起来等于总数吗", text).startswith("一致。")


def test_a_list_that_divides_another_count_is_not_held_against_the_total() -> None:
    text = "全年主动公开60条。文件30条，其中机构类10条、政策类20条。"
    assert "无法核对" in told("各类别加起来是不是等于总数", text)


def test_a_list_that_leaves_parts_out_may_be_less() -> None:
    text = "全年主动公开60条，其中机构类10条、政策类20条。"
    assert told("各类别加起来等于总数吗", text).endswith("相差30条。报告可能没有列全。")
