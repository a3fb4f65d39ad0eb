"""What goes where a limit asks for more than empty words: figures that a table gives too, then the least of the points.

What the law asks for stays: every figure that only the sentence states, and of each subject on which the official gave points
at least one (条例第五十条; 国办公开办函〔2021〕30号 names the contents of each section).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.drafting.forms import table_cells
from assistant.drafting.nouns import Draft
from assistant.drafting.spec import Point, Style
from assistant.revision.nouns import State
from assistant.revision.points import with_points
from assistant.revision.targets import items
from index.language.numerals import COUNTED, numbers
from index.language.sentences import sentences

_TOLD_ANYWAY = ("active", "response")
"""Parts whose sentences list counts one by one, so that one may be left out."""
_KEPT = frozenset({"disclosed"})
"""What a part is about."""
_SOLID = re.compile("《|“|未|没有|不")


def fewer(state: State, places: Sequence[str], draft: Draft) -> Iterator[State]:
    """States with less and less in them, the least important first."""
    now = state
    for now in _without_tabled(state, places, draft):
        yield now
    mine = [number for part in draft.parts if part.place in places for number in items(part)]
    brief = now
    for brief in _without_later_sentences(now, mine):
        yield brief
    yield from _without_points(brief, mine)


def _without_tabled(state: State, places: Sequence[str], draft: Draft) -> Iterator[State]:
    """Without the clauses on figures that stand in a table of the report."""
    tabled = {row for row, _ in table_cells(draft.year)} - _KEPT
    for part in draft.parts:
        told = {row for paragraph in part.paragraphs for one in paragraph for row, _ in one.keys}
        if part.place in places and part.place in _TOLD_ANYWAY and told & tabled:
            style = state.spec.styles.get(part.place, Style())
            styles = {
                **state.spec.styles,
                part.place: replace(style, omitted=style.omitted | (told & tabled)),
            }
            state = replace(state, spec=replace(state.spec, styles=styles))
            yield state


def _without_later_sentences(state: State, mine: Sequence[int]) -> Iterator[State]:
    """Without the sentences of points after the first of each, those that say least first."""
    points = list(state.spec.points)
    later = [
        (weight(span.text), -number, -at)
        for number in mine
        for at, span in enumerate(sentences(points[number - 1].text))
        if at
    ]
    gone: set[tuple[int, int]] = set()
    for _, number, at in sorted(later):
        gone.add((-number, -at))
        point = state.spec.points[-number - 1]
        spans = enumerate(sentences(point.text))
        text = "".join(span.text for n, span in spans if (-number, n) not in gone)
        points[-number - 1] = replace(points[-number - 1], text=text)
        yield with_points(state, points)


def _without_points(state: State, mine: Sequence[int]) -> Iterator[State]:
    """Without whole points, those that say least first, as long as another is left on the same subject."""
    points: list[Point | None] = list(state.spec.points)
    left = Counter(point.section for point in state.spec.points)
    for number in sorted(mine, key=lambda n: (weight(state.spec.points[n - 1].text), -n)):
        section = state.spec.points[number - 1].section
        if left[section] > 1:
            left[section] -= 1
            points[number - 1] = None
            yield with_points(state, [point for point in points if point])


def weight(text: str) -> int:
    """How much a text states: its figures, names of documents, quotations and what it denies."""
    return sum(n.kind in COUNTED for n in numbers(text)) + len(_SOLID.findall(text))
