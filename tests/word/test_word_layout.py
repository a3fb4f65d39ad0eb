# ruff: noqa: SLF001 - python-docx gives no other way to what the file says
from __future__ import annotations

import io
from typing import Any

import docx
import pytest
from docx.document import Document as Word
from docx.oxml.ns import qn
from drafts import drafted

from assistant.draft import written
from assistant.drafting.nouns import ORIGIN_NAMES, Origin

TOWN = "青川县柳浦镇人民政府"
POINTS = [{"section": "问题", "text": "公开栏更新不及时"}]


def _word(year: int = 2023, **more: Any) -> Word:
    made = drafted(TOWN, year, {"disclosed": 12}, points=POINTS, **more)
    return docx.Document(io.BytesIO(written(made.draft, ".docx")))


@pytest.fixture(scope="module")
def document() -> Word:
    return _word()


def test_the_page_leaves_156_by_225_millimetres(document: Word) -> None:
    page = document.sections[0]
    sizes = (page.page_width, page.page_height, page.top_margin, page.left_margin)
    assert [round(size.mm) for size in sizes if size] == [210, 297, 37, 28]
    assert round((page.page_width - page.left_margin - page.right_margin) / 36000) == 156
    assert round((page.page_height - page.top_margin - page.bottom_margin) / 36000) == 225


@pytest.mark.parametrize(
    ("style", "font", "size"),
    [
        ("Title", "方正小标宋简体", 22),
        ("Normal", "仿宋_GB2312", 16),
        ("Heading 1", "黑体", 16),
        ("Heading 2", "楷体_GB2312", 16),
    ],
)
def test_styles_name_the_official_fonts_for_chinese_text(
    document: Word, style: str, font: str, size: int
) -> None:
    found = document.styles[style]
    assert found.element.rPr.rFonts.get(qn("w:eastAsia")) == font
    assert (found.font.size.pt, found.paragraph_format.line_spacing.pt) == (size, 29)


def test_text_is_set_in_by_two_characters(document: Word) -> None:
    first = next(p for p in document.paragraphs if p.text.startswith("本报告根据"))
    assert first.paragraph_format.first_line_indent.pt == 32


def test_head_rows_are_repeated_and_no_row_is_split(document: Word) -> None:
    requests = document.tables[1]
    heads = [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in requests.rows]
    assert (heads[:4], any(heads[4:])) == ([True, True, True, False], False)
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in requests.rows)


def test_cells_are_merged_as_in_the_form(document: Word) -> None:
    rows = document.tables[1].rows
    assert len({id(cell._tc) for cell in rows[0].cells}) == 2
    assert rows[5].cells[0].text == rows[10].cells[0].text == "三、本年度办理结果"
    assert rows[7].cells[1].text == rows[14].cells[1].text == "（三）不予公开"


def test_page_numbers_stand_between_dashes_on_the_outer_side(document: Word) -> None:
    page = document.sections[0]
    for footer in (page.footer, page.even_page_footer):
        assert footer.paragraphs[0].text == "—  —"
        assert "PAGE" in footer._element.xml
    assert document.settings.odd_and_even_pages_header_footer


def test_the_date_begins_two_characters_after_the_signature(document: Word) -> None:
    name, date = [p for p in document.paragraphs if p.text][-2:]
    assert (name.text, date.text) == (TOWN, "2024年1月20日")
    assert name.paragraph_format.right_indent.pt == 32
    assert date.paragraph_format.right_indent.pt == 32 + 16 * (10 - 2 - 6.5)


def test_nobody_is_made_its_author(document: Word) -> None:
    properties = document.core_properties
    assert (properties.author, properties.last_modified_by, properties.comments) == ("", "", "")
    assert properties.title == f"{TOWN}2023年政府信息公开工作年度报告"


def test_what_needs_attention_carries_a_comment(document: Word) -> None:
    texts = [comment.text for comment in document.comments]
    assert {ORIGIN_NAMES[Origin.GIVEN], ORIGIN_NAMES[Origin.SLOT]} <= set(texts)


def test_the_statistics_follow_the_signature_on_a_page_of_their_own() -> None:
    document = _word(2016)
    annex = next(p for p in document.paragraphs if p.text == "附件")
    assert annex.paragraph_format.page_break_before
    assert document.tables[-1].rows[0].cells[0].text == "统计指标"
    assert not _word(2013).tables
