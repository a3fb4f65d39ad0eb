"""表三 in running text, in which an empty cell leaves no trace: seven figures are a row only where that is certain."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from index.indicators import APPLICANTS
from index.tables.cells import read_figure
from index.tables.form import Matched
from index.tables.rows import Cell, Row

_SIZE = len(APPLICANTS)
_STRAY = 2
"""So many page numbers may stand beside the figures of a row."""


@dataclass(frozen=True, slots=True)
class Lines:
    """What the table as a whole says of its rows.

    ``even`` where every row with figures has all seven, so that one that does not add up was printed so; ``whole``
    where every seven figures have their label, so that a label without figures has empty cells.
    """

    even: bool
    whole: bool

    def seven(self, row: Row) -> tuple[Cell, ...]:
        """The cells of the seven columns in order, ``()`` where they can't be told."""
        figures = row.figures
        if not figures:
            return tuple(Cell("", 0) for _ in APPLICANTS) if self.whole else ()
        if len(figures) == _SIZE:
            return figures if self.even or adds_up(figures) else ()
        if _SIZE < len(figures) <= _SIZE + _STRAY:
            windows = [figures[at : at + _SIZE] for at in range(len(figures) - _SIZE + 1)]
            sums = {tuple(cell.text for cell in window): window for window in windows if adds_up(window)}
            return next(iter(sums.values())) if len(sums) == 1 else ()
        return ()


def lines_of(rows: Sequence[Row], matched: Sequence[Matched]) -> Lines:
    """What the rows of a run of text, and those of them that the form has, say of the table."""
    flat = [match.row for match in matched if match.row.flat and match.row.figures]
    full = sum(len(row.figures) == _SIZE for row in rows if row.flat)
    return Lines(
        even=all(len(row.figures) == _SIZE for row in flat),
        whole=full == sum(len(row.figures) == _SIZE for row in flat),
    )


def adds_up(cells: Sequence[Cell]) -> bool:
    """Whether the six kinds of applicants are the total; a dash counts nothing."""
    *parts, total = (read_figure(cell.text).value or Decimal(0) for cell in cells)
    return sum(parts, Decimal(0)) == total
