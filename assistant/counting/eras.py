"""Figures of several statutory formats side by side: said where they count nearly the same, kept apart where they do not.

What each row became in the next format, and whether it still counts the same, stands in index/borders.toml.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

from assistant.compose import Draft, Statement
from assistant.counting.desk import Desk, coverage, drafted, exact, readings_stated, said
from assistant.counting.readings import Reading
from assistant.counting.rows import row_of
from assistant.planning.query import Operation
from index.borders import ERAS, Change, Verdict, changes, era

Handler = Callable[[Desk], Draft | None]

MIXING = frozenset(
    {
        Operation.COMPARE,
        Operation.DIFFERENCE,
        Operation.MAXIMUM,
        Operation.MINIMUM,
        Operation.RANK,
        Operation.SUM,
        Operation.AVERAGE,
        Operation.TREND,
        Operation.GROWTH,
    }
)
"""Operations that set figures in relation; a list with a condition judges each report by its own form."""


def crossings(readings: Sequence[Reading]) -> list[Change]:
    """The changes of format between stated readings; figures in different units are apart."""
    stated = readings_stated(readings)
    found = changes((reading.target.year, row_of(reading)) for reading in stated)
    return [_by_unit(change, stated) for change in found]


def _by_unit(change: Change, readings: Sequence[Reading]) -> Change:
    units = {
        first: dict.fromkeys(r.unit for r in readings if era(r.target.year) == first)
        for first in (change.before, change.after)
    }
    if change.verdict is Verdict.APART or len({unit for row in units.values() for unit in row}) == 1:
        return change
    why = "，".join(f"{ERAS[first]}的单位是{'、'.join(row)}" for first, row in units.items())
    return replace(change, verdict=Verdict.APART, remarks=(why,))


def notes(readings: Sequence[Reading]) -> list[Statement]:
    """Remarks where figures of different formats stand side by side and do not count quite the same."""
    found = crossings(readings)
    worst = max((crossing.verdict for crossing in found), default=Verdict.SAME)
    if worst is Verdict.SAME:
        return []
    told = Change(0, 0, worst, tuple(dict.fromkeys(remark for change in found for remark in change.remarks)))
    return [Statement(f"注意：{told.sentence}", line=True)]


def kept_apart(desk: Desk, handler: Handler) -> Draft | None:
    """What ``handler`` answers, for each run of formats by itself where the figure changed its meaning between them."""
    if desk.plan.operation not in MIXING or len({era(t.year) for t in desk.plan.targets}) < 2:
        return handler(desk)
    apart = [c for c in crossings(exact(desk.readings())) if c.verdict is Verdict.APART]
    if not apart:
        return handler(desk)
    why = "；".join(dict.fromkeys(remark for crossing in apart for remark in crossing.remarks))
    head = Statement(f"{why}。两者口径不同，不能相比或相加，以下按格式分别列出：")
    return joined(head, [_run(desk, first, after, handler) for first, after in _runs(apart)])


def _runs(apart: Sequence[Change]) -> list[tuple[int, int]]:
    """The first years of formats that begin and end each run; the end belongs to the next."""
    starts = [min(ERAS), *(crossing.after for crossing in apart)]
    return list(pairwise([*starts, max(ERAS) + 1]))


def _run(desk: Desk, first: int, after: int, handler: Handler) -> Draft:
    """The answer for the reports of some formats; a figure that stands alone is just told."""
    targets = tuple(t for t in desk.plan.targets if first <= era(t.year) < after)
    part = replace(desk, plan=replace(desk.plan, targets=targets))
    readings = part.readings()
    draft = handler(part) if len(exact(readings)) > 1 else None
    if draft is None:
        stated = readings_stated(readings)
        told = [said(reading, desk.names, line=True) for reading in stated]
        told += [coverage(part, readings)] if len(stated) < len(readings) else []
        draft = drafted(told, stated)
    named = [
        ERAS[year] for year in ERAS if first <= year < after and any(era(t.year) == year for t in targets)
    ]
    head = Statement(f"{'、'.join(named)}：", line=True)
    return replace(draft, statements=(head, *(replace(s, line=True) for s in draft.statements)))


def joined(head: Statement, drafts: Sequence[Draft]) -> Draft:
    """The answers for the runs as one."""
    return Draft(
        (head, *(s for draft in drafts for s in draft.statements)),
        figures=tuple(f for draft in drafts for f in draft.figures),
        items=tuple(dict.fromkeys(i for draft in drafts for i in draft.items)),
        conflicts=tuple(c for draft in drafts for c in draft.conflicts),
    )
