"""表三, 收到和处理政府信息公开申请情况: seven applicant columns, 23 rows in 2019 and 25 from 2021 on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from index.indicators import APPLICANTS, GROUPS, form
from index.language.text import squeeze
from index.tables.form import Matched, match_rows
from index.tables.labels import Form, Trail, core
from index.tables.reading import Reading
from index.tables.request_lines import lines_of
from index.tables.rows import Cell, Row

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
    body = [row for row in rows if row.flat or not _is_header(row)]
    matched, trail = match_rows(requests_form(), body, state.trail)
    if not _is_requests(rows, matched, state):
        return
    state.trail = trail
    state.columns = _header(rows) or state.columns
    width = max(map(_width, rows))
    starts = _starts(matched)
    kept = any(row.keeps_blanks for row in rows)
    groups = _groups(rows, matched)
    lines = lines_of(rows, matched)
    for match in matched:
        start = starts.get(_label_column(match.row))
        if match.row.flat:
            cells = lines.seven(match.row) if match.indicator.id not in groups else ()
        else:
            cells = _seven(match.row, state.columns, start, width if kept else 0)
        if cells and (match.row.filled or match.indicator.id not in groups):
            for column, cell in zip(APPLICANTS, cells, strict=True):
                yield Reading(match.indicator, column, cell, match.row, match.printed)


def _is_requests(rows: Sequence[Row], matched: Sequence[Matched], state: RequestsTable) -> bool:
    """Whether the rows are 表三 or a part of it: enough of its labels, and its seven columns."""
    headed = {name for row in rows for cell in row.cells if (name := _applicant(cell.text))}
    if any(row.flat for row in rows):
        return sum(len(match.row.figures) == len(APPLICANTS) for match in matched) >= _LEAST_FLAT
    known = bool(state.trail) or len(headed) == len(APPLICANTS)
    wide = any(len(match.row.figures) >= len(APPLICANTS) for match in matched)
    return wide and len(matched) >= (1 if known else _LEAST)


def _groups(rows: Sequence[Row], matched: Sequence[Matched]) -> set[str]:
    """The group rows whose parts are printed; in running text figures beside another group are its first part's too."""
    above = {match.indicator.parent for match in matched} & set(GROUPS)
    return above | (set(GROUPS) - {"other_handling"} if any(row.flat for row in rows) else set())


def _header(rows: Sequence[Row]) -> dict[str, int]:
    """The grid columns of the applicants, where the header prints all seven above columns of their own.

    Another order than the statutory one is what flattening a header of three rows leaves, and says nothing.
    """
    width = Counter(_width(row) for row in rows).most_common(1)[0][0]
    found: dict[str, int] = {}
    for row in rows:
        if row.filled and len(found) >= len(APPLICANTS):
            break
        if _width(row) == width and not row.filled:
            for cell in row.cells:
                if (name := _applicant(cell.text)) and name not in found:
                    found[name] = cell.column
    in_order = sorted(found, key=found.__getitem__) == list(APPLICANTS)
    return found if in_order and len(set(found.values())) == len(APPLICANTS) else {}


def _is_header(row: Row) -> bool:
    """Whether a row names applicants; a header repeated on a new page must not be taken for （七）总计."""
    return len({_applicant(cell.text) for cell in row.cells} - {""}) > 1


def _width(row: Row) -> int:
    return row.cells[-1].column + row.cells[-1].width if row.cells else 0


def _applicant(text: str) -> str:
    """The column that a header cell names; converters join the merged cell above (法人或其他组织·商业企业)."""
    plain = squeeze(text)
    tail = core(plain.split("·")[-1].rsplit("-", 1)[-1].rsplit("/", 1)[-1])
    return next((name for name in APPLICANTS if tail == name), "")


def _starts(matched: Sequence[Matched]) -> dict[int, int]:
    """For rows whose label ends in a given column: where the seven figures begin, learnt from full rows."""
    votes: dict[int, Counter[int]] = {}
    for match in matched:
        if len(printed := _printed(match.row.figures)) == len(APPLICANTS):
            votes.setdefault(_label_column(match.row), Counter())[printed[0].column] += 1
    return {column: counter.most_common(1)[0][0] for column, counter in votes.items()}


def _label_column(row: Row) -> int:
    return next((cell.column for cell in reversed(row.cells) if cell.text == row.labels[-1]), 0)


def _printed(figures: Sequence[Cell]) -> tuple[Cell, ...]:
    """The cells from the first to the last that is not blank."""
    filled = [at for at, cell in enumerate(figures) if squeeze(cell.text)]
    return tuple(figures[filled[0] : filled[-1] + 1]) if filled else ()


def _windows(figures: Sequence[Cell]) -> list[tuple[Cell, ...]]:
    """Seven neighbouring cells with nothing printed outside them."""
    size = len(APPLICANTS)
    return [
        tuple(figures[at : at + size])
        for at in range(len(figures) - size + 1)
        if not any(squeeze(cell.text) for cell in (*figures[:at], *figures[at + size :]))
    ]


def _seven(row: Row, columns: dict[str, int], start: int | None, width: int) -> tuple[Cell, ...]:
    """The cells of the seven columns in order, ``()`` where they can't be told.

    ``width`` is that of the table, 0 where it keeps no blank cells: there fewer figures could be any columns'. A row
    shorter than the table lost blank cells at its end, so that seven cells need not be the seven columns.
    """
    figures = row.figures
    if len(printed := _printed(figures)) == len(APPLICANTS):
        return printed
    aligned = columns and start in {None, columns[APPLICANTS[0]]}
    under = tuple(row.at(columns[name]) for name in APPLICANTS) if aligned else ()
    if under and _holds_all(under, figures):
        return tuple(cell for cell in under if cell)
    if known := _from(start, figures, lost=width > _width(row)):
        return known
    windows = _windows(figures)
    whole = len(windows) == 1 and _width(row) >= width
    return windows[0] if whole or (windows and not row.filled) else ()


def _holds_all(under: Sequence[Cell | None], figures: Sequence[Cell]) -> bool:
    """Whether the cells under the header are seven different ones, and hold all that the row prints."""
    whole = {cell.column for cell in under if cell}
    every = {cell.column for cell in figures}
    printed = {cell.column for cell in figures if squeeze(cell.text)}
    return len(whole) == len(under) and None not in under and printed <= whole <= every


def _from(start: int | None, figures: Sequence[Cell], *, lost: bool) -> tuple[Cell, ...]:
    """The seven cells from a column on; what a row of text lost at its end is blank."""
    kept = tuple(cell for cell in figures if start is not None and cell.column >= start)[: len(APPLICANTS)]
    if not kept or kept[0].column != start or any(squeeze(cell.text) for cell in figures if cell not in kept):
        return ()
    missing = len(APPLICANTS) - len(kept)
    if missing and not lost:
        return ()
    return (*kept, *(Cell("", kept[-1].column + at) for at in range(1, missing + 1)))
