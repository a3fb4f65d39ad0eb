"""Tables in text files whose columns are marked: pipes, box lines, or tabs as pasting from Word leaves them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import zip_longest

from index.load.cells import cell_text
from index.load.lines import Line
from index.load.markdown import plain_text
from index.schema import Block, Grid, GridCell

Item = Line | Block
"""What a text file is made of while it is read: lines still to be joined, and tables found."""

_BARS = re.compile(r"(?<!\\)[|│┃｜]")
_RULER = re.compile(r"^[\s|│┃｜+:\-=─━┄┌┬┐├┼┤└┴┘╋┳┻┣┫┏┓┗┛]+$")
_CORNERS = "+┌├└┏┣┗"
_LIST_MARK = re.compile(r"^(?:[（(]?[一二三四五六七八九十\d]{1,3}[)）]?[、.．]?|[●■◆•·\-*])$")


def marked_grids(lines: Sequence[Line]) -> list[Item]:
    """The lines with every pipe table and tab table among them replaced by a block in its place."""
    items: list[Item] = []
    at = 0
    while at < len(lines):
        end, cells = _table_at(lines, at)
        if end > at:
            items.append(grid_block([_row(group, cells) for group in _row_lines(lines[at:end])]))
            at = end
        else:
            items.append(lines[at])
            at += 1
    return items


def grid_block(rows: Sequence[tuple[str, Sequence[str]]]) -> Block:
    """A table as a block, from each row's source text and its cells."""
    printed = tuple(raw.strip(" \n\r") for raw, _ in rows)
    cells = tuple(tuple(GridCell(text) for text in row) for _, row in rows)
    return Block(text="\n".join(printed), grid=Grid(rows=cells, printed=printed))


def _table_at(lines: Sequence[Line], at: int) -> tuple[int, Callable[[Line], list[str]]]:
    """Where the table that begins at a line ends (``at`` itself where none begins), and how its rows are cut."""
    end = _run(lines, at, _is_bar_row)
    if sum(not _is_ruler(line) for line in lines[at:end]) >= 2 and end - at >= 2:
        return end, _bar_cells
    end = _run(lines, at, lambda line: "\t" in line.raw.strip(" "))
    if _is_tab_table(lines[at:end]):
        return end, _tab_cells
    return at, _bar_cells


def _run(lines: Sequence[Line], at: int, belongs: Callable[[Line], bool]) -> int:
    """End of the run of rows from ``at`` on: without blank lines, or with one between every two rows."""
    end = at
    while end < len(lines) and belongs(lines[end]):
        end += 1
    gaps = [line.gap for line in lines[at + 1 : end]]
    if not gaps or all(gaps) or not any(gaps):
        return end
    return at + 1 + next(index for index, gap in enumerate(gaps) if gap)


def _row_lines(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines of each row: one, but all those between two rulers where a ruler stands under every row."""
    drawn = sum(_is_ruler(line) and line.text[0] in _CORNERS for line in lines) >= 3
    groups: list[list[Line]] = [[]]
    for line in lines:
        if _is_ruler(line):
            groups.append([])
        elif drawn or not groups[-1]:
            groups[-1].append(line)
        else:
            groups.append([line])
    return [group for group in groups if group]


def _row(lines: Sequence[Line], cells: Callable[[Line], list[str]]) -> tuple[str, list[str]]:
    """A row's source text and its cells, the parts of a cell that runs over several lines put together."""
    parts = zip_longest(*(cells(line) for line in lines), fillvalue="")
    return " ".join(line.raw.strip(" ") for line in lines), [cell_text(filter(None, cell)) for cell in parts]


def _is_ruler(line: Line) -> bool:
    return bool(_RULER.match(line.text)) and bool(re.search(r"[-=─━]", line.text))


def _is_bar_row(line: Line) -> bool:
    if len(line.text) == 1:
        return False  # a bar alone ends a cell, see flatgrid
    if _is_ruler(line):
        return len(line.text) >= 3 and (bool(_BARS.search(line.text)) or line.text[0] in _CORNERS)
    return len(_BARS.findall(line.text)) >= (1 if line.text[0] in "|│┃｜" else 2)


def _bar_cells(line: Line) -> list[str]:
    pieces = _BARS.split(line.text)
    first = 1 if not pieces[0].strip() and len(pieces) > 1 else 0
    last = len(pieces) - 1 if len(pieces) > first + 1 and not pieces[-1].strip() else len(pieces)
    return [plain_text(piece) for piece in pieces[first:last]]


def _is_tab_table(rows: Sequence[Line]) -> bool:
    """Two rows or more with cells in columns; a tab after a list mark or an indentation makes no table."""
    inner = [line.raw.strip(" ").strip("\u3000") for line in rows]
    cut = [text for text in inner if "\t" in text.strip()]
    marks = sum(
        bool(_LIST_MARK.match(text.strip().split("\t")[0])) and text.strip().count("\t") == 1 for text in cut
    )
    if len(rows) < 2 or marks > 0.5 * len(cut):
        return False
    even = bool(cut) and len({text.count("\t") for text in inner}) == 1
    return even or len(cut) >= max(2, 0.5 * len(rows)) or any(text.count("\t") >= 3 for text in inner)


def _tab_cells(line: Line) -> list[str]:
    return [plain_text(cell) for cell in line.raw.strip(" \u3000").split("\t")]
