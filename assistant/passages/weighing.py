"""The sentences and rows of reports, weighed against a question."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.compose import Source
from assistant.locate import source_at
from assistant.passages.relevance import Weights, is_thing, longest
from assistant.planning.query import Plan, Wanted
from index.language.sentences import sentences
from index.language.text import squeeze
from index.schema import Block, Hit, Report, Section

_NAMED = re.compile(r"[^（(：:]{2,12}[：:]\s*[^\s：:]{2,}")
_SIGNED = re.compile(r"(?:单位负责人|审核人|填报人|填报日期)\s*[：:]")
_FIGURE = re.compile(r"[\d.,，%]+|[-—/―]+")
_MARK = re.compile(r"^(?:[（(]?[一二三四五六七八九十\d]{1,2}(?:[)）.．、]|是|要)|[①-⑳])")
_TELLS = re.compile(r"\d|[：:].")
FUNDS = "经费"
_SPENT = re.compile("批|拨|花|投|砸|列支|安排")
_SHORT = 13
"""Characters without mark: shorter sentences of prose announce what the next ones say."""
_ANNOUNCING = 0.08
"""What a sentence that only announces is put back by."""
_COVERED, _SHARED, _FOUND = 0.58, 0.17, 0.25
"""What counts in a passage's score, 1 in all: the question's words, the characters they share, and the chunk's rank in the search."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence of a paragraph, or one printed row of a table; ``hit`` is its chunk's retrieval score, 0 to 1.

    ``figures`` marks a row of a table of figures.
    """

    report: Report
    section: Section
    block: Block
    start: int
    end: int
    hit: float = 0.0
    figures: bool = False

    @property
    def text(self) -> str:
        """The verbatim text."""
        return self.block.text[self.start : self.end]

    def source(self) -> Source:
        """Where it stands."""
        return source_at(self.report, self.section, self.block, self.start, self.end)


@dataclass(frozen=True, slots=True)
class Weighed:
    """A passage with its score and how much of the question's words it covers, headings at a discount (each 0 to 1)."""

    passage: Passage
    score: float
    coverage: float


def passages(report: Report, hits: Sequence[Hit]) -> Iterator[Passage]:
    """Every sentence and row of a report, with the best score of the hits whose chunk holds it."""
    found = [(squeeze(hit.chunk.text), hit.score) for hit in hits if hit.chunk.report == report.name]
    for section in report.sections:
        for block in section.blocks:
            counted = figure_rows(block)
            for n, (start, end) in enumerate(pieces(block)):
                key = squeeze(block.text[start:end])[:40]
                best = max((score for text, score in found if key in text), default=0.0)
                yield Passage(report, section, block, start, end, best, n in counted)


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


def figure_rows(block: Block) -> set[int]:
    """The rows of a table of figures: all but those that have words after a colon and no figure (填报人：…).

    A figure is a cell of nothing but a number, a dash or a slash.
    """
    rows = block.grid.rows if block.grid else ()
    cells = [[cell.text.strip() for cell in row if cell] for row in rows]
    counted = {n for n, row in enumerate(cells) if any(_FIGURE.fullmatch(text) for text in row)}
    named = {n for n, row in enumerate(cells) if any(_NAMED.match(text) for text in row)}
    return set(range(len(cells))) - (named - counted) if counted else set()


def names_people(text: str) -> bool:
    """Whether a text is the line below a table that names who signed and checked it (单位负责人：… 审核人：… 填报人：…)."""
    return len(_SIGNED.findall(text)) >= 2


def weights_for(plan: Plan, found: Sequence[Passage]) -> Weights:
    """What the question's words are worth among these passages; 批了多少钱 asks for 经费 without saying so."""
    words = longest((*plan.terms, *plan.focus))
    if asks_funds(plan, words):
        words = longest((*words, FUNDS))
    return Weights.over(words, [squeeze(p.text) for p in found])


def asks_funds(plan: Plan, words: Sequence[str]) -> bool:
    """Whether it is asked what was spent and not what for: reports call that 经费."""
    return (
        plan.wanted is Wanted.MONEY and bool(_SPENT.search(plan.question)) and not any(map(is_thing, words))
    )


def weigh(weights: Weights, found: Sequence[Passage]) -> list[Weighed]:
    """Passages by score, best first: words in the sentence, then in its headings and paragraph, then the chunk's score.

    The characters that words share decide where the words do not, and what only announces comes after what says.
    """
    weighed = [one(passage, weights) for passage in found]
    return sorted(weighed, key=lambda w: w.score, reverse=True)


def one(passage: Passage, weights: Weights) -> Weighed:
    """One passage's score."""
    around = squeeze(" ".join(passage.section.path) + passage.block.text[:400])
    text = squeeze(passage.text)
    coverage = weights.coverage(text, around)
    score = _COVERED * coverage + _SHARED * weights.shared(text) + _FOUND * passage.hit
    return Weighed(passage, score - (_ANNOUNCING if announces(passage) else 0.0), coverage)


def announces(passage: Passage) -> bool:
    """Whether a sentence is so short that it can only be a heading run on into its paragraph (二是健全制度。).

    A figure, or a word after a colon, is an answer however short.
    """
    text = _MARK.sub("", squeeze(passage.text))
    return passage.block.grid is None and len(text) < _SHORT and not _TELLS.search(text)
