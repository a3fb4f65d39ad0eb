"""Times to the first token and to the whole answer, against values worked out by hand."""

from __future__ import annotations

from assistant.evaluation.latency import latency, until_first_token


def test_the_first_token_comes_after_the_stages_before_it() -> None:
    stages = {"plan": 2.0, "retrieve": 10.0, "first_token": 300.0, "write": 900.0}
    assert until_first_token(stages, 1215.0) == 312.0


def test_without_a_model_the_answer_comes_as_a_whole() -> None:
    assert until_first_token({"plan": 2.0, "retrieve": 10.0}, 15.0) == 15.0


def test_percentiles_are_over_all_by_kind_and_by_stage() -> None:
    spent = [("fact", 10.0, {"plan": 1.0}), ("fact", 20.0, {"plan": 3.0}), ("trend", 40.0, {})]
    found = latency(spent)
    assert (found["p50"], found["p95"]) == (20.0, 38.0)
    assert found["first_token"] == {"p50": 20.0, "p95": 38.0}
    assert found["by_kind"] == {"fact": {"p50": 15.0, "p95": 19.5}, "trend": {"p50": 40.0, "p95": 40.0}}
    assert found["stages_p50"] == {"plan": 2.0}
