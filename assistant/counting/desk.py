"""The desk at which figures are worked out: readings of the plan's reports, and how they become statements."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property

from assistant.compose import Draft, Source, Statement
from assistant.counting import phrases
from assistant.counting.borne_out import borne_out
from assistant.counting.channels import CHANNELS, fallbacks, family
from assistant.counting.readings import Reading, Sheet, read, sheets
from assistant.planning.query import Condition, Plan, Target
from assistant.schema import Conflict, Figure, Item
from index.borders import Row, stands_in
from index.indicators import indicators
from index.schema import Fact, FactState

SHOWN = 40
"""At most so many reports are named one by one; all are among the answer's figures and items."""


@dataclass(frozen=True)
class Desk:
    """What a figures question is answered from: the plan, the facts of its targets, and people's names for reports.

    ``others`` are rows by which a report of another format may tell the plan's figure (counting/rows.py).
    """

    plan: Plan
    facts: Sequence[Fact]
    names: Mapping[str, str]
    others: tuple[Row, ...] = ()

    @cached_property
    def by_report(self) -> Mapping[str, Sheet]:
        """The facts of each report."""
        return sheets(self.facts)

    def read(self, target: Target, indicator: str, column: str = "", scope: str = "") -> Reading:
        """One reading."""
        own = self.by_report.get(target.report, {})
        return borne_out(own, read(own, Reading(target, indicator, column, scope)))

    def best(self, target: Target) -> Reading:
        """The first of the plan's indicators that the report has, stated or left blank; else one without a state.

        A question about all that was disclosed falls back on the channels, which the answer then names.
        """
        first: Reading | None = None
        for indicator in self.wanted:
            reading = self.read(target, indicator, self.plan.column, self.plan.scope)
            if reading.state is not None:
                return reading
            first = first or reading
        for row in self.others:
            if stands_in(row, target.year):
                reading = self.read(target, row.indicator, row.column, self.plan.scope)
                if reading.state is not None:
                    return reading
        return first or Reading(target, "")

    @cached_property
    def wanted(self) -> tuple[str, ...]:
        """The indicators by which the plan's figure may go, the likeliest first."""
        return fallbacks(self.plan.indicators)

    def readings(self) -> list[Reading]:
        """The best reading of each target, in order; those of another unit than most count as not stated."""
        return list(self._readings)

    @cached_property
    def _readings(self) -> Sequence[Reading]:
        found = [self.best(target) for target in self.plan.targets]
        units = [family(reading.unit) for reading in found if reading.stated]
        if len(set(units)) < 2:
            return found
        most = max(units, key=units.count)
        return [r if not r.stated or family(r.unit) == most else self.in_unit(r.target, most) for r in found]

    @property
    def common_channel(self) -> str:
        """The first channel of disclosure that all targets state; ``""`` where there is none."""
        plan = self.plan
        return next(
            (
                channel
                for channel in CHANNELS
                if all(self.read(target, channel, plan.column, plan.scope).stated for target in plan.targets)
            ),
            "",
        )

    def in_unit(self, target: Target, unit: str) -> Reading:
        """A target's first reading in a unit; one without a state where it has none."""
        plan = self.plan
        readings = (self.read(target, i, plan.column, plan.scope) for i in fallbacks(plan.indicators))
        none = Reading(target, plan.indicators[0], plan.column, plan.scope)
        return next((r for r in readings if r.stated and family(r.unit) == unit), none)


def as_figure(reading: Reading) -> Figure[Source]:
    """A reading as the answer's figure."""
    return Figure(
        reading.target.issuer,
        reading.target.year,
        reading.indicator,
        reading.column or (reading.facts[0].column if reading.facts else ""),
        reading.scope,
        reading.value,
        reading.unit,
        reading.state or FactState.BLANK,
        phrases.sources(reading.all_facts),
    )


def as_item(reading: Reading) -> Item[Source]:
    """A reading's body as a list item."""
    return Item(reading.target.issuer, reading.target.year, phrases.sources(reading.all_facts))


def as_conflict(reading: Reading) -> Conflict[Source]:
    """The disagreement inside one report as the contract has it."""
    values = [phrases.plain(f.value or Decimal(0)) for f in phrases.both_sides(reading)]
    if reading.gap is not None:
        values.append(phrases.plain(reading.gap))
    return Conflict(
        reading.target.issuer,
        reading.target.year,
        reading.indicator,
        tuple(values),
        phrases.sources(reading.all_facts),
    )


def disagrees(reading: Reading) -> bool:
    """Whether the report contradicts itself about this figure."""
    return bool(reading.rivals) or reading.gap is not None


def said(reading: Reading, names: Mapping[str, str], lead: str = "", *, line: bool = False) -> Statement:
    """The sentence for one reading with its sources and what was computed for it."""
    if disagrees(reading):
        text = phrases.conflict_statement(reading, names)
        computed = () if reading.gap is None else (reading.gap,)
    else:
        text, computed = phrases.statement(reading, names), ()
    return stated(lead + text, [reading], computed, line=line)


def stated(
    text: str, readings: Sequence[Reading], computed: Sequence[Decimal] = (), *, line: bool = False
) -> Statement:
    """A sentence about readings with what carries them; values that are sums of rows count as computed."""
    summed = (r.value for r in readings if r.parts and r.value is not None)
    sources = tuple(dict.fromkeys(s for r in readings for s in phrases.sources(r.all_facts)))
    return Statement(text, sources, (*computed, *summed), line=line)


def drafted(statements: Sequence[Statement], readings: Sequence[Reading], **rest: object) -> Draft:
    """A draft with the figures and conflicts of the readings that it uses."""
    draft = Draft(
        tuple(statements),
        figures=tuple(as_figure(r) for r in readings if r.state is not None),
        conflicts=tuple(as_conflict(r) for r in readings if disagrees(r)),
        whole=True,
    )
    return replace(draft, **rest)  # type: ignore[arg-type]


def holds(condition: Condition, value: Decimal) -> bool:
    """Whether a value meets a condition."""
    compared = (value > condition.value) - (value < condition.value)
    return {
        "=": compared == 0,
        "!=": compared != 0,
        ">": compared > 0,
        ">=": compared >= 0,
        "<": compared < 0,
        "<=": compared <= 0,
    }[condition.operator]


def exact(readings: Sequence[Reading]) -> list[Reading]:
    """The readings with an exact value."""
    return [r for r in readings if r.value is not None]


def coverage(desk: Desk, readings: Sequence[Reading]) -> Statement:
    """The denominator: how many reports were looked at, how many state the figure, and who does not."""
    stated = exact(readings)
    text = f"（收录{len(readings)}份，{len(stated)}份写明确切数字"
    others = [r for r in readings if r.value is None]
    if others:
        named = "、".join(f"{phrases.who(r.target, desk.names)}{why(r)}" for r in others[:SHOWN])
        text += f"；{named}" + ("等" if len(others) > SHOWN else "")
    vague = [r for r in others[:SHOWN] if r.state is FactState.VAGUE]
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


def subject(desk: Desk, readings: Sequence[Reading]) -> str:
    """What figures that stand together count: their common topic, or what was asked for where they differ."""
    if len({r.indicator for r in readings}) > 1:
        return indicators()[desk.plan.indicators[0]].name
    scopes = {r.scope for r in readings}
    return phrases.topic(readings[0] if len(scopes) == 1 else replace(readings[0], scope=""))


def short(desk: Desk, reading: Reading) -> str:
    """柳河镇2018年12件, with both values where the report disagrees with itself; a channel's figure says so."""
    name = phrases.who(reading.target, desk.names)
    if reading.indicator in CHANNELS and reading.indicator != desk.plan.indicators[0]:
        name += f"（只写明{phrases.topic(reading)}）"
    if disagrees(reading):
        sides = "、".join(
            f"{phrases.where(f)}{phrases.plain(f.value or Decimal(0))}{f.unit}"
            for f in phrases.both_sides(reading)
        )
        return f"{name}{phrases.amount(reading)}（该报告前后不一致：{sides}）"
    return f"{name}{phrases.amount(reading)}"


def each(desk: Desk, readings: Sequence[Reading]) -> list[Statement]:
    """One line for each reading, of many the first ones."""
    lines = [stated(f"- {short(desk, r)}", [r], line=True) for r in readings[:SHOWN]]
    rest = len(readings) - len(lines)
    return [*lines, Statement(f"- ……另有{rest}份，见数据表", line=True)] if rest else lines


def readings_stated(readings: Sequence[Reading]) -> list[Reading]:
    """Readings with a value, exact or vague."""
    return [r for r in readings if r.stated]
