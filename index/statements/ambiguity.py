"""One sentence gives one figure for one thing: where it seems to give two, one of them was misread.

Real contradictions stand in different sentences, or in the text and a table. So a part without a name gives way to its total,
and where two figures still claim one place, neither is taken.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from index.statements.context import Found


def unambiguous(found: Iterable[Found]) -> list[Found]:
    """The figures of one sentence without those that dispute a place (indicator, column, scope, year)."""
    places: dict[tuple[str, str, str, int], list[Found]] = defaultdict(list)
    for one in found:
        places[one.meaning.indicator, one.meaning.column, one.scope.name, one.year].append(one)
    kept = [one for claims in places.values() for one in _agreed(claims)]
    return sorted(kept, key=lambda one: (one.start, one.end))


def _agreed(claims: list[Found]) -> list[Found]:
    for some in (claims, [one for one in claims if not one.part]):
        if len({one.printed if one.value is None else one.value for one in some}) == 1:
            return some
    return []
