"""PDFs that hold pictures instead of text, and files that are none."""

from __future__ import annotations

import pdfs
import pytest
from reportlab.pdfgen.canvas import Canvas

from index.errors import DocumentError, MissingExtraError
from index.load import ocr
from index.load.pdf import read_pdf
from index.schema import Document

INTRO = "全年主动公开各类政府信息一千余条，回应社会关切，办理情况总体平稳有序，没有发生重大舆情。"
SECOND = "全年收到政府信息公开申请十二件，均在法定期限内答复。"


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks]


def _pixel_page(canvas: Canvas) -> None:
    canvas.rect(50, 50, 400, 700, fill=1)


def _fake(_: object) -> list[ocr.Recognised]:
    scale = ocr.RESOLUTION / 72
    rows = [
        ("一、总体情况", 112, 100, 6),
        ("全年收到政府信息公开申请十二件，均在法定期限内", 112, 128, 23),
        ("答复。", 80, 156, 3),
    ]
    return [
        ocr.Recognised(text, x * scale, top * scale, (x + 16 * ems) * scale, (top + 18) * scale)
        for text, x, top, ems in rows
    ]


def test_a_page_that_is_a_picture_is_recognised_and_marked() -> None:
    document = read_pdf(pdfs.pdf(_pixel_page), "甲.pdf", recogniser=_fake)

    assert texts(document) == ["一、总体情况", SECOND]
    assert all(block.ocr for block in document.blocks)
    assert document.blocks[0].anchors[0].place.x0 == pytest.approx(112, abs=0.5)


def test_without_recognition_a_scanned_file_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "available", lambda: False)

    with pytest.raises(MissingExtraError, match=r"甲\.pdf.*disclosure-assistant\[ocr\]"):
        read_pdf(pdfs.pdf(_pixel_page), "甲.pdf")


def test_without_recognition_the_rest_of_a_file_is_kept_and_the_pages_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(ocr, "available", lambda: False)
    data = pdfs.pdf(lambda canvas: pdfs.put_lines(canvas, pdfs.set_lines([INTRO])), _pixel_page)

    document = read_pdf(data, "甲.pdf")

    assert texts(document) == [INTRO]
    assert "第2页" in document.notices[0]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "空"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF" + b"\x00" * 64, "不是PDF"),
        (b"%PDF-1.7\nnothing else", "损坏"),
        (pdfs.pdf(lambda canvas: pdfs.put(canvas, "文字", 80, 80))[:300], "损坏"),
        (pdfs.pdf(lambda canvas: pdfs.put(canvas, "文字", 80, 80), lock="locked"), "密码"),
        (pdfs.pdf(lambda _: None), "没有读到任何文字"),
    ],
    ids=["empty", "jpeg", "corrupt", "truncated", "locked", "blank"],
)
def test_what_cannot_be_read_is_one_error_that_names_file_and_remedy(data: bytes, says: str) -> None:
    with pytest.raises(DocumentError, match=says) as caught:
        read_pdf(data, "甲.pdf")

    assert caught.value.where == "甲.pdf"
    assert caught.value.remedy


def test_a_file_with_too_many_pages_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("index.load.pdf.MAX_PAGES", 2)

    with pytest.raises(DocumentError, match="超过2页"):
        read_pdf(pdfs.pdf(*[lambda canvas: pdfs.put(canvas, "文字", 80, 80)] * 3), "甲.pdf")


def test_a_figure_that_recognition_missed_is_no_blank_cell() -> None:
    scale = ocr.RESOLUTION / 72
    rows = [
        ("规章", 90, 100),
        ("0", 230, 100),
        ("3", 340, 100),
        ("行政规范性文件", 90, 124),
        ("12", 230, 124),
    ]

    def recogniser(_: object) -> list[ocr.Recognised]:
        return [
            ocr.Recognised(text, x * scale, top * scale, (x + 10 * len(text)) * scale, (top + 12) * scale)
            for text, x, top in rows
        ]

    (block,) = read_pdf(pdfs.pdf(_pixel_page), "甲.pdf", recogniser=recogniser).blocks

    assert block.grid is not None
    assert [[cell and cell.text for cell in row] for row in block.grid.rows] == [
        ["规章", "0", "3"],
        ["行政规范性文件", "12", None],
    ]


def test_glyphs_that_the_file_does_not_name_are_recognised_like_a_picture() -> None:
    data = pdfs.pdf(lambda canvas: pdfs.put(canvas, "文字", 80, 80)).replace(b"(GB1)", b"(XX1)")

    assert texts(read_pdf(data, "甲.pdf", recogniser=_fake)) == ["一、总体情况", SECOND]
