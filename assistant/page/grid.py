"""A printed table for the page: its cells with their spans, the cited row and cell marked."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from assistant.page.request import Pointed
from index.indicators import APPLICANTS, OUTCOMES
from index.language.text import squeeze
from index.schema import Grid, GridCell

_DISPUTES = ("行政复议", "未经复议", "复议后")
"""The three blocks of 表四 from left to right, each with the columns OUTCOMES."""


_SHORT = 6
"""Characters of a column's name that stands well in a narrow column."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A cell as shown; ``hit`` marks the cited one, ``number`` is set as a figure, ``short`` may be set narrow."""

    text: str
    row_span: int
    col_span: int
    hit: bool
    number: bool
    short: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A row as shown; ``hit`` marks a cited one."""

    cells: tuple[Shown, ...]
    hit: bool


def rows(grid: Grid, hits: Collection[int] = (), at: Pointed | None = None) -> tuple[Row, ...]:
    """The table's rows; ``hits`` are the cited ones, and in them the cell that ``at`` names is marked."""
    wanted = {number: _cited(grid, number, at) for number in hits} if at else {}
    return tuple(
        Row(tuple(_shown(cell, cell is wanted.get(number)) for cell in row if cell), number in hits)
        for number, row in enumerate(grid.rows)
    )


def _shown(cell: GridCell, hit: bool) -> Shown:  # noqa: FBT001 - one field of the result
    short = squeeze(cell.text)
    number = len(short) <= 14 and short.strip("+-.%/—").replace(".", "").replace(",", "").isdigit()
    return Shown(cell.text, cell.row_span, cell.col_span, hit, number, len(short) <= _SHORT)


def _cited(grid: Grid, number: int, at: Pointed) -> GridCell | None:
    """The cell of a row that a citation means; ``None`` where that is not certain."""
    cells = [cell for cell in grid.rows[number] if cell]
    by_place = [cell for cell in cells if cell.place and tuple(cell.place) in at.boxes]
    if by_place:
        return by_place[0] if len(by_place) == 1 else None
    return _by_position(cells, at) or _by_header(grid, number, at.column)


def _by_position(cells: Sequence[GridCell], at: Pointed) -> GridCell | None:
    """The cell by the statutory order of columns, which stands at the right of the row in every conversion."""
    if at.column in OUTCOMES and len(cells) >= len(_DISPUTES) * len(OUTCOMES):
        block = next((n for n, name in enumerate(_DISPUTES) if at.row.startswith(name)), None)
        if block is None:
            return None
        return cells[-len(_DISPUTES) * len(OUTCOMES) :][block * len(OUTCOMES) + OUTCOMES.index(at.column)]
    if at.column in APPLICANTS and len(cells) > len(APPLICANTS):
        return cells[-len(APPLICANTS) :][APPLICANTS.index(at.column)]
    return None


def _by_header(grid: Grid, number: int, column: str) -> GridCell | None:
    """The cell below the nearest header cell that reads as the column."""
    wanted = squeeze(column)
    if not wanted:
        return None
    for above in reversed(range(number)):
        for place, cell in enumerate(grid.rows[above]):
            if cell and squeeze(cell.text) == wanted:
                row = grid.rows[number]
                return row[place] if place < len(row) else None
    return None
