"""Sample reports as Word documents, with the merged cells of the official form."""

from __future__ import annotations

import datetime as dt
import io
import zipfile

from docx import Document
from docx.document import Document as Word
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph

from index.samples.cells import Rows, placed
from index.samples.source import PAGE_BREAK, TABLES, Line, Source
from index.samples.statutory import table

_STAMP = dt.datetime(2024, 1, 1, tzinfo=dt.UTC)


def word(source: Source) -> bytes:
    """A ``.docx``; with style ``headings`` the headings carry Word's heading styles, else they are bold paragraphs."""
    document = Document()
    _font(document)
    for title in source.title:
        _paragraph(document, title, size=22, bold=True).alignment = WD_ALIGN_PARAGRAPH.CENTER
    for line in source.lines:
        _add(document, line, source)
    for part in (source.signature, source.dateline):
        _paragraph(document, part).alignment = WD_ALIGN_PARAGRAPH.RIGHT
    properties = document.core_properties
    properties.title, properties.author, properties.created, properties.modified = (
        "",
        source.issuer,
        _STAMP,
        _STAMP,
    )
    buffer = io.BytesIO()
    document.save(buffer)
    return _with_fixed_times(buffer.getvalue())


def _font(document: Word) -> None:

    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "仿宋_GB2312", Pt(14)
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), "仿宋_GB2312")
    page = document.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = Cm(2.7)


def _paragraph(
    document: Word, text: str, *, size: int = 14, bold: bool = False, style: str | None = None
) -> Paragraph:

    paragraph = document.add_paragraph(style=style)
    run = paragraph.add_run(text)
    run.bold, run.font.size = bold or None, Pt(size)
    return paragraph


def _add(document: Word, line: Line, source: Source) -> None:

    if line.kind in TABLES:
        _table(document, table(line.kind, source.year, source.tables[line.kind]))
        return
    heading = line.kind in {"heading", "subheading"}
    style = (
        f"Heading {1 if line.kind == 'heading' else 2}" if heading and source.style == "headings" else None
    )
    paragraph = _paragraph(document, line.text.replace(PAGE_BREAK, ""), bold=heading, style=style)
    if style is None:
        paragraph.paragraph_format.first_line_indent = Pt(28)


def _table(document: Word, rows: Rows) -> None:

    grid = document.add_table(rows=len(rows), cols=sum(cell.columns for cell in rows[0]), style="Table Grid")
    for r, c, cell in placed(rows):
        target = grid.cell(r, c)
        if cell.rows > 1 or cell.columns > 1:
            target = target.merge(grid.cell(r + cell.rows - 1, c + cell.columns - 1))
        paragraph = target.paragraphs[0]
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.add_run(cell.text).font.size = Pt(9)


def _with_fixed_times(archive: bytes) -> bytes:
    """The same archive with one time for every member, so that making it again gives the same bytes."""
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(archive)) as old,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for member in old.infolist():
            entry = zipfile.ZipInfo(member.filename, _STAMP.timetuple()[:6])
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o600 << 16
            new.writestr(entry, old.read(member))
    return buffer.getvalue()
