"""Years in a question, as written or relative to the newest report, and which of a body's years they mean."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

_DIGITS = {char: str(value) for value, char in enumerate("〇一二三四五六七八九")} | {
    "零": "0",
    "○": "0",
    "O": "0",
}
_CJK_DIGIT = "[〇零○O一二三四五六七八九]"
_FULL = r"(?<!\d)(?:20[0-3]\d)(?!\d)"
_SHORT = (
    r"(?<![\d.])(?:0[89]|[12]\d)(?=年(?!来|以来|内|间|期|多|后|前|以上|以下))|"
    r"(?<![\d.])(?:0[89]|[12]\d)(?=(?:[、和与](?:0[89]|[12]\d))?这?两年|[、和与](?:0[89]|[12]\d)年)|"
    r"(?<=[比较跟和与])(?:0[89]|[12]\d)(?=年多)"  # 比16年多 is more than in 2016, 16年多 more than 16 years
)
_CHINESE = rf"(?:二{_CJK_DIGIT}{{3}}|(?<!{_CJK_DIGIT})[一二]{_CJK_DIGIT}(?=年度?(?!来|以来|内|间)))"
_ONE = rf"(?:{_FULL}|{_SHORT}|{_CHINESE})"
_TAIL = "(?:年度|年)?"
_NOT_A_REPORT_YEAR = r"(?!年?(?:\d{1,2}月|\d{1,2}[-/.]\d))(?!〕|\]|】)"
_CARRIED_TO = re.compile(r"(?:转到|转至|转入|结转|留到|拖到)(?:到|至|入)?了?$")
_CARRIED_FROM = re.compile(r"(?:的)?(?:结转(?:过?来|的)|转过来|转来|遗留|留下)")
_BARE = r"(?<![\d.])(?:0[89]|[12]\d)(?=(?:到|至|—+|–|-|~|～)(?:0[89]|[12]\d)年)"
_SPAN = re.compile(rf"(?:从|自)?({_ONE}|{_BARE}){_TAIL}(?:到|至|—+|–|-|~|～)({_ONE}){_TAIL}")
_SINCE = re.compile(
    rf"(?:从|自)?({_ONE}){_TAIL}(?:\([含不]+\))?(?:以来|以后|之后|以降|起|开始|及以后|及之后)"
)
_UNTIL = re.compile(rf"({_ONE}){_TAIL}(?:以前|之前|及以前|及之前)")
_LAST, _FIRST = 2099, 2000
_SINGLE = re.compile(rf"(?<![〔\[【])({_ONE}){_NOT_A_REPORT_YEAR}{_TAIL}")
_RECENT = re.compile(
    r"(?:最?近|过去|这|那|前后|头尾)(?:的)?([两二三四五六七八九十]|(?<!\d)\d)(?:个)?年(?:度)?(?:里|间|来|内|下来)*|"
    r"(?<![第一二三四五六七八九十\d至到同])([两二三四五六七八九十]|(?<!\d)\d)年(?:里|间|来|内|下来|的)*"
    r"(?=总|一共|合计|共计|加起来|加一起|合起来|累计|平均|都收|都公开|下来|申请|公开的|官司|对比|比较|收|受理|办|发)"
)
_STRICTLY = ("近", "最近", "过去")
_RECENT_COUNT = {"两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10}
_FREE = "(?:(?<![比较与和同跟])|(?<=[今去前]年[和与跟同]))"  # 比去年 is a figure of the same report, 今年和去年 two years
_RELATIVE = (
    (
        re.compile(f"{_FREE}(?:今年|本年度?(?!制发|废止|新|收|处理)|最近一年|最近一次|最新一年|最新)"),
        0,
    ),
    (re.compile(f"{_FREE}(?:去年)(?!结转|遗留|同期)"), -1),
    (re.compile(f"{_FREE}(?:大前年)"), -3),
    (re.compile(f"{_FREE}(?<!大)(?:前年)"), -2),
)
_ALL = re.compile("历年|这些年(?!报|度)|逐年|每年|每一年|各年|多年来|几年来|这几年|近几年|近年")


@dataclass(frozen=True, slots=True)
class YearMention:
    """A year as the question writes it: ``text`` stands at ``start`` to ``end`` and means ``years``.

    ``years`` is empty where the meaning depends on the newest report: then ``back`` says how many years before
    it (0, -1, -2), or ``recent`` how many years up to it. ``open`` marks a row of years that one year bounds.
    """

    start: int
    end: int
    text: str
    years: tuple[int, ...] = ()
    back: int | None = None
    recent: int = 0
    span: bool = False
    open: bool = False

    @property
    def bound(self) -> int:
        """The year nearest to the one that an open span is named by."""
        return self.years[-1] if self.years[0] == _FIRST else self.years[0]


def year_of(text: str) -> int:
    """2016 from ``2016``, ``16`` or ``二〇一六``."""
    number = int("".join(_DIGITS.get(char, char) for char in text))
    return number + 2000 if number < 100 else number


def find_years(text: str) -> list[YearMention]:
    """The years that a question names, in order; ``上年结转`` and ``比上年`` are figures and no years."""
    found = list(_spans(text))
    for match in _SINGLE.finditer(text):
        if not _overlaps(found, match.start(), match.end()):
            found.append(YearMention(match.start(), match.end(), match[0], (year_of(match[1]),)))
    for match in _RECENT.finditer(text):
        if _overlaps(found, match.start(), match.end()):
            continue
        written = match[1] or match[2]
        count = _RECENT_COUNT.get(written) or int(written)
        if _counted_out(found, count):
            continue
        found.append(YearMention(match.start(), match.end(), match[0], recent=count))
    for pattern, back in _RELATIVE:
        found += [YearMention(m.start(), m.end(), m[0], back=back) for m in pattern.finditer(text)]
    return sorted(_of_reports(text, found), key=lambda mention: mention.start)


def _of_reports(text: str, found: Sequence[YearMention]) -> list[YearMention]:
    """The years of reports: requests carried to 2024 are told of in the report for 2023, which goes without saying."""
    carried = {mention: _report_year(text, mention) for mention in found}
    others = [mention for mention, year in carried.items() if year is None]
    return others or [m if y is None else replace(m, years=(y,)) for m, y in carried.items()]


def _report_year(text: str, mention: YearMention) -> int | None:
    """The year of the report that tells of requests carried to or from a year; ``None`` for any other year."""
    if len(mention.years) != 1:
        return None
    if _CARRIED_TO.search(text[: mention.start]):
        return mention.years[0] - 1
    return mention.years[0] + 1 if _CARRIED_FROM.match(text, mention.end) else None


def _counted_out(found: Sequence[YearMention], count: int) -> bool:
    """Whether a number of years only counts those that are named (2019年至2021年三年)."""
    return len({year for mention in found for year in mention.years}) == count


def _spans(text: str) -> list[YearMention]:
    mentions = [*_open_spans(text)]
    for match in _SPAN.finditer(text):
        first, last = year_of(match[1]), year_of(match[2])
        low, high = min(first, last), max(first, last)
        if high - low <= 30:
            years = tuple(range(low, high + 1))
            mentions.append(YearMention(match.start(), match.end(), match[0], years, span=True))
    return mentions


def _open_spans(text: str) -> list[YearMention]:
    """2018年以后 and 2018年以来 take that year in; 2018年之后 and 2018年以前 do not."""
    found = []
    for pattern, forward in ((_SINCE, True), (_UNTIL, False)):
        for match in pattern.finditer(text):
            year, inside = year_of(match[1]), "及" in match[0] or (forward and "之后" not in match[0])
            years = range(year if inside else year + 1, _LAST) if forward else range(_FIRST, year + inside)
            mention = YearMention(match.start(), match.end(), match[0], tuple(years), span=True, open=True)
            found.append(mention)
    return found


def _overlaps(found: Sequence[YearMention], start: int, end: int) -> bool:
    return any(mention.start < end and start < mention.end for mention in found)


def mentions_all_years(text: str) -> bool:
    """Whether every year is meant: 历年, 这些年."""
    return bool(_ALL.search(text))


def asks_span(mentions: Sequence[YearMention]) -> bool:
    """Whether years are meant as a row: 2014年到2018年, 近三年."""
    return any(mention.span or mention.recent > 1 for mention in mentions)


def named_alone(mentions: Sequence[YearMention]) -> list[int]:
    """The years that are named one by one, and not as a row or by how long ago they were."""
    return [mention.years[0] for mention in mentions if len(mention.years) == 1]


@dataclass(frozen=True, slots=True)
class YearChoice:
    """The years to answer from, those asked that are not there, and a remark for the reader."""

    years: tuple[int, ...] = ()
    absent: tuple[int, ...] = ()
    note: str = ""


def choose(mentions: Sequence[YearMention], available: Sequence[int]) -> YearChoice:
    """The years that ``mentions`` mean for a body that has reports of ``available`` years (ascending, not empty)."""
    wanted: list[int] = []
    absent: list[int] = []
    notes: list[str] = []
    for mention in mentions:
        years, note = _meant(mention, available)
        wanted += [year for year in years if year in available]
        absent += [year for year in years if year not in available]
        notes += [note] if note else []
    return YearChoice(tuple(dict.fromkeys(wanted)), tuple(dict.fromkeys(absent)), "；".join(notes))


def _meant(mention: YearMention, available: Sequence[int]) -> tuple[tuple[int, ...], str]:
    newest = available[-1]
    if mention.open:
        return tuple(year for year in available if year in mention.years) or (mention.bound,), ""
    if mention.recent:
        if mention.recent == len(available) and not mention.text.startswith(_STRICTLY):
            return tuple(available), ""  # 那五年, of five reports held, means those
        return tuple(year for year in available if year > newest - mention.recent), ""
    if mention.back is None:
        return mention.years, ""
    year = newest + mention.back
    if year not in available and len(available) == 1:
        year = newest
    return (year,), f"“{mention.text}”按{year}年理解（收录最新为{newest}年）"


def blanked(text: str, mentions: Sequence[YearMention]) -> str:
    """``text`` of the same length with each year replaced by spaces, so that offsets stay."""
    for mention in mentions:
        text = text[: mention.start] + " " * (mention.end - mention.start) + text[mention.end :]
    return text
