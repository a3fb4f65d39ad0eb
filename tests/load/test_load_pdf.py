"""Whole PDFs: what a reader sees is what the document says, in order, each block with its place."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pdfs
import pytest
from reportlab.pdfgen.canvas import Canvas

from index.load.pdf import read_pdf
from index.schema import Block, Document

INTRO = (
    "本报告由云栖县人民政府办公室依据条例编制，统计期限自2023年1月1日起至2023年12月31日止。"
    "如有疑问，请与云栖县人民政府办公室联系，地址为云栖县文昌路八号。"
)
FIRST = "全年主动公开各类政府信息一千余条，回应社会关切，办理情况总体平稳有序，没有发生重大舆情。"
SECOND = "全年收到政府信息公开申请十二件，均在法定期限内答复。"


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks if not block.grid]


def grids(document: Document) -> list[Block]:
    return [block for block in document.blocks if block.grid]


def test_lines_are_joined_to_paragraphs_and_headings_stand_alone() -> None:
    def page(canvas: Canvas) -> None:
        pdfs.middle(canvas, "云栖县人民政府", 80)
        pdfs.middle(canvas, "2023年政府信息公开工作年度报告", 110)
        pdfs.put_lines(
            canvas, pdfs.set_lines([INTRO, "一、总体情况", FIRST, "（一）依申请公开", SECOND]), 160
        )

    document = read_pdf(pdfs.pdf(page), "云栖县2023.pdf")

    title = "云栖县人民政府2023年政府信息公开工作年度报告"
    assert texts(document) == [title, INTRO, "一、总体情况", FIRST, "（一）依申请公开", SECOND]
    assert [block.centered for block in document.blocks] == [True, False, False, False, False, False]
    assert document.blocks[0].size == pytest.approx(22)
    assert [block.order for block in document.blocks] == list(range(6))


@pytest.mark.parametrize(
    "lines",
    [
        ["全年收到政府信息公开申请一百零七件，申请最多的是自然（32", "件）、住房（21件）两个领域。"],
        ["全年因政务公开工作落实不到位，先后集中约谈两个县", "（区）、三个部门的负责人，没有追究责任。"],
    ],
)
def test_a_line_that_is_broken_early_at_a_bracket_goes_on(lines: list[str]) -> None:
    data = pdfs.pdf(lambda canvas: pdfs.put_lines(canvas, [*pdfs.set_lines([INTRO]), *lines]))

    assert texts(read_pdf(data, "甲.pdf"))[-1].endswith("".join(lines))


def test_a_document_carries_its_name_digest_format_and_number_of_pages() -> None:
    data = pdfs.pdf(*(lambda canvas: pdfs.put_lines(canvas, pdfs.set_lines([FIRST])) for _ in range(2)))

    document = read_pdf(data, "甲.pdf")

    assert (document.name, document.format, document.pages) == ("甲.pdf", "pdf", 2)
    assert document.digest == hashlib.sha256(data).hexdigest()
    assert document.notices == ()


def test_a_sentence_goes_on_over_the_page_break_and_each_line_knows_its_place() -> None:
    lines = pdfs.set_lines([INTRO])
    data = pdfs.pdf(
        lambda canvas: pdfs.put_lines(canvas, lines[:2], 700),
        lambda canvas: pdfs.put_lines(canvas, lines[2:]),
    )

    (block,) = read_pdf(data, "甲.pdf").blocks

    assert block.text == INTRO
    assert [anchor.place.page for anchor in block.anchors] == [1, 1, *[2] * (len(lines) - 2)]
    assert [anchor.start for anchor in block.anchors[:3]] == [
        0,
        len(lines[0]) - 2,
        len(lines[0] + lines[1]) - 2,
    ]
    assert block.anchors[0].place.x0 == pytest.approx(pdfs.LEFT + 2 * pdfs.SIZE, abs=1)
    assert block.anchors[0].place.top == pytest.approx(700, abs=4)
    assert block.page == 1


def test_a_line_that_begins_with_a_mark_within_a_sentence_is_no_heading() -> None:
    lines = [
        "\u3000\u3000主动公开的范围以条例第二十条规定者为限，特别是条例第二十条第",
        "（一）项所列的规范性文件。",
    ]

    document = read_pdf(
        pdfs.pdf(lambda canvas: pdfs.put_lines(canvas, [*lines, *pdfs.set_lines([INTRO])])), "甲.pdf"
    )

    assert texts(document)[0] == "".join(lines).strip()


def test_justified_spaces_go_and_addresses_stay_whole() -> None:
    def page(canvas: Canvas) -> None:
        pdfs.put_lines(canvas, pdfs.set_lines([FIRST, FIRST]), 100)
        pdfs.put_lines(canvas, ["\u3000\u3000邮 编 ： 530999 ， 电 话 ： 0770-1234567 ， 电 子 邮 箱"], 240)
        pdfs.put_lines(canvas, ["：yunqi.office", "@example.cn，网址为https://www.example.cn/zwgk/"], 268)
        pdfs.put_lines(canvas, ["index.html。"], 324)

    text = "".join(texts(read_pdf(pdfs.pdf(page), "甲.pdf"))[2:])

    assert "邮编：530999，电话：0770-1234567，电子邮箱" in text


def test_the_signature_on_the_right_stands_apart_from_the_text() -> None:
    def page(canvas: Canvas) -> None:
        pdfs.put_lines(canvas, pdfs.set_lines([INTRO, SECOND]))
        pdfs.put(canvas, "云栖县人民政府办公室", 340, 500)
        pdfs.put(canvas, "2024年1月20日", 372, 528)

    assert texts(read_pdf(pdfs.pdf(page), "甲.pdf"))[-3:] == [SECOND, "云栖县人民政府办公室", "2024年1月20日"]


def test_a_frame_around_paragraphs_is_no_table() -> None:
    lines = pdfs.set_lines([INTRO, "一、总体情况", FIRST])

    def page(canvas: Canvas) -> None:
        for number in range(len(lines)):
            canvas.rect(74, 842 - 100 - 28 * (number + 1), 450, 28)
        pdfs.put_lines(canvas, lines, 106)

    document = read_pdf(pdfs.pdf(page), "甲.pdf")

    assert texts(document) == [INTRO, "一、总体情况", FIRST]
    assert not grids(document)


def test_shading_behind_lines_is_no_table() -> None:
    lines = pdfs.set_lines([INTRO, FIRST])

    def page(canvas: Canvas) -> None:
        canvas.setFillGray(0.95)
        for number in range(len(lines)):
            canvas.rect(74, 842 - 100 - 28 * (number + 1), 450, 28, stroke=0, fill=1)
        canvas.setFillGray(0)
        pdfs.put_lines(canvas, lines, 106)

    assert texts(read_pdf(pdfs.pdf(page), "甲.pdf")) == [INTRO, FIRST]


def test_a_frame_of_two_columns_gives_its_paragraphs_cell_by_cell() -> None:
    def page(canvas: Canvas) -> None:
        pdfs.rule_cells(canvas, [60, 130, 530], [100, 400], [(0, 1, 0, 1, ""), (0, 1, 1, 2, "")])
        pdfs.put(canvas, "总体情况", 64, 240, 14)
        pdfs.put_lines(canvas, pdfs.set_lines([INTRO, FIRST], 24), 110, 136)

    document = read_pdf(pdfs.pdf(page), "甲.pdf")

    assert texts(document) == ["总体情况", INTRO, FIRST]


def test_text_that_stands_aslant_is_a_watermark_and_left_out() -> None:
    def page(canvas: Canvas) -> None:
        pdfs.put_lines(canvas, pdfs.set_lines([INTRO]))
        canvas.rotate(40)
        canvas.setFont(pdfs.FONT, 50)
        canvas.drawString(300, 100, "内部资料")

    assert texts(read_pdf(pdfs.pdf(page), "甲.pdf")) == [INTRO]


def test_text_printed_twice_to_look_bold_is_read_once() -> None:
    def page(canvas: Canvas) -> None:
        pdfs.put(canvas, "一、总体情况", 100, 100)
        pdfs.put(canvas, "一、总体情况", 100.3, 100)

    assert texts(read_pdf(pdfs.pdf(page), "甲.pdf")) == ["一、总体情况"]


def test_a_table_stands_in_its_place_between_paragraphs() -> None:
    def page(canvas: Canvas) -> None:
        pdfs.put_lines(canvas, pdfs.set_lines(["二、主动公开政府信息情况"]))
        cells = [(0, 1, 0, 1, "行政处罚"), (0, 1, 1, 2, "88"), (1, 2, 0, 1, "行政强制"), (1, 2, 1, 2, "")]
        pdfs.rule_cells(canvas, [80, 300, 500], [140, 165, 190], cells)
        pdfs.put_lines(canvas, pdfs.set_lines(["三、收到和处理政府信息公开申请情况"]), 220)

    document = read_pdf(pdfs.pdf(page), "甲.pdf")

    assert [block.text for block in document.blocks] == [
        "二、主动公开政府信息情况",
        "行政处罚 88\n行政强制",
        "三、收到和处理政府信息公开申请情况",
    ]


@pytest.mark.parametrize(("name", "rows"), [("洪泽区2023.pdf", (14, 26, 4)), ("淮安市2024.pdf", (14, 28, 4))])
def test_real_reports_give_three_whole_tables_and_no_page_number(
    shared: Path, name: str, rows: tuple[int, int, int]
) -> None:
    document = read_pdf((shared / "reports" / name).read_bytes(), name)

    assert tuple(len(block.grid.rows) for block in document.blocks if block.grid) == rows
    assert not [text for text in texts(document) if len(text) < 6]
    assert all(text[-1] in "。）情况事项告" or text[0] in "一二三四五六" for text in texts(document))
