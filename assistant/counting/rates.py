"""Figures in relation to others: shares, trends over years, growth from year to year."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from assistant.compose import Draft, Statement
from assistant.counting import phrases
from assistant.counting.desk import (
    Desk,
    coverage,
    drafted,
    each,
    exact,
    readings_stated,
    stated,
)
from assistant.counting.eras import notes
from assistant.counting.readings import Reading
from assistant.planning.query import Target

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
    return drafted(statements, used) if statements else None


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
    sentence = (
        f"{phrases.who(whole.target, desk.names)}{named}，占{phrases.topic(whole)}{phrases.amount(whole)}的{text}"
        f"（{shown}÷{phrases.plain(whole.value or Decimal(0))}）。"
    )
    return stated(sentence, (*parts, whole), (total, share), line=True)


def same(part: Reading, whole: Reading) -> bool:
    """Whether two readings are one and the same figure, of which a share says nothing."""
    return (part.indicator, part.column, part.scope) == (whole.indicator, whole.column, whole.scope)


def denominator(desk: Desk, part: Reading) -> Reading | None:
    """What a share is of: the plan's divisor, else the same row without column or scope."""
    divisor = desk.plan.divisor
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
    changes = [
        change(desk, row[0], row[-1], named=len(by_body) > 1) for row in by_body.values() if len(row) > 1
    ]
    in_order = [r for body in by_body for r in readings_stated(readings) if r.target.issuer == body]
    rest = [r for r in readings_stated(readings) if r.target.issuer not in by_body]
    statements = [*changes, *each(desk, [*in_order, *rest])]
    if len(known) < len(readings):
        statements.append(coverage(desk, readings))
    return drafted([*statements, *notes(known)], readings)


def change(desk: Desk, first: Reading, last: Reading, *, named: bool) -> Statement:
    """How a body's figure went from its first year to its last; ``named`` says whose it is."""
    difference = (last.value or Decimal(0)) - (first.value or Decimal(0))
    size = abs(difference)
    whose = desk.names.get(last.target.report, last.target.issuer) if named else ""
    text = f"{whose}{phrases.topic(last)}从{first.target.year}年的{phrases.amount(first)}到{last.target.year}年的{phrases.amount(last)}，"
    if not difference:
        return stated(f"{text}没有变化。", (first, last), (size,), line=named)
    text += f"{'增加' if difference > 0 else '减少'}{phrases.plain(size)}{last.unit}"
    if not first.value:
        return stated(f"{text}。", (first, last), (size,), line=named)
    rate, exactly = phrases.percent(size, first.value)
    way = "增长" if difference > 0 else "下降"
    text += f"，{way}{rate}（{phrases.plain(size)}÷{phrases.plain(first.value)}）。"
    return stated(text, (first, last), (size, exactly), line=named)


def grown(desk: Desk) -> Draft | None:
    """Year-on-year change where the collection holds both years; otherwise passages may state it."""
    known = sorted(exact(desk.readings()), key=lambda r: r.target.year)
    if len(known) < 2 or known[-1].target.issuer != known[-2].target.issuer:
        return None
    before, now = known[-2], known[-1]
    if not before.value:
        return from_nothing(desk, before, now)
    difference = (now.value or Decimal(0)) - (before.value or Decimal(0))
    size = abs(difference)
    text, rate = phrases.percent(size, before.value or Decimal(1))
    way = "增长" if difference >= 0 else "下降"
    sentence = (
        f"{phrases.who(now.target, desk.names)}{phrases.topic(now)}{phrases.amount(now)}，"
        f"{before.target.year}年{phrases.amount(before)}，{way}{phrases.plain(size)}{now.unit}，"
        f"{way}{text}（{phrases.plain(size)}÷{phrases.plain(before.value or Decimal(0))}）。"
    )
    return drafted([stated(sentence, (now, before), (size, rate))], [before, now])


def from_nothing(desk: Desk, before: Reading, now: Reading) -> Draft:
    """A change from none, which is no percentage."""
    head = f"{phrases.who(now.target, desk.names)}{phrases.topic(now)}"
    rise = f"从{before.target.year}年的0{now.unit}到{phrases.amount(now)}，基数为0，无法计算百分比。"
    return drafted([stated(head + rise, (now, before), (Decimal(0),))], [before, now])
