"""What one cell of a statutory table says: a figure, zero, nothing, not applicable, or something vague."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from index.language.numerals import MEASURES, parse_han
from index.language.text import squeeze
from index.schema import FactState

MONEY = ("万元", "亿元", "千元", "元")
"""Units of an amount; one that a cell or a header prints goes before the statutory unit."""

_UNIT = "|".join(sorted(map(re.escape, MEASURES), key=len, reverse=True))
_HAN = "零〇○一二两三四五六七八九十百千万壹贰叁肆伍陆柒捌玖拾佰仟"
_DASH = r"—–―─−－﹣_\-"  # for use inside a character class
_NONE = re.compile(rf"[/\\|{_DASH}]+|不适用|不涉及|N/?A", re.IGNORECASE)
_ZERO = re.compile(rf"(?:无|没有|未收到|未发生)(?:{_UNIT})?")
_EMPTY = {"null", "nan", "none", "nil"}
_FIGURE = re.compile(
    rf"(?P<sign>[+{_DASH}↑↓增减]|增加|减少)?(?P<digits>\d+(?:,\d{{3}})+|\d+)(?P<fraction>\.\d+)?\(?(?P<unit>{_UNIT})?\)?[*。]?"
)
_HAN_FIGURE = re.compile(rf"(?P<digits>[{_HAN}]+)(?P<unit>{_UNIT})?")
_VAGUE = re.compile(
    rf"(?:约|近|超过?|逾|大约|将近|不足|至少|最多)?[数几]?(?:[\d,.{_HAN}]*[\d{_HAN}])(?:[余多几来])?(?:{_UNIT})?(?:左右|以上|以下|上下|余)?"
)
_FALLS = frozenset("—–―─−－﹣_-") | {"↓", "减", "减少"}


@dataclass(frozen=True, slots=True)
class Figure:
    """A cell as read. ``value`` is ``None`` unless ``state`` is number or zero; ``unit`` as printed, else ``""``."""

    state: FactState
    value: Decimal | None = None
    unit: str = ""


BLANK = Figure(FactState.BLANK)
"""What an empty cell says: nothing, and never zero."""


@lru_cache(maxsize=4096)
def read_figure(text: str) -> Figure:
    """What a cell says.

    Empty is blank; ``/``, ``-``, ``——`` and 不适用 are not applicable; 无 and 没有 are zero, as in a sentence. A sign
    stands for 本年增/减 (``-3``, 减3). A lone 一 may be a dash or a one and is vague. 约10, 10余 and words that are no figure are vague, without a value; so are digits
    that spaces or commas break up in no way that a figure is broken (``0 0``: two cells that ran together).
    """
    plain = squeeze(text)
    if not plain or plain.lower() in _EMPTY:
        return BLANK
    if _NONE.fullmatch(plain):
        return Figure(FactState.NOT_APPLICABLE)
    if match := _ZERO.fullmatch(plain):
        return Figure(FactState.ZERO, Decimal(0))
    if match := _FIGURE.fullmatch(plain):
        return _read_digits(match, text)
    if plain != "一" and (match := _HAN_FIGURE.fullmatch(plain)):
        return _figure(parse_han(match["digits"]), match["unit"])
    return Figure(FactState.VAGUE)


def is_figure(text: str) -> bool:
    """Whether a cell's text can stand where figures stand: a figure, a dash or a vague count, and no label."""
    plain = squeeze(text)
    if not plain:
        return False
    return read_figure(text).state is not FactState.VAGUE or bool(_VAGUE.fullmatch(plain))


def money_unit(header: str) -> str:
    """The unit of an amount that a column header prints (单位：元), ``""`` for none."""
    match = re.search(r"(?:单位:?|\()(万元|亿元|千元|元)", squeeze(header))
    return match[1] if match else ""


def _read_digits(match: re.Match[str], text: str) -> Figure:
    digits = match["digits"].replace(",", "")
    if len(digits) > 1 and digits[0] == "0" and (digits.strip("0") or re.search(r"\d\s+\d", text)):
        return Figure(FactState.VAGUE)
    value = Decimal(digits + (match["fraction"] or ""))
    return _figure(-value if match["sign"] in _FALLS else value, match["unit"])


def _figure(value: Decimal, unit: str | None) -> Figure:
    if not value:
        return Figure(FactState.ZERO, abs(value), unit or "")
    return Figure(FactState.NUMBER, value, unit or "")
