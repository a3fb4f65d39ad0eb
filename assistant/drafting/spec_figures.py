"""The figures of SPEC.json: every key known, every value a figure of its kind; wrong ones are refused with the reason."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from difflib import get_close_matches
from functools import cache

from assistant.drafting.forms import columns_of
from assistant.drafting.nouns import Key
from index.errors import DocumentError
from index.indicators import indicators
from index.language.text import squeeze, squeeze_numbers
from index.schema import Generation

CHANGES = ("本年增/减",)
"""Columns whose figures may be negative."""

LARGEST = 10**12
"""No figure of a report comes near it; a larger one is a slip."""

MONEY = ("元", "万元", "亿元")
_NONE = {"/", "-", "—", "——", "不适用"}
_FORMATS = {
    Generation.REGULATION_2007: "2018年以前的内容",
    Generation.FORMAT_2019: "2019、2020年的格式",
    Generation.FORMAT_2021: "2021年起的格式",
}


def read_figures(values: object, year: int, name: str) -> dict[Key, Decimal | None]:
    """The figures by indicator and column; ``null`` and ``""`` are left out (blank is never zero), ``/`` is ``None``.

    Raises DocumentError that lists every fault, not only the first.
    """
    if not isinstance(values, Mapping):
        raise DocumentError("figures 应是对象", name, '格式为 {"requests_new": {"自然人": 3, "总计": 3}, …}')
    figures: dict[Key, Decimal | None] = {}
    faults: list[str] = []
    for given, value in values.items():
        _read_indicator(str(given), value, year, figures, faults)
    if faults:
        raise DocumentError("；".join(faults), f"{name} 的 figures", "请改正后再试")
    return figures


def _read_indicator(
    given: str, value: object, year: int, figures: dict[Key, Decimal | None], faults: list[str]
) -> None:
    indicator = _names().get(squeeze(given), "")
    if not indicator:
        near = get_close_matches(squeeze(given), list(_names()), n=1, cutoff=0.5)
        faults.append(f"没有“{given}”这项指标" + (f"（是否为 {near[0]}？）" if near else ""))
        return
    columns = columns_of(indicator, year)
    for column, cell in _cells(value, columns):
        known = _column(column, columns)
        if known is None:
            faults.append(
                f"{given} 没有“{column}”列，{_FORMATS[Generation.of(year)]}里是：{'、'.join(filter(None, columns))}"
            )
        elif not is_blank(cell):
            try:
                figures[indicator, known] = figure_of(cell, indicator, known)
            except ValueError as error:
                faults.append(f"{given}{f'（{known}）' if known else ''}：{error}")


@cache
def _names() -> dict[str, str]:
    """What an indicator may be called in SPEC.json: its id, its name and its statutory labels, where they are its own."""
    names: dict[str, str] = {}
    doubles = set()
    for entry in indicators().values():
        if not entry.heading:
            for word in {squeeze(entry.name), *map(squeeze, entry.labels.values())}:
                doubles |= {word} & names.keys()
                names[word] = entry.id
    kept = {word: known for word, known in names.items() if word not in doubles}
    return kept | {entry.id: entry.id for entry in indicators().values() if not entry.heading}


def _cells(value: object, columns: tuple[str, ...]) -> list[tuple[str, object]]:
    if isinstance(value, Mapping):
        return [(str(column), cell) for column, cell in value.items()]
    return [(columns[0], value)]


def _column(given: str, columns: tuple[str, ...]) -> str | None:
    """The statutory column that is meant; brackets with the unit and 结果 may be left out."""
    if given in columns:
        return given
    wanted = re.sub(r"\(.*\)", "", squeeze(given))
    for column in columns:
        if wanted and wanted in {re.sub(r"\(.*\)", "", squeeze(column)), column.removeprefix("结果")}:
            return column
    return None


def is_blank(cell: object) -> bool:
    """Whether a cell says nothing, which is never zero."""
    return cell is None or (isinstance(cell, str) and not cell.strip())


def figure_of(cell: object, indicator: str, column: str) -> Decimal | None:
    """The figure in a cell that is not blank, ``None`` where it does not apply (``/``). Raises ValueError in Chinese."""
    if isinstance(cell, str) and cell.strip() in _NONE:
        return None
    if isinstance(cell, bool) or not isinstance(cell, int | float | str | Decimal):
        raise ValueError(f"应是数字，现在是“{cell}”")  # noqa: TRY004 - a fault of the file, gathered with the others
    text = squeeze_numbers(str(cell)).lstrip("+")
    try:
        value = Decimal(text)
    except InvalidOperation as error:
        raise ValueError(f"应是数字（不带单位和约数），现在是“{cell}”") from error
    if not value.is_finite():
        raise ValueError(f"应是数字，现在是“{cell}”")
    if abs(value) >= LARGEST:
        raise ValueError(f"数字太大，请核对，现在是 {str(cell)[:40]}")
    if value < 0 and column not in CHANGES:
        raise ValueError(f"不能是负数，现在是 {cell}")
    if indicators()[indicator].column_unit(column) not in MONEY and value != value.to_integral_value():
        raise ValueError(f"件数等应是整数，现在是 {cell}")
    return _plain(value)


def _plain(value: Decimal) -> Decimal:
    """Without exponent and needless zeros, so that every place prints it alike."""
    value = value.normalize()
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value
