"""Figures of earlier years beside this year's: 比上年的365条增加两成, （2021年为1170件）, 2014年、2015年分别为22件和35件; rates of change."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from index.language.numerals import Number
from index.schema import FactState
from index.statements.context import Context, Found
from index.statements.denials import Denials
from index.statements.meaning import Meaning
from index.statements.pick import eligible
from index.statements.scope import growth_sign
from index.statements.years import bare_year, compared_words, compared_year, paired_years

_LIKE = frozenset("件条个次期篇场份宗起")
_CHANGED = re.compile(r"(?:数量?|件数|总数|总?量)?(?:同比|环比|[比较]上|[比较]20|与上)")
_COUNTED = re.compile(r"(?:案件|申请|数量?|件数|总?量|总数|事项|情况|的)*")
_CHANGED_TO = re.compile(r"(?:增加|增长|增|上升|提高|减少|下降|减|降|升)(?:到|至|为)$")


class Comparisons(Denials):
    """A sentence with the earlier years' figures that it compares this year's with."""

    def __init__(self, text: str, context: Context) -> None:
        super().__init__(text, context)
        self.years = paired_years(text, self.numbers)
        self.counted_last: Found | None = None
        self.changing: Found | None = None
        self.figure = 0

    def _compared(self, number: Number, clause: int) -> Iterator[Found]:
        """The figure at ``number`` if it is one of an earlier year, or what such a figure has changed to."""
        clause = max([clause, *(n.end for n in self.numbers if n.end <= number.start)])
        near, right = self.text[clause : number.start], self.text[number.end :]
        report_year = self.context.year
        if number.start in self.years:
            yield from self._like_last(number, self.years[number.start])
        elif (year := compared_year(near, right, report_year)) is not None:
            words = compared_words(near)
            self.changing = self._counted_before(number, clause, clause + len(words), year)
            if self.changing:
                yield self.changing
            elif _COUNTED.fullmatch(words.lstrip(",")):
                yield from self._like_last(number, year)
        elif self.changing and _CHANGED_TO.search(near):
            yield _again(self.changing, number, report_year)
            self.changing = None
        elif (year := bare_year(near, report_year)) is not None:
            yield from self._like_last(number, year)

    def _like_last(self, number: Number, year: int) -> Iterator[Found]:
        last = self.counted_last
        if last and (number.unit == last.unit or {number.unit, last.unit} <= _LIKE):
            yield _again(last, number, year)

    def _counted_before(self, number: Number, clause: int, end: int, year: int) -> Found | None:
        """行政复议案件由2021年的9件下降到5件: what the words right before the year count."""
        inside = eligible(self._inside(clause, end), self.context.domain, number.unit)
        if not inside or not _COUNTED.fullmatch(self.text[inside[-1].end : end]):
            return None
        meaning = self.context.meaning(self.text, inside[-1], inside)
        if not meaning:
            return None
        span = (number.start, number.end, number.printed, False)
        return Found(meaning, number.value, _state(number), number.unit, self.context.area, year, *span)

    def _growth(self, number: Number, near: str, far: str) -> Iterator[Found]:
        sign = growth_sign(near, far)
        last = self.context.last or (self._named_again(number) if sign else None)
        if sign and last and number.value is not None and number.unit == "%":
            meaning, value = replace(last, column="同比"), number.value * sign
            span = (number.start, number.end, number.printed, False)
            counted = self.counted_last
            whose = counted.scope if counted and not counted.part else self.context.area
            whose = self.context.told.scope if not counted and self.context.told else whose
            yield Found(meaning, value, FactState.NUMBER, "%", whose, self.context.year, *span)

    def _named_again(self, number: Number) -> Meaning | None:
        """新收申请比上年增长12%, in a sentence after the one that counts them: what the rate is of."""
        told = self.context.told
        for mention in self._inside(self._clause(number.start, 0), number.start):
            if told and _CHANGED.match(self.text[mention.end :]):
                meaning = self.context.meaning(self.text, mention, [mention])
                if meaning == told.meaning:
                    return meaning
        return None


def _state(number: Number) -> FactState:
    if number.vague:
        return FactState.VAGUE
    return FactState.ZERO if number.value == 0 else FactState.NUMBER


def _again(found: Found, number: Number, year: int) -> Found:
    """Another figure for the same thing."""
    return replace(
        found,
        value=number.value,
        state=_state(number),
        unit=number.unit,
        start=number.start,
        end=number.end,
        printed=number.printed,
        year=year,
    )
