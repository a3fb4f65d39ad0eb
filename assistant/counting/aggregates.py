"""Figures over several reports: lists with a condition, counts, rankings, comparisons, sums."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from decimal import ROUND_HALF_UP, Decimal

from assistant.compose import Draft, Statement
from assistant.counting import phrases
from assistant.counting.averages import averaged_within
from assistant.counting.conflicts import conflicting
from assistant.counting.desk import (
    SHOWN,
    Desk,
    as_item,
    coverage,
    drafted,
    each,
    exact,
    holds,
    readings_stated,
    said,
    stated,
    subject,
)
from assistant.counting.eras import notes
from assistant.counting.rates import grown, shared, trended
from assistant.counting.readings import Reading
from assistant.counting.totals import together
from assistant.planning.query import Condition, Operation

_WHICH = re.compile("谁|哪")
_AGAINST = re.compile("谁|哪|比(?!例)|更|还是|相差|差多少|多多少|少多少|多出|对照|差[别距]|最")
"""Whether figures are to be set against one another, and not only given side by side."""
_CHANGE = re.compile("[涨跌升降增减]|(?:多|少|高|低)了")
"""Whether the way of a change is asked for (涨了还是跌了, 是多了还是少了), and not which of the two is more."""

Handler = Callable[[Desk], Draft | None]


def listed(desk: Desk) -> Draft | None:
    """Which bodies meet the condition; without one, which bodies have any."""
    readings = desk.readings()
    if not any(r.state is not None for r in readings):
        return None
    condition = desk.plan.condition or Condition(">", Decimal(0))
    known = exact(readings)
    torn = [r for r in known if len({holds(condition, value) for value in values(r)}) > 1]
    met = [r for r in known if r not in torn and holds(condition, r.value or Decimal(0))]
    head = f"符合条件的有{len(met)}个：" if met else "没有报告符合这个条件。"
    statements = [Statement(head), *each(desk, met)]
    if torn:
        statements.append(Statement("以下报告前后不一致，不能判定：", line=True))
        statements += [said(r, desk.names, line=True) for r in torn]
    statements.append(coverage(desk, readings))
    return drafted(statements, known, items=tuple(as_item(r) for r in met))


def values(reading: Reading) -> list[Decimal]:
    """Every value that a report gives for a figure: one, or all that disagree."""
    printed = [fact.value for fact in (*reading.facts, *reading.rivals) if fact.value is not None]
    return [*printed, *([reading.gap] if reading.gap is not None else []), reading.value or Decimal(0)]


def ranked(desk: Desk) -> Draft | None:
    """The readings in order; for maximum and minimum the first, ties included, is the answer."""
    readings = desk.readings()
    known = exact(readings)
    if not known:
        return None
    lowest = desk.plan.operation is Operation.MINIMUM
    known.sort(key=lambda r: r.value or Decimal(0), reverse=not lowest)
    top = [r for r in known if r.value == known[0].value]
    statements: list[Statement] = []
    if desk.plan.operation is not Operation.RANK:
        word = "最少" if lowest else "最多"
        names = "、".join(phrases.who(r.target, desk.names) for r in top[:SHOWN])
        names += f"等{len(top)}个" if len(top) > SHOWN else ""
        statements.append(
            stated(
                f"{subject(desk, known)}{word}的是{names}，{phrases.amount(known[0])}。",
                top[:SHOWN],
                told_count(top),
            )
        )
    statements += each(desk, known)
    statements.append(coverage(desk, readings))
    items = known if desk.plan.operation is Operation.RANK else top
    return drafted([*statements, *notes(known)], known, items=tuple(as_item(r) for r in items))


def compared(desk: Desk) -> Draft | None:
    """Two or more bodies or years side by side, who is higher, and by how much; two figures of one report likewise."""
    if len(desk.plan.targets) == 1 and desk.plan.parts:
        return compared_rows(desk)
    readings = desk.readings()
    known = exact(readings)
    if len(known) < 2:
        return undecided(desk, readings)
    ordered = sorted(known, key=lambda r: r.value or Decimal(0), reverse=True)
    first, last = ordered[0], ordered[-1]
    difference = (first.value or Decimal(0)) - (last.value or Decimal(0))
    if len(known) > 2 and not _AGAINST.search(desk.plan.question):
        head = Statement(f"{subject(desk, known)}：")
    else:
        head = stated(verdict(desk, known, first, last), (first, last), (difference,))
    statements = [head, *each(desk, readings_stated(readings))]
    if len(known) < len(readings):
        statements.append(coverage(desk, readings))
    statements += [*together(desk.plan, known), *notes(known)]
    return drafted(statements, readings, items=(as_item(first),) if difference else ())


def compared_rows(desk: Desk) -> Draft | None:
    """Two figures of one report set against each other; what is stated of them where only one is."""
    readings = sides(desk)
    known = exact(readings)
    if len(known) < 2 or known[0].unit != known[1].unit:
        stated_ones = readings_stated(readings)
        return (
            drafted([said(r, desk.names, line=True) for r in stated_ones], stated_ones)
            if stated_ones
            else None
        )
    one, other = known[0], known[1]
    difference = (one.value or Decimal(0)) - (other.value or Decimal(0))
    way = f"多{phrases.plain(difference)}" if difference > 0 else f"少{phrases.plain(-difference)}"
    text = f"{phrases.figure(one, desk.names)}，"
    text += (
        f"{phrases.topic(other)}{phrases.amount(other)}，前者比后者{way}{one.unit}。"
        if difference
        else (f"{phrases.topic(other)}{phrases.amount(other)}，两者相同。")
    )
    return drafted([stated(text, (one, other), (abs(difference),))], known)


def sides(desk: Desk) -> list[Reading]:
    """The plan's figure of its one report and that of its part."""
    (target,) = desk.plan.targets
    further = [
        next((r for i in p.indicators if (r := desk.read(target, i, p.column, p.scope)).stated), None)
        for p in desk.plan.parts
    ]
    return [desk.best(target), *(reading for reading in further if reading)]


def verdict(desk: Desk, known: Sequence[Reading], first: Reading, last: Reading) -> str:
    """Who has more and by how much; of two, the one named first is said to have more or less, unless 谁 or 哪 asks."""
    topic = subject(desk, known)
    difference = (first.value or Decimal(0)) - (last.value or Decimal(0))
    if not difference:
        return f"两者{topic}相同，都是{phrases.amount(first)}。"
    shown = f"{phrases.plain(difference)}{first.unit}（{phrases.amount(first)}-{phrases.amount(last)}）。"
    one, other = (phrases.who(r.target, desk.names) for r in (first, last))
    if len(known) == 2 and first.target.issuer == last.target.issuer and _CHANGE.search(desk.plan.question):
        return changed(desk, topic, first, last, shown)
    if len(known) == 2 and first is not known[0] and not _WHICH.search(desk.plan.question):
        return f"{other}的{topic}更少，比{one}少{shown}"
    return f"{one}的{topic}更多，比{other}多{shown}"


def changed(desk: Desk, topic: str, more: Reading, less: Reading, shown: str) -> str:
    """How one body's figure went from the earlier to the later of two years: up or down, and by how much."""
    earlier, later = sorted((more, less), key=lambda r: r.target.year)
    way = "增加" if later is more else "减少"
    return f"{phrases.who(later.target, desk.names)}的{topic}比{earlier.target.year}年{way}了{shown}"


def undecided(desk: Desk, readings: Sequence[Reading]) -> Draft | None:
    """What is stated where too little of it is exact to be compared; ``None`` where nothing is."""
    stated = readings_stated(readings)
    if not stated:
        return None
    head = Statement("写明确切数字的不足两份，无法比较多少：")
    return drafted([head, *each(desk, stated), coverage(desk, readings)], stated)


def summed(desk: Desk) -> Draft | None:
    """The sum or the average of the exact readings, with the sum shown."""
    readings = desk.readings()
    known = exact(readings)
    if not known:
        return None
    if desk.plan.operation is Operation.AVERAGE and len(readings) == 1:
        return averaged_within(desk, readings[0])
    total = sum((r.value for r in known if r.value is not None), Decimal(0))
    shown = addends(known)
    topic, unit = subject(desk, known), known[0].unit
    text = f"{topic}合计{phrases.plain(total)}{unit}（{shown}={phrases.plain(total)}）。"
    computed = [total, *told_count(known)]
    if desk.plan.operation is Operation.AVERAGE:
        mean = (total / len(known)).quantize(Decimal("0.01"), ROUND_HALF_UP)
        text = f"{topic}平均每份{phrases.plain(mean)}{unit}（({shown})÷{len(known)}）。"
        computed = [total, mean, Decimal(len(known))]
    statements = [stated(text, known[:SHOWN], computed), *each(desk, known), coverage(desk, readings)]
    return drafted([*statements, *notes(known)], known)


def told_count(readings: Sequence[Reading]) -> tuple[Decimal, ...]:
    """The number of readings as a computed one, where there are so many that the answer tells it instead of listing them."""
    return (Decimal(len(readings)),) if len(readings) > SHOWN else ()


def addends(known: Sequence[Reading]) -> str:
    """The sum as it was done; of many addends only how many."""
    if len(known) > SHOWN:
        return f"{len(known)}份报告逐份相加"
    return "+".join(phrases.plain(r.value) for r in known if r.value is not None)


def counted(desk: Desk) -> Draft | None:
    """How many bodies meet the condition, and which."""
    draft = listed(desk)
    if draft is None:
        return None
    head = Statement(f"共有{len(draft.items)}个。")
    return drafted([head, *draft.statements], (), items=draft.items, figures=draft.figures)


HANDLERS: dict[Operation, Handler] = {
    Operation.LIST: listed,
    Operation.COUNT: counted,
    Operation.COMPARE: compared,
    Operation.DIFFERENCE: compared,
    Operation.MAXIMUM: ranked,
    Operation.MINIMUM: ranked,
    Operation.RANK: ranked,
    Operation.SUM: summed,
    Operation.AVERAGE: summed,
    Operation.SHARE: shared,
    Operation.TREND: trended,
    Operation.GROWTH: grown,
    Operation.CONFLICTS: conflicting,
}
"""What each operation over several readings does; ``VALUE`` and ``YES_NO`` are figures.values."""
