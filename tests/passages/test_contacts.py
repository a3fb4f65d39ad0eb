"""Which contact data a question asks for."""

from __future__ import annotations

import pytest

from assistant.passages.contacts import asked_fields


@pytest.mark.parametrize(
    ("question", "fields"),
    [("想打电话问问，号码多少", ("phone",)), ("老百姓打电话问什么", ()), ("打哪个电话", ("phone",))],
)
def test_what_people_call_about_is_no_telephone_number(question: str, fields: tuple[str, ...]) -> None:
    assert asked_fields(question) == fields
