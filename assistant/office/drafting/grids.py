"""The statutory tables as grids of fields: the rows and cells that are printed, with a field where a figure stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from assistant.drafting.fields import label, name_of
from assistant.drafting.forms import table_cells
from assistant.drafting.grid import Cell, table

TITLES = {
    "documents": "主动公开政府信息情况（条例第二十条）",
    "requests": "收到和处理政府信息公开申请情况",
    "disputes": "行政复议、行政诉讼情况",
    "statistics": "政府信息公开情况统计表",
}
"""What the tables are called on the form, in printed order."""


@dataclass(frozen=True, slots=True)
class Field:
    """A cell of the form at its printed place; ``name`` is ``""`` for what the form prints."""

    cell: Cell
    row: int
    column: int
    name: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A printed row; ``head`` where it belongs to the head of the table."""

    number: int
    cells: tuple[Field, ...]
    head: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """Its fields."""
        return tuple(one.name for one in self.cells if one.name)

    def tells(self, cell: Field) -> bool:
        """Whether what is wrong with the row is said in this cell: its label, which stands before the first field."""
        first = next((one.column for one in self.cells if one.name), None)
        return not cell.name and cell.column + cell.cell.columns == first


@dataclass(frozen=True, slots=True)
class Grid:
    """A statutory table of the form; ``kind`` as in the draft."""

    kind: str
    title: str
    rows: tuple[Row, ...]

    @property
    def width(self) -> int:
        """Printed columns."""
        return max(cell.column + cell.cell.columns for row in self.rows for cell in row.cells)


@cache
def grids(year: int) -> tuple[Grid, ...]:
    """The tables that a report of this year has; none before 2014."""
    kinds = set(table_cells(year).values())
    return tuple(_grid(kind, title, year) for kind, title in TITLES.items() if kind in kinds)


def _grid(kind: str, title: str, year: int) -> Grid:
    printed = table(kind, year, {})
    rows: list[list[Field]] = [[] for _ in printed.rows]
    for row, column, cell in printed.placed():
        named = (name_of(cell.key), label(cell.key, year)) if cell.key else ("", "")
        rows[row].append(Field(cell, row, column, *named))
    return Grid(kind, title, tuple(_rows(rows, printed.head)))


def _rows(rows: list[list[Field]], head: int) -> Iterator[Row]:
    for number, cells in enumerate(rows):
        yield Row(number, tuple(cells), number < head)
