"""One cell of a statutory table that a layout reader recognised."""

from __future__ import annotations

from dataclasses import dataclass

from index.indicators import Indicator
from index.tables.rows import Cell, Row


@dataclass(frozen=True, slots=True)
class Reading:
    """A cell and the statutory row and column it stands in.

    ``printed`` is the row's label as printed; ``unit`` the unit that the table prints for it, ``""`` for none; ``era`` the
    first year of the form in use where the columns tell it, else ``""``.
    """

    indicator: Indicator
    column: str
    cell: Cell
    row: Row
    printed: str
    unit: str = ""
    era: str = ""
