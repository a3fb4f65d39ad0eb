"""A comparison that a model wrote goes the way of the one that it rests on."""

from __future__ import annotations

from decimal import Decimal

import pytest
from plans import cards

from assistant.compose import Source, Statement
from assistant.model.direction import directions, has_direction
from assistant.planning.directory import directory

BOOK = directory((*cards("青石镇人民政府", 2016, 2017), *cards("白泥镇人民政府", 2018)))
SOURCE = Source("青石镇2017.txt", "青石镇人民政府", 2017, "二", "公开30条。")
MORE = Statement(
    "青石镇2017年的主动公开政府信息更多，比白泥镇2018年多9条（30条-21条）。", (SOURCE,), (Decimal(9),)
)
GROWN = Statement("青石镇2017年主动公开政府信息30条，比2016年增加5条（30条-25条）。", (SOURCE,))


@pytest.mark.parametrize(
    ("said", "holds"),
    [
        ("青石镇2017年公开得多，比白泥镇2018年多9条（30条-21条）。", True),
        ("白泥镇2018年比青石镇2017年多9条（30条-21条）。", False),
        ("白泥镇2018年公开的信息更多。", False),
        ("青石镇2017年比白泥镇2018年少9条（30条-21条）。", False),
        ("青石镇2017年公开30条，白泥镇2018年公开21条。", True),
        ("青石镇2017年公开的信息少，比白泥镇2018年多9条（30条-21条）。", False),
        ("青石镇2017年比白泥镇2018年多30条。", False),
        ("青石镇2017年公开了9条（30条-21条）。", False),
    ],
)
def test_who_has_more_is_who_has_more_in_the_source(said: str, *, holds: bool) -> None:
    assert has_direction(said, [MORE], BOOK) is holds


@pytest.mark.parametrize(
    ("said", "holds"),
    [
        ("青石镇2017年比2016年增加5条。", True),
        ("青石镇2016年比2017年增加5条。", False),
        ("青石镇2017年比2016年减少5条。", False),
    ],
)
def test_years_are_not_turned_round(said: str, *, holds: bool) -> None:
    assert has_direction(said, [GROWN], BOOK) is holds


def test_a_question_word_is_no_direction() -> None:
    assert directions("公开了多少条") == set()


def test_a_rank_is_not_read_out_of_a_bare_figure() -> None:
    line = Statement("- 青石镇2017年30条", (SOURCE,))
    assert not has_direction("青石镇2017年公开得最少，有30条。", [line], BOOK)
    assert not has_direction("青石镇2017年比白泥镇2018年多。", [line], BOOK)
