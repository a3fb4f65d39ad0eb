"""What a check finds, and the register in which every rule stands once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from assistant.checks.case import Case


class Severity(StrEnum):
    """``ERROR`` must be put right, ``WARNING`` most likely must, ``NOTE`` is for the author to look at."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Hit:
    """One place at which a rule strikes. ``severity`` overrides the rule's own where the case is clearer or weaker.

    ``quotes`` are verbatim, ``()`` for what is absent; ``section`` is the label of the first quote's section and
    ``page`` the page on which it begins, ``None`` where the format has none.
    """

    message: str
    quotes: tuple[str, ...] = ()
    section: str = ""
    suggestion: str = ""
    page: int | None = None
    severity: Severity | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """A hit with the rule that made it: what the official reads, and what ``disclosure check`` prints."""

    rule: str
    category: str
    severity: Severity
    message: str
    quotes: tuple[str, ...]
    section: str
    suggestion: str
    source: str
    page: int | None = None

    def to_json(self) -> dict[str, Any]:
        """The finding as the contract's JSON has it."""
        return {
            "rule": self.rule,
            "category": self.category,
            "severity": self.severity.value,
            "message": self.message,
            "quotes": list(self.quotes),
            "section": self.section,
            "page": self.page,
            "suggestion": self.suggestion,
            "source": self.source,
        }


ALWAYS = (0, 9999)
REGULATION_2007 = (0, 2018)
"""Report years under the regulation of 2007."""
STATISTICS = (2014, 2018)
"""Report years with the 统计表 of 国办发〔2014〕32号."""
TABLES = (2014, 9999)
SINCE_2019 = (2019, 9999)
"""Report years under the regulation of 2019 and its formats."""
FORMAT_2019 = (2019, 2020)
FORMAT_2021 = (2021, 9999)

Test = Callable[["Case"], Iterable[Hit]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A named rule; ``source`` is the document and article, ``years`` the first and last report year it applies to."""

    id: str
    category: str
    severity: Severity
    source: str
    test: Test
    years: tuple[int, int] = ALWAYS

    def findings(self, case: Case) -> list[Finding]:
        """What the rule finds in a report; nothing where it does not apply to the report's year."""
        first, last = self.years
        if not first <= case.year <= last:
            return []
        return [self._finding(hit) for hit in self.test(case)]

    def _finding(self, hit: Hit) -> Finding:
        return Finding(
            self.id,
            self.category,
            hit.severity or self.severity,
            hit.message,
            hit.quotes,
            hit.section,
            hit.suggestion,
            self.source,
            hit.page,
        )


RULES: dict[str, Rule] = {}
"""Every rule by its id, in the order of registration, which is the order of the findings."""


def rule(
    name: str, category: str, severity: Severity, source: str, years: tuple[int, int] = ALWAYS
) -> Callable[[Test], Test]:
    """Register a function of a ``Case`` as the rule ``name``."""

    def register(test: Test) -> Test:
        if name in RULES:
            raise ValueError(f"rule {name} is registered twice")
        RULES[name] = Rule(name, category, severity, source, test, years)
        return test

    return register
