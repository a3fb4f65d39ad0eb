"""Report -> findings: every rule over one report, with the year before where it is given."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from assistant.checks.case import Case
from assistant.checks.finding import RULES, Finding, Severity
from index.schema import Fact, Report

GROUPS = (
    "table_sums",
    "statistics_sums",
    "text_against_table",
    "text_parts",
    "text_rates",
    "completeness",
    "table_form",
    "chapters",
    "promises",
    "numbering",
    "documents",
    "contacts",
    "years",
    "dates",
    "figures_said",
    "wording",
    "marks",
    "last_year",
    "shared",
)
"""The modules of assistant.checks whose rules run, in the order in which their findings are shown."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A report's findings, by severity and then in the order of the rules."""

    report: str
    findings: tuple[Finding, ...]

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
    found = [finding for one in RULES.values() for finding in one.findings(case)]
    return Checked(report.name, tuple(sorted(dict.fromkeys(found), key=_rank)))


def _register() -> None:
    for group in GROUPS:
        import_module(f"assistant.checks.{group}")


def _rank(finding: Finding) -> int:
    return list(Severity).index(finding.severity)
