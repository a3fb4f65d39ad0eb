"""A draft as a Word document in official layout, what needs the official's attention marked by comments."""

from __future__ import annotations

import datetime as dt
import io

from docx import Document
from docx.document import Document as Word
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_COLOR_INDEX
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from assistant.drafting.grid import caption, table
from assistant.drafting.nouns import ORIGIN_NAMES, Draft, Origin, Part, Sentence
from assistant.drafting.phrases import phrases
from assistant.word.layout import FIRST, TITLE, indent, set_face, set_page, set_styles, sign
from assistant.word.tables import add_table

AI_KEYWORD = "人工智能辅助起草"
"""Among a file's keywords where a language model helped."""

_COMMENTER = "年报起草"
_COMMENTED = {Origin.GIVEN, Origin.CONFIRM, Origin.SLOT, Origin.MODEL}


def word(draft: Draft) -> bytes:
    """The bytes of a .docx. Given points, what is to be confirmed, filled in or accepted carry a comment each."""
    document = Document()
    set_page(document)
    set_styles(document)
    for line in draft.title:
        document.add_paragraph(line, style="Title")
    document.add_paragraph()
    for part in draft.parts:
        _add_part(document, part, draft)
    sign(document, draft.issuer.name, draft.dateline)
    if draft.has_annex:
        _add_annex(document, draft)
    _set_properties(document, draft)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _add_part(document: Word, part: Part, draft: Draft) -> None:
    if part.heading:
        heading = document.add_paragraph(part.heading, style=f"Heading {part.level}")
        heading.paragraph_format.page_break_before = part.table == "requests" or None
        for reference in part.references:
            _comment(document, heading.runs, f"供参考，未写入正文。{reference.source}：\n{reference.text}")
    for sentences in part.paragraphs:
        paragraph = document.add_paragraph()
        for sentence in sentences:
            _add_sentence(document, paragraph, sentence)
        indent(paragraph)
    if part.table and part.table != "statistics":
        add_table(document, table(part.table, draft.year, draft.cells))


def _add_sentence(document: Word, paragraph: Paragraph, sentence: Sentence) -> None:
    run = paragraph.add_run(sentence.text)
    if sentence.origin is Origin.MODEL:
        run.font.highlight_color = WD_COLOR_INDEX.YELLOW
    if sentence.origin in _COMMENTED:
        _comment(document, [run], ORIGIN_NAMES[sentence.origin])


def _comment(document: Word, runs: list[Run], text: str) -> None:
    document.add_comment(runs, text=text, author=_COMMENTER, initials="起草")


def _add_annex(document: Word, draft: Draft) -> None:
    """The 统计表 on a page of its own (附件 at the top left in 黑体, the table's title centred)."""
    mark = document.add_paragraph()
    mark.paragraph_format.page_break_before = True
    set_face(mark.add_run(phrases("draft_sections").say("annex")), FIRST)
    title = document.add_paragraph()
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    set_face(title.add_run(caption("statistics", draft.year)), TITLE)
    add_table(document, table("statistics", draft.year, draft.cells))


def _set_properties(document: Word, draft: Draft) -> None:
    """The title, and no author: nobody has signed a draft. Where a language model helped, the remarks say so."""
    properties = document.core_properties
    properties.title = "".join(draft.title)
    properties.author = properties.last_modified_by = ""
    properties.comments, properties.keywords = draft.assisted, AI_KEYWORD if draft.assisted else ""
    properties.subject, properties.language = "政府信息公开工作年度报告（草稿）", "zh-CN"
    now = dt.datetime.now(dt.UTC).replace(microsecond=0)
    properties.created = properties.modified = now
