"""Sample reports as PDF, laid out like official documents: A4, title in the middle, page numbers "- 1 -"."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, PageBreak, Paragraph, SimpleDocTemplate, Spacer, Table

from index.samples.cells import Cell, Rows, placed
from index.samples.source import PAGE_BREAK, TABLES, Line, Source
from index.samples.statutory import table

_FONT = "STSong-Light"
_SPLIT_AFTER = 14
"""Rows of 表三 before the page ends, in style ``split``: the page cuts （三）不予公开 in two."""
_WIDTHS = {4: (150, 90, 90, 90), 10: (24, 62, 118, 34, 34, 34, 34, 34, 34, 34), 15: (28,) * 15}


def pdf(source: Source) -> bytes:
    """The document; style ``running`` adds a running head, ``split`` a table that goes over the page."""
    pdfmetrics.registerFont(UnicodeCIDFont(_FONT))
    head = f"{source.title[0]}政府信息公开工作年度报告（{source.year}）" if source.style == "running" else ""
    buffer = io.BytesIO()
    margins = {"leftMargin": 79, "rightMargin": 74, "topMargin": 90, "bottomMargin": 85}
    document = SimpleDocTemplate(buffer, pagesize=A4, invariant=1, title=source.title[0], **margins)
    story = [_paragraph(part, "title") for part in source.title] + [Spacer(1, 16)]
    for line in source.lines:
        story += _flowables(line, source)
    story += [_paragraph(part, "right") for part in (source.signature, source.dateline)]
    document.build(story, onFirstPage=_furniture(head), onLaterPages=_furniture(head))
    return buffer.getvalue()


def _furniture(head: str) -> Callable[[Canvas, SimpleDocTemplate], None]:
    def draw(canvas: Canvas, document: SimpleDocTemplate) -> None:
        canvas.setFont(_FONT, 12)
        canvas.drawCentredString(297, 50, f"- {document.page} -")
        if head:
            canvas.setFont(_FONT, 9)
            canvas.drawCentredString(297, 790, head)
            canvas.line(79, 784, 521, 784)

    return draw


def _paragraph(text: str, kind: str) -> Paragraph:

    styles: dict[str, dict[str, float]] = {
        "title": {"fontSize": 20, "leading": 30, "alignment": 1},
        "right": {"fontSize": 15, "leading": 27, "alignment": 2, "rightIndent": 30},
        "note": {"fontSize": 15, "leading": 27},
        "heading": {"fontSize": 15.5, "leading": 28, "firstLineIndent": 31, "spaceBefore": 2},
    }
    fallback = {"fontSize": 15, "leading": 27, "firstLineIndent": 30, "alignment": 4}
    style = ParagraphStyle(kind, fontName=_FONT, wordWrap="CJK", **styles.get(kind, fallback))
    return Paragraph(text, style)


def _flowables(line: Line, source: Source) -> list[Flowable]:

    if line.kind not in TABLES:
        return [_paragraph(line.text.replace(PAGE_BREAK, ""), line.kind)]
    rows = table(line.kind, source.year, source.tables[line.kind])
    if line.kind == "requests" and source.style == "split":
        first, second = _split(rows, _SPLIT_AFTER)
        return [_grid(first), PageBreak(), _grid(second), Spacer(1, 10)]
    return [_grid(rows), Spacer(1, 10)]


def _split(rows: Rows, at: int) -> tuple[Rows, Rows]:
    """The rows before and from ``at`` on; a merged cell that is cut goes on without its text."""
    first, second = [list(row) for row in rows[:at]], [list(row) for row in rows[at:]]
    carried: list[Cell] = []
    for r, row in enumerate(first):
        for i, cell in enumerate(row):
            if r + cell.rows > at:
                carried.append(replace(cell, text="", rows=r + cell.rows - at))
                row[i] = replace(cell, rows=at - r)
    second[0] = [*carried, *second[0]]
    return first, second


def _grid(rows: Rows) -> Table:

    width = sum(cell.columns for cell in rows[0])
    values: list[list[Any]] = [[""] * width for _ in rows]
    style: list[tuple[Any, ...]] = [
        ("GRID", (0, 0), (-1, -1), 0.5, "black"),
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
    ]
    style += [
        (side, (0, 0), (-1, -1), 2) for side in ("LEFTPADDING", "RIGHTPADDING", "TOPPADDING", "BOTTOMPADDING")
    ]
    for r, c, cell in placed(rows):
        values[r][c] = _cell(
            cell, centred=cell.rows > 1 or cell.columns > 1 or bool(cell.indicator) or width == 15
        )
        if cell.rows > 1 or cell.columns > 1:
            style.append(("SPAN", (c, r), (c + cell.columns - 1, r + cell.rows - 1)))
    return Table(values, colWidths=_WIDTHS[width], style=style)


def _cell(cell: Cell, *, centred: bool) -> Paragraph:

    style = ParagraphStyle(
        "cell", fontName=_FONT, fontSize=9, leading=11.5, wordWrap="CJK", alignment=1 if centred else 0
    )
    return Paragraph(cell.text, style)
