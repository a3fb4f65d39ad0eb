"""Report -> Chunks: pieces of one section, or of one of its tables, sized for retrieval.

A chunk never crosses a section or a table; only stub sections (a lone heading, 无其他需要报告的事项) are put with a
neighbour under the same parent, because alone they crowd the top of every ranking. The texts of a report's chunks,
joined, are the report's text: nothing is lost and nothing repeated.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from index.schema import Block, Chunk, Report, Section

LONGEST = 350
"""Characters of a text chunk, unless one sentence is longer."""
STUB = 120
"""A section of at most so many characters is too short to be ranked by itself."""
CAPTION = 60
"""Text of at most so many characters before a table (its heading, a caption) goes with its first rows."""
LONGEST_TABLE = 450
"""Characters of a group of table rows."""

_SENTENCE = re.compile(r"[^。！？；!?;\n]*[。！？；!?;\n]+[”’」』）)]*|[^。！？；!?;\n]+$")
_ITEM = re.compile(
    r"\s*(?:[一二三四五六七八九十]+是|其[一二三四五六]|第[一二三四五六七八九十]+[，,、]|[（(]?\d{1,2}[）).、．])"
)
_NAMED_PART = re.compile(
    r"[\s|]*(?:第[一二三四五六七八九十]+条|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)])"
)


@dataclass(frozen=True, slots=True)
class _Piece:
    """A chunk in the making: ``first`` is the section it begins in, ``sections`` all it holds."""

    text: str
    first: Section
    sections: tuple[Section, ...]
    page: int | None
    table: bool = False
    header: str = ""


def chunks(report: Report) -> tuple[Chunk, ...]:
    """All chunks of a report in reading order; empty only where the report has no text."""
    pieces = _merged([piece for section in report.sections for piece in _pieces(section)])
    return tuple(_chunk(report, ordinal, piece) for ordinal, piece in enumerate(pieces))


def _chunk(report: Report, ordinal: int, piece: _Piece) -> Chunk:
    headings = " > ".join(part for part in (report.title, piece.first.label, piece.header) if part)
    return Chunk(
        report=report.name,
        issuer=report.issuer.name,
        year=report.year,
        section=piece.first.label,
        text=piece.text,
        context=headings,
        ordinal=ordinal,
        page=piece.page,
        sections=tuple(dict.fromkeys(section.label for section in piece.sections)),
        table=piece.table,
    )


def _pieces(section: Section) -> Iterator[_Piece]:
    """A section cut at its tables, its text at sentence ends, its tables at their row groups."""
    waiting: list[Block] = []
    for block in section.blocks:
        if block.grid is None:
            waiting.append(block)
            continue
        caption = waiting if sum(len(each.text) for each in waiting) <= CAPTION else []
        if not caption:
            yield from _text_pieces(section, waiting)
        yield from _table_pieces(section, caption, block)
        waiting = []
    yield from _text_pieces(section, waiting)


def _text_pieces(section: Section, blocks: Sequence[Block]) -> Iterator[_Piece]:
    """Paragraphs, list items and sentences packed to at most ``LONGEST`` characters, of about equal length."""
    whole = "\n".join(block.text for block in blocks)
    if not whole.strip():
        return
    pages = [block.page for block in blocks]
    ends = _ends(blocks)
    start = 0
    for text in _packed(_items(whole), _even(len(whole), LONGEST)):
        block = next((index for index, end in enumerate(ends) if start < end), len(ends) - 1)
        yield _Piece(
            text.strip("\n"), section, (section,), _page_at(blocks[block], start, ends, block, pages)
        )
        start += len(text)


def _ends(blocks: Sequence[Block]) -> list[int]:
    """Where each block ends in the blocks' texts joined by line feeds, the line feed included."""
    ends: list[int] = []
    for block in blocks:
        ends.append((ends[-1] if ends else 0) + len(block.text) + 1)
    return ends


def _page_at(
    block: Block, start: int, ends: Sequence[int], index: int, pages: Sequence[int | None]
) -> int | None:
    """The page on which the character at ``start`` of the joined text stands."""
    inside = start - (ends[index - 1] if index else 0)
    reached = [anchor.place.page for anchor in block.anchors if anchor.start <= inside]
    return reached[-1] if reached else pages[index]


def _even(length: int, longest: int) -> int:
    """The limit that cuts a text of that length into parts of about equal size, so that no crumb is left over."""
    parts = -(-length // longest)
    return longest if parts <= 1 else min(longest, length // parts + longest // 4)


def _items(text: str) -> Iterator[str]:
    """A text cut before paragraphs and list items (一是…, 1.…), those that are too long at sentence ends too."""
    item: list[str] = []
    for sentence in _SENTENCE.findall(text):
        if item and (item[-1].endswith("\n") or _ITEM.match(sentence)):
            yield from _packed(item, _even(sum(map(len, item)), LONGEST))
            item = []
        item.append(sentence)
    yield from _packed(item, _even(sum(map(len, item)), LONGEST))


def _packed(units: Iterable[str], limit: int) -> Iterator[str]:
    """Neighbours joined as long as they stay within the limit; a heading stays with what it leads in any case."""
    current = ""
    for unit in units:
        slack = CAPTION if len(current) <= CAPTION else 0
        if current and len(current) + len(unit) > limit + slack:
            yield current
            current = ""
        current += unit
    if current:
        yield current


def _table_pieces(section: Section, caption: Sequence[Block], table: Block) -> Iterator[_Piece]:
    """A table in groups of rows; from the second group on, ``header`` repeats the table's first rows."""
    grid = table.grid
    if grid is None or not table.text.strip():
        return
    lead = "".join(f"{block.text}\n" for block in caption)
    header = _header(grid.printed)
    for index, rows in enumerate(_row_groups(grid.printed)):
        text = (lead if index == 0 else "") + rows
        page = table.page if index or not caption else caption[0].page
        yield _Piece(text, section, (section,), page, table=True, header=header if index else "")


def _header(printed: Sequence[str]) -> str:
    """The rows before the first one with a figure: the column names."""
    rows: list[str] = []
    for row in printed[:4]:
        if rows and re.search(r"\s\d|^\d", row):
            break
        rows.append(row)
    return " ".join(" ".join(rows).split())[:120]


def _row_groups(printed: Sequence[str]) -> Iterator[str]:
    """Rows joined up to about ``LONGEST_TABLE`` characters, cut where a part (第二十条, （三）) begins if that fits."""
    parts: list[str] = []
    for row in printed:
        line = f"{row}\n"
        if parts and not _NAMED_PART.match(row) and len(parts[-1]) + len(line) <= LONGEST_TABLE:
            parts[-1] += line
        else:
            parts.append(line)
    limit = _even(sum(map(len, parts)), LONGEST_TABLE)
    yield from (group.removesuffix("\n") for group in _packed(parts, limit))


def _merged(pieces: Sequence[_Piece]) -> list[_Piece]:
    """Stub sections put with the neighbour before or after them where the two belong to one parent."""
    merged: list[_Piece] = []
    for number, piece in enumerate(pieces):
        following = pieces[number + 1] if number + 1 < len(pieces) else None
        if merged and not _leads(piece, following) and _belong_together(merged[-1], piece):
            merged[-1] = _joined(merged[-1], piece)
        else:
            merged.append(piece)
    return merged


def _leads(piece: _Piece, following: _Piece | None) -> bool:
    """A stub that is the heading of what comes next goes with that, not with what came before."""
    return (
        following is not None
        and len(piece.text) <= STUB
        and following.first.path[:-1] == piece.first.path
        and bool(piece.first.path)
    )


def _belong_together(before: _Piece, after: _Piece) -> bool:
    last = before.sections[-1]
    if before.table or after.table or last is after.first:
        return False
    small = len(before.text) <= STUB or len(after.text) <= STUB
    return small and len(before.text) + len(after.text) < LONGEST and _related(last, after.first)


def _related(one: Section, other: Section) -> bool:
    """Siblings, or a heading and the first section below it."""
    return one.path[:-1] == other.path[:-1] or one.path == other.path[:-1]


def _joined(before: _Piece, after: _Piece) -> _Piece:
    """One piece; it is known by the section that is no stub, so that its context tells what most of it is about."""
    first = before.first if len(before.text) > STUB or len(after.text) <= STUB else after.first
    return _Piece(f"{before.text}\n{after.text}", first, before.sections + after.sections, before.page)
