"""What a catalogue entry shows of a report, light enough to keep all of them in memory."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from index.naming.issuer import may_be_zone, one_issuer, shelf
from index.schema import Contact, Generation, Issuer, Report


@dataclass(frozen=True, slots=True)
class ReportHead:
    """A report without its text; the fields are those of Report.

    ``superseded_by`` names the report that answers in this one's stead: another of the same body and year that was
    signed later. ``""`` where this one answers.
    """

    name: str
    title: str
    issuer: Issuer
    year: int
    generation: Generation
    contact: Contact
    signature: str = ""
    signed: dt.date | None = None
    format: str = ""
    digest: str = ""
    pages: int | None = None
    notices: tuple[str, ...] = ()
    superseded_by: str = ""


def head(report: Report) -> ReportHead:
    """The catalogue entry of a report."""
    return ReportHead(
        name=report.name,
        title=report.title,
        issuer=report.issuer,
        year=report.year,
        generation=report.generation,
        contact=report.contact,
        signature=report.signature,
        signed=report.signed,
        format=report.format,
        digest=report.digest,
        pages=report.pages,
        notices=report.notices,
    )


def ranked(heads: Iterable[ReportHead]) -> tuple[ReportHead, ...]:
    """The entries by body, year and name, ``superseded_by`` filled in.

    Of two reports of one body and year the later signed answers; an unsigned one gives way, and among equals the
    first by name answers, so that the choice never depends on the order of indexing.
    """
    groups: defaultdict[tuple[str, int], list[ReportHead]] = defaultdict(list)
    for entry in united(heads):
        groups[entry.issuer.name, entry.year].append(entry)
    settled = [entry for group in groups.values() for entry in _settled(group)]
    return tuple(sorted(settled, key=lambda entry: (entry.issuer.name, entry.year, entry.name)))


def united(heads: Iterable[ReportHead]) -> list[ReportHead]:
    """The entries with one issuer a body: a name without its parents (柳河镇人民政府) is taken for the fuller one.

    That is so only where all fuller names of the same short name agree; two towns of one name in two counties leave
    the bare name a body of its own.
    """
    entries = list(heads)
    issuers = {entry.issuer.name: entry.issuer for entry in entries}
    shelves: defaultdict[str, list[Issuer]] = defaultdict(list)
    for issuer in issuers.values():
        shelves[shelf(issuer)].append(issuer)
    zones = [issuer for name, row in shelves.items() if may_be_zone(name) for issuer in row]
    fullest: dict[str, Issuer] = {}
    for name, row in shelves.items():
        # A zone's short name is looked for among all: it has no word in common with the long one.
        others = issuers.values() if may_be_zone(name) else [*row, *zones]
        fullest |= {issuer.name: _fullest(issuer, others) for issuer in row}
    return [replace(entry, issuer=fullest[entry.issuer.name]) for entry in entries]


def _fullest(issuer: Issuer, others: Iterable[Issuer]) -> Issuer:
    alike = sorted((o for o in others if one_issuer(o, issuer)), key=lambda other: -len(other.name))
    return alike[0] if all(one_issuer(alike[0], other) for other in alike) else issuer


def _settled(group: list[ReportHead]) -> list[ReportHead]:
    by_name = sorted(group, key=lambda entry: entry.name)
    answering = max(by_name, key=lambda entry: entry.signed or dt.date.min)
    return [
        entry if entry is answering else replace(entry, superseded_by=answering.name) for entry in by_name
    ]
