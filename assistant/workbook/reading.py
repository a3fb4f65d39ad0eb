"""A filled-in spreadsheet becomes the fields as typed: found by the words beside them, wherever the sheet has moved them."""

from __future__ import annotations

import datetime as dt
import io
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from assistant.drafting.fields import cells
from assistant.drafting.spec import year_of
from assistant.drafting.spec_figures import figure_of, is_blank
from assistant.workbook.plan import ISSUER, YEAR, Place, Sheet, sheets
from index.errors import DocumentError
from index.language.text import squeeze
from index.load.limits import MEGABYTE, Limits, check_package, check_size

LIMITS = Limits(file_bytes=5 * MEGABYTE, archive_bytes=50 * MEGABYTE)
"""A filled-in form has 20 kB."""

_ROWS, _COLUMNS = 300, 40
"""What is looked at of a sheet; the longest form has 90 rows."""

Values = list[list[Any]]


@dataclass(frozen=True, slots=True)
class Filled:
    """The fields as typed by name, body and year as the first sheet says (``""`` and 0 where it does not).

    ``faults`` names sheet and cell of what cannot be used, and says why.
    """

    texts: dict[str, str] = field(default_factory=dict)
    issuer: str = ""
    year: int = 0
    faults: tuple[str, ...] = ()


def read_workbook(data: bytes, name: str, year: int = 0) -> Filled:
    """The form in an .xlsx; ``year`` is the year whose form it must be, 0 where the file says it.

    Raises DocumentError where it is no form of that year. A single cell that cannot be used is among ``faults``.
    """
    pages = _pages(data, name)
    stated = _first(pages)
    of_year = _year(stated, year, name)
    texts: dict[str, str] = {}
    faults: list[str] = []
    known = 0
    for sheet in sheets(of_year)[1:]:
        title, found, missing = _best(sheet, pages)
        known += len(found)
        if title and found:
            faults += [f"“{title}”表：找不到“{words}”一行" for words in missing]
        for place, (row, column) in found.items():
            if is_blank(text := _text(pages[title][row][column])):
                continue
            texts[place.name] = text
            if why := _fault(place.name, text, of_year):
                faults.append(f"“{title}”表 {get_column_letter(column + 1)}{row + 1} 格：{why}")
    if not known:
        raise DocumentError("这不是填报表", name, f"请下载{of_year}年度的填报表，填好后再上传")
    return Filled(texts, stated.get(ISSUER, ""), of_year, tuple(faults))


def _pages(data: bytes, name: str) -> dict[str, Values]:
    """The values of each sheet by its title; a formula counts with the value that the spreadsheet kept for it."""
    check_size(len(data), name, LIMITS)
    try:
        check_package(data, name, LIMITS)
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        return {page.title: _values(page) for page in book.worksheets}
    except DocumentError:
        raise
    except Exception as error:
        raise DocumentError(
            "打不开这个电子表格", name, "请另存为 .xlsx 再上传（.xls 和 .et 也要另存）"
        ) from error


def _values(page: Any) -> Values:  # noqa: ANN401 - openpyxl's sheets are untyped
    return [list(row) for row in page.iter_rows(max_row=_ROWS, max_col=_COLUMNS, values_only=True)]


def _first(pages: Mapping[str, Values]) -> dict[str, str]:
    """Body and year, which stand at the same place for every year."""
    (sheet, *_) = sheets(dt.datetime.now(dt.UTC).year)
    title, found, _ = _best(sheet, pages)
    return {place.name: _text(pages[title][row][column]) for place, (row, column) in found.items()}


def _year(stated: Mapping[str, str], year: int, name: str) -> int:
    given = stated.get(YEAR, "")
    if not given and year:
        return year
    of_year = year_of(given, f"{name} 的“说明”表")
    if year and of_year != year:
        raise DocumentError(f"这是{of_year}年度的填报表，不是{year}年度的", name, f"请用{year}年度的填报表")
    return of_year


def _best(
    sheet: Sheet, pages: Mapping[str, Values]
) -> tuple[str, dict[Place, tuple[int, int]], tuple[str, ...]]:
    """The page that has most of a sheet's words, that of its title first: where the fields stand, which words lack."""
    order = sorted(pages, key=lambda title: squeeze(title) != squeeze(sheet.title))
    located = [(title, _locate(sheet, pages[title])) for title in order]
    title, found = max(located, key=lambda one: len(one[1]), default=("", {}))
    if 2 * len(found) <= len(sheet.places):
        return "", {}, ()
    missing = dict.fromkeys(place.words for place in sheet.places if place not in found)
    return title, found, tuple(missing)


def _locate(sheet: Sheet, values: Values) -> dict[Place, tuple[int, int]]:
    """The cell of each field: as far from its words as in the form as it was written.

    Words that a form prints twice (被依法纠错数) are told apart by their order.
    """
    rows: dict[str, list[int]] = defaultdict(list)
    for place in sheet.places:
        if place.words_row not in rows[place.words]:
            rows[place.words].append(place.words_row)
    at: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for row, cells_ in enumerate(values):
        for column, value in enumerate(cells_):
            if isinstance(value, str):
                at[squeeze(value)].append((row, column))
    found = {}
    for place in sheet.places:
        spots = at.get(squeeze(place.words), [])[rows[place.words].index(place.words_row) :]
        if spots:
            row, column = spots[0]
            shifted = row + place.row - place.words_row, column + place.column - place.words_column
            if 0 <= shifted[0] < len(values) and 0 <= shifted[1] < len(values[shifted[0]]):
                found[place] = shifted
    return found


def _text(value: object) -> str:
    """A cell as the form has it typed: whole numbers without decimals, dates as 2024-01-20."""
    if isinstance(value, dt.datetime):
        return value.date().isoformat()
    if isinstance(value, float):
        return f"{value:.10f}".rstrip("0").rstrip(".")
    return "" if value is None else str(value).strip()


def _fault(name: str, text: str, year: int) -> str:
    """Why a field cannot be used, ``""`` where it can."""
    if name in cells(year):
        try:
            figure_of(text, *cells(year)[name])
        except ValueError as error:
            return str(error)
    return ""
