"""The statutory tables of a report as facts: 表二, 表三, 表四 since 2019, the 统计表 since 2014, the annex tables before.

Each table is known by its labels, whatever its layout and the report's year: a report of 2023 may print a table in the
form of 2019. Rows and cells that can't be told are left out. Where a table is printed twice, or another year's beside
it, the first that is not headed with another year counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from index.schema import Block, Fact, Report, Section
from index.tables.annex import AnnexTable, read_annex
from index.tables.cells import MONEY, read_figure
from index.tables.disputes import DisputesTable, read_disputes
from index.tables.documents import DocumentsTable, read_documents
from index.tables.labels import deviation, nearest_label
from index.tables.reading import Reading
from index.tables.requests import RequestsTable, read_requests
from index.tables.rows import Row, flat_rows, grid_rows
from index.tables.statistics import StatisticsTable, read_statistics

_CAPTION = 60
_LEAST_FIGURES = 5
_YEAR = re.compile(r"(?<!\d)(20[0-3]\d)\s*年")


def table_facts(report: Report) -> tuple[Fact, ...]:
    """Every cell of the statutory tables of a report, in printed order, blank ones included.

    ``label`` and ``column`` are the statutory ones of the form that the table uses, ``printed`` the row's label where it
    reads otherwise. The unit is the printed one for amounts and in the 统计表 (``""`` for its ——), else the statutory one.
    A cell that the form does not have gives no fact, a row that can't be told gives none either.
    """
    found: dict[tuple[str, str], Fact] = {}
    for reading in (*_of_grids(report), *_of_lines(report)):
        key = (reading.indicator.id, reading.column)
        if key not in found:
            found[key] = _fact(report, reading)
    return tuple(found.values())


@dataclass
class _Parts:
    """What the parts of tables leave for the parts that follow them."""

    documents: DocumentsTable = field(default_factory=DocumentsTable)
    requests: RequestsTable = field(default_factory=RequestsTable)
    disputes: DisputesTable = field(default_factory=DisputesTable)
    statistics: StatisticsTable = field(default_factory=StatisticsTable)
    annex: AnnexTable = field(default_factory=AnnexTable)

    def read(self, rows: Sequence[Row]) -> tuple[Reading, ...]:
        """All that is recognised in a grid or a run of paragraphs."""
        if not rows:
            return ()
        annex, rest = read_annex(rows, self.annex)
        return (
            *annex,
            *read_documents(rows, self.documents),
            *read_requests(rows, self.requests),
            *read_disputes(rows, self.disputes),
            *read_statistics(rest, self.statistics),
        )


def _of_grids(report: Report) -> Iterator[Reading]:
    """The cells of all grids in order, those headed with another year last."""
    parts, caption, later = _Parts(), "", []
    for section in report.sections:
        for block in section.blocks:
            if block.grid is None:
                caption = block.text if len(block.text) <= _CAPTION else ""
                _title(block, parts)
            elif _of_other_year(caption, report.year):
                later.append((section, block))
            else:
                yield from parts.read(_grid_rows(block, section))
    for section, block in later:
        yield from parts.read(_grid_rows(block, section))


def _grid_rows(block: Block, section: Section) -> tuple[Row, ...]:
    rows = grid_rows(block, section.label)
    return rows if max((len(row.cells) for row in rows), default=0) > 1 else flat_rows([block], section.label)


def _title(block: Block, parts: _Parts) -> None:
    """A block title of 表二 or a heading of 表四 may stand above its grid instead of in it."""
    rows = flat_rows([block]) if len(block.text) <= _CAPTION else ()
    if len(rows) == 1 and not rows[0].filled:
        list(read_documents(rows, parts.documents))
        parts.disputes.note(rows[0])


def _of_lines(report: Report) -> Iterator[Reading]:
    """The cells of tables that lost their lines, wholly or in parts: rows of text among what rows of grids remain."""
    rows: list[Row] = []
    for section in report.sections:
        for grid, blocks in groupby(section.blocks, key=lambda block: block.grid is not None):
            for block in blocks if grid else ():
                rows.extend(_grid_rows(block, section))
            rows.extend(() if grid else flat_rows(list(blocks), section.label))
    if sum(len(row.figures) for row in rows if row.flat) >= _LEAST_FIGURES:
        yield from _Parts().read(rows)


def _of_other_year(caption: str, year: int) -> bool:
    years = {int(found) for found in _YEAR.findall(caption)}
    return bool(years) and year not in years


def _fact(report: Report, reading: Reading) -> Fact:
    figure = read_figure(reading.cell.text)
    label = nearest_label(reading.indicator, reading.printed, report.year, reading.era)
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
        section=reading.row.section,
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
