"""Figures of the text against one another: one thing counted twice, and totals that their neighbours contradict."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.checks.case import Case
from assistant.checks.finding import Hit, Severity, rule
from assistant.checks.table_sums import quotes
from assistant.checks.text_against_table import figures_of, is_whole
from index.indicators import indicators
from index.schema import Fact

SOURCE = "《政府信息公开条例》第五十条；数据准确，前后一致"
_OFTEN = {
    "meetings",
    "trainings",
    "trainees",
    "consultations",
    "consultation_comments",
    "media_accounts",
    "gazettes",
}
"""What a report may count in several places, each time for another occasion."""


@rule("text-against-text", "前后数据不一致", Severity.WARNING, SOURCE)
def contradictions(case: Case) -> Iterator[Hit]:
    """One thing, counted for the whole year in two places, has one figure; where a table has it, that is compared."""
    groups: dict[tuple[str, str, str], list[Fact]] = {}
    for fact in case.statements:
        if fact.value is not None and is_whole(fact) and fact.indicator not in _OFTEN and fact.unit != "%":
            groups.setdefault((fact.indicator, fact.column, fact.unit), []).append(fact)
    for (indicator, column, unit), said in groups.items():
        figures = dict.fromkeys(fact.value for fact in said)
        one_each = {fact.value: fact for fact in reversed(said)}
        apart = len({fact.quote for fact in one_each.values()}) == len(figures)
        if len(figures) < 2 or not apart or figures_of(case, indicator, column):
            continue
        facts = [one_each[value] for value in figures]
        told = "、".join(f"{fact.value}{unit}" for fact in facts)
        yield Hit(
            f"“{indicators()[indicator].name}”前后不一：{told}",
            quotes(*facts),
            facts[0].section,
            "核对台账，全文用同一个数；口径不同的写明口径",
            facts[0].page,
        )
