"""Whether a sentence denies the very thing that a question takes for granted: 被追责的是哪几个单位, where nobody was."""

from __future__ import annotations

import re

from assistant.passages.polarity import NEGATION, clauses_of
from assistant.passages.relevance import PARTIAL, is_act, is_generic, longest, match
from assistant.planning.query import Plan, Wanted
from index.language.text import squeeze

_TAKEN_FOR_GRANTED = frozenset(
    {
        Wanted.PERSON,
        Wanted.BODIES,
        Wanted.OFFICE,
        Wanted.NAME,
        Wanted.DATE,
        Wanted.REASON,
        Wanted.CAUSE,
        Wanted.ENUMERATION,
    }
)
"""Who, which, when and why are asked of what there was; how many and whether are not."""
_THERE_WAS_NONE = re.compile("没有|无|不存在|未(?:发生|出现|收到|接到|产生|有|曾|发现)")
_DENIED = re.compile("没|未(?!来)|无(?!论|障碍|偿)|不(?:予|给|公开|同意|存在)")
"""A question about what was not done (为什么没公开) takes nothing for granted that a denial could deny."""
_SOME = re.compile("[1-9]|的")
"""What follows a denial of something else: 未办结的申请2件 denies no request, and 整改不力的单位被通报 that nobody was."""


def denies(plan: Plan, text: str) -> bool:
    """Whether a text says that there was none of what a who, which, when or why is asked of.

    All words of the question that say more than any question must stand behind the negation, in its clause.
    """
    words = [w for w in longest(plan.terms) if len(w) > 1 and not (is_generic(w) or is_act(w))]
    if not words or plan.wanted not in _TAKEN_FOR_GRANTED or _DENIED.search(squeeze(plan.question)):
        return False
    for clause in clauses_of(text):
        for mark in NEGATION.finditer(clause):
            rest = squeeze(clause[mark.end() :])
            existence = _THERE_WAS_NONE.match(clause, mark.start())
            if all(match(word, rest) >= PARTIAL for word in words) and (existence or not _SOME.search(rest)):
                return not re.search("[1-9]", rest)
    return False
