"""Facts as rows of JSON: thousands come back in the time that one question has.

A row is the fields of Fact in their order; a field added at the end with a default does not make old rows useless.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import astuple, fields
from decimal import Decimal
from typing import Any

from index.schema import Fact, FactState, Place

_NAMES = [field.name for field in fields(Fact)]
_VALUE, _STATE, _PLACES = (_NAMES.index(name) for name in ("value", "state", "places"))


def packed(fact: Fact) -> str:
    """One fact as a JSON array."""
    row = list(astuple(fact))
    row[_VALUE] = None if fact.value is None else str(fact.value)
    return json.dumps(row, ensure_ascii=False)


def unpacked(rows: Iterable[str]) -> list[Fact]:
    """The facts of those rows, in order."""
    return [_fact(row) for row in json.loads(f"[{','.join(rows)}]")]


def _fact(row: list[Any]) -> Fact:
    value = row[_VALUE]
    row[_VALUE] = None if value is None else Decimal(value)
    row[_STATE] = FactState(row[_STATE])
    row[_PLACES] = tuple(Place(*place) for place in row[_PLACES])
    return Fact(*row)
