"""Automatic numbers of Word files, which are no text and are restored."""

from __future__ import annotations

import docx
import pytest
from docx.oxml import parse_xml
from word_files import W, blocks, paragraph, run

from index.load.numbering import chinese

NUMBERING = f"""<w:numbering {W}><w:abstractNum w:abstractNumId="90">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="（%2）"/></w:lvl>
<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%3."/></w:lvl>
<w:lvl w:ilvl="3"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:isLgl/><w:lvlText w:val="%1.%4"/></w:lvl>
<w:lvl w:ilvl="4"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val=""/></w:lvl>
</w:abstractNum><w:num w:numId="91"><w:abstractNumId w:val="90"/></w:num>
<w:num w:numId="92"><w:abstractNumId w:val="90"/><w:lvlOverride w:ilvl="2"><w:startOverride w:val="1"/></w:lvlOverride></w:num></w:numbering>"""


def numbered(*items: tuple[int, str, int]) -> list[str]:
    document = docx.Document()
    root = document.part.numbering_part.element
    for child in parse_xml(NUMBERING):
        root.insert(0, child) if child.tag.endswith("abstractNum") else root.append(child)
    for level, text, num_id in items:
        properties = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num_id}"/></w:numPr>'
        element = parse_xml(paragraph(run(text), properties))
        document.element.body.insert(len(document.element.body) - 1, element)
    return [block.text for block in blocks(document)]


def test_automatic_numbers_are_restored_level_by_level() -> None:
    items = [
        (0, "总体", 91),
        (1, "主动公开", 91),
        (2, "网站。", 91),
        (2, "公报。", 91),
        (1, "申请", 91),
        (2, "当面。", 91),
        (0, "问题", 91),
    ]
    assert numbered(*items) == [
        "一、总体",
        "（一）主动公开",
        "1.网站。",
        "2.公报。",
        "（二）申请",
        "1.当面。",
        "二、问题",
    ]


def test_a_list_may_start_again_and_legal_numbers_are_digits() -> None:
    assert numbered((0, "甲", 91), (2, "乙。", 91), (2, "丙。", 92), (3, "丁。", 91), (4, "戊。", 91)) == [
        "一、甲",
        "1.乙。",
        "1.丙。",
        "1.1丁。",
        "戊。",
    ]


@pytest.mark.parametrize(
    ("number", "text"),
    [(1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (35, "三十五"), (105, "一百零五"), (110, "一百一十")],
)
def test_chinese_numbers_are_counted_as_spoken(number: int, text: str) -> None:
    assert chinese(number) == text


def test_a_style_numbers_its_paragraphs_at_the_level_that_the_list_gives_it() -> None:
    document = docx.Document()
    root = document.part.numbering_part.element
    for child in parse_xml(
        NUMBERING.replace('<w:lvl w:ilvl="1">', '<w:lvl w:ilvl="1"><w:pStyle w:val="Heading2"/>', 1)
    ):
        if child.tag.endswith("abstractNum"):
            root.insert(0, child)
        else:
            root.append(child)
    for name in ("Heading 1", "Heading 2"):
        properties = document.styles[name].element.get_or_add_pPr()
        properties.append(parse_xml(f'<w:numPr {W}><w:numId w:val="91"/></w:numPr>'))
    for text, level in (("总体", 1), ("公开", 2), ("申请", 2), ("问题", 1)):
        document.add_heading(text, level)
    assert [block.text for block in blocks(document)] == ["一、总体", "（一）公开", "（二）申请", "二、问题"]
