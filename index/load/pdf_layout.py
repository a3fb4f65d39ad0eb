"""One page -> its lines and tables in reading order, with boxes drawn around running text told from tables."""

from __future__ import annotations

from dataclasses import replace

from pdfplumber.page import Page

from index.load.pdf_glyphs import written
from index.load.pdf_lines import Char, inside, is_nameless, lines_of, readable
from index.load.pdf_marks import bare, is_statutory_heading, is_value, labels
from index.load.pdf_model import Item, Line, RawCell, RawTable
from index.load.pdf_ruling import ruled_tables

_PROSE = 45
"""Characters: no label or heading of the statutory tables is longer, save two that hold no full stop."""


def _is_prose(text: str) -> bool:
    return len(text) >= _PROSE and "。" in text


def is_frame(table: RawTable) -> bool:
    """Whether a table is only a box around running text.

    One column, one cell with text, or mostly sentences and hardly a figure. Rows of text that only share a frame with
    a table do not count.
    """
    enclosed = {row for row in range(table.rows) if _is_text_row(table, row)}
    filled = [cell for cell in table.cells if cell.text and cell.row not in enclosed]
    columns = {(round(cell.x0), round(cell.x1)) for cell in table.cells}
    if all(bare(cell.text) in labels() for cell in filled) and filled:
        return False
    if len(filled) <= 1 or len(columns) == 1:
        return True
    prose = sum(len(cell.text) for cell in filled if _is_prose(cell.text))
    values = sum(is_value(cell.text) for cell in filled)
    return values < 3 and prose > 0.5 * sum(len(cell.text) for cell in filled)


def _spans_width(table: RawTable, cell: RawCell) -> bool:
    return cell.x1 - cell.x0 > 0.97 * (table.place.x1 - table.place.x0)


def _is_text_row(table: RawTable, row: int) -> bool:
    """A row across the whole table with sentences, or with a chapter heading: text that the frame encloses."""
    cells = table.row_cells(row)
    if len(cells) != 1 or not _spans_width(table, cells[0]):
        return False
    return _is_prose(cells[0].text) or is_statutory_heading(cells[0].text)


def _is_sliver(table: RawTable, row: int) -> bool:
    """An empty strip: a gap between double rules, or the rest of a row at the edge of a page."""
    cells = [cell for cell in table.cells if cell.row <= row < cell.row_end]
    place = table.row_places[row]
    empty = not any(cell.text for cell in cells if cell.row == row)
    return empty and (place.bottom - place.top < 9 or (len(cells) == 1 and _spans_width(table, cells[0])))


def part(table: RawTable, keep: list[int]) -> RawTable:
    """The table with these rows only, counted anew; ``keep`` ascends and is not empty."""
    below = {row: sum(kept < row for kept in keep) for row in range(table.rows + 1)}
    cells = tuple(
        replace(cell, row=below[cell.row], row_end=below[cell.row_end])
        for cell in table.cells
        if below[cell.row_end] > below[cell.row]
    )
    places = tuple(table.row_places[row] for row in keep)
    place = table.place._replace(top=places[0].top, bottom=places[-1].bottom)
    return replace(table, cells=cells, row_places=places, place=place)


def _cell_lines(cell: RawCell, *, zoned: bool) -> list[Line]:
    return [replace(line, zone=cell.place if zoned else None) for line in cell.lines]


def _unframed(table: RawTable) -> list[Item]:
    """A table without the text that its frame encloses; a mere frame gives nothing but text."""
    if is_frame(table):
        zoned = len({round(cell.x0) for cell in table.cells if cell.text}) > 1
        cells = sorted(table.cells, key=lambda cell: (cell.row, cell.x0))
        return [line for cell in cells for line in _cell_lines(cell, zoned=zoned)]
    items: list[Item] = []
    run: list[int] = []
    for row in range(table.rows + 1):
        text_row = row < table.rows and _is_text_row(table, row)
        if run and (text_row or row == table.rows):
            items.append(part(table, run))
            run = []
        if text_row:
            items += _cell_lines(table.row_cells(row)[0], zoned=False)
        elif row < table.rows and not _is_sliver(table, row):
            run.append(row)
    return items


def _top(item: Item) -> tuple[float, float]:
    place = item.place
    return ((place.top + place.bottom) / 2 if isinstance(item, Line) else place.top, place.x0)


def page_items(page: Page) -> list[Item]:
    """The lines and tables of a pdfplumber page in reading order; empty where the page has no text, or none that can be read."""
    chars: list[Char] = [
        {**char, "text": written(char["text"])} for char in page.dedupe_chars().chars if readable(char)
    ]
    nameless = sum(is_nameless(char) for char in page.chars)
    if nameless > len(chars) or not any(not char["text"].isspace() for char in chars):
        return []
    tables = ruled_tables(page, chars)
    enclosed = [inside(cell.place) for table in tables for cell in table.cells]
    free = [char for char in chars if not any(test(char) for test in enclosed)]
    groups: list[list[Item]] = [[line] for line in lines_of(free, page.page_number)]
    for table in tables:
        items = _unframed(table)
        together = any(isinstance(item, Line) and item.zone for item in items)
        groups += [items] if together else [[item] for item in items]
    return [item for group in sorted(groups, key=lambda group: _top(group[0])) for item in group]
