"""Plan -> figures: questions about values answered from facts by code, with sources and the sum that was done.

``answer`` gives a Draft, or ``None`` where the facts do not settle the question; then passages answer it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.compose import Draft, Statement
from assistant.counted import asks_applicants
from assistant.counting import breakdowns, phrases
from assistant.counting.aggregates import HANDLERS
from assistant.counting.desk import Desk, as_item, disagrees, drafted, holds, readings_stated, said, stated
from assistant.counting.eras import kept_apart, notes
from assistant.counting.fees import unpaid
from assistant.counting.rates import AMOUNT
from assistant.counting.readings import Reading
from assistant.counting.rows import others
from assistant.counting.totals import together
from assistant.passages.expected import asks_all, asks_existence
from assistant.planning.query import Operation, Plan
from assistant.schema import Reason, Status
from index.indicators import indicators

_ASKS_MORE = re.compile(
    "[，,；;？?][^多几]*(?:啥|什么|哪[些个方]|怎么|为何|谁)[^多几]*$|^[^多几，,；;？?]*(?:谁|哪[些几家]|哪个单位)[^多几，,；;？?]*[，,；;？?]"
)
"""A clause beside the amount, after it or before it, that asks for the words that go with it."""


def answer(desk: Desk) -> Draft | None:
    """The figures' answer to a plan, or ``None`` where passages must answer."""
    plan = desk.plan
    if not plan.indicators or plan.operation is Operation.WHICH:
        return None
    if broken_down := breakdowns.answer(desk):
        totals = values(desk) if AMOUNT.search(plan.question) else None
        return joined(totals, broken_down) if totals else broken_down
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
        further = first_values(beside) or (unstated(beside, part.scope) if draft else None)
        readings += beside.readings()
        draft = joined(draft, further) if draft and further else draft or further
    if draft and desk.plan.parts and len(desk.plan.targets) == 1:
        draft = replace(draft, statements=(*draft.statements, *together(desk.plan, readings)))
    return draft


def with_others(draft: Draft, desk: Desk) -> Draft:
    """A draft, and in one line what the desk's reports state of the same."""
    known = sorted(readings_stated(desk.readings()), key=lambda r: -r.target.year)
    if not known:
        return draft
    text = "其他年份：" + "；".join(f"{r.target.year}年{phrases.amount(r)}" for r in known) + "。"
    return joined(draft, drafted([stated(text, known)], known))


def unstated(desk: Desk, scope: str) -> Draft | None:
    """That the report gives no figure of its own for a part of the body that the question names; else ``None``."""
    if not scope or len(desk.plan.targets) != 1:
        return None
    if scope.endswith("类"):
        return category(desk, scope)
    if "requests_new" in desk.plan.indicators[:1]:
        carried = first_values(
            replace(desk, plan=replace(desk.plan, indicators=("requests_total",)), others=())
        )
        if carried:
            return carried
    name = indicators()[desk.plan.indicators[0]].name
    return Draft((Statement(f"报告没有单独写明{scope}的{name}。", line=True),))


def category(desk: Desk, scope: str) -> Draft | None:
    """The sentence that tells of a kind of things (动态类) beside the figure asked for; ``None`` where none names it."""
    told = next((f for f in desk.facts if f.source == "text" and scope[:-1] in f.quote), None)
    if told is None:
        return None
    return Draft(
        (Statement(f"报告写道：“{' '.join(told.quote.split())}”", phrases.sources((told,)), line=True),)
    )


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
    whole, beside = breakdowns.outcomes(desk) if len(readings) == 1 else (None, [])
    statements = [said(r, desk.names, lead(desk.plan, r, whole), line=len(readings) > 1) for r in readings]
    statements += notes(readings)
    statements += by_requests(desk.plan, readings)
    statements += in_words(desk.plan, readings) or unpaid(desk.plan, readings)
    statements += beside if desk.plan.operation is Operation.YES_NO or asks_all(desk.plan.question) else []
    items = tuple(as_item(r) for r in readings if r.stated) if len(readings) > 1 else ()
    return drafted(statements, readings, items=items)


def by_requests(plan: Plan, readings: Sequence[Reading]) -> list[Statement]:
    """That the figure counts requests, where it is asked how many people or firms made them: one may make several."""
    if not (asks_applicants(plan) and any(r.value for r in readings)):
        return []
    return [Statement("报告按申请的件数统计，一个申请人可能提出几件。", line=True)]


def in_words(plan: Plan, readings: Sequence[Reading]) -> list[Statement]:
    """The sentence that tells of a figure, where a further clause asks what it was about (有没有投诉？投诉的啥)."""
    told = [f for r in readings for f in r.facts if f.source == "text"]
    if len(readings) != 1 or not told or not _ASKS_MORE.search(plan.question):
        return []
    return [
        Statement(f"报告写道：“{' '.join(told[0].quote.split())}”", phrases.sources((told[0],)), line=True)
    ]


def blank(desk: Desk, reading: Reading) -> Draft:
    """The refusal for a cell that was left empty or marked as not applicable."""
    return drafted([said(reading, desk.names)], [reading], status=Status.REFUSED, reason=Reason.BLANK)


def lead(plan: Plan, reading: Reading, whole: Reading | None = None) -> str:
    """A yes or a no before the figure, where the question asks for one and the value settles it.

    ``whole`` is the total of the cases that ``reading`` counts one outcome of.
    """
    if disagrees(reading) or reading.value is None:
        return ""
    if whole is not None and asks_all(plan.question):
        return "是的。" if reading.value == whole.value else "不是。"
    if plan.operation is not Operation.YES_NO:
        return ""
    if plan.condition is not None:
        return "是的。" if holds(plan.condition, reading.value) else "不是，与报告不符。"
    if not asks_existence(plan.question) or asks_all(plan.question):
        return ""
    return "有。" if reading.value else "没有。"
