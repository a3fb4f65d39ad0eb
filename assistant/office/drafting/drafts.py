"""A report being drafted: what the official typed, last year's report, and the drafts made so far."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from decimal import Decimal
from typing import Any

from assistant.draft import Drafted
from assistant.drafting.figures import complete
from assistant.drafting.nouns import Key, Source
from assistant.drafting.previous import Previous
from assistant.drafting.spec import Point, Spec, printable, signed_on
from assistant.office.drafting.fields import CONTACT, POINTS, SIGNED, name_of, places, read
from index.errors import DocumentError
from index.schema import Contact, Issuer

MOST_VERSIONS = 20
"""Drafts that are kept; the oldest go first."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What a field was filled in with from last year's report, and where it stands there."""

    text: str
    note: str


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
        begun.taken = _taken(year, previous)
        begun.texts = {name: taken.text for name, taken in begun.taken.items()}
    return begun


def _taken(year: int, previous: Previous) -> dict[str, Taken]:
    cells = complete({}, year, previous)
    taken = {
        name_of(key): Taken(f"{entry.value:f}", entry.note)
        for key, entry in cells.items()
        if entry.source is Source.PREVIOUS and entry.value is not None
    }
    contact = previous.report.contact
    for item in fields(Contact):
        if text := getattr(contact, item.name):
            taken[f"{CONTACT}{item.name}"] = Taken(text, f"{previous.year}年报告，请核对")
    return taken


def typed(drafting: Drafting) -> dict[Key, Decimal | None]:
    """The figures that the official gave: neither those that cannot be read nor those taken over unchanged."""
    taken = {name for name, one in drafting.taken.items() if drafting.texts.get(name, "").strip() == one.text}
    figures = read(drafting.texts, drafting.year).figures
    return {key: value for key, value in figures.items() if name_of(key) not in taken}


def spec_of(drafting: Drafting) -> Spec:
    """What the draft is made from. Raises DocumentError where a field cannot be read."""
    texts, year = drafting.texts, drafting.year
    if faults := read(texts, year).faults:
        raise DocumentError(f"有 {len(faults)} 格不是能用的数字", "", "请改正标红的格子，再生成草稿")
    contact = {item.name: texts.get(f"{CONTACT}{item.name}", "") for item in fields(Contact)}
    unchanged = {name: taken.text for name, taken in drafting.taken.items()}
    given = {
        name: printable(text) for name, text in contact.items() if text != unchanged.get(f"{CONTACT}{name}")
    }
    points = [
        Point(place, printable(line))
        for place, _ in places(year)
        for line in texts.get(f"{POINTS}{place}", "").splitlines()
        if line.strip()
    ]
    return Spec(
        drafting.issuer,
        year,
        typed(drafting),
        points=tuple(points),
        contact=Contact(**given),
        signed=signed_date(drafting),
    )


def signed_date(drafting: Drafting) -> dt.date | None:
    """The date of signature. Raises DocumentError where it cannot be one."""
    return signed_on(drafting.texts.get(SIGNED, "").strip(), drafting.year, "成文日期")
