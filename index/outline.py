"""The tree of sections, from whatever marks the conversion has left.

The level of a heading follows from the kind of its mark: the kind that the statutory sections carry is the first
level, the others nest below in the order of official texts. Format hints (``#``, Word styles, bold) count only
where marks are missing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from index.headings import Candidate, Mark, candidate, is_attachment, is_statutory, is_subtopic
from index.schema import Block, Section
from index.text import squeeze


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
    path: list[tuple[int, str]] = []
    opened = 0
    for heading in find_headings(blocks, start):
        if heading.block > opened:
            sections.append(_section(path, blocks[opened : heading.block]))
        path = [step for step in path if step[0] < heading.depth] + [(heading.depth, heading.printed)]
        opened = heading.block
    sections.append(_section(path, blocks[opened:]))
    return tuple(sections)


def _section(path: Sequence[tuple[int, str]], blocks: Sequence[Block]) -> Section:
    return Section(tuple(printed for _, printed in path), tuple(blocks))


def find_headings(blocks: Sequence[Block], start: int = 0) -> list[Heading]:
    """The headings in order, with their depths."""
    found = {i: c for i in range(start, len(blocks)) if (c := candidate(blocks[i]))}
    found = _without_contents(found, len(blocks))
    tail = _attachments_from(blocks, found, start)
    body = {i: c for i, c in found.items() if i < tail}
    top = _top_mark(body)
    first = _top_level(blocks, body, top)
    below = _lower_levels(blocks, body, top, first)
    return sorted(first + below + _attachments(blocks, tail), key=lambda heading: heading.block)


def _without_contents(found: dict[int, Candidate], total: int) -> dict[int, Candidate]:
    """The candidates without a table of contents: a run of headings with no text between that recur below."""
    last = {c.words: i for i, c in found.items()}
    listed = {
        i
        for i, c in found.items()
        if last[c.words] > i and (i + 1 in found or i - 1 in found) and i < total - 1
    }
    if len(listed) < 3:
        return found
    return {i: c for i, c in found.items() if i not in listed and squeeze(c.words) not in {"目录", "目次"}}


def _top_mark(found: dict[int, Candidate]) -> Mark:
    """The kind of mark that the statutory sections carry; the higher kind where two carry as many."""
    counts: Counter[Mark] = Counter()
    for mark in Mark:
        named = [
            c
            for c in found.values()
            if c.mark is mark and (c.topics if mark is not Mark.NONE else is_statutory(c.words))
        ]
        counts[mark] = len({topic for c in named for topic in sorted(c.topics)[:1]})
    best = max(counts.values(), default=0)
    if best == 0:
        marks = [c.mark for c in found.values() if c.mark <= Mark.PAREN_HAN]
        return min(marks, default=Mark.NONE)
    return min(mark for mark in Mark if counts[mark] >= max(2, best - 1) or counts[mark] == best)


def _top_level(blocks: Sequence[Block], found: dict[int, Candidate], top: Mark) -> list[Heading]:
    if top is Mark.NONE:
        return _unmarked(blocks, found)
    kept: dict[int, Candidate] = {}
    last = 0
    for i, c in found.items():
        if c.mark is top and (c.number > last or c.topics) and not _is_item(blocks, i, c, top):
            kept[i] = c
            last = c.number
    missing = {i: c for i, c in found.items() if c.mark is Mark.NONE and _stands_in(blocks[i], c, kept)}
    return [Heading(i, 1, c.printed) for i, c in (kept | missing).items()]


def _is_item(blocks: Sequence[Block], index: int, c: Candidate, top: Mark) -> bool:
    """Whether a numbered line of a 1. 2. 3. outline is an item: its neighbour is one too."""
    return top >= Mark.NUMBER and not c.topics and index + 1 < len(blocks) and c.runs_in


def _stands_in(block: Block, c: Candidate, kept: dict[int, Candidate]) -> bool:
    """Whether an unmarked line is a heading of the first level that lost its mark, or an introduction."""
    if c.words in {"引言", "前言"}:
        return True
    named = {topic for other in kept.values() for topic in other.topics}
    hinted = block.heading or block.bold or block.centered
    return (
        is_statutory(c.words)
        and not is_subtopic(c.words)
        and (not c.topics & named or bool(hinted and not c.topics <= named))
    )


def _unmarked(blocks: Sequence[Block], found: dict[int, Candidate]) -> list[Heading]:
    """Headings of a document without marks: statutory names, and lines set like them."""
    bare = {i: c for i, c in found.items() if c.mark is Mark.NONE}
    named = {i: c for i, c in bare.items() if is_statutory(c.words)}
    tops = {i: c for i, c in named.items() if not is_subtopic(c.words)} or named
    levels = Counter(blocks[i].heading for i in tops)
    level = levels.most_common(1)[0][0] if levels else 0
    bold = sum(blocks[i].bold for i in tops) * 2 > len(tops)
    headings = []
    for i, c in bare.items():
        hint = blocks[i].heading
        if i in tops or (level and hint == level):
            headings.append(Heading(i, 1, c.printed))
        elif tops and i > min(tops) and (i in named or (level and hint > level) or (bold and blocks[i].bold)):
            headings.append(Heading(i, 2, c.printed))
    return headings


def _lower_levels(
    blocks: Sequence[Block], found: dict[int, Candidate], top: Mark, first: list[Heading]
) -> list[Heading]:
    """The headings below the first level, by the order of marks within each section of the first level."""
    taken = {heading.block for heading in first}
    if not taken:
        return []
    depths: list[Mark] = []
    headings = []
    for i, c in found.items():
        if i in taken:
            depths = []
        elif (
            i > min(taken)
            and c.mark is not Mark.NONE
            and not (top is not Mark.NONE and c.mark < top)
            and _opens(blocks, found, i, c)
        ):
            depths = [mark for mark in depths if mark < c.mark] + [c.mark]
            headings.append(Heading(i, 1 + len(depths), c.printed))
    return headings


def _opens(blocks: Sequence[Block], found: dict[int, Candidate], index: int, c: Candidate) -> bool:
    """Whether a marked line opens a section: （一） does, 1. only as a short line with text of its own below."""
    if c.mark <= Mark.PAREN_HAN:
        return True
    if c.runs_in or re.search("[,。]", c.words) or squeeze(blocks[index].text)[-1:] in ",;。、":
        return False
    after = found.get(index + 1)
    return index + 1 < len(blocks) and (after is None or after.mark is Mark.NONE or after.mark > c.mark)


def _attachments_from(blocks: Sequence[Block], found: dict[int, Candidate], start: int) -> int:
    """The index of the first attachment after the text, or the number of blocks.

    A covering notice names the report itself as its attachment, and a list of attachments can stand above the
    signature: neither begins one while statutory sections follow.
    """
    statutory = [i for i, c in found.items() if c.mark <= Mark.HAN and c.topics]
    marks = [i for i in range(start, len(blocks)) if is_attachment(blocks[i])]
    for i in marks:
        later = [j for j in statutory if j > i]
        earlier = [j for j in statutory if j < i]
        if earlier and (not later or found[later[0]].number <= 1):
            return i
    return len(blocks)


def _attachments(blocks: Sequence[Block], tail: int) -> list[Heading]:
    marks = [i for i in range(tail, len(blocks)) if is_attachment(blocks[i])]
    return [Heading(i, 1, _attachment_name(blocks[i])) for i in marks]


def _attachment_name(block: Block) -> str:
    return re.sub(r"[\s#*]+", " ", block.text).strip().rstrip(":：").strip()
