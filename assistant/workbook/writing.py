"""The spreadsheet of a year's form: one sheet a table, labels protected, fields open."""

from __future__ import annotations

import io
import math
from collections.abc import Mapping, Sequence
from typing import Any

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from assistant.workbook.formulas import allowed, total
from assistant.workbook.plan import FIRST, ISSUER, YEAR, Sheet, sheets

_LINE = Side(style="thin", color="808080")
_BORDER = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_LABEL = PatternFill("solid", fgColor="EEF1F4")
_TAKEN = PatternFill("solid", fgColor="E9F0F9")
_WIDTHS = {10: (9, 14, 44, 9, 10, 10, 14, 14, 9, 9), 15: (9.5,) * 15}
_CHARACTER = 2.0
"""Units of a column's width that a Chinese character of a label takes."""
_LINE_HEIGHT = 14.0
"""Points of a label's line."""
_INSTRUCTIONS = (
    "各表是法定的表样，灰底的格子受保护，不能改；白底的格子填数，只写数字，不带单位。",
    "没有发生的填0，不适用的填/。空白不等于零：空着的格子在草稿里标【待填】，或按勾稽关系算出。",
    "各分项填齐以后，总计自动算出；可以直接改成另外的数，上传后会提示对不上。",
    "淡蓝底的格子取自上年报告，批注里写明出处，请核对。",
    '填好后在“年报起草”网页上传，或写进 SPEC.json："figures": "这个文件名"。',
)


def workbook(
    issuer: str, year: int, texts: Mapping[str, str] | None = None, notes: Mapping[str, str] | None = None
) -> bytes:
    """An .xlsx with what is known already; ``notes`` says by field where a figure was taken from."""
    given = {**(texts or {}), ISSUER: issuer, YEAR: str(year)}
    book = Workbook()
    book.remove(book.worksheets[0])
    for sheet in sheets(year):
        written = book.create_sheet(sheet.title)
        _write(written, sheet, given, notes or {})
        _calculate(written, sheet, year)
    _instruct(book.worksheets[0])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _write(written: Worksheet, sheet: Sheet, given: Mapping[str, str], notes: Mapping[str, str]) -> None:
    written.cell(1, 1, sheet.heading).font = Font(name="宋体", size=14, bold=True)
    written.cell(2, 1, sheet.hint).font = Font(name="宋体", size=10, color="566171")
    names = {(place.row, place.column): place.name for place in sheet.places}
    for row, column, cell in sheet.printed.placed():
        first = FIRST + 1 + row, column + 1
        last = first[0] + cell.rows - 1, first[1] + cell.columns - 1
        for at in ((r, c) for r in range(first[0], last[0] + 1) for c in range(first[1], last[1] + 1)):
            written.cell(*at).border = _BORDER
        if first != last:
            written.merge_cells(
                start_row=first[0], start_column=first[1], end_row=last[0], end_column=last[1]
            )
        name = names.get((row, column), "")
        if name:
            _field(written.cell(*first), given.get(name, ""), notes.get(name, ""), long=name in sheet.long)
        else:
            _label(written.cell(*first), cell.text, left=cell.left, depth=cell.depth)
    _lay_out(written, sheet)


def _calculate(written: Worksheet, sheet: Sheet, year: int) -> None:
    """Totals that are not given add up by themselves; what a cell does not take is refused as it is typed."""
    at = {p.name: f"{get_column_letter(p.column + 1)}{FIRST + 1 + p.row}" for p in sheet.places}
    for name, cell in at.items():
        if written[cell].value is None and (formula := total(name, year, at)):
            written[cell].value = formula
        if rule := allowed(name, year, cell):
            written.add_data_validation(rule)


def _field(cell: Any, text: str, note: str, *, long: bool) -> None:  # noqa: ANN401 - openpyxl's cells are untyped
    """An open cell: a number where it is one, so that the spreadsheet adds it up; never a formula."""
    cell.value = int(text) if text.isdecimal() and not long else text or None
    if isinstance(cell.value, str):
        cell.data_type = "s"
    cell.protection = Protection(locked=False)
    cell.font = Font(name="宋体", size=11)
    cell.alignment = Alignment(
        horizontal="left" if long else "right", vertical="top" if long else "center", wrap_text=long
    )
    if note:
        cell.fill, cell.comment = _TAKEN, Comment(note, "年报起草")


def _label(cell: Any, text: str, *, left: bool, depth: int) -> None:  # noqa: ANN401 - as above
    cell.value, cell.fill = text, _LABEL
    cell.font = Font(name="宋体", size=10)
    cell.alignment = Alignment(
        horizontal="left" if left else "center", vertical="center", wrap_text=True, indent=depth
    )


def _lay_out(written: Worksheet, sheet: Sheet) -> None:
    """Widths that show the labels, the head in view, cells that can be gone through by key; protected without password."""
    widths = _WIDTHS.get(len(sheet.printed.widths)) or _plain_widths(sheet)
    for at, width in enumerate(widths, 1):
        written.column_dimensions[get_column_letter(at)].width = width
    for row, height in _heights(sheet, widths).items():
        written.row_dimensions[FIRST + 1 + row].height = height
    if sheet.title == "要点":
        for place in sheet.places:
            written.row_dimensions[FIRST + 1 + place.row].height = 60
    if 0 < sheet.printed.head < len(sheet.printed.rows):
        written.freeze_panes = written.cell(FIRST + sheet.printed.head + 1, 1)
        written.print_title_rows = f"{FIRST + 1}:{FIRST + sheet.printed.head}"
    written.page_setup.orientation = "landscape" if len(widths) > 4 else "portrait"
    written.page_setup.paperSize = Worksheet.PAPERSIZE_A4
    written.page_setup.fitToHeight = 0
    written.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    written.protection.sheet = True
    written.protection.formatColumns = written.protection.formatRows = False


def _heights(sheet: Sheet, widths: Sequence[float]) -> dict[int, float]:
    """Points for the rows whose labels take more than a line: a spreadsheet does not work this out for merged cells."""
    found: dict[int, float] = {}
    for row, column, cell in sheet.printed.placed():
        width = sum(widths[column : column + cell.columns]) - _CHARACTER * (cell.depth + 1)
        lines = math.ceil(len(cell.text) * _CHARACTER / width)
        if lines > 1 and cell.rows == 1 and cell.key is None:
            found[row] = max(found.get(row, 0.0), lines * _LINE_HEIGHT + 2)
    return found


def _plain_widths(sheet: Sheet) -> tuple[float, ...]:
    if len(sheet.printed.widths) == 4:
        return (28, 20, 20, 20)
    return (58, 10, 14) if sheet.title == "统计表" else (34, 14, 80 if sheet.long else 16)


def _instruct(written: Worksheet) -> None:
    """How to fill the form in, below body and year."""
    for at, line in enumerate(_INSTRUCTIONS, written.max_row + 2):
        written.merge_cells(start_row=at, start_column=1, end_row=at, end_column=3)
        cell = written.cell(at, 1, line)
        cell.font, cell.alignment = Font(name="宋体", size=11), Alignment(wrap_text=True, vertical="top")
        written.row_dimensions[at].height = 32
