"""From HTML elements to lines and tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from bs4 import Tag
from bs4.element import NavigableString

from index.load.htmltable import is_layout, table_block
from index.load.lines import Line, columns, is_page_number
from index.load.paragraphs import begins_item, soft_lines
from index.load.textgrid import Item

_BLOCKS = frozenset(
    (
        *(
            "address",
            "article",
            "blockquote",
            "body",
            "caption",
            "center",
            "dd",
            "div",
            "dl",
            "dt",
            "fieldset",
        ),
        *(
            "figcaption",
            "figure",
            "form",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "header",
            "hr",
            "html",
            "li",
            "main",
        ),
        *("ol", "p", "pre", "section", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"),
    )
)
_HEADING = re.compile(r"^h([1-6])$")
_CENTER = re.compile(r"text-align\s*:\s*center", re.IGNORECASE)
_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_INDENT = re.compile(r"text-indent\s*:\s*(\d+(?:\.\d+)?)\s*(em|px|pt)", re.IGNORECASE)
_ADDRESS = re.compile(r"\w\.\w+\.\w|@|https?:")
_SPACES = re.compile(r"[ \t\r\n\f]+")
_EDGE = re.compile(r"(?<=[\u2e80-\u9fff\uff00-\uffef]) (?=[\u2e80-\u9fff\uff00-\uffef])")


@dataclass(slots=True)
class _Buffer:
    """The text of a block until it ends; ``bold`` has a ``b`` for each bold character, ``linked`` counts those in links."""

    text: str = ""
    bold: str = ""
    linked: int = 0

    def add(self, text: str, *, bold: bool) -> None:
        self.text += text
        self.bold += ("b" if bold else " ") * len(text)

    def bold_lines(self) -> set[str]:
        """The lines that are bold throughout, white space made single."""
        found, start = set(), 0
        for line in self.text.split("\n"):
            marks = self.bold[start : start + len(line)]
            if line.strip() and all(
                mark == "b" or char.isspace() for char, mark in zip(line, marks, strict=True)
            ):
                found.add(" ".join(line.split()))
            start += len(line) + 1
        return found


@dataclass(frozen=True, slots=True)
class _Style:
    """What an element passes on to what it contains."""

    heading: int = 0
    bold: bool = False
    centered: bool = False
    linked: bool = False
    verbatim: bool = False
    indent: int = 0


def items_of(content: Tag) -> Iterator[Item]:
    """Lines and tables of an element in order; lines that are links and nothing else are left out."""
    walker = _Walker()
    yield from walker.walk(content, _Style())
    yield from walker.flush(_Style())


def lines_of(cell: Tag) -> list[str]:
    """The texts of a cell's lines, links included."""
    walker = _Walker(keep_links=True)
    items = [*walker.walk(cell, _Style()), *walker.flush(_Style())]
    return [item.text for item in items]


class _Walker:
    def __init__(self, *, keep_links: bool = False) -> None:
        self._buffer = _Buffer()
        self._keep_links = keep_links

    def walk(self, tag: Tag, style: _Style) -> Iterator[Item]:
        """Everything in an element."""
        for child in tag.children:
            if isinstance(child, Tag):
                yield from self._element(child, style)
            elif isinstance(child, NavigableString):
                self._add(str(child), style)

    def flush(self, style: _Style) -> Iterator[Item]:
        """The block that ends here, if it holds anything."""
        buffer, self._buffer = self._buffer, _Buffer()
        size = len("".join(buffer.text.split()))
        if not size or (not self._keep_links and _is_menu(buffer.text, buffer.linked, size)):
            return
        bold = buffer.bold_lines()
        lines = buffer.text.split("\n")
        all_bold = bool(bold) and all(" ".join(line.split()) in bold for line in lines if line.strip())
        for text in soft_lines(lines, title=style.heading > 0 or (style.centered and all_bold)):
            if not is_page_number(text):
                yield _line(
                    text, style, indent=_indent(lines, text) or style.indent, bold=all_bold or text in bold
                )

    def _element(self, tag: Tag, style: _Style) -> Iterator[Item]:
        if tag.name == "br":
            self._buffer.add("\n", bold=False)
        elif tag.name == "table":
            yield from self.flush(style)
            yield from self._table(tag, style)
        elif tag.name in _BLOCKS:
            yield from self.flush(style)
            inner = _styled(tag, style)
            self._add(_list_mark(tag), inner)
            yield from self.walk(tag, inner)
            yield from self.flush(inner)
        else:
            yield from self.walk(tag, _styled(tag, style))

    def _table(self, table: Tag, style: _Style) -> Iterator[Item]:
        if is_layout(table):
            yield from self.walk(table, style)
            yield from self.flush(style)
            return
        block = table_block(table, lines_of)
        caption = table.find("caption", recursive=False)
        if isinstance(caption, Tag):
            yield from self.walk(caption, style)
            yield from self.flush(style)
        if block.text.strip():
            yield block

    def _add(self, text: str, style: _Style) -> None:
        piece = text.replace("\r\n", "\n") if style.verbatim else _SPACES.sub(" ", text)
        piece = piece if style.verbatim else _EDGE.sub("", piece)
        if self._buffer.text.endswith(("\n", " ")) or not self._buffer.text:
            piece = piece.lstrip(" ")
        self._buffer.add(piece, bold=style.bold)
        size = len("".join(piece.split()))
        self._buffer.linked += size if style.linked and not _ADDRESS.search(piece) else 0


def _is_menu(text: str, linked: int, size: int) -> bool:
    """Whether a line is links for the most part; a sentence may hold one, and an attachment is named by one."""
    return linked >= 0.5 * size and "。" not in text and not text.lstrip().startswith("附件")


def _styled(tag: Tag, style: _Style) -> _Style:
    css = str(tag.get("style", ""))
    heading = _HEADING.match(tag.name)
    indent = _INDENT.search(css)
    return _Style(
        heading=int(heading[1]) if heading else style.heading,
        bold=style.bold or tag.name in {"b", "strong"} or bool(_BOLD.search(css)),
        centered=tag.name == "center"
        or tag.get("align") == "center"
        or bool(_CENTER.search(css))
        or style.centered,
        linked=style.linked or (tag.name == "a" and tag.has_attr("href")),
        verbatim=style.verbatim or tag.name == "pre",
        indent=4 if indent and float(indent[1]) > 0 else style.indent,
    )


def _line(text: str, style: _Style, *, indent: int, bold: bool) -> Line:
    whole = style.heading > 0 or (style.centered and len(text) <= 60)
    line = Line(raw=text, text=text, indent=indent, heading=style.heading, bold=bold, whole=whole)
    return replace(line, centered=style.centered)


def _indent(lines: list[str], text: str) -> int:
    """Columns of blank before a line that was made with spaces (&emsp;, full-width, &nbsp;)."""
    raw = next((line for line in lines if line.strip().startswith(text[:8])), "")
    return columns(raw[: len(raw) - len(raw.lstrip())])


def _list_mark(tag: Tag) -> str:
    """The number that a browser sets before an item of an ordered list."""
    parent = tag.parent
    if tag.name != "li" or parent is None or parent.name != "ol" or begins_item(tag.get_text().strip()):
        return ""
    start = str(parent.get("start", "1"))
    place = sum(1 for _ in tag.find_previous_siblings("li"))
    return f"{(int(start) if start.isdigit() else 1) + place}."
