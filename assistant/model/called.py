"""What a question calls the figure that answers it: citizens' words beside the statutory ones, for the same number.

Where the rules look up the very figure that a question asks for, a sentence may say it in the question's words (律所新提的申请 for
新收政府信息公开申请（法律服务机构）). Where they answer with another one (only the website's), with two that disagree, or with
several that were asked for, it may not: the question's words would hide that.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from assistant.compose import Draft, Source
from assistant.counting.readings import TOTAL_COLUMNS
from assistant.planning.query import Operation, Plan
from assistant.schema import Figure
from index.language.text import squeeze
from index.language.words import is_known

_BETWEEN = (Operation.COMPARE, Operation.DIFFERENCE, Operation.MAXIMUM, Operation.MINIMUM)


@dataclass(frozen=True, slots=True)
class Called:
    """The content ``terms`` of a question, and the ``values`` that they name; empty where they name none.

    ``alone`` where they are the figure of one body as a whole and one year, which cannot be taken for another's. ``disputed``
    are the values of each figure on which a report disagrees with itself: none may stand without the others.
    """

    terms: tuple[str, ...] = ()
    values: frozenset[Decimal] = frozenset()
    alone: bool = False
    question: str = ""
    disputed: tuple[frozenset[Decimal], ...] = ()


NOTHING = Called()


def called(plan: Plan, draft: Draft) -> Called:
    """What the question calls the figures of a draft; words that the rules made nothing of are left out.

    Of several that were asked for it is not known which words are whose: these are known words and name no value.
    """
    if draft.conflicts:
        return Called(
            disputed=tuple(frozenset(map(Decimal, conflict.values)) for conflict in draft.conflicts)
        )
    if plan.also or plan.missing or not (draft.figures and plan.indicators):
        return NOTHING
    beside = {word for word in plan.focus if is_known(word)}
    terms = tuple(term for term in plan.terms if term not in beside and len(term) > 1)
    if plan.parts:
        return Called(terms)
    values = {value for value in _values(plan, draft) if value is not None}
    alone = len(plan.targets) == 1 and not plan.scope
    return Called(terms, frozenset(values), alone, squeeze(plan.question)) if values and terms else NOTHING


def _values(plan: Plan, draft: Draft) -> Iterable[Decimal | None]:
    first, figures = draft.figures[0], draft.figures
    computed = {value for statement in draft.statements for value in statement.computed}
    if plan.operation in (Operation.VALUE, Operation.YES_NO):
        return [first.value] if _is_asked(first, plan) else []
    if plan.operation is Operation.SHARE:
        return computed - {figure.value for figure in figures} if _is_asked(first, plan) else []
    if plan.operation in _BETWEEN and all(_is_asked(figure, plan) for figure in figures):
        return [*computed, *(figure.value for figure in figures)]
    return []


def _is_asked(figure: Figure[Source], plan: Plan) -> bool:
    """Whether a figure is what the plan looks for first, and no other that stands in for it."""
    total = not plan.column and figure.column in ("", *TOTAL_COLUMNS)
    same_column = total or figure.column == plan.column
    return figure.indicator == plan.indicators[0] and same_column and figure.scope == plan.scope
