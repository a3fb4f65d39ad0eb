"""What a printed cell says: a figure, zero, nothing, or something that is none."""

from __future__ import annotations

from decimal import Decimal

import pytest

from index.schema import FactState
from index.tables.cells import is_figure, read_figure


@pytest.mark.parametrize(
    ("text", "state", "value"),
    [
        ("", FactState.BLANK, None),
        ("　", FactState.BLANK, None),
        ("0", FactState.ZERO, "0"),
        ("0.00", FactState.ZERO, "0"),
        ("无", FactState.ZERO, "0"),
        ("/", FactState.NOT_APPLICABLE, None),
        ("-", FactState.NOT_APPLICABLE, None),
        ("——", FactState.NOT_APPLICABLE, None),
        ("-12", FactState.NUMBER, "-12"),
        ("－3", FactState.NUMBER, "-3"),
        ("减5", FactState.NUMBER, "-5"),
        ("1,234", FactState.NUMBER, "1234"),
        ("1 808 595", FactState.NUMBER, "1808595"),
        ("１２", FactState.NUMBER, "12"),
        ("12件", FactState.NUMBER, "12"),
        ("二十三", FactState.NUMBER, "23"),
        ("59237.2449", FactState.NUMBER, "59237.2449"),
        ("约10", FactState.VAGUE, None),
        ("10余", FactState.VAGUE, None),
        ("百余件", FactState.VAGUE, None),
        ("0 0", FactState.VAGUE, None),
        ("1,23", FactState.VAGUE, None),
        ("见附件", FactState.VAGUE, None),
    ],
)
def test_a_cell_says_a_figure_zero_nothing_or_something_vague(
    text: str, state: FactState, value: str | None
) -> None:
    figure = read_figure(text)
    assert (figure.state, figure.value) == (state, None if value is None else Decimal(value))


@pytest.mark.parametrize(
    "text", ["自然人", "1.", "1.属于国家秘密", "三类内部事务", "上一年项目数量", "无法提供", ""]
)
def test_labels_are_no_figures(text: str) -> None:
    assert not is_figure(text)
