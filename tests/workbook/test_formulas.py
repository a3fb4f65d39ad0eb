from __future__ import annotations

import io
import shutil
import subprocess
from pathlib import Path

import pytest
from openpyxl import load_workbook

from assistant.drafting.fields import name_of
from assistant.drafting.forms import request_rows
from assistant.workbook.formulas import allowed, total
from assistant.workbook.plan import FIRST, sheets
from assistant.workbook.reading import read_workbook
from assistant.workbook.writing import workbook
from index.indicators import APPLICANTS

TOWN = "青川县柳浦镇人民政府"
NEW = {f"requests_new|{column}": str(n) for n, column in enumerate(APPLICANTS[:-1])}


def _cell(name: str, year: int) -> tuple[str, str]:
    """The sheet and the cell of a field."""
    place = next((s.title, p) for s in sheets(year) for p in s.places if p.name == name)
    return place[0], f"{chr(ord('A') + place[1].column)}{FIRST + 1 + place[1].row}"


def _formula(name: str, year: int, texts: dict[str, str]) -> object:
    sheet, cell = _cell(name, year)
    return load_workbook(io.BytesIO(workbook(TOWN, year, texts)))[sheet][cell].value


def test_a_total_adds_up_once_all_its_parts_are_numbers() -> None:
    assert _formula("requests_new|总计", 2023, {}) == '=IF(COUNT(D6:I6)=6,SUM(D6:I6),"")'


def test_a_total_that_is_given_stays_as_it_is_given() -> None:
    assert _formula("requests_new|总计", 2023, {"requests_new|总计": "5"}) == 5


def test_parts_that_do_not_stand_side_by_side_are_named_one_by_one() -> None:
    formula = str(_formula("replied|统计数", 2016, {}))
    assert formula.startswith("=IF(COUNT(C")
    assert ":" not in formula


@pytest.mark.parametrize("year", [2020, 2023])
def test_every_row_of_requests_has_its_total(year: int) -> None:
    at = {f"{row}|{column}": f"{column}{row}" for row in request_rows(year) for column in APPLICANTS}
    assert not total("requests_new|自然人", year, at)
    cells = {p.name: "A1" for s in sheets(year) for p in s.places}
    assert all(total(name_of((row, "总计")), year, cells) for row in request_rows(year))


@pytest.mark.parametrize(
    ("name", "year", "rule"),
    [
        ("requests_new|自然人", 2023, 'OR(AND(ISNUMBER(B5),B5>=0,B5=INT(B5)),B5="/")'),
        ("charges|本年收费金额（单位：万元）", 2023, 'OR(AND(ISNUMBER(B5),B5>=0),B5="/")'),
    ],
)
def test_a_cell_takes_a_figure_or_a_stroke(name: str, year: int, rule: str) -> None:
    found = allowed(name, year, "B5")
    assert found
    assert found.formula1 == rule


def test_a_change_may_be_negative_and_a_point_may_be_anything() -> None:
    change = allowed("permits|本年增/减", 2019, "B5")
    assert change
    assert ">=0" not in change.formula1
    assert allowed("points|problems", 2023, "B5") is None


def _converted(file: Path, kind: str, folder: Path) -> Path:
    office = shutil.which("soffice")
    if not office:
        pytest.skip("LibreOffice is not installed")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [office, "--headless", profile, "--convert-to", kind, "--outdir", str(folder), str(file)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)  # noqa: S603 - our own command
    made = folder / f"{file.stem}.{kind.split(':', maxsplit=1)[0]}"
    if not made.exists():
        pytest.skip("LibreOffice Calc is not installed")
    return made


@pytest.mark.slow
def test_the_form_goes_through_a_spreadsheet_program_and_comes_back_added_up(tmp_path: Path) -> None:
    texts = {**NEW, "review|结果维持": "/", "points|problems": "解读偏少\n更新不及时", "signed": "2024-01-20"}
    file = tmp_path / "填报表.xlsx"
    file.write_bytes(workbook(TOWN, 2023, texts, {"requests_new|自然人": "取自上年报告"}))
    written = load_workbook(file)
    (tmp_path / "back").mkdir()
    back = _converted(_converted(file, "ods", tmp_path), "xlsx:Calc MS Excel 2007 XML", tmp_path / "back")
    filled = read_workbook(back.read_bytes(), back.name, 2023)
    assert filled.texts == {**texts, "requests_new|总计": "15"}
    assert (filled.issuer, filled.faults) == (TOWN, ())
    again = load_workbook(back)
    for sheet in written:
        other = again[sheet.title]
        assert other.protection.sheet
        assert len(_rules(other)) == len(_rules(sheet))
        for cell in (one for row in sheet.iter_rows() for one in row if type(one).__name__ == "Cell"):
            found = other[cell.coordinate]
            assert (found.protection.locked, bool(found.comment)) == (
                cell.protection.locked,
                bool(cell.comment),
            )
            assert cell.data_type != "f" or found.value == cell.value


def _rules(sheet: object) -> list[object]:
    """The ranges for which there is a rule on what may be typed."""
    return [span for rule in sheet.data_validations.dataValidation for span in rule.sqref.ranges]  # type: ignore[attr-defined]
