"""Word documents (.docx): paragraphs and tables in order, with the numbers that Word adds when it shows them."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import replace
from io import BytesIO

import docx
from docx.opc.exceptions import PackageNotFoundError

from index.errors import DocumentError
from index.load.cells import cell_text
from index.load.finish import document
from index.load.layout import as_blocks
from index.load.limits import check_package
from index.load.lines import Line, is_page_number
from index.load.numbering import Numbering
from index.load.paragraphs import soft_lines
from index.load.textgrid import Item
from index.load.wordstyle import Look, Styles
from index.load.wordtable import cells_of, is_layout, rows_of, table_block
from index.load.wordxml import FALLBACK, Element, qn, seen_text, text_boxes, value
from index.schema import Document

_WRAPPERS = {qn(name) for name in ("w:sdtContent", "w:ins", "w:moveTo", "w:customXml", "w:smartTag")}


def read_docx(data: bytes, name: str) -> Document:
    """A .docx file; headers, footers, notes and deleted text are left out. Raises ``DocumentError``."""
    try:
        check_package(data, name)
        source = docx.Document(BytesIO(data))
        reader = _Reader(source)
        items = list(reader.items(source.element.body))
    except (
        PackageNotFoundError,
        zipfile.BadZipFile,
        SyntaxError,
        KeyError,
        ValueError,
        AttributeError,
    ) as error:
        raise DocumentError(
            "docx 文件已损坏，无法读取", name, "请用 Word 或 WPS 打开并另存为 docx 后再试"
        ) from error
    return document(data, name, "docx", as_blocks(items))


class _Reader:
    """Walks a document's body; holds what the whole document shares."""

    def __init__(self, source: docx.document.Document) -> None:
        self._styles = Styles(source.styles.element)
        self._numbering = Numbering(_numbering_root(source))

    def items(self, container: Element) -> Iterator[Item]:
        """Lines and tables of a body, cell or text box in order."""
        for child in container:
            if child.tag == qn("w:p"):
                yield from self._lines(child)
                for box in text_boxes(child):
                    yield from self.items(box)
            elif child.tag == qn("w:tbl"):
                yield from self._table(child)
            elif child.tag == qn("w:sdt"):
                yield from () if _is_contents(child) else self.items(child)
            elif child.tag in _WRAPPERS:
                yield from self.items(child)
            elif child.tag.endswith("}AlternateContent"):
                yield from (item for part in child if part.tag != FALLBACK for item in self.items(part))

    def _lines(self, paragraph: Element) -> Iterator[Line]:
        """The lines of a paragraph: one, unless soft breaks set several paragraphs in it."""
        look = self._styles.look(paragraph)
        label = self._numbering.label(look.num_id, look.level, look.style) if look.num_id else ""
        text = label + seen_text(paragraph)
        if look.contents:
            return
        for piece in soft_lines(text.split("\n"), title=look.centered or look.heading > 0):
            if not is_page_number(piece):
                yield _line(piece, look)

    def _table(self, table: Element) -> Iterator[Item]:
        if not is_layout(table, _plain):
            block = table_block(table, self._cell_text)
            yield from [block] if block.text.strip() else []
            return
        for row in rows_of(table):
            for cell in cells_of(row):
                yield from self.items(cell)

    def _cell_text(self, cell: Element) -> str:
        return cell_text(_texts(self.items(cell)))


def _texts(items: Iterable[Item]) -> Iterator[str]:
    return (item.text for item in items)


def _plain(cell: Element) -> str:
    """A cell's text without numbering, which must not be counted twice."""
    return "".join(seen_text(paragraph) for paragraph in cell.iter(qn("w:p")))


def _line(text: str, look: Look) -> Line:
    line = Line(raw=text, text=text, indent=look.indent, whole=look.heading > 0 or look.centered)
    return replace(line, heading=look.heading, bold=look.bold, centered=look.centered, size=look.size)


def _is_contents(control: Element) -> bool:
    """Whether a content control is the table of contents, which repeats the headings."""
    gallery = control.find(f"{qn('w:sdtPr')}/{qn('w:docPartObj')}")
    return gallery is not None and value(gallery, "w:docPartGallery") == "Table of Contents"


def _numbering_root(source: docx.document.Document) -> Element:
    """The numbering part's element; ``None`` where there is none, which python-docx would otherwise create."""
    parts = (relation.target_part for relation in source.part.rels.values() if not relation.is_external)
    found = next((part for part in parts if part.content_type.endswith(".numbering+xml")), None)
    return None if found is None else found.element
