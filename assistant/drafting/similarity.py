"""Sentences that are too close to last year's: what an official gives again must be looked at again.

Reports that repeat the year before are blamed by inspections (条例 article 47). Only the points'
sentences are compared: those on figures and on the law read alike every year by nature.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from assistant.drafting.collection import Neighbours
from assistant.drafting.nouns import Part
from assistant.drafting.references import place_of
from index.language.sentences import sentences
from index.language.text import squeeze
from index.schema import Report

LEAST_LENGTH = 12
"""Shorter sentences are formulas that everybody writes."""

CLOSE = 0.8
"""Share of characters in common, figures and marks aside, from which two sentences count as the same."""

_MARK = re.compile(r"^[一二三四五六七八九十]是|[\d,.%]+|[。；;，,、：:“”‘’《》（）()]")


@dataclass(frozen=True, slots=True)
class Similar:
    """A sentence of the draft, the sentence that it is close to, and where that one stands."""

    text: str
    other: str
    source: str
    section: str
    share: float

    @property
    def message(self) -> str:
        """What the official reads."""
        return f"与{self.source}的一句相近（相同{self.share:.0%}），请按本年实际改写：“{self.other}”"


def similar(
    parts: Iterable[Part], previous: Report | None, others: Neighbours | None = None
) -> tuple[Similar, ...]:
    """The given sentences that last year's report, or another body's in the collection, has almost word for word."""
    before = list(_comparable(_passages(previous))) if previous else []
    found = []
    for part in parts:
        for text in _given(part) if part.level else ():
            bare = _bare(text)
            theirs = [*before, *_comparable(others.passages(text) if others else ())]
            if len(bare) >= LEAST_LENGTH and (best := _closest(bare, theirs)):
                share, other, source = best
                found.append(Similar(text, other, source, part.heading, share))
    return tuple(found)


def _comparable(passages: Iterable[tuple[str, str]]) -> Iterable[tuple[str, str, str]]:
    """The sentences of passages, bare and as printed, with their source."""
    for passage, source in passages:
        for span in sentences(passage):
            if len(bare := _bare(span.text)) >= LEAST_LENGTH:
                yield bare, span.text, source


def _given(part: Part) -> Iterable[str]:
    for paragraph in part.paragraphs:
        for sentence in paragraph:
            if sentence.point:
                yield from (span.text for span in sentences(sentence.text))


def _passages(report: Report) -> Iterable[tuple[str, str]]:
    for section in report.sections:
        for block in section.blocks:
            if block.grid is None:
                yield block.text, place_of(f"{report.year}年报告", section.label)


def _bare(text: str) -> str:
    return _MARK.sub("", squeeze(text))


def _closest(bare: str, theirs: Sequence[tuple[str, str, str]]) -> tuple[float, str, str] | None:
    best: tuple[float, str, str] | None = None
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(bare)
    for other, text, label in theirs:
        matcher.set_seq1(other)
        least = best[0] if best else CLOSE
        if matcher.real_quick_ratio() < least or matcher.quick_ratio() < least:
            continue
        share = matcher.ratio()
        if share >= CLOSE and (best is None or share > best[0]):
            best = share, text, label
    return best
