"""The statutory tables of a report as facts: 表二, 表三 and 表四 of 2019 and 2021, and the 统计表 of 2014 to 2018.

Each table is known by its labels, whatever its layout and the report's year: a report of 2023 may print a table in the
form of 2019. Rows and cells that can't be told are left out. Where a table is printed twice, or another year's beside
it, the first that is not headed with another year counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from index.indicators import STATISTIC, indicators
from index.schema import Block, Fact, Report, Section
from index.table_cells import MONEY, read_figure
from index.table_disputes import DisputesTable, read_disputes
from index.table_documents import DocumentsTable, read_documents
from index.table_labels import deviation, nearest_label
from index.table_reading import Reading
from index.table_requests import RequestsTable, read_requests
from index.table_rows import Row, flat_rows, grid_rows
from index.table_statistics import StatisticsTable, read_statistics

NAMES = {
    "documents": "表二 主动公开政府信息情况",
    "requests": "表三 收到和处理政府信息公开申请情况",
    "disputes": "表四 政府信息公开行政复议、行政诉讼情况",
    "statistics": "政府信息公开情况统计表",
}
"""What a citation calls each table."""

_CAPTION = 60
_YEAR = re.compile(r"(?<!\d)(20[0-3]\d)\s*年")


def table_name(indicator: str, column: str = "") -> str:
    """What a citation calls the table in which an indicator stands, ``""`` for one of sentences only.

    ``column`` tells the 统计表 (统计数) from 表三 and 表四, with which it shares indicators.
    """
    table = "statistics" if column == STATISTIC else indicators()[indicator].table
    return NAMES.get(table, "")


def table_facts(report: Report) -> tuple[Fact, ...]:
    """Every cell of the statutory tables of a report, in printed order, blank ones included.

    ``label`` and ``column`` are the statutory ones of the form that the table uses, ``printed`` the row's label where it
    reads otherwise. The unit is the printed one for amounts and in the 统计表 (``""`` for its ——), else the statutory one.
    A cell that the form does not have gives no fact, a row that can't be told gives none either.
    """
    found: dict[tuple[str, str], Fact] = {}
    for table in _tables(report):
        facts = [_fact(report, table.section, reading) for reading in table.readings]
        for fact in facts:
            found.setdefault((fact.indicator, fact.column), fact)
    return tuple(found.values())


@dataclass(frozen=True, slots=True)
class _Table:
    section: Section
    readings: tuple[Reading, ...]
    other_year: bool = False


@dataclass
class _Parts:
    """What the parts of tables leave for the parts that follow them."""

    documents: DocumentsTable = field(default_factory=DocumentsTable)
    requests: RequestsTable = field(default_factory=RequestsTable)
    disputes: DisputesTable = field(default_factory=DisputesTable)
    statistics: StatisticsTable = field(default_factory=StatisticsTable)

    def read(self, rows: Sequence[Row]) -> tuple[Reading, ...]:
        """All that is recognised in a grid or a run of paragraphs."""
        return (
            *read_documents(rows, self.documents),
            *read_requests(rows, self.requests),
            *read_disputes(rows, self.disputes),
            *read_statistics(rows, self.statistics),
        )


def _tables(report: Report) -> list[_Table]:
    """Grids in order, then tables that lost their lines, then those headed with another year."""
    grids = list(_grids(report))
    flat = list(_flat(report))
    return sorted((*grids, *flat), key=lambda table: table.other_year)


def _grids(report: Report) -> Iterator[_Table]:
    parts = _Parts()
    caption = ""
    for section in report.sections:
        for block in section.blocks:
            if block.grid is None:
                caption = block.text if len(block.text) <= _CAPTION else ""
                _title(block, parts)
                continue
            rows = grid_rows(block)
            width = max((len(row.cells) for row in rows), default=0)
            readings = parts.read(rows if width > 1 else flat_rows([block]))
            yield _Table(section, readings, _of_other_year(caption, report.year))


def _title(block: Block, parts: _Parts) -> None:
    """A block title of 表二 or a heading of 表四 may stand above its grid instead of in it."""
    row = flat_rows([block])[:1]
    if row and len(block.text) <= _CAPTION and not row[0].filled:
        list(read_documents(row, parts.documents))
        parts.disputes.note(row[0])


def _flat(report: Report) -> Iterator[_Table]:
    for section in report.sections:
        run = [block for block in section.blocks if block.grid is None]
        if run:
            yield _Table(section, _Parts().read(flat_rows(run)))


def _of_other_year(caption: str, year: int) -> bool:
    years = {int(found) for found in _YEAR.findall(caption)}
    return bool(years) and year not in years


def _fact(report: Report, section: Section, reading: Reading) -> Fact:
    figure = read_figure(reading.cell.text)
    label = nearest_label(reading.indicator, reading.printed, report.year)
    return Fact(
        report=report.name,
        issuer=report.issuer.name,
        year=report.year,
        indicator=reading.indicator.id,
        label=label,
        column=reading.column,
        scope="",
        value=figure.value,
        unit=_unit(reading, figure.unit),
        state=figure.state,
        section=section.label,
        page=reading.row.page,
        quote=reading.row.printed,
        source="table",
        places=(reading.cell.place,) if reading.cell.place else (),
        printed=deviation(reading.printed, label),
    )


def _unit(reading: Reading, printed: str) -> str:
    statutory = reading.indicator.column_unit(reading.column)
    if statutory in MONEY and printed in MONEY:
        return printed
    return reading.unit or statutory
