"""A question that asks several things, each in a clause: 收了多少钱，给谁免了. Each clause is asked of the same reports.

What an answer already says is not said again; a figure, a person or a day that no report tells is said to be missing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from assistant.compose import Draft, Statement
from assistant.passages import problems
from assistant.passages.expected import fits
from assistant.passages.gate import COUNTED, TOLD, gives_cause, named
from assistant.passages.relevance import PARTIAL, carries, is_act, is_generic, longest, match
from assistant.planning.intent import read_wanted
from assistant.planning.parts import TOGETHER
from assistant.planning.query import Operation, Plan, Wanted
from assistant.planning.topics import find_column, read_topic
from index.language.text import squeeze

_MARKS = "，,；;？?。、"
COVERED = 0.5
"""An answer has a clause's words when it has this share of them."""

_ASKS = r"多少|几(?!乎)|谁|哪|什么|啥|怎|如何|为何|咋|吗|呢|多大|多久|多长|多远|是否|是不是|有没有|([\u4e00-\u9fff])不\1"
_ENDS = re.compile(rf"[，,；;？?。]+|、(?=[^、，]{{0,12}}(?:{_ASKS}))")
_SAID = (*COUNTED, Wanted.PERSON, Wanted.DATE, Wanted.NAME)
"""What an answer must hold; whether how or why was told, words do not show."""
_EACH = re.compile("各|分别")
_OPERATIONS = (Operation.NARRATIVE, Operation.VALUE, Operation.YES_NO)


def clauses(plan: Plan) -> tuple[Plan, ...]:
    """The clauses of a question about one report as plans of their own; ``()`` unless two or more ask something."""
    if plan.operation not in _OPERATIONS or plan.every or len(plan.targets) != 1:
        return ()
    asking = asking_clauses(squeeze(plan.question))
    if len(asking) < 2:
        return ()
    found: list[Plan] = []
    for text in asking:
        before = found[-1].terms if found else ()
        found.append(of_clause(plan, text, before))
    return tuple(found)


def asking_clauses(question: str) -> list[str]:
    """The pieces that ask, each with the pieces before it that only lead up to it; verbatim, without marks at the ends."""
    found: list[str] = []
    start = 0
    for end in (*(mark.start() for mark in _ENDS.finditer(question)), len(question)):
        if re.search(_ASKS, question[start:end]):
            found.append(question[start:end].strip(_MARKS))
            start = end
    return found


def of_clause(plan: Plan, text: str, before: Sequence[str]) -> Plan:
    """A clause as a plan, with the words of the clause ``before`` where it has fewer than two telling ones itself."""
    own = [term for term in plan.terms if term in text]
    alone = len([word for word in longest(own) if len(word) > 1]) > 1
    wanted = read_wanted(text)
    years = [target.year for target in plan.targets]
    return replace(
        plan,
        question=text,
        terms=tuple(own) if alone else tuple(dict.fromkeys((*own, *before))),
        focus=tuple(own),
        wanted=wanted,
        operation=Operation.VALUE if wanted in COUNTED else Operation.NARRATIVE,
        indicators=read_topic(text, years, amount=wanted in COUNTED).indicators,
        parts=(),
        missing=(),
    )


def completed(plan: Plan, draft: Draft | None, read: Callable[[Plan], Draft | None]) -> Draft | None:
    """An answer with what it lacks of the question's clauses; ``read`` answers one from passages.

    ``None`` where neither the whole question nor one of its clauses is answered.
    """
    asked = clauses(plan)
    each = bool(draft and plan.parts) and len(asked) == 1 + len(plan.parts) == len(
        draft.figures if draft else ()
    )
    statements = list(draft.statements) if draft else []
    missing: list[str] = []
    for clause in asked:
        counted = each and clause.wanted in COUNTED
        if counted or counted_already(plan, draft, clause) or said(statements, clause):
            continue
        told = answered(clause, read, first=not statements)
        statements += [replace(s, line=True) for s in told if not repeated(s, statements)]
        if not told and clause.wanted in _SAID:
            missing.append(clause.question)
    if not statements or (not (draft and draft.figures) and strays(asked, missing, statements)):
        return None
    whole = draft or Draft(())
    lacking = (Statement(f"年报里没有找到“{text}”的直接回答。", line=True) for text in missing)
    return replace(whole, statements=(*statements, *lacking)) if asked else draft


def answered(clause: Plan, read: Callable[[Plan], Draft | None], *, first: bool) -> list[Statement]:
    """What passages say to a clause with the words of the clause before, then with its own alone where that was answered.

    The ``first`` answered one takes what passages tell of how and why without its words, as for a whole question.
    """
    ways = (clause,) if first else (clause, replace(clause, terms=clause.focus))
    for plan in dict.fromkeys(ways):
        draft = read(plan) if plan.terms else None
        if draft and ((first and clause.wanted not in _SAID) or said(draft.statements, clause)):
            return list(draft.statements)
    return []


def strays(asked: Sequence[Plan], missing: Sequence[str], statements: Sequence[Statement]) -> bool:
    """Whether the clause that brings the subject up is not answered, and what was found does not speak of that subject."""
    if not asked or asked[0].question not in missing:
        return False
    text = squeeze("".join(statement.text for statement in statements))
    subjects = named(asked[0])
    return bool(subjects) and not any(match(word, text) >= PARTIAL for word in subjects)


def counted_already(plan: Plan, draft: Draft | None, clause: Plan) -> bool:
    """Whether the figures of an answer are those that a clause asks for."""
    if draft is None or not draft.figures or clause.wanted not in COUNTED:
        return False
    if named_by_column(plan, clause) or summed_already(draft, clause):
        return True
    if not clause.indicators:
        return False
    given = {i for part in plan.parts for i in part.indicators} | set(plan.indicators)
    return clause.indicators[0] in given and not (named(clause) or _EACH.search(clause.question))


def named_by_column(plan: Plan, clause: Plan) -> bool:
    """Whether a clause names its figure by a column alone that the plan asks for among several (还有几件没判)."""
    if not plan.parts:
        return False
    years = [target.year for target in plan.targets]
    column = find_column(clause.question, plan.indicators[0], years)
    return bool(column) and column in {plan.column, *(part.column for part in plan.parts)}


def summed_already(draft: Draft, clause: Plan) -> bool:
    """Whether a clause asks for nothing but the sum of the others (两项合计几件), and the answer has it."""
    alone = bool(TOGETHER.search(clause.question)) and not clause.indicators
    return alone and any(s.computed and TOGETHER.match(s.text) for s in draft.statements)


def said(statements: Sequence[Statement], clause: Plan) -> bool:
    """Whether one of the statements, or all of them together, answer a clause."""
    whole = Statement("".join(s.text for s in statements), tuple(x for s in statements for x in s.sources))
    return any(says(statement, clause) for statement in (*statements, whole))


def says(statement: Statement, clause: Plan) -> bool:
    """Whether a statement as shown answers a clause: the kind of thing that is asked for, and its words."""
    if not statement.sources:
        return False
    if side := problems.side(clause.question):
        inside = any(problems.heading_of(part) for s in statement.sources for part in s.section.split(" > "))
        measure = all(problems.turns(s.quote, 1) for s in statement.sources)
        return inside and not (side is problems.Side.PROBLEMS and measure)
    text = squeeze(statement.text)
    if not fits(text, clause.wanted, clause.question, clause.terms):
        return False
    if clause.wanted in (*TOLD, Wanted.PERSON) and not any(
        squeeze(source.quote) in text for source in statement.sources
    ):
        return False  # a figure was given, and not the words beside it
    if clause.wanted is Wanted.REASON and not gives_cause(text):
        return False
    own = [word for word in longest(clause.focus) if carries(word) and not is_generic(word)]
    telling = named(clause) if clause.wanted in COUNTED else [word for word in own if not is_act(word)]
    had = sum(match(word, text) >= PARTIAL for word in telling or own)
    return had >= COVERED * len(telling or own)


def repeated(statement: Statement, before: Sequence[Statement]) -> bool:
    """Whether an answer shows this quote, or one that holds it or stands in it, already."""
    shown = [squeeze(b.text) for b in before]
    return bool(statement.sources) and all(
        any(squeeze(source.quote) in text for text in shown) for source in statement.sources
    )
