"""Figures of several statutory formats side by side: said where they count nearly the same, kept apart where they do not.

What each row became in the next format, and whether it still counts the same, stands in index/borders.toml.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

from assistant.compose import Draft, Statement
from assistant.counting.channels import kinds
from assistant.counting.desk import Desk, coverage, drafted, exact, readings_stated, said
from assistant.counting.readings import Reading
from assistant.counting.rows import row_of
from assistant.planning.query import SET_AGAINST
from index.borders import ERAS, Change, Verdict, changes, era
from index.indicators import indicators

Handler = Callable[[Desk], Draft | None]


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
    if desk.plan.operation in SET_AGAINST and len(kinds(found := desk.readings())) > 1:
        return by_kind(desk, found, handler)
    if desk.plan.operation not in SET_AGAINST or len({era(t.year) for t in desk.plan.targets}) < 2:
        return handler(desk)
    apart = [c for c in crossings(exact(desk.readings())) if c.verdict is Verdict.APART]
    if not apart:
        return handler(desk)
    why = "；".join(dict.fromkeys(remark for crossing in apart for remark in crossing.remarks))
    head = Statement(f"{why}。两者口径不同，不能相比或相加，以下按格式分别列出：")
    return joined(head, [_run(desk, first, after, handler) for first, after in _runs(apart)])


def by_kind(desk: Desk, readings: Sequence[Reading], handler: Handler) -> Draft | None:
    """What ``handler`` answers where some reports state all that was disclosed and others only one channel.

    By the channel that all of them state; without one for those that state a total, and for each channel, by themselves.
    """
    if channel := desk.common_channel:
        return by_channel(desk, readings, channel, handler)
    head = Statement(
        "有的报告写明了主动公开的总数，有的只写明一个渠道的数，口径不同，不能相比或相加，以下分别列出："
    )
    drafts = []
    for kind in kinds(readings):
        targets = tuple(r.target for r in readings if r.stated and r.indicator == kind)
        part = replace(desk, plan=replace(desk.plan, targets=targets, indicators=(kind,)))
        drafts.append(_told(part, f"{indicators()[kind].name}：", handler))
    silent = [r for r in readings if not r.stated]
    rest = [drafted([coverage(desk, readings)], ())] if silent else []
    return joined(head, [*drafts, *rest])


def by_channel(desk: Desk, readings: Sequence[Reading], channel: str, handler: Handler) -> Draft | None:
    """What ``handler`` answers by a channel that all reports state, and the totals of those that state one."""
    draft = handler(replace(desk, plan=replace(desk.plan, indicators=(channel,))))
    if draft is None:
        return None
    totals = [r for r in readings if r.stated and r.indicator == "disclosed"]
    head = Statement(f"不是每份报告都写明了主动公开的总数，以下按都写明的“{indicators()[channel].name}”：")
    told = [said(r, desk.names, line=True) for r in totals]
    return joined(head, [draft, drafted([Statement("写明了总数的：", line=True), *told], totals)])


def _runs(apart: Sequence[Change]) -> list[tuple[int, int]]:
    """The first years of formats that begin and end each run; the end belongs to the next."""
    starts = [min(ERAS), *(crossing.after for crossing in apart)]
    return list(pairwise([*starts, max(ERAS) + 1]))


def _run(desk: Desk, first: int, after: int, handler: Handler) -> Draft:
    """The answer for the reports of some formats; a figure that stands alone is just told."""
    targets = tuple(t for t in desk.plan.targets if first <= era(t.year) < after)
    named = [
        ERAS[year] for year in ERAS if first <= year < after and any(era(t.year) == year for t in targets)
    ]
    return _told(replace(desk, plan=replace(desk.plan, targets=targets)), f"{'、'.join(named)}：", handler)


def _told(part: Desk, name: str, handler: Handler) -> Draft:
    """What ``handler`` answers for some of the reports, under a name; a figure that stands alone is just told."""
    readings = part.readings()
    draft = handler(part) if len(exact(readings)) > 1 else None
    if draft is None:
        stated = readings_stated(readings)
        told = [said(reading, part.names, line=True) for reading in stated]
        told += [coverage(part, readings)] if len(stated) < len(readings) else []
        draft = drafted(told, stated)
    head = Statement(name, line=True)
    return replace(draft, statements=(head, *(replace(s, line=True) for s in draft.statements)))


def joined(head: Statement, drafts: Sequence[Draft]) -> Draft:
    """The answers for the runs as one."""
    return Draft(
        (head, *(s for draft in drafts for s in draft.statements)),
        figures=tuple(f for draft in drafts for f in draft.figures),
        items=tuple(dict.fromkeys(i for draft in drafts for i in draft.items)),
        conflicts=tuple(c for draft in drafts for c in draft.conflicts),
    )
