"""Statutory tables printed without rules: lines of labels and figures -> rows and columns.

Only regions that clearly are such tables are touched: their lines hold nothing but statutory labels (or parts of them,
where they wrap) and figures. Figures below one another are a column; a part of a label goes with the row that it completes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from index.load.pdf_join import join
from index.load.pdf_marks import bare, has_mark, is_fragment, is_group, is_statutory_heading, is_value, labels
from index.load.pdf_model import Item, Line, RawCell, RawTable, Segment, union
from index.load.pdf_unruled_head import Span, head_cells, nearest
from index.schema import Place

_STUCK = re.compile(r"(.*[^\d.,，])(\d[\d,.]*)")
_BLOCK = re.compile(r"第二十条第")
_HEAD = 9
"""Lines: no head of a statutory table has more."""
_WRAP = 2.2
"""In type sizes: a wrapped part of a label is no farther from its row."""


@dataclass(slots=True)
class Row:
    """A row in the making: ``group`` the label it shares with others, ``values`` by column."""

    place: Place
    label: str = ""
    group: str = ""
    values: dict[int, Segment] = field(default_factory=dict)

    @property
    def middle(self) -> float:
        """Height of the row's middle on the page."""
        return (self.place.top + self.place.bottom) / 2


def _cut(segment: Segment, at: int) -> tuple[Segment, Segment]:
    x = segment.x0 + (segment.x1 - segment.x0) * at / len(segment.text)
    return Segment(segment.text[:at].strip(), segment.x0, x), Segment(
        segment.text[at:].strip(), x, segment.x1
    )


def _figures(segment: Segment) -> list[Segment]:
    """Figures side by side as one each; any other stretch as it is."""
    if not all(is_value(word) for word in segment.text.split()):
        return [segment]
    found = []
    rest = segment
    while " " in rest.text:
        head, rest = _cut(rest, rest.text.index(" "))
        found.append(head)
    return [*found, rest]


def pieces(line: Line) -> list[Segment]:
    """The labels and figures of a line; those that stand so close that they seem one are parted."""
    return [part for segment in line.segments for piece in _figures(segment) for part in _parted(piece)]


def _parted(piece: Segment) -> list[Segment]:
    if bare(piece.text) in labels() or is_value(piece.text):
        return [piece]
    ends = [at for at in range(2, len(piece.text)) if bare(piece.text[:at]) in labels()]
    match = _STUCK.fullmatch(piece.text)
    if ends and is_fragment(piece.text[max(ends) :]):
        head, rest = _cut(piece, max(ends))
    elif match and is_fragment(match.group(1)):
        head, rest = _cut(piece, len(match.group(1)))
    else:
        return [piece]
    return [head, *_parted(rest)]


def _is_table_line(line: Line) -> bool:
    return (
        not line.zone
        and not is_statutory_heading(line.text)
        and all(is_value(piece.text) or is_fragment(piece.text) for piece in pieces(line))
    )


def _values(line: Line) -> list[Segment]:
    return [piece for piece in pieces(line) if is_value(piece.text)]


def _is_table(lines: list[Line]) -> bool:
    """Whether lines are clearly a statutory table: labels of it, and figures beside them."""
    known = {bare(piece.text) for line in lines for piece in pieces(line)} & labels()
    return len(known) >= 3 and sum(bool(_values(line)) for line in lines) >= 2


def _columns(lines: list[Line]) -> list[Span]:
    """The columns of figures, left and right side: those of the rows that have most."""
    rows = [_values(line) for line in lines]
    most = max(map(len, rows))
    full = [row for row in rows if len(row) == most]
    return [(min(row[at].x0 for row in full), max(row[at].x1 for row in full)) for at in range(most)]


def _row(line: Line, columns: list[Span]) -> Row | None:
    """A line as a row; ``None`` where two of its figures fall into one column: then the columns are not understood."""
    row = Row(line.place)
    for piece in _values(line):
        at = nearest(columns, piece.middle)
        if at in row.values:
            return None
        row.values[at] = piece
    words = [piece.text for piece in pieces(line) if not is_value(piece.text)]
    row.label = words[-1] if words else ""
    row.group = join(words[:-1])
    return row


def _is_part(text: str) -> bool:
    """Whether ``text`` begins a statutory label."""
    return bool(text) and any(label.startswith(bare(text)) for label in labels())


def _attach(rows: list[Row], line: Line) -> None:
    """Part of a label on a line of its own: to the row above if it completes it, otherwise to the one below."""
    text = line.text.replace(" ", "")
    above = [row for row in rows if row.middle < line.place.top + line.size]
    below = [row for row in rows if row not in above]
    if above and above[-1].label and _is_part(above[-1].label + text):
        above[-1].label += text
    elif above and above[-1].group and _is_part(above[-1].group + text):
        above[-1].group += text
    elif below and (not below[0].label or _is_part(text + below[0].label)):
        below[0].label = text + below[0].label
    elif below and _is_part(below[0].group + text):
        below[0].group += text
    elif below:
        below[0].group = text + below[0].group
    elif above:
        above[-1].label += text


def _settle(rows: list[Row]) -> None:
    """Group labels where they belong: whole, and at the first of their rows, though printed beside the middle one."""
    for at, row in enumerate(rows):
        if row.label and not _is_part(row.label):
            open_group = next(
                (r for r in reversed(rows[:at]) if r.group and _is_part(r.group + row.label)), None
            )
            if open_group:
                open_group.group, row.label, row.group = open_group.group + row.label, row.group, ""
    for at, row in enumerate(rows):
        number = re.match(r"\s*(\d+)[.、．]", row.label)
        first = at - int(number.group(1)) + 1 if number else at
        if row.group and 0 <= first < at and not any(r.group for r in rows[first:at]):
            rows[first].group, row.group = row.group, ""


def _rows(lines: list[Line], columns: list[Span]) -> list[Row] | None:
    """Rows from the first figure on: each line with figures, and each whole label without them (blank cells)."""
    rows: list[Row] = []
    rest: list[Line] = []
    for line in lines:
        whole = len(line.segments) == 1 and bare(line.text) in labels() and not is_group(line.text)
        if not _values(line) and not whole:
            rest.append(line)
            continue
        row = _row(line, columns)
        if row is None:
            return None
        rows.append(row)
    for line in rest:
        _attach(rows, line)
    _settle(rows)
    return rows


def _sides(left: float, columns: list[Span], right: float) -> list[float]:
    """The x coordinates between which label, group and value columns lie."""
    between = [(a[1] + b[0]) / 2 for a, b in pairwise(columns)]
    start = columns[0][0] - 8
    left = min(left, start - 30)
    return [left, left + (start - left) / 3, start, *between, max(right, columns[-1][1]) + 8]


def _row_cells(row: Row, number: int, xs: list[float], *, labelled: bool) -> Iterator[RawCell]:
    def cell(at: int, end: int, text: str) -> RawCell:
        place = row.place._replace(x0=round(xs[at], 2), x1=round(xs[end], 2))
        return RawCell(number, number + 1, xs[at], xs[end], text, place)

    if row.group:
        yield cell(0, 1, row.group)
    if labelled:
        yield cell(1 if row.group else 0, 2, row.label)
    for at in range(len(xs) - 3):
        piece = row.values.get(at)
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
    """The lines as a table, with as many of those above as are its head; ``None`` where it is not understood."""
    columns = _columns(lines)
    first = _first_row(lines, columns)
    rows = _rows(lines[first:], columns)
    if rows is None:
        return None
    box = union([line.place for line in lines])
    xs = _sides(box.x0, columns, box.x1)
    heads, taken = head_cells([*above, *lines[:first]], columns, xs)
    start = max((cell.row_end for cell in heads), default=0)
    labelled = any(row.label for row in rows)  # 表四 has figures only
    cells = [*heads]
    for number, row in enumerate(rows, start):
        cells += _row_cells(row, number, xs, labelled=labelled)
    head_places = [union([cell.place for cell in heads if cell.row == number]) for number in range(start)]
    whole = union([box, *(place for place in head_places)])
    table = RawTable(
        tuple(cells),
        (*head_places, *(row.place for row in rows)),
        whole._replace(x0=round(xs[0], 2), x1=round(xs[-1], 2)),
        box.page,
        ocr=any(line.ocr for line in lines),
    )
    return table, max(0, taken - first)


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
        if table and (_is_table(region) or table[1]):
            del found[len(found) - table[1] :]
            found.append(table[0])
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
