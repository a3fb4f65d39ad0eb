"""The statutory tables in Word: merged cells, head rows repeated on every page, rows that are never split."""

from __future__ import annotations

from docx.document import Document as Word
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import Table as WordTable
from docx.table import _Cell

from assistant.drafting.grid import Cell, Table
from assistant.word.layout import CELL, CELL_HEAD, set_face

WIDTH = 156.0
"""Of the text area, in mm."""

_LINE = Pt(14)
_WHOLE = 40  # rows that a page can hold: a shorter table is kept on one
_MARGIN = 40  # twentieths of a point


def add_table(document: Word, shown: Table) -> WordTable:
    """Add a table to the end of the document, as wide as the text."""
    rows, columns = len(shown.rows), len(shown.widths)
    added: WordTable = document.add_table(rows=rows, cols=columns, style="Table Grid")
    added.alignment, added.autofit = WD_TABLE_ALIGNMENT.CENTER, False
    _set_margins(added)
    widths = [Mm(WIDTH * share / sum(shown.widths)) for share in shown.widths]
    for column, width in zip(added.columns, widths, strict=True):
        column.width = width
    grid = [list(row.cells) for row in added.rows]
    for row in grid:
        for cell, width in zip(row, widths, strict=True):
            cell.width = width
    for r, c, cell in shown.placed():
        target = grid[r][c]
        if cell.rows > 1 or cell.columns > 1:
            target = target.merge(grid[r + cell.rows - 1][c + cell.columns - 1])
        _fill(target, cell, head=r < shown.head)
    _set_rows(added, shown.head)
    if rows <= _WHOLE:
        _keep_together(added)
    return added


def _fill(target: _Cell, cell: Cell, *, head: bool) -> None:
    target.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    for extra in target.paragraphs[1:]:
        extra._element.getparent().remove(extra._element)  # noqa: SLF001 - merging leaves empty paragraphs
    paragraph = target.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.LEFT if cell.left else WD_ALIGN_PARAGRAPH.CENTER
    layout = paragraph.paragraph_format
    if cell.depth:
        layout.left_indent = Pt(cell.depth * CELL.size)
    layout.line_spacing_rule, layout.line_spacing = WD_LINE_SPACING.AT_LEAST, _LINE
    set_face(paragraph.add_run(cell.text), CELL_HEAD if head else CELL)


def _set_rows(added: WordTable, head: int) -> None:
    for at, row in enumerate(added.rows):
        properties = row._tr.get_or_add_trPr()  # noqa: SLF001 - python-docx has no access to these
        properties.append(OxmlElement("w:cantSplit"))
        if at < head:
            properties.append(OxmlElement("w:tblHeader"))


def _keep_together(added: WordTable) -> None:
    """Every row on the page of the next; cells that a merged one covers have paragraphs of their own."""
    for row in added.rows[:-1]:
        for properties in (p.get_or_add_pPr() for tc in row._tr.tc_lst for p in tc.p_lst):  # noqa: SLF001 - as above
            properties.keepNext_val = True


def _set_margins(added: WordTable) -> None:
    """Narrow cell margins: seven columns of figures share a page with long labels."""
    margins = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        element = OxmlElement(f"w:{side}")
        element.set(qn("w:w"), str(_MARGIN))
        element.set(qn("w:type"), "dxa")
        margins.append(element)
    added._tbl.tblPr.find(qn("w:tblLook")).addprevious(margins)  # noqa: SLF001 - as above
