"""表四 in running text: fifteen figures in statutory order, five of one block, or one beside its outcome.

Broken over lines, the header says what the table is, not which figure stands where. An empty cell leaves no trace, so
that any other number of figures tells nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from index.indicators import DISPUTES, OUTCOMES
from index.tables.cells import read_figure
from index.tables.dispute_heads import Heading, blocks, outcomes
from index.tables.rows import Cell

Place = tuple[str, str, Cell]
"""Block, outcome and the cell that stands there."""

LEAST_OUTCOMES = 4
"""So many outcomes named make a header of 表四; of the fifth, broken over lines, nothing may be left."""

_STRAY = 2
"""So many page numbers may stand beside the figures."""


def places(since: Sequence[Heading], above: Sequence[Heading], cells: Sequence[Cell]) -> tuple[Place, ...]:
    """Where the figures of a row stand; ``()`` where that is not certain.

    ``since`` are the header cells met since the last figures, ``above`` those before them.
    """
    return _fifteen(since, cells) or _five(since, above, cells) or _single(since, above, cells)


def in_order(cells: Sequence[Cell]) -> tuple[Place, ...]:
    """Fifteen cells in the order of the form."""
    names = [(block, outcome) for block in DISPUTES for outcome in OUTCOMES]
    return tuple((block, outcome, cell) for (block, outcome), cell in zip(names, cells, strict=True))


def _fifteen(since: Sequence[Heading], cells: Sequence[Cell]) -> tuple[Place, ...]:
    """All figures of the form; of some more, page numbers among them, the only fifteen that add up."""
    size = len(DISPUTES) * len(OUTCOMES)
    named = {head.outcome for head in since} - {""}
    if len(named) < LEAST_OUTCOMES or not blocks(since) or not size <= len(cells) <= size + _STRAY:
        return ()
    windows = [cells[at : at + size] for at in range(len(cells) - size + 1)]
    if len(windows) > 1:
        windows = list(
            {tuple(c.text for c in window): window for window in windows if _adds_up(window)}.values()
        )
    return in_order(windows[0]) if len(windows) == 1 else ()


def _adds_up(cells: Sequence[Cell]) -> bool:
    """Whether each block's outcomes are its total."""
    values = [read_figure(cell.text).value for cell in cells]
    size = len(OUTCOMES)
    return None not in values and all(
        sum((value or Decimal(0) for value in values[at : at + size - 1]), Decimal(0))
        == values[at + size - 1]
        for at in range(0, len(values), size)
    )


def _five(since: Sequence[Heading], above: Sequence[Heading], cells: Sequence[Cell]) -> tuple[Place, ...]:
    """The figures of the one block named above its outcomes, or right before the figures."""
    named, order = blocks(since), outcomes(since)
    if not order and since and since[-1].block:
        order = outcomes(above)
    if len(named) != 1 or len(order) != len(cells):
        return ()
    return tuple((named[0], outcome, cell) for outcome, cell in zip(order, cells, strict=True))


def _single(since: Sequence[Heading], above: Sequence[Heading], cells: Sequence[Cell]) -> tuple[Place, ...]:
    """One figure right after its outcome, under the block named last."""
    named = blocks(since) or blocks(above)[-1:]
    outcome = [head.outcome for head in since if head.outcome]
    if len(cells) != 1 or len(outcome) != 1 or not since[-1].outcome or not named:
        return ()
    return ((named[-1], outcome[0], cells[0]),)
