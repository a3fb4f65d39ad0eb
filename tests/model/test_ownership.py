"""A number is given to the body and the year that have it."""

from __future__ import annotations

from decimal import Decimal

import pytest
from plans import cards

from assistant.compose import Source, Statement
from assistant.model.ownership import is_owned
from assistant.planning.directory import directory

BOOK = directory((*cards("青石镇人民政府", 2016, 2017), *cards("白泥镇人民政府", 2017)))


def source(issuer: str, year: int, quote: str) -> Source:
    return Source(f"{issuer}{year}.txt", issuer, year, "二", quote)


STONE = source("青石镇人民政府", 2017, "网站公开政府信息35条。")
EARLIER = source("青石镇人民政府", 2016, "网站公开政府信息30条。")
CLAY = source("白泥镇人民政府", 2017, "网站公开政府信息19条。")
BETWEEN = [
    Statement("青石镇2017年更多，比白泥镇2017年多16条（35条-19条）。", (STONE, CLAY), (Decimal(16),)),
    Statement("- 青石镇2017年35条", (STONE,)),
    Statement("- 白泥镇2017年19条", (CLAY,)),
]
OVER_YEARS = [Statement("- 2016年：30条", (EARLIER,)), Statement("- 2017年：35条", (STONE,))]


@pytest.mark.parametrize(
    ("said", "holds"),
    [
        ("青石镇2017年公开35条，白泥镇2017年公开19条。", True),
        ("青石镇2017年公开19条，白泥镇2017年公开35条。", False),
        ("青石镇2017年公开19条，白泥镇2017年公开19条。", False),
        ("青石镇2017年比白泥镇2017年多16条。", True),
        ("白泥镇2017年，网站公开了35条。", False),
    ],
)
def test_bodies_keep_their_numbers(said: str, *, holds: bool) -> None:
    assert is_owned(said, BETWEEN, BOOK) is holds


@pytest.mark.parametrize(
    ("said", "holds"),
    [
        ("青石镇2016年公开30条，2017年公开35条。", True),
        ("青石镇2016年公开35条，2017年公开30条。", False),
    ],
)
def test_years_keep_their_numbers(said: str, *, holds: bool) -> None:
    assert is_owned(said, OVER_YEARS, BOOK) is holds
