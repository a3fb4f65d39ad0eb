"""The enumerations of a report: marked items, or the sub-sections of a section, with what announces them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.compose import Source, Statement
from assistant.locate import source_at
from assistant.passages.relevance import Weights
from index.language.sentences import items, sentences
from index.language.text import squeeze
from index.schema import Block, Report, Section

NAMED = 0.6
"""What an item must cover of a question to be the one that is asked about."""

NAMING = 2
"""So many words of a question at least name a thing."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A verbatim piece of a block."""

    section: Section
    block: Block
    start: int
    end: int

    @property
    def text(self) -> str:
        """The verbatim text."""
        return self.block.text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Listing:
    """Items with what announces them (``lead``, may be missing) under the headings of ``path``."""

    path: tuple[str, ...]
    lead: Piece | None
    pieces: tuple[Piece, ...]

    def leads(self, block: Block, start: int, end: int) -> bool:
        """Whether some text is, or holds, what announces the list."""
        lead = self.lead
        return lead is not None and lead.block is block and lead.start < end and start < lead.end


def listings(report: Report) -> Iterator[Listing]:
    """Every enumeration of two items or more, in order; those inside an item of another are left out."""
    for section in report.sections:
        yield from in_section(section)
    yield from of_subsections(report.sections)


def in_section(section: Section) -> Iterator[Listing]:
    """The outermost marked lists of a section's own paragraphs, which may run over several."""
    blocks = [block for block in section.blocks if block.grid is None]
    text, starts = "", []
    for block in blocks:
        starts.append(len(text))
        text += block.text + "\n"
    reached = 0
    for found in items(text):
        if found.style == "、" or found.start < reached:
            continue
        reached = found.end
        lead = piece(section, blocks, starts, found.lead.start, found.lead.end) if found.lead.text else None
        pieces = tuple(piece(section, blocks, starts, i.start, i.end) for i in found.items)
        yield Listing(section.path, lead, pieces)


def piece(section: Section, blocks: Sequence[Block], starts: Sequence[int], start: int, end: int) -> Piece:
    """The piece of one block that begins at an offset of the joined text, cut at the block's end."""
    at = max(n for n, offset in enumerate(starts) if offset <= start)
    block = blocks[at]
    return Piece(section, block, start - starts[at], min(end - starts[at], len(block.text)))


def of_subsections(sections: Sequence[Section]) -> Iterator[Listing]:
    """The sub-sections of a section as a list: each with its heading and first sentence."""
    for n, section in enumerate(sections):
        below = [s for s in sections[n + 1 :] if s.path[:-1] == section.path and s.path]
        if section.path and len(below) >= 2:
            lead = opening(section, last=True)
            yield Listing(section.path, lead, tuple(p for s in below if (p := opening(s))))


def opening(section: Section, *, last: bool = False) -> Piece | None:
    """The heading of a section with the first sentence after it on its line, or its last sentence of all."""
    blocks = [block for block in section.blocks if block.grid is None]
    if not blocks:
        return None
    block = blocks[-1] if last else blocks[0]
    found = sentences(block.text)
    if not found:
        return None
    if last:
        return Piece(section, block, found[-1].start, found[-1].end)
    return Piece(section, block, found[0].start, found[min(1, len(found) - 1)].end)


def only_item(found: Sequence[Listing], weights: Weights, at: Piece) -> Piece | None:
    """The one item that names what is asked about, of a list that a passage leads or stands in; else ``None``.

    What leads up to the list and the other items must say little of it: 三步法 is one of three measures, and its steps
    stand in that item. A single word of the question names nothing (重点公开了哪三方面): it may stand anywhere.
    """
    if len(weights.by_term) < NAMING:
        return None
    for listing in found:
        within = any(p.block is at.block and p.start <= at.start < p.end for p in listing.pieces)
        if not (within or listing.leads(at.block, at.start, at.end)):
            continue
        covered = [weights.coverage(squeeze(p.text)) for p in listing.pieces]
        lead = weights.coverage(squeeze(listing.lead.text)) if listing.lead else 0.0
        best = max(covered)
        beside = sorted([*covered, lead])[-2]
        if best >= NAMED and 2 * beside < best:
            return listing.pieces[covered.index(best)]
    return None


def suits(listing: Listing, weights: Weights) -> float:
    """How much of a question a listing's lead covers, 0 to 1; its headings count nearly as much."""
    lead = squeeze(listing.lead.text if listing.lead else "")
    return weights.coverage(lead, squeeze(" ".join(listing.path)), 0.9)


def statements(report: Report, listing: Listing, intro: str) -> list[Statement]:
    """A listing as lines, each item verbatim with its own citation."""
    lead = listing.lead
    said = [Statement(f"{intro}{one_line(lead.text)}", (source(report, lead),), line=True)] if lead else []
    if not said:
        said = [Statement(intro, line=True)]
    return said + [
        Statement(f"- {one_line(p.text)}", (source(report, p),), line=True) for p in listing.pieces
    ]


def source(report: Report, found: Piece) -> Source:
    """Where a piece stands."""
    return source_at(report, found.section, found.block, found.start, found.end)


def one_line(text: str) -> str:
    """Text without the line breaks and runs of blanks that only layout put there."""
    return " ".join(text.split())
