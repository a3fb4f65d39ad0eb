"""The statutory tables of real reports against listings made by hand."""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from index.indicators import APPLICANTS, OUTCOMES, STATISTIC
from index.load.dispatch import load
from index.parse import parse
from index.schema import Document, Fact, FactState, Report
from index.tables.report import table_facts

GOLD = sorted((Path(__file__).parent.parent / "gold").glob("table_*.json"))
Key = tuple[str, str, str, str]


def _wanted(gold: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    for label, columns in gold.get("documents", {}).items():
        for column, printed in columns.items():
            yield label, column, printed
    for label, figures in gold.get("requests", {}).items():
        yield from ((label, *pair) for pair in zip(APPLICANTS, figures, strict=True))
    for label, figures in gold.get("disputes", {}).items():
        yield from ((label, *pair) for pair in zip(OUTCOMES, figures, strict=True))
    for row in gold.get("statistics", []):
        yield row["label"], STATISTIC, row["value"]


def _state(printed: str) -> FactState:
    if not printed:
        return FactState.BLANK
    return FactState.NUMBER if Decimal(printed) else FactState.ZERO


def _f1(wanted: list[tuple[Any, ...]], found: list[tuple[Any, ...]]) -> float:
    """Of two listings with repetitions; 1 where both are empty."""
    rest = list(wanted)
    hits = 0
    for item in found:
        if item in rest:
            rest.remove(item)
            hits += 1
    return 2 * hits / (len(wanted) + len(found)) if wanted or found else 1.0


def _facts(folder: Path, name: str) -> tuple[Report, tuple[Fact, ...]]:
    (document,) = load(folder / "reports" / name, name)
    assert isinstance(document, Document)
    report = parse(document)
    return report, table_facts(report)


@pytest.mark.slow
@pytest.mark.parametrize("listing", GOLD, ids=lambda path: path.stem)
@pytest.mark.parametrize("state", [FactState.NUMBER, FactState.ZERO, FactState.BLANK])
def test_cells_of_each_state_are_read_as_listed(shared: Path, listing: Path, state: FactState) -> None:
    gold = json.loads(listing.read_text(encoding="utf-8"))
    _, facts = _facts(shared, gold["report"])
    wanted = [
        (label, column, Decimal(printed) if printed else None)
        for label, column, printed in _wanted(gold)
        if _state(printed) is state
    ]
    found = [(fact.label, fact.column, fact.value) for fact in facts if fact.state is state]
    assert _f1(wanted, found) >= 0.995, sorted(map(str, set(wanted) ^ set(found)))
