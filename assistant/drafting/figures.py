"""The year's figures: as given, carried over from last year's report, or added up from what was given.

Only sums are computed, and zeros that follow from a zero sum, since no count is negative. Whatever else is absent
stays absent.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from assistant.drafting.forms import document_blocks, group_rows, request_rows, result_rows
from assistant.drafting.nouns import Entry, Key, Source
from assistant.drafting.previous import Previous
from index.indicators import APPLICANTS, DISPUTES, GROUPS, OUTCOMES, STATISTIC, statistic_sums
from index.schema import Generation

Cells = dict[Key, Entry]


def complete(given: Mapping[Key, Decimal | None], year: int, previous: Previous | None) -> Cells:
    """All figures of the draft; ``previous`` is the year before's report, or ``None``."""
    cells: Cells = {key: Entry(value) for key, value in given.items()}
    if previous:
        _carry_over(cells, year, previous)
    if Generation.of(year) is Generation.REGULATION_2007:
        for total, parts in statistic_sums().items():
            _add_up(cells, (total, STATISTIC), [(part, STATISTIC) for part in parts])
    else:
        _complete_requests(cells, year)
        _complete_disputes(cells)
    return cells


def value_of(cells: Mapping[Key, Entry], key: Key) -> Decimal | None:
    """A figure, ``None`` where it is absent or does not apply."""
    entry = cells.get(key)
    return entry.value if entry else None


def total_of(cells: Mapping[Key, Entry], keys: Iterable[Key]) -> Decimal | None:
    """The sum, ``None`` where one of the figures is absent."""
    values = [value_of(cells, key) for key in keys]
    known = [value for value in values if value is not None]
    return sum(known, Decimal(0)) if known and len(known) == len(values) else None


def _carry_over(cells: Cells, year: int, previous: Previous) -> None:
    """上年结转 is last year's 结转下年度 by column; 现行有效 and 上一年项目数量 continue last year's stock."""
    for column in APPLICANTS if year > 2019 else ():
        _carry(
            cells,
            ("requests_carried_in", column),
            previous.value(("requests_carried_out", column)),
            f"{previous.year}年报告的结转下年度继续办理",
        )
    for _, columns, rows in document_blocks(year) if year > 2019 else ():
        if Generation.of(previous.year) is not Generation.of(year):
            continue
        for row in rows:
            if "现行有效件数" in columns:
                _carry_stock(cells, row, previous)
            if columns[0] == "上一年项目数量":
                before = [previous.value((row, column)) for column in columns[:2]]
                known = [value for value in before if value is not None]
                total = sum(known, Decimal(0)) if len(known) == 2 else None
                _carry(
                    cells,
                    (row, columns[0]),
                    total,
                    f"{previous.year}年报告的上一年项目数量加本年增/减",
                )


def _carry_stock(cells: Cells, row: str, previous: Previous) -> None:
    before = previous.value((row, "现行有效件数"))
    issued, repealed = value_of(cells, (row, "本年制发件数")), value_of(cells, (row, "本年废止件数"))
    if before is None or issued is None or repealed is None or before + issued < repealed:
        return
    note = f"{previous.year}年报告的现行有效件数{before}加本年制发{issued}减本年废止{repealed}"
    _carry(cells, (row, "现行有效件数"), before + issued - repealed, note)


def _carry(cells: Cells, key: Key, value: Decimal | None, note: str) -> None:
    if value is not None and key not in cells:
        cells[key] = Entry(value, Source.PREVIOUS, note)


def _complete_requests(cells: Cells, year: int) -> None:
    results = result_rows(year)
    for row in request_rows(year):
        _add_up(cells, (row, "总计"), [(row, column) for column in APPLICANTS[:-1]])
    for column in APPLICANTS:
        _nothing_came(cells, column, results)
        for group in GROUPS:
            if group not in results:
                _add_up(cells, (group, column), [(row, column) for row in group_rows(group, year)])
        _add_up(cells, ("requests_handled", column), [(row, column) for row in results])
    for row in request_rows(year):
        _add_up(cells, (row, "总计"), [(row, column) for column in APPLICANTS[:-1]])


def _nothing_came(cells: Cells, column: str, results: Sequence[str]) -> None:
    """Where neither new nor carried-over requests came, nothing was handled or is left."""
    arrived = [value_of(cells, (row, column)) for row in ("requests_new", "requests_carried_in")]
    if arrived != [0, 0]:
        return
    for row in (*results, "requests_handled", "requests_carried_out"):
        cells.setdefault((row, column), Entry(Decimal(0), Source.COMPUTED, "没有新收和上年结转的申请"))


def _complete_disputes(cells: Cells) -> None:
    for block in DISPUTES:
        _add_up(cells, (block, "总计"), [(block, outcome) for outcome in OUTCOMES[:-1]])
    for outcome in OUTCOMES:
        _add_up(cells, ("litigation", outcome), [(block, outcome) for block in DISPUTES[1:]])


def _add_up(cells: Cells, total: Key, parts: Sequence[Key]) -> None:
    """The total where all parts are known, the parts where the total is zero."""
    summed = total_of(cells, parts)
    if summed is not None and total not in cells:
        cells[total] = Entry(summed, Source.COMPUTED, "各分项之和")
    if value_of(cells, total) == 0:
        for part in parts:
            cells.setdefault(part, Entry(Decimal(0), Source.COMPUTED, "总数为零"))
