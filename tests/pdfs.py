"""Small PDFs for the tests: official text set on a grid of characters, tables ruled cell by cell."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

FONT = "STSong-Light"
LEFT, TOP = 80.0, 100.0
SIZE, LEADING, PER_LINE = 16.0, 28.0, 27

Draw = Callable[[Canvas], Any]
Cell = tuple[int, int, int, int, str]
"""Row, row after the last, column, column after the last, text; a line feed in the text begins a line."""


def pdf(*pages: Draw, size: tuple[float, float] = A4, lock: str = "") -> bytes:
    """A file with these pages; each draws on a canvas whose y axis points up."""
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=size, encrypt=lock or None)
    for draw in pages:
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def put(canvas: Canvas, text: str, x: float, top: float, size: float = SIZE) -> None:
    """One line of text, its top edge at ``top`` points from the top of the page."""
    canvas.setFont(FONT, size)
    canvas.drawString(x, canvas._pagesize[1] - top - 0.88 * size, text)  # noqa: SLF001


def middle(canvas: Canvas, text: str, top: float, size: float = 22.0) -> None:
    """A centred line."""
    canvas.setFont(FONT, size)
    width = canvas.stringWidth(text, FONT, size)
    put(canvas, text, (canvas._pagesize[0] - width) / 2, top, size)  # noqa: SLF001


def set_lines(paragraphs: Iterable[str], per_line: int = PER_LINE) -> list[str]:
    """Paragraphs broken to lines of so many characters' width, each first line indented by two full-width spaces.

    Figures and Latin words are not broken, as in every word processor.
    """
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    lines = []
    for paragraph in paragraphs:
        line = "\u3000\u3000"
        for piece in re.findall(r"[\x21-\x7e]+|.", paragraph):
            if pdfmetrics.stringWidth(line + piece, FONT, SIZE) > per_line * SIZE + 0.1:
                lines.append(line)
                line = ""
            line += piece
        lines.append(line)
    return lines


def put_lines(
    canvas: Canvas, lines: Sequence[str], top: float = TOP, left: float = LEFT, leading: float = LEADING
) -> float:
    """Lines one below the other, full-width spaces at the start as an indent; gives the top of the next."""
    for line in lines:
        text = line.lstrip("\u3000")
        put(canvas, text, left + SIZE * (len(line) - len(text)), top)
        top += leading
    return top


def rule_cells(
    canvas: Canvas, xs: Sequence[float], ys: Sequence[float], cells: Iterable[Cell], size: float = 9.0
) -> None:
    """A table: the outline of each cell, its lines of text from the middle of its height, ``ys`` from the top."""
    height = canvas._pagesize[1]  # noqa: SLF001
    for row, row_end, column, column_end, text in cells:
        x0, x1, top, bottom = xs[column], xs[column_end], ys[row], ys[row_end]
        canvas.setLineWidth(0.5)
        canvas.rect(x0, height - bottom, x1 - x0, bottom - top)
        lines = text.split("\n")
        start = (top + bottom) / 2 - len(lines) * size * 1.2 / 2
        for number, line in enumerate(lines):
            put(canvas, line, x0 + 3, start + number * size * 1.2, size)


def steps(start: float, *sizes: float) -> list[float]:
    """Running coordinates: the start and the ends of spans of these sizes."""
    found = [start]
    for size in sizes:
        found.append(found[-1] + size)
    return found


REQUEST_COLUMNS = steps(60.0, 24, 66, 150, 34, 34, 34, 34, 34, 34, 34)
"""The columns of 表三: three for the labels, seven for the figures."""


def request_head(row: int = 0) -> list[Cell]:
    """The head of 表三, three rows from ``row`` on."""
    names = ["商业\n企业", "科研\n机构", "社会公\n益组织", "法律服\n务机构", "其他"]
    return [
        (row, row + 3, 0, 3, "（本列数据的勾稽关系为：第一项加第二项之和，\n等于第三项加第四项之和）"),
        (row, row + 1, 3, 10, "申请人情况"),
        (row + 1, row + 3, 3, 4, "自然人"),
        (row + 1, row + 2, 4, 9, "法人或其他组织"),
        (row + 1, row + 3, 9, 10, "总计"),
        *((row + 2, row + 3, 4 + at, 5 + at, name) for at, name in enumerate(names)),
    ]


def figures(row: int, *values: object) -> list[Cell]:
    """The seven value cells of a row of 表三."""
    return [(row, row + 1, 3 + at, 4 + at, str(value)) for at, value in enumerate(values)]
