"""Plan -> figures: questions about values answered from facts by code, with sources and the sum that was done.

``answer`` gives a Draft, or ``None`` where the facts do not settle the question; then passages answer it.
"""

from __future__ import annotations

from dataclasses import replace

from assistant.compose import Draft
from assistant.counting import breakdowns
from assistant.counting.aggregates import HANDLERS
from assistant.counting.desk import Desk, as_item, disagrees, drafted, holds, said
from assistant.counting.eras import kept_apart, notes
from assistant.counting.readings import Reading
from assistant.counting.rows import others
from assistant.passages.expected import asks_existence
from assistant.planning.query import Operation, Plan
from assistant.schema import Reason, Status


def answer(desk: Desk) -> Draft | None:
    """The figures' answer to a plan, or ``None`` where passages must answer."""
    plan = desk.plan
    if not plan.indicators or plan.operation is Operation.WHICH:
        return None
    if broken_down := breakdowns.answer(desk):
        return broken_down
    if plan.operation is Operation.NARRATIVE:
        return None
    handler = HANDLERS.get(plan.operation)
    return kept_apart(desk, handler) if handler else values(desk)


def values(desk: Desk) -> Draft | None:
    """Value or yes-no for each target, then the further figures that the question asks for and their sum."""
    draft = first_values(desk)
    readings = desk.readings()
    for part in desk.plan.parts:
        plan = replace(desk.plan, indicators=part.indicators, column=part.column, scope=part.scope, parts=())
        beside = replace(desk, plan=plan, others=others(plan))
        further = first_values(beside)
        readings += beside.readings()
        draft = joined(draft, further) if draft and further else draft or further
    if draft and desk.plan.parts and len(desk.plan.targets) == 1:
        draft = replace(draft, statements=(*draft.statements, *breakdowns.together(desk.plan, readings)))
    return draft


def joined(first: Draft, second: Draft) -> Draft:
    """Two drafts as one: answered where either is."""
    status = first if first.status is Status.ANSWERED else second
    return replace(
        status,
        statements=(*first.statements, *(replace(s, line=True) for s in second.statements)),
        figures=(*first.figures, *second.figures),
        items=(*first.items, *(i for i in second.items if i not in first.items)),
        conflicts=(*first.conflicts, *second.conflicts),
    )


def first_values(desk: Desk) -> Draft | None:
    """The plan's own figure for each target; a single blank cell is a refusal that says so."""
    readings = desk.readings()
    if not any(r.state is not None for r in readings):
        return None
    if len(readings) == 1 and not readings[0].stated:
        return blank(desk, readings[0])
    statements = [said(r, desk.names, lead(desk.plan, r), line=len(readings) > 1) for r in readings]
    statements += notes(readings)
    items = tuple(as_item(r) for r in readings if r.stated) if len(readings) > 1 else ()
    return drafted(statements, readings, items=items)


def blank(desk: Desk, reading: Reading) -> Draft:
    """The refusal for a cell that was left empty or marked as not applicable."""
    return drafted([said(reading, desk.names)], [reading], status=Status.REFUSED, reason=Reason.BLANK)


def lead(plan: Plan, reading: Reading) -> str:
    """A yes or a no before the figure, where the question asks for one and the value settles it."""
    if plan.operation is not Operation.YES_NO or disagrees(reading) or reading.value is None:
        return ""
    if plan.condition is not None:
        return "是的。" if holds(plan.condition, reading.value) else "不是，与报告不符。"
    if not asks_existence(plan.question):
        return ""
    return "有。" if reading.value else "没有。"
