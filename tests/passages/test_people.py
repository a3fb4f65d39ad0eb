"""Who does something is told by a passage that says by whom it is done."""

from __future__ import annotations

import pytest

from assistant.passages.expected import fits
from assistant.planning.query import Wanted


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("汛情由谁提供、谁发布", "汛情统一由县气象局提供、县融媒体中心发布"),
        ("护栏的钱谁出", "每村一名管护员，工钱由乡财政负担"),
        ("稿子谁来把关", "招考类信息由人事科统一把关后发布"),
    ],
)
def test_the_one_who_does_it_is_named(question: str, text: str) -> None:
    assert fits(text, Wanted.PERSON, question)


def test_what_was_done_by_nobody_named_tells_nobody() -> None:
    assert not fits("网上渠道占比由上年的41%升至58%", Wanted.PERSON, "稿子谁来发布")


def test_households_that_use_something_are_its_users() -> None:
    assert fits("截至年末注册用户 3.6 万户", Wanted.NUMBER, "有多少人注册")
    assert not fits("全镇共有农户 3.6 万户", Wanted.NUMBER, "有多少人注册")
