"""PDF -> Document, through pdfplumber: paragraphs and tables in reading order, each with its place.

A page gives lines and tables (``pdf_layout``), pictures of pages are recognised (``pdf_scan``), running heads go
(``pdf_furniture``), tables cut by a page break are put together (``pdf_stitch``), lines become paragraphs
(``pdf_paragraphs``).
"""

from __future__ import annotations

import hashlib
import io
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfplumber.page import Page
from pdfplumber.pdf import PDF
from pdfplumber.utils.exceptions import PdfminerException

from index.errors import DocumentError, MissingExtraError
from index.load import ocr
from index.load.pdf_furniture import without_furniture
from index.load.pdf_layout import page_items
from index.load.pdf_model import Item, Line, RawTable
from index.load.pdf_paragraphs import paragraphs
from index.load.pdf_scan import scanned_lines
from index.load.pdf_stitch import grid, stitched
from index.load.pdf_unruled import with_unruled
from index.schema import Anchor, Block, Document

MAX_PAGES = 2000
"""No annual report is longer; a longer file is something else, or made to exhaust the machine."""
_MAX_SIDE = 14_400
"""Points: the largest page that the PDF format knows (ISO 32000-1, Annex C: 200 inches)."""


@dataclass(slots=True)
class _Reading:
    """What reading the pages has given so far, by page number."""

    items: dict[int, list[Item]] = field(default_factory=dict)
    heights: dict[int, float] = field(default_factory=dict)
    blank: list[int] = field(default_factory=list)
    broken: list[int] = field(default_factory=list)


@contextmanager
def _opened(data: bytes, name: str) -> Iterator[PDF]:
    """The file opened; whatever is wrong with it becomes one ``DocumentError``."""
    if b"%PDF-" not in data[:1024]:
        kind = "文件是空的" if not data else "文件不是PDF（内容与扩展名不符）"
        raise DocumentError(kind, name, "请核对文件，或重新导出为PDF后再试")
    try:
        pdf = pdfplumber.open(io.BytesIO(data), pages=list(range(1, MAX_PAGES + 2)))
        count = len(pdf.pages)
    except Exception as error:
        raise _unreadable(error, name) from error
    try:
        if not count:
            raise DocumentError("PDF已损坏或没有任何页面", name, "请重新下载或重新导出后再试")
        if count > MAX_PAGES:
            raise DocumentError(f"PDF超过{MAX_PAGES}页，不像年度报告", name, "请拆分后只放入年度报告")
        yield pdf
    finally:
        pdf.close()


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep to ourselves what pdfminer remarks on every font that it finds odd."""
    log = logging.getLogger("pdfminer")
    level = log.level
    log.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        log.setLevel(level)


def _unreadable(error: Exception, name: str) -> DocumentError:
    cause = error.args[0] if isinstance(error, PdfminerException) and error.args else error
    if isinstance(cause, PDFPasswordIncorrect):
        return DocumentError("PDF已加密，需要密码才能打开", name, "请换用未加密的版本")
    return DocumentError("PDF已损坏，无法读取", name, "请重新下载或重新导出后再试")


def _read_page(page: Page, reading: _Reading, recogniser: ocr.Recogniser | None) -> None:
    number = page.page_number
    if not (0 < page.width <= _MAX_SIDE and 0 < page.height <= _MAX_SIDE):
        reading.broken.append(number)
        return
    items: list[Item] = page_items(page)
    if not items and (page.images or page.curves or page.rects or page.chars):
        if recogniser is None:
            reading.blank.append(number)
        else:
            items = list(scanned_lines(page, recogniser))
    reading.items[number], reading.heights[number] = items, float(page.height)


def _read_pages(pdf: PDF, recogniser: ocr.Recogniser | None) -> _Reading:
    reading = _Reading()
    for page in pdf.pages:
        try:
            _read_page(page, reading, recogniser)
        except DocumentError:
            raise
        except Exception:  # noqa: BLE001 - one damaged page must not cost the others; it is named in a notice
            reading.broken.append(page.page_number)
        finally:
            page.close()
    return reading


def _runs(pages: dict[int, list[Item]]) -> Iterator[list[Line] | RawTable]:
    """Runs of lines and whole tables, in order."""
    run: list[Line] = []
    table: RawTable | None = None
    for item in (item for page in sorted(pages) for item in pages[page]):
        if isinstance(item, Line):
            if table:
                yield table
                table = None
            run.append(item)
            continue
        if run:
            yield run
            run = []
        whole = stitched(table, item) if table else None
        if table and not whole:
            yield table
        table = whole or item
    if table:
        yield table
    if run:
        yield run


def _table_block(table: RawTable) -> Block:
    whole = grid(table)
    anchors, start = [], 0
    for text, place in zip(whole.printed, table.row_places, strict=True):
        anchors.append(Anchor(start, place))
        start += len(text) + 1
    return Block(text="\n".join(whole.printed), grid=whole, anchors=tuple(anchors), ocr=table.ocr)


def _blocks(pages: dict[int, list[Item]]) -> tuple[Block, ...]:
    parts = list(_runs(pages))
    texts = iter(paragraphs([part for part in parts if isinstance(part, list)]))
    blocks: list[Block] = []
    for part in parts:
        blocks += next(texts) if isinstance(part, list) else [_table_block(part)]
    return tuple(replace(block, order=order) for order, block in enumerate(blocks))


def _numbered(pages: list[int]) -> str:
    return "、".join(map(str, pages))


def _notices(reading: _Reading) -> tuple[str, ...]:
    notices = []
    if reading.blank:
        notices.append(
            f"第{_numbered(reading.blank)}页是图片或文字没有编码，未识别（安装文字识别：pip install 'disclosure-assistant[ocr]'）"
        )
    if reading.broken:
        notices.append(f"第{_numbered(reading.broken)}页已损坏，未能读取")
    return tuple(notices)


def read_pdf(data: bytes, name: str, recogniser: ocr.Recogniser | None = None) -> Document:
    """A PDF file's paragraphs and tables in reading order.

    ``name`` is the report's name for messages; ``recogniser`` reads pages that are pictures (default: that of
    the extra ``ocr``, if it is installed). Raises ``MissingExtraError`` where the whole file is pictures and there is no
    recogniser, ``DocumentError`` where it is no PDF, damaged, locked, too long or without any text.
    """
    recogniser = recogniser or (ocr.recognise if ocr.available() else None)
    with _quiet(), _opened(data, name) as pdf:
        reading = _read_pages(pdf, recogniser)
        count = len(pdf.pages)
    pages = without_furniture(reading.items, reading.heights)
    blocks = _blocks({number: with_unruled(items) for number, items in pages.items()})
    if not blocks and reading.blank:
        raise MissingExtraError(
            "PDF是扫描图片，或文字没有编码，读不出来",
            name,
            "请安装文字识别：pip install 'disclosure-assistant[ocr]'",
        )
    if not blocks:
        what = "PDF的页面已损坏，无法读取" if reading.broken else "PDF中没有读到任何文字"
        raise DocumentError(what, name, "请换用完整、含文字的版本")
    return Document(name, "pdf", hashlib.sha256(data).hexdigest(), blocks, count, _notices(reading))
