"""Figures over several reports: lists with a condition, counts, rankings, sums, differences, shares, trends."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import ROUND_HALF_UP, Decimal

from assistant import phrases
from assistant.compose import Draft, Statement
from assistant.desk import Desk, as_item, disagrees, drafted, generation_note, holds, said
from assistant.query import Condition, Operation
from assistant.readings import Reading
from index.schema import FactState

Handler = Callable[[Desk], Draft | None]


def exact(readings: Sequence[Reading]) -> list[Reading]:
    """The readings with an exact value."""
    return [r for r in readings if r.value is not None]


def coverage(desk: Desk, readings: Sequence[Reading]) -> Statement:
    """The denominator: how many reports were looked at, how many state the figure, and who does not."""
    stated = exact(readings)
    text = f"（收录{len(readings)}份，{len(stated)}份写明确切数字"
    others = [f"{phrases.who(r.target, desk.names)}{why(r)}" for r in readings if r.value is None]
    if others:
        text += f"；{'、'.join(others)}"
    vague = [r for r in readings if r.state is FactState.VAGUE]
    sources = tuple(s for r in vague for s in phrases.sources(r.facts))
    return Statement(text + "）", sources, line=True)


def why(reading: Reading) -> str:
    """Why a report has no exact value."""
    if reading.state is FactState.VAGUE:
        return f"只写了约数“{phrases.amount(reading)}”"
    if reading.state is FactState.BLANK:
        return "表格空白"
    if reading.state is FactState.NOT_APPLICABLE:
        return "填为不适用"
    return "未写明"


def short(desk: Desk, reading: Reading) -> str:
    """柳河镇2018年12件, with both values where the report disagrees with itself."""
    name = phrases.who(reading.target, desk.names)
    if disagrees(reading):
        sides = "、".join(
            f"{phrases.where(f)}{phrases.plain(f.value or Decimal(0))}{f.unit}"
            for f in phrases.both_sides(reading)
        )
        return f"{name}{phrases.amount(reading)}（该报告前后不一致：{sides}）"
    return f"{name}{phrases.amount(reading)}"


def each(desk: Desk, readings: Sequence[Reading]) -> list[Statement]:
    """One line for each reading."""
    return [Statement(f"- {short(desk, r)}", phrases.sources(r.all_facts), line=True) for r in readings]


def listed(desk: Desk) -> Draft | None:
    """Which bodies meet the condition; without one, which bodies have any."""
    readings = desk.readings()
    if not any(r.state is not None for r in readings):
        return None
    condition = desk.plan.condition or Condition(">", Decimal(0))
    known = exact(readings)
    met = [r for r in known if not disagrees(r) and holds(condition, r.value or Decimal(0))]
    torn = [r for r in known if disagrees(r)]
    head = f"符合条件的有{len(met)}个：" if met else "没有报告符合这个条件。"
    statements = [Statement(head), *each(desk, met)]
    if torn:
        statements.append(Statement("以下报告前后不一致，不能判定：", line=True))
        statements += [said(r, desk.names, line=True) for r in torn]
    statements.append(coverage(desk, readings))
    return drafted(statements, [*met, *torn], items=tuple(as_item(r) for r in met))


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
        names = "、".join(phrases.who(r.target, desk.names) for r in top)
        statements.append(
            Statement(
                f"{phrases.topic(known[0])}{word}的是{names}，{phrases.amount(known[0])}。",
                tuple(s for r in top for s in phrases.sources(r.facts or r.parts)),
            )
        )
    statements += each(desk, known)
    statements.append(coverage(desk, readings))
    items = known if desk.plan.operation is Operation.RANK else top
    return drafted([*statements, *generation_note(known)], known, items=tuple(as_item(r) for r in items))


def compared(desk: Desk) -> Draft | None:
    """Two or more bodies or years side by side, who is higher, and by how much."""
    readings = desk.readings()
    known = exact(readings)
    if len(known) < 2:
        return None
    ordered = sorted(known, key=lambda r: r.value or Decimal(0), reverse=True)
    first, last = ordered[0], ordered[-1]
    difference = (first.value or Decimal(0)) - (last.value or Decimal(0))
    if difference:
        gap = f"{phrases.amount(first)}-{phrases.amount(last)}"
        text = f"{phrases.who(first.target, desk.names)}的{phrases.topic(first)}更多，"
        text += (
            f"比{phrases.who(last.target, desk.names)}多{phrases.plain(difference)}{first.unit}（{gap}）。"
        )
    else:
        text = f"两者{phrases.topic(first)}相同，都是{phrases.amount(first)}。"
    used = tuple(s for r in (first, last) for s in phrases.sources(r.facts or r.parts))
    statements = [Statement(text, used, (difference,)), *each(desk, readings_stated(readings))]
    if len(known) < len(readings):
        statements.append(coverage(desk, readings))
    statements += generation_note(known)
    return drafted(statements, readings, items=(as_item(first),) if difference else ())


def readings_stated(readings: Sequence[Reading]) -> list[Reading]:
    """Readings with a value, exact or vague."""
    return [r for r in readings if r.stated]


def summed(desk: Desk) -> Draft | None:
    """The sum or the average of the exact readings, with the sum shown."""
    readings = desk.readings()
    known = exact(readings)
    if not known:
        return None
    total = sum((r.value for r in known if r.value is not None), Decimal(0))
    shown = "+".join(phrases.plain(r.value) for r in known if r.value is not None)
    topic, unit = phrases.topic(known[0]), known[0].unit
    text = f"{topic}合计{phrases.plain(total)}{unit}（{shown}={phrases.plain(total)}）。"
    computed = [total]
    if desk.plan.operation is Operation.AVERAGE:
        mean = (total / len(known)).quantize(Decimal("0.01"), ROUND_HALF_UP)
        text = f"{topic}平均每份{phrases.plain(mean)}{unit}（({shown})÷{len(known)}）。"
        computed.append(mean)
    used = tuple(s for r in known for s in phrases.sources(r.facts or r.parts))
    statements = [Statement(text, used, tuple(computed)), *each(desk, known), coverage(desk, readings)]
    return drafted([*statements, *generation_note(known)], known)


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
}
"""What each operation over several readings does; ``VALUE`` and ``YES_NO`` are figures.values."""
