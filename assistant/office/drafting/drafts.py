"""A report being drafted: what the official typed, last year's report, and the drafts made so far."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from assistant.draft import Drafted
from assistant.drafting.filled import spec_from
from assistant.drafting.previous import Previous
from assistant.drafting.spec import Spec
from assistant.drafting.taken import Taken, taken
from index.schema import Issuer

MOST_VERSIONS = 20
"""Drafts that are kept; the oldest go first."""


@dataclass(frozen=True, slots=True)
class Version:
    """A draft as it was made: from which spec and which texts of the form, with the findings on it.

    ``made`` says how it came about, for the list of versions.
    """

    spec: Spec
    texts: Mapping[str, str]
    drafted: Drafted
    findings: tuple[dict[str, Any], ...]
    made: str = "按表格生成"


@dataclass(slots=True)
class Drafting:
    """The one object of a draft: what is typed, where it came from, and the versions made, the last one current.

    ``texts`` are the fields by name as typed; ``taken`` those that were filled in from last year's report;
    ``origin`` says where that came from, ``""`` where there is none.
    """

    issuer: Issuer
    year: int
    previous: Previous | None = None
    origin: str = ""
    texts: dict[str, str] = field(default_factory=dict)
    taken: dict[str, Taken] = field(default_factory=dict)
    versions: list[Version] = field(default_factory=list)

    @property
    def title(self) -> str:
        """What the report is called."""
        return f"{self.issuer.name}{self.year}年政府信息公开工作年度报告"

    @property
    def version(self) -> Version | None:
        """The current draft."""
        return self.versions[-1] if self.versions else None

    @property
    def stale(self) -> bool:
        """Whether the form has changed since the current draft was made."""
        return self.version is not None and self.version.texts != self.texts

    @property
    def size(self) -> int:
        """Characters held."""
        before = len(self.previous.report.text) if self.previous else 0
        drafts = sum(len(part.text) for version in self.versions for part in version.drafted.draft.parts)
        return before + drafts + sum(map(len, self.texts.values()))

    def add(self, version: Version) -> None:
        """Make a version the current one."""
        self.versions = [*self.versions[1 - MOST_VERSIONS :], version]


def begin(issuer: Issuer, year: int, previous: Previous | None = None, origin: str = "") -> Drafting:
    """A form in which is filled in what last year's report says: cases carried over, stock, how to reach the body."""
    begun = Drafting(issuer, year, previous, origin)
    if previous:
        begun.taken = taken(year, previous)
        begun.texts = {name: taken.text for name, taken in begun.taken.items()}
    return begun


def typed(drafting: Drafting) -> dict[str, str]:
    """What the official typed: without the fields that were taken over from last year's report and left as they are."""
    taken = {name: one.text for name, one in drafting.taken.items()}
    return {name: text for name, text in drafting.texts.items() if text.strip() != taken.get(name)}


def spec_of(drafting: Drafting) -> Spec:
    """What the draft is made from. Raises DocumentError where a field cannot be read."""
    return spec_from(typed(drafting), drafting.issuer, drafting.year)
