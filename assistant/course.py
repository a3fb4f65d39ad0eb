"""How something that no indicator holds went over a body's years, worked out of the sentences that tell it: 满意度87.4%, then 90.2%.

Only where the sentences of each year give one value in one unit, and the question's words leave no choice between units.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from assistant.compose import Draft, Source, Statement
from assistant.counting.phrases import plain
from assistant.passages.expected import asked_unit, unit_fits
from assistant.passages.relevance import PARTIAL, carries, longest, match
from assistant.planning.query import Plan, Wanted
from index.language.numerals import Kind, numbers
from index.language.text import squeeze

_WAY = re.compile(
    "(?:是|有没有|有无|究竟|到底)?(?:怎么|如何|怎样|有什么)?(?:[变提]?[升降涨跌增减]|提高|改善|好转|变(?:化|的|了|$)|变[多少高低大小好差]|更?[多少高低](?:了|还是)|更[多少高低])"
    "[了吗些呢没有是还多少高低长加升降涨跌增减变化的几个百分点]*"
)
_AGAINST = re.compile("(?:比|较|[和与跟同])(?:上一?|去|前一?|[今本])年度?(?:相比|比)?")
_RATE = re.compile("同比|环比|增长|增加|增幅|提高|提升|上升|下降|减少|降低|(?:比|较)(?:上一?|去)年")
_CLAUSE = re.compile(r"[，,；;。：:（(）)、]")
_PERCENT = re.compile("[率度]|比例|占比|比重")
_OF_UNIT = re.compile("(人次|[场次期条件篇人个册份项])[次数]")


@dataclass(frozen=True, slots=True)
class Said:
    """A value of a year's sentence: the words of its clause before it, its unit and its source."""

    words: str
    value: Decimal
    unit: str
    source: Source


def asks_course(plan: Plan) -> bool:
    """Whether it is asked which way something went over several years of one body, and not why."""
    several = len({target.year for target in plan.targets}) > 1 and plan.wanted not in (
        Wanted.REASON,
        Wanted.CAUSE,
    )
    return several and len({t.issuer for t in plan.targets}) == 1 and bool(_WAY.search(plan.question))


def of_each_year(plan: Plan) -> Plan:
    """The plan as it would be asked of each year: 满意度提高了多少 as 满意度是多少."""
    asked = _AGAINST.sub("", plan.question)
    words = [w for w in (*plan.terms, *plan.focus) if _WAY.search(w) or w not in asked]
    bare = _WAY.sub("", asked).rstrip("？?。，, ")
    return replace(
        plan,
        question=f"{bare}是多少",
        wanted=Wanted.NUMBER,
        terms=tuple(w for w in plan.terms if w not in words),
        focus=tuple(w for w in plan.focus if w not in words),
    )


def told(plan: Plan, each: Draft | None, draft: Draft | None, names: Mapping[str, str]) -> Draft | None:
    """The quotes in the order of years, and before them which way their value went and by how much.

    ``each`` is what was found of each year, ``draft`` what answers where it lacks one. Without a first line where the quotes
    do not settle it. ``names`` gives the issuers by report as people say them.
    """
    reports = {target.report for target in plan.targets}
    found = each if each and reports <= {x.report for s in each.statements for x in s.sources} else draft
    by_year: dict[int, list[Said]] = {}
    for source in (x for s in found.statements for x in s.sources) if found else ():
        by_year.setdefault(source.year, []).extend(_said(source))
    row = _row(plan, [by_year[year] for year in sorted(by_year)])
    if found is None or len(row) < 2 or len(row) < len({t.year for t in plan.targets}):
        return found
    quotes = sorted(found.statements, key=lambda s: min((x.year for x in s.sources), default=0))
    return replace(found, statements=(_course(row, names), *(replace(s, line=True) for s in quotes)))


def _said(source: Source) -> list[Said]:
    """The exact counts and percentages of a quote; rates of change are none."""
    text, found, done = squeeze(source.quote), list[Said](), 0
    for number in numbers(text):
        before = _CLAUSE.split(text[done : number.start])[-1]
        done = number.end
        if number.kind not in (Kind.COUNT, Kind.PERCENT) or number.value is None or number.vague:
            continue
        if number.kind is Kind.PERCENT and (number.unit != "%" or _RATE.search(before)):
            continue
        if not _RATE.search(before):
            found.append(Said(before, number.value, number.unit, source))
    return found


def _row(plan: Plan, years: Sequence[Sequence[Said]]) -> list[Said]:
    """One value a year, all in one unit; empty where there is none or a choice."""
    shared = set.intersection(*({said.unit for said in year} for year in years)) if years else set()
    rows = []
    for unit in sorted(shared):
        of_unit = [[said for said in year if said.unit == unit] for year in years]
        if all(len({said.value for said in year}) == 1 for year in of_unit):
            rows.append([year[0] for year in of_unit])
    asked = asked_unit(plan.question) or next(iter(_OF_UNIT.findall(plan.question)), "")
    if asked:
        rows = [row for row in rows if row[0].unit and unit_fits(row[0].unit, asked)]
    elif any(row[0].unit == "%" for row in rows) and _PERCENT.search(plan.question):
        rows = [row for row in rows if row[0].unit == "%"]
    if len(rows) > 1:
        words = [word for word in longest(plan.terms) if carries(word) and not _WAY.search(word)]
        rows = [row for row in rows if all(any(match(w, s.words) >= PARTIAL for w in words) for s in row)]
    return rows[0] if len(rows) == 1 else []


def _course(row: Sequence[Said], names: Mapping[str, str]) -> Statement:
    """How the first value went to the last, with the subtraction shown."""
    first, last = row[0], row[-1]
    difference = last.value - first.value
    size, unit = abs(difference), "个百分点" if last.unit == "%" else last.unit
    whose = names.get(last.source.report, last.source.issuer)
    text = f"{whose}从{first.source.year}年的{plain(first.value)}{first.unit}到{last.source.year}年的{plain(last.value)}{last.unit}，"
    sources = (first.source, last.source)
    if not difference:
        return Statement(f"{text}没有变化。", sources, (size,))
    way = (
        ("上升" if last.unit == "%" else "增加")
        if difference > 0
        else ("下降" if last.unit == "%" else "减少")
    )
    high, low = max(first.value, last.value), min(first.value, last.value)
    return Statement(f"{text}{way}了{plain(size)}{unit}（{plain(high)}-{plain(low)}）。", sources, (size,))
