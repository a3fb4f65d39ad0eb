"""Why a figure went up or down: the sentence that gives a cause for the change of that very figure, and no other.

A report is full of reasons for other things, and its other figures change as well: the clause with the cause stands beside the
one that tells the change, and that one tells it of the figure asked about.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.passages.expected import PATTERNS
from assistant.passages.polarity import clauses_of
from assistant.passages.weighing import Passage
from assistant.planning.intent import asks_of_change
from assistant.planning.query import Plan, Wanted
from assistant.planning.vocabulary import find_bare, find_indicators
from index.language.sentences import Span, sentences
from index.language.text import squeeze

_CHANGE = re.compile(
    r"(?:增(?:加|长|多|幅)|激增|大增|减少|锐减|下降|上升|升高|降低|回落|下滑|上涨|翻番)(?:了|到|至|为|约|近|的|幅度)*(?=$|[\d一二两三四五六七八九十百近超约较明大显这是主原因])"
    r"|(?:更|偏|变|[较比](?![例重])[^，。；]{0,16})[多少高低大](?:了|出)?(?=$|[\d一二两三四五六七八九十百近超约这是主原因])"
)
_OWN_SUBJECT = re.compile(
    r"^(?:今年|本年度?|全年|\d{4}年度?|总体|数量|总量|均|也|又|但|并)*(?:[比较与和同环]|增|减|大幅|明显|显著|有所|略有|上升|下降|[多少])"
)
"""Begins a change that is told of what stands before it: 比上年增加7件, 同比下降一半."""
_BEFORE = re.compile(
    "^(?:主要|一方面|另一方面)?是?(?:因(?![此而素公]|依申请|政府信息|信息公开)|由于|受|随着|鉴于)"
)
"""Begins a cause that the change follows: 受机构改革影响，申请增多."""
_AFTER = re.compile(
    "主要(?:是|系|为|在于|因|由于|集中)|原因|因为|由于|得益于|源于|缘于|归因|所致|导致|造成|致使|引起|^系"
)
"""Stands in a cause that follows its change, or in one clause with it: 申请增多，主要是征地引起."""
_POINTS_BACK = re.compile(
    "^(?:究其|其|这|此|上述|出现|产生|造成|增[加长多幅]?|减少?|下降|上升|降低|变化)*(?:的|了)*(?:主要)?(?:原因|是因为|是由于|主要是|源于|得益于)"
)
"""Begins a sentence on the cause of what the sentence before tells."""


def explains(plan: Plan, passage: Passage) -> bool:
    """Whether a sentence says why the plan's figure is what it is; of a change that is asked about, why it changed."""
    said = clauses_of(squeeze(passage.text))
    if not asks_of_change(plan.question):
        named = any(_speaks(plan, clause) for clause in said)
        return named and PATTERNS[Wanted.CAUSE].search(passage.text) is not None
    if said and _POINTS_BACK.search(said[0]):
        before = _before(passage)
        told = clauses_of(squeeze(passage.block.text[before.start : before.end])) if before else []
        return bool(told) and _tells(plan, told, len(told) - 1)
    return any(_tells(plan, said, n) for n in _caused(said))


def whole(passage: Passage) -> Passage:
    """A sentence on the cause, with the sentence before where it is about what that one tells (主要原因是…)."""
    said, before = clauses_of(squeeze(passage.text)), _before(passage)
    if before is None or not said or not _POINTS_BACK.search(said[0]):
        return passage
    return replace(passage, start=before.start)


def tells_change(plan: Plan, passage: Passage) -> bool:
    """Whether a sentence says that the plan's figure changed, whatever it gives as the reason."""
    said = clauses_of(squeeze(passage.text))
    return any(_tells(plan, said, n) for n in range(len(said)))


def _caused(said: Sequence[str]) -> list[int]:
    """The clauses of a sentence that a cause stands beside: before, after or in them."""
    led = [m for n, clause in enumerate(said) if _BEFORE.search(clause) for m in (n, n + 1, n + 2)]
    followed = [m for n, clause in enumerate(said) if _AFTER.search(clause) for m in (n - 1, n)]
    return [n for n in dict.fromkeys((*led, *followed)) if 0 <= n < len(said)]


def _tells(plan: Plan, said: Sequence[str], at: int) -> bool:
    """Whether a clause tells a change, and of the plan's figure: its own words name it, or the nearest ones before that name any."""
    change = _CHANGE.search(said[at])
    if not change:
        return False
    if _speaks(plan, said[at][: change.end()]):
        return True
    if _counted(said[at]) or not _OWN_SUBJECT.search(said[at]):
        return False
    named = next((clause for clause in reversed(said[:at]) if _counted(clause)), "")
    return _speaks(plan, named)


def _speaks(plan: Plan, text: str) -> bool:
    return not set(plan.indicators).isdisjoint(_counted(text))


def _counted(text: str) -> set[str]:
    """The indicators that a clause names."""
    return {hit.id for hit in (*find_indicators(text), *find_bare(text))}


def _before(passage: Passage) -> Span | None:
    """The sentence of the paragraph before this one, ``None`` for the first."""
    earlier = [span for span in sentences(passage.block.text) if span.end <= passage.start]
    return earlier[-1] if earlier else None
