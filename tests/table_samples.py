"""Statutory tables of an invented place in every layout that real reports come in, for tests of the reader."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from index.indicators import APPLICANTS, OUTCOMES, form, indicators
from index.schema import Block, Generation, Grid, GridCell, Issuer, Report, Section

NOTE = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"
RESULTS = "三、本年度办理结果"
TITLES = {
    "rules": "第二十条第（一）项",
    "permits": "第二十条第（五）项",
    "penalties": "第二十条第（六）项",
    "charges": "第二十条第（八）项",
    "procurement": "第二十条第（九）项",
}
BLOCKS = ("行政复议", "未经复议直接起诉", "复议后起诉")
BROKEN = ("结果 维持", "结果 纠正", "其他 结果", "尚 未 审 结", "总 计")


@dataclass(frozen=True)
class Line:
    """A row of 表三 or of the 统计表: its indicator, the groups above it, its label as printed, and its cells."""

    indicator: str
    groups: tuple[str, ...]
    label: str
    cells: tuple[str, ...]


def report(blocks: Sequence[Block], year: int) -> Report:
    issuer = Issuer("青川市人民政府", "青川市", "青川市")
    section = Section(("三、收到和处理政府信息公开申请情况",), tuple(blocks))
    return Report("a.txt", "青川市年度报告", issuer, year, Generation.of(year), (section,))


def grid_block(
    rows: Sequence[Sequence[str | None]], spans: dict[tuple[int, int], int] | None = None
) -> Block:
    """A table: ``None`` is covered by a merged neighbour; ``spans`` the columns that a cell at (row, column) takes."""
    spans = spans or {}
    cells = tuple(
        tuple(None if text is None else GridCell(text, 1, spans.get((i, j), 1)) for j, text in enumerate(row))
        for i, row in enumerate(rows)
    )
    printed = tuple(" ".join(text for text in row if text) for row in rows)
    return Block("\n".join(printed), Grid(cells, printed))


def lines_block(texts: Sequence[str]) -> list[Block]:
    return [Block(text) for text in texts if text]


def request_labels(year: int) -> list[tuple[str, tuple[str, ...], str]]:
    """Indicator, groups and label of each data row of 表三."""
    parents = {row.parent for row in form("requests") if row.parent and str(year) in row.labels} - {
        "requests_handled"
    }
    found = []
    for row in form("requests"):
        label = row.labels.get(str(year))
        if label and row.id not in parents:
            inside = row.parent != ""
            group = (indicators()[row.parent].labels[str(year)],) if row.parent in parents else ()
            top = (RESULTS,) if inside or row.id == "requests_handled" else ()
            found.append((row.id, (*top, *group), label))
    return found


def requests_merged(lines: Sequence[Line]) -> list[list[str | None]]:
    """As a PDF or Word grid: ten columns, what a merged cell covers is ``None``."""
    rows: list[list[str | None]] = [
        [NOTE, None, None, "申请人情况", *[None] * 6],
        [None, None, None, "自然人", "法人或其他组织", None, None, None, None, "总计"],
        [None, None, None, None, *APPLICANTS[1:6], None],
    ]
    above: tuple[str, ...] = ()
    for line in lines:
        labels: list[str | None] = [None, None, None]
        for depth, group in enumerate(line.groups):
            labels[depth] = None if above[depth : depth + 1] == (group,) else group
        labels[len(line.groups)] = line.label
        rows.append([*labels, *line.cells])
        above = line.groups
    return rows


def requests_pipes(lines: Sequence[Line], *, repeat: bool = False) -> list[list[str]]:
    """As Markdown: one header row; merged labels are empty cells, or repeated in each as converters do."""
    rows = [["项目", "类别", "情形", "自然人", "法人或其他组织·商业企业", *APPLICANTS[2:]]]
    above: tuple[str, ...] = ()
    for line in lines:
        path = (*line.groups, line.label)
        if repeat:
            labels = [*path, *[path[-1]] * (3 - len(path))]
        else:
            labels = ["" if above[d : d + 1] == (g,) else g for d, g in enumerate(line.groups)]
            labels = [*labels, line.label, *[""] * (2 - len(line.groups))]
        rows.append([*labels, *line.cells])
        above = line.groups
    return rows


def requests_tabs(lines: Sequence[Line]) -> list[list[str]]:
    """As text with tabs in which merged labels collapsed, so that figures begin in different columns."""
    rows = [
        [NOTE, "", "申请人情况", *[""] * 5, "总计", ""],
        ["", "", "自然人", "法人或其他组织", *[""] * 6],
        ["", "", "", *APPLICANTS[1:6], "", ""],
    ]
    above: tuple[str, ...] = ()
    for line in lines:
        groups = ["" if above[d : d + 1] == (g,) else g for d, g in enumerate(line.groups)]
        if len(line.groups) == 2:
            rows.append([*groups, line.label, *line.cells])
        else:
            rows.append([*groups, line.label, *[""] * (1 - len(groups)), *line.cells, ""])
        above = line.groups
    return rows


def requests_flat(lines: Sequence[Line], *, by_row: bool) -> list[str]:
    """As paragraphs: a cell each, or a row each with its cells apart by blanks."""
    above: tuple[str, ...] = ()
    rows = [[NOTE, "申请人情况", "自然人", "法人或其他组织", "总计", *APPLICANTS[1:6]]]
    for line in lines:
        groups = [g for d, g in enumerate(line.groups) if above[d : d + 1] != (g,)]
        rows.append([*groups, line.label, *line.cells])
        above = line.groups
    return (
        [" ".join(text for text in row if text) for row in rows]
        if by_row
        else [t for row in rows for t in row]
    )


def documents_blocks(year: int) -> list[tuple[str, tuple[str, ...], list[str]]]:
    """Title, columns and indicators of each block of 表二."""
    found: list[tuple[str, tuple[str, ...], list[str]]] = []
    for row in indicators().values():
        if row.table == "documents" and str(year) in row.columns:
            if row.id in TITLES:
                found.append((TITLES[row.id], row.columns[str(year)], []))
            found[-1][2].append(row.id)
    return found


def documents_merged(year: int, cells: dict[str, tuple[str, ...]]) -> Block:
    """As a grid of six columns, a block of n figures sharing them out."""
    rows: list[list[str | None]] = []
    spans: dict[tuple[int, int], int] = {}
    for title, columns, ids in documents_blocks(year):
        rows.append([title, *[None] * 6])
        spans[len(rows) - 1, 0] = 7
        width = 6 // len(columns)
        labels = [indicators()[row].labels[str(year)] for row in ids]
        for label, texts in (("信息内容", columns), *zip(labels, (cells[row] for row in ids), strict=True)):
            row: list[str | None] = [label]
            for text in texts:
                spans[len(rows), len(row)] = width
                row += [text, *[None] * (width - 1)]
            rows.append(row)
    return grid_block(rows, spans)


def documents_spread(year: int, cells: dict[str, tuple[str, ...]]) -> Block:
    """As text with tabs in which the words of a merged cell stand in each place that it covers."""
    rows: list[list[str]] = []
    for title, columns, ids in documents_blocks(year):
        width = 6 // len(columns)
        labels = [indicators()[row].labels[str(year)] for row in ids]
        rows.append([title] * 7)
        for label, texts in (("信息内容", columns), *zip(labels, (cells[row] for row in ids), strict=True)):
            rows.append([label, *(text for text in texts for _ in range(width))])
    return grid_block(rows)


def documents_ragged(year: int, cells: dict[str, tuple[str, ...]]) -> Block:
    """As text with tabs: four columns throughout, the last ones empty."""
    rows: list[list[str]] = []
    for title, columns, ids in documents_blocks(year):
        rows += [[title, "", "", ""], ["信息内容", *columns, *[""] * (3 - len(columns))]]
        for row in ids:
            rows.append([indicators()[row].labels[str(year)], *cells[row], *[""] * (3 - len(columns))])
    return grid_block(rows)


def documents_flat(year: int, cells: dict[str, tuple[str, ...]]) -> list[str]:
    rows: list[str] = []
    for title, columns, ids in documents_blocks(year):
        rows += [title, "信息内容", *columns]
        for row in ids:
            rows += [indicators()[row].labels[str(year)], *cells[row]]
    return rows


def disputes(layout: str, cells: Sequence[str]) -> list[Block]:
    """Fifteen figures as one grid, with collapsed tabs, with joined headers, as three tables, transposed or flat."""
    five = [list(cells[at : at + 5]) for at in (0, 5, 10)]
    grids: dict[str, list[list[list[str | None]]]] = {
        "tabs": [[*_collapsed_head(), list(cells)]],
        "pipes": [[_joined_head(), list(cells)]],
        "stacked": [[[n, *[None] * 4], list(OUTCOMES), f] for n, f in zip(BLOCKS, five, strict=True)],
        "rows": [[["", *OUTCOMES], *([n, *f] for n, f in zip(BLOCKS, five, strict=True))]],
        "transposed": [[["", *BLOCKS], *([o, *(f[at] for f in five)] for at, o in enumerate(OUTCOMES))]],
        "single": [
            [
                [None if at else n, o, f[at]]
                for n, f in zip(BLOCKS, five, strict=True)
                for at, o in enumerate(OUTCOMES)
            ]
        ],
    }
    if layout == "merged":
        spans = {(0, 0): 5, (0, 5): 10, (1, 5): 5, (1, 10): 5}
        return [grid_block([*_merged_head(), list(cells)], spans)]
    if layout == "flat":
        head = [BLOCKS[0], "行政诉讼", *OUTCOMES, *BLOCKS[1:], *OUTCOMES, *OUTCOMES]
        return lines_block([*head, *cells])
    return [grid_block(rows) for rows in grids[layout]]


def _merged_head() -> list[list[str | None]]:
    return [
        [BLOCKS[0], None, None, None, None, "行政诉讼", *[None] * 9],
        [*OUTCOMES, BLOCKS[1], *[None] * 4, BLOCKS[2], *[None] * 4],
        [*[None] * 5, *BROKEN, *BROKEN],
    ]


def _collapsed_head() -> list[list[str | None]]:
    rows = [[text or "" for text in row] for row in _merged_head()]
    return [rows[0], [*BROKEN, *rows[1][5:]], rows[2]]


def _joined_head() -> list[str | None]:
    first = [f"行政复议·{OUTCOMES[0]}", f"诉讼·{BLOCKS[1]}·{OUTCOMES[0]}", f"诉讼·{BLOCKS[2]}·{OUTCOMES[0]}"]
    return [text for head in first for text in (head, *OUTCOMES[1:])]


def statistics_lines(cells: Sequence[str]) -> list[Line]:
    rows = form("statistics")
    return [
        Line(row.id, (), row.labels["2014"], (row.unit or "——", cell))
        for row, cell in zip(rows, cells, strict=True)
    ]
