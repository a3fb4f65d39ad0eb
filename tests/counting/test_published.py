"""More decisions published than the table says were made."""

from __future__ import annotations

import pytest
from facts import EAST, NAMES, fact
from pages import report, section

from assistant import figures
from assistant.compose import Draft
from assistant.counting.desk import Desk
from assistant.counting.published import with_published
from assistant.planning.query import Operation, Plan

PLAN = Plan("行政处罚几件", Operation.VALUE, targets=(EAST,), indicators=("penalties",))


def told(sentence: str) -> Draft:
    counted = figures.answer(Desk(PLAN, [fact(EAST, "penalties", "52", column="本年处理决定数量")], NAMES))
    draft = with_published(PLAN, counted, lambda _: report(section("一、总体情况", sentence)))
    assert draft is not None
    return draft


def test_more_published_than_decided_is_a_contradiction() -> None:
    draft = told("年内公示行政处罚决定 60 件，均按时上网。")
    assert "不一致" in draft.statements[-1].text
    assert draft.conflicts[0].values == ("52", "60")


@pytest.mark.parametrize(
    "sentence",
    [
        "公示行政处罚决定40件。",
        "公示行政许可决定60件。",
        "开通以来累计公示行政处罚决定600件。",
        "公示行政处罚决定信息60条。",
    ],
)
def test_fewer_or_other_things_published_are_none(sentence: str) -> None:
    assert not told(sentence).conflicts
