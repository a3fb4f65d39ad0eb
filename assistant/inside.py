"""A body that nobody has, asked about after one whose report tells of it: a county after its city, a bureau after its county."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.plan import plan as make_plan
from assistant.planning.directory import Head, directory, stem
from assistant.planning.followup import as_part
from assistant.planning.query import Plan
from assistant.schema import Reason, Status
from assistant.work import Work


def of_the_report(work: Work, history: Sequence[tuple[str, str]], heads: Sequence[Head]) -> Plan | None:
    """The plan of a refused follow-up put to the report that was talked about; ``None`` where nothing is to be put there."""
    missing = work.plan.missing
    if not history or work.draft.status is not Status.REFUSED or len(missing) != 1:
        return None
    if missing[0].reason is not Reason.NO_SUCH_ISSUER or work.plan.targets:
        return None
    asked = as_part(work.question, history, directory(heads))
    plan = make_plan(asked, (), heads) if asked else None
    if plan is None or len(plan.targets) != 1 or not plan.scope or plan.missing:
        return None
    (target,) = plan.targets
    short = next(head.issuer.short for head in heads if head.name == target.report)
    note = f"没有收录{missing[0].subject}的报告，以下出自{short}{target.year}年的报告"
    return replace(plan, notes=(*plan.notes, note))


def tells(work: Work) -> bool:
    """Whether an answer rests on words of the report that name the part."""
    quotes = "".join(source.quote for said in work.draft.statements for source in said.sources)
    return work.draft.status is Status.ANSWERED and stem(work.plan.scope) in "".join(quotes.split())
