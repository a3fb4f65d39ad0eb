"""The sentences and rows of reports, weighed against a question."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.compose import Source
from assistant.locate import source_at
from assistant.query import Plan
from assistant.relevance import Weights
from index.schema import Block, Hit, Report, Section
from index.sentences import sentences
from index.text import squeeze


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence of a paragraph, or one printed row of a table; ``hit`` is its chunk's retrieval score, 0 to 1."""

    report: Report
    section: Section
    block: Block
    start: int
    end: int
    hit: float = 0.0

    @property
    def text(self) -> str:
        """The verbatim text."""
        return self.block.text[self.start : self.end]

    def source(self) -> Source:
        """Where it stands."""
        return source_at(self.report, self.section, self.block, self.start, self.end)


@dataclass(frozen=True, slots=True)
class Weighed:
    """A passage with its score, and how much of the question's terms and of its focus it covers (each 0 to 1)."""

    passage: Passage
    score: float
    coverage: float
    focus: float


def passages(report: Report, hits: Sequence[Hit]) -> Iterator[Passage]:
    """Every sentence and row of a report, with the best score of the hits whose chunk holds it."""
    found = [(squeeze(hit.chunk.text), hit.score) for hit in hits if hit.chunk.report == report.name]
    for section in report.sections:
        for block in section.blocks:
            for start, end in pieces(block):
                key = squeeze(block.text[start:end])[:40]
                best = max((score for text, score in found if key in text), default=0.0)
                yield Passage(report, section, block, start, end, best)


def pieces(block: Block) -> Iterator[tuple[int, int]]:
    """The offsets of a block's sentences, or of its rows where it is a table."""
    if block.grid is None:
        for span in sentences(block.text):
            yield span.start, span.end
        return
    start = 0
    for row in block.grid.printed:
        yield start, start + len(row)
        start += len(row) + 1


def weigh(plan: Plan, found: Sequence[Passage]) -> list[Weighed]:
    """Passages by score, best first: words in the sentence, then in its headings and paragraph, then the chunk's score."""
    texts = [squeeze(p.text) for p in found]
    weights = Weights.over(tuple(dict.fromkeys((*plan.terms, *plan.focus))), texts)
    focus = weights.of(plan.focus)
    weighed = [one(plan, passage, text, weights, focus) for passage, text in zip(found, texts, strict=True)]
    return sorted(weighed, key=lambda w: w.score, reverse=True)


def one(plan: Plan, passage: Passage, text: str, weights: Weights, focus: Weights) -> Weighed:
    """One passage's score."""
    around = squeeze(" ".join(passage.section.path) + passage.block.text[:400])
    coverage = weights.coverage(text, around)
    score = 0.7 * coverage + 0.3 * passage.hit
    by_focus = focus.coverage(text, around, 0.9) if plan.focus else coverage
    return Weighed(passage, score, coverage, by_focus)
