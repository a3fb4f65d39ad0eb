"""Whose each number is: 甲镇19条，乙镇35条 is wrong where 甲镇 has the 35."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from assistant.compose import Statement
from assistant.model.amounts import counted
from assistant.passages.polarity import clauses_of
from assistant.planning.bodies import find_bodies
from assistant.planning.directory import Directory
from index.language.numerals import numbers
from index.language.text import squeeze_numbers

Owner = tuple[str, int]
"""A body's full name and a year."""

_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?=年)")


def is_owned(said: str, grounds: Sequence[Statement], book: Directory) -> bool:
    """Whether each number stands in a clause of a body and year that have it, where a sentence rests on several of either.

    (甲镇19条，乙镇35条 for 甲镇35条，乙镇19条.) What code computed between them is nobody's.
    """
    owned = list(_owned(grounds))
    if len({owner for owner, _ in owned}) < 2:
        return True
    computed = {value for ground in grounds for value in ground.computed}
    names: set[str] = set()
    years: set[int] = set()
    for clause in clauses_of(said):
        found = {b.issuer.name for mention in find_bodies(clause, book) for b in mention.bodies}
        dated = {int(year) for year in _YEAR.findall(clause)}
        names, years = found or names, dated or (set() if found else years)
        for number in counted(clause):
            theirs = [v for (name, year), v in owned if name in names and (not years or year in years)]
            if names and number.floor not in computed and not any(number.floor in v for v in theirs):
                return False
    return True


def _owned(grounds: Sequence[Statement]) -> Iterator[tuple[Owner, set[Decimal]]]:
    """The numbers of each body and year: those of its quotes, and of the statements about it alone."""
    for ground in grounds:
        owners = {(source.issuer, source.year) for source in ground.sources}
        for source in ground.sources:
            yield (source.issuer, source.year), _values(source.quote)
        if len(owners) == 1:
            yield owners.pop(), _values(ground.text)


def _values(text: str) -> set[Decimal]:
    return {number.floor for number in numbers(squeeze_numbers(text)) if number.floor is not None}
