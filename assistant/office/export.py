"""The findings with the official's decisions as a CSV file and as a Word document."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import quote

from assistant.office.work import SEVERITIES, VERDICTS, Work

if TYPE_CHECKING:
    from docx.document import Document as Word

HEADER = ("序号", "级别", "类别", "问题", "原文", "位置", "页码", "建议", "依据", "处理", "理由")
_WIDTHS = (10, 12, 18, 52, 62, 32, 12, 46, 46, 16, 32)
"""Millimetres of the columns in proportion; they are fitted to the page."""
_FORMULA = ("=", "+", "-", "@", "\t")
"""What a spreadsheet takes for the beginning of a formula."""


def rows(work: Work) -> Iterator[tuple[str, ...]]:
    """One row for each finding, as ``HEADER`` names the columns; what is not decided is empty."""
    for number, finding in work.numbered:
        decision = work.decisions.get(number)
        yield (
            str(number),
            SEVERITIES[finding.severity],
            finding.category,
            finding.message,
            "\n".join(finding.quotes),
            finding.section,
            str(finding.page or ""),
            finding.suggestion,
            finding.source,
            VERDICTS[decision.verdict] if decision else "",
            decision.reason if decision else "",
        )


def csv_of(work: Work) -> bytes:
    """UTF-8 with BOM, which spreadsheets need; no cell is run as a formula."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(HEADER)
    writer.writerows([_inert(cell) for cell in row] for row in rows(work))
    return out.getvalue().encode("utf-8-sig")


def _inert(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def docx_of(work: Work) -> bytes:
    """A table of the findings on landscape A4, the header repeated on each page."""
    from docx import Document  # noqa: PLC0415 - only for a download
    from docx.shared import Pt  # noqa: PLC0415 - as above

    document = Document()
    _lay_out(document)
    document.add_heading("年报核查意见", level=1)
    for line in _particulars(work):
        document.add_paragraph(line)
    table = document.add_table(rows=1, cols=len(HEADER), style="Table Grid")
    for text, cell in zip(HEADER, table.rows[0].cells, strict=True):
        cell.paragraphs[0].add_run(text).bold = True
    for finding in rows(work):
        for words, cell in zip(finding, table.add_row().cells, strict=True):
            cell.paragraphs[0].add_run(_printable(words))
    for cell in table._cells:  # noqa: SLF001 - row by row takes a time that grows with the square
        cell.paragraphs[0].runs[0].font.size = Pt(8)
    _fit(document)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _particulars(work: Work) -> list[str]:
    counts = "，".join(f"{group.label}{len(group.findings)}处" for group in work.groups)
    lines = [_printable(work.report.title or work.name), f"文件：{_printable(work.name)}"]
    lines += [f"对照：{_printable(work.compared)}"] if work.compared else []
    lines += [f"其中{work.suggested}处为语言模型（AI）生成的语句建议，仅供参考"] if work.suggested else []
    return [*lines, f"共{len(work.checked.findings)}处：{counts}；已处理{len(work.decisions)}处"]


def _lay_out(document: Word) -> None:
    from docx.enum.section import WD_ORIENT  # noqa: PLC0415 - as in docx_of
    from docx.oxml.ns import qn  # noqa: PLC0415 - as in docx_of
    from docx.shared import Mm  # noqa: PLC0415 - as in docx_of

    page = document.sections[0]
    page.orientation, page.page_width, page.page_height = WD_ORIENT.LANDSCAPE, Mm(297), Mm(210)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Mm(15)
    for name in ("Normal", "Heading 1"):
        fonts = document.styles[name].element.get_or_add_rPr().get_or_add_rFonts()
        for key in list(fonts.attrib):
            del fonts.attrib[key]
        for script in ("ascii", "hAnsi", "eastAsia"):
            fonts.set(qn(f"w:{script}"), "宋体")


def _fit(document: Word) -> None:
    """Column widths that fill the page, and a header that comes again on each page."""
    from docx.oxml import OxmlElement  # noqa: PLC0415 - as in docx_of
    from docx.shared import Mm  # noqa: PLC0415 - as in docx_of

    table = document.tables[0]
    table.autofit = False
    for row in table.rows:
        for cell, width in zip(row.cells, _WIDTHS, strict=True):
            cell.width = Mm(267 * width / sum(_WIDTHS))
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001 - python-docx has no name for it


def _printable(text: str) -> str:
    """The text without characters that XML forbids."""
    return "".join(
        char for char in text if char == "\n" or unicodedata.category(char) not in ("Cc", "Cs", "Cn")
    )


def named(work: Work, suffix: str) -> str:
    """The header that names the download of the findings after the report."""
    return disposition("findings", f"{work.name.rsplit('.', 1)[0] or '年报'}核查意见", f".{suffix}")


def disposition(plain: str, name: str, suffix: str) -> str:
    """The header that names a download; ``plain`` is for browsers that take letters only."""
    return f"attachment; filename=\"{plain}{suffix}\"; filename*=UTF-8''{quote(name, safe='')}{suffix}"
