"""Document -> Report: title, issuer, year, format, contact, signature and the tree of sections."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from index.errors import DocumentError
from index.language.dates import years_in
from index.language.text import squeeze
from index.naming.issuer import make_issuer
from index.outline.headings import Mark, candidate, undecorated
from index.outline.mentions import bodies_named, signing_body, subjects
from index.outline.particulars import Signature, find_contact, find_signature, published_on
from index.outline.statutory import is_statutory, topics
from index.outline.title import Title, find_title
from index.outline.tree import outline
from index.outline.unmerge import unmerged
from index.schema import Block, Document, Generation, Issuer, Report, Section

_PERIOD = re.compile(r"统计(?:期限|时间|周期|区间|数据)[^。]{0,20}?((?:20|19)\d\d)年")


def parse(document: Document) -> Report:
    """Understand a document as an annual report.

    Raises ``DocumentError``, which names the document, where it holds no text, is no annual report on information
    disclosure, or names no report year or no issuing body.
    """
    document = replace(document, blocks=unmerged(document.blocks))
    title = _title(document)
    start = title.blocks.stop if title else 0
    sections = outline(document.blocks, start)
    _require_report(document, title, sections)
    signature = find_signature(_after_first(sections))
    year = _year(document, title, signature, sections)
    issuer = _issuer(document, title, signature, sections)
    return Report(
        name=document.name,
        title=title.text if title else f"{issuer.short}{year}年政府信息公开工作年度报告",
        issuer=issuer,
        year=year,
        generation=Generation.of(year),
        sections=sections,
        contact=find_contact(_preamble(sections), _rest(sections)),
        signature=signature.body,
        signed=signature.signed,
        published=published_on(_preamble(sections), _rest(sections)),
        format=document.format,
        digest=document.digest,
        pages=document.pages,
        notices=document.notices if title else (*document.notices, "原文没有标题，标题按机构和年度拟定"),
    )


def _title(document: Document) -> Title | None:
    if not any(squeeze(block.text) for block in document.blocks):
        raise DocumentError("没有可读的文字", document.name, "请确认文件不是空白；扫描件请先识别文字")
    return find_title(_plain(document.blocks[: _text_begins(document.blocks)]))


def _text_begins(blocks: Sequence[Block]) -> int:
    """The index of the first statutory heading: the title stands above it, links to other years' below."""
    for index, block in enumerate(blocks):
        found = candidate(block)
        if found and ((found.mark <= Mark.HAN and found.topics) or is_statutory(found.words)):
            return index
    return len(blocks)


def _require_report(document: Document, title: Title | None, sections: Sequence[Section]) -> None:
    """A title, or two statutory sections in a text about disclosure, make a report."""
    if title:
        return
    named = {topic for section in sections if section.path for topic in topics(_unmarked(section.heading))}
    text = squeeze("".join(block.text for block in document.blocks))
    if len(named) < 2 or not re.search("信息公开|政务公开", text):
        raise DocumentError(
            "不像政府信息公开工作年度报告，没有找到标题和法定章节", document.name, "请确认文件是年度报告全文"
        )


def _unmarked(heading: str) -> str:
    return re.sub(r"^[（(]?[一二三四五六七八九十\d]+[）)、.．]*", "", squeeze(heading))


def _preamble(sections: Sequence[Section]) -> tuple[Block, ...]:
    return _plain(sections[0].blocks) if not sections[0].path else ()


def _rest(sections: Sequence[Section]) -> tuple[Block, ...]:
    return _plain([block for section in sections if section.path for block in section.blocks])


def _plain(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks without Markdown marks that a conversion left in their text."""
    return tuple(
        replace(block, text=undecorated(block.text)) if block.grid is None else block for block in blocks
    )


def _after_first(sections: Sequence[Section]) -> tuple[Block, ...]:
    """The blocks in which a signature may stand: the sections, or all where there are none."""
    return _rest(sections) or _preamble(sections)


def _issuer(
    document: Document, title: Title | None, signature: Signature, sections: Sequence[Section]
) -> Issuer:
    texts = [squeeze(block.text) for block in _plain(document.blocks) if not block.grid]
    text = "\n".join(texts)
    stated = title.body if title else ""
    signed = signature.body if stated else signing_body(signature.body, text)
    named = list(bodies_named(_preamble(sections)))
    issuer = (
        make_issuer((stated, signed), named, text)
        or make_issuer((), bodies_named(_plain(document.blocks)), text)
        or make_issuer((), subjects(texts), text)
    )
    if issuer is None:
        raise DocumentError("没有找到发布机构", document.name, "请在标题或落款写明机构全称")
    return issuer


def _year(document: Document, title: Title | None, signature: Signature, sections: Sequence[Section]) -> int:
    """The report year: the title's, the statistics period's, the preamble's, else the year before the signature."""
    signed = signature.signed or published_on(_preamble(sections), _rest(sections))
    text = squeeze("".join(block.text for block in document.blocks))
    if title and title.year:
        return title.year
    if period := _PERIOD.search(text):
        return int(period[1])
    early = "".join(block.text for block in (*_preamble(sections), *_rest(sections)[:4]))
    for years in (_counted(early, signed), [signed.year - 1] if signed else [], _counted(text, signed)):
        if years:
            return years[0]
    raise DocumentError(
        "没有找到报告年度", document.name, "请在标题写明年度，例如“2023年政府信息公开工作年度报告”"
    )


def _counted(text: str, signed: dt.date | None) -> list[int]:
    """The years of a text by how often they occur, without those that cannot be reported on yet."""
    years = Counter(year for year in years_in(text) if not signed or year < signed.year)
    return [year for year, _ in years.most_common()]
