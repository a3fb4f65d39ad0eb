"""Aligning the printed rows of a table with the rows of its form, as two sequences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from index.tables.labels import SURE, Form, Trail, core

_MARGIN = 0.06
_NEAR = 0.65
_SHORT = 2


@dataclass(frozen=True, slots=True)
class Aligned:
    """For each printed row the place of its row in the form, ``None`` where none is surely meant."""

    places: tuple[int | None, ...]
    trail: Trail
    """The groups under which the table ended, for a part of it that follows."""


def align(form: Form, rows: Sequence[Sequence[str]], trail: Trail | None = None) -> Aligned:
    """Match printed rows, each the labels that lead to it (groups first, its own last), with the form's rows.

    ``trail`` holds the groups that a preceding part of the table ended in.
    """
    trails, end = _trails(form, rows, dict(trail or {}))
    scores = [
        [form.score(row[-1], at, before) if row else 0.0 for at in range(len(form.rows))]
        for row, before in zip(rows, trails, strict=True)
    ]
    chain = _best_chain(scores)
    labels = [row[-1] if row else "" for row in rows]
    sure = _Judge(form, labels, scores, trails)
    places = [at if at is not None and sure.accepts(i, at, chain) else None for i, at in enumerate(chain)]
    return Aligned(tuple(_without_orphans(form, _with_strays(form, labels, places))), end)


def _trails(form: Form, rows: Sequence[Sequence[str]], trail: Trail) -> tuple[list[Trail], Trail]:
    trails = []
    for row in rows:
        for piece in row[:-1]:
            form.follow(trail, piece)
        trails.append(dict(trail))
        for piece in row[-1:]:
            form.follow(trail, piece)
    return trails, trail


def _best_chain(scores: list[list[float]]) -> list[int | None]:
    """The pairs of rows, rising on both sides, whose cubed scores add up to most: one exact row beats two likely."""
    if not scores:
        return []
    width = len(scores[0])
    best = [[0.0] * (width + 1) for _ in range(len(scores) + 1)]
    for i, row in enumerate(scores):
        for j, score in enumerate(row):
            best[i + 1][j + 1] = max(best[i][j + 1], best[i + 1][j], best[i][j] + score**3 if score else 0.0)
    chain: list[int | None] = [None] * len(scores)
    i, j = len(scores), width
    while i and j:
        if best[i][j] == best[i - 1][j]:
            i -= 1
        elif best[i][j] == best[i][j - 1]:
            j -= 1
        else:
            i, j = i - 1, j - 1
            chain[i] = j
    return chain


@dataclass(frozen=True, slots=True)
class _Judge:
    """Whether one pair of the chain is sure enough."""

    form: Form
    labels: list[str]
    scores: list[list[float]]
    trails: list[Trail]

    def accepts(self, row: int, at: int, chain: list[int | None]) -> bool:
        """Exact labels count unless the form repeats them; others need to be nearer to no other row."""
        label, alike = self.labels[row], self.form.likeness(self.labels[row], at)
        if alike == 1.0:
            return self._told_apart(row, at, chain)
        lead = self.scores[row][at] - max(s for other, s in enumerate(self.scores[row]) if other != at)
        if lead < _MARGIN or len(core(label)) <= _SHORT:
            return False
        return alike >= SURE or (self._enclosed(row, at, chain) and (alike >= _NEAR or lead >= 2 * _MARGIN))

    def _told_apart(self, row: int, at: int, chain: list[int | None]) -> bool:
        """A label that the form repeats, or one as short as 其他, also needs its group or its neighbour."""
        label = self.labels[row]
        if len(self.form.exact(label)) == 1 and len(core(label)) > _SHORT:
            return True
        placed = self.form.placed(at, self.trails[row])
        if placed or (row and at and chain[row - 1] == at - 1):
            return True
        before = [place for place in chain[:row] if place is not None]
        after = [place for place in chain[row + 1 :] if place is not None]
        near = bool(before and before[-1] >= max(0, self.form.parent(at))) or bool(
            after and after[0] == at + 1
        )
        return placed is None and near

    def _enclosed(self, row: int, at: int, chain: list[int | None]) -> bool:
        """The rows printed before and after it are the form's rows before and after."""
        before = chain[row - 1] if row else -1
        after = chain[row + 1] if row + 1 < len(chain) else len(self.form.rows)
        return before is not None and after is not None and at - before <= 2 and after - at <= 2


def _with_strays(form: Form, labels: list[str], places: list[int | None]) -> list[int | None]:
    """Rows printed out of order are known by an exact label that the form has once."""
    taken = {place for place in places if place is not None}
    found = list(places)
    for row, label in enumerate(labels):
        exact = form.exact(label)
        if found[row] is None and len(exact) == 1 and len(core(label)) > _SHORT and exact[0] not in taken:
            found[row] = exact[0]
            taken.add(exact[0])
    return found


def _without_orphans(form: Form, places: list[int | None]) -> list[int | None]:
    """A group row has figures of its own only if its first row was not lost: else they are that row's."""
    children: dict[int, list[int]] = {}
    for at in range(len(form.rows)):
        children.setdefault(form.parent(at), []).append(at)
    taken = {place for place in places if place is not None}

    def lost(group: int) -> bool:
        below = children.get(group, [])
        return form.level(group) == 1 and bool(below) and below[0] not in taken and bool(taken & set(below))

    return [None if place is not None and lost(place) else place for place in places]
