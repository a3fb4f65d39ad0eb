"""Which bodies' reports mention a thing: 哪个镇提到…, 哪些单位用过…."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from assistant.compose import Draft
from assistant.passages import problems
from assistant.passages.quoting import CLOSE, COVERAGE, NEGATED, quoted
from assistant.passages.weighing import Passage, Weighed, passages, weigh, weights_for
from assistant.planning.query import Operation, Plan, Target
from assistant.schema import Item
from index.schema import Hit, Report

MENTIONS = 0.6
"""A body mentions something when a passage of its report covers this much; ``COVERAGE`` where only the best is shown."""

Found = list[tuple[Target, Weighed]]


def answer(
    plan: Plan, reports: Sequence[tuple[Target, Report]], hits: Sequence[Hit], names: Mapping[str, str]
) -> Draft | None:
    """The bodies whose reports mention the thing, best first, each with the sentence that does."""
    found = mentioned(plan, reports, hits)
    if not found:
        return None
    if plan.operation is Operation.WHICH and single(plan.question):
        found = leaders(found)
    said = [quoted(w.passage, f"{names.get(t.report, t.issuer)}{t.year}年：", line=True) for t, w in found]
    items = tuple(Item(t.issuer, t.year, (w.passage.source(),)) for t, w in found)
    return Draft(tuple(said), items=items)


def mentioned(plan: Plan, reports: Sequence[tuple[Target, Report]], hits: Sequence[Hit]) -> Found:
    """The best passage of each report that covers enough of the question, words weighed over all reports together."""
    enough = COVERAGE if single(plan.question) else MENTIONS
    read = [(target, [p for p in passages(report, hits) if tells(plan, p)]) for target, report in reports]
    weights = weights_for(plan, [p for _, found in read for p in found])
    best = [(target, ranked[0]) for target, found in read if (ranked := weigh(weights, found))]
    return sorted((b for b in best if b[1].coverage >= enough), key=lambda entry: -entry[1].score)


def tells(plan: Plan, passage: Passage) -> bool:
    """Whether a passage says that there was the thing: no heading, no row of figures, no denial unless asked for one."""
    if passage.figures or problems.stands_alone(passage.section, passage.block.text):
        return False
    return bool(NEGATED.search(plan.question)) or not NEGATED.search(passage.text) or not plan.indicators


def single(question: str) -> bool:
    """Whether the question expects one body (哪个镇) and not several (哪些镇)."""
    return bool(re.search(r"哪一?个|哪家|谁", question)) and "哪些" not in question


def leaders(found: Found) -> Found:
    """The best, and those so close behind that they cannot be told from it."""
    for n, (before, after) in enumerate(pairwise(found), start=1):
        if after[1].score < CLOSE * before[1].score:
            return found[:n]
    return found
