"""Counts that a text lists in one breath (网站141条、微信78条、公开栏44条), which a total that it prints ought to be the sum of."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import takewhile
from typing import NamedTuple

from index.language.numerals import Kind, Number, numbers

MULTIPLE = re.compile(
    r"重复|同时(?:在|发布|推送|公开)|多个渠道|多渠道|不同渠道|同一(?:条)?信息|相同信息|多次(?:发布|公开)|计1条|计一条"
)
"""Why the parts may be more than their total: one piece of information is published in several ways."""

CHANGE = re.compile(r"(?:增长|增加|减少|下降|上升|提高|较|比|上年|去年|同期|累计|转发|阅读)[^，,、；;]{0,8}$")
"""Before a count that is compared with, or that says how much more or less there was: no part of a list."""

AMONG = re.compile(r"其中[，,：:]?")

_FAR = 4
"""Characters from which on a figure of another unit is no part of the list before it."""
_BRACKETED = re.compile(r"[（(][^（）()]*[)）]")
_IN_MONTH = re.compile(r"(?<!\d)1?\d月(?=\d+[场次期个条篇件])")


class Parts(NamedTuple):
    """The counts of a list, all exact and of one unit, and the words before each."""

    numbers: tuple[Number, ...]
    labels: tuple[str, ...]

    @property
    def added(self) -> Decimal:
        """The sum of the counts."""
        return sum((number.value or Decimal(0) for number in self.numbers), Decimal(0))


def parts_in(text: str, unit: str) -> Parts | None:
    """The list in ``unit`` that a text begins with; ``None`` where it has fewer than two exact counts or compares one."""
    every = [n for n in numbers(without_asides(text)) if n.kind is Kind.COUNT]
    found = list(takewhile(lambda n: n.unit == unit, every))
    if len(found) < 2 or not unit or any(n.value is None for n in found):
        return None
    labels = tuple(label(text, number) for number in found)
    alone = len(found) == len(every) or every[len(found)].start - found[-1].end > _FAR
    return Parts(tuple(found), labels) if alone and not any(map(CHANGE.search, labels)) else None


def label(text: str, number: Number) -> str:
    """The words right before a number, from the last mark on."""
    return re.split(r"[，,、；;。：:]", text[: number.start])[-1]


def counts_of(text: str) -> list[Number]:
    """The exact counts of a text, what stands in brackets aside."""
    return [
        n for n in numbers(without_asides(text)) if n.kind is Kind.COUNT and n.value is not None and n.unit
    ]


def without_asides(text: str) -> str:
    """The text with what stands in brackets, and the 6月 of 6月1场, blanked out."""
    return _IN_MONTH.sub(_blank, _BRACKETED.sub(_blank, text))


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])
