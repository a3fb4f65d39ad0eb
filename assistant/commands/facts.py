"""``disclosure facts``: the figures as JSON or CSV."""

from __future__ import annotations

import csv
import sys
from argparse import Namespace
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from assistant.commands.options import opened, print_json
from index.indicators import indicators

if TYPE_CHECKING:
    from index.schema import Fact
    from index.store import Store

COLUMNS = (
    "report",
    "issuer",
    "year",
    "indicator",
    "label",
    "column",
    "scope",
    "value",
    "unit",
    "state",
    "section",
    "page",
    "quote",
    "source",
)
"""The columns of ``disclosure facts``, in the contract's order."""


def facts(arguments: Namespace) -> int:
    """Print the facts, one row each, filtered."""
    with opened(arguments) as store:
        rows = [_fact_row(fact) for fact in _chosen(store, arguments)]
    if arguments.format == "json":
        print_json(rows)
        return 0
    if arguments.bom:
        sys.stdout.write("\ufeff")
    writer = csv.DictWriter(sys.stdout, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return 0


def _chosen(store: Store, arguments: Namespace) -> Iterator[Fact]:
    """The facts that the filters let through; names may be full or short."""
    reports = _reports_of(store, arguments.issuer) if arguments.issuer else None
    indicators = _indicators_of(arguments.indicator) if arguments.indicator else None
    for fact in store.facts(reports, indicators):
        if arguments.year is None or fact.year == arguments.year:
            yield fact


def _reports_of(store: Store, issuer: str) -> list[str]:
    return [
        head.name
        for head in store.catalogue()
        if issuer in {head.issuer.name, head.issuer.short, *head.issuer.aliases}
    ]


def _indicators_of(name: str) -> list[str]:
    return [
        entry.id for entry in indicators().values() if name in {entry.id, entry.name, *entry.labels.values()}
    ]


def _fact_row(fact: Fact) -> dict[str, Any]:
    row = {column: getattr(fact, column) for column in COLUMNS}
    row["value"] = None if fact.value is None else format(fact.value, "f")
    row["state"] = fact.state.value
    return row
