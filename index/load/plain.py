"""Text and Markdown files."""

from __future__ import annotations

from index.load.encoding import decode
from index.load.finish import document
from index.load.flatgrid import flat_grids
from index.load.layout import as_blocks
from index.load.lines import split_lines
from index.load.markdown import looks_like_markdown, read_marks
from index.load.textgrid import Item, marked_grids
from index.schema import Block, Document


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
    items: list[Item] = marked_grids(split_lines(text))
    return as_blocks(items, lambda lines: flat_grids(read_marks(lines) if marked else lines))
