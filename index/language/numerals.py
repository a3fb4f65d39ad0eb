"""The numbers of Chinese official text: what they are worth, what they count, and which of them count nothing.

``numbers`` lists every number with its place. A Chinese numeral is a number only right before a measure word
(三件, 百余条) or a percent; 一是, 第一, 进一步, 三审三校 are words. Digits may carry stray spaces (3 986), thousands
separators and full width. Years, dates, telephone numbers, document numbers and ordinals are told apart by ``kind``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise

from index.language.numeral_pattern import (
    DURATIONS,
    MEASURES,
    MYRIADS,
    PATTERN,
    RATIOS,
    TENS,
    decimal_han,
    fold_digits,
    is_adjacent,
    parse_han,
)

__all__ = ["COUNTED", "MEASURES", "Kind", "Number", "fold_digits", "numbers", "parse_han"]


class Kind(StrEnum):
    """What a number does; only the members of ``COUNTED`` say how many or how much."""

    COUNT = "count"  # 12件, 2.5万元, and bare digits without a unit
    PERCENT = "percent"  # 70.3%, 百分之五, 3个百分点, 三分之一, 2倍
    DURATION = "duration"  # 20个工作日, 3年
    YEAR = "year"  # 2023年, 二〇二三年, 〔2023〕
    DATE = "date"  # 1月26日, 2021-01-26, 12月
    ORDINAL = "ordinal"  # 第20条, 第三季度, 1.（二）③ at the head of an item
    DOCUMENT = "document"  # 〔2017〕16号, 711号
    PHONE = "phone"  # 0535-1234567, a postcode, any long run of digits without a unit
    NAME = "name"  # 12345热线, A4, “三公”, what stands in 《》


COUNTED = frozenset({Kind.COUNT, Kind.PERCENT, Kind.DURATION})
"""The kinds that an answer's figures can rest on."""


@dataclass(frozen=True, slots=True)
class Number:
    """One number as printed.

    ``value`` is exact, with 万 and 亿 multiplied in except before 元, where they stay in ``unit`` (2.5 and 万元);
    it is ``None`` where the text is vague (百余, 近3000, 21余, 数十, 3至5). ``floor`` is the printed figure in either case
    (百余 and 近百: 100), ``None`` where there is none to compute with (telephone numbers). ``unit`` is the
    measure word that follows, ``""`` for none. ``start`` and ``end`` enclose the modifiers and the unit.
    """

    start: int
    end: int
    printed: str
    kind: Kind
    value: Decimal | None
    floor: Decimal | None
    unit: str = ""

    @property
    def vague(self) -> bool:
        """The text gives a magnitude and not a figure."""
        return self.value is None and self.floor is not None


_TITLE = re.compile(r"《[^《》\n]{1,120}》")
_WORD_BEFORE = frozenset("第统唯惟同某任逐专单划归每进之周期初“‘")
_TOGETHER = re.compile(r"(?:诉讼|复议|案件?|发生|为|有|共计?|[生理到结])$")
_HOTLINE = re.compile(r"12\d{3}$|1\d{2}$")
_HOTLINE_WORD = re.compile(r"热线|平台|服务|政务|便民|市长")
_ONE_IDIOM = re.compile(r"性|龙|条街|事|样|分|心|把手|方面|并|线|面|点|度|年一|时|种|类|级|定")


def numbers(text: str) -> list[Number]:
    """Every number of a text, in order, with its kind; list numbers and years included."""
    folded = fold_digits(text)
    titles = [match.span() for match in _TITLE.finditer(folded)]
    found = []
    for number in _scan(folded, text):
        inside = any(start < number.start < end for start, end in titles)
        found.append(_named(number) if inside and number.kind in COUNTED else number)
    return _mark_ranges(found, folded)


def _named(number: Number) -> Number:
    return Number(number.start, number.end, number.printed, Kind.NAME, None, None, number.unit)


def _scan(folded: str, text: str) -> Iterator[Number]:
    position = 0
    while match := PATTERN.search(folded, position):
        number = _read(match, text)
        if number is None:
            position = match.start() + 1
            continue
        yield number
        position = max(number.end, match.start() + 1)


def _read(match: re.Match[str], text: str) -> Number | None:
    if match["n"] is not None:
        return _read_digits(match, text)
    if match["h"] is not None:
        return _read_han(match, text)
    start, end = match.span()
    if match["part"] is not None:
        return _read_part(match, text)
    kind = next(kind for kind in Kind if kind.value in match.groupdict() and match[kind.value] is not None)
    value = _year_value(match[0]) if kind is Kind.YEAR else None
    return Number(start, end, text[start:end], kind, value, value)


def _year_value(printed: str) -> Decimal:
    digits = re.sub(r"[\s〔〕【】]", "", printed)
    return Decimal(digits) if digits.isdecimal() and digits.isascii() else parse_han(digits)


def _read_part(match: re.Match[str], text: str) -> Number:
    below, above = (
        Decimal(t) if re.fullmatch(r"[\d.]+", t) else parse_han(t) for t in (match["below"], match["above"])
    )
    percent = above if below == 100 else above / below
    value = None if match["partbefore"] else percent
    return Number(
        *match.span(), text[slice(*match.span())], Kind.PERCENT, value, percent, "%" if below == 100 else ""
    )


def _read_digits(match: re.Match[str], text: str) -> Number | None:
    digits = match["n"]
    groups = digits.split(" ")
    if len(groups) > 1 and not _one_number(groups, match):
        first = match.start("n")
        end = first + len(groups[0])
        return Number(first, end, text[first:end], Kind.COUNT, Decimal(groups[0]), Decimal(groups[0]))
    figure = Decimal(re.sub(r"[ ,，]", "", digits))
    unit = match["nunit"] or ""
    if not unit and not match["nscale"] and "." not in digits and (kind := _label(match, text)):
        return Number(*match.span("n"), text[slice(*match.span("n"))], kind, None, None)
    return _counted(match, "n", figure, text)


def _label(match: re.Match[str], text: str) -> Kind | None:
    """What bare digits are that count nothing: a postcode or telephone number, a hotline."""
    digits = match["n"]
    if len(digits) >= 7 or (len(digits) == 6 and "邮" in text[max(0, match.start() - 6) : match.start()]):
        return Kind.PHONE
    if _HOTLINE.match(digits) and _HOTLINE_WORD.match(text[match.end() :]):
        return Kind.NAME
    return None


def _one_number(groups: list[str], match: re.Match[str]) -> bool:
    """Whether digits apart are one number: 3 986件, 2 0 件; rows of figures in a flattened table are not."""
    broken = len(groups) <= 3 and bool(match["nunit"] or match["nscale"])
    return broken and (all(len(g) == 3 for g in groups[1:]) or len("".join(groups)) <= 4)


def _read_han(match: re.Match[str], text: str) -> Number | None:
    if _is_word(match, text):
        return None
    figure = match["h"]
    plain = figure.lstrip("数几")
    value = decimal_han(plain) if plain else Decimal(1)
    return _counted(match, "h", value, text, vague=plain != figure or is_adjacent(plain))


def _is_word(match: re.Match[str], text: str) -> bool:
    """Whether a numeral is part of a word: 统一, 第三, 一次性, 一起 (together), “三公”."""
    figure, unit = match["h"], match["hunit"]
    before, rest = text[: match.start("h")][-1:], text[match.end("hunit") :]
    if before in _WORD_BEFORE and before:
        return True
    if figure + unit == "一起":
        return not _TOGETHER.search(text[: match.start()].rstrip())
    idiom = _ONE_IDIOM.match(rest) or _ONE_IDIOM.match(unit + rest[:1]) or rest[:1] == unit
    return figure == "一" and bool(idiom)


def _counted(match: re.Match[str], name: str, figure: Decimal, text: str, *, vague: bool = False) -> Number:
    unit, scale = match[f"{name}unit"] or "", match[f"{name}scale"] or ""
    vague = vague or any(match[f"{name}{part}"] for part in ("before", "more", "more2", "after"))
    start, end = match.start(), match.end()
    if unit == "元" and scale in MYRIADS:
        unit, scale = scale + unit, ""
    for char in scale:
        figure *= TENS.get(char) or MYRIADS[char]
    if scale:
        figure = figure.normalize() + 0
    kind = Kind.PERCENT if unit in RATIOS else Kind.DURATION if unit in DURATIONS else Kind.COUNT
    printed = text[start:end].strip()
    return Number(
        start, start + len(text[start:end].rstrip()), printed, kind, None if vague else figure, figure, unit
    )


def _mark_ranges(found: list[Number], folded: str) -> list[Number]:
    """Both ends of 3至5次 are vague and share the unit."""
    marked = list(found)
    for i, (low, high) in enumerate(pairwise(found)):
        if (
            low.kind is Kind.COUNT
            and high.kind in COUNTED
            and re.fullmatch(r"\s*[-—–~～至到]\s*", folded[low.end : high.start])
        ):
            marked[i] = Number(
                low.start, low.end, low.printed, high.kind, None, low.floor, low.unit or high.unit
            )
            marked[i + 1] = Number(high.start, high.end, high.printed, high.kind, None, high.floor, high.unit)
    return marked
