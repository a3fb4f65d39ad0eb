"""Reading WordprocessingML elements: values, and the text that a reader sees."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeAlias

from docx.oxml.ns import qn as _qn

Element: TypeAlias = Any
"""An lxml element; the library exports no type for it."""

FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_OFF = {"0", "false", "off", "none"}


def qn(name: str) -> str:
    """``w:p`` as lxml names it."""
    return str(_qn(name))


_UNSEEN = {
    FALLBACK,  # repeats the text box that stands beside it
    *map(
        qn,
        (
            "w:del",
            "w:moveFrom",
            "w:instrText",
            "w:delText",
            "w:pPr",
            "w:rPr",
            "w:footnoteReference",
            "w:endnoteReference",
            "w:commentReference",
            "w:txbxContent",
            "w:rt",
        ),
    ),
}
_SIGNS = {
    qn("w:tab"): " ",
    qn("w:ptab"): " ",
    qn("w:br"): "\n",
    qn("w:cr"): "\n",
    qn("w:noBreakHyphen"): "-",
}


def value(element: Element, name: str) -> str:
    """The ``w:val`` of a child, ``""`` where either is missing."""
    child = element.find(qn(name))
    return "" if child is None else child.get(qn("w:val")) or ""


def is_on(element: Element, name: str) -> bool | None:
    """A toggle such as ``w:b``: on, off, or ``None`` where it is not set."""
    child = element.find(qn(name))
    return None if child is None else (child.get(qn("w:val")) or "1") not in _OFF


def seen_text(element: Element) -> str:
    """What a reader sees of a paragraph or run: insertions kept, deletions, hidden text and notes left out."""
    return "".join(_pieces(element))


def seen_runs(paragraph: Element) -> Iterator[Element]:
    """The runs of a paragraph that a reader sees, those of links and insertions included."""
    for child in paragraph:
        if child.tag == qn("w:r"):
            if not _is_hidden(child):
                yield child
        elif child.tag not in _UNSEEN:
            yield from seen_runs(child)


def text_boxes(paragraph: Element) -> Iterator[Element]:
    """The contents of text boxes anchored in a paragraph, each once; boxes inside boxes come with those."""
    for child in paragraph:
        if child.tag == qn("w:txbxContent"):
            yield child
        elif child.tag not in {FALLBACK, qn("w:del")}:
            yield from text_boxes(child)


def _pieces(element: Element) -> Iterator[str]:
    for child in element:
        if child.tag in _UNSEEN or (child.tag == qn("w:r") and _is_hidden(child)):
            continue
        if child.tag == qn("w:t"):
            yield child.text or ""
        elif child.tag in _SIGNS:
            yield _SIGNS[child.tag]
        else:
            yield from _pieces(child)


def _is_hidden(run: Element) -> bool:
    properties = run.find(qn("w:rPr"))
    return properties is not None and is_on(properties, "w:vanish") is True
