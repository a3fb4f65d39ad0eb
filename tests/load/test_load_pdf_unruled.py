"""Statutory tables printed without rules."""

from __future__ import annotations

import pdfs
from reportlab.pdfgen.canvas import Canvas

from index.load.pdf import read_pdf
from index.schema import Block, Grid

SIZE = 10.5


def put_row(canvas: Canvas, top: float, *texts: tuple[float, str]) -> None:
    for x, text in texts:
        pdfs.put(canvas, text, x, top, SIZE)


def put_figures(canvas: Canvas, top: float, *values: object) -> None:
    put_row(canvas, top, *((300 + 38 * at, str(value)) for at, value in enumerate(values) if value != ""))


def blocks(*pages: pdfs.Draw) -> list[Block]:
    return list(read_pdf(pdfs.pdf(*pages), "甲.pdf").blocks)


def grids(*pages: pdfs.Draw) -> list[Grid]:
    return [block.grid for block in blocks(*pages) if block.grid]


def documents(canvas: Canvas) -> None:
    pdfs.put_lines(canvas, pdfs.set_lines(["二、主动公开政府信息情况"]), 90)
    put_row(canvas, 130, (250, "第二十条第（一）项"))
    put_row(
        canvas, 150, (90, "信息内容"), (200, "本年制发件数"), (310, "本年废止件数"), (420, "现行有效件数")
    )
    put_row(canvas, 170, (90, "规章"), (230, "0"), (340, "0"), (450, "3"))
    put_row(canvas, 190, (90, "行政规范性文件"), (230, "12"), (450, "41"))
    put_row(canvas, 210, (250, "第二十条第（五）项"))
    put_row(canvas, 230, (90, "信息内容"), (310, "本年处理决定数量"))
    put_row(canvas, 250, (90, "行政许可"), (340, "1234"))
    pdfs.put_lines(canvas, pdfs.set_lines(["三、收到和处理政府信息公开申请情况"]), 290)


def test_the_document_table_is_found_block_by_block_with_its_blank_cell() -> None:
    found = blocks(documents)

    assert [block.text.splitlines() for block in found] == [
        ["二、主动公开政府信息情况"],
        [
            "第二十条第（一）项",
            "信息内容 本年制发件数 本年废止件数 现行有效件数",
            "规章 0 0 3",
            "行政规范性文件 12 41",
        ],
        ["第二十条第（五）项", "信息内容 本年处理决定数量", "行政许可 1234"],
        ["三、收到和处理政府信息公开申请情况"],
    ]
    assert found[1].grid is not None
    assert [cell and cell.text for cell in found[1].grid.rows[3]] == ["行政规范性文件", "12", "", "41"]


def requests(canvas: Canvas) -> None:
    put_row(canvas, 100, (420, "申请人情况"))
    put_row(canvas, 116, (400, "法人或其他组织"))
    put_row(
        canvas,
        132,
        (294, "自然"),
        (333, "商业"),
        (371, "科研"),
        (409, "社会"),
        (447, "法律"),
        (485, "其他"),
        (522, "总计"),
    )
    put_row(canvas, 144, (294, "人"), (333, "企业"), (371, "机构"), (409, "公益"), (447, "服务"))
    put_row(canvas, 156, (409, "组织"), (447, "机构"))
    put_row(canvas, 176, (60, "一、本年新收政府信息公开申请数量"))
    put_figures(canvas, 176, 21, 0, 0, 0, 0, 1, 22)
    put_row(canvas, 196, (90, "（一）予以公开"))
    put_figures(canvas, 196, 5, "", 0, 0, 0, 0, 5)
    put_row(canvas, 216, (160, "1.属于国家秘密"))
    put_figures(canvas, 216, 1, 0, 0, 0, 0, 0, 1)
    put_row(canvas, 236, (90, "（三）不"), (160, "2.其他法律行政法规禁"))
    put_figures(canvas, 243, 2, 0, 0, 0, 0, 0, 2)
    put_row(canvas, 250, (90, "予公开"), (160, "止公开"))
    put_row(canvas, 270, (160, "3.危及“三安全一稳定”"))
    put_figures(canvas, 270, 3, 0, 0, 0, 0, 0, 3)
    put_row(canvas, 290, (90, "（七）总计"))
    put_figures(canvas, 290, 11, 0, 0, 0, 0, 0, 11)


def test_the_request_table_has_its_head_its_wrapped_labels_and_its_groups() -> None:
    (grid,) = grids(requests)

    assert grid.printed[2:] == (
        "自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计",
        "一、本年新收政府信息公开申请数量 21 0 0 0 0 1 22",
        "（一）予以公开 5 0 0 0 0 5",
        "（三）不予公开 1.属于国家秘密 1 0 0 0 0 0 1",
        "2.其他法律行政法规禁止公开 2 0 0 0 0 0 2",
        "3.危及“三安全一稳定” 3 0 0 0 0 0 3",
        "（七）总计 11 0 0 0 0 0 11",
    )
    assert [cell and cell.text for cell in grid.rows[4]][2:4] == ["5", ""]


def test_the_dispute_table_is_fifteen_figures_under_their_names() -> None:
    outcomes = ["结果", "结果", "其他", "尚未", "总"] * 3
    second = ["维持", "纠正", "结果", "审结", "计"] * 3

    def page(canvas: Canvas) -> None:
        pdfs.put_lines(canvas, pdfs.set_lines(["四、政府信息公开行政复议、行政诉讼情况"]), 80)
        put_row(canvas, 120, (120, "行政复议"), (380, "行政诉讼"))
        put_row(canvas, 136, (270, "未经复议直接起诉"), (440, "复议后起诉"))
        for top, words in ((152, outcomes), (166, second), (186, range(15))):
            put_row(canvas, top, *((40 + 34 * at, str(word)) for at, word in enumerate(words)))

    (grid,) = grids(page)

    assert grid.printed[-2] == " ".join(["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"] * 3)
    assert [cell and cell.text for cell in grid.rows[-1]] == [str(value) for value in range(15)]


def test_figures_that_fit_no_column_leave_the_lines_as_they_are() -> None:
    def page(canvas: Canvas) -> None:
        put_row(canvas, 100, (90, "规章"), (230, "0"), (340, "0"), (450, "3"))
        put_row(canvas, 120, (90, "行政规范性文件"), (215, "12"), (240, "41"))

    found = blocks(page)

    assert not any(block.grid for block in found)
    assert [block.text for block in found] == ["规章 0 0 3", "行政规范性文件 12 41"]


def test_text_in_two_alignments_without_figures_makes_no_table() -> None:
    def page(canvas: Canvas) -> None:
        put_row(canvas, 100, (90, "索引号：0112-2024-0003"), (330, "主题分类：政务公开"))
        put_row(canvas, 120, (90, "发布机构：云栖县人民政府"), (330, "发文日期：二〇二四年一月"))

    assert not any(block.grid for block in blocks(page))


def test_the_units_of_the_statistics_stand_in_a_column_of_their_own() -> None:
    rows = [
        ("一、主动公开情况", "——", ""),
        ("1.政府公报公开政府信息数", "条", "7"),
        ("2.政府网站公开政府信息数", "条", ""),
        ("六、举报投诉数量", "件", "0"),
    ]

    def page(canvas: Canvas) -> None:
        for at, (label, unit, value) in enumerate(rows):
            put_row(canvas, 100 + 20 * at, (80, label), (330, unit), *([(430, value)] if value else []))

    (grid,) = grids(page)

    assert [tuple(cell.text for cell in row if cell) for row in grid.rows] == rows
