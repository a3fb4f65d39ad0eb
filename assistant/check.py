"""Report -> findings: every rule over one report, with the year before where it is given."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from importlib import import_module
from typing import Any

from assistant.checks.case import Case
from assistant.checks.finding import RULES, Finding, Severity
from index.language.text import squeeze
from index.schema import Fact, Report

GROUPS = (
    "table_sums",
    "statistics_sums",
    "text_against_table",
    "text_against_text",
    "text_parts",
    "text_rates",
    "kinds_said",
    "points",
    "sums_said",
    "rates_said",
    "growth_said",
    "completeness",
    "table_form",
    "table_labels",
    "chapters",
    "promises",
    "numbering",
    "subheadings",
    "enumerated",
    "documents",
    "citations",
    "document_numbers",
    "articles",
    "time_limits",
    "anachronisms",
    "names",
    "former_bodies",
    "contacts",
    "phones",
    "years",
    "periods",
    "dates",
    "figures_said",
    "wording",
    "set_phrases",
    "repeated",
    "style",
    "marks",
    "obligations",
    "last_year",
    "carried_figures",
    "shared",
)
"""The modules of assistant.checks whose rules run, in the order in which their findings are shown."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A report's findings, by severity and then in the order of the rules; ``notice`` is for the reader, if any."""

    report: str
    findings: tuple[Finding, ...]
    notice: str = ""

    def with_more(self, findings: Sequence[Finding], notice: str = "") -> Checked:
        """The same with findings from elsewhere, in their order after those of the same severity."""
        every = tuple(sorted((*self.findings, *findings), key=_rank))
        return replace(self, findings=every, notice=notice or self.notice)

    @property
    def has_errors(self) -> bool:
        """Whether ``--strict`` fails the report."""
        return any(finding.severity is Severity.ERROR for finding in self.findings)

    def to_json(self) -> dict[str, Any]:
        """The contract's document."""
        return {"report": self.report, "findings": [finding.to_json() for finding in self.findings]}


def check(
    report: Report,
    facts: Sequence[Fact],
    previous: Report | None = None,
    previous_facts: Sequence[Fact] = (),
    others: Sequence[Report] = (),
) -> Checked:
    """Everything that the rules find in a report; ``previous`` is the same body's report of the year before.

    ``others`` are reports of other bodies, to find passages that were copied from one to the other.
    """
    _register()
    case = Case(report, tuple(facts), previous, tuple(previous_facts), tuple(others))
    found = dict.fromkeys(finding for one in RULES.values() for finding in one.findings(case))
    kept = [finding for finding in found if not _is_said_better(finding, found)]
    return Checked(report.name, tuple(sorted(kept, key=_rank)))


BETTER = {
    "sentence-sum": {"sentence-parts", "sentence-kinds", "sentence-channels", "statistics-channels"},
    "growth-computed": {"sentence-growth"},
    "document-number": {"format-number"},
    "growth-steps": {"growth-computed", "sentence-growth"},
    "part-over-whole": {"sentence-sum", "sentence-parts"},
    "set-phrase": {"misspelt", "term", "law-name", "doubled-word"},
    "signature-body": {"signature-name"},
    "redundant": {"vague-figure", "exact-and-about"},
    "text-against-text": {"text-against-table"},
}
"""Rules of a wide net, with those that say the same of a sentence with more knowledge; one finding is enough."""


def _is_said_better(finding: Finding, found: Iterable[Finding]) -> bool:
    better = [one for one in found if one.rule in BETTER.get(finding.rule, set())]
    return any(
        squeeze(quote) in squeeze(other) or squeeze(other) in squeeze(quote)
        for one in better
        for other in one.quotes
        for quote in finding.quotes
    )


def _register() -> None:
    for group in GROUPS:
        import_module(f"assistant.checks.{group}")


def _rank(finding: Finding) -> int:
    return list(Severity).index(finding.severity)
