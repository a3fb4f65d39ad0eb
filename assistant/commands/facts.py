"""``disclosure facts``: the figures as JSON or CSV."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from assistant import factsheet
from assistant.commands.options import opened
from index.indicators import indicators

if TYPE_CHECKING:
    from index.schema import Fact
    from index.storage.heads import ReportHead
    from index.store import Store


def facts(arguments: Namespace) -> int:
    """Print the facts, one row each, filtered; with no fact left, an empty list or the header alone."""
    with opened(arguments) as store:
        chosen = _chosen(store, arguments)
        if arguments.format == "csv":
            sys.stdout.writelines(factsheet.lines(chosen, spreadsheet=arguments.bom))
        else:
            sys.stdout.writelines(_document(chosen))
    return 0


def _document(chosen: Iterable[Fact]) -> Iterator[str]:
    """One JSON array, piece by piece: a large collection has hundreds of thousands of facts."""
    yield "["
    for number, fact in enumerate(chosen):
        yield (", " if number else "") + json.dumps(factsheet.row(fact), ensure_ascii=False)
    yield "]\n"


def _chosen(store: Store, arguments: Namespace) -> Iterator[Fact]:
    """The facts that the filters let through, report by report; names may be full or short."""
    reports = [head.name for head in store.catalogue() if _is_named(head, arguments.issuer)]
    indicators = _indicators_of(arguments.indicator) if arguments.indicator else None
    if arguments.issuer and not reports:
        _say(f"没有收录“{arguments.issuer}”的年报，结果为空。")
    if indicators == []:
        _say(f"没有叫“{arguments.indicator}”的指标，结果为空。指标的编号和名称见不加 --indicator 时的输出。")
    for name in reports:
        for fact in store.facts([name], indicators):
            if arguments.year is None or fact.year == arguments.year:
                yield fact


def _is_named(head: ReportHead, issuer: str | None) -> bool:
    return not issuer or issuer in {head.issuer.name, head.issuer.short, *head.issuer.aliases}


def _say(text: str) -> None:
    print(text, file=sys.stderr)


def _indicators_of(name: str) -> list[str]:
    return [
        entry.id for entry in indicators().values() if name in {entry.id, entry.name, *entry.labels.values()}
    ]
