from __future__ import annotations

from index.language.sounds import sounds


def test_a_character_has_all_its_readings_without_tones() -> None:
    assert sounds("行") >= {"xing", "hang"}


def test_what_is_no_character_reads_as_itself() -> None:
    assert sounds("A") == {"A"}
