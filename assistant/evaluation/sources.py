"""The sections that a run's citations and evidence stand in, so that its report shows each beside its source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from assistant.page.request import Pointed
from assistant.page.source import holding
from index.schema import Report
from index.store import Store

if TYPE_CHECKING:
    from assistant.evaluate import Row

Json = dict[str, Any]
Place = tuple[str, str]
"""A report and a quote of it."""


@dataclass(frozen=True, slots=True)
class Part:
    """A section as the report of a run prints it; ``anchor`` is its id on the page."""

    anchor: str
    heading: str
    text: str


@dataclass
class Sources:
    """``parts`` by the report's name, in the order in which they were first needed; ``anchors`` by what points to them."""

    parts: dict[str, list[Part]] = field(default_factory=dict)
    anchors: dict[Place, str] = field(default_factory=dict)

    def anchor(self, report: str, quote: str) -> str:
        """The id of the section with a quote, ``""`` where it stands nowhere."""
        return self.anchors.get((report, quote), "")


def sources(store: Store, rows: Sequence[Row]) -> Sources:
    """The sections behind all quotes of a run; quotes of reports that the store does not hold are left out."""
    found = Sources()
    held = {head.name for head in store.catalogue()}
    for name, quotes in _quotes(rows).items():
        if name in held:
            _add(found, store.report(name), quotes)
    return found


def _quotes(rows: Iterable[Row]) -> dict[str, dict[str, str]]:
    """For each report its quotes with the section that is named for each, ``""`` for none."""
    quotes: dict[str, dict[str, str]] = {}
    for item in _cited(rows):
        quotes.setdefault(item["report"], {}).setdefault(item["quote"], item.get("section", ""))
    return quotes


def _cited(rows: Iterable[Row]) -> Iterator[Json]:
    for row in rows:
        yield from row.question["evidence"]
        yield from row.answer.get("citations", ())


def _add(found: Sources, report: Report, quotes: dict[str, str]) -> None:
    parts: dict[int, Part] = {}
    order = len(found.parts)
    for quote, section in quotes.items():
        number = holding(report, Pointed(report.name, section, quote))
        if number is None:
            continue
        whole = report.sections[number]
        parts.setdefault(number, Part(f"source-{order}-{number}", whole.label or "文首", whole.text))
        found.anchors[report.name, quote] = parts[number].anchor
    found.parts[report.name] = [parts[number] for number in sorted(parts)]
