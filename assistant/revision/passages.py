"""A revision taken apart into the changes that can be accepted or undone each by itself.

A change is one of what the draft is written from, not one of its text: a point, a paragraph that a model worded, the wording
of a part, the figures together with all that states them, the date, how to reach the body. So no decision on one of them
can leave a figure in one place and not in another.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from assistant.drafting.nouns import Origin
from assistant.drafting.spec import Point
from assistant.revision.nouns import Polished, State

_DIGITS = re.compile(r"\d+(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Passage:
    """One change. ``key`` names it as long as it stands; ``undone`` is the state without it, ``taken`` with it accepted."""

    key: str
    undone: State
    taken: State


def taken_apart(before: State, after: State) -> tuple[Passage, ...]:
    """The changes from one state to the next, in the order points, wording, figures, date, contact."""
    return (*_points(before, after), *_wordings(before, after), *_particulars(before, after))


def without(before: State, after: State, kept: Collection[str]) -> State:
    """The later state with none of its changes but those whose keys are ``kept``."""
    state = after
    for _ in taken_apart(before, after):
        rest = [one for one in taken_apart(before, state) if one.key not in kept]
        state = rest[0].undone if rest else state
    return state


def _key(*words: object) -> str:
    return hashlib.sha256("\x1f".join(map(str, words)).encode()).hexdigest()[:12]


Segment = tuple[tuple[Point, ...], tuple[Point, ...]]
"""A run of points before and after."""


def _points(before: State, after: State) -> Iterator[Passage]:
    runs = list(_runs(before.spec.points, after.spec.points))
    for number, (old, new) in enumerate(runs):
        if _said(old) != _said(new) and not _is_of_figures((old, new), before, after):
            undone, taken = (_pointed(after, runs, number, points) for points in (old, _own(new)))
            yield Passage(_key("points", _said(old), _said(new)), undone, taken)


def _pointed(after: State, runs: Sequence[Segment], number: int, chosen: Sequence[Point]) -> State:
    """The later state with other points in one run."""
    points = [point for at, run in enumerate(runs) for point in (chosen if at == number else run[1])]
    return replace(after, spec=replace(after.spec, points=tuple(points)))


def _runs(old: Sequence[Point], new: Sequence[Point]) -> Iterator[Segment]:
    """Points paired in order; what was only put in another order is one run."""
    said, says = _said(old), _said(new)
    if Counter(said) == Counter(says):
        yield tuple(old), tuple(new)
        return
    for _, i, j, k, m in SequenceMatcher(None, said, says, autojunk=False).get_opcodes():
        yield from _paired(old[i:j], new[k:m])


def _paired(old: Sequence[Point], new: Sequence[Point]) -> Iterator[Segment]:
    """One by one where the sections agree; else what is of other sections went and came by itself."""
    if [point.section for point in old] == [point.section for point in new]:
        yield from (((a,), (b,)) for a, b in zip(old, new, strict=True))
    elif {point.section for point in old} & {point.section for point in new}:
        yield tuple(old), tuple(new)
    else:
        yield from (((one,), ()) for one in old)
        yield from (((), (one,)) for one in new)


def _said(points: Sequence[Point]) -> list[tuple[str, str]]:
    return [(point.section, point.text) for point in points]


def _own(points: Sequence[Point]) -> list[Point]:
    """What a model wrote as the official's own."""
    return [replace(p, origin=Origin.GIVEN) if p.origin is Origin.MODEL else p for p in points]


def _is_of_figures(run: Segment, before: State, after: State) -> bool:
    """Whether points changed only in their digits, with the figures: they are undone with these."""
    masked = [[(section, _masked(text)) for section, text in _said(points)] for points in run]
    return before.spec.figures != after.spec.figures and masked[0] == masked[1]


def _masked(text: str) -> str:
    return _DIGITS.sub("#", text)


def _wordings(before: State, after: State) -> Iterator[Passage]:
    """The wording of each part as a whole where its style changed, else each paragraph that a model worded."""
    old, new = before.spec.styles, after.spec.styles
    restyled = [place for place in {**old, **new} if old.get(place) != new.get(place)]
    for place in restyled:
        styles = {key: style for key, style in new.items() if key != place}
        styles |= {place: old[place]} if place in old else {}
        undone = _with_polished(
            replace(after, spec=replace(after.spec, styles=styles)), place, before.polished.get(place, ())
        )
        yield Passage(_key("style", place, new.get(place)), undone, after)
    for place in {**before.polished, **after.polished}:
        if place not in restyled:
            yield from _paragraphs(place, before.polished, after)


def _paragraphs(place: str, before: Mapping[str, tuple[Polished, ...]], after: State) -> Iterator[Passage]:
    old = {_masked(one.base): one for one in before.get(place, ())}
    new = {_masked(one.base): one for one in after.polished.get(place, ())}
    for base in {**old, **new}:
        was, now = old.get(base), new.get(base)
        if (was and _masked(was.text)) == (now and _masked(now.text)):
            continue
        others = tuple(one for key, one in new.items() if key != base)
        undone = _with_polished(after, place, (*others, was) if was else others)
        taken = _with_polished(after, place, (*others, replace(now, accepted=True)) if now else others)
        yield Passage(_key("paragraph", place, base, now and _masked(now.text)), undone, taken)


def _with_polished(state: State, place: str, kept: tuple[Polished, ...]) -> State:
    others = {key: every for key, every in state.polished.items() if key != place}
    return replace(state, polished=others | ({place: kept} if kept else {}))


def _particulars(before: State, after: State) -> Iterator[Passage]:
    old, new = before.spec, after.spec
    if old.figures != new.figures:
        runs = _runs(old.points, new.points)
        points = [p for run in runs for p in run[0 if _is_of_figures(run, before, after) else 1]]
        spec = replace(new, figures=old.figures, points=tuple(points))
        yield Passage(_key("figures", sorted(new.figures.items(), key=str)), replace(after, spec=spec), after)
    if old.signed != new.signed:
        undone = replace(after, spec=replace(new, signed=old.signed))
        yield Passage(_key("signed", new.signed), undone, after)
    if old.contact != new.contact:
        undone = replace(after, spec=replace(new, contact=old.contact))
        yield Passage(_key("contact", new.contact), undone, after)
