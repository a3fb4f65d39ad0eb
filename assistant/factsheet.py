"""Facts as rows for other programs and for spreadsheets: the columns of ``disclosure facts`` (DESIGN, contracts)."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from operator import attrgetter
from typing import Any

from index.schema import Fact

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
"""The columns in the contract's order."""

_cells = attrgetter(*COLUMNS)
_BOM = "\ufeff"
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_TEXTS = ("report", "issuer", "label", "column", "scope", "unit", "section", "quote")


def row(fact: Fact) -> dict[str, Any]:
    """A fact by column: ``value`` a decimal string or ``None``."""
    cells = dict(zip(COLUMNS, _cells(fact), strict=True))
    cells["value"] = None if fact.value is None else format(fact.value, "f")
    cells["state"] = fact.state.value
    return cells


def lines(facts: Iterable[Fact], *, spreadsheet: bool = False) -> Iterator[str]:
    """The facts as lines of CSV, the header first.

    For a ``spreadsheet`` a byte order mark says that it is UTF-8, and a text that it would run as a formula gets an
    apostrophe before it; otherwise every text is as printed.
    """
    buffer = io.StringIO()
    writer = csv.DictWriter(buffer, COLUMNS, lineterminator="\n")
    buffer.write(_BOM if spreadsheet else "")
    writer.writeheader()
    for fact in facts:
        writer.writerow(_inert(row(fact)) if spreadsheet else row(fact))
        yield buffer.getvalue()
        buffer.seek(0)
        buffer.truncate()
    yield buffer.getvalue()


def _inert(cells: dict[str, Any]) -> dict[str, Any]:
    return cells | {name: f"'{cells[name]}" for name in _TEXTS if cells[name].startswith(_FORMULA)}
