from __future__ import annotations

from pathlib import Path

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from hypothesis import given, settings
from hypothesis import strategies as st
from word_files import W, blocks, body, grid, paragraph, rows, run, saved

from index.errors import DocumentError
from index.load.word import read_docx


def test_headings_bold_and_centring_are_recorded() -> None:
    document = docx.Document()
    document.add_heading("一、总体情况", 2)
    title = document.add_paragraph()
    title.add_run("青禾镇年报").bold = True
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    document.add_paragraph("正文。")
    found = blocks(document)
    assert [(block.text, block.heading, block.bold, block.centered) for block in found[:1]] == [
        ("一、总体情况", 2, True, False)
    ]
    assert (found[1].bold, found[1].centered) == (True, True)
    assert (found[2].heading, found[2].bold, found[2].centered, found[2].order) == (0, False, False, 2)


def test_an_outline_level_makes_a_heading() -> None:
    assert body(paragraph(run("一、总体"), '<w:outlineLvl w:val="0"/>'))[0].heading == 1


def test_insertions_are_kept_and_deletions_and_hidden_text_dropped() -> None:
    inner = (
        run("公开")
        + f'<w:ins w:id="1" w:author="x">{run("126")}</w:ins>'
        + '<w:del w:id="2" w:author="x"><w:r><w:delText>98</w:delText></w:r></w:del>'
        + "<w:r><w:rPr><w:vanish/></w:rPr><w:t>密</w:t></w:r>"
        + run("条。")
    )
    assert body(paragraph(inner))[0].text == "公开126条。"


def test_a_text_box_is_read_once_and_after_its_paragraph() -> None:
    box = f"<w:txbxContent>{paragraph(run('框内文字。'))}</w:txbxContent>"
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    alternate = f"<mc:AlternateContent {mc}><mc:Choice Requires='wps'>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    found = body(paragraph(run("正文。") + f"<w:r>{alternate}</w:r>"))
    assert [block.text for block in found] == ["正文。", "框内文字。"]


def test_a_table_of_contents_is_no_text() -> None:
    contents = (
        f"<w:sdt {W}><w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of Contents'/></w:docPartObj></w:sdtPr>"
        f"<w:sdtContent>{paragraph(run('一、总体情况 1'))}</w:sdtContent></w:sdt>"
    )
    control = f"<w:sdt {W}><w:sdtContent>{paragraph(run('正文。'))}</w:sdtContent></w:sdt>"
    assert [block.text for block in body(contents, control)] == ["正文。"]


def test_headers_and_footers_are_left_out() -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "青禾镇年报"
    document.sections[0].footer.paragraphs[0].text = "— 1 —"
    document.add_paragraph("正文。")
    assert [block.text for block in blocks(document)] == ["正文。"]


def test_soft_breaks_join_a_title_and_divide_paragraphs() -> None:
    document = docx.Document()
    title = document.add_paragraph("青禾镇人民政府")
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    title.add_run().add_break(WD_BREAK.LINE)
    title.add_run("2021年政府信息公开工作年度报告")
    text = document.add_paragraph("一、总体情况")
    text.add_run().add_break(WD_BREAK.LINE)
    text.add_run("全年公开126条。")
    assert [block.text for block in blocks(document)] == [
        "青禾镇人民政府2021年政府信息公开工作年度报告",
        "一、总体情况",
        "全年公开126条。",
    ]


def test_merged_cells_cover_their_neighbours() -> None:
    document = docx.Document()
    table = document.add_table(rows=3, cols=3)
    for at, cell in enumerate(cell for row in table.rows for cell in row.cells):
        cell.text = str(at)
    for cells, text in ((((0, 0), (0, 2)), "项"), (((1, 0), (2, 0)), "结果")):
        merged = table.cell(*cells[0]).merge(table.cell(*cells[1]))
        merged.text = text
    found = blocks(document)[0]
    assert rows(found) == [["项", None, None], ["结果", "4", "5"], [None, "7", "8"]]
    spans = [
        (cell.row_span, cell.col_span)
        for row in grid(found).rows
        for cell in row
        if cell and cell.text in {"项", "结果"}
    ]
    assert spans == [(1, 3), (2, 1)]
    assert grid(found).printed == ("项", "结果 4 5", "7 8")


def test_an_empty_cell_is_empty_and_two_numbers_in_a_cell_stay_two() -> None:
    document = docx.Document()
    table = document.add_table(rows=2, cols=2)
    table.cell(0, 0).text = "规章\n文件"
    table.cell(1, 0).text = "12\n34"
    table.cell(1, 1).text = "5"
    assert rows(blocks(document)[0]) == [["规章文件", ""], ["12 34", "5"]]


def test_a_table_that_frames_text_is_paragraphs_and_the_table_in_it_a_grid() -> None:
    document = docx.Document()
    cell = document.add_table(rows=1, cols=1).cell(0, 0)
    cell.text = "一、总体情况"
    cell.add_paragraph("全年公开126条。")
    inner = cell.add_table(rows=2, cols=2)
    for at, inner_cell in enumerate(cell for row in inner.rows for cell in row.cells):
        inner_cell.text = f"格{at}"
    found = blocks(document)
    assert [block.text for block in found[:2]] == ["一、总体情况", "全年公开126条。"]
    assert rows(found[2]) == [["格0", "格1"], ["格2", "格3"]]


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.text(alphabet="政府信息公开条例年度报告", min_size=3, max_size=30).map(lambda text: f"{text}。"),
        min_size=1,
        max_size=8,
    )
)
def test_any_paragraphs_come_back_as_written(texts: list[str]) -> None:
    document = docx.Document()
    for text in texts:
        document.add_paragraph(text)
    assert [block.text for block in blocks(document)] == texts


@pytest.mark.parametrize("cut", [30, 3000])
def test_a_broken_file_is_refused(cut: int) -> None:
    data = saved(docx.Document())
    with pytest.raises(DocumentError, match="已损坏"):
        read_docx(data[:cut], "a.docx")


def test_the_blank_form_of_2021_has_its_merged_cells(shared: Path) -> None:
    found = read_docx(next((shared / "templates").glob("*.docx")).read_bytes(), "a.docx").blocks
    requests = next(block for block in found if block.grid and "自然人" in block.text)
    assert len(grid(requests).rows) == 28
    assert {len(row) for row in grid(requests).rows} == {10}
    top = grid(requests).rows[0][0]
    assert top is not None
    assert (top.row_span, top.col_span) == (3, 3)
