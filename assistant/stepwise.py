"""The answers to the steps of a question joined into one: each with its own sources, and said of which there is none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from assistant.compose import Draft, Source, Statement
from assistant.passages.search import Ranking
from assistant.planning.intent import read_wanted
from assistant.planning.query import Operation, Plan, Target, Wanted
from assistant.planning.terms import content_terms
from assistant.schema import Status
from assistant.work import Work
from index.language.text import squeeze
from index.schema import Hit


def about_the_same(step: str, plan: Plan, before: Work) -> Plan:
    """A step's plan kept to what the step before came to: the bodies that it named as its answer, else all it was about.

    A step that is about nothing in the collection stays so. A why is answered from the text, whatever figure it is about.
    """
    if not (plan.targets or plan.options) or not before.plan.targets:
        return plan
    if read_wanted(squeeze(step)) is Wanted.REASON:
        why = Wanted.REASON if content_terms(squeeze(step)) else Wanted.CAUSE
        counted = plan.indicators if why is Wanted.CAUSE else ()
        plan = replace(plan, operation=Operation.NARRATIVE, wanted=why, indicators=counted, parts=())
    named = {(item.issuer, item.year) for item in before.draft.items if before.plan.every}
    targets = tuple(t for t in before.plan.targets if not named or (t.issuer, t.year) in named)
    kept: tuple[Target, ...] = targets or before.plan.targets
    notes = (
        plan.notes if kept == plan.targets else ()
    )  # on which year was taken, which the step before settles
    return replace(
        plan, targets=kept, options=(), missing=(), notes=notes, every=plan.every and len(kept) > 1
    )


def said(work: Work) -> str:
    """What a step was answered with, for the talk that the next one is understood by; its first sentence names whom."""
    return work.draft.statements[0].text if work.draft.statements else ""


def joined(question: str, done: Sequence[Work]) -> Work | None:
    """The steps as one piece of work; ``None`` where none is answered, or where the first has to be asked back on."""
    drafts = [work.draft for work in done]
    if drafts[0].status is Status.CLARIFY or all(d.status is not Status.ANSWERED for d in drafts):
        return None
    draft = Draft(
        tuple(_once(statement for n, work in enumerate(done) for statement in _part(n, work))),
        figures=tuple(figure for d in drafts for figure in d.figures),
        items=drafts[0].items,
        conflicts=tuple(dict.fromkeys(conflict for d in drafts for conflict in d.conflicts)),
    )
    return replace(done[0], question=question, plan=_plan(question, done), draft=draft, hits=_hits(done))


def _once(statements: Iterable[Statement]) -> Iterator[Statement]:
    """Without a quote that an earlier step was answered with already: one sentence may tell which body and why."""
    shown: set[tuple[str, tuple[Source, ...]]] = set()
    for statement in statements:
        key = (statement.text, statement.sources)
        if key not in shown or not statement.sources:
            yield statement
        shown.add(key)


def _part(n: int, work: Work) -> Iterator[Statement]:
    """A step's statements, from the second step on with a line of their own; one without an answer names its question."""
    first, *rest = work.draft.statements
    if work.draft.status is not Status.ANSWERED:
        asked = work.question.strip().rstrip("，,；;。？?！!")
        yield replace(first, text=f"关于“{asked}”：{first.text}", line=n > 0)
        return
    yield replace(first, line=first.line or n > 0)
    yield from rest


def _plan(question: str, done: Sequence[Work]) -> Plan:
    plans = [work.plan for work in done]
    return replace(
        plans[0],
        question=question,
        operation=Operation.NARRATIVE,
        wanted=Wanted.TEXT,
        targets=tuple(dict.fromkeys(target for plan in plans for target in plan.targets)),
        terms=tuple(dict.fromkeys(term for plan in plans for term in plan.terms)),
        focus=(),
        notes=tuple(dict.fromkeys(note for plan in plans for note in plan.notes)),
    )


def _hits(done: Sequence[Work]) -> Ranking:
    """The steps' rankings in turn, each hit once."""

    def merged() -> list[Hit]:
        ranks = [list(work.hits) for work in done]
        mixed = [hits[n] for n in range(max(map(len, ranks))) for hits in ranks if n < len(hits)]
        first = {hit.chunk.id: hit for hit in reversed(mixed)}
        order = dict.fromkeys(hit.chunk.id for hit in mixed)
        return [replace(first[key], rank=n) for n, key in enumerate(order, start=1)]

    return Ranking(merged)
