"""The head of a statutory table without rules: wrapped column names joined, shared names over their columns."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable

from index.load.pdf_marks import bare, labels
from index.load.pdf_model import Line, RawCell, Segment, union
from index.schema import Place

Span = tuple[float, float]

_SHARED = {
    ("申请人情况", 7): (0, 7),
    ("法人或其他组织", 7): (1, 6),
    ("行政复议", 15): (0, 5),
    ("行政诉讼", 15): (5, 15),
    ("未经复议直接起诉", 15): (5, 10),
    ("复议后起诉", 15): (10, 15),
}
"""The columns that share a name, by name and number of columns (国办公开办函〔2019〕60号 and 〔2021〕30号, 表三 and 表四)."""


def _cell(row: int, sides: tuple[float, float], text: str, place: Place) -> RawCell:
    x0, x1 = sides
    return RawCell(row, row + 1, x0, x1, text, place._replace(x0=round(x0, 2), x1=round(x1, 2)))


def nearest(columns: list[Span], x: float) -> int:
    """The column whose middle is nearest to ``x``."""
    return min(range(len(columns)), key=lambda at: abs(sum(columns[at]) / 2 - x))


def _is_shared(piece: Segment, columns: list[Span]) -> bool:
    return (bare(piece.text), len(columns)) in _SHARED


def _is_title(line: Line) -> bool:
    return len(line.segments) == 1 and bare(line.text).startswith("第二十条第")


def _last_begun(columns: list[Span], x: float) -> int:
    """The last column that begins left of ``x``: where figures and names stand at the left of their cells."""
    return max((at for at, (x0, _) in enumerate(columns) if x0 <= x), default=0)


Finder = Callable[[list[Span], float], int]


def _names(lines: list[Line], columns: list[Span], start: float, column: Finder) -> dict[int, str]:
    """What stands over each column, -1 for the labels: character by character, because narrow columns adjoin."""
    names: dict[int, str] = defaultdict(str)
    for line in lines:
        for piece in line.segments:
            if _is_shared(piece, columns):
                continue
            for char, x in zip(piece.text, piece.steps, strict=True):
                names[-1 if x < start else column(columns, x)] += char
    return {at: name.replace(" ", "") for at, name in names.items()}


def _understood(names: dict[int, str], columns: list[Span]) -> bool:
    """Whether every column has a name of the statutory tables."""
    return all(bare(names.get(at, "")) in labels() for at in range(len(columns)))


def head_cells(lines: list[Line], columns: list[Span], xs: list[float]) -> tuple[list[RawCell], int]:
    """The cells of the head and the number of lines it takes, of the lines before the first row.

    Value columns begin at ``xs[2]``. Of the lines the most are taken that give each column a statutory name.
    """
    for count in range(len(lines), 0, -1):
        taken = lines[len(lines) - count :]
        for column in (nearest, _last_begun):
            names = _names([line for line in taken if not _is_title(line)], columns, xs[2], column)
            if _understood(names, columns):
                return _cells(taken, names, columns, xs), count
    titles = [line for line in lines[-1:] if _is_title(line)]
    return _cells(titles, {}, columns, xs), len(titles)


def _cells(lines: list[Line], names: dict[int, str], columns: list[Span], xs: list[float]) -> list[RawCell]:
    cells: list[RawCell] = []
    row = 0
    for line in lines:
        shared = [piece for piece in line.segments if _is_shared(piece, columns)]
        for piece in shared:
            at, end = _SHARED[bare(piece.text), len(columns)]
            cells.append(_cell(row, (xs[2 + at], xs[2 + end]), piece.text, line.place))
        if _is_title(line):
            cells.append(_cell(row, (xs[0], xs[-1]), line.text, line.place))
        row += bool(shared) or _is_title(line)
    box = union([line.place for line in lines]) if lines else None
    for at, name in sorted(names.items()):
        if box:
            cells.append(_cell(row, (xs[0], xs[2]) if at < 0 else (xs[2 + at], xs[3 + at]), name, box))
    return cells
