"""Tables in PDFs: merged cells, and parts on several pages put together."""

from __future__ import annotations

import pdfs
import pytest
from reportlab.pdfgen.canvas import Canvas

from index.load.pdf import read_pdf
from index.schema import Grid

XS = pdfs.REQUEST_COLUMNS


def grids(data: bytes) -> list[Grid]:
    return [block.grid for block in read_pdf(data, "甲.pdf").blocks if block.grid]


def shown(grid: Grid) -> list[list[str | None]]:
    return [[cell and cell.text for cell in row] for row in grid.rows]


def requests_page(canvas: Canvas) -> None:
    """The first page of 表三, cut within the group 无法提供."""
    ys = pdfs.steps(560, *[20] * 9)
    labels = [
        (3, 4, 0, 3, "一、本年新收政府信息公开申请数量"),
        (4, 5, 0, 3, "二、上年结转政府信息公开申请数量"),
        (5, 9, 0, 1, "三\n、\n本\n年"),
        (5, 6, 1, 3, "（一）予以公开"),
        (6, 8, 1, 2, "（三）不予公开"),
        (6, 7, 2, 3, "1.属于国家秘密"),
        (7, 8, 2, 3, "8.属于行政查询事项"),
        (8, 9, 1, 2, "（四）无"),
        (8, 9, 2, 3, "1.本机关不掌握相关政府信息"),
    ]
    values = [cell for row in range(3, 9) for cell in pdfs.figures(row, row, 0, 0, 0, 0, "", row)]
    pdfs.rule_cells(canvas, XS, ys, [*pdfs.request_head(), *labels, *values])


def requests_rest(canvas: Canvas, *, head: bool = False) -> None:
    """The page after it."""
    first = 3 if head else 0
    ys = pdfs.steps(80, *[20] * (first + 4))
    labels = [
        (first, first + 3, 0, 1, "度\n办\n理\n结\n果"),
        (first, first + 1, 1, 2, "法提供"),
        (first, first + 1, 2, 3, "2.没有现成信息需要另行制作"),
        (first + 1, first + 2, 1, 3, "（六）其他处理"),
        (first + 2, first + 3, 1, 3, "（七）总计"),
        (first + 3, first + 4, 0, 3, "四、结转下年度继续办理"),
    ]
    values = [cell for row in range(4) for cell in pdfs.figures(first + row, row, 0, 0, 0, 0, 0, row)]
    pdfs.rule_cells(canvas, XS, ys, [*(pdfs.request_head() if head else []), *labels, *values])


def test_the_merged_head_of_the_request_table_is_read_with_its_spans() -> None:
    (grid,) = grids(pdfs.pdf(requests_page))

    first = grid.rows[0]
    assert first[0] is not None
    assert (first[0].row_span, first[0].col_span) == (3, 3)
    assert shown(grid)[1] == [None, None, None, "自然人", "法人或其他组织", None, None, None, None, "总计"]
    assert shown(grid)[2][4:9] == ["商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"]
    assert shown(grid)[3] == [
        "一、本年新收政府信息公开申请数量",
        None,
        None,
        "3",
        "0",
        "0",
        "0",
        "0",
        "",
        "3",
    ]
    assert grid.printed[6] == "（三）不予公开 1.属于国家秘密 6 0 0 0 0 6"


@pytest.mark.parametrize("head", [False, True], ids=["going on", "with its head repeated"])
def test_a_table_cut_through_its_labels_is_one_grid(head: bool) -> None:
    (grid,) = grids(pdfs.pdf(requests_page, lambda canvas: requests_rest(canvas, head=head)))

    rows = shown(grid)
    assert len(rows) == 13
    assert rows[5][:3] == ["三、本年度办理结果", "（一）予以公开", None]
    assert rows[8][:4] == [None, "（四）无法提供", "1.本机关不掌握相关政府信息", "8"]
    assert rows[9][:4] == [None, None, "2.没有现成信息需要另行制作", "0"]
    assert rows[10][:4] == [None, "（六）其他处理", None, "1"]
    assert rows[12][:4] == ["四、结转下年度继续办理", None, None, "3"]
    below = grid.rows[9][3]
    assert below is not None
    assert below.place is not None
    assert below.place.page == 2


def two_parts(upper: list[pdfs.Cell], lower: list[pdfs.Cell]) -> Grid:
    xs = [80, 320, 420, 520]
    above = pdfs.steps(700, *[20] * max(cell[1] for cell in upper))
    below = pdfs.steps(80, *[20] * max(cell[1] for cell in lower))
    (grid,) = grids(
        pdfs.pdf(
            lambda c: pdfs.rule_cells(c, xs, above, upper), lambda c: pdfs.rule_cells(c, xs, below, lower)
        )
    )
    return grid


def row(at: int, *texts: str) -> list[pdfs.Cell]:
    return [(at, at + 1, column, column + 1, text) for column, text in enumerate(texts)]


def test_a_row_cut_in_two_is_one_row_again() -> None:
    grid = two_parts(
        [*row(0, "4.无正当理由大量反复申请", "0", "0"), *row(1, "5.要求行政机关确认或重新", "1", "2")],
        [*row(0, "出具已获取信息", "", ""), *row(1, "（七）总计", "3", "4")],
    )

    assert grid.printed == (
        "4.无正当理由大量反复申请 0 0",
        "5.要求行政机关确认或重新出具已获取信息 1 2",
        "（七）总计 3 4",
    )


def test_a_row_with_blank_cells_after_the_break_stays_a_row_of_its_own() -> None:
    grid = two_parts(
        [*row(0, "信息内容", "本年制发件数", "现行有效件数"), *row(1, "规章", "0", "3")],
        [*row(0, "行政规范性文件", "", ""), *row(1, "其他", "1", "1")],
    )

    assert shown(grid)[1:3] == [["规章", "0", "3"], ["行政规范性文件", "", ""]]


def test_figures_alone_after_the_break_belong_to_the_label_before_it() -> None:
    grid = two_parts(
        [*row(0, "规章", "0", "0"), *row(1, "行政规范性文件", "", "")],
        [*row(0, "", "5", "7"), *row(1, "其他", "", "")],
    )

    assert shown(grid) == [["规章", "0", "0"], ["行政规范性文件", "5", "7"], ["其他", "", ""]]


def test_two_tables_on_two_pages_stay_two() -> None:
    xs = [80, 300, 520]
    first = [(0, 1, 0, 1, "行政许可"), (0, 1, 1, 2, "3"), (1, 2, 0, 1, "行政处罚"), (1, 2, 1, 2, "4")]
    second = [(0, 1, 0, 1, "行政复议"), (0, 1, 1, 2, "行政诉讼"), (1, 2, 0, 1, "1"), (1, 2, 1, 2, "2")]

    found = grids(
        pdfs.pdf(
            lambda c: pdfs.rule_cells(c, xs, [740, 760, 780], first),
            lambda c: pdfs.rule_cells(c, xs, [80, 100, 120], second),
        )
    )

    assert [grid.printed for grid in found] == [("行政许可 3", "行政处罚 4"), ("行政复议 行政诉讼", "1 2")]


def test_a_table_on_a_landscape_page_is_read() -> None:
    cells = [*row(0, "行政许可", "12", "34"), *row(1, "行政处罚", "", "0")]
    (grid,) = grids(
        pdfs.pdf(lambda c: pdfs.rule_cells(c, [80, 400, 600, 760], [200, 240, 280], cells), size=(842, 595))
    )

    assert shown(grid) == [["行政许可", "12", "34"], ["行政处罚", "", "0"]]


def test_a_table_without_rules_at_its_sides_keeps_its_outer_columns() -> None:
    def page(canvas: Canvas) -> None:
        for y in (200, 225, 250):
            canvas.line(80, 842 - y, 520, 842 - y)
        for x in (240, 380):
            canvas.line(x, 842 - 200, x, 842 - 250)
        for y, texts in ((206, ("行政许可", "12", "34")), (231, ("行政处罚", "5", "0"))):
            for x, text in zip((90, 250, 390), texts, strict=True):
                pdfs.put(canvas, text, x, y, 10)

    (grid,) = grids(pdfs.pdf(page))

    assert shown(grid) == [["行政许可", "12", "34"], ["行政处罚", "5", "0"]]


def test_rules_drawn_as_thin_filled_boxes_are_rules() -> None:
    def page(canvas: Canvas) -> None:
        for y in (200, 225, 250):
            canvas.rect(80, 842 - y, 440, 0.5, stroke=0, fill=1)
        for x in (80, 300, 520):
            canvas.rect(x, 842 - 250, 0.5, 50, stroke=0, fill=1)
        for y, texts in ((206, ("行政许可", "12")), (231, ("行政处罚", "5"))):
            for x, text in zip((90, 310), texts, strict=True):
                pdfs.put(canvas, text, x, y, 10)

    (grid,) = grids(pdfs.pdf(page))

    assert grid.printed == ("行政许可 12", "行政处罚 5")


def test_text_enclosed_with_a_table_in_one_frame_is_text_again() -> None:
    sentence = "全年主动公开各类政府信息一千余条，回应社会关切，办理情况总体平稳有序，没有发生重大舆情，"
    cells = [
        (0, 1, 0, 2, "全年情况如下。\n" + "\n".join([sentence] * 2)),
        (1, 2, 0, 2, "二、主动公开政府信息情况"),
        (2, 3, 0, 1, "行政许可"), (2, 3, 1, 2, "7"),
        (3, 4, 0, 1, "行政处罚"), (3, 4, 1, 2, "8"),
    ]  # fmt: skip
    document = read_pdf(
        pdfs.pdf(lambda c: pdfs.rule_cells(c, [60, 300, 540], [100, 180, 210, 240, 270], cells)), "甲.pdf"
    )

    kinds = [(bool(block.grid), block.text[:6]) for block in document.blocks]
    assert kinds[-2:] == [(False, "二、主动公开"), (True, "行政许可 7")]
    assert not any(grid for grid, _ in kinds[:-1])
