"""A citation's place in its report: the section's text with the quote marked, also where blocks split it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant import locate
from assistant.page import grid
from assistant.page.reports import format_name
from assistant.page.request import Pointed
from assistant.page.templates import render
from index.language.text import find, squeeze
from index.schema import Block, GridCell, Report, Section
from index.store import Store

Span = tuple[int, int]
Cells = tuple[GridCell | None, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text, marked or not."""

    text: str
    hit: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block as shown: ``pieces`` of a paragraph or ``rows`` of a table; ``page`` where it begins, or ``None``."""

    pieces: tuple[Piece, ...] = ()
    rows: tuple[grid.Row, ...] = ()
    heading: bool = False
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A section as shown; ``number`` counts the report's sections from 0.

    ``found`` is whether the quote stands in it, ``page`` the page on which it then begins, if there are pages.
    """

    section: Section
    number: int
    paragraphs: tuple[Paragraph, ...]
    found: bool = False
    page: int | None = None


def shown(store: Store, at: Pointed) -> str:
    """The source panel for a citation. Raises StoreError if the report is gone."""
    report = store.report(at.report)
    number = holding(report, at)
    part = marked(report.sections[number], number, at) if number is not None else None
    return render("source", report=report, part=part, at=at, format=format_name(report.format))


def whole(store: Store, at: Pointed) -> str:
    """The whole report with its outline, opened at the section that ``at`` names."""
    report = store.report(at.report)
    parts = [marked(section, number, Pointed("")) for number, section in enumerate(report.sections)]
    current = holding(report, at) if at.section or at.quote else None
    return render("report", report=report, parts=parts, current=current, format=format_name(report.format))


def holding(report: Report, at: Pointed) -> int | None:
    """Which section holds the quote: the one named, else any; without the quote the one named; else ``None``."""
    named = [n for n, section in enumerate(report.sections) if section.label == at.section]
    others = [n for n in range(len(report.sections)) if n not in named]
    holders = (n for n in (*named, *others) if spans(report.sections[n], at))
    return next(holders, named[0] if named else None)


def marked(section: Section, number: int, at: Pointed) -> Part:
    """A section with the quote marked."""
    found = spans(section, at)
    paragraphs = tuple(_paragraphs(section, found, at))
    first = min(found, default=None)
    page = locate.page(section.blocks[first], found[first][0]) if first is not None else None
    return Part(section, number, paragraphs, bool(found), page)


def spans(section: Section, at: Pointed) -> dict[int, Span]:
    """Where in which of a section's blocks the quote stands: offsets by the block's number, ``{}`` if nowhere."""
    if at.row or at.column:
        in_table = _row_spans(section, at)
        if in_table:
            return in_table
    for number, block in enumerate(section.blocks):
        if span := find(at.quote, block.text):
            return {number: span}
    return _split_spans(section.blocks, at.quote)


def _row_spans(section: Section, at: Pointed) -> dict[int, Span]:
    """The printed row that the quote repeats; of several that read the same the one with the cited label."""
    wanted = squeeze(at.quote)
    found: list[tuple[bool, int, Span]] = []
    for number, block in enumerate(section.blocks):
        for start, row, text in _printed(block):
            if squeeze(text) == wanted:
                labels = [cell.text for cell in row if cell]
                found.append((at.row not in labels, number, (start, start + len(text))))
    return {number: span for _, number, span in sorted(found)[:1]}


def _printed(block: Block) -> Iterator[tuple[int, Cells, str]]:
    """Offset, cells and text of each printed row of a block."""
    if block.grid is None:
        return
    start = 0
    for row, text in zip(block.grid.rows, block.grid.printed, strict=True):
        yield start, row, text
        start += len(text) + 1


def _split_spans(blocks: Sequence[Block], quote: str) -> dict[int, Span]:
    """A quote that runs over several blocks, found in their joined text."""
    whole_span = find(quote, "\n".join(block.text for block in blocks))
    if whole_span is None:
        return {}
    found: dict[int, Span] = {}
    start = 0
    for number, block in enumerate(blocks):
        first, last = max(whole_span[0] - start, 0), min(whole_span[1] - start, len(block.text))
        if first < last:
            found[number] = (first, last)
        start += len(block.text) + 1
    return found


def _paragraphs(section: Section, found: dict[int, Span], at: Pointed) -> Iterator[Paragraph]:
    for number, block in enumerate(section.blocks):
        span = found.get(number)
        if block.grid is not None:
            hits = _rows_of(block, span) if span else set()
            yield Paragraph(rows=grid.rows(block.grid, hits, at), page=block.page)
        else:
            heading = bool(section.path) and number == 0 and squeeze(block.text) == squeeze(section.heading)
            yield Paragraph(_pieces(block.text, span), heading=heading, page=block.page)


def _rows_of(block: Block, span: Span) -> set[int]:
    """The numbers of the printed rows that a span of the block's text touches."""
    return {
        number
        for number, (start, _, text) in enumerate(_printed(block))
        if start < span[1] and start + len(text) > span[0]
    }


def _pieces(text: str, span: Span | None) -> tuple[Piece, ...]:
    if span is None:
        return (Piece(text),)
    cut = (Piece(text[: span[0]]), Piece(text[slice(*span)], hit=True), Piece(text[span[1] :]))
    return tuple(piece for piece in cut if piece.text)
