"""Paragraphs that a conversion ran together, taken apart at the statutory headings inside them.

Some web pages hold a whole report in one paragraph. The parts joined give the paragraph again, but for the white
space between them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from index.outline.headings import is_phrase
from index.outline.statutory import is_statutory
from index.schema import Anchor, Block

_HAN = re.compile(r"(?:(?<=[。\s])|^)[一二三四五六七八九十]{1,3}\s*、\s*([^\s。，；：]{2,40})")
_PAREN = re.compile(r"(?<=[。\s])[（(][一二三四五六七八九十]{1,3}[)）]\s*([^\s。；：]{2,40})(?=[。\s：])")
_LEAST = 2
"""So many statutory headings inside one paragraph cannot be there by chance."""
_LEAST_TEXT = 25
"""With fewer characters from one to the next they are a list of the report's parts."""
_LONG = 150
"""A shorter paragraph cannot hold two sections."""


def unmerged(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks, those with several statutory sections inside cut before each heading."""
    return tuple(part for block in blocks for part in _parts(block))


def _parts(block: Block) -> Iterator[Block]:
    cuts = _cuts(block.text) if block.grid is None and len(block.text) > _LONG else []
    if not cuts:
        yield block
        return
    for start, stop in pairwise([0, *cuts, len(block.text)]):
        text = block.text[start:stop].strip()
        if text:
            begin = block.text.index(text, start)
            yield replace(block, text=text, anchors=_anchors(block.anchors, begin, stop))


def _cuts(text: str) -> list[int]:
    """Where headings begin; empty where they are too few or mostly follow each other without text."""
    tops = [match.start() for match in _HAN.finditer(text) if is_statutory(match[1])]
    close = [stop - start < _LEAST_TEXT for start, stop in pairwise(tops)]
    if len(tops) < _LEAST or sum(close) * 2 > len(close):
        return []
    parts = [
        match.start() for match in _PAREN.finditer(text) if match.start() > tops[0] and is_phrase(match[1])
    ]
    return sorted({*tops, *parts} - {0})


def _anchors(anchors: tuple[Anchor, ...], start: int, stop: int) -> tuple[Anchor, ...]:
    """The anchors of a part of a text, counted from its beginning."""
    before = [anchor for anchor in anchors if anchor.start <= start][-1:]
    inside = [anchor for anchor in anchors if start < anchor.start < stop]
    return tuple(Anchor(max(0, anchor.start - start), anchor.place) for anchor in (*before, *inside))
