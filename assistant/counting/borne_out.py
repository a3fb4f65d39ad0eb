"""Sentences that bear out a figure from a table, so that both places are cited where a report says it twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from assistant.counting.readings import Reading, Sheet, column_rank, fitting
from assistant.planning.part_names import OWN_LEVEL, kind_of, whole
from index.indicators import indicators
from index.schema import Fact, FactState


def borne_out(own: Sheet, reading: Reading) -> Reading:
    """The reading with a sentence that says the same, where its own facts are all from tables; else as it is.

    The statutory tables count what the body itself handled, so that a sentence about 本级 with the table's value says the
    same (with another value it is no contradiction: the table may be of the whole area). A zero of a part or an outcome is
    said by the sentence that there was none of the whole (无行政诉讼案件).
    """
    cited = reading.all_facts
    if not (cited and reading.stated and whole(reading.scope)) or any(f.source != "table" for f in cited):
        return reading
    told = next(_same(own, reading), None) or next(_denials(own, reading), None)
    return replace(reading, facts=(*reading.facts, told)) if told else reading


def _same(own: Sheet, reading: Reading) -> Iterator[Fact]:
    column = reading.column or next((fact.column for fact in reading.facts), "")
    for fact in _sentences(own, reading.indicator, reading):
        same = (fact.value, fact.unit) == (reading.value, reading.unit)
        if same and kind_of(fact.scope) == OWN_LEVEL and column_rank(fact.column, column) is not None:
            yield fact


def _denials(own: Sheet, reading: Reading) -> Iterator[Fact]:
    if reading.state is not FactState.ZERO:
        return
    for indicator in (reading.indicator, indicators()[reading.indicator].parent):
        told = _sentences(own, indicator, reading)
        yield from (f for f in fitting(told, reading.target, "", reading.scope) if f.state is FactState.ZERO)


def _sentences(own: Sheet, indicator: str, reading: Reading) -> Iterable[Fact]:
    return (f for f in own.get(indicator, ()) if f.source == "text" and f.year == reading.target.year)
