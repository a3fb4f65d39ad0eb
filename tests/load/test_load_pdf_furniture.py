"""Running heads, footers and page numbers go; figures and lines of text stay."""

from __future__ import annotations

from itertools import cycle

import pdfs
import pytest
from reportlab.pdfgen.canvas import Canvas

from index.load.pdf import read_pdf

BODY = "全年主动公开各类政府信息一千余条，回应社会关切，办理情况总体平稳有序，没有发生重大舆情。"
OTHER = ["一是提升解读质量。", "二是加强队伍建设。", "三是完善公开平台。", "四是压实各方责任。"]


def read(*extras: tuple[str, float, float], pages: int = 3, size: float = 10) -> list[str]:
    """The texts of a file whose pages carry, besides text, what stands in ``extras``: text (``{n}``: page), x, top."""

    def page(number: int) -> pdfs.Draw:
        def draw(canvas: Canvas) -> None:
            pdfs.put_lines(canvas, pdfs.set_lines([BODY, OTHER[number - 1]]), 110)
            for text, x, top in extras:
                pdfs.put(canvas, text.format(n=number, all=pages), x, top, size)

        return draw

    return [block.text for block in read_pdf(pdfs.pdf(*map(page, range(1, pages + 1))), "甲.pdf").blocks]


EXPECTED = [text for other in OTHER[:3] for text in (BODY, other)]


@pytest.mark.parametrize(
    "number",
    [
        "- {n} -",
        "-{n}-",
        "— {n} —",
        "—{n}—",
        "第 {n} 页 共 {all} 页",
        "第{n}页",
        "{n}",
        "{n}/{all}",
        "{n} / {all}",
        "Page {n} of {all}",
    ],
)
def test_page_numbers_go_in_every_form(number: str) -> None:
    assert read((number, 285, 770)) == EXPECTED


def test_page_numbers_on_alternating_sides_go() -> None:
    sides = cycle([480, 90])

    def page(number: int) -> pdfs.Draw:
        x = next(sides)

        def draw(canvas: Canvas) -> None:
            pdfs.put_lines(canvas, pdfs.set_lines([BODY, OTHER[number - 1]]), 110)
            pdfs.put(canvas, f"- {number} -", x, 775, 14)

        return draw

    document = read_pdf(pdfs.pdf(*map(page, range(1, 4))), "甲.pdf")

    assert [block.text for block in document.blocks] == EXPECTED


def test_a_sentence_is_whole_although_a_page_number_and_a_head_stand_in_between() -> None:
    lines = pdfs.set_lines([BODY])

    def page(part: list[str], number: int, top: float) -> pdfs.Draw:
        def draw(canvas: Canvas) -> None:
            pdfs.put(canvas, "云栖县人民政府信息公开年度报告", 200, 50, 9)
            pdfs.put_lines(canvas, part, top)
            pdfs.put(canvas, f"- {number} -", 285, 780, 14)

        return draw

    (block,) = read_pdf(pdfs.pdf(page(lines[:1], 1, 730), page(lines[1:], 2, 100)), "甲.pdf").blocks

    assert block.text == BODY


def test_running_heads_go() -> None:
    assert read(("云栖县人民政府2023年政府信息公开工作年度报告", 150, 45)) == EXPECTED


def test_what_a_browser_prints_around_a_page_goes_also_on_a_single_page() -> None:
    extras = [
        ("2024/1/31 16:05", 30, 18),
        ("云栖县人民政府2023年政府信息公开工作年度报告", 220, 18),
        ("https://www.example.cn/zwgk/art_1.html", 30, 815),
        ("{n}/{all}", 550, 815),
    ]

    assert read(*extras, pages=1, size=8) == EXPECTED[:2]
    assert read(*extras, size=8) == EXPECTED


def test_a_title_at_the_top_of_the_first_page_stays_although_later_heads_repeat_it() -> None:
    title = "云栖县人民政府2023年政府信息公开工作年度报告"

    def page(number: int) -> pdfs.Draw:
        def draw(canvas: Canvas) -> None:
            pdfs.middle(canvas, title, 60, 20) if number == 1 else pdfs.put(canvas, title, 150, 45, 9)
            pdfs.put_lines(canvas, pdfs.set_lines([BODY, OTHER[number - 1]]), 110)

        return draw

    document = read_pdf(pdfs.pdf(*map(page, range(1, 4))), "甲.pdf")

    assert [block.text for block in document.blocks] == [title, *EXPECTED]


def test_a_lone_figure_that_does_not_count_the_pages_stays() -> None:
    assert [text for text in read(("17", 285, 765)) if text == "17"] == ["17"] * 3


def test_a_last_line_of_text_stays() -> None:
    def page(canvas: Canvas) -> None:
        pdfs.put_lines(canvas, pdfs.set_lines([BODY]), 110)
        pdfs.put_lines(canvas, pdfs.set_lines(["特此报告。"]), 770)

    assert read_pdf(pdfs.pdf(page), "甲.pdf").blocks[-1].text == "特此报告。"
