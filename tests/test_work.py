"""Milliseconds by stage: a stage that is come back to adds up."""

from __future__ import annotations

from assistant.work import Stopwatch


def test_a_stage_that_is_come_back_to_adds_up() -> None:
    watch = Stopwatch(ms={"verify": 1000.0})
    watch.lap("write")
    watch.lap("verify")
    assert watch.ms["verify"] >= 1000.0


def test_what_others_took_is_theirs() -> None:
    watch = Stopwatch()
    watch.lap("compose", apart={"retrieve": 5.0})
    assert watch.ms["retrieve"] == 5.0
    assert watch.ms["compose"] < 0.0
