"""Sentences that are an answer of the rules word for word, led in by the question's words (信息员更换频繁的原因是……).

A passage that the rules chose answers the question that was asked, so that to repeat the question before it says nothing more.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.compose import Statement
from assistant.model.amounts import counted
from assistant.model.evidence import Evidence
from assistant.model.faithful import has_bodies, has_years
from assistant.passages.polarity import NEGATION
from assistant.planning.directory import Directory
from index.language.text import squeeze_numbers
from index.language.words import tokens

SHORTEST = 8
"""A run of fewer Chinese characters may stand in a report by chance, or is a number that another one stands beside."""

_ENDS = "，,；;。！？!?、：:”"
_CHINESE = re.compile(r"[\u3400-\u9fff]")
_CLAUSE = re.compile(r"[^，,；;。！？!?：:\n]*$")
_LEADS = frozenset(
    [
        "原因",
        "以下",
        "几点",
        "以下几点",
        "几个",
        "方面",
        "几个方面",
        "包括",
        "如下",
        "主要",
        "存在",
        "通过",
        "多种",
        "采取",
        "进行",
        "是",
        "有",
        "为",
    ]
)
"""Words that lead in what follows and say nothing themselves."""


def is_led_in(said: str, question: str, grounds: Sequence[Statement], book: Directory) -> bool:
    """Whether a sentence is words of the question, then a run of one statement up to the end of a clause.

    The lead has no number and no denial, and its bodies and years are those of the sources. False without a ``question``.
    """
    text, evidence = squeeze_numbers(said).rstrip(_ENDS), Evidence(tuple(grounds))
    starts = [start for ground in grounds if (start := _run(text, squeeze_numbers(ground.text))) is not None]
    if not (question and starts):
        return False
    lead = text[: min(starts)]
    if NEGATION.search(lead) or counted(lead):
        return False
    known = f"{squeeze_numbers(question)}\n{evidence.whole}"
    asked = all(word in known or word in _LEADS for word in tokens(lead) if len(word) > 1)
    sources = evidence.sources
    return (
        asked and has_bodies(lead, evidence.whole, sources, book) and has_years(lead, evidence.whole, sources)
    )


def _run(text: str, known: str) -> int | None:
    """Where the longest end of a text begins that stands in what is known, as whole clauses but for how the first begins."""
    for start in range(len(text)):
        at = known.find(text[start:])
        if at < 0:
            continue
        if len(_CHINESE.findall(text[start:])) < SHORTEST:
            return None
        after, before = known[at + len(text) - start :], _CLAUSE.search(known[:at])
        whole = not after or after[0] in _ENDS
        return start if whole and before and not NEGATION.search(before[0]) else None
    return None
