"""Word tables to grids, merged cells and all."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from index.load.cells import frames_text, grid_of
from index.load.wordxml import FALLBACK, Element, qn, value
from index.schema import Block, GridCell


@dataclass(slots=True)
class _Cell:
    """A cell while its merged neighbours are still being found."""

    element: Element
    col_span: int = 1
    row_span: int = 1
    text: str = ""


@dataclass(slots=True)
class _Row:
    cells: list[_Cell | None] = field(default_factory=list)


def rows_of(table: Element) -> Iterator[Element]:
    """The rows of a table that are not deleted, those inside content controls included."""
    for row in _children(table, "w:tr"):
        properties = row.find(qn("w:trPr"))
        if properties is None or properties.find(qn("w:del")) is None:
            yield row


def cells_of(row: Element) -> Iterator[Element]:
    """The cells of a row, those inside content controls included."""
    return _children(row, "w:tc")


def is_layout(table: Element, text_of: Callable[[Element], str]) -> bool:
    """Whether a table only frames text: one cell in use, one column of prose, or tables inside."""
    cells = [cell for row in rows_of(table) for cell in cells_of(row)]
    if any(True for cell in cells for _ in cell.iter(qn("w:tbl"))):
        return True
    return frames_text([[text_of(cell).strip() for cell in cells_of(row)] for row in rows_of(table)])


def table_block(table: Element, text_of: Callable[[Element], str]) -> Block:
    """A data table as a block; ``text_of`` gives a cell's text without line breaks."""
    open_above: dict[int, _Cell] = {}
    rows = [_placed(row, open_above, text_of) for row in rows_of(table)]
    width = max((len(row.cells) for row in rows), default=0)
    return grid_of(
        [[_finished(cell) for cell in row.cells + [None] * (width - len(row.cells))] for row in rows]
    )


def _placed(row: Element, open_above: dict[int, _Cell], text_of: Callable[[Element], str]) -> _Row:
    """A row's cells in their columns; ``open_above`` holds, by column, the cells that may go on downwards."""
    placed = _Row([None] * _skipped(row))
    for element in cells_of(row):
        at = len(placed.cells)
        span = _span(element)
        merge = _merge(element, "w:vMerge")
        above = open_above.get(at)
        if merge == "continue" and above is not None:
            above.row_span += 1
            above.text = _more(above.text, text_of(element))
            placed.cells += [None] * span
        elif _merge(element, "w:hMerge") == "continue" and (before := _before(placed)) is not None:
            before.col_span += span
            placed.cells += [None] * span
        else:
            cell = _Cell(element, col_span=span, text=text_of(element))
            placed.cells += [cell, *[None] * (span - 1)]
            _open(open_above, at, cell if merge else None)
    return placed


def _open(open_above: dict[int, _Cell], at: int, cell: _Cell | None) -> None:
    if cell is None:
        open_above.pop(at, None)
    else:
        open_above[at] = cell


def _before(row: _Row) -> _Cell | None:
    return next((cell for cell in reversed(row.cells) if cell is not None), None)


def _more(text: str, rest: str) -> str:
    """Text in the covered part of a merged cell is not shown by Word, but a converter may leave it there."""
    return text or rest


def _finished(cell: _Cell | None) -> GridCell | None:
    return None if cell is None else GridCell(cell.text, cell.row_span, cell.col_span)


def _skipped(row: Element) -> int:
    properties = row.find(qn("w:trPr"))
    before = "" if properties is None else value(properties, "w:gridBefore")
    return int(before) if before.isdigit() else 0


def _span(cell: Element) -> int:
    properties = cell.find(qn("w:tcPr"))
    span = "" if properties is None else value(properties, "w:gridSpan")
    return min(max(int(span), 1), 64) if span.isdigit() else 1


def _merge(cell: Element, name: str) -> str:
    """``restart``, ``continue`` or ``""``; an element without a value means continue."""
    properties = cell.find(qn("w:tcPr"))
    found = None if properties is None else properties.find(qn(name))
    return "" if found is None else found.get(qn("w:val")) or "continue"


def _children(parent: Element, name: str) -> Iterator[Element]:
    for child in parent:
        if child.tag == qn(name):
            yield child
        elif child.tag in {qn("w:sdt"), qn("w:sdtContent"), qn("w:ins"), qn("w:customXml")}:
            yield from _children(child, name)
        elif child.tag.endswith("}AlternateContent"):
            yield from (found for part in child if part.tag != FALLBACK for found in _children(part, name))
