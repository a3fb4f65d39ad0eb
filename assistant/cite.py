"""Verifying an answer: every quote stands in its report, every number of a claim in its quotes or computed.

What cannot be verified is withheld and counted, never smoothed over (DESIGN, "Every claim is verified").
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from assistant.compose import Draft, Source, Statement
from index.language.numerals import Kind, Number, numbers
from index.language.text import squeeze_numbers

Text = Callable[[str], str]
"""From a report's name to its whole text as ``squeeze_numbers`` gives it."""

QUOTES_KEPT = 4096
"""How many quotes' numbers stay in memory; a figure's quote is read for its line, its sum and the head of its list."""

_UNCOUNTED = frozenset({Kind.YEAR, Kind.ORDINAL, Kind.NAME, Kind.DOCUMENT})
_CATALOGUE = re.compile(r"收录\d+份|\d+份写明|[共有]\d+个|上一年")
_NONE = re.compile(r"未|没有|无|零|不涉及|不存在")
_LABEL = re.compile(r"“[^”]*”|《[^》]*》")


@dataclass(frozen=True, slots=True)
class Verdict:
    """A draft with only what was verified, and the statements that were withheld."""

    draft: Draft
    withheld: tuple[Statement, ...]


def claimed_numbers(text: str) -> list[set[Decimal]]:
    """The numbers that a statement claims, each with its equals (2.5万元 is 25000元).

    Years (上一年 as well), ordinals, names and the catalogue's own counts are none.
    """
    return [
        worths(n)
        for n in numbers(_CATALOGUE.sub("", text))
        if n.kind not in _UNCOUNTED and n.floor is not None
    ]


def worths(number: Number) -> set[Decimal]:
    """A number as printed, and in 元 where it is money."""
    value = number.value if number.value is not None else number.floor
    if value is None:
        return set()
    scale = {"万元": 10_000, "亿元": 100_000_000}.get(number.unit, 1)
    return {value, value * scale}


def quoted_numbers(sources: Iterable[Source]) -> set[Decimal]:
    """Every number that the quotes print, vague ones by their floor; 未收到, 没有 and the like print a zero."""
    return {worth for source in sources for worth in printed_numbers(source.quote)}


@lru_cache(maxsize=QUOTES_KEPT)
def printed_numbers(quote: str) -> frozenset[Decimal]:
    """The numbers of one quote."""
    found = {worth for n in numbers(quote) for worth in worths(n)}
    return frozenset(found | ({Decimal(0)} if _NONE.search(quote) else set()))


def stands(source: Source, text: Text) -> bool:
    """Whether a quote stands verbatim in its report."""
    return squeeze_numbers(source.quote) in text(source.report)


def supported(statement: Statement, text: Text) -> bool:
    """Whether all quotes stand in their reports and all numbers are in the quotes or were computed."""
    if not all(stands(source, text) for source in statement.sources):
        return False
    if not statement.sources:
        return True
    bare = _LABEL.sub("", statement.text)
    if squeeze_numbers(bare) in {squeeze_numbers(s.quote) for s in statement.sources}:
        return True
    allowed = quoted_numbers(statement.sources) | set(statement.computed) | digits(statement.sources)
    allowed |= {value * 10_000 for value in allowed if statement_in_wan(statement)}
    return all(worth & allowed for worth in claimed_numbers(bare))


def statement_in_wan(statement: Statement) -> bool:
    """Whether a statement is about 万元, whose bare table cells the answer may say in 元."""
    return "万元" in statement.text


def digits(sources: Iterable[Source]) -> set[Decimal]:
    """The runs of digits in quotes, for table rows whose cells have no unit and names with digits."""
    return {
        Decimal(run)
        for source in sources
        for run in re.findall(
            r"\d+(?:\.\d+)?", squeeze_numbers(source.quote.replace("\t", " ")) + " " + source.quote
        )
    }


def verify(draft: Draft, text: Text) -> Verdict:
    """The draft without the statements that are not supported."""
    kept = tuple(s for s in draft.statements if supported(s, text))
    withheld = tuple(s for s in draft.statements if s not in kept)
    return Verdict(replace(draft, statements=kept), withheld)
