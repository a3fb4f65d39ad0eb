"""Figures of years that the collection has no report of, told by another report: the next one of the body, or its area's.

A report names the year before (比2022年的1069件增长), a city's report its counties (岑阳县167件): with the report's name
given, that is an answer where there would be none.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from assistant.counting.channels import fallbacks
from assistant.counting.readings import fitting
from assistant.planning.directory import Head
from assistant.planning.query import Plan, Target
from index.schema import BodyLevel, Fact

Facts = Callable[[Sequence[str], Sequence[str]], Sequence[Fact]]
"""The facts of some reports about some indicators."""

_HIGHER = (BodyLevel.PROVINCE, BodyLevel.CITY, BodyLevel.COUNTY)
_MOST = 20
"""At most so many reports of the areas above are looked into."""


def with_second_hand(plan: Plan, heads: Sequence[Head], facts: Facts) -> Plan | None:
    """The plan with what other reports tell of its gaps in their place; ``None`` where they tell of none of them."""
    if not plan.indicators or not plan.gaps:
        return None
    told: dict[Target, Target] = {}
    for gap in plan.gaps:
        source = _own_report(plan, gap, heads, facts)
        if source:
            told[gap] = source
    if told:
        return _filled(plan, told, heads)
    return _by_area(plan, heads, facts)


def _own_report(plan: Plan, gap: Target, heads: Sequence[Head], facts: Facts) -> Target | None:
    """The body's report nearest in time that states the figure of the lacking year, the later of two."""
    own = [head for head in heads if head.issuer.name == gap.issuer]
    own.sort(key=lambda head: (abs(head.year - gap.year), -head.year))
    for head in own:
        target = Target(head.name, gap.issuer, gap.year)
        if _states(plan, target, facts([head.name], fallbacks(plan.indicators)), plan.scope):
            return target
    return None


def _states(plan: Plan, target: Target, facts: Sequence[Fact], scope: str) -> bool:
    asked = [fact for fact in facts if fact.indicator in plan.indicators]
    return any(f.value is not None for f in fitting(asked, target, plan.column, scope))


def _filled(plan: Plan, told: dict[Target, Target], heads: Sequence[Head]) -> Plan:
    """The targets with those that were told of, by year, without the refusals that they answer, and with a remark."""
    years = {head.name: head.year for head in heads}
    notes = tuple(
        f"没有收录{gap.year}年的报告，{gap.year}年的数字出自{years[target.report]}年的报告"
        for gap, target in told.items()
    )
    missing = tuple(r for r in plan.missing if not r.gaps or any(gap not in told for gap in r.gaps))
    targets = tuple(sorted((*plan.targets, *told.values()), key=lambda t: (t.issuer, t.year)))
    return replace(plan, targets=targets, missing=missing, notes=(*plan.notes, *notes), before=())


def _by_area(plan: Plan, heads: Sequence[Head], facts: Facts) -> Plan | None:
    """The plan put to the report of an area that breaks the figure down to the body that is asked about."""
    gaps = [gap for refusal in plan.missing for gap in refusal.gaps]
    if plan.targets or plan.scope or len(gaps) != 1 or len(plan.missing) != 1:
        return None
    (gap,) = gaps
    short = next((head.issuer.short for head in heads if head.issuer.name == gap.issuer), gap.issuer)
    above = [
        h for h in heads if h.year == gap.year and h.issuer.level in _HIGHER and h.issuer.name != gap.issuer
    ]
    for head in above[:_MOST]:
        target = Target(head.name, head.issuer.name, gap.year)
        if _states(plan, target, facts([head.name], plan.indicators), short):
            note = f"没有收录{short}{gap.year}年的报告，数字出自{head.issuer.short}{gap.year}年的报告"
            return replace(plan, targets=(target,), scope=short, missing=(), notes=(*plan.notes, note))
    return None
