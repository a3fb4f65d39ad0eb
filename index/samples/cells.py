"""What a statutory table is made of: printed cells with their spans, and what each figure means."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

Value = int | float | str
Figures = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Cell:
    """One printed cell; ``indicator`` and ``column`` say what its figure means, ``""`` for a label."""

    text: str
    rows: int = 1
    columns: int = 1
    indicator: str = ""
    column: str = ""


Rows = list[list[Cell]]


def printed(value: Value) -> str:
    """A figure as the form shows it: 0.003, 1.8, 16984; a text (blank, ``/``, ``+3``) as it is."""
    return f"{value:g}" if isinstance(value, float) else str(value)


def expanded(rows: Rows) -> list[list[str]]:
    """The grid with the text of a merged cell in its first place and ``""`` in the others."""
    width = sum(cell.columns for cell in rows[0])
    grid = [[""] * width for _ in rows]
    for row, column, cell in placed(rows):
        grid[row][column] = cell.text
    return grid


def repeated(rows: Rows) -> list[list[str]]:
    """The grid with the text of a merged cell in every place that it covers."""
    width = sum(cell.columns for cell in rows[0])
    grid = [[""] * width for _ in rows]
    for row, column, cell in placed(rows):
        for r in range(row, row + cell.rows):
            grid[r][column : column + cell.columns] = [cell.text] * cell.columns
    return grid


def placed(rows: Rows) -> Iterator[tuple[int, int, Cell]]:
    """Every cell with the row and column of its upper left corner."""
    taken: set[tuple[int, int]] = set()
    for r, row in enumerate(rows):
        c = 0
        for cell in row:
            while (r, c) in taken:
                c += 1
            yield r, c, cell
            taken |= {(r + i, c + j) for i in range(cell.rows) for j in range(cell.columns)}
