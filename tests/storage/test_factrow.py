"""Facts to rows and back."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st
from towns import fact, report

from index.schema import Fact, FactState, Place
from index.storage.factrow import packed, unpacked

FACTS = st.builds(
    lambda value, state, quote, page: replace(
        fact(report()), value=value, state=state, quote=quote, page=page, places=(Place(1, 0.5, 2, 3, 4),)
    ),
    st.none() | st.decimals(allow_nan=False, allow_infinity=False),
    st.sampled_from(FactState),
    st.text(),
    st.none() | st.integers(1, 99),
)


@given(st.lists(FACTS, max_size=3))
def test_facts_come_back_as_they_went_in(facts: list[Fact]) -> None:
    assert unpacked(map(packed, facts)) == facts


def test_a_decimal_keeps_its_digits() -> None:
    (back,) = unpacked([packed(replace(fact(report()), value=Decimal("59237.2449")))])
    assert str(back.value) == "59237.2449"


def test_a_row_from_before_a_field_was_added_has_its_default() -> None:
    row = json.loads(packed(fact(report())))
    assert unpacked([json.dumps(row[:-1])]) == [fact(report())]
