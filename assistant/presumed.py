"""Questions that take for granted what did not happen: who paid where nothing was paid, one kind of fee where none was charged."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from assistant import figures
from assistant.compose import Draft
from assistant.counted import charges_for_more, counts
from assistant.counting import breakdowns, fees
from assistant.counting.desk import Desk
from assistant.passages.expected import asks_how
from assistant.passages.relevance import carries, is_generic
from assistant.planning.query import Operation, Plan, Wanted
from assistant.told import fee_exempted, fee_waived
from index.language.words import is_noun
from index.schema import FactState, Report


@dataclass(frozen=True, slots=True)
class Presumed:
    """A question and where its figures are read: ``desk`` of a plan, ``report`` by name, people's ``names`` of issuers."""

    plan: Plan
    desk: Callable[[Plan], Desk]
    report: Callable[[str], Report]
    names: Mapping[str, str]

    def premise(self) -> Draft | None:
        """Asked who did or why where nothing happened (都是谁交的, and nothing was paid): the zero is the answer.

        Asked how it was with something that no passage tells of, its figure is.
        """
        plan = self.plan
        if not (plan.indicators and plan.targets):
            return None
        if plan.operation is Operation.VALUE and not counts(plan):
            return None
        if charges_for_more(plan) or (plan.wanted is Wanted.TEXT and asks_how(plan.question)):
            return None
        if any(is_noun(word) for word in plan.focus if carries(word) and not is_generic(word)):
            return None
        desk = self.desk(replace(plan, operation=Operation.VALUE))
        readings = desk.readings()
        told = plan.operation is Operation.NARRATIVE and plan.wanted is Wanted.TEXT and counts(plan)
        if not told and any(r.state is not FactState.ZERO for r in readings):
            return None
        draft, group = figures.values(desk), breakdowns.group_of(plan)
        beside = breakdowns.instead(self.desk(group)) if group and not told else []
        return replace(draft, statements=(*draft.statements, *beside)) if draft else None

    def uncharged(self) -> Draft | None:
        """That nothing was charged, or not of some: of a kind of fee, or of those that did not have to pay."""
        return self.nothing_charged() or self.exempted()

    def nothing_charged(self) -> Draft | None:
        """That no fees were charged, of a question about one kind of them; ``None`` where some were or nothing is said."""
        plan = fees.of_a_kind(self.plan)
        if plan is None:
            return None
        desk = self.desk(plan)
        if all(r.state is FactState.ZERO for r in desk.readings()):
            return figures.values(desk)
        only = plan.targets[0].report if len(plan.targets) == 1 else ""
        return fee_waived(plan, self.report(only), self.names) if only else None

    def of_exemption(self) -> bool:
        """Whether it is asked how many, or how much, was let off: what was charged is no answer to that."""
        amount = self.plan.wanted in (Wanted.NUMBER, Wanted.MONEY)
        return amount and fees.asks_waiver(self.plan) and not charges_for_more(self.plan)

    def exempted(self) -> Draft | None:
        """Who was let off the fees, or that nobody was charged any; ``None`` where nothing of the kind is asked or said."""
        if not (fees.asks_waiver(self.plan) and len(self.plan.targets) == 1):
            return None
        if told := fee_exempted(self.plan, self.report(self.plan.targets[0].report), self.names):
            return told
        desk = self.desk(replace(self.plan, operation=Operation.VALUE))
        nothing = all(r.state is FactState.ZERO for r in desk.readings())
        return figures.values(desk) if nothing else None
