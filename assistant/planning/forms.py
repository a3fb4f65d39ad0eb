"""Which rows and columns the statutory form of a year has, and which row stands in the place of one that it lacks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.planning.vocabulary import Found, vocabulary
from index.borders import Row, canonical, counterparts, stands_in, twins
from index.indicators import indicators
from index.schema import Generation

_ERA = {Generation.REGULATION_2007: "2014", Generation.FORMAT_2019: "2019", Generation.FORMAT_2021: "2021"}
_FEES_FROM = 2021
"""Since then the information processing fee is charged (国办函〔2020〕109号)."""


def fits_year(indicator: str, year: int) -> bool:
    """Whether the form in force for a report year has the indicator."""
    entry = indicators()[indicator]
    if indicator.startswith("processing_fee"):
        return year >= _FEES_FROM
    return not entry.labels or _ERA[Generation.of(year)] in entry.labels


def with_twins(found: Sequence[Found], years: Sequence[int]) -> list[Found]:
    """The hits, and for rows that the forms of the years lack the rows that took their place (个人隐私: 第三方权益)."""
    lacking = [hit for hit in found if years and not any(fits_year(hit.id, year) for year in years)]
    return [*found, *(replace(hit, id=twin) for hit in lacking for twin in twins(hit.id))]


def of_the_form(ids: tuple[str, ...], column: str, years: Sequence[int]) -> tuple[tuple[str, ...], str]:
    """The row and column of the years' form that a row or column of another became (制发规范性文件总数 and 本年制发件数)."""
    if not years or any(fits_year(ids[0], year) for year in years):
        return ids, column
    for row in counterparts(Row(ids[0], canonical(column))):
        if all(stands_in(row, year) for year in years):
            return (row.indicator, *ids), row.column
    return ids, column


def outcome_row(ids: tuple[str, ...], column: str, years: Sequence[int]) -> tuple[tuple[str, ...], str]:
    """In the 统计表 an outcome is a row of its own and no column."""
    row = vocabulary().outcomes.get(ids[0], {}).get(column, "")
    if row and years and all(year <= 2018 for year in years):
        return (row, *ids), ""
    return ids, column
