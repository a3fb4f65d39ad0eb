"""The tree of sections, from whatever marks the conversion has left.

The level of a heading follows from the kind of its mark: the kind that the statutory sections carry is the first
level, the others nest below in the order of official texts. Format hints (``#``, Word styles, bold) count only
where marks are missing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from index.language.dates import date_in
from index.language.text import squeeze
from index.naming.names import split_name
from index.outline.headings import (
    Candidate,
    Mark,
    candidate,
    is_attachment,
    is_caption,
    is_listed,
    is_row_label,
    undecorated,
)
from index.outline.statutory import is_statutory, is_subtopic
from index.outline.toplevel import marked, top_mark, unmarked
from index.schema import Block, Section

_TABLE_SECTION = "收到和处理"
"""Since 2019 this section is a table, whose rows count 1. 2. 3. where it was flattened."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A block that opens a section: its index, depth from 1, and the words for the path."""

    block: int
    depth: int
    printed: str


def outline(blocks: Sequence[Block], start: int = 0) -> tuple[Section, ...]:
    """The sections of a document in order; each block is in exactly one.

    ``start`` is the first block that may be a heading (after the title). A document without any heading is one
    section with the path ``()``.
    """
    sections: list[Section] = []
    path: list[Heading] = []
    opened = 0
    for heading in find_headings(blocks, start):
        if heading.block > opened:
            sections.append(_section(path, blocks[opened : heading.block]))
        path = [*(step for step in path if step.depth < heading.depth), heading]
        opened = heading.block
    if opened < len(blocks):
        sections.append(_section(path, blocks[opened:]))
    return tuple(sections)


def _section(path: Sequence[Heading], blocks: Sequence[Block]) -> Section:
    return Section(tuple(step.printed for step in path), tuple(blocks))


def find_headings(blocks: Sequence[Block], start: int = 0) -> list[Heading]:
    """The headings in order, with their depths."""
    found = {
        i: c for i in range(start, len(blocks)) if (c := candidate(blocks[i])) and not is_row_label(blocks, i)
    }
    found = _without_contents(found)
    tail = _attachments_from(blocks, found, start)
    body = {i: c for i, c in found.items() if i < tail}
    top = top_mark(body)
    first = unmarked(blocks, body) if top is Mark.NONE else dict.fromkeys(marked(blocks, body, top), 1)
    depths = first | _lower_levels(blocks, body, top, first)
    headings = [Heading(i, depths[i], body[i].printed) for i in sorted(depths)]
    return headings + [Heading(i, 1, _attachment_name(blocks[i])) for i in _attachments(blocks, tail)]


def _without_contents(found: Mapping[int, Candidate]) -> dict[int, Candidate]:
    """The candidates without a table of contents: three or more that follow each other and recur below."""
    last = {c.words: i for i, c in found.items()}
    listed = {i for i, c in found.items() if last[c.words] > i and (i + 1 in found or i - 1 in found)}
    listed = listed if len(listed) >= 3 else set()
    return {i: c for i, c in found.items() if i not in listed and c.words not in {"目录", "目次"}}


def _lower_levels(
    blocks: Sequence[Block], found: Mapping[int, Candidate], top: Mark, first: Mapping[int, int]
) -> dict[int, int]:
    """The depth of each heading below the first level, by the order of marks since the last of that level."""
    depths: dict[int, int] = {}
    open_marks: list[Mark] = []
    base, table = 0, False
    for i, c in found.items():
        if i in first:
            base, open_marks, table = first[i], [], _TABLE_SECTION in c.words
        elif base and not (table and c.mark >= Mark.NUMBER) and _opens(blocks, found, i, top):
            open_marks = (
                [*(mark for mark in open_marks if mark < c.mark), c.mark] if c.mark is not Mark.NONE else []
            )
            depths[i] = base + max(1, len(open_marks))
    return depths


def _opens(blocks: Sequence[Block], found: Mapping[int, Candidate], index: int, top: Mark) -> bool:
    """Whether a line below the first level opens a section.

    （一） does unless it is an item of a list; 1. only as a short line with text of its own below; a line without
    mark only as the usual name of a part.
    """
    c, block = found[index], blocks[index]
    if c.mark is Mark.NONE:
        return (
            top is not Mark.NONE and not c.runs_in and (is_subtopic(c.words) or _is_set_off(blocks, index, c))
        )
    if c.mark < min(top, Mark.PAREN_HAN) and top is not Mark.NONE:
        return False
    if c.mark <= Mark.PAREN_HAN:
        return not is_listed(blocks[index - 1], c.mark)
    if c.runs_in or re.search("[,。]", c.words) or squeeze(block.text)[-1:] in ",;。、":
        return False
    after = found.get(index + 1)
    return index + 1 < len(blocks) and (after is None or after.mark > c.mark)


def _is_set_off(blocks: Sequence[Block], index: int, c: Candidate) -> bool:
    """Whether an unmarked line is set like a heading, has text below it, and is no caption, signature or article."""
    block = blocks[index]
    below = blocks[index + 1].grid is None if index + 1 < len(blocks) else False
    plain = not re.match("第.{1,4}条|[表图]|单位|附|制表|填报", c.words) and split_name(c.words) is None
    return bool(block.heading or (block.bold and not block.centered)) and below and plain


def _attachments_from(blocks: Sequence[Block], found: Mapping[int, Candidate], start: int) -> int:
    """The index of the first attachment after the text, or the number of blocks.

    A covering notice names the report itself as its attachment, while statutory sections follow; the list of
    attachments above the signature (GB/T 9704, 附件说明) begins none either.
    """
    statutory = [i for i, c in found.items() if c.topics and (c.mark <= Mark.HAN or is_statutory(c.words))]
    for i in range(start, len(blocks)):
        if (is_attachment(blocks[i]) and not _above_signature(blocks, i)) or is_caption(blocks[i]):
            later = [j for j in statutory if j > i]
            if any(j < i for j in statutory) and (not later or found[later[0]].number <= 1):
                return i
    return len(blocks)


def _above_signature(blocks: Sequence[Block], index: int) -> bool:
    """Whether a date stands by itself among the next three lines."""
    below = (
        squeeze(undecorated(block.text)) for block in blocks[index + 1 : index + 4] if block.grid is None
    )
    return any(len(line) <= 24 and (found := date_in(line)) and found[1][1] == len(line) for line in below)


def _attachments(blocks: Sequence[Block], tail: int) -> list[int]:
    """The lines that begin attachments; a caption does where no attachment line stands just above it."""
    lines = [i for i in range(tail, len(blocks)) if is_attachment(blocks[i])]
    captions = [
        i for i in range(tail, len(blocks)) if is_caption(blocks[i]) and not {i - 1, i - 2} & set(lines)
    ]
    return sorted({*lines, *captions})


def _attachment_name(block: Block) -> str:
    return re.sub(r"[\s#*]+", " ", block.text).strip().rstrip(":：").strip()
