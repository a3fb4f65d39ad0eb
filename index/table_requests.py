"""表三, 收到和处理政府信息公开申请情况: seven applicant columns, 23 rows in 2019 and 25 from 2021 on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from index.indicators import APPLICANTS, form
from index.table_form import Matched, match_rows
from index.table_labels import Form, Trail, core
from index.table_reading import Reading
from index.table_rows import Cell, Row
from index.text import squeeze

_LEAST = 3
_LEAST_FLAT = 6


@dataclass
class RequestsTable:
    """What a part of the table passes on to the part that follows on the next page."""

    trail: Trail = field(default_factory=dict)
    columns: dict[str, int] = field(default_factory=dict)


@cache
def requests_form() -> Form:
    """The rows of 表三 in both formats."""
    return Form("requests", form("requests"), ("2019", "2021"))


def read_requests(rows: Sequence[Row], before: RequestsTable | None = None) -> Iterator[Reading]:
    """The cells of 表三 in a grid or a run of text, none if it is another table.

    ``before`` is what an earlier part of the same table left, and is brought up to date. A row counts only if its
    figures can be told to be those of the seven columns; a group row without figures of its own has no cells.
    """
    state = before or RequestsTable()
    matched, trail = match_rows(requests_form(), rows, state.trail)
    full = [match for match in matched if match.row.filled]
    headed = {name for row in rows for cell in row.cells if (name := _applicant(cell.text))}
    known = bool(state.trail) or len(headed) == len(APPLICANTS)
    least = _LEAST_FLAT if any(row.flat for row in rows) else 1 if known else _LEAST
    if len(full) < least or not any(match.row.filled == len(APPLICANTS) for match in full):
        return
    state.trail = trail
    state.columns = _header(rows) or state.columns
    starts = _starts(matched)
    groups = {match.indicator.parent for match in matched}
    for match in matched:
        cells = _seven(match.row, state.columns, starts)
        if cells and (match.row.filled or match.indicator.id not in groups):
            for column, cell in zip(_order(state.columns), cells, strict=True):
                yield Reading(match.indicator, column, cell, match.row, match.printed)


def _header(rows: Sequence[Row]) -> dict[str, int]:
    """The grid columns of the applicants, where the header prints all seven above columns of their own."""
    width = Counter(_width(row) for row in rows).most_common(1)[0][0]
    found: dict[str, int] = {}
    for row in rows:
        if row.filled and len(found) >= len(APPLICANTS):
            break
        if _width(row) == width and not row.filled:
            for cell in row.cells:
                if (name := _applicant(cell.text)) and name not in found:
                    found[name] = cell.column
    return found if len(found) == len(APPLICANTS) == len(set(found.values())) else {}


def _width(row: Row) -> int:
    return row.cells[-1].column + row.cells[-1].width if row.cells else 0


def _applicant(text: str) -> str:
    """The column that a header cell names; converters join the merged cell above (法人或其他组织·商业企业)."""
    plain = squeeze(text)
    tail = core(plain.split("·")[-1].rsplit("-", 1)[-1].rsplit("/", 1)[-1])
    return next((name for name in APPLICANTS if tail == name), "")


def _order(columns: dict[str, int]) -> tuple[str, ...]:
    return tuple(sorted(columns, key=columns.__getitem__)) if columns else APPLICANTS


def _starts(matched: Sequence[Matched]) -> dict[int, int]:
    """For rows whose label ends in a given column: where the seven figures begin, learnt from full rows."""
    votes: dict[int, Counter[int]] = {}
    for match in matched:
        windows = _windows(match.row.figures)
        if match.row.filled and len(windows) == 1:
            votes.setdefault(_label_column(match.row), Counter())[windows[0][0].column] += 1
    return {column: counter.most_common(1)[0][0] for column, counter in votes.items()}


def _label_column(row: Row) -> int:
    return next((cell.column for cell in reversed(row.cells) if cell.text == row.labels[-1]), 0)


def _windows(figures: Sequence[Cell]) -> list[tuple[Cell, ...]]:
    """Seven neighbouring cells with nothing printed outside them."""
    size = len(APPLICANTS)
    return [
        tuple(figures[at : at + size])
        for at in range(len(figures) - size + 1)
        if not any(squeeze(cell.text) for cell in (*figures[:at], *figures[at + size :]))
    ]


def _seven(row: Row, columns: dict[str, int], starts: dict[int, int]) -> tuple[Cell, ...]:
    """The cells of the seven columns in order, ``()`` where they can't be told."""
    figures = row.figures
    if row.flat:
        blank = tuple(Cell("", 0) for _ in APPLICANTS)
        return figures if len(figures) == len(APPLICANTS) else () if figures else blank
    if len(figures) == len(APPLICANTS):
        return figures
    under = tuple(row.at(columns[name]) for name in _order(columns)) if columns else ()
    if under and _holds_all(under, figures):
        return tuple(cell for cell in under if cell)
    windows = _windows(figures)
    start = starts.get(_label_column(row))
    known = [window for window in windows if window[0].column == start]
    if known or len(windows) == 1 or (windows and not row.filled):
        return (known or windows)[0]
    return _padded(figures, start)


def _holds_all(under: Sequence[Cell | None], figures: Sequence[Cell]) -> bool:
    """Whether the cells under the header are seven different ones, and hold all that the row prints."""
    whole = {cell.column for cell in under if cell}
    printed = {cell.column for cell in figures if squeeze(cell.text)}
    return len(whole) == len(under) and None not in under and printed <= whole


def _padded(figures: Sequence[Cell], start: int | None) -> tuple[Cell, ...]:
    """A row of text whose last cells are blank and were cut off."""
    kept = [cell for cell in figures if start is not None and cell.column >= start]
    lost = any(squeeze(cell.text) for cell in figures if cell not in kept)
    if not kept or lost or len(kept) > len(APPLICANTS) or kept[0].column != start:
        return ()
    missing = range(len(kept), len(APPLICANTS))
    return (*kept, *(Cell("", kept[0].column + at) for at in missing))
