"""One problem and what is done about it: the n-th measure answers the n-th problem, as such sections are mostly written.

Where the section lists as many measures as problems or more, a question about one of them (针对乡镇人手不够打算怎么办) is answered by
that pair alone; otherwise the caller shows the whole half. Where each item says a problem and goes on with what is done, the item is the pair.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.compose import Statement
from assistant.passages.lists import Piece, one_line, source
from assistant.passages.problems import ITEM, Side, asked_half, listed
from assistant.passages.relevance import PARTIAL, Weights, is_generic, match
from index.language.sentences import sentences
from index.language.text import squeeze
from index.language.words import question_tokens
from index.schema import Report

ENOUGH = 0.5
"""A problem is the one asked about when it covers this much of the question's own words, weighed by rarity."""

_DONE = re.compile(
    "已|将|今后|以后|下一?步|[下明来]一?年|20\\d\\d年|拟|须|力争|要求|规定|计划|打算|改进|整改|加强|推行|建立"
)
"""What a sentence has that goes on from a problem to what is done about it."""


def told(report: Report, asked: frozenset[Side], terms: Sequence[str], lead: str) -> list[Statement]:
    """The problem that the terms speak of and its measure, as far as asked for; empty where no single one is clear."""
    sides = {side: listed(report, side) for side in Side}
    problems, measures = sides[Side.PROBLEMS], sides[Side.MEASURES]
    within = not paired(problems, measures) and goes_on(problems)
    if len(problems) < 2 or not (within or paired(problems, measures)):
        return []
    if within:
        measures, asked = problems, frozenset({Side.PROBLEMS})
    apart = [] if within else alone(report, measures)
    texts = [squeeze(piece.text) for piece in (*problems, *measures, *apart)]
    known = [term for term in terms if any(match(term, text) >= PARTIAL for text in texts)]
    if not known:
        return []
    weights = Weights.over(known, texts)
    at = chosen(weights, problems, measures)
    if Side.MEASURES in asked and at is None and (only := nearest(weights, apart)):
        return said(report, [only], lead)
    if at is None:
        return []
    shown = {Side.PROBLEMS: problems[at], Side.MEASURES: measures[partner(at, problems, measures)]}
    return said(report, [shown[side] for side in Side if side in asked or Side.MEASURES in asked], lead)


def said(report: Report, pieces: Sequence[Piece], lead: str) -> list[Statement]:
    """Pieces as lines, the first with what introduces them."""
    return [
        Statement(f"{lead if n == 0 else '- '}{one_line(piece.text)}", (source(report, piece),), line=True)
        for n, piece in enumerate(pieces)
    ]


def alone(report: Report, measures: Sequence[Piece]) -> list[Piece]:
    """What the half on measures says beside its list: of a problem of the year before, what has been done about it."""
    listed_already = {(id(piece.block), piece.start) for piece in measures}
    return [
        piece
        for piece in asked_half(report, Side.MEASURES)
        if (id(piece.block), piece.start) not in listed_already and piece.text.rstrip()[-1:] not in "：:"
    ]


def nearest(weights: Weights, pieces: Sequence[Piece]) -> Piece | None:
    """The piece that covers most of the terms; ``None`` where none covers enough."""
    best = max(pieces, key=lambda piece: weights.coverage(squeeze(piece.text)), default=None)
    return best if best and weights.coverage(squeeze(best.text)) >= ENOUGH else None


def paired(problems: Sequence[Piece], measures: Sequence[Piece]) -> bool:
    """Whether each problem has a measure: as many of both, or more measures where all are marked (一是, （二）)."""
    marked = all(ITEM.match(piece.text) for piece in (*problems, *measures))
    return len(problems) == len(measures) or (marked and len(problems) < len(measures))


def goes_on(problems: Sequence[Piece]) -> bool:
    """Whether the items say in a further sentence what is done about their problem (更新慢。今后每周上传。)."""
    further = ([s.text for s in sentences(piece.text)][1:] for piece in problems)
    return all(any(map(_DONE.search, texts)) for texts in further)


def chosen(weights: Weights, problems: Sequence[Piece], measures: Sequence[Piece]) -> int | None:
    """The place of the problem that is asked about, or of its measure; ``None`` where none or several may be."""
    covered = [
        max(weights.coverage(squeeze(problem.text)), 0.9 * weights.coverage(squeeze(measure.text)))
        for problem, measure in zip(problems, measures, strict=False)
    ]
    best = max(covered)
    alone = sum(score == best for score in covered) == 1
    return covered.index(best) if alone and best >= ENOUGH else None


def partner(at: int, problems: Sequence[Piece], measures: Sequence[Piece]) -> int:
    """The place of the measure against a problem: its own, unless that shares no word with it and one other does.

    A measure that speaks of the problem at its own place answers that one.
    """
    texts = [squeeze(measure.text) for measure in measures]
    shared = [common(problem.text, texts) for problem in problems]
    better = [n for n, count in enumerate(shared[at]) if count and not (n < len(shared) and shared[n][n])]
    return better[0] if len(better) == 1 and not shared[at][at] else at


def common(problem: str, texts: Sequence[str]) -> list[int]:
    """How many words of a problem each text has, those apart that most of the texts have."""
    words = (
        word
        for word in question_tokens(ITEM.sub("", problem, count=1))
        if len(word) > 1 and not is_generic(word)
    )
    held = [[word in text for text in texts] for word in words]
    telling = [row for row in held if 2 * sum(row) <= len(texts)]
    return [sum(column) for column in zip(*telling, strict=True)] or [0] * len(texts)
