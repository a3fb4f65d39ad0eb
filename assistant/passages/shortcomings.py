"""Answers from the section on problems and improvements: one problem with its measure, or a whole half of the section."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.compose import Statement
from assistant.passages import problems, remedies
from assistant.passages.expected import asks_existence, asks_how, fits
from assistant.passages.gate import AKIN, COUNTED, topics
from assistant.passages.problems import Side
from assistant.passages.relevance import Weights, carries, is_act, is_generic, is_thing, match
from assistant.passages.weighing import Weighed
from assistant.planning.query import Plan, Wanted
from index.language.text import squeeze
from index.language.words import is_known
from index.schema import Report

_LISTED = (Wanted.ENUMERATION, Wanted.TEXT)
_STATED_FIRST = re.compile("^.{6,}[，,；;：:][^，,；;：:]{2,}$")
"""A question whose first clause states something and whose last one asks (人手不够，定了什么规矩)."""


def told(plan: Plan, report: Report, weights: Weights, good: Sequence[Weighed], lead: str) -> list[Statement]:
    """What the section says where the question is about it: one problem and its measure, or a whole half.

    A question about one problem that pairs with no measure gets the whole half only where its best passage is of that
    section and it asks what is done. Empty where the question is about something else.
    """
    inside = bool(good) and any(map(problems.heading_of, good[0].passage.section.path))
    asked = problems.sides(plan.question)
    if not asked:
        return acted(plan, report, weights, lead, inside=inside)
    explained = plan.wanted in (Wanted.REASON, Wanted.CAUSE) and bool(good) and not inside
    if explained or plan.wanted in (*COUNTED, Wanted.DATE, Wanted.PERSON):
        return []
    special = problems.leftover(plan.question, weights.by_term)
    singled = special or any(map(singles_out, problems.beside(plan.question, weights.by_term)))
    pairs = (remedies.told(report, asked, words, lead) for words in (special, telling(weights)))
    if singled and (one := next(filter(None, pairs), None)):
        return one
    words = problems.leftover(plan.question, plan.terms)
    measures = Side.MEASURES in asked and (inside or problems.speaks(report, asked, words))
    if special and not (measures and knows(report, special)):
        return []
    kinds = kinds_asked(plan)
    if kinds and not problems.speaks(report, asked, kinds):
        return []
    halves = [side for side in Side if side in asked]
    return [s for n, side in enumerate(halves) for s in problems.told(report, side, "" if n else lead)]


def acted(plan: Plan, report: Report, weights: Weights, lead: str, *, inside: bool) -> list[Statement]:
    """What was done or laid down about a problem, asked in words that do not name the section (定了什么规矩).

    Only where the best passage is of that section, or the question states the problem before it asks.
    """
    how, act = asks_how(plan.question), problems.asks_act(plan.question)
    counted = plan.wanted in COUNTED and act
    if not (plan.wanted in _LISTED or counted):
        return []
    if not (inside and (how or act)) and not ((how or act) and _STATED_FIRST.search(squeeze(plan.question))):
        return []
    pair = remedies.told(report, frozenset({Side.MEASURES}), telling(weights), lead)
    if counted:
        text = squeeze("".join(statement.text for statement in pair))
        return pair if fits(text, plan.wanted, plan.question, plan.terms) else []
    return pair or (problems.told(report, Side.MEASURES, lead) if inside else [])


def singles_out(word: str) -> bool:
    """Whether a word that is no noun may name one problem among several (网上, 调查, or a name that no dictionary has)."""
    if len(word) < 2 or not carries(word) or is_generic(word) or is_act(word):
        return False
    return is_thing(word) or not is_known(word)


def kinds_asked(plan: Plan) -> list[str]:
    """What kind of measure or problem it is asked whether there is any of (有没有奖励措施); empty for other questions."""
    if not (asks_existence(plan.question) and problems.side(plan.question)):
        return []
    return [word for word in topics(plan) if carries(word) and not problems.side(word)]


def knows(report: Report, words: Sequence[str]) -> bool:
    """Whether a report speaks of one of some things at all."""
    text = squeeze(report.text)
    return any(match(word, text) >= AKIN for word in words)


def telling(weights: Weights) -> list[str]:
    """The words of a question that may name one problem."""
    return [word for word in weights.by_term if len(word) > 1]
