"""The header of 表四: which cells name a block, which an outcome, and in what order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.indicators import OUTCOMES
from index.language.text import squeeze
from index.tables.cells import is_figure
from index.tables.labels import core
from index.tables.rows import Cell, Row

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


@dataclass(frozen=True, slots=True)
class Heading:
    """A header cell: the block and the outcome it names, ``""`` for what it does not."""

    block: str
    outcome: str
    cell: Cell


def heads(row: Row) -> tuple[Heading, ...]:
    """The cells of a row that name a block or an outcome; words of a sentence do not."""
    short = [cell for cell in row.cells if _is_heading(cell.text)]
    if row.flat:
        short = [cell for cell in short if not _SENTENCE.search(cell.text)]
    found = (
        Heading(_word(cell.text, _BLOCK_WORDS), _word(cell.text, _OUTCOME_WORDS), cell) for cell in short
    )
    return tuple(head for head in found if head.block or head.outcome)


def blocks(headings: Sequence[Heading]) -> tuple[str, ...]:
    """The blocks named, in order, without 行政诉讼 where its two parts are named."""
    named = tuple(dict.fromkeys(head.block for head in headings if head.block))
    parts = {"litigation_direct", "litigation_after_review"}
    return tuple(block for block in named if block != "litigation") if parts & set(named) else named


def outcomes(headings: Sequence[Heading]) -> tuple[str, ...]:
    """The order of the five outcomes that a whole header prints for every block alike, ``()`` for none.

    Names broken over two rows come in another order (其他 尚未 总计, then 维持 纠正) and tell nothing: the total is the
    last of a header.
    """
    named = [head.outcome for head in headings if head.outcome]
    size = len(OUTCOMES)
    parts = {tuple(named[at : at + size]) for at in range(0, len(named), size)}
    order = parts.pop() if len(parts) == 1 else ()
    return order if set(order) == set(OUTCOMES) and order[-1] == OUTCOMES[-1] else ()


def _is_heading(text: str) -> bool:
    return 0 < len(squeeze(text)) <= _LABEL_LENGTH and not is_figure(text)


def _word(text: str, words: Sequence[tuple[re.Pattern[str], str]]) -> str:
    plain = core(text)
    return next((name for pattern, name in words if pattern.search(plain)), "")
