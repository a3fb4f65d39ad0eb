"""Official layout in Word by GB/T 9704-2012: page, fonts, line spacing, headings, page numbers, signature.

A4; 天头 37 mm, 订口 28 mm, 版心 156 × 225 mm; 22 lines of 28 characters; title 2号 (22 pt) 小标宋, text 3号 (16 pt) 仿宋,
headings 黑体 and 楷体. Where a font is missing Word and WPS take the fallback that each font entry names.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from docx.document import Document as Word
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import Section
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph
from docx.text.run import Run

LINE = Pt(29)
"""Fixed line spacing: 22 lines on 225 mm."""


_AFTER = ("w:bidi", "w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind", "w:jc", "w:rPr")
"""What the schema puts after the switches for line breaks and spaces in a paragraph's properties."""


@dataclass(frozen=True, slots=True)
class Face:
    """A font for Chinese, its fallback, and the size in points."""

    name: str
    fallback: str
    size: float


TITLE = Face("方正小标宋简体", "宋体", 22)
BODY = Face("仿宋_GB2312", "仿宋", 16)
FIRST = Face("黑体", "SimHei", 16)
SECOND = Face("楷体_GB2312", "楷体", 16)
NUMBER = Face("宋体", "SimSun", 14)
CELL = Face("仿宋_GB2312", "仿宋", 10)
CELL_HEAD = Face("黑体", "SimHei", 10)


def set_page(document: Word) -> None:
    """A4 with the margins that leave 156 × 225 mm; page numbers in the foot, outside on odd and even pages."""
    page = document.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.top_margin, page.left_margin = Mm(37), Mm(28)
    page.right_margin, page.bottom_margin = Mm(210 - 28 - 156), Mm(297 - 37 - 225)
    page.footer_distance = Mm(28)
    document.settings.odd_and_even_pages_header_footer = True
    _number(page, even=False)
    _number(page, even=True)


def set_styles(document: Word) -> None:
    """Text, headings of two levels and title as styles, so that they can be changed at one place."""
    _style(document, "Normal", BODY)
    _style(document, "Title", TITLE)
    _style(document, "Heading 1", FIRST)
    _style(document, "Heading 2", SECOND)
    for name in ("Heading 1", "Heading 2"):
        layout = document.styles[name].paragraph_format
        layout.first_line_indent, layout.keep_with_next = Pt(2 * BODY.size), True
    _break_anywhere(document)
    title = document.styles["Title"].paragraph_format
    title.alignment, title.keep_with_next = WD_ALIGN_PARAGRAPH.CENTER, True
    _declare_fallbacks(document)


def _style(document: Word, name: str, face: Face) -> None:
    style = document.styles[name]
    properties = style.element.get_or_add_rPr()
    for child in list(properties):
        properties.remove(child)
    _set_fonts(properties.get_or_add_rFonts(), face)
    style.font.size = Pt(face.size)
    layout = style.paragraph_format
    borders = style.element.get_or_add_pPr().find(qn("w:pBdr"))
    if borders is not None:
        borders.getparent().remove(borders)
    layout.space_before = layout.space_after = Pt(0)
    layout.line_spacing_rule, layout.line_spacing = WD_LINE_SPACING.EXACTLY, LINE


def _break_anywhere(document: Word) -> None:
    """Let an address of letters break where the line ends, and put no space between digits and Chinese text."""
    properties = document.styles["Normal"].element.get_or_add_pPr()
    for name in ("w:wordWrap", "w:autoSpaceDE", "w:autoSpaceDN"):
        element = OxmlElement(name)
        element.set(qn("w:val"), "0")
        properties.insert_element_before(element, *_AFTER)


def _set_fonts(fonts: BaseOxmlElement, face: Face) -> None:
    """One font for all scripts; digits go with the Chinese text, as official texts print them."""
    for key in list(fonts.attrib):
        del fonts.attrib[key]
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), face.name)
    fonts.set(qn("w:hint"), "eastAsia")


def set_face(run: Run, face: Face) -> None:
    """Font and size of one run."""
    _set_fonts(run._element.get_or_add_rPr().get_or_add_rFonts(), face)  # noqa: SLF001 - no other way to the eastAsia font
    run.font.size = Pt(face.size)


def indent(paragraph: Paragraph) -> None:
    """Two characters at the first line; lines to both edges, but where an address of letters would tear them apart."""
    paragraph.paragraph_format.first_line_indent = Pt(2 * BODY.size)
    torn = re.search(r"[!-~]{14,}", paragraph.text)
    paragraph.alignment = WD_ALIGN_PARAGRAPH.LEFT if torn else WD_ALIGN_PARAGRAPH.JUSTIFY


def sign(document: Word, name: str, date: str) -> None:
    """Signature and date without seal: the name two characters from the right edge, the date begins two characters later.

    Where the date is longer, it stands two characters from the edge and the name is moved left (GB/T 9704-2012, 7.3.5.2).
    """
    document.paragraphs[-1].paragraph_format.keep_with_next = True
    document.add_paragraph().paragraph_format.keep_with_next = True
    width, dated = len(name), _width(date)
    room = 2 + max(0, dated + 2 - width)
    first = document.add_paragraph(name)
    second = document.add_paragraph(date)
    first.paragraph_format.right_indent = Pt(room * BODY.size)
    second.paragraph_format.right_indent = Pt(max(2, room + width - 2 - dated) * BODY.size)
    for paragraph in (first, second):
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    first.paragraph_format.keep_with_next = True


def _width(text: str) -> float:
    """In characters; digits are half as wide."""
    return sum(0.5 if char.isascii() else 1 for char in text)


def _number(page: Section, *, even: bool) -> None:
    """— 1 — in 4号 half-width 宋体, a character's width from the outer edge."""
    footer = page.even_page_footer if even else page.footer
    footer.is_linked_to_previous = False
    paragraph = footer.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.LEFT if even else WD_ALIGN_PARAGRAPH.RIGHT
    layout = paragraph.paragraph_format
    if even:
        layout.left_indent = Pt(NUMBER.size)
    else:
        layout.right_indent = Pt(NUMBER.size)
    set_face(paragraph.add_run("— "), NUMBER)
    field = paragraph.add_run()
    set_face(field, NUMBER)
    for kind, text in (("begin", ""), ("", " PAGE "), ("end", "")):
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        else:
            element.text = text
        field._element.append(element)  # noqa: SLF001 - python-docx has no fields
    set_face(paragraph.add_run(" —"), NUMBER)


def _declare_fallbacks(document: Word) -> None:
    """Name each font's fallback in the font table, where Word looks for it."""
    part = next(
        (rel.target_part for rel in document.part.rels.values() if rel.reltype.endswith("/fontTable")), None
    )
    if part is None:
        return
    entries = "".join(
        f'<w:font w:name="{face.name}"><w:altName w:val="{face.fallback}"/></w:font>'
        for face in (TITLE, BODY, FIRST, SECOND, NUMBER)
    )
    part._blob = part.blob.replace(b"</w:fonts>", f"{entries}</w:fonts>".encode())  # noqa: SLF001 - read-only otherwise
