"""The statutory tables as printed: cells with their spans, filled in with the draft's figures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from assistant.drafting.forms import document_blocks, group_rows
from assistant.drafting.nouns import UNFILLED, Entry, Key
from assistant.drafting.phrases import phrases
from index.indicators import APPLICANTS, DISPUTES, GROUPS, OUTCOMES, STATISTIC, form, indicators

HINT = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"
"""What the form prints in the upper left corner of 表三."""

_NOTES = {
    "disclosed": "（不同渠道和方式公开相同信息计1条）",
    "responses": "（不同方式回应同一热点或舆情计1次）",
}


@dataclass(frozen=True, slots=True)
class Cell:
    """One printed cell; ``key`` names the figure in it, ``None`` for what the form itself prints.

    ``left`` sets a label to the left edge, ``depth`` characters in.
    """

    text: str
    rows: int = 1
    columns: int = 1
    left: bool = False
    depth: int = 0
    key: Key | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """``head`` counts the rows that are repeated on every page, ``widths`` the columns' shares of the width."""

    rows: tuple[tuple[Cell, ...], ...]
    head: int
    widths: tuple[int, ...]

    def placed(self) -> Iterator[tuple[int, int, Cell]]:
        """Every cell with the row and column of its upper left corner."""
        taken: set[tuple[int, int]] = set()
        for r, row in enumerate(self.rows):
            c = 0
            for cell in row:
                while (r, c) in taken:
                    c += 1
                yield r, c, cell
                taken |= {(r + i, c + j) for i in range(cell.rows) for j in range(cell.columns)}

    def expanded(self) -> list[list[str]]:
        """The grid with a merged cell's text in its first place and ``""`` in the others."""
        texts = [[""] * len(self.widths) for _ in self.rows]
        for row, column, cell in self.placed():
            texts[row][column] = cell.text
        return texts


def table(kind: str, year: int, cells: Mapping[Key, Entry]) -> Table:
    """``documents``, ``requests``, ``disputes`` or ``statistics`` as the form of the year has it."""
    if kind == "documents":
        return _documents(year, cells)
    if kind == "requests":
        return _requests(year, cells)
    return _disputes(cells) if kind == "disputes" else _statistics(cells)


def shown(entry: Entry | None) -> str:
    """A figure as the table prints it: digits without separators, ``/`` where it does not apply."""
    if entry is None:
        return UNFILLED
    return "/" if entry.value is None else f"{entry.value:f}"


def _figure(cells: Mapping[Key, Entry], key: Key, columns: int = 1) -> Cell:
    return Cell(shown(cells.get(key)), columns=columns, key=key)


def _documents(year: int, cells: Mapping[Key, Entry]) -> Table:
    rows: list[tuple[Cell, ...]] = []
    for item, columns, ids in document_blocks(year):
        spans = {3: (1, 1, 1), 2: (1, 2), 1: (3,)}[len(columns)]
        names = (Cell(name, columns=n) for name, n in zip(columns, spans, strict=True))
        rows += [(Cell(f"第二十条第{item}项", columns=4),), (Cell("信息内容"), *names)]
        for row in ids:
            values = (_figure(cells, (row, c), n) for c, n in zip(columns, spans, strict=True))
            rows.append((Cell(indicators()[row].label(year)), *values))
    return Table(tuple(rows), 0, (31, 23, 23, 23))


def _requests(year: int, cells: Mapping[Key, Entry]) -> Table:
    def row(indicator: str, width: int) -> list[Cell]:
        label = Cell(indicators()[indicator].label(year), columns=width, left=True)
        return [label, *(_figure(cells, (indicator, column)) for column in APPLICANTS)]

    results = [row("granted", 2), row("partial", 2)]
    for group in GROUPS:
        rows = group_rows(group, year)
        part = [row(indicator, 2 if rows == (group,) else 1) for indicator in rows]
        if rows != (group,):
            part[0].insert(0, Cell(indicators()[group].label(year), rows=len(part)))
        results += part
    results.append(row("requests_handled", 2))
    results[0].insert(0, Cell("三、本年度办理结果", rows=len(results)))
    before = [row("requests_new", 3), row("requests_carried_in", 3)]
    everything = [*_requests_head(), *before, *results, row("requests_carried_out", 3)]
    return Table(tuple(map(tuple, everything)), 3, (8, 10, 33, *(7,) * 7))


def _requests_head() -> list[list[Cell]]:
    return [
        [Cell(HINT, rows=3, columns=3), Cell("申请人情况", columns=7)],
        [Cell("自然人", rows=2), Cell("法人或其他组织", columns=5), Cell("总计", rows=2)],
        [Cell(name) for name in APPLICANTS[1:-1]],
    ]


def _disputes(cells: Mapping[Key, Entry]) -> Table:
    heads = [Cell(name, rows=2) for name in OUTCOMES]
    rows = (
        (Cell("行政复议", columns=5), Cell("行政诉讼", columns=10)),
        (*heads, Cell("未经复议直接起诉", columns=5), Cell("复议后起诉", columns=5)),
        tuple(Cell(name) for _ in range(2) for name in OUTCOMES),
        tuple(_figure(cells, (block, column)) for block in DISPUTES for column in OUTCOMES),
    )
    return Table(rows, 3, (1,) * 15)


def _statistics(cells: Mapping[Key, Entry]) -> Table:
    rows: list[tuple[Cell, ...]] = [(Cell("统计指标"), Cell("单位"), Cell("统计数"))]
    for row in form("statistics"):
        text = row.label(2014) + _NOTES.get(row.id, "")
        label = Cell(text, left=True, depth=_depth(text))
        if row.heading:
            rows.append((label, Cell("——"), Cell("")))
        else:
            rows.append((label, Cell(row.unit), _figure(cells, (row.id, STATISTIC))))
    return Table(tuple(rows), 1, (72, 12, 16))


def _depth(label: str) -> int:
    """How far the form sets a row in: 一、 not at all, （一） one character, 1. two, what has no number three."""
    levels = ("[一二三四五六七八九]、", "（[一二三四五六七八九]）", r"\d\.")
    return next((depth for depth, mark in enumerate(levels) if re.match(mark, label)), len(levels))


def caption(kind: str, year: int) -> str:
    """The line above a table, ``""`` where the chapter's heading is enough."""
    say = phrases("draft_sections").say
    return say("table_statistics", year=year) if kind == "statistics" else ""
