"""Which figures of one report dispute each other: those of one row, and not those of a part of what it counts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

from assistant.planning.part_names import whole
from index.indicators import indicators
from index.language.numerals import Kind, numbers
from index.schema import Fact
from index.statements.text import smooth
from index.statements.words import mentions

_AMONG = re.compile(r"其中[,:]?|中[,:]")
_FILLER = re.compile(r"^[为是属于系]+|[共为是了有\s]+$")
_CLAUSE = re.compile(r"[,;:。；、()]")


def is_part(fact: Fact) -> bool:
    """Whether a figure is of a part only: 其中县本级公开82条, but not 其中通过微信公开82条, which is all that its row counts."""
    if not fact.part_of:
        return False
    of_row = bool(indicators()[fact.indicator].parent) or fact.column not in ("", "总计")
    return not (of_row and whole(fact.scope) and _told_with_rows_only(fact))


def _told_with_rows_only(fact: Fact) -> bool:
    """Whether all that its sentence counts from 其中 up to the figure has rows of its own, so that none of it divides another.

    Of 其中涉及征地34件，予以公开20件 the second may be a part of the first.
    """
    text = smooth(fact.quote).text
    at = text.find(fact.printed) if fact.printed else -1
    if at < 0:
        return False
    start = max((m.end() for m in _AMONG.finditer(text, 0, at)), default=0)
    counted = [n for n in numbers(text) if n.kind is Kind.COUNT and start <= n.start < at]
    return all(_is_named(text, n.start, n.end) for n in counted)


def _is_named(text: str, start: int, end: int) -> bool:
    """Whether words that name a row end right before a number or begin right after it."""
    before = _FILLER.sub("", _CLAUSE.split(text[:start])[-1])
    after = _FILLER.sub("", _CLAUSE.split(text[end:])[0])
    return any(m.end == len(before) for m in mentions(before)) or any(m.start == 0 for m in mentions(after))


def is_unnamed_part(fact: Fact, agree: Sequence[Fact]) -> bool:
    """Whether a sentence's smaller figure is that of a part, since another sentence agrees with the table.

    A report that says the whole in one sentence says of parts in others, often without naming them again; a larger figure
    can be no part.
    """
    if fact.source != "text" or fact.value is None or {f.source for f in agree} != {"table", "text"}:
        return False
    return any(f.value is not None and fact.value < f.value for f in agree)


def one_per_source(facts: Iterable[Fact]) -> list[Fact]:
    """The first fact from tables and the first of each other value from sentences."""
    seen: dict[tuple[str, Decimal | None], Fact] = {}
    for fact in facts:
        seen.setdefault((fact.source, fact.value), fact)
    return list(seen.values())


def counts_apart(fact: Fact) -> bool:
    """Whether the sentence counts 上年结转 beside what was received, and so not within it."""
    return "结转" in fact.quote and "含" not in fact.quote and "包括" not in fact.quote
