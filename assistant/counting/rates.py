"""Figures in relation to others: shares, trends over years, growth from year to year."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from assistant.compose import Draft, Statement
from assistant.counting import phrases
from assistant.counting.desk import (
    Desk,
    coverage,
    drafted,
    each,
    exact,
    readings_stated,
    said,
    stated,
)
from assistant.counting.eras import notes
from assistant.counting.readings import Reading
from assistant.planning.query import Target
from index.language.text import squeeze

CHANGE = "同比"
"""The column of a rate of change that a sentence states."""

AMOUNT = re.compile(r"(?:多少|几)[^，,；;？?]*[，,；;？?].")
"""An amount is asked for in a clause before the one about the change."""

_DIFFERENCE = re.compile(
    r"[，,（(]?((?:同比|[比较与](?:上一?|去|前一)年(?:度|同期)?(?:相比)?[，,]?)(?:增加|减少|增长|下降|多|少|增|减)了?[\d.,]+[万亿]?[条件篇份次个项人]次?)"
)
_RATE = re.compile("百分|[%％]|率|幅|几成")
"""A rate of change is asked for, which no difference answers."""
_SHARE = re.compile(r"[，,（(]?占(?:比|总数|总量|申请总[数量])?(?:的|为)?([\d.]+[%％])")

EACH = re.compile("各|分别")
"""Several shares are asked for, and not the share of a sum."""


def shared(desk: Desk) -> Draft | None:
    """A part, or the sum of several, over its whole, for each target that states all of them."""
    statements: list[Statement] = []
    used: list[Reading] = []
    for target in desk.plan.targets:
        parts = addends(desk, target)
        whole = denominator(desk, parts[0])
        known = whole is not None and bool(whole.value) and all(p.value is not None for p in parts)
        if not known or whole is None or any(same(part, whole) for part in parts):
            continue
        groups = [[part] for part in parts] if EACH.search(desk.plan.question) else [parts]
        statements += [share_of(desk, group, whole) for group in groups]
        used += [*parts, whole]
    return drafted(statements, used) if statements else without_share(desk)


def without_share(desk: Desk) -> Draft | None:
    """Part and whole as far as the only report states them, where no share can be worked out of them."""
    if len(desk.plan.targets) != 1 or not desk.plan.divisor:
        return None
    parts = addends(desk, desk.plan.targets[0])
    whole = denominator(desk, parts[0])
    known = readings_stated([*([whole] if whole else []), *parts])
    if (
        not known
        or not all(part.stated for part in parts)
        or any(same(part, whole) for part in parts if whole)
    ):
        return None
    why = "只写了约数" if any(r.value is None for r in known) else "没有写明总数"
    remark = Statement(f"报告{why}，不能算出占比。", line=True)
    return drafted([*(said(r, desk.names, line=n > 0) for n, r in enumerate(known)), remark], known)


def addends(desk: Desk, target: Target) -> list[Reading]:
    """The plan's figure and those that are to be added to it."""
    further = [
        next((r for i in p.indicators if (r := desk.read(target, i, p.column, p.scope)).state), None)
        for p in desk.plan.parts
    ]
    none = Reading(target, desk.plan.indicators[0])
    return [desk.best(target), *(reading or none for reading in further)]


def share_of(desk: Desk, parts: Sequence[Reading], whole: Reading) -> Statement:
    """The share of one figure, or of several that are added up first, with the division shown."""
    values = [part.value or Decimal(0) for part in parts]
    total = sum(values, Decimal(0))
    text, share = phrases.percent(total, whole.value or Decimal(1))
    named = "、".join(f"{phrases.topic(part)}{phrases.amount(part)}" for part in parts)
    shown = "+".join(map(phrases.plain, values))
    if len(parts) > 1:
        named += f"，合计{phrases.plain(total)}{whole.unit}"
        shown = f"({shown})"
    told = right_after(parts[0], _SHARE) if len(parts) == 1 else ""
    near = bool(told) and abs(Decimal(told[:-1]) - share) < 1
    printed = f"，报告写明占{told}" if near else ""
    sentence = (
        f"{phrases.who(whole.target, desk.names)}{named}，占{phrases.topic(whole)}{phrases.amount(whole)}的{text}"
        f"（{shown}÷{phrases.plain(whole.value or Decimal(0))}）{printed}。"
    )
    return stated(sentence, (*parts, whole), (total, share), line=True)


def same(part: Reading, whole: Reading) -> bool:
    """Whether two readings are one and the same figure, of which a share says nothing."""
    return (part.indicator, part.column, part.scope) == (whole.indicator, whole.column, whole.scope)


def denominator(desk: Desk, part: Reading) -> Reading | None:
    """What a share is of: the plan's divisor, else the same row without column or scope."""
    divisor = desk.plan.divisor
    if divisor == "disclosed" and part.scope and not desk.read(part.target, divisor).stated:
        return desk.read(part.target, part.indicator)  # the kind of one channel, where only that is counted
    if divisor:
        same = divisor == part.indicator
        return desk.read(part.target, divisor, "" if same else part.column, "" if same else part.scope)
    if (part.column and part.column != "总计") or part.scope:
        return desk.read(part.target, part.indicator)
    return None


def trended(desk: Desk) -> Draft | None:
    """One indicator over the years, and for each body the change from the first to the last."""
    readings = sorted(desk.readings(), key=lambda r: r.target.year)
    known = exact(readings)
    if len(known) < 2:
        return None
    by_body: dict[str, list[Reading]] = {}
    for reading in known:
        by_body.setdefault(reading.target.issuer, []).append(reading)
    changes = [change(desk, row, named=len(by_body) > 1) for row in by_body.values() if len(row) > 1]
    in_order = [r for body in by_body for r in readings_stated(readings) if r.target.issuer == body]
    rest = [r for r in readings_stated(readings) if r.target.issuer not in by_body]
    statements = [*changes, *each(desk, [*in_order, *rest])]
    if len(known) < len(readings):
        statements.append(coverage(desk, readings))
    return drafted([*statements, *notes(known)], readings)


def change(desk: Desk, row: Sequence[Reading], *, named: bool) -> Statement:
    """How a body's figure went over its years, in order; ``named`` says whose it is."""
    first, last = row[0], row[-1]
    difference = (last.value or Decimal(0)) - (first.value or Decimal(0))
    size = abs(difference)
    whose = desk.names.get(last.target.report, last.target.issuer) if named else ""
    text = f"{whose}{phrases.topic(last)}从{first.target.year}年的{phrases.amount(first)}到{last.target.year}年的{phrases.amount(last)}，"
    if not difference:
        return stated(f"{text}没有变化{course(row)}。", (first, last), (size,), line=named)
    text += f"{'增加' if difference > 0 else '减少'}{phrases.plain(size)}{last.unit}"
    if not first.value:
        return stated(f"{text}{course(row)}。", (first, last), (size,), line=named)
    rate, exactly = phrases.percent(size, first.value)
    way = "增长" if difference > 0 else "下降"
    text += f"，{way}{rate}（{phrases.plain(size)}÷{phrases.plain(first.value)}）{course(row)}。"
    return stated(text, (first, last), (size, exactly), line=named)


def course(known: Sequence[Reading]) -> str:
    """How three or more figures went from year to year, as a clause; ``""`` for two, or where they swing more than once."""
    steps = [
        (later.value or Decimal(0)) - (earlier.value or Decimal(0)) for earlier, later in pairwise(known)
    ]
    ways = [step > 0 for step in steps if step]
    if len(steps) < 2 or len(ways) < len(steps):
        return ""
    if len(set(ways)) == 1:
        return "，逐年增加" if ways[0] else "，逐年减少"
    turns = sum(one != other for one, other in pairwise(ways))
    return ("，先升后降" if ways[0] else "，先降后升") if turns == 1 else "，有升有降"


def grown(desk: Desk) -> Draft | None:
    """Year-on-year change where both years are known; else what the report says of it; else passages may state it."""
    known = sorted(exact(desk.readings()), key=lambda r: r.target.year)
    if len(known) < 2 or known[-1].target.issuer != known[-2].target.issuer:
        return printed_change(desk, known[0]) if len(known) == 1 else None
    before, now = known[-2], known[-1]
    if not before.value:
        return from_nothing(desk, before, now)
    difference = (now.value or Decimal(0)) - (before.value or Decimal(0))
    size = abs(difference)
    text, rate = phrases.percent(size, before.value or Decimal(1))
    way = "增长" if difference >= 0 else "下降"
    sentence = (
        f"{phrases.figure(now, desk.names)}，"
        f"{before.target.year}年{phrases.amount(before)}，{way}{phrases.plain(size)}{now.unit}，"
        f"{way}{text}（{phrases.plain(size)}÷{phrases.plain(before.value or Decimal(0))}）。"
    )
    return drafted([stated(sentence, (now, before), (size, rate))], [before, now])


def printed_change(desk: Desk, now: Reading) -> Draft | None:
    """The figure of the one year that is known with the rate of change that its report prints.

    Without a printed rate, an amount that is asked for too is given alone, and said to have nothing to be compared with.
    """
    rate = desk.read(now.target, now.indicator, CHANGE, desk.plan.scope)
    if rate.value is not None:
        way = "增长" if rate.value >= 0 else "下降"
        text = f"{phrases.figure(now, desk.names)}，报告写明同比{way}{phrases.plain(abs(rate.value))}%。"
        return drafted([stated(text, (now, rate))], [now, rate])
    told = "" if _RATE.search(desk.plan.question) else right_after(now, _DIFFERENCE)
    if told:
        return drafted([stated(f"{phrases.figure(now, desk.names)}，报告写明{told}。", (now,))], [now])
    if not AMOUNT.search(desk.plan.question):
        return None
    before = f"没有收录{now.target.year - 1}年的报告，这份报告也没有写明上年的数字，无法比较。"
    return drafted([said(now, desk.names), Statement(before, line=True)], [now])


def right_after(reading: Reading, pattern: re.Pattern[str]) -> str:
    """What the words right after a figure in its sentence add to it, as printed; ``""`` where they do not.

    A sentence that prints the same figure twice does not tell of which it is.
    """
    for fact in reading.facts:
        if fact.source == "text" and fact.printed:
            around = re.split(rf"(?<![\d.,]){re.escape(squeeze(fact.printed))}", squeeze(fact.quote))
            if len(around) == 2 and (told := pattern.match(around[1])):
                return told[1]
    return ""


def from_nothing(desk: Desk, before: Reading, now: Reading) -> Draft:
    """A change from none, which is no percentage."""
    head = f"{phrases.who(now.target, desk.names)}{phrases.topic(now)}"
    rise = f"从{before.target.year}年的0{now.unit}到{phrases.amount(now)}，基数为0，无法计算百分比。"
    return drafted([stated(head + rise, (now, before), (Decimal(0),))], [before, now])
