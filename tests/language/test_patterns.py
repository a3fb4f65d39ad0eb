"""Patterns from parts and alternatives."""

from __future__ import annotations

from index.language.patterns import either, filled

PARTS = {"unit": "(?:镇|县)"}


def test_a_part_is_put_in_and_a_repetition_stays() -> None:
    assert filled("哪个{unit}.{0,12}多", PARTS) == "哪个(?:镇|县).{0,12}多"


def test_any_of_the_alternatives_is_found() -> None:
    found = either(["哪个{unit}", "谁家"], PARTS)
    assert found.search("哪个县多")
    assert found.search("谁家多")
    assert not found.search("哪个市多")
