"""Statutory tables printed without rules: lines of labels and figures -> rows and columns.

Only regions that clearly are such tables are touched: their lines hold nothing but statutory labels (or parts of them,
where they wrap) and figures. Figures below one another are a column; a part of a label goes with the row that it completes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from index.load.pdf_marks import bare, has_mark, is_entry, is_fragment, is_statutory_heading, labels
from index.load.pdf_model import Item, Line, RawCell, RawTable, Segment, union
from index.load.pdf_unruled_head import Span, head_cells
from index.load.pdf_unruled_pieces import pieces
from index.load.pdf_unruled_rows import Row, rows_of

_BLOCK = re.compile(r"第二十条第")
_HEAD = 9
"""Lines: no head of a statutory table has more."""
_WRAP = 2.2
"""In type sizes: a wrapped part of a label is no farther from its row."""


def _is_table_line(line: Line) -> bool:
    """Whether a line holds nothing but statutory labels and figures, or a label of its own with a row of figures."""
    if line.zone or is_statutory_heading(line.text):
        return False
    words = [piece.text for piece in pieces(line) if not is_entry(piece.text)]
    return all(map(is_fragment, words)) or (len(_values(line)) > 2 and len(words) <= 4)


def _values(line: Line) -> list[Segment]:
    return [piece for piece in pieces(line) if is_entry(piece.text)]


def _is_table(lines: list[Line]) -> bool:
    """Whether lines are clearly a statutory table: labels of it, and figures beside them."""
    known = {bare(piece.text) for line in lines for piece in pieces(line)} & labels()
    whole = any(_values(line) and bare(pieces(line)[0].text) in labels() for line in lines)
    return whole or (len(known) >= 3 and any(_values(line) for line in lines))


def _columns(lines: list[Line]) -> list[Span]:
    """The columns of figures, left and right side: those of the rows that have most."""
    rows = [_values(line) for line in lines]
    most = max(map(len, rows))
    full = [row for row in rows if len(row) == most]
    return [(min(row[at].x0 for row in full), max(row[at].x1 for row in full)) for at in range(most)]


def _is_part(text: str) -> bool:
    """Whether ``text`` begins a statutory label."""
    return bool(text) and any(label.startswith(bare(text)) for label in labels())


def _sides(lines: list[Line], columns: list[Span]) -> list[float]:
    """The x coordinates between which group labels, labels and the columns of figures lie."""
    between = [(a[1] + b[0]) / 2 for a, b in pairwise(columns)]
    first = columns[0][0]
    words = [
        piece.x1 for line in lines for piece in pieces(line) if not is_entry(piece.text) and piece.x1 < first
    ]
    start = (max(words) + first) / 2 if words else first - 8
    left = min([line.place.x0 for line in lines] + [start - 30])
    right = max([line.place.x1 for line in lines] + [columns[-1][1]])
    return [left, left + (start - left) / 3, start, *between, right + 8]


def _row_cells(row: Row, number: int, xs: list[float], *, labelled: bool, ocr: bool) -> Iterator[RawCell]:
    """A row's cells; where text is recognised, a figure that was not seen is no blank cell but none."""

    def cell(at: int, end: int, text: str) -> RawCell:
        place = row.place._replace(x0=round(xs[at], 2), x1=round(xs[end], 2))
        return RawCell(number, number + 1, xs[at], xs[end], text, place)

    if row.group:
        yield cell(0, 1, row.group)
    if labelled:
        yield cell(1 if row.group else 0, 2, row.label)
    for at in range(len(xs) - 3):
        piece = row.values.get(at)
        if piece or not ocr:
            yield cell(at + 2, at + 3, piece.text if piece else "")


def _first_row(lines: list[Line], columns: list[Span]) -> int:
    """Where the head ends: at the first figures, or at the wrapped label that leads to them."""
    first = next(number for number, line in enumerate(lines) if _values(line))
    while first and _begins_row(lines[first - 1], lines[first], columns):
        first -= 1
    return first


def _begins_row(line: Line, below: Line, columns: list[Span]) -> bool:
    near = below.place.top - line.place.top < _WRAP * line.size
    part = len(line.segments) == 1 and bare(line.text) not in labels() and _is_part(line.text)
    return near and part and line.place.x1 < columns[0][0] and has_mark(line.text)


def _table(lines: list[Line], above: list[Line]) -> tuple[RawTable, int] | None:
    """The lines as a table, and how many of those above belong to its head; ``None`` where it is not understood.

    A negative number says that so many of the lines themselves are no part of it: a head that is not understood.
    """
    columns = _columns(lines)
    first = _first_row(lines, columns)
    rows = rows_of(lines[first:], columns)
    if rows is None:
        return None
    ocr = any(line.ocr for line in lines)
    box = union([line.place for line in lines])
    xs = _sides(lines[first:], columns)
    heads, taken = head_cells([*above, *lines[:first]], columns, xs)
    start = max((cell.row_end for cell in heads), default=0)
    labelled = any(row.label for row in rows)  # 表四 has figures only
    cells = [*heads]
    for number, row in enumerate(rows, start):
        cells += _row_cells(row, number, xs, labelled=labelled, ocr=ocr)
    head_places = [union([cell.place for cell in heads if cell.row == number]) for number in range(start)]
    whole = union([box, *(place for place in head_places)])
    table = RawTable(
        tuple(cells),
        (*head_places, *(row.place for row in rows)),
        whole._replace(x0=round(xs[0], 2), x1=round(xs[-1], 2)),
        box.page,
        ocr=ocr,
    )
    return table, taken - first


def _split(region: list[Line]) -> list[list[Line]]:
    """表二 consists of blocks with columns of their own, each under 第二十条第…项."""
    parts: list[list[Line]] = [[]]
    for line in region:
        if _BLOCK.search(line.text.replace(" ", "")) and parts[-1]:
            parts.append([])
        parts[-1].append(line)
    return parts


def _lines_above(found: list[Item]) -> list[Line]:
    above: list[Line] = []
    for item in reversed(found[-_HEAD:]):
        if (
            not isinstance(item, Line)
            or item.zone
            or is_statutory_heading(item.text)
            or item.text[-1] in "。；"
        ):
            break
        above.insert(0, item)
    return above


def _place(found: list[Item], region: list[Line]) -> None:
    """Add a region to the items found so far: as tables where it is understood, line by line otherwise."""
    for part in _split(region) if region else []:
        above = _lines_above(found)
        table = _table(part, above) if any(map(_values, part)) else None
        if table and (_is_table(region) or table[1] > 0):
            del found[len(found) - max(table[1], 0) :]
            found += [*part[: max(-table[1], 0)], table[0]]
        else:
            found += part


def with_unruled(items: list[Item]) -> list[Item]:
    """The items of a page with its unruled statutory tables as tables; all else unchanged."""
    found: list[Item] = []
    region: list[Line] = []
    for item in items:
        if isinstance(item, Line) and _is_table_line(item):
            region.append(item)
            continue
        _place(found, region)
        found.append(item)
        region = []
    _place(found, region)
    return found
