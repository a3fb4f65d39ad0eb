"""All figures of a report, from its tables and its text, each with its source."""

from __future__ import annotations

from index.schema import Fact, Report
from index.statements.report import sentence_facts


def facts(report: Report) -> tuple[Fact, ...]:
    """The facts of the tables, then those of the sentences.

    Both stay where they say the same thing or contradict each other: whoever answers cites both.
    """
    from index.tables.report import table_facts  # noqa: PLC0415  imported when first used

    return (*table_facts(report), *sentence_facts(report))
