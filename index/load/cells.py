"""Cells to a grid: what readers of formats with real tables share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from index.load.paragraphs import glue
from index.schema import Block, Grid, GridCell

_FRAMED = 120
"""A cell of a one-column table with this many characters holds paragraphs."""
_BODY = 300
"""A cell with this many characters that make up half of its table is the body of a page."""


def frames_text(rows: Sequence[Sequence[str]]) -> bool:
    """Whether a table, given by its cells' texts, only frames paragraphs and holds no data."""
    texts = [text for row in rows for text in row if text]
    if len(texts) <= 1:
        return True
    longest = max(map(len, texts))
    one_column = all(len(row) <= 1 for row in rows)
    return (one_column and longest >= _FRAMED) or (longest >= _BODY and longest >= 0.5 * sum(map(len, texts)))


def cell_text(lines: Iterable[str]) -> str:
    """A cell's lines as one; two numbers in one cell are never run together into a third."""
    text = ""
    for line in (" ".join(line.split()) for line in lines):
        apart = text[-1:].isdigit() and line[:1].isdigit()
        text = f"{text} {line}" if apart else glue(text, line)
    return text


def grid_of(rows: Sequence[Sequence[GridCell | None]]) -> Block:
    """A table as a block; a row is printed as its cells' texts with a space between. Empty rows are dropped."""
    kept = [row for row in rows if any(cell is not None for cell in row)]
    printed = tuple(" ".join(cell.text for cell in row if cell is not None and cell.text) for row in kept)
    return Block(text="\n".join(printed), grid=Grid(rows=tuple(map(tuple, kept)), printed=printed))
