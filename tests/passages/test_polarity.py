"""Affirmed or denied: the words of negation, and those that only look like one."""

from __future__ import annotations

import pytest

from assistant.passages.polarity import contradicts, polarity


@pytest.mark.parametrize(
    ("text", "word", "denied"),
    [
        ("全年未收到申请。", "申请", True),
        ("没有收取费用。", "费用", True),
        ("力度不够全面。", "全面", True),
        ("工作有待加强。", "加强", True),
        ("申请0件。", "申请", True),
        ("不断加强公开。", "加强", False),
        ("无偿提供资料。", "资料", False),
        ("未来将加强培训。", "培训", False),
        ("未公开，收到申请。", "申请", False),
    ],
)
def test_a_word_is_denied_within_its_clause(text: str, word: str, *, denied: bool) -> None:
    assert polarity(text, zero={False})[word] == {not denied}


def test_a_word_that_the_source_says_both_ways_contradicts_nothing() -> None:
    assert not contradicts("收到申请。", "上半年未收到申请，下半年收到申请。")


def test_a_yes_beside_a_zero_contradicts_itself() -> None:
    assert contradicts("有，申请0件。", "收到申请0件。")


def test_what_did_not_happen_is_denied_to_the_end_of_its_clause() -> None:
    assert contradicts("收到举报投诉。", "未收到过关于政府信息公开工作方面的举报投诉。")
    assert contradicts("没有收到过关于政府信息公开工作方面的举报投诉。", "收到举报投诉3件。")


def test_the_name_of_a_body_and_of_the_field_is_neither_affirmed_nor_denied() -> None:
    assert not contradicts(
        "东溪镇没有收取信息公开费用。", "东溪镇信息公开费用0元，信息公开工作平稳。", "东溪镇人民政府"
    )
    assert contradicts("东溪镇没有公开信息。", "东溪镇主动公开信息。", "东溪镇人民政府")


@pytest.mark.parametrize("said", ["没有未收到申请。", "未收到0件申请。", "没有没收费。"])
def test_what_is_none_is_not_denied_again(said: str) -> None:
    assert contradicts(said, "未收到申请，未收费。")
