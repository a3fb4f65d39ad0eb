"""Sources: the quote is marked where it stands, be it split, in a table, or gone."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st
from pages import EVIL, HEADER, ROW, report, section, table

from assistant.page.grid import rows
from assistant.page.request import Pointed
from assistant.page.source import marked, spans
from assistant.page.templates import render
from index.schema import Block, Grid, GridCell, Place, Report, Section


def shown(given_report: Report, at: Pointed) -> BeautifulSoup:
    part = marked(given_report.sections[0], 0, at)
    return BeautifulSoup(
        render("source", report=given_report, part=part, at=at, format="文本"), "html.parser"
    )


def marks(soup: BeautifulSoup) -> list[str]:
    return [mark.text for mark in soup.select("mark")]


def test_a_quote_is_marked_although_layout_spaced_it_out() -> None:
    soup = shown(
        report(section("一、总体情况", "全年收到申请 5 件， 均已办结。")),
        Pointed("", quote="收到申请5件,均已"),
    )
    assert marks(soup) == ["收到申请 5 件， 均已"]


def test_a_quote_over_two_paragraphs_is_marked_in_both() -> None:
    soup = shown(
        report(section("一、总体情况", "全年收到申请", "5件。其他不变。")), Pointed("", quote="收到申请5件。")
    )
    assert marks(soup) == ["收到申请", "5件。"]


def test_a_quote_that_is_not_there_is_said_to_be_missing() -> None:
    soup = shown(report(section("一、总体情况", "没有。")), Pointed("", quote="收到申请5件"))
    assert not marks(soup)
    assert "没有在这一节里找到" in soup.text


def test_markup_of_a_report_stays_text() -> None:
    soup = shown(report(section(f"一、{EVIL}", EVIL, table((EVIL, "1")))), Pointed("", quote="alert(1)"))
    assert not soup.select("script, img, a, [onerror], [src], [href]")
    assert marks(soup) == ["alert(1)"]


@pytest.mark.parametrize("column", HEADER)
def test_the_cited_cell_of_the_requests_table_is_marked_by_its_column(column: str) -> None:
    numbers = ("1", "2", "3", "4", "5", "6", "21")
    block = table((ROW, *numbers))
    soup = shown(
        report(section("三、", block)),
        Pointed("", quote=f"{ROW} {' '.join(numbers)}", row=ROW, column=column),
    )
    assert marks(soup) == [numbers[HEADER.index(column)]]
    assert [cell.text for cell in soup.select("tr.hit td")] == [ROW, *numbers]


def test_the_cited_cell_stands_below_its_header_where_the_form_has_no_fixed_columns() -> None:
    block = table(("信息内容", "本年制发件数", "现行有效件数"), ("规章", "0", "0"), ("规范性文件", "3", "7"))
    at = Pointed("", quote="规范性文件 3 7", row="规范性文件", column="现行有效件数")
    assert marks(shown(report(section("二、", block)), at)) == ["7"]


def test_of_three_blocks_of_outcomes_the_one_of_the_row_is_marked() -> None:
    cells = tuple(str(number) for number in range(15))
    at = Pointed("", quote=" ".join(cells), row="复议后起诉", column="总计")
    assert marks(shown(report(section("四、", table(cells))), at)) == ["14"]


def test_of_rows_that_read_the_same_the_one_in_the_table_goes_before_a_sentence() -> None:
    block = table(("行政许可", "0"))
    found = spans(
        section("二、", "行政许可 0", block), Pointed("", quote="行政许可 0", row="行政许可", column="x")
    )
    assert list(found) == [2]


def test_a_column_that_cannot_be_told_marks_the_row_alone() -> None:
    at = Pointed("", quote="规章 0", row="规章", column="本年新制作数量")
    soup = shown(report(section("二、", table(("规章", "0")))), at)
    assert not marks(soup)
    assert soup.select("tr.hit")


def test_a_box_on_the_page_tells_the_cell() -> None:
    box = Place(3, 1.0, 2.0, 3.0, 4.0)
    printed = Grid(((GridCell("a"), GridCell("b", place=box)),), ("a b",))
    (row,) = rows(printed, {0}, Pointed("", boxes=((3.0, 1.0, 2.0, 3.0, 4.0),)))
    assert [cell.hit for cell in row.cells] == [False, True]


@given(st.lists(st.text("甲乙丙1， ", min_size=1), min_size=1, max_size=5), st.data())
def test_a_run_of_a_sections_text_is_always_found(texts: list[str], data: st.DataObject) -> None:
    whole = "".join(texts)
    start = data.draw(st.integers(0, len(whole) - 1))
    quote = whole[start : data.draw(st.integers(start + 1, len(whole)))]
    held = Section((), tuple(Block(text) for text in texts))
    found = spans(held, Pointed("", quote=quote))
    assert found or not quote.strip()
