"""Rows matched with a form: joined where a page cut a label, read from running text, aligned."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from index.indicators import Indicator
from index.tables.align import align
from index.tables.labels import Form, Trail
from index.tables.rows import Cell, Row

LABEL_PIECES = 60
LABEL_LENGTH = 60
"""No label of a statutory table is longer, in characters."""


@dataclass(frozen=True, slots=True)
class Matched:
    """A printed row, the row of the form that it is, and its label as printed."""

    row: Row
    indicator: Indicator
    printed: str


def match_rows(
    form: Form, rows: Sequence[Row], trail: Trail | None = None
) -> tuple[tuple[Matched, ...], Trail]:
    """The rows that the form has, and the groups under which the table ended."""
    ready = tuple(_prepared(form, rows))
    aligned = align(form, [row.labels for row in ready], trail)
    matched = (
        Matched(row, form.rows[at], row.labels[-1])
        for row, at in zip(ready, aligned.places, strict=True)
        if at is not None
    )
    return tuple(matched), aligned.trail


def _prepared(form: Form, rows: Sequence[Row]) -> Iterator[Row]:
    for row in _rejoined(form, rows):
        yield from _flat_rows(form, row) if row.flat else (row,)


def _rejoined(form: Form, rows: Sequence[Row]) -> Iterator[Row]:
    """Join a row whose label a page break cut in two; one of the halves has no figures."""
    skip = False
    for row, following in pairwise((*rows, None)):
        if skip or row is None:
            skip = False
        elif following is not None and (joined := _join(form, row, following)):
            skip = True
            yield joined
        else:
            yield row


def _join(form: Form, row: Row, following: Row) -> Row | None:
    if row.flat or not row.labels or not following.labels or (row.filled and following.filled):
        return None
    halves, label = (row.labels[-1], following.labels[-1]), row.labels[-1] + following.labels[-1]
    if not form.exact(label) or any(map(form.exact, halves)):
        return None
    figures = following.figures if following.filled else row.figures
    groups = tuple(Cell(text, 0) for text in (*row.labels[:-1], label))
    return replace(
        row, cells=(*groups, *figures), head=len(groups), printed=f"{row.printed}\n{following.printed}"
    )


def _flat_rows(form: Form, row: Row) -> Iterator[Row]:
    """A row of running text: its label may be broken over lines, and rows without figures stand before it."""
    pieces = row.labels
    found = spans(pieces, lambda text: bool(form.exact(text)))
    for at, size in found:
        last = at + size == len(pieces)
        yield _labelled(row, "".join(pieces[at : at + size]), row.figures if last else ())
    rest = pieces[sum(found[-1]) :] if found else pieces
    if rest:
        yield _labelled(row, _likeliest(form, rest), row.figures)


def _labelled(row: Row, label: str, figures: Sequence[Cell]) -> Row:
    cells = (Cell(label, 0), *figures)
    return replace(row, cells=cells, head=1, printed=" ".join(cell.text for cell in cells))


def _likeliest(form: Form, pieces: Sequence[str]) -> str:
    """The last pieces that together are most like a row's label, else the last one."""
    ends = ["".join(pieces[at:]) for at in range(max(0, len(pieces) - LABEL_PIECES), len(pieces))]
    likely = [text for text in ends if len(text) <= LABEL_LENGTH]
    scored = [(form.nearest(text), len(text), text) for text in likely]
    return max(scored)[2] if scored else pieces[-1]


def spans(pieces: Sequence[str], known: Callable[[str], bool]) -> list[tuple[int, int]]:
    """Where known texts begin among the pieces of running text, and over how many pieces they are broken."""
    found, at = [], 0
    while at < len(pieces):
        size, joined = 0, ""
        for count, piece in enumerate(pieces[at : at + LABEL_PIECES], start=1):
            joined += piece
            if len(joined) > LABEL_LENGTH:
                break
            size = count if known(joined) else size
        if size:
            found.append((at, size))
        at += size or 1
    return found
