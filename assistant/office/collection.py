"""What the collection has to compare a report with; the report itself never enters it."""

from __future__ import annotations

from typing import Protocol

from assistant.drafting.collection import Library
from index.naming.issuer import one_issuer
from index.schema import Issuer, Report

MOST_OTHERS = 40
"""Reports of other bodies that a report is compared with word for word."""


class Collection(Library, Protocol):
    """What is asked of the store: it is only read."""

    def report(self, name: str) -> Report:
        """A report as a whole."""


def year_before(issuer: Issuer, year: int, collection: Collection) -> Report | None:
    """A body's report of the year before this one; ``None`` where none or more than one can be meant."""
    names = [
        head.name
        for head in collection.catalogue()
        if head.year == year - 1 and not head.superseded_by and one_issuer(head.issuer, issuer)
    ]
    return collection.report(names[0]) if len(names) == 1 else None


def neighbours(report: Report, collection: Collection) -> list[Report]:
    """Reports of other bodies for the same year, those with the most areas above in common first."""
    above = set(report.issuer.parents)
    heads = [
        head
        for head in collection.catalogue()
        if head.year == report.year and not head.superseded_by and not one_issuer(head.issuer, report.issuer)
    ]
    nearest = sorted(heads, key=lambda head: -len(above & set(head.issuer.parents)))
    return [collection.report(head.name) for head in nearest[:MOST_OTHERS]]
