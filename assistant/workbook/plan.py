"""Which sheets the spreadsheet of a year has, and in which cell each field stands, beside the words that announce it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from assistant.drafting.fields import CONTACT, CONTACTS, POINTS, SIGNED, name_of, places, told
from assistant.drafting.forms import table_cells
from assistant.drafting.grid import Cell, Table, table
from index.indicators import indicators

ISSUER, YEAR = "issuer", "year"
"""The fields on the first sheet."""

FIRST = 2
"""Rows above the words of a sheet: its title and the line on how to fill it in."""

_TABLES = {
    "documents": ("主动公开", "单位：件，收费和采购金额为万元"),
    "requests": ("依申请公开", "单位：件"),
    "disputes": ("复议诉讼", "单位：件"),
    "statistics": ("统计表", "单位见各行"),
}
_BESIDE = "未经复议直接起诉"
"""What announces the row of 表四, which has no label of its own."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a field stands (row and column from 0), and what is printed at another place by which it is found."""

    name: str
    row: int
    column: int
    words: str
    words_row: int
    words_column: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: ``printed`` are the cells of a statutory table, or of a list of labels with fields beside them."""

    title: str
    heading: str
    hint: str
    printed: Table
    places: tuple[Place, ...]
    long: frozenset[str] = field(default_factory=frozenset)


@cache
def sheets(year: int) -> tuple[Sheet, ...]:
    """The sheets in order: body and year, the statutory tables, figures in sentences, points, contact."""
    kinds = set(table_cells(year).values())
    tables = (_table(kind, year) for kind in _TABLES if kind in kinds)
    return (_first(), *tables, _told(year), _points(year), _contact(year))


def _table(kind: str, year: int) -> Sheet:
    title, unit = _TABLES[kind]
    printed = table(kind, year, {})
    hint = f"{unit}。没有发生的填0，不适用的填/；空白不等于零"
    return Sheet(title, f"{year}年度{title}情况", hint, printed, tuple(_places(printed)))


def _places(printed: Table) -> Iterator[Place]:
    """Each figure is found by the label before the first figure of its row, else by the words above."""
    placed = list(printed.placed())
    above = next(((cell.text, row, column) for row, column, cell in placed if cell.text == _BESIDE), None)
    for row, column, cell in placed:
        if cell.key is None:
            continue
        first = min(c for r, c, one in placed if r == row and one.key)
        label = next(
            (
                (one.text, r, c)
                for r, c, one in placed
                if r == row and c + one.columns == first and not one.key
            ),
            above,
        )
        if label:
            yield Place(name_of(cell.key), row, column, *label)


def _list(rows: list[tuple[str, str, str]], head: tuple[str, str, str]) -> tuple[Table, tuple[Place, ...]]:
    """Rows of label, unit and field."""
    printed = [tuple(map(Cell, head))]
    printed += [(Cell(label, left=True), Cell(unit), Cell("", key=(name, ""))) for name, label, unit in rows]
    placed = tuple(Place(name, at, 2, label, at, 0) for at, (name, label, _) in enumerate(rows, 1))
    return Table(tuple(printed), 1, (30, 10, 20)), placed


def _first() -> Sheet:
    rows = [(ISSUER, "发布机关", "全称"), (YEAR, "报告年度", "年")]
    printed, placed = _list(rows, ("项目", "说明", "填写"))
    return Sheet(
        "说明", "政府信息公开工作年度报告填报表", "在白色的格子里填写", printed, placed, frozenset({ISSUER})
    )


def _told(year: int) -> Sheet:
    keys = [key for _, group in told(year) for key in group]
    rows = [
        (name_of(key), indicators()[key[0]].name, indicators()[key[0]].column_unit(key[1])) for key in keys
    ]
    printed, placed = _list(rows, ("指标", "单位", "数"))
    return Sheet("文字里的数", "写进文字的数", "没有的空着：空着的不写", printed, placed)


def _points(year: int) -> Sheet:
    rows = [(f"{POINTS}{place}", title, "") for place, title in places(year)]
    printed, placed = _list(rows, ("章节", "", "要点"))
    hint = "一行一条（格内换行按 Alt+回车），写事实；没有要点的章节只写数据"
    return Sheet("要点", "各章节要写的要点", hint, printed, placed, frozenset(name for name, *_ in rows))


def _contact(year: int) -> Sheet:
    rows = [(f"{CONTACT}{part}", title, "") for part, title in CONTACTS]
    rows.append((SIGNED, "成文日期", f"如{year + 1}-01-20"))
    printed, placed = _list(rows, ("项目", "", "填写"))
    long = frozenset(name for name, *_ in rows)
    return Sheet("联系信息", "联系信息和成文日期", "写进报告的引言和落款", printed, placed, long)
