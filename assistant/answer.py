"""Composes an answer: plan -> figures | contact data | passages -> write -> verify -> Answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from assistant import cite, collection, contacts, extract, figures
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
from assistant.desk import CHANNELS, Desk, fallbacks
from assistant.expected import asked_unit, asks_existence, unit_fits
from assistant.plan import plan as make_plan
from assistant.query import Condition, Operation, Plan, Target, Wanted
from assistant.relevance import carries, is_generic
from assistant.schema import Answer, Reason, Status
from assistant.search import search
from assistant.work import Stopwatch, Work
from index.heads import ReportHead
from index.indicators import indicators
from index.schema import Fact, FactState, Hit, Report
from index.store import Store
from index.text import squeeze_numbers
from index.words import is_noun

History = Sequence[tuple[str, str]]

ANY = Condition(">", Decimal(0))
"""What a list asks for that names no number: which bodies have any."""

TOP_K = 10
"""How many chunks passages are read from, unless more hits are asked for."""


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


class Assistant:
    """Answers questions from one store; safe to share between threads."""

    def __init__(self, store: Store, abilities: Abilities = ALL) -> None:
        self.store = store
        self._texts: dict[tuple[str, str], str] = {}
        self.abilities = abilities

    def heads(self, filters: Filters) -> list[ReportHead]:
        """The reports that answer: within the filters, of two for one body and year the later signed."""
        return [h for h in self.store.catalogue() if not h.superseded_by and filters.admits(h)]

    def ask(
        self, question: str, history: History = (), hits: int = 0, filters: Filters | None = None
    ) -> Answer:
        """The answer to a question; with ``hits`` the retriever's first so many hits are reported too."""
        return self.concluded(self.work(question, history, hits, filters), hits)

    def work(
        self, question: str, history: History = (), hits: int = 0, filters: Filters | None = None
    ) -> Work:
        """A question worked out up to the draft, which nobody has verified yet."""
        watch = Stopwatch()
        heads = self.heads(filters or Filters())
        plan = self.plan(question, history, heads)
        watch.lap("plan")
        names = {head.name: head.issuer.short for head in heads}
        answerable = bool(plan.targets) and not plan.options
        found = search(self.store, plan, max(hits, TOP_K), self.abilities) if (answerable or hits) else []
        watch.lap("retrieve")
        draft = self.draft(plan, found, names)
        watch.lap("compose")
        return Work(question, plan, heads, found, names, draft, watch)

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
            answer, hits=tuple(work.hits[:hits]), ms=dict(watch.ms), filters=chips, question=work.question
        )

    def plan(self, question: str, history: History, heads: Sequence[ReportHead]) -> Plan:
        """What the question asks of those reports."""
        return make_plan(question, history, heads)

    def draft(self, plan: Plan, hits: Sequence[Hit], names: Mapping[str, str]) -> Draft:
        """What is answered before verification: clarify, refuse, figures, contact data, passages."""
        if plan.options:
            return clarify(plan)
        if not plan.targets:
            return refusal(plan)
        if plan.operation is Operation.COLLECTION:
            used = {t.report: self.store.report(t.report) for t in plan.targets}
            return collection.described(plan.targets, used, names)
        draft = (
            contacts.answer(plan, self.store.report, names)
            or self.figures_or_passages(plan, hits, names)
            or self.premise(plan, names)
            or self.other_years(plan, names)
            or self.not_stated(plan, hits, names)
        )
        remarks = tuple(Statement(r.message, line=True) for r in plan.missing)
        return replace(draft, statements=(*draft.statements, *remarks))

    def figures_or_passages(self, plan: Plan, hits: Sequence[Hit], names: Mapping[str, str]) -> Draft | None:
        """Figures before passages, unless the question asks for something that the indicators do not count."""
        usable = self.abilities.facts and counts(plan)
        by_facts = figures.answer(Desk(plan, self.facts(plan), names)) if usable else None
        channel = plan.operation is Operation.LIST and plan.indicators[0] in CHANNELS
        if by_facts and channel and plan.condition in (None, ANY):
            return self.with_mentions(by_facts, plan, hits, names)
        return by_facts or extract.answer(plan, self.read(plan, hits), hits, names)

    def with_mentions(self, draft: Draft, plan: Plan, hits: Sequence[Hit], names: Mapping[str, str]) -> Draft:
        """A list of bodies that state a figure, and those that mention the thing without one (用微博公开过信息)."""
        stated = {figure.issuer for figure in draft.figures}
        silent = tuple(t for t in plan.targets if t.issuer not in stated)
        rest = replace(plan, targets=silent, operation=Operation.WHICH)
        more = extract.answer(rest, self.read(rest, hits), hits, names) if silent else None
        if more is None:
            return draft
        head = Statement("没有写明数字、但提到的有：", line=True)
        return replace(
            draft, statements=(*draft.statements, head, *more.statements), items=(*draft.items, *more.items)
        )

    def premise(self, plan: Plan, names: Mapping[str, str]) -> Draft | None:
        """Asked who did or why where nothing happened (都是谁交的, and nothing was paid): the zero is the answer.

        Asked how it was with something that no passage tells of, its figure is.
        """
        if not (self.abilities.facts and plan.indicators and plan.targets):
            return None
        desk = Desk(replace(plan, operation=Operation.VALUE), self.facts(plan), names)
        readings = desk.readings()
        told = plan.operation is Operation.NARRATIVE and plan.wanted is Wanted.TEXT and counts(plan)
        if not told and any(r.state is not FactState.ZERO for r in readings):
            return None
        return figures.values(desk)

    def other_years(self, plan: Plan, names: Mapping[str, str]) -> Draft | None:
        """A question without a year that the newest report does not answer: the body's other reports, newest first."""
        if plan.years or plan.every or len(plan.targets) != 1 or plan.operation is not Operation.NARRATIVE:
            return None
        asked = plan.targets[0]
        others = sorted(
            (h for h in self.heads(Filters()) if h.issuer.name == asked.issuer and h.name != asked.report),
            key=lambda h: -h.year,
        )
        for head in others:
            there = replace(plan, targets=(Target(head.name, head.issuer.name, head.year),))
            hits = search(self.store, there, TOP_K, self.abilities)
            if found := extract.answer(
                there, self.read(there, hits), hits, {**names, head.name: head.issuer.short}
            ):
                return found
        return None

    def facts(self, plan: Plan) -> Sequence[Fact]:
        """The facts that a plan may need: its indicators, their parts and what a share is of."""
        wanted = {*fallbacks(plan.indicators), plan.divisor, "requests_carried_in"} - {""}
        wanted |= {"requests_total"} if "requests_new" in wanted else set()
        wanted |= {i for part in plan.parts for i in part.indicators}
        wanted |= {i.id for i in indicators().values() if i.parent in wanted}
        return self.store.facts(reports=[t.report for t in plan.targets], indicators=sorted(wanted))

    def read(self, plan: Plan, hits: Sequence[Hit]) -> list[tuple[Target, Report]]:
        """The reports whose passages are read: all that are named, of many those with hits."""
        if not self.abilities.filtered:
            chosen = found_in(hits)
        elif len(plan.targets) <= 12:
            chosen = plan.targets
        else:
            names = {hit.chunk.report for hit in hits}
            chosen = tuple(t for t in plan.targets if t.report in names)
        return [(t, self.store.report(t.report)) for t in chosen]

    def not_stated(self, plan: Plan, hits: Sequence[Hit], names: Mapping[str, str]) -> Draft:
        """The refusal that names the reports that were searched and the nearest thing that they do say."""
        searched = "、".join(
            dict.fromkeys(f"{names.get(t.report, t.issuer)}{t.year}年" for t in plan.targets[:5])
        )
        more = f"等{len(plan.targets)}份" if len(plan.targets) > 5 else ""
        statements = [Statement(f"{searched}{more}年报没有写明这一点，无法回答。")]
        source = extract.nearest(plan, self.read(plan, hits), hits)
        if source:
            quote = " ".join(source.quote.split())
            statements.append(Statement(f"报告中最接近的内容是：“{quote}”", (source,), line=True))
        return Draft(tuple(statements), status=Status.REFUSED, reason=Reason.NOT_STATED)

    def squeezed(self, name: str) -> str:
        """A report's whole text as quotes are compared, kept between questions."""
        key = (name, next((h.digest for h in self.store.catalogue() if h.name == name), ""))
        if len(self._texts) > TEXTS_KEPT:
            self._texts.clear()
        if key not in self._texts:
            self._texts[key] = squeeze_numbers(self.store.report(name).text)
        return self._texts[key]

    def finish(self, question: str, plan: Plan, draft: Draft) -> Answer:
        """Verify the draft and number its citations; with nothing left that is verified, refuse."""
        verdict = cite.verify(draft, self.squeezed)
        draft = verdict.draft
        notes = plan.notes
        if verdict.withheld:
            notes = (*notes, f"有{len(verdict.withheld)}句未能核实，已略去。")
        if not draft.statements:
            draft = Draft(
                (Statement("找到的内容未能通过核实，无法回答。"),), Status.REFUSED, Reason.NOT_STATED
            )
        numbering = Numbering()
        text, claims = number(draft, numbering)
        remarks = "".join(f"（{note}）\n" for note in plan.notes)
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


def found_in(hits: Sequence[Hit]) -> tuple[Target, ...]:
    """The reports that hits are from, the best first."""
    return tuple(dict.fromkeys(Target(h.chunk.report, h.chunk.issuer, h.chunk.year) for h in hits))


def counts(plan: Plan) -> bool:
    """Whether the plan's indicators are what the question counts: same unit, and no noun that they don't explain.

    (公众号有多少人关注 is not about what the account published.)
    """
    known = [indicators()[i] for i in plan.indicators if i in indicators()]
    if plan.operation is Operation.YES_NO and plan.condition is None and not asks_existence(plan.question):
        return False
    if plan.operation not in (Operation.VALUE, Operation.YES_NO) or not known:
        return True
    if any(is_noun(word) for word in plan.focus if carries(word) and not is_generic(word)):
        return False
    unit = "" if plan.parts or plan.divisor else asked_unit(plan.question)
    return any(unit_fits(i.unit, unit) for i in known)


def clarify(plan: Plan) -> Draft:
    """The question back, with what it could mean."""
    statements = [Statement("您问的是哪一个？收录的有：")]
    statements += [Statement(f"- {option}", line=True) for option in plan.options]
    return Draft(tuple(statements), Status.CLARIFY, options=plan.options)


def refusal(plan: Plan) -> Draft:
    """The planner's refusals in its words."""
    if not plan.missing:
        text = "没有收录相关的年报，无法回答。"
        return Draft((Statement(text),), Status.REFUSED, Reason.NO_SUCH_ISSUER)
    statements = tuple(Statement(r.message, line=True) for r in plan.missing)
    return Draft(statements, Status.REFUSED, plan.missing[0].reason)
