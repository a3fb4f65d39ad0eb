"""What a sentence says without a number of its own: none at all, or the result of all that were just counted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from index.language.numerals import Kind, Number, numbers
from index.schema import FactState
from index.statements.context import Context, Found
from index.statements.meaning import outcome, plain
from index.statements.moments import is_within_the_year
from index.statements.places import said_of_some
from index.statements.scope import Scope, is_among, scope_of
from index.statements.words import DISPUTES, Mention, mentions
from index.statements.years import year_of
from index.statements.zero import zero_mentions

_COUNTED = frozenset({Kind.COUNT, Kind.PERCENT})
_NONE = re.compile(r"(?:无|没有)一[件起宗例]?(?:案件?)?(?=被|败诉|纠)")
_ALL = re.compile(r"均|都|全部")


class Denials:
    """A sentence with what is found in it, and its zeros; the counts are read by ``reader.Reader``."""

    def __init__(self, text: str, context: Context) -> None:
        self.text, self.context = text, context
        self.mentions = mentions(text)
        self.numbers = [n for n in numbers(text) if n.kind in _COUNTED and not self._is_in_label(n)]
        self.year = context.year
        self.breaks = [m.end() for m in re.finditer(r"[,;:?!。；](?!\d{3}(?!\d))", text)]

    def _is_in_label(self, number: Number) -> bool:
        """Whether a numeral is part of a statutory label (三类内部事务信息) and counts nothing."""
        labels = [m for m in self.mentions if m.key.startswith("refused_")]
        return any(m.start <= number.start and number.end < m.end for m in labels)

    def _clause(self, at: int, low: int) -> int:
        return max([low, *(b for b in self.breaks if b <= at)])

    def _inside(self, start: int, end: int) -> list[Mention]:
        return [m for m in self.mentions if m.start >= start and m.end <= end]

    def _denials(self, start: int, end: int) -> Iterator[Found]:
        self.year = year_of(self.text[start:end], self.context.year) or self.year
        yield from self._zero(zero_mentions(self.text, start, end, self._inside(start, end)))
        yield from self._derived(start, end)
        yield from self._none_of(start, end)

    def _zero(self, found: list[Mention]) -> Iterator[Found]:
        for mention in found:
            clause = self.text[self._clause(mention.start, 0) : mention.start]
            if said_of_some(clause) or is_within_the_year(self.text, mention.start):
                continue
            if not mention.trigger.zero or not (
                meaning := self.context.meaning(self.text, mention, [mention])
            ):
                continue
            scope, _ = scope_of("", self.text[: mention.start], self.context.names)
            printed = self.text[mention.start : mention.end]
            span = (mention.start, mention.end, printed, False)
            yield Found(meaning, Decimal(0), FactState.ZERO, "", scope, self.year, *span)

    def _of_heading(self) -> Iterator[Found]:
        """无。 under a heading denies what the heading names."""
        named = {m.key: m for m in mentions(self.context.heading) if m.trigger.zero}
        if named.keys() & {"review", "litigation", "complaints", "fees"}:
            named.pop("requests_new", None)
        for mention in named.values():
            if meaning := plain(mention.key, self.context.year):
                span = (0, len(self.text), self.text, False)
                yield Found(meaning, Decimal(0), FactState.ZERO, "", Scope(), self.year, *span)

    def _none_of(self, start: int, end: int) -> Iterator[Found]:
        """行政复议9件，无一被纠错: none of those counted last had that result."""
        last = self.context.last
        for match in _NONE.finditer(self.text, start, end):
            for mention in self._inside(match.end(), end):
                if not (
                    last and mention.key.startswith("outcome.") and last.indicator == self.context.dispute
                ):
                    continue
                if meaning := outcome(mention.key, last.indicator, self.context.year):
                    span = (match.start(), mention.end, self.text[match.start() : mention.end], False)
                    yield Found(meaning, Decimal(0), FactState.ZERO, "", self.context.area, self.year, *span)

    def _derived(self, start: int, end: int) -> Iterator[Found]:
        """1起，维持原判 and 2件，均维持: the result of all that were counted."""
        last, context = self.context.last, self.context
        counted = next((n for n in reversed(self.numbers) if n.end <= start), None)
        if not (
            last
            and counted
            and counted.value
            and context.domain in DISPUTES
            and last.indicator == context.dispute
        ):
            return
        for mention in self._inside(start, end):
            own_number = end < len(self.text) and not any(mention.end <= b <= end for b in self.breaks)
            if not mention.key.startswith("outcome.") or own_number:
                continue
            clause = self.text[self._clause(mention.start, start) : mention.end]
            meaning = outcome(mention.key, last.indicator, context.year)
            if meaning and (counted.value == 1 or _ALL.search(clause)):
                part = is_among(self.text, 0, counted.start)
                span = (counted.start, mention.end, counted.printed, part)
                yield Found(
                    meaning, counted.value, FactState.NUMBER, counted.unit, context.area, self.year, *span
                )
                return
