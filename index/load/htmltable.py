"""HTML tables to grids: rowspan and colspan laid out."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from bs4 import Tag

from index.load.cells import cell_text, frames_text, grid_of
from index.schema import Block, GridCell

Rows = list[list[GridCell | None]]
_WIDEST = 64


def is_layout(table: Tag) -> bool:
    """Whether a table only lays out the page."""
    if table.find("table") is not None:
        return True
    return frames_text([[cell.get_text().strip() for cell in _cells(row)] for row in _rows(table)])


def table_block(table: Tag, lines_of: Callable[[Tag], list[str]]) -> Block:
    """A data table as a block; ``lines_of`` gives the lines of a cell."""
    taken: set[tuple[int, int]] = set()
    rows = list(_rows(table))
    placed: list[dict[int, GridCell]] = []
    for at, row in enumerate(rows):
        cells: dict[int, GridCell] = {}
        column = 0
        for cell in _cells(row):
            while (at, column) in taken:
                column += 1
            grid_cell = _cell(cell, cell_text(lines_of(cell)), rows_left=len(rows) - at)
            cells[column] = grid_cell
            taken |= {
                (at + i, column + j) for i in range(grid_cell.row_span) for j in range(grid_cell.col_span)
            }
            column += grid_cell.col_span
        placed.append(cells)
    return grid_of(_filled(placed, width=1 + max((column for _, column in taken), default=-1)))


def _filled(placed: list[dict[int, GridCell]], width: int) -> Rows:
    return [[cells.get(column) for column in range(width)] for cells in placed]


def _rows(table: Tag) -> Iterator[Tag]:
    return (row for row in table.find_all("tr") if row.find_parent("table") is table)


def _cells(row: Tag) -> list[Tag]:
    return row.find_all(["td", "th"], recursive=False)


def _cell(cell: Tag, text: str, rows_left: int) -> GridCell:
    down = _span(cell, "rowspan", rows_left)
    return GridCell(text, min(down or rows_left, rows_left), max(_span(cell, "colspan", _WIDEST), 1))


def _span(cell: Tag, name: str, limit: int) -> int:
    """A span as written, 1 where it is missing or no number; ``rowspan="0"`` means to the end."""
    written = str(cell.get(name, "1")).strip()
    return min(int(written), limit) if written.isdigit() else 1
