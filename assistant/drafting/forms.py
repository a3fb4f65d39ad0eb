"""Which cells the statutory tables of a year have, and what each row and column is called.

After 国办发〔2014〕32号 (统计表), 国办公开办函〔2019〕60号 and 国办公开办函〔2021〕30号 (表二 to 表四).
"""

from __future__ import annotations

from functools import cache

from assistant.drafting.nouns import Key
from index.indicators import APPLICANTS, DISPUTES, GROUPS, OUTCOMES, STATISTIC, form, indicators, rows_below
from index.schema import Generation

ITEMS = ("（一）", "（五）", "（六）", "（八）", "（九）")
"""The items of article 20 that 表二 asks for, in printed order."""

_ITEM_ROWS = {
    "（一）": ("rules", "normative_documents"),
    "（五）": ("permits", "other_services"),
    "（六）": ("penalties", "coercion"),
    "（八）": ("charges",),
    "（九）": ("procurement",),
}


def document_blocks(year: int) -> tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...]:
    """表二's blocks: item of article 20, columns, rows."""
    era = "2021" if year >= 2021 else "2019"
    blocks = []
    for item in ITEMS:
        rows = tuple(row for row in _ITEM_ROWS[item] if era in indicators()[row].columns)
        if rows:
            blocks.append((item, indicators()[rows[0]].columns[era], rows))
    return tuple(blocks)


def group_rows(group: str, year: int) -> tuple[str, ...]:
    """The rows with figures of a group of 表三; （六）其他处理 is one row until 2020."""
    return ("other_handling",) if group == "other_handling" and year < 2021 else rows_below(group)


def result_rows(year: int) -> tuple[str, ...]:
    """The rows of 表三 that add up to （七）总计."""
    return ("granted", "partial", *(row for group in GROUPS for row in group_rows(group, year)))


def request_rows(year: int) -> tuple[str, ...]:
    """The rows of 表三 with figures, in printed order."""
    before, after = ("requests_new", "requests_carried_in"), ("requests_handled", "requests_carried_out")
    return (*before, *result_rows(year), *after)


def statistic_rows() -> tuple[str, ...]:
    """The rows of the 统计表 that take a figure, in printed order."""
    return tuple(row.id for row in form("statistics") if not row.heading)


@cache
def table_cells(year: int) -> dict[Key, str]:
    """Every cell with a figure of the tables that a report of this year has, and the table it stands in.

    Empty before 2014, when provinces had tables of their own.
    """
    if Generation.of(year) is Generation.REGULATION_2007:
        return {(row, STATISTIC): "statistics" for row in statistic_rows()} if year >= 2014 else {}
    cells: dict[Key, str] = {}
    for _, columns, rows in document_blocks(year):
        cells |= {(row, column): "documents" for row in rows for column in columns}
    cells |= {(row, column): "requests" for row in request_rows(year) for column in APPLICANTS}
    cells |= {(row, column): "disputes" for row in DISPUTES for column in OUTCOMES}
    return cells


@cache
def columns_of(indicator: str, year: int) -> tuple[str, ...]:
    """The columns in which a figure of this indicator can be given for this year, the plain one first.

    ``("",)`` where only sentences state it. Groups of 表三 and 行政诉讼 as a whole take the columns of their rows.
    """
    if Generation.of(year) is Generation.REGULATION_2007:
        return (STATISTIC,) if indicator in statistic_rows() else ("",)
    table = tuple(column for row, column in table_cells(year) if row == indicator)
    if indicator in GROUPS:
        table = APPLICANTS
    if indicator == "litigation":
        table = OUTCOMES
    return (table[-1], *table[:-1]) if "总计" in table else table or ("",)


def label_of(indicator: str, year: int) -> str:
    """The statutory label of a row, for messages; a numbered row of 表三 comes after its group's."""
    known = indicators()[indicator]
    label = known.label(max(year, 2014))
    group = known.parent if known.parent in GROUPS and indicator in rows_below(known.parent) else ""
    return f"{indicators()[group].label(year)} {label}" if group and year >= 2019 else label
