"""The annex tables of before 2014: indicator, unit, the year's figure and the cumulative one since May 2008 (历年累计).

Each province had a form of its own (the regulations of 2007 asked for the figures, article 32, not for a table), so rows
are known by their labels alone, one by one, and a row with another label gives nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from index.indicators import CUMULATIVE, STATISTIC, Indicator, annex_labels, indicators
from index.language.text import squeeze
from index.schema import FactState
from index.tables.cells import is_figure, read_figure
from index.tables.labels import Trail, core
from index.tables.reading import Reading
from index.tables.rows import Cell, Row
from index.tables.statistics import is_unit, statistics_form

_YEAR = re.compile(
    r"(?:(?:本|当|该)年度?|年度|(20\d\d)年度?)(?:数|数量|数值|统计数|新增|新增数|合计|发生数)?"
)
_CUMULATIVE = re.compile(r"(?!(?:本|当)年|20\d\d年度?累计).*累计(?:数|数量|总数|统计数|合计)?")
_CODE = re.compile(r"代码|编码|指标代码|序号")
_HEADER_LENGTH = 16
_PIECES = 4
"""Over so many pieces of text a label may be broken."""
_FILLERS = re.compile(r"政府信息公开|信息公开|政府信息|信息")
_BEFORE = re.compile(r"^(?:本年度?|年度|全年|当年)")
_BEHIND = re.compile(r"(?:总数量?|数量|总数|人数|次数|件数|条数|数)$")


@dataclass(frozen=True, slots=True)
class Column:
    """A column of figures: 统计数, 历年累计, or ``""`` for one that gives no fact; its year and its place in the grid."""

    name: str
    year: int
    at: int


@dataclass
class AnnexTable:
    """The header in force, which goes on over a page break, and what of the next one has been met."""

    columns: tuple[Column, ...] = ()
    met: tuple[Column, ...] = ()
    trail: Trail = field(default_factory=dict)


def read_annex(
    rows: Sequence[Row], before: AnnexTable | None = None
) -> tuple[tuple[Reading, ...], tuple[Row, ...]]:
    """The cells under a header with a year's and a cumulative column, and the rows that are of no such table.

    A value belongs to the column under whose header it stands; in running text a row counts only if it has a figure
    for every column.
    """
    state = before or AnnexTable()
    found: list[Reading] = []
    rest: list[Row] = []
    for row in rows:
        header = _take_header(row, state)
        if not state.columns:
            rest.append(row)
        elif not header or row.flat:
            readings = _read(row, state)
            found.extend(readings)
            if not readings and row.flat and not header:
                rest.append(row)
    return tuple(found), tuple(rest)


def _take_header(row: Row, state: AnnexTable) -> bool:
    """Enter a row's header cells; in running text a header may come in pieces, with the first row behind it."""
    header = tuple(column for cell in row.cells if (column := _column(cell)))
    if row.flat:
        state.met = (*state.met, *header)
    elif header:
        state.met = header
    if header and {column.name for column in state.met} >= {STATISTIC, CUMULATIVE}:
        state.columns, state.trail = _latest(state.met), {}
    elif header and not row.flat and len(header) > 1:
        state.columns = ()
    if row.flat and _values(row):
        state.met = ()
    return bool(header)


def _column(cell: Cell) -> Column | None:
    plain = squeeze(cell.text)
    if not plain or len(plain) > _HEADER_LENGTH:
        return None
    if match := _YEAR.fullmatch(plain):
        return Column(STATISTIC, int(match[1] or 0), cell.column)
    if _CUMULATIVE.fullmatch(plain):
        return Column(CUMULATIVE, 0, cell.column)
    return Column("", 0, cell.column) if _CODE.fullmatch(plain) else None


def _latest(columns: Sequence[Column]) -> tuple[Column, ...]:
    """Of several years' columns the latest is the report's; without their years none is."""
    years = [column for column in columns if column.name == STATISTIC]
    last = max(years, key=lambda column: column.year)
    sure = len(years) == 1 or sum(column.year == last.year for column in years) == 1
    return tuple(
        Column("", column.year, column.at)
        if column.name == STATISTIC and (not sure or column is not last)
        else column
        for column in columns
    )


def _read(row: Row, state: AnnexTable) -> tuple[Reading, ...]:
    labels, unit = _labels_and_unit(row)
    found = _indicator(labels, state.trail) if labels else None
    if found is None or not (unit or row.filled):
        return ()
    indicator, start = found
    cells = _in_order(row, state.columns) if row.flat else _under(row, state.columns)
    quoted = replace(row, printed=" ".join(cell.text for cell in row.cells[start:])) if row.flat else row
    return tuple(
        Reading(indicator, column.name, cell, quoted, "".join(labels[start:]), unit)
        for column, cell in zip(state.columns, cells, strict=False)
        if column.name
    )


def _labels_and_unit(row: Row) -> tuple[list[str], str]:
    """The label's pieces and the unit behind them; 万元 reads as a figure too."""
    behind = row.figures[0].text if row.figures and not _column(row.figures[0]) else ""
    labels = list(row.labels)
    if len(labels) > 1 and is_unit(labels[-1]):
        behind = labels.pop()
    return labels, squeeze(behind).strip("()") if _is_named_unit(behind) else ""


def _values(row: Row) -> tuple[Cell, ...]:
    """The figures of a row; a year that stands in the header is none, nor is the unit."""
    return tuple(
        cell
        for at, cell in enumerate(row.figures)
        if squeeze(cell.text) and not _column(cell) and not (at == 0 and _is_named_unit(cell.text))
    )


def _is_named_unit(text: str) -> bool:
    return is_unit(text) and read_figure(text).state is not FactState.NOT_APPLICABLE


def _in_order(row: Row, columns: Sequence[Column]) -> tuple[Cell, ...]:
    values = _values(row)
    return values if len(values) == len(columns) else ()


def _under(row: Row, columns: Sequence[Column]) -> tuple[Cell, ...]:
    """The cells under the header; those of a row shifted against it in order, where it has one for each column."""
    under = tuple(cell for column in columns if (cell := row.at(column.at)) and cell in row.figures)
    printed = _values(row)
    if len(set(under)) == len(columns) and set(printed) <= set(under):
        return under if all(is_figure(cell.text) or not squeeze(cell.text) for cell in under) else ()
    return printed if len(printed) == len(columns) and all(is_figure(cell.text) for cell in printed) else ()


def _indicator(labels: Sequence[str], trail: Trail) -> tuple[Indicator, int] | None:
    """The row that the last labels mean, and where its label begins, which may be broken over pieces.

    One that the form of 2014 repeats needs its group.
    """
    form = statistics_form()
    for start in range(max(0, len(labels) - _PIECES), len(labels)):
        printed = "".join(labels[start:])
        exact = form.exact(printed)
        placed = [at for at in exact if len(exact) == 1 or form.placed(at, trail)]
        form.follow(trail, printed)
        if row := _annex_rows().get(_plain(printed)):
            return indicators()[row], start
        if len(placed) == 1 and not form.rows[placed[0]].heading:
            return form.rows[placed[0]], start
    return None


@cache
def _annex_rows() -> dict[str, str]:
    return {_plain(label): row for row, labels in annex_labels().items() for label in labels}


def _plain(label: str) -> str:
    """What tells a row: no numbering, no 数, and no 政府信息, which every label may have or leave out."""
    bare = _FILLERS.sub("", _BEFORE.sub("", core(label)))
    return _BEHIND.sub("", bare)
