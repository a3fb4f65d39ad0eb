"""Days and periods: the whole report year, days that the calendar has, and work plans of other years."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator

from assistant.checks.case import Case
from assistant.checks.finding import Hit, Severity, rule
from assistant.checks.years import PERIOD

_ABOUT = re.compile(r"(?:统计(?!局|员|年鉴|公报)|数据|期限|时限|时段|报告期)[^，。；]{0,12}$")
_SPAN = re.compile(
    r"(?:(?P<first>20\d\d)年(?:度)?)?(?P<from>\d{1,2})月(?P<start>\d{1,2})日(?:起)?[^。；\d]{0,4}?(?:至|到|—|-|－|~|～|–)+(?:(?P<last>20\d\d)年)?(?P<to>\d{1,2})月(?P<end>\d{1,2})日"
)
_FIGURES_UNTIL = re.compile(r"(?:统计|数据)[^。；]{0,12}截[至止]到?(?P<year>20\d\d)年(?P<month>\d{1,2})月")


@rule("period-span", "统计期限错误", Severity.ERROR, PERIOD)
def period_span(case: Case) -> Iterator[Hit]:
    """The figures are those from 1 January to 31 December."""
    for sentence in case.sentences:
        text = re.sub(r"\s|《[^》]*》", "", sentence.text)
        match = next((m for m in _SPAN.finditer(text) if _ABOUT.search(text[: m.start()])), None)
        days = (match["from"], match["start"], match["to"], match["end"]) if match else ()
        until = _FIGURES_UNTIL.search(text)
        if (match and tuple(map(int, days)) != (1, 1, 12, 31)) or (until and int(until["month"]) != 12):
            found = match or until
            yield Hit(
                f"统计期限“{found[0] if found else ''}”不是全年",
                (sentence.text,),
                sentence.section,
                f"应为{case.year}年1月1日至{case.year}年12月31日",
                sentence.page,
            )


_DAY = re.compile(r"(?:(?P<year>(?:19|20)\d\d)年)?(?<!\d)(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})[日号])?")


@rule("impossible-date", "日期错误", Severity.ERROR, "日期应真实存在")
def impossible_dates(case: Case) -> Iterator[Hit]:
    """A day that the calendar has: no 31 June, no month 13."""
    for sentence in case.sentences:
        text = re.sub(r"\s", "", sentence.text)
        for match in _DAY.finditer(text):
            if not _exists(match, case.year):
                yield Hit(
                    f"没有“{match[0]}”这一天",
                    (sentence.clause(match[0]),),
                    sentence.section,
                    "核对日期",
                    sentence.page,
                )


def _exists(match: re.Match[str], year: int) -> bool:
    month, day = int(match["month"]), int(match["day"] or 1)
    if not 1 <= month <= 12:
        return not match["year"] and not match["day"]  # 15月 alone may be a count without its measure word
    return (
        1
        <= day
        <= (calendar.monthrange(int(match["year"] or year), month)[1] if match["year"] else _LONGEST[month])
    )


_LONGEST = {month: calendar.monthrange(2020, month)[1] for month in range(1, 13)}

_PLAN = re.compile(
    r"(?P<year>20\d\d)年(?:度)?[^《》，。；\d]{0,12}(?:政务公开|政府信息公开|信息公开)(?:工作)?(?:要点|重点工作|工作安排)"
)
_NEWER = re.compile(r"(?:开展|部署|落实|按照|根据|围绕|对照|贯彻|依据|结合)")


@rule("outdated-plan", "旧法旧文号", Severity.WARNING, "年度政务公开工作要点逐年印发，报告应对照当年的要点")
def outdated_plans(case: Case) -> Iterator[Hit]:
    """The plan of work that a report says was carried out is its own year's; none is named that is older alone."""
    named = [(int(m["year"]), s) for s in case.sentences for m in _PLAN.finditer(re.sub(r"\s", "", s.text))]
    if any(year >= case.year for year, _ in named):
        return
    for year, sentence in named:
        if _NEWER.search(sentence.text) and not re.search(r"上年|去年|往年|以来", sentence.text):
            yield Hit(
                f"{case.year}年度报告对照的是{year}年的工作要点",
                (sentence.text,),
                sentence.section,
                f"核对是否应为{case.year}年的工作要点",
                sentence.page,
                None if year < case.year - 1 else Severity.NOTE,
            )
