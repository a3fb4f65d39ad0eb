"""Figures in relation to others: shares, trends over years, growth from year to year."""

from __future__ import annotations

from decimal import Decimal

from assistant import phrases
from assistant.compose import Draft, Statement
from assistant.desk import Desk, coverage, drafted, each, exact, generation_note, readings_stated
from assistant.readings import Reading


def shared(desk: Desk) -> Draft | None:
    """A part over its whole, for each target that states both."""
    statements: list[Statement] = []
    used: list[Reading] = []
    for target in desk.plan.targets:
        part = desk.best(target)
        whole = denominator(desk, part)
        if part.value is None or whole is None or not whole.value or same(part, whole):
            continue
        text, share = phrases.percent(part.value, whole.value)
        sentence = (
            f"{phrases.who(target, desk.names)}{phrases.topic(part)}{phrases.amount(part)}，"
            f"占{phrases.topic(whole)}{phrases.amount(whole)}的{text}"
            f"（{phrases.plain(part.value)}÷{phrases.plain(whole.value)}）。"
        )
        facts = (*part.facts, *part.parts, *whole.facts, *whole.parts)
        statements.append(Statement(sentence, phrases.sources(facts), (share,), line=True))
        used += [part, whole]
    return drafted(statements, used) if statements else None


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
    """One indicator over the years, and the change from the first to the last."""
    readings = sorted(desk.readings(), key=lambda r: r.target.year)
    known = exact(readings)
    if len(known) < 2:
        return None
    first, last = known[0], known[-1]
    change = (last.value or Decimal(0)) - (first.value or Decimal(0))
    way = "增加" if change > 0 else "减少"
    text = f"{phrases.topic(last)}从{first.target.year}年的{phrases.amount(first)}到{last.target.year}年的{phrases.amount(last)}，"
    text += f"{way}{phrases.plain(abs(change))}{last.unit}。" if change else "没有变化。"
    used = tuple(s for r in (first, last) for s in phrases.sources(r.facts or r.parts))
    statements = [Statement(text, used, (abs(change),)), *each(desk, readings_stated(readings))]
    if len(known) < len(readings):
        statements.append(coverage(desk, readings))
    return drafted([*statements, *generation_note(known)], readings)


def grown(desk: Desk) -> Draft | None:
    """Year-on-year change where the collection holds both years; otherwise passages may state it."""
    known = sorted(exact(desk.readings()), key=lambda r: r.target.year)
    if len(known) < 2 or known[-1].target.issuer != known[-2].target.issuer or not known[-2].value:
        return None
    before, now = known[-2], known[-1]
    change = (now.value or Decimal(0)) - (before.value or Decimal(0))
    text, rate = phrases.percent(abs(change), before.value or Decimal(1))
    way = "增长" if change >= 0 else "下降"
    sentence = (
        f"{phrases.who(now.target, desk.names)}{phrases.topic(now)}{phrases.amount(now)}，"
        f"{before.target.year}年{phrases.amount(before)}，{way}{phrases.plain(abs(change))}{now.unit}，"
        f"{way}{text}（{phrases.plain(abs(change))}÷{phrases.plain(before.value or Decimal(0))}）。"
    )
    used = tuple(s for r in (now, before) for s in phrases.sources(r.facts or r.parts))
    return drafted([Statement(sentence, used, (abs(change), rate))], [before, now])
