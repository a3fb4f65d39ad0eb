"""The labels and figures of a line of a statutory table without rules."""

from __future__ import annotations

import re

from index.load.pdf_marks import bare, is_entry, is_fragment, labels
from index.load.pdf_model import Line, Segment

_STUCK = re.compile(r"(.*[^\d.,，])(\d[\d,.]*)")
_MARK_WITHIN = re.compile(r"(?<=[\u4e00-\u9fff）)、])\d{1,2}\s*[.．、](?=[\u4e00-\u9fff“])")
"""A numbered label close behind the label of its group."""


def _cut(segment: Segment, at: int) -> tuple[Segment, Segment]:
    x = segment.steps[at]
    return Segment(segment.text[:at].strip(), segment.x0, x), Segment(
        segment.text[at:].strip(), x, segment.x1
    )


def _figures(segment: Segment) -> list[Segment]:
    """Figures side by side as one each; any other stretch as it is."""
    if not all(is_entry(word) for word in segment.text.split()):
        return [segment]
    found = []
    rest = segment
    while " " in rest.text:
        head, rest = _cut(rest, rest.text.index(" "))
        found.append(head)
    return [*found, rest]


def pieces(line: Line) -> list[Segment]:
    """The labels and figures of a line; those that stand so close that they seem one are parted."""
    return [part for segment in line.segments for piece in _figures(segment) for part in _parted(piece)]


def _parted(piece: Segment) -> list[Segment]:
    if bare(piece.text) in labels() or is_entry(piece.text):
        return [piece]
    ends = [at for at in range(2, len(piece.text)) if bare(piece.text[:at]) in labels()]
    match = _STUCK.fullmatch(piece.text)
    mark = _MARK_WITHIN.search(piece.text)
    if mark and is_fragment(piece.text[: mark.start()]):
        head, rest = _cut(piece, mark.start())
    elif ends and is_fragment(piece.text[max(ends) :]):
        head, rest = _cut(piece, max(ends))
    elif match and is_fragment(match.group(1)):
        head, rest = _cut(piece, len(match.group(1)))
    else:
        return [piece]
    return [head, *_parted(rest)]
