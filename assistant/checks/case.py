"""What a rule looks at: a report with its facts, cut into the pieces that rules ask for.

Conversions break paragraphs at page ends. A paragraph that ends without a sentence mark is joined with the one
below it here, so that no rule takes the break for a fault of the author.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from index.language.sentences import clauses, sentences
from index.language.text import squeeze
from index.schema import Block, BodyLevel, Fact, FactState, Report, Section

GOVERNMENTS = frozenset({BodyLevel.PROVINCE, BodyLevel.CITY, BodyLevel.COUNTY, BodyLevel.TOWN})
"""The levels of 各级人民政府, whose reports 条例 article 50 (4) asks more of than those of departments."""

_ENDED = re.compile(r"[。！？；：!?;:”’）)》.]\s*$")
_OPENS_ITEM = re.compile(r"^\s*(?:#|[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．是]|[-•●]|附)")
_TELLING = 6
"""Characters that a quoted clause needs so that a reader finds its place."""
_MANY, _SHORT = 8, 5
"""From how many words of less than how many characters on the average a line is debris of a table."""
_LONG_ENOUGH = 18
"""A shorter line without an end mark is a heading, an address or a signature, not a broken paragraph."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph with its place. ``text`` may join two blocks that a page end had parted."""

    text: str
    section: str
    page: int | None
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a passage."""

    text: str
    passage: Passage

    @property
    def section(self) -> str:
        """The label of the section that it stands in."""
        return self.passage.section

    @property
    def page(self) -> int | None:
        """The page on which its passage begins."""
        return self.passage.page

    def clause(self, found: str) -> str:
        """The clause that holds some words (white space in it does not count); the whole sentence where that tells too little."""
        wanted = squeeze(found)
        parts = [span.text for span in clauses(self.text)]
        whole = next((part for part in parts if wanted in squeeze(part)), self.text)
        told = whole.rstrip("，,、。；;")
        return told if len(squeeze(told)) >= _TELLING else self.text


@dataclass(frozen=True)
class Case:
    """A report to be checked.

    ``previous`` is the same body's report of the year before, ``None`` if not given; ``others`` are reports of other
    bodies to compare with.
    """

    report: Report
    facts: tuple[Fact, ...]
    previous: Report | None = None
    previous_facts: tuple[Fact, ...] = field(default=())
    others: tuple[Report, ...] = field(default=())

    @property
    def year(self) -> int:
        """The report year."""
        return self.report.year

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """The paragraphs of the report without tables and title, broken ones joined."""
        return tuple(p for section in self.report.sections for p in _passages(section, self._title))

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of all passages; a heading that stands alone is one too."""
        return tuple(Sentence(s.text, p) for p in self.passages for s in sentences(p.text))

    @cached_property
    def prose(self) -> str:
        """All passages in the form in which texts are compared (no spaces, half width)."""
        return squeeze("\n".join(p.text for p in self.passages))

    @cached_property
    def cells(self) -> dict[tuple[str, str], Fact]:
        """The cells of the statutory tables by indicator and column; the first where a table is printed twice."""
        found: dict[tuple[str, str], Fact] = {}
        for fact in self.facts:
            if fact.source == "table":
                found.setdefault((fact.indicator, fact.column), fact)
        return found

    @cached_property
    def statements(self) -> tuple[Fact, ...]:
        """The counted statements of the text about the report year."""
        return tuple(f for f in self.facts if f.source == "text" and f.year == self.year)

    @cached_property
    def grids(self) -> tuple[Block, ...]:
        """The tables as printed, statutory or not."""
        return tuple(b for section in self.report.sections for b in section.blocks if b.grid)

    @cached_property
    def chapters(self) -> tuple[str, ...]:
        """The headings of the first level in order."""
        found: list[str] = []
        for section in self.report.sections:
            if section.path and (not found or found[-1] != section.path[0]):
                found.append(section.path[0])
        return tuple(found)

    def chapter_sections(self, chapter: str) -> Iterator[Section]:
        """The sections under a heading of the first level, its own included."""
        return (s for s in self.report.sections if s.path and s.path[0] == chapter)

    @property
    def is_government(self) -> bool:
        """Whether the body is a government rather than a department or unknown."""
        return self.report.issuer.level in GOVERNMENTS

    @cached_property
    def _title(self) -> str:
        return squeeze(self.report.title)

    @cached_property
    def title_lines(self) -> tuple[str, ...]:
        """The title as printed: the blocks before the text that together make it up."""
        first = self.report.sections[0].blocks if self.report.sections else ()
        return tuple(b.text.strip().lstrip("# ").strip() for b in first if _in_title(b, self._title))


def known(facts: Sequence[Fact | None]) -> bool:
    """Whether every one of some cells is there and holds a figure."""
    return all(fact is not None and fact.state in {FactState.NUMBER, FactState.ZERO} for fact in facts)


def _passages(section: Section, title: str) -> Iterator[Passage]:
    held: list[Block] = []
    for block in (b for b in section.blocks if b.grid is None and b.text.strip() and not _is_debris(b.text)):
        if section.level == 0 and _in_title(block, title):
            continue
        if held and not _breaks_off(held[-1], block, section.heading):
            yield _passage(held, section)
            held = []
        held.append(block)
    if held:
        yield _passage(held, section)


def _passage(blocks: Sequence[Block], section: Section) -> Passage:
    text = "".join(block.text.strip() for block in blocks)
    return Passage(text, section.label, blocks[0].page, heading=_is_heading(blocks[0], section.heading))


def _is_heading(block: Block, heading: str) -> bool:
    return bool(heading) and squeeze(block.text).strip("#*") == squeeze(heading)


def _breaks_off(above: Block, below: Block, heading: str) -> bool:
    """Whether a page end parted two blocks: no mark at the end of one, no head of an item at the other's start."""
    if _ENDED.search(above.text) or len(above.text.strip()) < _LONG_ENOUGH:
        return False
    return not (above.heading or _is_heading(above, heading) or _OPENS_ITEM.match(below.text))


def _is_debris(text: str) -> bool:
    """Whether a paragraph is what a conversion left of a table: many short words set apart, and no sentence."""
    words = text.split()
    return len(words) >= _MANY and "。" not in text and sum(map(len, words)) < _SHORT * len(words)


def _in_title(block: Block, title: str) -> bool:
    text = squeeze(block.text).lstrip("#*").rstrip("*")
    return bool(text) and block.grid is None and text in title and len(text) > 3
