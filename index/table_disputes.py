"""表四, 政府信息公开行政复议、行政诉讼情况: five outcomes of review, of direct litigation and of litigation after review."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.indicators import OUTCOMES, indicators
from index.table_cells import is_figure
from index.table_labels import core
from index.table_reading import Reading
from index.table_rows import Cell, Row
from index.text import squeeze

_BLOCK_WORDS = (
    (re.compile(r"未经.{0,4}复议"), "litigation_direct"),
    (re.compile(r"复议后"), "litigation_after_review"),
    (re.compile(r"复议"), "review"),
    (re.compile(r"诉讼"), "litigation"),
)
_OUTCOME_WORDS = (
    (re.compile(r"维持"), "结果维持"),
    (re.compile(r"纠[正错]"), "结果纠正"),
    (re.compile(r"其他结果|其它结果|其他$|其它$"), "其他结果"),
    (re.compile(r"未审结|尚未|未结"), "尚未审结"),
    (re.compile(r"总计$|合计$|小计$"), "总计"),
)
_SENTENCE = re.compile(r"[，。；：,;:]")
_LABEL_LENGTH = 20
_LEAST_OUTCOMES = 4


@dataclass(frozen=True, slots=True)
class Heading:
    """A header cell: the block and the outcome it names, ``""`` for what it does not."""

    block: str
    outcome: str
    cell: Cell


@dataclass
class DisputesTable:
    """The header cells met since the last figures, which a page break can part from them."""

    headings: tuple[Heading, ...] = ()

    def note(self, title: Row) -> None:
        """Take in a line above a grid that names one block (行政复议), as three separate tables print it."""
        heads = tuple(head for head in _heads(title) if head.block and not head.outcome)
        if len(_blocks(heads)) == 1:
            self.headings = heads


Place = tuple[str, str, Cell]
"""Block, outcome and the cell that stands there."""


def read_disputes(rows: Sequence[Row], before: DisputesTable | None = None) -> Iterator[Reading]:
    """The cells of 表四 in a grid or a run of text, none if it is another table.

    Read as printed: one row of fifteen figures, a row of five for each block (in one table or three), rows of outcomes
    under columns of blocks, or one figure a row. A row whose figures can't be told apart gives nothing.
    """
    state = before or DisputesTable()
    every = (*state.headings, *(head for row in rows for head in _heads(row)))
    if len({head.outcome for head in every} - {""}) < _LEAST_OUTCOMES:
        return
    found: dict[tuple[str, str], Reading] = {}
    for row in rows:
        for block, outcome, cell in _row(row, state):
            entry = indicators()[block]
            reading = Reading(entry, outcome, cell, row, entry.labels["2019"])
            if (block, outcome) not in found or not squeeze(found[block, outcome].cell.text):
                found[block, outcome] = reading
    if len(found) >= len(OUTCOMES) or not any(row.flat for row in rows):
        yield from found.values()


def _row(row: Row, state: DisputesTable) -> tuple[Place, ...]:
    """The figures of a row; the headings met are kept until figures that they stand above."""
    heads, cells = _heads(row), row.figures
    if row.flat:
        state.headings = (*state.headings, *heads)
        places = _below(state.headings, cells) or _single(state.headings, cells)
        state.headings = _carried(state.headings) if cells else state.headings
        return places
    if heads and (places := _beside(heads, cells, state.headings)):
        if len(places) == 1:
            state.headings = _carried((*state.headings, *heads))
        return places
    if heads:
        state.headings = (*state.headings, *heads)
        return ()
    if not cells or not state.headings:
        return ()
    places = _below(state.headings, cells) or _under(state.headings, cells)
    if row.filled:
        state.headings = ()
    return places


def _beside(heads: Sequence[Heading], cells: Sequence[Cell], above: Sequence[Heading]) -> tuple[Place, ...]:
    """The figures of a row that names its outcome or its block itself."""
    outcomes = [head.outcome for head in heads if head.outcome]
    blocks, columns = _blocks(heads), _blocks(above)
    if len(outcomes) == 1 and len(cells) == len(columns) > 1 and not blocks:
        return tuple((block, outcomes[0], cell) for block, cell in zip(columns, cells, strict=True))
    if len(outcomes) == 1 and cells and (blocks or columns):
        return (((blocks or columns)[-1], outcomes[0], cells[0]),) if _one(cells) else ()
    order = _outcomes(above)
    if not outcomes and len(blocks) == 1 and not columns and len(order) == len(cells) == len(OUTCOMES):
        return tuple((blocks[0], outcome, cell) for outcome, cell in zip(order, cells, strict=True))
    return ()


def _below(headings: Sequence[Heading], cells: Sequence[Cell]) -> tuple[Place, ...]:
    """A row of five figures for each of the blocks named above it."""
    blocks, order = _blocks(headings), _outcomes(headings) or OUTCOMES
    size = len(blocks) * len(OUTCOMES)
    windows = [
        cells[at : at + size]
        for at in range(len(cells) - size + 1)
        if not any(squeeze(cell.text) for cell in (*cells[:at], *cells[at + size :]))
    ]
    if not blocks or len(windows) != 1:
        return ()
    names = [(block, outcome) for block in blocks for outcome in order]
    return tuple((block, outcome, cell) for (block, outcome), cell in zip(names, windows[0], strict=True))


def _under(headings: Sequence[Heading], cells: Sequence[Cell]) -> tuple[Place, ...]:
    """Figures told by the header cells above their grid columns; all that are printed must be told."""
    places: dict[tuple[str, str], Cell] = {}
    for cell in cells:
        over = [head for head in headings if head.cell.covers(cell.column)]
        blocks, outcomes = _blocks(over), [head.outcome for head in over if head.outcome]
        name = (blocks[-1] if blocks else "", outcomes[-1] if outcomes else "")
        if not all(name) or name in places:
            if squeeze(cell.text):
                return ()
            continue
        places[name] = cell
    return tuple((block, outcome, cell) for (block, outcome), cell in places.items())


def _single(headings: Sequence[Heading], cells: Sequence[Cell]) -> tuple[Place, ...]:
    """One figure of running text right after its outcome."""
    blocks = _blocks(headings)
    if len(cells) != 1 or not headings or not headings[-1].outcome or not blocks:
        return ()
    return ((blocks[-1], headings[-1].outcome, cells[0]),)


def _carried(headings: Sequence[Heading]) -> tuple[Heading, ...]:
    """The block that goes on after a figure of running text."""
    return tuple(head for head in headings if head.block)[-1:]


def _one(cells: Sequence[Cell]) -> bool:
    return len(cells) == 1 or not any(squeeze(cell.text) for cell in cells[1:])


def _blocks(headings: Sequence[Heading]) -> tuple[str, ...]:
    """The blocks named, in order, without 行政诉讼 where its two parts are named."""
    named = tuple(dict.fromkeys(head.block for head in headings if head.block))
    parts = {"litigation_direct", "litigation_after_review"}
    return tuple(block for block in named if block != "litigation") if parts & set(named) else named


def _outcomes(headings: Sequence[Heading]) -> tuple[str, ...]:
    """The order of the five outcomes in the header, ``()`` where not all are legible."""
    named = tuple(dict.fromkeys(head.outcome for head in headings if head.outcome))
    return named if len(named) == len(OUTCOMES) else ()


def _heads(row: Row) -> tuple[Heading, ...]:
    short = [cell for cell in row.cells if _is_heading(cell.text)]
    if row.flat:
        short = [cell for cell in short if not _SENTENCE.search(cell.text)]
    found = (
        Heading(_word(cell.text, _BLOCK_WORDS), _word(cell.text, _OUTCOME_WORDS), cell) for cell in short
    )
    return tuple(head for head in found if head.block or head.outcome)


def _is_heading(text: str) -> bool:
    return 0 < len(squeeze(text)) <= _LABEL_LENGTH and not is_figure(text)


def _word(text: str, words: Sequence[tuple[re.Pattern[str], str]]) -> str:
    plain = core(text)
    return next((name for pattern, name in words if pattern.search(plain)), "")
