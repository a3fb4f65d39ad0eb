"""Printed lines -> paragraphs, over line and page breaks.

A paragraph of an official text begins two characters in, and its last line ends early; a line that runs to
the margin and ends within a sentence goes on, whatever the next one looks like. Headings stand on a line of
their own, titles in the middle, the signature to the right.
"""

from __future__ import annotations

import re
import statistics
from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import pairwise

from index.load.pdf_join import glue
from index.load.pdf_marks import TERMINAL, has_mark, is_value
from index.load.pdf_model import Line
from index.schema import Anchor, Block, Place

_CLOSING = re.compile(r"[^（(）)]{0,40}[）)]")
_EARLY = 4
"""So many characters a line may be short of the margin where a bracket that follows was kept whole."""
_UNBROKEN = re.compile(r"[\x21-\x7e]+|[（《“‘(]?.")


@dataclass(frozen=True, slots=True)
class Margins:
    """Left and right edge of the text, and the usual distance from line to line, in points."""

    left: float
    right: float
    pitch: float

    @property
    def width(self) -> float:
        """Width of the text."""
        return self.right - self.left


def _edge(values: list[float], *, low: bool) -> float:
    """The outermost coordinate that several lines share, else the outermost."""
    bins = Counter(round(value / 3) for value in values)
    enough = max(2, 0.08 * len(values))
    shared = [at for at in bins if bins[at] + bins[at - 1] + bins[at + 1] >= enough] or list(bins)
    at = min(shared) if low else max(shared)
    near = [value for value in values if abs(round(value / 3) - at) <= 1]
    return statistics.median(near)


def _pitch(lines: list[Line]) -> float:
    steps = [
        after.place.bottom - before.place.bottom
        for before, after in pairwise(lines)
        if before.page == after.page and 0 < after.place.bottom - before.place.bottom < 5 * after.size
    ]
    return statistics.median_low(steps) if steps else 1.6 * lines[0].size


def _key(line: Line) -> tuple[object, ...]:
    return line.zone or (line.page % 2,)


def margins(lines: list[Line]) -> dict[int, Margins]:
    """Margins by page; odd and even pages may be mirrored, and a page with little text takes those of the rest."""
    groups: dict[tuple[object, ...], list[Line]] = defaultdict(list)
    for line in lines:
        groups[_key(line)].append(line)
    body = [line for line in lines if not line.zone] or lines
    if any(len(group) < 6 for key, group in groups.items() if len(key) == 1):
        groups = {**groups, **{key: body for key in groups if len(key) == 1}}
    found = {key: _margins_of(group, key) for key, group in groups.items()}
    return {id(line): found[_key(line)] for line in lines}


def _margins_of(lines: list[Line], key: tuple[object, ...]) -> Margins:
    if isinstance(key, Place):
        return Margins(
            min(line.place.x0 for line in lines), max(line.place.x1 for line in lines), _pitch(lines)
        )
    left = _edge([line.place.x0 for line in lines], low=True)
    right = _edge([line.place.x1 for line in lines], low=False)
    return Margins(left, max(right, left + 1), _pitch(lines))


def is_centered(line: Line, edge: Margins) -> bool:
    """Whether a line stands in the middle, clear of both margins."""
    before, after = line.place.x0 - edge.left, edge.right - line.place.x1
    return min(before, after) > 1.5 * line.size and abs(before - after) < max(
        1.2 * line.size, 0.06 * edge.width
    )


def _is_right(line: Line, edge: Margins) -> bool:
    return line.place.x0 - edge.left > 0.4 * edge.width and edge.right - line.place.x1 < 0.3 * edge.width


def _is_row(line: Line) -> bool:
    """Whether a line is a row of a table without rules: three stretches apart, or a label and a figure."""
    parts = line.segments
    return len(parts) > 2 or (len(parts) == 2 and any(is_value(part.text) for part in parts))


def _is_full(line: Line, following: Line, edge: Margins) -> bool:
    """Whether a line runs to the margin, as far as what follows could not be broken earlier."""
    match = _UNBROKEN.match(following.text)
    word = match.group() if match else ""
    room = edge.right - line.place.x1
    needed = sum(0.55 if char.isascii() else 1 for char in word) * line.size
    return room < max(2.2 * line.size, needed + 0.5 * line.size)


def _breaks_at_bracket(before: Line, after: Line, edge: Margins) -> bool:
    """Whether a line is broken early at a bracket: ） must not begin a line, nor （ end one, and what they hold is kept whole."""
    opened = max(before.text.rfind(mark) for mark in "（(") > max(before.text.rfind(mark) for mark in "）)")
    if opened:
        return _CLOSING.match(after.text) is not None
    near = edge.right - before.place.x1 < _EARLY * before.size
    return near and after.text[0] in "（(" and not has_mark(after.text) and before.text[-1] not in TERMINAL


def _title_goes_on(before: Line, after: Line) -> bool:
    """Whether two centred lines are one title: same type, close together, and the first is not yet complete."""
    same = before.page == after.page and abs(before.size - after.size) < 0.6 and before.bold == after.bold
    near = after.place.top - before.place.bottom < 1.6 * before.size
    done = re.search(r"(?:报告|年报|情况|事项|表)\s*$", before.text) or after.text[:1] in "（("
    return same and near and not done and not has_mark(after.text)


def _same_flow(before: Line, after: Line) -> bool:
    """Whether two lines can belong to one paragraph at all: one frame, one size of type, no table rows."""
    alike = abs(before.size - after.size) <= 0.12 * max(before.size, after.size)
    return alike and before.zone == after.zone and not _is_row(before) and not _is_row(after)


def _runs_on(before: Line, after: Line, here: Margins, there: Margins) -> bool:
    """Whether the text goes on after a full line: within a sentence always, after one where nothing begins anew."""
    step = after.place.bottom - before.place.bottom if before.page == after.page else 0.0
    if step > 2.2 * here.pitch:
        return False
    spaced = step > max(1.35 * here.pitch, 1.3 * after.size)
    indented = after.place.x0 - there.left > 1.2 * after.size
    if before.text[-1] in TERMINAL:
        return not indented and not spaced and not has_mark(after.text)
    if has_mark(after.text):
        return not indented and not spaced
    deeper = (after.place.x0 - there.left) - (before.place.x0 - here.left) > 1.2 * after.size
    return not (indented and deeper and spaced)


def _goes_on(before: Line, after: Line, edges: dict[int, Margins]) -> bool:
    """Whether ``after`` continues the paragraph of ``before``."""
    here, there = edges[id(before)], edges[id(after)]
    if not _same_flow(before, after):
        return False
    if is_centered(before, here) and is_centered(after, there):
        return _title_goes_on(before, after)
    aside = _is_right(before, here) or _is_right(after, there)
    full = _is_full(before, after, here) or _breaks_at_bracket(before, after, here)
    return not aside and full and _runs_on(before, after, here, there)


def _block(lines: list[Line], edges: dict[int, Margins]) -> Block:
    text, anchors = "", []
    for line in lines:
        text += glue(text, line.text)
        anchors.append(Anchor(len(text), line.place))
        text += line.text
    return Block(
        text=text,
        bold=all(line.bold for line in lines),
        centered=all(is_centered(line, edges[id(line)]) for line in lines),
        size=statistics.median_high(line.size for line in lines),
        anchors=tuple(anchors),
        ocr=any(line.ocr for line in lines),
    )


def paragraphs(runs: list[list[Line]]) -> list[list[Block]]:
    """For each run of lines between tables, its paragraphs; margins are taken from all runs together."""
    edges = margins([line for run in runs for line in run]) if any(runs) else {}
    return [[_block(lines, edges) for lines in _grouped(run, edges)] for run in runs]


def _grouped(run: list[Line], edges: dict[int, Margins]) -> list[list[Line]]:
    groups: list[list[Line]] = []
    for line in run:
        if groups and _goes_on(groups[-1][-1], line, edges):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups
