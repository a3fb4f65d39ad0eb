"""A report being checked: read from uploaded bytes, its findings numbered, each with the official's decision."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import groupby

from assistant.check import Checked, check
from assistant.checks.finding import Finding, Severity
from assistant.llm import Door
from assistant.model.proofread import RULE, proofread
from assistant.office.collection import Collection, neighbours, year_before
from index.schema import Fact, Report

LONGEST_REASON = 500
"""Characters of a reason."""
SEVERITIES = {Severity.ERROR: "错误", Severity.WARNING: "警告", Severity.NOTE: "提示"}


def is_suggested(finding: Finding) -> bool:
    """Whether a language model wrote a finding, which is said wherever it is shown."""
    return finding.rule == RULE


class Verdict(StrEnum):
    """What the official decided on a finding."""

    ACCEPTED = "accepted"
    DISMISSED = "dismissed"


VERDICTS = {Verdict.ACCEPTED: "采纳", Verdict.DISMISSED: "不采纳"}


@dataclass(frozen=True, slots=True)
class Decision:
    """A verdict with its reason, which may be empty for what is accepted."""

    verdict: Verdict
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as it came; ``name`` is without folders."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Group:
    """The findings of one severity with their numbers, which count all findings from 1."""

    severity: Severity
    label: str
    findings: tuple[tuple[int, Finding], ...]


@dataclass(slots=True)
class Work:
    """A checked report; ``decisions`` by the finding's number, ``compared`` says with what, ``""`` for nothing."""

    name: str
    report: Report
    checked: Checked
    compared: str = ""
    decisions: dict[int, Decision] = field(default_factory=dict)

    @property
    def size(self) -> int:
        """Characters held."""
        return len(self.report.text)

    @property
    def numbered(self) -> list[tuple[int, Finding]]:
        """The findings with their numbers, from 1."""
        return list(enumerate(self.checked.findings, start=1))

    @property
    def groups(self) -> list[Group]:
        """The findings by severity, the gravest first; a severity without findings too."""
        found = {
            severity: tuple(group)
            for severity, group in groupby(self.numbered, key=lambda numbered: numbered[1].severity)
        }
        return [Group(severity, label, found.get(severity, ())) for severity, label in SEVERITIES.items()]

    @property
    def suggested(self) -> int:
        """How many findings a language model wrote."""
        return sum(is_suggested(finding) for finding in self.checked.findings)

    def finding(self, number: int) -> Finding | None:
        """The finding of a number, ``None`` where there is none."""
        known = 1 <= number <= len(self.checked.findings)
        return self.checked.findings[number - 1] if known else None


def worked(
    upload: Upload,
    previous: Upload | None = None,
    collection: Collection | None = None,
    door: Door | None = None,
) -> Work:
    """Read and check an uploaded report. Raises DisclosureError where a file cannot be read or is no annual report.

    Where last year's is not uploaded, that of the collection is taken; other bodies' reports come from there too.
    ``door`` leads to the language model that is asked for suggestions on wording, ``None`` for none.
    """
    from index.single import read_bytes  # noqa: PLC0415 - the readers' libraries load when the first file comes

    report, facts = read_bytes(upload.data, upload.name)
    earlier = read_bytes(previous.data, previous.name) if previous else None
    before, before_facts = earlier or _collected(report, collection)
    others = neighbours(report, collection) if collection else []
    checked = check(report, facts, before, before_facts, others)
    if door is not None:
        more = proofread(report, door, checked.findings)
        checked = checked.with_more(more.findings, more.notice)
    return Work(upload.name, report, checked, _compared(before, others, collected=previous is None))


def _collected(report: Report, collection: Collection | None) -> tuple[Report | None, tuple[Fact, ...]]:
    from index.facts import facts  # noqa: PLC0415 - as above

    before = year_before(report.issuer, report.year, collection) if collection else None
    return before, facts(before) if before else ()


def _compared(before: Report | None, others: Sequence[Report], *, collected: bool) -> str:
    """What the report was compared with, for the official to know."""
    origin = "（已收录）" if collected else ""
    parts = [f"上一年度《{before.title or before.name}》{origin}"] if before else []
    parts += [f"其他机关同年年报{len(others)}份"] if others else []
    return "、".join(parts)
