"""Slips of the keyboard in the words of the tables."""

from __future__ import annotations

import pytest

from assistant.planning.word_slips import put_right


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("一共开了多少行政处法", ("行政处法", "行政处罚")),
        ("行政复意几件", ("行政复意", "行政复议")),
        ("行政处罚多少件", ("", "")),
        ("共开了多少会", ("", "")),
        ("行政处法和行政复意几件", ("", "")),
    ],
)
def test_a_word_of_the_tables_with_one_character_slipped_is_put_right(
    question: str, found: tuple[str, str]
) -> None:
    assert put_right(question) == found
