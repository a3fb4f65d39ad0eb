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
