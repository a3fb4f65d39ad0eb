"""Literals for tests about figures: short ways to write a Fact and a Target."""

from __future__ import annotations

from decimal import Decimal

from assistant.planning.query import Target
from index.schema import Fact, FactState

EAST = Target("东镇2020.txt", "甲县东镇人民政府", 2020)
WEST = Target("西镇2021.txt", "甲县西镇人民政府", 2021)
NAMES = {"东镇2020.txt": "东镇", "西镇2021.txt": "西镇"}


def fact(
    target: Target,
    indicator: str,
    value: str | None,
    *,
    column: str = "总计",
    scope: str = "",
    source: str = "table",
    state: FactState | None = None,
    unit: str = "件",
    printed: str = "",
    year: int | None = None,
    part_of: bool = False,
) -> Fact:
    number = None if value is None else Decimal(value)
    if state is None:
        state = FactState.BLANK if number is None else FactState.NUMBER if number else FactState.ZERO
    return Fact(
        report=target.report,
        issuer=target.issuer,
        year=year or target.year,
        indicator=indicator,
        label=indicator,
        column=column,
        scope=scope,
        value=number,
        unit=unit,
        state=state,
        section="三、申请情况",
        page=None,
        quote=f"{indicator} {column} {value or ''}{unit}",
        source=source,
        printed=printed,
        part_of=part_of,
    )
