"""Dates and years as official texts print them: 2021年1月26日, 二〇二一年一月二十六日, 2021-01-26."""

from __future__ import annotations

import datetime as dt
import re
from itertools import chain

from index.language.text import squeeze

_DIGITS = {
    char: value
    for value, chars in enumerate(("〇零○Oo0", "一", "二", "三", "四", "五", "六", "七", "八", "九"))
    for char in chars
}
_HAN = "[〇零○Oo0一二三四五六七八九]"
_YEAR = rf"(?P<year>(?:19|20)\d\d|[一二]{_HAN}{{3}})"
_MONTH_DAY = r"(?P<month>\d{1,2}|[一二三四五六七八九十元正]{1,3})月(?P<day>\d{1,2}|[一二三四五六七八九十廿卅]{1,4})[日号]?"
_DATE = re.compile(
    rf"(?<!\d){_YEAR}年{_MONTH_DAY}|(?<!\d)(?P<y>20\d\d)[-/.](?P<m>\d{{1,2}})[-/.](?P<d>\d{{1,2}})(?!\d)"
)
_YEAR_ONLY = re.compile(rf"(?<![\d{_HAN[1:-1]}]){_YEAR}(?!\d)")
FIRST_YEAR = 2003
"""Guangzhou published the first disclosure rules, and reports on them, in 2003; no report is older."""


def date_in(text: str) -> tuple[dt.date, tuple[int, int]] | None:
    """The first date in ``squeeze``d text, with its start and end; ``None`` where there is none that exists."""
    for match in _DATE.finditer(text):
        year, month, day = (
            (match[1], match[2], match[3]) if match["year"] else (match["y"], match["m"], match["d"])
        )
        try:
            return dt.date(_year(year), _number(month), _number(day)), match.span()
        except ValueError:
            continue
    return None


def years_in(text: str) -> list[int]:
    """The years that a text names, in order, as far as a report can be of them."""
    numbers = (_year(match["year"]) for match in _YEAR_ONLY.finditer(squeeze(text)))
    return [year for year in numbers if FIRST_YEAR <= year < 2100]


def _year(printed: str) -> int:
    return int("".join(str(_DIGITS.get(char, char)) for char in printed))


def _number(printed: str) -> int:
    """A month or day; 0, which no calendar has, where the numeral is malformed."""
    if printed.isdigit():
        return int(printed)
    plain = printed.replace("元", "一").replace("正", "一").replace("廿", "二十").replace("卅", "三十")
    tens, _, ones = plain.rpartition("十")
    if "十" not in plain:
        return _DIGITS[plain] if len(plain) == 1 else 0
    return 10 * (_DIGITS.get(tens, 0) if tens else 1) + _DIGITS.get(ones, 0)


def year_pattern() -> str:
    """A regular expression without groups for a year in digits or Chinese numerals."""
    return "".join(chain(("(?:",), _YEAR.replace("?P<year>", "?:"), (")",)))
