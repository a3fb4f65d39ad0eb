"""The closest thing that reports say to a question that nothing answers: shown with a refusal, or given after all.

A search that puts one sentence far before all others, in its own chunk, has found the place; where that sentence holds
the kind of thing asked for, its words merely differ from the citizen's (答对率 and 答准率). Measured on questions of others'
making: of those about to be refused, none that could not be answered met these conditions.
"""

from __future__ import annotations

from collections.abc import Sequence

from assistant.compose import Source
from assistant.passages import causes, problems
from assistant.passages.expected import asked_unit, fits, has_amount, may_be_goal
from assistant.passages.gate import TOLD, explains, gives_cause, things
from assistant.passages.quoting import COVERAGE, NEGATED
from assistant.passages.relevance import PARTIAL, is_act, is_generic, longest, match
from assistant.passages.weighing import Passage, Weighed, announces, passages, weigh, weights_for
from assistant.planning.query import Plan, Target, Wanted
from index.language.text import squeeze
from index.schema import Hit, Report

FIRST = 0.98
"""The retrieval score of the first chunk, of 1."""

COVERED = 0.3
"""The share of the question's words that the sentence must have, its headings at a discount."""

WHOLLY = 0.9
"""As ``COVERED`` for a denial: 未能举办 answers how many came only where it speaks of that very thing."""

_FITTING = 0.15
"""What it is worth, beside a score of 0 to 1, to have the kind of thing that is asked for."""

NEAR = 0.3
"""The score from which a sentence with few of the words is shown with a refusal, for what the search thinks of it."""

RARE = 2
"""How often a report has a word at most that only one matter of it brings up."""

SHORTEST = 8
"""Characters of a sentence; less is a heading or a remnant."""


def closest(plan: Plan, reports: Sequence[tuple[Target, Report]], hits: Sequence[Hit]) -> Weighed | None:
    """The sentence that scores best over the first reports, one with the kind of thing asked for before others.

    To a why of a figure only one that tells how the figure changed is close. ``None`` where there is none.
    """
    best: Weighed | None = None
    for _, report in reports[:5]:
        sentences = [p for p in passages(report, hits) if p.block.grid is None and says(p)]
        if plan.wanted is Wanted.CAUSE and plan.indicators:
            sentences = [p for p in sentences if causes.tells_change(plan, p)]
        ranked = weigh(weights_for(plan, sentences), sentences)
        first = max(ranked, key=lambda w: worth(plan, w), default=None)
        if first and (best is None or worth(plan, first) > worth(plan, best)):
            best = first
    return best


def says(passage: Passage) -> bool:
    """Whether a sentence is more than a heading or the title of the report."""
    title = squeeze(passage.text) == squeeze(passage.report.title)
    return not (title or announces(passage) or problems.stands_alone(passage.section, passage.text))


def worth(plan: Plan, found: Weighed) -> float:
    """A sentence's score, higher where it has the kind of thing that is asked for."""
    text = found.passage.text
    if plan.wanted is Wanted.REASON:
        return found.score + _FITTING * gives_cause(text)
    return found.score + _FITTING * fits(text, plan.wanted, plan.question, plan.terms)


def source(found: Weighed | None) -> Source | None:
    """Where it stands, for a refusal; ``None`` where nothing is close."""
    if found is None or is_stub(found.passage):
        return None
    if found.coverage < COVERAGE / 2 and found.score < NEAR:
        return None
    return found.passage.source()


def answers(plan: Plan, found: Weighed) -> bool:
    """Whether the closest sentence answers after all, by what it holds or by denying what is asked about."""
    text = found.passage.text
    if found.passage.hit < FIRST or is_stub(found.passage):
        return False
    if plan.wanted in TOLD:
        return fits(text, plan.wanted, plan.question, plan.terms) and tells(plan, found.passage)
    if plan.wanted in _AMOUNTS and found.coverage >= WHOLLY and NEGATED.search(text):
        return True
    subjects = things(plan)
    apart = bool(subjects) and not any(match(word, squeeze(text)) >= PARTIAL for word in subjects)
    return found.coverage >= COVERED and not apart and holds(plan, text)


def tells(plan: Plan, passage: Passage) -> bool:
    """Whether a sentence speaks of a thing that the report has hardly anything else on: it is what there is to tell."""
    text, whole = squeeze(passage.text), squeeze(passage.report.text)
    words = [word for word in longest(plan.terms) if len(word) > 1 and not (is_generic(word) or is_act(word))]
    rare = any(word in text and whole.count(word) <= RARE for word in words)
    return rare and (plan.wanted is not Wanted.REASON or explains(passage))


_AMOUNTS = (Wanted.NUMBER, Wanted.MONEY, Wanted.SHARE)


def holds(plan: Plan, text: str) -> bool:
    """Whether a sentence has an amount of the kind asked for; 占多少 may ask for one as well as for a share."""
    if plan.wanted not in _AMOUNTS:
        return False
    if plan.wanted is Wanted.SHARE and "多少" in plan.question:
        return may_be_goal(text, plan.question) and has_amount(text, asked_unit(plan.question), plan.terms)
    return fits(text, plan.wanted, plan.question, plan.terms)


def is_stub(passage: Passage) -> bool:
    """Whether a piece is too short to say anything."""
    return len(squeeze(passage.text)) < SHORTEST
