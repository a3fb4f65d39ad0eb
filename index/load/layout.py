"""Lines to paragraphs, whatever format they come from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from index.load.lines import Line, wrap_width
from index.load.paragraphs import begins_item, glue, goes_on, is_final, is_heading_like, is_prose
from index.load.textgrid import Item
from index.schema import Block

_FULL = 0.82
"""A line of this share of the wrapping width was broken by it; a shorter one ends its paragraph."""
_FULL_HEADING = 0.95
"""The same for a heading, which may well end by itself near the width."""


def as_blocks(items: Iterable[Item], within: Callable[[list[Line]], Iterable[Item]] = list) -> list[Block]:
    """Paragraphs and tables in order; ``within`` may find further tables in a run of lines."""
    found = [item for run in _runs(items) for item in ([run] if isinstance(run, Block) else within(run))]
    layout = _Layout([item for item in found if isinstance(item, Line)])
    blocks: list[Block] = []
    for run in _runs(found):
        blocks += [run] if isinstance(run, Block) else map(_block, _joined(run, layout))
    return blocks


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


def _block(lines: Sequence[Line]) -> Block:
    first = lines[0]
    text = first.text
    for line in lines[1:]:
        text = glue(text, line.text)
    bold = all(line.bold for line in lines)
    return Block(text=text, heading=first.heading, bold=bold, centered=first.centered, size=first.size)


def _joined(lines: Sequence[Line], layout: _Layout) -> list[list[Line]]:
    """The lines of each paragraph."""
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
        indented = sum(map(self._is_indented, body))
        self.indents = 0.1 * len(body) <= indented <= 0.8 * len(body)
        prose = [line for line in body if is_prose(line.text)]
        self.all_indented = len(prose) >= 3 and sum(self._is_indented(line) for line in prose) > 0.5 * len(
            prose
        )
        self.spaced = sum(bool(line.gap) for line in body) > 0.9 * len(body)

    def continues(self, group: Sequence[Line], line: Line) -> bool:
        """Whether a line belongs to the paragraph of the lines before it."""
        before = group[-1]
        if before.whole or line.whole or begins_item(line.text):
            return False
        if self._is_near(before, line) and self._wraps(before, line):
            return True
        text = "".join(item.text for item in group)
        unindented = self.all_indented and self._is_indented(group[0]) and line.indent - self.margin < 2
        return goes_on(text, line.text) or (unindented and is_prose(text) and not is_final(text))

    def _is_indented(self, line: Line) -> bool:
        return 2 <= line.indent - self.margin <= 8

    def _is_near(self, before: Line, line: Line) -> bool:
        """Hard-wrapped, and no blank line tells the two apart (where blank lines mean anything)."""
        return bool(self.wrap) and (not line.gap or self.spaced or line.page != before.page)

    def _wraps(self, before: Line, line: Line) -> bool:
        if before.width < (_FULL_HEADING if is_heading_like(before.text) else _FULL) * self.wrap:
            return False
        if self.indents:
            return line.indent - self.margin < 2
        return not is_final(before.text) or (before.width >= self.wrap - 2 and line.indent <= before.indent)
