"""Of which year a figure is: the report's, one that is named, or an earlier one that it is compared with."""

from __future__ import annotations

import re

from index.language.numerals import Number
from index.statements.joint import row

_SINCE = r"(?:\d+月)?[^,。;]{0,12}?(?:以来|起|至今)"
_YEAR = re.compile(
    r"(?<![\d比较与同至到自从由])(?P<year>(?:19|20)\d\d)\s*年"
    rf"(?!度?(?:的?结转|遗留|转入|要点|报告|相比|同期|第|年度报告|[-—~至到]20\d\d年(?!\d))|(?:\d+月)?[^,。;]{{0,4}}(?:相比|同期)|{_SINCE})"
)
_LAST_YEAR = re.compile(
    r"(?<![比较与同和由])(?:上一?年度?|去年(?:同期)?|前一年)(?!度?(?:末|底)?(?:的)?(?:结转|遗留|转|相比|同期|增|减|有|度|要求|报告|要点))"
)
_FROM_ON = re.compile(r"(?<![结转至到入])(?P<year>20\d\d)年(?:\d+月)?(?:\d+日)?(?:起|以来)")
_THIS_YEAR = re.compile(r"今年|本年(?!度?报告)|全年|年内|现有")
_AGAIN_THIS_YEAR = re.compile(r"今年|本年(?!度?报告)")
_CARRIED_TO = re.compile(r"(?:结转|顺延|转)(?:至|到|入)?20\d\d年")
_NAME = r"(?:上一?年|去年|前一年|(?P<year>(?:19|20)\d\d)年)"
_COMPARED = re.compile(rf"(?:[比较与同由从]|相比|对比){_NAME}度?(?:同期|末|底)?的?$")
_CHANGE = re.compile(r"^[^,。;\d]{0,4}(?:[,]?相[比较]|增|减|下降|上升|提[高升]|降|翻|多|少|略|持平|基本持平)")
_BARE = re.compile(rf"^[,(:]*[而但]?{_NAME}度?(?:同期)?(?:仅为|只有|为|是|的?数[量字]?为|仅|有|分别为)?$")
_SEVERAL = re.compile(
    r"(?P<years>(?:(?:19|20)\d\d年?度?(?:[、和及与]|以及)?){2,})[^,。;\d]{0,6}?(?:分别|依次)(?:为|是|有)?"
)


def year_of(text: str, report_year: int) -> int | None:
    """The year that the last year words of a text name, ``None`` without any; 结转2024年 and 2018年以来 name none."""
    text = _CARRIED_TO.sub("", text)
    years = [(match.start(), int(match["year"])) for match in _YEAR.finditer(text)]
    last = [match for match in _LAST_YEAR.finditer(text) if not _THIS_YEAR.search(text[match.end() :])]
    years += [(match.start(), report_year - 1) for match in last]
    years += [(match.start(), report_year) for match in _AGAIN_THIS_YEAR.finditer(text)]
    return max(years)[1] if years else None


def is_future(text: str, report_year: int) -> bool:
    """Whether a sentence speaks of a year after the report's; 结转2024年 does not."""
    since = [int(match["year"]) for match in _FROM_ON.finditer(text)]
    return max([year_of(text, report_year) or 0, *since]) > report_year


def leaves_bracket(far: str) -> bool:
    """Whether a bracket was closed since the last number, so that the year named in it counts no longer."""
    return ")" in far and "(" not in far[: far.index(")")]


def compared_year(near: str, right: str, report_year: int) -> int | None:
    """The year of a figure that this year's is compared with (比上年的365条增加), ``None`` where it is none."""
    match = _COMPARED.search(near)
    return _named(match, report_year) if match and _CHANGE.match(right) else None


def compared_words(near: str) -> str:
    """The clause before 由2021年的, 比上年的."""
    match = _COMPARED.search(near)
    return near[: match.start()] if match else near


def bare_year(near: str, report_year: int) -> int | None:
    """The year that alone stands before a figure (上年为25件, 2021年为1170件): what was counted is counted for it too."""
    match = _BARE.match(near)
    return _named(match, report_year) if match else None


def _named(match: re.Match[str], report_year: int) -> int:
    return int(match["year"]) if match["year"] else report_year - 1


def paired_years(text: str, numbers: list[Number]) -> dict[int, int]:
    """By the start of each number in a list, its year: 2014年、2015年分别为22件和35件."""
    pairs: dict[int, int] = {}
    for match in _SEVERAL.finditer(text):
        years = [int(year) for year in re.findall(r"(?:19|20)\d\d", match["years"])]
        listed = row(text, [n for n in numbers if n.start >= match.end()], match.end())
        if len(years) == len(listed):
            pairs |= {number.start: year for number, year in zip(listed, years, strict=True)}
    return pairs
