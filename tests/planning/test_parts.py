"""Several figures asked for in one question."""

from __future__ import annotations

from assistant.planning.parts import read_parts
from assistant.planning.query import Part


def test_a_total_asked_for_after_a_part_of_it_is_its_rows() -> None:
    parts = read_parts("行政复议还没结的有几件，一共几件", "", 0, (2022,))
    assert parts == (Part(("review",), "尚未审结"), Part(("review",)))
