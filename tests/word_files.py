"""Word files written for tests, and their blocks as read."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from index.load.word import read_docx
from index.schema import Block, Grid

W = nsdecls("w")


def saved(document: Any) -> bytes:
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def blocks(document: Any) -> tuple[Block, ...]:
    return read_docx(saved(document), "a.docx").blocks


def body(*xml: str) -> tuple[Block, ...]:
    """The blocks of a document with the given elements as its body."""
    document = docx.Document()
    for element in xml:
        document.element.body.insert(len(document.element.body) - 1, parse_xml(element))
    return blocks(document)


def paragraph(inner: str, properties: str = "") -> str:
    return f"<w:p {W}><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def grid(block: Block) -> Grid:
    assert block.grid is not None
    return block.grid


def rows(block: Block) -> list[list[str | None]]:
    return [[cell.text if cell else None for cell in row] for row in grid(block).rows]
