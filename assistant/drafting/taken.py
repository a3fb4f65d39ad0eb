"""What the form of a year is filled in with from last year's report, and where it stands there."""

from __future__ import annotations

from dataclasses import dataclass, fields

from assistant.drafting.fields import CONTACT, name_of
from assistant.drafting.figures import complete
from assistant.drafting.nouns import Source
from assistant.drafting.previous import Previous
from index.schema import Contact


@dataclass(frozen=True, slots=True)
class Taken:
    """What a field was filled in with from last year's report, and where it stands there."""

    text: str
    note: str


def taken(year: int, previous: Previous) -> dict[str, Taken]:
    """By field: cases carried over, stock, and how to reach the body."""
    cells = complete({}, year, previous)
    found = {
        name_of(key): Taken(f"{entry.value:f}", entry.note)
        for key, entry in cells.items()
        if entry.source is Source.PREVIOUS and entry.value is not None
    }
    contact = previous.report.contact
    for item in fields(Contact):
        if text := getattr(contact, item.name):
            found[f"{CONTACT}{item.name}"] = Taken(text, f"{previous.year}年报告，请核对")
    return found
