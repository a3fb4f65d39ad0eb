"""Rows matched with a form: joined where a page cut a label, read from running text, aligned."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from index.indicators import Indicator
from index.table_align import align
from index.table_labels import Form, Trail
from index.table_rows import Cell, Row

_LABEL_LINES = 5


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
    pieces = list(row.labels)
    starts = [at for at, size in _spans(form, pieces)]
    sizes = dict(_spans(form, pieces))
    for at, end in pairwise((*starts, len(pieces))):
        label = "".join(pieces[at : at + sizes[at]])
        last = end == len(pieces)
        figures = row.figures if last and at + sizes[at] == end else ()
        cells = (Cell(label, at), *figures)
        yield replace(row, cells=cells, head=1, printed=" ".join(cell.text for cell in cells))
    if not starts or starts[-1] + sizes[starts[-1]] != len(pieces):
        yield row


def _spans(form: Form, pieces: Sequence[str]) -> list[tuple[int, int]]:
    """Where labels of the form begin among the pieces, and over how many they go."""
    spans, at = [], 0
    while at < len(pieces):
        sizes = range(min(_LABEL_LINES, len(pieces) - at), 0, -1)
        size = next((n for n in sizes if form.exact("".join(pieces[at : at + n]))), 0)
        if size:
            spans.append((at, size))
        at += size or 1
    return spans
