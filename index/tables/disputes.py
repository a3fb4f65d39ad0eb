"""表四, 政府信息公开行政复议、行政诉讼情况: five outcomes of review, of direct litigation and of litigation after review."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from index.indicators import DISPUTES, OUTCOMES, indicators
from index.language.text import squeeze
from index.tables.dispute_heads import Heading, blocks, heads, outcomes
from index.tables.dispute_lines import LEAST_OUTCOMES, Place, in_order, places
from index.tables.reading import Reading
from index.tables.rows import Cell, Row


@dataclass
class DisputesTable:
    """The header cells met since the last figures, which a page break can part from them, and those before.

    ``blank`` is true once a row of empty cells stood under ``headings``: figures may follow, or the next block's header.
    """

    headings: tuple[Heading, ...] = ()
    above: tuple[Heading, ...] = ()
    blank: bool = False

    def note(self, title: Row) -> None:
        """Take in a line above a grid that names one block (行政复议), as three separate tables print it."""
        found = tuple(head for head in heads(title) if head.block and not head.outcome)
        if len(blocks(found)) == 1:
            self.headings = found


def read_disputes(rows: Sequence[Row], before: DisputesTable | None = None) -> Iterator[Reading]:
    """The cells of 表四 in a grid or a run of text, none if it is another table.

    Read as printed: one row of fifteen figures, which always stand in statutory order, a row of five for each block (in
    one table or three), rows of outcomes under columns of blocks, or one figure a row. A row whose figures can't be
    told apart gives nothing.
    """
    state = before or DisputesTable()
    every = (*state.headings, *(head for row in rows for head in heads(row)))
    if len({head.outcome for head in every} - {""}) < LEAST_OUTCOMES:
        return
    found: dict[tuple[str, str], Reading] = {}
    for row in rows:
        for block, outcome, cell in _flat_row(row, state) if row.flat else _row(row, state):
            entry = indicators()[block]
            reading = Reading(entry, outcome, cell, _quoted(row), entry.labels["2019"])
            if (block, outcome) not in found or not squeeze(found[block, outcome].cell.text):
                found[block, outcome] = reading
    if len(found) >= len(OUTCOMES) or not any(row.flat for row in rows):
        yield from found.values()


def _quoted(row: Row) -> Row:
    """A row of fifteen figures of text without the header before it."""
    if not row.flat or len(row.figures) < len(DISPUTES) * len(OUTCOMES):
        return row
    return replace(row, printed=" ".join(cell.text for cell in row.figures))


def _flat_row(row: Row, state: DisputesTable) -> tuple[Place, ...]:
    """The figures of a row of text; a page number between the header and its figures does not part them."""
    state.headings = (*state.headings, *heads(row))
    if not row.figures:
        return ()
    found = places(state.headings, state.above, row.figures)
    if found or len(row.figures) >= len(OUTCOMES):
        order = state.headings if outcomes(state.headings) else state.above
        state.above = (*order, *(head for head in state.headings if head.block and not head.outcome))
        state.headings = ()
    return found


def _row(row: Row, state: DisputesTable) -> tuple[Place, ...]:
    """The figures of a row of a grid; the headings met are kept until figures that they stand above."""
    own, cells = heads(row), row.figures
    if own and (found := _beside(own, cells, state.headings)):
        if len(found) == 1:
            state.headings = tuple(head for head in (*state.headings, *own) if head.block)[-1:]
        return found
    if own:
        state.headings = own if state.blank else (*state.headings, *own)
        state.blank = False
        return ()
    if not cells or not state.headings:
        return ()
    found = _below(state.headings, cells) or _under(state.headings, cells)
    state.blank = bool(found) and not row.filled
    if row.filled:
        state.headings = ()
    return found


def _beside(own: Sequence[Heading], cells: Sequence[Cell], above: Sequence[Heading]) -> tuple[Place, ...]:
    """The figures of a row that names its outcome or its block itself."""
    named = [head.outcome for head in own if head.outcome]
    own_blocks, columns = blocks(own), blocks(above)
    if len(named) == 1 and len(cells) == len(columns) > 1 and not own_blocks:
        return tuple((block, named[0], cell) for block, cell in zip(columns, cells, strict=True))
    if len(named) == 1 and cells and (own_blocks or columns):
        return (((own_blocks or columns)[-1], named[0], cells[0]),) if _one(cells) else ()
    order = outcomes(above)
    if not named and len(own_blocks) == 1 and not columns and len(order) == len(cells) == len(OUTCOMES):
        return tuple((own_blocks[0], outcome, cell) for outcome, cell in zip(order, cells, strict=True))
    return ()


def _below(headings: Sequence[Heading], cells: Sequence[Cell]) -> tuple[Place, ...]:
    """All fifteen figures of the form in one row, or five for each block that a whole header names."""
    if whole := _window(cells, len(DISPUTES) * len(OUTCOMES)):
        return in_order(whole)
    named, order = blocks(headings), outcomes(headings)
    order = order or (OUTCOMES if len(named) == 1 else ())
    names = [(block, outcome) for block in named for outcome in order]
    cells = _window(cells, len(names)) if names else ()
    return tuple((block, outcome, cell) for (block, outcome), cell in zip(names, cells, strict=False))


def _window(cells: Sequence[Cell], size: int) -> tuple[Cell, ...]:
    """The only neighbouring cells of a number with nothing printed outside them."""
    windows = [
        tuple(cells[at : at + size])
        for at in range(len(cells) - size + 1)
        if not any(squeeze(cell.text) for cell in (*cells[:at], *cells[at + size :]))
    ]
    return windows[0] if len(windows) == 1 else ()


def _under(headings: Sequence[Heading], cells: Sequence[Cell]) -> tuple[Place, ...]:
    """Figures told by the header cells above their grid columns; all that are printed must be told."""
    columns = _columns(headings)
    found = {columns[cell.column]: cell for cell in cells if cell.column in columns}
    if any(squeeze(cell.text) and cell.column not in columns for cell in cells):
        return ()
    return tuple((block, outcome, cell) for (block, outcome), cell in found.items())


def _columns(headings: Sequence[Heading]) -> dict[int, tuple[str, str]]:
    """Block and outcome of each grid column, where the header tells all five outcomes of each of its blocks."""
    columns: dict[int, tuple[str, str]] = {}
    for head in headings:
        over = [other for other in headings if other.block and other.cell.covers(head.cell.column)]
        if head.outcome and (named := blocks(over)):
            columns[head.cell.column] = (named[-1], head.outcome)
    names = set(columns.values())
    whole = {(block, outcome) for block, _ in names for outcome in OUTCOMES}
    return columns if len(names) == len(columns) and names == whole else {}


def _one(cells: Sequence[Cell]) -> bool:
    return len(cells) == 1 or not any(squeeze(cell.text) for cell in cells[1:])
