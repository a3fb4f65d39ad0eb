"""Answers from passages: the sentence that answers, the whole enumeration, a yes or no, several bodies side by side.

Everything shown is verbatim and cited. ``None`` means that the reports do not say it; ``nearest`` then gives
the closest thing that they do say.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from assistant.compose import Draft, Statement
from assistant.passages import causes, mentions, problems, shortcomings
from assistant.passages.expected import asks_matter, tells_matter
from assistant.passages.gate import COUNTED, answers, gives_cause, topics
from assistant.passages.lists import Piece, listings, one_line, only_item, source, statements, suits
from assistant.passages.quoting import CLOSE, quoted
from assistant.passages.relevance import (
    PARTIAL,
    Weights,
    carries,
    is_act,
    match,
)
from assistant.passages.shapes import as_it_is, headed, itemised, widened
from assistant.passages.verdict import yes_no
from assistant.passages.weighing import (
    Passage,
    Weighed,
    announces,
    names_people,
    passages,
    weigh,
    weights_for,
)
from assistant.planning.query import Operation, Plan, Target, Wanted
from index.language.text import squeeze
from index.schema import Hit, Report

LISTED = 0.8
"""An enumeration answers by itself when its lead and headings cover this much of the question."""

EQUAL = 0.95
"""As ``CLOSE``, where a single thing is asked for."""

MOSTLY = 0.6
"""What a passage must cover that has all the words of a question which say more than its indicator."""

PLANNED = 0.85
"""What a passage of the section on problems and plans is worth where the question is about what was done."""

MATTER = 0.12
"""What it is worth to say what something was about, or why, where that is asked."""

SHOWN = 3
"""At most so many sentences of one report are shown."""

_READ = (
    Operation.NARRATIVE,
    Operation.WHICH,
    Operation.VALUE,
    Operation.YES_NO,
    Operation.LIST,
    Operation.COMPARE,
    Operation.GROWTH,
    Operation.SHARE,
)
"""What passages can answer; ranking and adding up are for figures alone."""

_CHAPTERS = re.compile(r"(?:全文|报告)[^。]{0,8}(?:由|包括|包含|分为)[^。]{6,}(?:部分|章)")
_ASKS_CHAPTERS = re.compile(r"部分|组成|结构|章")

_SIGNERS = re.compile(r"填报|审核人|负责人|联系人|签|表")
_SEVERAL = re.compile(r"最[多少大小高低]|各[是有占几]|分别|哪[个些几](?:单位|部门|地方|县|区|镇)")
"""Questions that one clause of a list after semicolons would answer wrongly."""

_LISTED = (Wanted.ENUMERATION, Wanted.TEXT)

Names = Mapping[str, str]


def answer(
    plan: Plan, reports: Sequence[tuple[Target, Report]], hits: Sequence[Hit], names: Names
) -> Draft | None:
    """The passages' answer to a plan over the reports that it is about."""
    if plan.operation not in _READ:
        return None
    if plan.operation is Operation.WHICH or (plan.every and plan.operation is not Operation.NARRATIVE):
        return mentions.answer(plan, reports, hits, names)
    said: list[Statement] = []
    for target, report in reports:
        said += told(plan, report, hits, heading(target, names, several=len(reports) > 1))
    return Draft(tuple(said)) if said else None


def close(
    plan: Plan, reports: Sequence[tuple[Target, Report]], hits: Sequence[Hit], names: Names
) -> Draft | None:
    """The passages' answer where one covers nearly all of the question in its own words; else ``None``."""
    for _, report in reports[:3]:
        found = [p for p in passages(report, hits) if may_answer(plan, p)]
        weights = weights_for(plan, found)
        if not any(is_close(plan, weights, w) for w in weigh(weights, found)[:3] if answers(plan, w)):
            return None
    return answer(plan, reports, hits, names)


def is_close(plan: Plan, weights: Weights, weighed: Weighed) -> bool:
    """Whether a passage covers nearly all of a question, or most of it with all that the figures leave unexplained."""
    text = squeeze(weighed.passage.text)
    covered = weights.coverage(text)
    special = [word for word in plan.focus if len(word) > 1 and carries(word) and not is_act(word)]
    explained = bool(special) and all(match(word, text) >= PARTIAL for word in special)
    return covered >= CLOSE or (explained and covered >= MOSTLY)


def heading(target: Target, names: Names, *, several: bool) -> str:
    """What introduces a report's own words."""
    name = f"{names.get(target.report, target.issuer)}{target.year}年"
    return f"{name}：" if several else f"{name}年报写道："


def told(plan: Plan, report: Report, hits: Sequence[Hit], lead: str) -> list[Statement]:
    """What one report says, as statements; empty where it does not say it."""
    found = [p for p in passages(report, hits) if may_answer(plan, p)]
    weights = weights_for(plan, found)
    good = [w for w in settled(plan, weigh(weights, found))[:30] if answers(plan, w)]
    if kinds := shortcomings.kinds_asked(plan):
        good = [w for w in good if any(match(word, squeeze(w.passage.text)) >= PARTIAL for word in kinds)]
    good.sort(key=lambda w: announces(w.passage))
    if said := shortcomings.told(plan, report, weights, good, lead):
        return said
    if plan.wanted in _LISTED and (listed := enumerated(report, weights, good, lead)):
        return listed
    if not good:
        return []
    close, most = shown(plan)
    said_out = [w for w in good if not announces(w.passage)] or good
    chosen = [w for w in said_out if w.score >= close * good[0].score][:most]
    chosen.sort(key=lambda w: (w.passage.block.order, w.passage.start))
    head = yes_no(plan, good[0])
    wide = plan.wanted in (Wanted.ENUMERATION, Wanted.BODIES) or _SEVERAL.search(plan.question)
    item = plan.wanted in (*_LISTED, Wanted.REASON)
    why = plan.wanted is Wanted.CAUSE
    shape = causes.whole if why else widened if wide else itemised if item else as_it_is
    about = topics(plan) if plan.wanted in _LISTED else []
    whole = dict.fromkeys(headed(shape(w.passage), about) for w in chosen)
    return [quoted(p, f"{head}{lead}" if n == 0 else "", line=n == 0) for n, p in enumerate(whole)]


def settled(plan: Plan, ranked: Sequence[Weighed]) -> list[Weighed]:
    """The ranking with what is wanting or planned behind what was done, unless the question is about that."""
    if asks_matter(plan.question):
        told = (replace(w, score=w.score + MATTER * tells_matter(w.passage.text)) for w in ranked)
        ranked = sorted(told, key=lambda w: -w.score)
    if plan.wanted is Wanted.REASON:
        caused = (replace(w, score=w.score + MATTER * gives_cause(w.passage.text)) for w in ranked)
        ranked = sorted(caused, key=lambda w: -w.score)
    if problems.side(plan.question):
        return list(ranked)
    lowered = [
        replace(w, score=w.score * PLANNED) if any(map(problems.heading_of, w.passage.section.path)) else w
        for w in ranked
    ]
    return sorted(lowered, key=lambda w: -w.score)


def may_answer(plan: Plan, passage: Passage) -> bool:
    """A heading answers nothing, nor a list of the report's chapters, nor a row of figures where figures have looked."""
    if _CHAPTERS.search(passage.text) and not _ASKS_CHAPTERS.search(plan.question):
        return False
    if names_people(passage.text) and not (plan.wanted is Wanted.PERSON and _SIGNERS.search(plan.question)):
        return False
    if passage.block.grid is None:
        return not problems.stands_alone(passage.section, passage.text)
    if plan.wanted in COUNTED and not any(map(str.isdigit, passage.text)):
        return False  # the head of a table says what is counted, and not how many
    return not passage.figures or (not plan.indicators and plan.wanted in COUNTED)


def shown(plan: Plan) -> tuple[float, int]:
    """How close to the best a further sentence must be, and how many at most: fewer where a single thing is asked for."""
    single = (
        Wanted.NUMBER,
        Wanted.MONEY,
        Wanted.PERSON,
        Wanted.DATE,
        Wanted.NAME,
        Wanted.OFFICE,
        Wanted.SHARE,
    )
    return (EQUAL, 2) if plan.wanted in single else (CLOSE, SHOWN)


def enumerated(report: Report, weights: Weights, good: Sequence[Weighed], lead: str) -> list[Statement]:
    """The enumeration that answers, or the one item of it that names what is asked about; empty where there is none.

    It is announced in the question's words, or holds the best passage.
    """
    ranked = sorted(listings(report), key=lambda found: suits(found, weights), reverse=True)
    if ranked and weights.by_term and suits(ranked[0], weights) >= LISTED:
        return statements(report, ranked[0], lead)
    if not good or good[0].passage.block.grid is not None:
        return []
    best = good[0].passage
    at = Piece(best.section, best.block, best.start, best.end)
    if only := only_item(ranked, weights, at):
        return [Statement(f"{lead}{one_line(only.text)}", (source(report, only),), line=True)]
    led = next((found for found in ranked if found.lead and found.leads(at.block, at.start, at.end)), None)
    return statements(report, led, lead) if led else []
