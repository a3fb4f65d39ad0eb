"""表二, 主动公开政府信息情况: blocks by the items of article 20, each with its own header (five in 2019, four in 2021)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import chain, pairwise

from index.indicators import Indicator, indicators
from index.language.text import squeeze
from index.tables.cells import money_unit
from index.tables.form import spans
from index.tables.labels import SURE, core, likeness
from index.tables.reading import Reading
from index.tables.rows import Cell, Row

_TITLE = re.compile(r"第?二十条|第[（(]?[一二三四五六七八九]+[)）]?项")
_WHOLE_TITLE = re.compile(r"第?二十条第?\(?[一二三四五六七八九]\)?项")
_COLUMN_LIKE = 0.75
_FIRST = "信息内容"


@dataclass(frozen=True, slots=True)
class Column:
    """A header cell: its statutory name, its place in the grid and the unit it prints."""

    name: str
    column: int
    unit: str


@dataclass
class DocumentsTable:
    """The header in force, which a page break can part from its rows."""

    header: tuple[Cell, ...] = ()


def read_documents(rows: Sequence[Row], before: DocumentsTable | None = None) -> Iterator[Reading]:
    """The cells of 表二 in a grid or a run of text, none if it is another table.

    Each block's header decides which format its columns are of, so that a table that mixes the two is read as printed.
    A row without a header above it, or with more figures than the header has columns, gives nothing.
    """
    state = before or DocumentsTable()
    for row in chain.from_iterable(map(_parts, rows)):
        if any(_TITLE.search(text) for text in row.texts[:1]) and not row.filled:
            state.header = ()
        elif header := _header(row):
            state.header = header
        elif (indicator := _row(row)) and state.header:
            yield from _read_row(*_unspread(row, state.header), indicator)


def _parts(row: Row) -> Iterator[Row]:
    """A row of running text cut into block titles, headers and labels; the last label has the figures."""
    if not row.flat:
        yield row
        return
    pieces = row.labels
    header: list[Cell] = []
    for at, size in spans(pieces, _is_known):
        text = "".join(pieces[at : at + size])
        if squeeze(text) == _FIRST or _names(text):
            header.append(Cell(text, len(header)))
            continue
        if header:
            yield _flat_part(row, header, ())
            header = []
        yield _flat_part(row, [Cell(text, 0)], row.figures if at + size == len(pieces) else ())
    if header:
        yield _flat_part(row, header, ())


def _flat_part(row: Row, cells: Sequence[Cell], figures: Sequence[Cell]) -> Row:
    every = (*cells, *figures)
    return replace(row, cells=every, head=len(cells), printed=" ".join(cell.text for cell in every))


@lru_cache(maxsize=4096)
def _is_known(text: str) -> bool:
    plain = core(text)
    exact = (
        {core(name) for name in _all_columns()}
        | {core(way) for row in _rows() for way in _ways(row)}
        | {_FIRST}
    )
    return bool(plain) and (plain in exact or bool(_WHOLE_TITLE.fullmatch(squeeze(text))))


def _header(row: Row) -> tuple[Cell, ...]:
    """The cells of a header row that name columns."""
    named = tuple(cell for cell in row.cells if _names(cell.text))
    return named if named and (not row.filled or squeeze(row.cells[0].text) == _FIRST) else ()


@lru_cache(maxsize=4096)
def _names(text: str) -> bool:
    plain = core(text)
    return len(plain) > 2 and any(likeness(plain, core(name)) >= _COLUMN_LIKE for name in _all_columns())


@cache
def _all_columns() -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for row in _rows() for names in row.columns.values() for name in names))


@cache
def _rows() -> tuple[Indicator, ...]:
    return tuple(row for row in indicators().values() if row.table == "documents")


def _ways(row: Indicator) -> tuple[str, ...]:
    return (*row.labels.values(), *row.variants)


def _row(row: Row) -> Indicator | None:
    """The row of the form that a label surely means."""
    if not row.labels:
        return None
    plain = core(row.labels[-1])
    scores = {entry.id: max(likeness(plain, core(text)) for text in _ways(entry)) for entry in _rows()}
    first, second = sorted(scores.values(), reverse=True)[:2]
    best = max(scores, key=scores.__getitem__)
    sure = first == 1 or (first >= SURE and first - second > 0.1)
    return indicators()[best] if sure else None


def _unspread(row: Row, header: Sequence[Cell]) -> tuple[Row, tuple[Cell, ...]]:
    """A row and its header without the places over which an export has spread the text of merged cells.

    Only what repeats the cell before it in the header and in the row as well is left out.
    """
    spread = {cell.column for before, cell in pairwise(header) if squeeze(before.text) == squeeze(cell.text)}
    rest = tuple(cell for cell in header if cell.column not in spread)
    if row.flat or any(_text_at(row, column) != _text_at(row, column - 1) for column in spread):
        return row, rest
    return replace(row, cells=tuple(cell for cell in row.cells if cell.column not in spread)), rest


def _text_at(row: Row, column: int) -> str:
    cell = row.at(column)
    return squeeze(cell.text) if cell else ""


def _read_row(row: Row, header: Sequence[Cell], indicator: Indicator) -> Iterator[Reading]:
    era = max(indicator.columns, key=lambda year: _fit(header, indicator.columns[year]))
    columns = _columns(indicator, header, era)
    for column, cell in zip(columns, _assigned(row, columns), strict=False):
        yield Reading(indicator, column.name, cell, row, row.labels[-1], column.unit, era)


def _columns(indicator: Indicator, header: Sequence[Cell], era: str) -> tuple[Column, ...]:
    """The statutory columns that a header means for a row: those of the form that it fits best, then of the other."""
    other = (name for year, names in indicator.columns.items() if year != era for name in names)
    names = [*indicator.columns[era], *other]
    found: list[Column] = []
    for cell in header:
        alike = {name: likeness(core(cell.text), core(name)) for name in names}
        best = max(names, key=lambda name: (alike[name], -names.index(name)), default="")
        if best and alike[best] >= _COLUMN_LIKE:
            found.append(Column(best, cell.column, money_unit(cell.text)))
            names.remove(best)
    return tuple(found)


def _fit(header: Sequence[Cell], names: Sequence[str]) -> float:
    alike = [max(likeness(core(cell.text), core(name)) for name in names) for cell in header]
    return sum(score for score in alike if score >= _COLUMN_LIKE) / max(len(header), len(names))


def _assigned(row: Row, columns: Sequence[Column]) -> tuple[Cell, ...]:
    """One cell a column, ``()`` where they can't be told apart."""
    figures = row.figures
    if not columns:
        return ()
    if row.flat:
        blank = tuple(Cell("", 0) for _ in columns) if not figures else ()
        return figures if len(figures) == len(columns) else blank
    printed = [cell for cell in figures if squeeze(cell.text)]
    if len(columns) == 1 and len({squeeze(cell.text) for cell in printed}) == 1:
        return (printed[0],)
    under = [row.at(column.column) for column in columns]
    whole = [cell for cell in under if cell in figures]
    if len({cell.column for cell in whole if cell}) == len(columns) and set(printed) <= set(whole):
        return tuple(cell for cell in whole if cell)
    missing = len(columns) - len(figures) if row.keeps_blanks else 0
    exact = (*figures[: len(columns)], *(Cell("", 0) for _ in range(missing)))
    return exact if len(exact) == len(columns) and set(printed) <= set(exact) else ()
