"""Statutory rows behind the figures: which row a reading is, and which rows of other formats a plan may go by."""

from __future__ import annotations

from assistant.counting.readings import TOTAL_COLUMNS, Reading
from assistant.planning.query import Plan
from index.borders import Row, canonical, counterparts, era
from index.indicators import APPLICANTS, indicators


def row(indicator: str, column: str = "") -> Row:
    """A row as borders.toml names it: a total without a column, in 表二 with the column that a bare question means."""
    known = indicators()[indicator]
    if known.table == "documents":
        printed = {name for names in known.columns.values() for name in names}
        column = column or next((name for name in TOTAL_COLUMNS if name in printed), "")
        return Row(indicator, canonical(column))
    return Row(indicator, "" if column in TOTAL_COLUMNS or column in APPLICANTS else column)


def row_of(reading: Reading) -> Row:
    """The row that a reading is."""
    printed = next((f.column for f in reading.facts if f.source == "table"), "")
    return row(reading.indicator, reading.column or printed)


def others(plan: Plan) -> tuple[Row, ...]:
    """The rows of other formats by which a plan's figure may go; none where its reports are all of one format.

    A figure of one kind of applicants has none: before 2019 nobody told them apart.
    """
    if len({era(target.year) for target in plan.targets}) < 2 or plan.column in APPLICANTS[:-1]:
        return ()
    own = [row(indicator, plan.column) for indicator in plan.indicators]
    return tuple(dict.fromkeys(other for known in own for other in counterparts(known) if other not in own))
