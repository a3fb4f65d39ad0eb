"""The form as a spreadsheet: what is filled in comes back, wherever rows and sheets were moved to; faults name the cell."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell

from assistant.cli import main
from assistant.drafting.fields import CONTACT, POINTS, SIGNED, cells, places
from assistant.workbook.plan import sheets
from assistant.workbook.reading import read_workbook
from assistant.workbook.writing import workbook
from index.errors import DocumentError

TOWN = "云岭县松溪镇人民政府"
YEARS = [2012, 2016, 2020, 2023]


def typed(year: int) -> dict[str, str]:
    """Another figure in every field, points of two lines."""
    found = {name: str(at) for at, name in enumerate(cells(year), 1)}
    found |= {f"{POINTS}{place}": f"{title}一条\n第二条" for place, title in places(year)}
    return found | {f"{CONTACT}phone": "0599-7654321", SIGNED: f"{year + 1}-01-20"}


def changed(data: bytes, change: Callable[[Any], object]) -> bytes:
    book = load_workbook(io.BytesIO(data))
    change(book)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize("year", YEARS)
def test_what_is_filled_in_comes_back(year: int) -> None:
    filled = read_workbook(workbook(TOWN, year, typed(year)), "表.xlsx")
    assert (filled.issuer, filled.year, filled.faults) == (TOWN, year, ())
    assert filled.texts == typed(year)


@pytest.mark.parametrize("year", YEARS)
def test_every_field_has_a_cell_that_can_be_written_and_no_label_has(year: int) -> None:
    book = load_workbook(io.BytesIO(workbook(TOWN, year)))
    names = [place.name for sheet in sheets(year) for place in sheet.places]
    assert set(cells(year)) <= set(names)
    open_cells = [
        cell
        for page in book
        for row in page.iter_rows()
        for cell in row
        if isinstance(cell, Cell) and not cell.protection.locked
    ]
    assert len(open_cells) == len(names)
    assert all(page.protection.sheet for page in book)


def test_blank_stays_blank_and_zero_zero() -> None:
    assert read_workbook(workbook(TOWN, 2023, {"review|总计": "0"}), "表.xlsx").texts == {"review|总计": "0"}


def test_a_row_put_in_and_a_sheet_renamed_do_no_harm() -> None:
    def move(book: Any) -> None:
        book["依申请公开"].title = "表三"
        book["主动公开"].insert_rows(1, 2)

    given = {"charges|本年收费金额（单位：万元）": "3", "requests_new|总计": "4"}
    assert read_workbook(changed(workbook(TOWN, 2023, given), move), "表.xlsx", 2023).texts == given


def test_a_cell_that_cannot_be_used_is_named_with_its_sheet_and_kept() -> None:
    def spoil(book: Any) -> None:
        book["依申请公开"]["D6"] = "三件"
        book["复议诉讼"]["A6"] = 2.5

    filled = read_workbook(changed(workbook(TOWN, 2023), spoil), "表.xlsx")
    assert filled.faults == (
        "“依申请公开”表 D6 格：应是数字（不带单位和约数），现在是“三件”",
        "“复议诉讼”表 A6 格：件数等应是整数，现在是 2.5",
    )
    assert filled.texts["requests_new|自然人"] == "三件"


def test_a_row_that_is_gone_is_named() -> None:
    data = changed(workbook(TOWN, 2023), lambda book: book["主动公开"].delete_rows(9))
    assert any("“主动公开”表：找不到“行政许可”一行" in one for one in read_workbook(data, "表.xlsx").faults)


def test_a_text_that_looks_like_a_formula_is_written_as_text() -> None:
    book = load_workbook(io.BytesIO(workbook(TOWN, 2023, {f"{POINTS}platform": '=HYPERLINK("http://a")'})))
    formulas = [c.value for page in book for row in page.iter_rows() for c in row if c.data_type == "f"]
    assert formulas
    assert all(formula.startswith("=IF(COUNT(") for formula in formulas)


def test_where_a_figure_was_taken_from_is_in_the_cells_comment() -> None:
    name = "requests_carried_in|自然人"
    book = load_workbook(io.BytesIO(workbook(TOWN, 2023, {name: "2"}, {name: "2022年报告"})))
    notes = [cell.comment.text for row in book["依申请公开"].iter_rows() for cell in row if cell.comment]
    assert notes == ["2022年报告"]


def _empty() -> bytes:
    out = io.BytesIO()
    Workbook().save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "year", "told"),
    [
        (b"PK nothing", 2023, "打不开这个电子表格"),
        (b"", 2023, "文件是空的"),
        (_empty(), 2023, "这不是填报表"),
        (workbook(TOWN, 2020), 2023, "这是2020年度的填报表，不是2023年度的"),
    ],
)
def test_what_is_no_form_of_the_year_is_refused_with_the_reason(data: bytes, year: int, told: str) -> None:
    with pytest.raises(DocumentError) as refused:
        read_workbook(data, "表.xlsx", year)
    assert told in refused.value.message


def test_the_command_writes_the_form_and_drafts_from_it(tmp_path: Path) -> None:
    spec = tmp_path / "SPEC.json"
    spec.write_text(json.dumps({"issuer": TOWN, "year": 2023, "figures": {"disclosed": 5}}), encoding="utf-8")
    assert main(["draft", str(spec), "--out", str(tmp_path / "表.xlsx")]) == 0
    spec.write_text(json.dumps({"issuer": TOWN, "year": 2023, "figures": "表.xlsx"}), encoding="utf-8")
    assert main(["draft", str(spec), "--out", str(tmp_path / "草稿.md")]) == 0
    assert "我镇主动公开政府信息5条" in (tmp_path / "草稿.md").read_text(encoding="utf-8")
