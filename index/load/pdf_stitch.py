"""Tables that a page break cut: put together again, also through a row or a row's label."""

from __future__ import annotations

from dataclasses import replace

from index.language.text import squeeze
from index.load.pdf_join import join
from index.load.pdf_layout import part
from index.load.pdf_marks import continues, is_value, opens_table
from index.load.pdf_model import RawCell, RawTable
from index.schema import Grid, GridCell

_SAME = 6.0
"""Points: column rules this near each other are one."""
_SHIFT = 24.0
"""Points: the parts of one table lie this near each other at most."""

Pair = tuple[RawCell, RawCell]


def _shifted(table: RawTable, onto: RawTable) -> RawTable:
    """The table moved and stretched to the outer edges of the part before it."""
    scale = (onto.place.x1 - onto.place.x0) / max(table.place.x1 - table.place.x0, 1.0)

    def move(x: float) -> float:
        return onto.place.x0 + (x - table.place.x0) * scale

    return replace(
        table, cells=tuple(replace(cell, x0=move(cell.x0), x1=move(cell.x1)) for cell in table.cells)
    )


def _has_values(table: RawTable, row: int) -> bool:
    return any(is_value(text) for text in table.texts(row))


def _without_repeated_head(upper: RawTable, lower: RawTable) -> RawTable | None:
    """The lower part without the head that it repeats; ``None`` where nothing else is left."""
    same = 0
    while same < min(upper.rows, lower.rows):
        texts = [squeeze(text) for text in lower.texts(same)]
        if texts != [squeeze(text) for text in upper.texts(same)] or _has_values(lower, same):
            break
        same += 1
    if not any(lower.texts(row) for row in range(same)):
        same = 0
    keep = list(range(same, lower.rows))
    return part(lower, keep) if keep else None


def _pairs(upper: RawTable, lower: RawTable) -> list[Pair]:
    """Cells that meet at the page break and have the same sides, from left to right."""
    last = [cell for cell in upper.cells if cell.row_end == upper.rows]
    found = [
        (above, below)
        for below in lower.row_cells(0)
        for above in last
        if abs(above.x0 - below.x0) < _SAME and abs(above.x1 - below.x1) < _SAME
    ]
    return sorted(found, key=lambda pair: pair[0].x0)


def _value_start(upper: RawTable, lower: RawTable) -> float:
    """Where the value columns begin: the left side of the first column that holds figures."""
    starts = [cell.x0 for table in (upper, lower) for cell in table.cells if is_value(cell.text)]
    return min(starts, default=float("inf"))


def _is_cut_row(upper: RawTable, lower: RawTable, pairs: list[Pair]) -> bool:
    """Whether the break runs through a row: one part has the figures, and the label goes on or is in one part only."""
    started = [cell for cell in upper.cells if cell.row_end == upper.rows and cell.row == upper.rows - 1]
    paired = {id(cell) for pair in pairs for cell in pair}
    if any(id(cell) not in paired for cell in (*started, *lower.row_cells(0))):
        return False
    start = _value_start(upper, lower) - _SAME
    labels = [(a, b) for a, b in pairs if a.x0 < start]
    values = [(a, b) for a, b in pairs if a.x0 >= start]
    if any(a.text and b.text for a, b in values):
        return False
    if any(continues(a.text, b.text) for a, b in labels if a in started):
        return True
    only_values = bool(labels) and not any(b.text for _, b in labels)
    nothing_above = bool(labels) and not any(a.text for a, _ in pairs if a in started)
    filled_below = any(b.text for _, b in values)
    return filled_below and (nothing_above or (only_values and not any(a.text for a, _ in values)))


def _label_pairs(upper: RawTable, lower: RawTable, pairs: list[Pair]) -> list[Pair]:
    """Group labels that go on beyond the break, from the left until one that does not."""
    start = _value_start(upper, lower) - _SAME
    found: list[Pair] = []
    for above, below in pairs:
        if above.x0 >= start or any(
            cell.x1 < below.x0 + _SAME and cell not in {b for _, b in found} for cell in lower.row_cells(0)
        ):
            break
        inner_above = any(
            c.text for c in upper.cells if c.row_end == upper.rows and above.x1 - _SAME < c.x0 < start
        )
        inner_below = any(c.text for c in lower.row_cells(0) if below.x1 - _SAME < c.x0 < start)
        empty = not above.text or not below.text
        if not (inner_above and inner_below and (empty or continues(above.text, below.text))):
            break
        found.append((above, below))
    return found


def _head_pairs(upper: RawTable, lower: RawTable, pairs: list[Pair]) -> list[Pair]:
    """Cells of a table's head that the break cuts: no figures yet on either side, and nothing more in the cell."""
    if any(is_value(cell.text) for cell in (*upper.cells, *lower.row_cells(0))):
        return []
    return [(above, below) for above, below in pairs if above.text and not below.text and lower.texts(0)]


def _merged(pair: Pair, *, row_end: int) -> RawCell:
    above, below = pair
    place = above.place if above.text or not below.text else below.place
    return replace(
        above, row_end=row_end, place=place, text=join([text for text in (above.text, below.text) if text]),
        lines=above.lines + below.lines,
    )  # fmt: skip


def _combined(upper: RawTable, lower: RawTable) -> RawTable:
    pairs = _pairs(upper, lower)
    cut = _is_cut_row(upper, lower, pairs)
    joined = pairs if cut else _label_pairs(upper, lower, pairs) or _head_pairs(upper, lower, pairs)
    offset = upper.rows - cut
    gone = {id(cell) for pair in joined for cell in pair}
    cells = [cell for cell in upper.cells if id(cell) not in gone]
    cells += [_merged(pair, row_end=pair[1].row_end + offset) for pair in joined]
    cells += [
        replace(cell, row=cell.row + offset, row_end=cell.row_end + offset)
        for cell in lower.cells
        if id(cell) not in gone
    ]
    return replace(
        upper,
        cells=tuple(cells),
        row_places=upper.row_places + lower.row_places[int(cut) :],
        last_page=lower.last_page,
    )


def stitched(upper: RawTable, lower: RawTable) -> RawTable | None:
    """Two tables that follow each other over a page break as one; ``None`` where they are two."""
    if lower.place.page != upper.last_page + 1:
        return None
    if max(abs(upper.place.x0 - lower.place.x0), abs(upper.place.x1 - lower.place.x1)) > _SHIFT:
        return None
    rest = _without_repeated_head(upper, lower)
    if rest is None:
        return upper
    if rest.rows == lower.rows and opens_table(rest.texts(0)):
        return None
    return _combined(upper, _shifted(rest, upper))


def _columns(table: RawTable) -> list[float]:
    columns: list[float] = []
    for x in sorted(x for cell in table.cells for x in (cell.x0, cell.x1)):
        if not columns or x - columns[-1] > _SAME:
            columns.append(x)
    return columns


def grid(table: RawTable) -> Grid:
    """The table as a grid: each cell where it begins, ``None`` where a neighbour covers it.

    Where text is recognised from a picture, a figure that was not seen is ``None`` too: it must not pass for blank.
    """
    columns = _columns(table)
    width = max(len(columns) - 1, 1)
    rows: list[list[GridCell | None]] = [[None] * width for _ in range(table.rows)]
    covered = [[False] * width for _ in range(table.rows)]
    for cell in sorted(table.cells, key=lambda cell: (cell.row, cell.x0)):
        at = min(range(len(columns)), key=lambda i: abs(columns[i] - cell.x0))
        end = max(min(range(len(columns)), key=lambda i: abs(columns[i] - cell.x1)), at + 1)
        if at >= width or covered[cell.row][at]:
            continue
        rows[cell.row][at] = GridCell(cell.text, cell.row_end - cell.row, end - at, cell.place)
        for row in covered[cell.row : cell.row_end]:
            row[at:end] = [True] * (end - at)
    missing = None if table.ocr else GridCell("")
    filled = [
        tuple(cell if covered[r][c] else missing for c, cell in enumerate(row)) for r, row in enumerate(rows)
    ]
    printed = (" ".join(cell.text for cell in row if cell and cell.text) for row in filled)
    return Grid(tuple(filled), tuple(printed))
