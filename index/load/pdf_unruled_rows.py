"""Rows of a statutory table without rules: which label belongs to which figures.

Labels wrap, and stand beside the middle of the rows that share them, so their parts lie between the lines of figures. The
statutory wording tells which parts make one label; the label then goes with the figures nearest to its middle.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from index.load.pdf_marks import bare, begins_group, has_mark, is_entry, labels
from index.load.pdf_model import Line, Segment
from index.load.pdf_unruled_head import Span, nearest
from index.load.pdf_unruled_pieces import pieces
from index.schema import Place


@dataclass(slots=True)
class Row:
    """A row in the making: ``group`` the label it shares with others, ``values`` by column."""

    place: Place
    label: str = ""
    group: str = ""
    values: dict[int, Segment] = field(default_factory=dict)

    @property
    def middle(self) -> float:
        """Height of the row's middle on the page."""
        return (self.place.top + self.place.bottom) / 2


@dataclass(slots=True)
class _Label:
    """A label in the making: its parts so far, and the lines they stand on."""

    text: str
    group: bool
    places: list[Place]

    @property
    def middle(self) -> float:
        return (self.places[0].top + self.places[-1].bottom) / 2

    @property
    def whole(self) -> bool:
        return bare(self.text) in labels()

    def takes(self, part: str) -> bool:
        """Whether ``part`` continues this label as the statutes word it."""
        joined = bare(self.text + part)
        return any(label.startswith(joined) for label in labels())


def _read_labels(lines: list[Line]) -> list[_Label]:
    """The labels that stand in lines, their parts put together."""
    found: list[_Label] = []
    for line in lines:
        for piece in pieces(line):
            if is_entry(piece.text):
                continue
            open_labels = [label for label in reversed(found) if label.takes(piece.text)]
            unfinished = [label for label in open_labels if not label.whole] or open_labels
            if unfinished and not has_mark(piece.text) and bare(piece.text) not in labels():
                unfinished[0].text += piece.text
                unfinished[0].places.append(line.place)
            else:
                found.append(_Label(piece.text, begins_group(piece.text), [line.place]))
    return found


def _value_row(line: Line, columns: list[Span]) -> Row | None:
    """A line's figures by column; ``None`` where two fall into one: then the columns are not understood."""
    row = Row(line.place)
    for piece in pieces(line):
        if not is_entry(piece.text):
            continue
        at = nearest(columns, piece.middle)
        if at in row.values:
            return None
        row.values[at] = piece
    return row


def _near(rows: list[Row], label: _Label) -> Row | None:
    """The row without a label of that kind that stands beside the label; for a shared label, the nearest."""
    reach = 0.6 * (label.places[0].bottom - label.places[0].top)
    beside = [
        row
        for row in rows
        if not (row.group if label.group else row.label)
        and (label.group or label.places[0].top - reach <= row.middle <= label.places[-1].bottom + reach)
    ]
    return min(beside, key=lambda row: abs(row.middle - label.middle), default=None)


def _lift_groups(rows: list[Row]) -> None:
    """Put a group's label to the first of its rows, as numbered, though it is printed beside the middle one."""
    for at, row in enumerate(rows):
        number = re.match(r"\s*(\d+)[.、．]", row.label)
        first = at - int(number.group(1)) + 1 if number else at
        if row.group and 0 <= first < at and not any(other.group for other in rows[first:at]):
            rows[first].group, row.group = row.group, ""


def _is_doubtful(rows: list[Row]) -> bool:
    """Whether figures lack a known label while a label lacks figures: they may belong together."""
    known = [bare(row.label) in labels() for row in rows]
    stray = any(row.values and not good for row, good in zip(rows, known, strict=True))
    return any(known) and stray and any(not row.values for row in rows)


def rows_of(lines: list[Line], columns: list[Span]) -> list[Row] | None:
    """Rows from lines of labels and figures, from the top; a label without figures is a row of blank cells.

    ``None`` where the figures do not fit the columns.
    """
    made = [_value_row(line, columns) for line in lines]
    rows = [row for row in made if row and row.values]
    if any(row is None for row in made):
        return None
    for label in _read_labels(lines):
        row = _near(rows, label)
        if row is None:
            row = Row(label.places[0])
            rows.append(row)
        if label.group:
            row.group = label.text
        else:
            row.label = label.text
    for row in rows:
        if not row.label:
            row.label, row.group = row.group, ""
    rows.sort(key=lambda row: row.middle)
    _lift_groups(rows)
    recognised = any(line.ocr for line in lines)
    return None if not recognised and _is_doubtful(rows) else rows
