"""Composes an answer: plan -> figures | contact data | passages -> write -> verify -> Answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from assistant import cite, inside
from assistant.abilities import ALL, Abilities
from assistant.compose import (
    Draft,
    Numbering,
    Statement,
    number,
    numbered_conflicts,
    numbered_figures,
    numbered_items,
)
from assistant.inquiry import TOP_K, Inquiry
from assistant.passages import spoken_of
from assistant.passages.search import Ranking, search
from assistant.plan import about_each
from assistant.plan import plan as make_plan
from assistant.planning.directory import department_meant, directory
from assistant.planning.kept import Same, kept
from assistant.planning.nearest import option
from assistant.planning.query import Plan
from assistant.planning.steps import names_nothing, steps
from assistant.schema import Answer, Reason, Status
from assistant.stepwise import about_the_same, joined, said
from assistant.work import Stopwatch, Work
from index.language.text import squeeze_numbers
from index.schema import Hit
from index.storage.heads import ReportHead
from index.store import Store

History = Sequence[tuple[str, str]]


TEXTS_KEPT = 4096
"""How many reports' texts stay in memory for verification, about 10 kB each."""


@dataclass(frozen=True, slots=True)
class Filters:
    """What the reader narrowed the collection to; empty means everything. ``issuers`` are full or short names."""

    issuers: tuple[str, ...] = ()
    years: tuple[int, ...] = ()

    def admits(self, head: ReportHead) -> bool:
        """Whether a report is within the filters."""
        by_issuer = not self.issuers or any(
            name in self.issuers for name in (head.issuer.name, *head.issuer.aliases)
        )
        return by_issuer and (not self.years or head.year in self.years)


@lru_cache(maxsize=8)
def _admitted(catalogue: Same[ReportHead], filters: Filters) -> tuple[ReportHead, ...]:
    return tuple(head for head in catalogue.items if not head.superseded_by and filters.admits(head))


@kept
def _names(heads: Sequence[ReportHead]) -> Mapping[str, str]:
    """What people call the reports' bodies, by report."""
    return {head.name: head.issuer.short for head in heads}


class Assistant:
    """Answers questions from one store; safe to share between threads."""

    def __init__(self, store: Store, abilities: Abilities = ALL) -> None:
        self.store = store
        self._texts: dict[tuple[str, str], str] = {}
        self.abilities = abilities

    def heads(self, filters: Filters) -> tuple[ReportHead, ...]:
        """The reports that answer: within the filters, of two for one body and year the later signed."""
        return _admitted(Same(self.store.catalogue()), filters)

    def ask(
        self, question: str, history: History = (), hits: int = 0, filters: Filters | None = None
    ) -> Answer:
        """The answer to a question; with ``hits`` the retriever's first so many hits are reported too."""
        return self.concluded(self.work(question, history, hits, filters), hits)

    def work(
        self, question: str, history: History = (), hits: int = 0, filters: Filters | None = None
    ) -> Work:
        """A question worked out up to the draft, which nobody has verified yet."""
        return self.work_in(self.heads(filters or Filters()), question, history, hits)

    def work_in(
        self, heads: Sequence[ReportHead], question: str, history: History = (), hits: int = 0
    ) -> Work:
        """As ``work``, over reports that are chosen already."""
        watch = Stopwatch()
        if parts := self.in_steps(question, history, heads, hits):
            watch.lap("compose")
            return replace(parts, watch=watch)
        plan = self.plan(question, history, heads)
        watch.lap("plan")
        work = self.work_on_plan(question, plan, heads, hits, watch)
        part = inside.of_the_report(work, history, heads)
        told = self.work_on_plan(question, part, heads, hits, watch) if part else None
        return told if told and inside.tells(told) else work

    def work_on_plan(
        self, question: str, plan: Plan, heads: Sequence[ReportHead], hits: int, watch: Stopwatch
    ) -> Work:
        """A question whose plan is known, worked out up to the draft; of one that names no body, by who speaks of its thing."""
        if spoken := self._spoken_of(question, plan, heads, hits, watch):
            return spoken
        work = self._worked(question, plan, heads, hits, watch)
        if work.draft.status is not Status.REFUSED:
            return work
        return self._of_department(question, plan, heads, hits, watch) or work

    def _of_department(
        self, question: str, plan: Plan, heads: Sequence[ReportHead], hits: int, watch: Stopwatch
    ) -> Work | None:
        """The answer of the department that a refused question may mean (云州水务), with a note; ``None`` where it has none."""
        typed, short = department_meant(plan.question, directory(heads))
        if not typed:
            return None
        meant = self.plan(plan.question.replace(typed, short), (), heads)
        meant = replace(meant, notes=(f"“{typed}”按“{short}”理解", *meant.notes))
        work = self._worked(question, meant, heads, hits, watch)
        return work if work.draft.status is Status.ANSWERED else None

    def _spoken_of(
        self, question: str, plan: Plan, heads: Sequence[ReportHead], hits: int, watch: Stopwatch
    ) -> Work | None:
        """The answer of the only body whose reports speak of what is asked, or which of several is meant; else ``None``."""
        said = spoken_of.refused(question, plan) if self.abilities.words else None
        spoken = spoken_of.find(self.store, said, plan.question, heads) if said else None
        if spoken is None or not spoken.settles:
            return None
        plans = about_each(plan.question, spoken, heads)
        works = [self._worked(question, each, heads, hits, watch) for each in plans]
        answered = [work for work in works if spoken_of.holds(work.draft, work.plan, spoken.piece)]
        if answered and len(works) > 1:
            options = tuple(option(body) for body in spoken_of.bodies(spoken, heads))
            return self._worked(question, replace(plan, options=options, missing=()), heads, hits, watch)
        return answered[0] if answered else None

    def _worked(
        self, question: str, plan: Plan, heads: Sequence[ReportHead], hits: int, watch: Stopwatch
    ) -> Work:
        """The plan as it is, worked out up to the draft."""
        names = _names(heads)
        answerable = bool(plan.targets) and not plan.options
        depth = max(hits, TOP_K) if (answerable or hits) else 0
        found = Ranking(lambda: search(self.store, plan, depth, self.abilities) if depth else [])
        draft = self.draft(plan, found, names)
        watch.lap("compose", apart={"retrieve": found.ms})
        return Work(question, plan, heads, found, names, draft, watch)

    def in_steps(
        self,
        question: str,
        history: History,
        heads: Sequence[ReportHead],
        hits: int,
        parts: Sequence[str] | None = None,
    ) -> Work | None:
        """A question that is several, worked out one after the other; ``None`` for one, or where none of them is answered.

        ``parts`` are its steps where somebody else has taken it apart.
        """
        asked = steps(question) if parts is None else parts
        talk, done = list(history), list[Work]()
        for step in asked:
            plan = self.plan(step, talk, heads)
            if done and names_nothing(step, directory(heads)):
                plan = about_the_same(step, plan, done[-1])
            done.append(self.work_on_plan(step, plan, heads, hits, Stopwatch()))
            talk.append((plan.question, said(done[-1])))
        return joined(question, done) if len(done) > 1 else None

    def concluded(self, work: Work, hits: int = 0) -> Answer:
        """The verified answer that a piece of work comes to."""
        plan, names, watch = work.plan, work.names, work.watch
        answer = self.finish(work.question, plan, work.draft)
        watch.lap("verify")
        chips = {
            "issuers": list(dict.fromkeys(names.get(t.report, t.issuer) for t in plan.targets)),
            "years": [str(y) for y in sorted({t.year for t in plan.targets})],
        }
        return replace(
            answer,
            hits=tuple(work.hits[:hits]) if hits else (),
            ms=dict(watch.ms),
            filters=chips,
            question=work.question,
        )

    def plan(self, question: str, history: History, heads: Sequence[ReportHead]) -> Plan:
        """What the question asks of those reports."""
        return make_plan(question, history, heads)

    def draft(self, plan: Plan, hits: Sequence[Hit], names: Mapping[str, str]) -> Draft:
        """What is answered before verification."""
        return Inquiry(self.store, self.abilities, plan, hits, names).draft()

    def squeezed(self, name: str) -> str:
        """A report's whole text as quotes are compared, kept between questions."""
        held = self.store.head(name)
        key = (name, held.digest if held else "")
        if len(self._texts) > TEXTS_KEPT:
            self._texts.clear()
        if key not in self._texts:
            self._texts[key] = squeeze_numbers(self.store.report(name).text)
        return self._texts[key]

    def finish(self, question: str, plan: Plan, draft: Draft) -> Answer:
        """Verify the draft and number its citations; with nothing left that is verified, refuse."""
        verdict = cite.verify(draft, self.squeezed)
        draft = verdict.draft
        corrected = dict(draft.corrected)
        planned = tuple(corrected.get(note, note) for note in plan.notes)
        notes = planned
        if verdict.withheld:
            notes = (*notes, f"有{len(verdict.withheld)}句未能核实，已略去。")
        if not draft.statements or (draft.whole and verdict.withheld):
            draft = Draft(
                (Statement("找到的内容未能通过核实，无法回答。"),), Status.REFUSED, Reason.NOT_STATED
            )
        numbering = Numbering()
        text, claims = number(draft, numbering)
        remarks = "".join(f"（{note}）\n" for note in planned)
        return Answer(
            question=question,
            status=draft.status,
            text=remarks + text,
            reason=draft.reason,
            options=draft.options,
            items=numbered_items(draft, numbering),
            claims=claims,
            figures=numbered_figures(draft, numbering),
            conflicts=numbered_conflicts(draft, numbering),
            citations=numbering.citations(),
            notes=notes,
        )
