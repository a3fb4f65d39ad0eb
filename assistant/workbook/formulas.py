"""What the spreadsheet does by itself: totals that add up as the parts are filled in, and a word where a cell takes no such thing."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from openpyxl.utils.cell import rows_from_range
from openpyxl.worksheet.datavalidation import DataValidation

from assistant.drafting.fields import cells, name_of
from assistant.drafting.forms import request_rows, result_rows, table_cells
from assistant.drafting.nouns import Key
from assistant.drafting.spec_figures import CHANGES, MONEY
from index.indicators import APPLICANTS, DISPUTES, OUTCOMES, STATISTIC, indicators, statistic_sums


@cache
def _parts(year: int) -> Mapping[Key, tuple[Key, ...]]:
    """Each total of the year's tables with what it is added up from."""
    if "statistics" in table_cells(year).values():
        return {
            (row, STATISTIC): tuple((part, STATISTIC) for part in parts)
            for row, parts in statistic_sums().items()
        }
    found: dict[Key, tuple[Key, ...]] = {}
    for column in APPLICANTS[:-1]:
        found["requests_handled", column] = tuple((row, column) for row in result_rows(year))
    for row in request_rows(year):
        found[row, APPLICANTS[-1]] = tuple((row, column) for column in APPLICANTS[:-1])
    for block in DISPUTES:
        found[block, OUTCOMES[-1]] = tuple((block, column) for column in OUTCOMES[:-1])
    return found


def total(name: str, year: int, at: Mapping[str, str]) -> str:
    """The formula of a field that is a total, ``""`` for another; ``at`` has the fields' cells by name.

    A total shows once all its parts are numbers: a blank part is no zero.
    """
    key = cells(year).get(name)
    parts = [at.get(name_of(part), "") for part in _parts(year).get(key, ())] if key else []
    if not parts or not all(parts):
        return ""
    shown = _shown(parts)
    return f'=IF(COUNT({shown})={len(parts)},SUM({shown}),"")'


def _shown(parts: list[str]) -> str:
    """The cells as a range where they are one, else one by one."""
    span = f"{parts[0]}:{parts[-1]}"
    return span if [cell for row in rows_from_range(span) for cell in row] == parts else ",".join(parts)


def allowed(name: str, year: int, cell: str) -> DataValidation | None:
    """What may be typed into the cell of a field with a figure, ``None`` for other fields."""
    key = cells(year).get(name)
    if key is None:
        return None
    whole = indicators()[key[0]].column_unit(key[1]) not in MONEY
    rules = [f"ISNUMBER({cell})"]
    rules += [] if key[1] in CHANGES else [f"{cell}>=0"]
    rules += [f"{cell}=INT({cell})"] if whole else []
    numbers = "整数" if whole else "数字"
    found = DataValidation(
        type="custom",
        formula1=f'OR(AND({",".join(rules)}),{cell}="/")',
        allow_blank=True,
        showErrorMessage=True,
        errorTitle="填不进去",
        error=f"这一格只填{numbers}，不带单位；没有发生的填0，不适用的填/。",
    )
    found.add(cell)
    return found
