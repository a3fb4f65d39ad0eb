"""A passage answers only with the kind of thing that was asked for."""

from __future__ import annotations

import pytest

from assistant.passages.expected import asked_unit, fits
from assistant.planning.query import Wanted


@pytest.mark.parametrize(
    ("text", "wanted", "question", "answers"),
    [
        ("共有工作人员3名。", Wanted.NUMBER, "有几名工作人员", True),
        ("共发布信息3条。", Wanted.NUMBER, "有几名工作人员", False),
        ("全年未收到申请。", Wanted.NUMBER, "收到几件申请", True),
        ("由镇长任组长。", Wanted.PERSON, "组长是谁", True),
        ("加强组织领导工作。", Wanted.NAME, "公众号叫什么", False),
        ("微信公众号“东镇发布”", Wanted.NAME, "公众号叫什么", True),
        ("县公安局2件、县教育局1件", Wanted.BODIES, "哪些单位收的", True),
        ("收取信息处理费300元。", Wanted.BODIES, "哪些单位收的", False),
    ],
)
def test_the_kind_of_thing_decides(text: str, wanted: Wanted, question: str, answers: bool) -> None:
    assert fits(text, wanted, question, ("申请",)) is answers


def test_the_measure_word_of_a_question_is_its_unit() -> None:
    assert asked_unit("一共办了多少场发布会") == "场"
    assert asked_unit("几家公司来要过资料，几件") == "件"
    assert asked_unit("几家公司来要过资料") == "家"
    assert asked_unit("组长是谁") == ""
