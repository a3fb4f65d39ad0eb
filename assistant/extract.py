"""Answers from passages: the sentence that answers, the whole enumeration, a yes or no, several bodies side by side.

Everything shown is verbatim and cited. ``None`` means that the reports do not say it; ``nearest`` then gives
the closest thing that they do say.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from assistant.compose import Draft, Source, SourcedItem, Statement
from assistant.expected import fits
from assistant.locate import source_at
from assistant.passages import Passage, Weighed, passages, weigh
from assistant.query import Operation, Plan, Target, Wanted
from index.schema import Block, Hit, Report, Section
from index.sentences import Enumeration, items
from index.text import squeeze

COVERAGE = 0.5
"""A passage that covers less of the question's words, weighed by rarity, does not answer it."""

FOCUS = 0.6
"""As ``COVERAGE``, for the words without which nothing is answered."""

CLOSE = 0.85
"""A further sentence is shown when its score is this share of the best one's."""

MENTIONS = 0.75
"""A body mentions something when a passage of its report covers this much of the focus."""

SHOWN = 3
"""At most so many sentences of one report are shown."""

_NEGATED = re.compile(r"未|没有|无(?!论|障碍|偿|缝|正当|理|线|人机)|不存在|零|(?<!\d)0\s*[件条次起宗人元个]")

Names = Mapping[str, str]


def answer(
    plan: Plan, reports: Sequence[tuple[Target, Report]], hits: Sequence[Hit], names: Names
) -> Draft | None:
    """The passages' answer to a plan over the reports that it is about."""
    if plan.operation is Operation.WHICH or (plan.every and plan.operation is not Operation.NARRATIVE):
        return mentioned(plan, reports, hits, names)
    statements: list[Statement] = []
    for target, report in reports:
        statements += told(plan, report, hits, heading(target, names, several=len(reports) > 1))
    return Draft(tuple(statements)) if statements else None


def heading(target: Target, names: Names, *, several: bool) -> str:
    """What introduces a report's own words."""
    name = f"{names.get(target.report, target.issuer)}{target.year}年"
    return f"{name}：" if several else f"{name}年报写道："


def told(plan: Plan, report: Report, hits: Sequence[Hit], lead: str) -> list[Statement]:
    """What one report says, as statements; empty where it does not say it."""
    ranked = weigh(plan, list(passages(report, hits)))
    good = [w for w in ranked[:30] if answers(plan, w)]
    if not good:
        return []
    if plan.wanted in (Wanted.ENUMERATION, Wanted.TEXT) and (found := enumerated(good)):
        return listed(report, *found, lead)
    chosen = [w for w in good if w.score >= CLOSE * good[0].score][: shown(plan)]
    chosen.sort(key=lambda w: (w.passage.block.order, w.passage.start))
    head = yes_no(plan, good[0])
    return [quoted(w.passage, f"{head}{lead}" if n == 0 else "", line=n == 0) for n, w in enumerate(chosen)]


def shown(plan: Plan) -> int:
    """How many sentences may answer: one for a single thing, several for a description."""
    single = (Wanted.NUMBER, Wanted.MONEY, Wanted.PERSON, Wanted.DATE, Wanted.NAME, Wanted.OFFICE)
    return 2 if plan.wanted in single else SHOWN


def answers(plan: Plan, weighed: Weighed) -> bool:
    """Whether a passage covers the question and holds the kind of thing asked for."""
    enough = weighed.coverage >= COVERAGE and weighed.focus >= FOCUS
    return enough and fits(weighed.passage.text, plan.wanted, plan.question)


def quoted(passage: Passage, lead: str = "", *, line: bool = False) -> Statement:
    """A passage in quotation marks."""
    text = " ".join(passage.text.split())
    return Statement(f"{lead}“{text}”", (passage.source(),), line=line)


def yes_no(plan: Plan, best: Weighed) -> str:
    """A yes or no where the sentence settles it: it speaks of the focus itself and negates it or not."""
    if plan.wanted is not Wanted.YES_NO and plan.operation is not Operation.YES_NO:
        return ""
    return "没有。" if _NEGATED.search(best.passage.text) else "有。"


def enumerated(good: Sequence[Weighed]) -> tuple[Section, list[tuple[Block, Enumeration]]] | None:
    """The enumeration that the best passages announce, belong to, or stand under the heading of."""
    for weighed in good[:5]:
        passage = weighed.passage
        if passage.block.grid is not None:
            continue
        inside = [
            e
            for e in items(passage.block.text)
            if e.style != "、" and e.start <= passage.end and passage.start < e.end
        ]
        if inside:
            best = max(inside, key=lambda e: len(e.items))
            return passage.section, [(passage.block, best)]
    return None


def listed(
    report: Report, section: Section, found: Sequence[tuple[Block, Enumeration]], lead: str
) -> list[Statement]:
    """An enumeration as a list, each item with its own citation."""
    statements: list[Statement] = []
    for block, enumeration in found:
        announced = enumeration.lead
        if announced.text:
            cited: tuple[Source, ...] = (source_at(report, section, block, announced.start, announced.end),)
        else:
            cited = ()
        statements.append(Statement(f"{lead}{' '.join(announced.text.split())}", cited, line=True))
        for item in enumeration.items:
            source = source_at(report, section, block, item.start, item.end)
            statements.append(Statement(f"- {' '.join(item.text.split())}", (source,), line=True))
    return statements


def mentioned(
    plan: Plan, reports: Sequence[tuple[Target, Report]], hits: Sequence[Hit], names: Names
) -> Draft | None:
    """Which bodies' reports mention the thing, best first, each with the sentence that does."""
    found: list[tuple[Target, Weighed]] = []
    for target, report in reports:
        ranked = weigh(plan, list(passages(report, hits)))
        best = next((w for w in ranked[:10] if fits(w.passage.text, plan.wanted, plan.question)), None)
        if best and best.focus >= MENTIONS:
            found.append((target, best))
    if not found:
        return None
    found.sort(key=lambda entry: entry[1].score, reverse=True)
    if plan.operation is Operation.WHICH and single(plan.question):
        found = leaders(found)
    statements = [
        quoted(w.passage, f"{names.get(t.report, t.issuer)}{t.year}年：", line=True) for t, w in found
    ]
    listed_items = tuple(SourcedItem(t.issuer, t.year, (w.passage.source(),)) for t, w in found)
    return Draft(tuple(statements), items=listed_items)


def single(question: str) -> bool:
    """Whether the question expects one body (哪个镇) and not several (哪些镇)."""
    return bool(re.search(r"哪一?个|哪家|谁", question)) and "哪些" not in question


def leaders(found: list[tuple[Target, Weighed]]) -> list[tuple[Target, Weighed]]:
    """The best, and those so close behind that they cannot be told from it."""
    for n, (before, after) in enumerate(pairwise(found), start=1):
        if after[1].score < CLOSE * before[1].score:
            return found[:n]
    return found


def nearest(plan: Plan, reports: Sequence[tuple[Target, Report]], hits: Sequence[Hit]) -> Source | None:
    """The closest thing that the reports do say, for a refusal; ``None`` where nothing is close."""
    best: Weighed | None = None
    for _, report in reports[:5]:
        ranked = weigh(plan, [p for p in passages(report, hits) if p.block.grid is None])
        if ranked and (best is None or ranked[0].score > best.score):
            best = ranked[0]
    if best is None or best.coverage < COVERAGE / 2 or len(squeeze(best.passage.text)) < 8:
        return None
    return best.passage.source()
