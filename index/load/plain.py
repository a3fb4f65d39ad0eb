"""Text and Markdown files."""

from __future__ import annotations

import re

from index.load.encoding import decode
from index.load.finish import document
from index.load.flatgrid import flat_grids
from index.load.layout import as_blocks
from index.load.lines import split_lines
from index.load.markdown import looks_like_markdown, read_marks, without_front_matter
from index.load.textgrid import Item, marked_grids
from index.schema import Block, Document

_HTML_TABLE = re.compile(r"(<table\b(?:(?!</table>).)*</table>)", re.IGNORECASE | re.DOTALL)


def read_text(data: bytes, name: str) -> Document:
    """A .txt file; raises ``DocumentError`` where its encoding cannot be told."""
    return _read(data, name, "txt")


def read_markdown(data: bytes, name: str) -> Document:
    """A .md file; raises ``DocumentError`` where its encoding cannot be told."""
    return _read(data, name, "md")


def _read(data: bytes, name: str, suffix: str) -> Document:
    decoded = decode(data, name)
    marked = suffix == "md" or looks_like_markdown(decoded.text)
    return document(data, name, suffix, text_blocks(decoded.text, marked=marked), decoded.notices)


def text_blocks(text: str, *, marked: bool) -> list[Block]:
    """Paragraphs and tables of a text; ``marked`` says that Markdown marks are to be taken out."""
    items = [
        item
        for part in _HTML_TABLE.split(without_front_matter(text) if marked else text)
        for item in _items(part)
    ]
    return as_blocks(items, lambda lines: flat_grids(read_marks(lines) if marked else lines))


def _items(part: str) -> list[Item]:
    """Lines and tables of a part of a text; a table may be written as HTML, as Markdown converters do."""
    if not _HTML_TABLE.fullmatch(part):
        return marked_grids(split_lines(part))
    from bs4 import BeautifulSoup  # noqa: PLC0415  slow to import, and few texts need it

    from index.load.htmlwalk import items_of  # noqa: PLC0415

    return list(items_of(BeautifulSoup(part, "lxml")))
