"""Follow-up questions made to stand alone."""

from __future__ import annotations

import pytest
from test_plan import CATALOGUE

from assistant.directory import directory
from assistant.followup import standalone

BOOK = directory(CATALOGUE)


@pytest.mark.parametrize(
    ("history", "question", "alone"),
    [
        ([("青石镇2017年收到几件申请？", "3件。")], "那2016年呢", "青石镇2016年收到几件申请?"),
        ([("青石镇2017年收到几件申请？", "3件。")], "白泥镇呢？", "白泥镇收到几件申请?"),
        ([("云州市2023年新收多少件申请？", "9件。")], "柳河县呢", "柳河县2023年新收多少件申请?"),
        ([("青石镇2017年收到几件申请？", "3件。")], "电话是多少", "青石镇2017年电话是多少"),
        (
            [("青石镇2017年收到几件申请？", "3件。")],
            "白泥镇2018年公开了多少条信息",
            "白泥镇2018年公开了多少条信息",
        ),
        ([("哪个镇提到广播？", "白泥镇提到。")], "它的邮箱呢", "白泥镇邮箱呢"),
        ([("青石镇2017年收到几件申请？", "3件。")], "不对，我问的是2016年", "青石镇2016年收到几件申请?"),
        ([("镇里公开了多少条信息", "哪个镇？")], "青山镇", "青山镇公开了多少条信息"),
        ([], "那2016年呢", "那2016年呢"),
    ],
)
def test_what_a_question_leaves_out_comes_from_the_talk(
    history: list[tuple[str, str]], question: str, alone: str
) -> None:
    assert standalone(question, history, BOOK) == alone


def test_a_chain_of_follow_ups_keeps_its_topic() -> None:
    talk = [("云州市2024年行政诉讼几件", "3件。"), ("那2023年呢", "2件。"), ("柳河县呢", "1件。")]
    assert standalone("2021年呢", talk, BOOK) == "柳河县2021年行政诉讼几件"


def test_a_question_across_bodies_inherits_no_body() -> None:
    talk = [("青石镇2017年收到几件申请？", "3件。")]
    assert standalone("哪些镇没有收到申请", talk, BOOK) == "哪些镇没有收到申请"
