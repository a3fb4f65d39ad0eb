"""Text and Markdown files: lines to paragraphs, and the tables among them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from index.load.encoding import decode
from index.load.flatgrid import flat_grids
from index.load.lines import Line, split_lines, wrap_width
from index.load.markdown import looks_like_markdown, read_marks
from index.load.paragraphs import begins_item, glue, goes_on, is_final
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
    blocks = text_blocks(decoded.text, marked=marked)
    return Document(
        name=name,
        format=suffix,
        digest=hashlib.sha256(data).hexdigest(),
        blocks=tuple(replace(block, order=order) for order, block in enumerate(blocks)),
        notices=decoded.notices,
    )


def text_blocks(text: str, *, marked: bool) -> list[Block]:
    """Paragraphs and tables of a text; ``marked`` says that Markdown marks are to be taken out."""
    items = marked_grids(split_lines(text))
    pieces: list[Block] = []
    for run in _runs(items):
        if isinstance(run, Block):
            pieces.append(run)
        else:
            pieces += _paragraphs(read_marks(run) if marked else run)
    return pieces


def _runs(items: Iterable[Item]) -> Iterator[Block | list[Line]]:
    """Tables one by one, the lines between them together."""
    lines: list[Line] = []
    for item in items:
        if isinstance(item, Block):
            if lines:
                yield lines
            yield item
            lines = []
        else:
            lines.append(item)
    if lines:
        yield lines


def _paragraphs(lines: Sequence[Line]) -> Iterator[Block]:
    for run in _runs(flat_grids(lines)):
        if isinstance(run, Block):
            yield run
        else:
            yield from map(_block, _joined(run))


def _block(lines: Sequence[Line]) -> Block:
    text = lines[0].text
    for line in lines[1:]:
        text = glue(text, line.text)
    return Block(text=text, heading=lines[0].heading, bold=all(line.bold for line in lines))


def _joined(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines of each paragraph."""
    layout = _Layout(lines)
    groups: list[list[Line]] = []
    for line in lines:
        if groups and layout.continues(groups[-1], line):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


class _Layout:
    """How a run of lines is set: the width at which it wraps, whether paragraphs are indented or spaced."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.wrap = wrap_width(lines)
        body = [line for line in lines if not line.whole]
        self.margin = min((line.indent for line in body), default=0)
        indented = sum(2 <= line.indent - self.margin <= 8 for line in body)
        self.indents = 0.1 * len(body) <= indented <= 0.8 * len(body)
        self.spaced = sum(bool(line.gap) for line in body) > 0.9 * len(body)

    def continues(self, group: Sequence[Line], line: Line) -> bool:
        """Whether a line belongs to the paragraph of the lines before it."""
        before = group[-1]
        if before.whole or line.whole or begins_item(line.text):
            return False
        if (
            self.wrap
            and (not line.gap or self.spaced or line.page != before.page)
            and self._wraps(before, line)
        ):
            return True
        return goes_on("".join(item.text for item in group), line.text)

    def _wraps(self, before: Line, line: Line) -> bool:
        if before.width < 0.82 * self.wrap:
            return False
        if self.indents:
            return line.indent - self.margin < 2
        return not is_final(before.text) or (before.width >= self.wrap - 2 and line.indent <= before.indent)
