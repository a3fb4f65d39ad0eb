"""``disclosure facts``: the figures as JSON or CSV."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterator
from typing import TYPE_CHECKING

from assistant import factsheet
from assistant.commands.options import opened, print_json
from index.indicators import indicators

if TYPE_CHECKING:
    from index.schema import Fact
    from index.store import Store


def facts(arguments: Namespace) -> int:
    """Print the facts, one row each, filtered; with no fact left, an empty list or the header alone."""
    with opened(arguments) as store:
        chosen = list(_chosen(store, arguments))
    if arguments.format == "json":
        print_json([factsheet.row(fact) for fact in chosen])
        return 0
    sys.stdout.writelines(factsheet.lines(chosen, spreadsheet=arguments.bom))
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
