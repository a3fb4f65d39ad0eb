"""The 政府信息公开情况统计表 of 2014 to 2018 (国办发〔2014〕32号): indicator, unit, figure, sometimes an explanation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import pairwise

from index.indicators import STATISTIC, form
from index.language.text import squeeze
from index.tables.cells import is_figure
from index.tables.form import match_rows
from index.tables.labels import Form, Trail
from index.tables.reading import Reading
from index.tables.rows import Cell, Row

_LEAST = 4
_HEADER_LENGTH = 10
_UNITS = {"条", "件", "次", "篇", "个", "人", "人次", "万元", "元", "场", "期", "份", "起", "名", "家"}
_NO_UNIT = re.compile(r"[—–―─\-/]+")
_FIGURE_HEADER = re.compile(r"统计数|统计结果|^(?:本年|20\d\d年|数量|数值|数据|合计)")
_OTHER_YEAR = re.compile(r"上年|去年|上一年|同期|累计")


@dataclass
class StatisticsTable:
    """What a part of the table passes on to the part that follows on the next page."""

    trail: Trail = field(default_factory=dict)
    column: int | None = None


@cache
def statistics_form() -> Form:
    """The rows of the 统计表."""
    return Form("statistics", form("statistics"), ("2014",))


def read_statistics(rows: Sequence[Row], before: StatisticsTable | None = None) -> Iterator[Reading]:
    """The cells of the 统计表 in a grid or a run of text, none if it is another table.

    A figure on a category row (unit ——) is that row's own reading; a blank there is none.
    """
    state = before or StatisticsTable()
    matched, trail = match_rows(statistics_form(), _opened(rows), state.trail)
    if len(matched) < (1 if state.trail else _LEAST):
        return
    state.trail = trail
    found = _figure_column(rows)
    state.column = state.column if found is None else found
    for match in matched:
        unit, cell = _unit_and_figure(match.row, state.column)
        if cell is not None and (not match.indicator.heading or is_figure(cell.text)):
            yield Reading(match.indicator, STATISTIC, cell, match.row, match.printed, unit)


def _opened(rows: Sequence[Row]) -> tuple[Row, ...]:
    """One indicator a row, its label ending before the unit; two columns of indicators side by side one below the other."""
    parts = [list(_parts(row)) for row in rows]
    if any(row.flat for row in rows):
        return tuple(part for row in parts for part in row)
    most = max(map(len, parts), default=0)
    return tuple(row[at] for at in range(most) for row in parts if at < len(row))


def _parts(row: Row) -> Iterator[Row]:
    if row.flat:
        unit = len(row.labels) > 1 and is_unit(row.labels[-1])
        yield replace(row, head=len(row.labels) - unit)
        return
    counted = [at for at, cell in enumerate(row.cells) if at and (is_unit(cell.text) or is_figure(cell.text))]
    exact = statistics_form().exact
    cuts = [at for at, cell in enumerate(row.cells) if exact(cell.text) and counted and counted[0] < at]
    for at, end in pairwise((0, *cuts, len(row.cells))):
        if at < end:
            yield _with_head(replace(row, cells=row.cells[at:end]))


def _with_head(row: Row) -> Row:
    """The row with its label ending before the unit, else before the first figure, else after the first text."""
    units = [at for at, cell in enumerate(row.cells) if at and is_unit(cell.text)]
    figures = [at for at, cell in enumerate(row.cells) if at and is_figure(cell.text)]
    texts = [at + 1 for at, cell in enumerate(row.cells) if squeeze(cell.text)]
    return replace(row, head=next(iter((*units[:1], *figures[:1], *texts[:1])), 0))


def is_unit(text: str) -> bool:
    """Whether a cell's text is a unit of the 统计表, or the dash of a row without one."""
    plain = squeeze(text).strip("()")
    return plain in _UNITS or bool(_NO_UNIT.fullmatch(plain))


def _figure_column(rows: Sequence[Row]) -> int | None:
    """The grid column under 统计数; one of another year (上年, or the earlier of two years) is not it."""
    found: list[tuple[int, int]] = []
    for row in rows:
        for cell in row.cells:
            plain = squeeze(cell.text)
            if (
                _FIGURE_HEADER.search(plain)
                and not _OTHER_YEAR.search(plain)
                and len(plain) <= _HEADER_LENGTH
            ):
                year = re.search(r"20\d\d", plain)
                found.append((-int(year[0]) if year else 0, cell.column))
    return min(found)[1] if found else None


def _unit_and_figure(row: Row, column: int | None) -> tuple[str, Cell | None]:
    """The unit as printed (—— for none) and the cell of the figure, ``None`` where the row has none."""
    figures = row.figures
    has_unit = (
        bool(figures) and is_unit(figures[0].text) and (len(figures) > 1 or not _is_dash(figures[0].text))
    )
    unit = squeeze(figures[0].text).strip("()") if has_unit else ""
    rest = figures[1:] if has_unit else figures
    under = next((cell for cell in rest if column is not None and cell.covers(column) and not row.flat), None)
    cell = under or (rest[0] if rest else None)
    if cell is None and row.flat:
        cell = Cell("", 0)
    if cell is not None and squeeze(cell.text) and not is_figure(cell.text) and under is None:
        return "", None
    return ("" if _is_dash(unit) else unit), cell


def _is_dash(text: str) -> bool:
    return bool(_NO_UNIT.fullmatch(squeeze(text)))
