"""The way from a plan to a draft: who answers what, and what is said when nobody can."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from assistant import added_up, course, figures
from assistant.abilities import Abilities
from assistant.compose import Draft, Statement
from assistant.counted import SINCE_EVER, counts, narrows, tells_the_figure
from assistant.counting import collection, conflicts
from assistant.counting.channels import CHANNELS
from assistant.counting.conflicts import asks_carried
from assistant.counting.desk import Desk
from assistant.counting.named import with_named_part
from assistant.counting.needed import indicators_for
from assistant.counting.published import with_published
from assistant.counting.rows import others
from assistant.counting.second_hand import with_second_hand
from assistant.passages import clauses, contacts, extract, likeness, nearest
from assistant.passages.gate import COUNTED
from assistant.passages.quoting import quoted
from assistant.passages.search import search
from assistant.passages.weighing import Passage, Weighed
from assistant.planning.directory import reports_of
from assistant.planning.part_names import speaks_of
from assistant.planning.query import Condition, Operation, Plan, Target
from assistant.planning.targets import older_instead
from assistant.presumed import Presumed
from assistant.refusing import clarify, not_stated, refusal
from assistant.schema import Status
from assistant.told import share_of_figure, worked_out
from index.indicators import CUMULATIVE
from index.language.text import squeeze
from index.schema import Fact, Hit, Report
from index.store import Store

ANY = Condition(">", Decimal(0))
"""What a list asks for that names no number: which bodies have any."""

TOP_K = 10
"""How many chunks passages are read from, unless more hits are asked for."""


@dataclass(frozen=True, slots=True)
class Inquiry:
    """One question being answered: its plan, the hits for it, and what people call the reports' bodies."""

    store: Store
    abilities: Abilities
    plan: Plan
    hits: Sequence[Hit]
    names: Mapping[str, str]

    def draft(self) -> Draft:
        """Clarify, refuse, contact data, figures, passages: the first that has an answer."""
        plan = self.plan
        if plan.options:
            return clarify(plan)
        if told := self.second_hand() or self.carried() or self.added_up():
            return told
        if not plan.targets:
            return refusal(plan)
        if plan.operation is Operation.COLLECTION:
            return collection.described(plan.targets, self.store.report, self.names)
        draft = (
            contacts.answer(plan, self.store.report, self.names)
            or clauses.completed(plan, self.figures_or_passages(), self.passages)
            or (self.presumed().premise() if self.abilities.facts else None)
            or self.other_years()
            or self.unanswered()
        )
        remarks = tuple(Statement(r.message, line=True) for r in plan.missing)
        return replace(draft, statements=(*draft.statements, *remarks))

    def second_hand(self) -> Draft | None:
        """The figures of years without a report as other reports tell them, beside those of the reports held."""
        if not (self.abilities.facts and counts(self.plan)):
            return None
        plan = with_second_hand(self.plan, self.store.catalogue(), self.store.facts)
        draft = figures.answer(self.desk(plan)) if plan else None
        if plan is None or draft is None or draft.status is not Status.ANSWERED:
            return None
        told = plan.notes[len(self.plan.notes) :]
        remarks = (*(f"（{note}）" for note in told), *(r.message for r in plan.missing))
        return replace(draft, statements=(*draft.statements, *(Statement(r, line=True) for r in remarks)))

    def carried(self) -> Draft | None:
        """Whether two years fit together in what was carried over, where that is asked."""
        return conflicts.carried(self.desk(self.plan)) if asks_carried(self.plan) else None

    def added_up(self) -> Draft | None:
        """Whether the parts of a printed total make it up, where that is asked."""
        if not (self.abilities.facts and added_up.asks_whether(self.plan)):
            return None
        only = self.plan.targets[0]
        total = self.desk(replace(self.plan, operation=Operation.VALUE, scope="")).best(only)
        return added_up.told(self.plan, self.store.report(only.report), total, self.names)

    def figures_or_passages(self) -> Draft | None:
        """Figures before passages, unless the question asks for something that the indicators do not count."""
        plan = self.of_named_part()
        usable = self.abilities.facts and counts(plan)
        if usable and (share := self.share_of_figure(plan)):
            return share
        close = usable and narrows(plan) and extract.close(plan, self.read(plan), self.hits, self.names)
        counted = plan.wanted in COUNTED
        if close and not (counted and tells_the_figure(close, self.desk(plan).readings())):
            return self.worked_out(close)
        told = with_published(plan, figures.answer(self.desk(plan)), self.store.report) if usable else None
        by_facts = self.with_other_years(told) if usable else self.since_ever()
        channel = plan.operation is Operation.LIST and plan.indicators[0] in CHANNELS
        if by_facts and channel and plan.condition in (None, ANY):
            return self.with_mentions(by_facts)
        uncharged = self.presumed().uncharged() if self.abilities.facts and not by_facts else None
        if by_facts or uncharged or self.presumed().of_exemption():
            return by_facts or uncharged
        return self.worked_out(self.passages(self.plan))

    def of_named_part(self) -> Plan:
        """The plan, of a part where the question names one as the report does (财政类, 民生主题)."""
        if not self.abilities.facts or len(self.plan.targets) != 1:
            return self.plan
        return with_named_part(self.plan, self.store.facts(reports=[self.plan.targets[0].report]))

    def share_of_figure(self, plan: Plan) -> Draft | None:
        """The share that a sentence's count is of the plan's figure, where it is asked for (征地类占全部申请几成)."""
        if plan.operation is not Operation.SHARE or len(plan.targets) != 1:
            return None
        desk = self.desk(plan)
        whole = desk.read(plan.targets[0], plan.divisor or plan.indicators[0])
        return share_of_figure(plan, self.store.report(plan.targets[0].report), whole)

    def worked_out(self, draft: Draft | None) -> Draft | None:
        """What passages tell, with the share, the sum or the change that their counts come to where one is asked for."""
        if course.asks_course(self.plan):
            return course.told(self.plan, self.passages(course.of_each_year(self.plan)), draft, self.names)
        return worked_out(self.plan, draft) if draft and draft.status is Status.ANSWERED else draft

    def with_other_years(self, draft: Draft | None) -> Draft | None:
        """The newest report's figure, and where the question names no year, the figures of the body's other reports."""
        plan = self.plan
        single = plan.operation in (Operation.VALUE, Operation.YES_NO) and len(plan.targets) == 1
        if draft is None or draft.status is not Status.ANSWERED or plan.years or plan.every or not single:
            return draft
        asked = plan.targets[0]
        heads = reports_of(asked.issuer, self.store.catalogue())
        elsewhere = tuple(Target(h.name, asked.issuer, h.year) for h in heads if h.name != asked.report)
        if not elsewhere:
            return draft
        names = {**self.names, **{h.name: h.issuer.short for h in heads}}
        there = replace(plan, targets=elsewhere, parts=())
        return figures.with_others(draft, replace(self, plan=there, names=names).desk(there))

    def since_ever(self) -> Draft | None:
        """The cumulative figure, from its column of the annex or its sentence, where it is asked for."""
        if not (self.abilities.facts and SINCE_EVER.search(self.plan.question)):
            return None
        ways = (replace(self.plan, column=CUMULATIVE), replace(self.plan, scope="累计"))
        drafts = (figures.answer(self.desk(plan)) for plan in ways)
        return next((draft for draft in drafts if draft and draft.status is Status.ANSWERED), None)

    def with_mentions(self, draft: Draft) -> Draft:
        """A list of bodies that state a figure, and those that mention the thing without one (用微博公开过信息)."""
        stated = {figure.issuer for figure in draft.figures}
        silent = tuple(t for t in self.plan.targets if t.issuer not in stated)
        more = (
            self.passages(replace(self.plan, targets=silent, operation=Operation.WHICH)) if silent else None
        )
        if more is None:
            return draft
        head = Statement("没有写明数字、但提到的有：", line=True)
        return replace(
            draft, statements=(*draft.statements, head, *more.statements), items=(*draft.items, *more.items)
        )

    def presumed(self) -> Presumed:
        """What the question takes for granted, to be held against the figures."""
        return Presumed(self.plan, self.desk, self.store.report, self.names)

    def other_years(self) -> Draft | None:
        """A question without a year that the newest report does not answer: the body's other reports, newest first."""
        plan = self.plan
        if plan.years or plan.every or len(plan.targets) != 1 or plan.operation is not Operation.NARRATIVE:
            return None
        asked = plan.targets[0]
        for head in sorted(reports_of(asked.issuer, self.store.catalogue()), key=lambda h: -h.year):
            if head.name == asked.report:
                continue
            there = replace(plan, targets=(Target(head.name, head.issuer.name, head.year),))
            hits = search(self.store, there, TOP_K, self.abilities)
            names = {**self.names, head.name: head.issuer.short}
            if found := replace(self, plan=there, hits=hits, names=names).passages(there):
                return replace(found, corrected=(older_instead(head.issuer.short, asked.year, head.year),))
        return None

    def desk(self, plan: Plan) -> Desk:
        """Where the figures of a plan are worked out."""
        return Desk(plan, self.facts(plan), self.names, others(plan))

    def passages(self, plan: Plan) -> Draft | None:
        """What passages answer to a plan."""
        return extract.answer(plan, self.read(plan), self.hits, self.names)

    def facts(self, plan: Plan) -> Sequence[Fact]:
        """The facts of the plan's reports that it may need."""
        return self.store.facts(
            reports=[t.report for t in plan.targets], indicators=sorted(indicators_for(plan))
        )

    def read(self, plan: Plan) -> list[tuple[Target, Report]]:
        """The reports whose passages are read: all that are named, of many those with hits."""
        if not self.abilities.filtered:
            chosen = tuple(
                dict.fromkeys(Target(h.chunk.report, h.chunk.issuer, h.chunk.year) for h in self.hits)
            )
        elif len(plan.targets) <= 12:
            chosen = plan.targets
        else:
            names = {hit.chunk.report for hit in self.hits}
            chosen = tuple(t for t in plan.targets if t.report in names)
        return [(t, self.store.report(t.report)) for t in chosen]

    def unanswered(self) -> Draft:
        """The closest sentence, where it leads by far, else the refusal with the nearest thing that the reports do say."""
        read = self.read(self.plan)
        closest = nearest.closest(self.plan, read, self.hits)
        if read and len(self.plan.targets) == 1 and (found := self.last_resort(read[0][1], closest)):
            lead = extract.heading(self.plan.targets[0], self.names, several=False)
            return Draft((quoted(found, lead),))
        return not_stated(self.plan, self.names, nearest.source(closest))

    def last_resort(self, report: Report, closest: Weighed | None) -> Passage | None:
        """The sentence closest by words, or without such a one that closest by meaning, if it answers after all.

        To a question about a part of the area one that does not name the part answers nothing.
        """
        if closest and nearest.answers(self.plan, closest):
            found: Passage | None = closest.passage
        else:
            found = likeness.answering(self.plan, report, self.store.likeness)
        return found if found and speaks_of(squeeze(found.text), self.plan.scope) else None
