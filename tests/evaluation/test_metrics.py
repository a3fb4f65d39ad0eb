"""Ratios, intervals and tests against values worked out by hand."""

from __future__ import annotations

import pytest

from assistant.evaluation.metrics import estimate, estimates, mcnemar, percentile, set_f1

TALLIES = [{"pass": (1.0, 1.0)}, {"pass": (0.0, 1.0), "recall": (1.0, 2.0)}, {"pass": (1.0, 1.0)}, {}]
GROUPS = ["a", "b", "c", "d"]


def test_a_metric_is_the_ratio_of_sums_over_the_questions_that_measure_it() -> None:
    found = estimates(TALLIES, GROUPS)
    assert found["pass"].value == pytest.approx(2 / 3)
    assert (found["pass"].questions, found["recall"].questions) == (3, 1)
    assert found["recall"].value == 0.5


def test_a_metric_that_no_question_measures_is_absent() -> None:
    assert estimate(TALLIES, GROUPS, "mrr") is None


def test_the_interval_is_the_same_every_time_and_holds_the_value() -> None:
    tallies = [{"pass": (float(n % 3 > 0), 1.0)} for n in range(90)]
    groups = [str(n) for n in range(90)]
    first, second = estimate(tallies, groups, "pass"), estimate(tallies, groups, "pass")
    assert first is not None
    assert first == second
    # Two thirds of 90: the normal approximation gives .667 ± .097.
    assert first.low == pytest.approx(0.57, abs=0.02)
    assert first.high == pytest.approx(0.76, abs=0.02)


def test_a_perfect_score_is_no_certainty() -> None:
    groups = [str(n) for n in range(52)]
    perfect = estimate([{"pass": (1.0, 1.0)}] * 52, groups, "pass")
    hopeless = estimate([{"pass": (0.0, 1.0)}] * 52, groups, "pass")
    assert perfect is not None
    assert hopeless is not None
    # Clopper-Pearson for 52 of 52.
    assert (round(perfect.low, 3), perfect.high) == (0.932, 1.0)
    assert (hopeless.low, round(hopeless.high, 3)) == (0.0, 0.068)


def test_phrasings_of_one_thing_widen_the_interval() -> None:
    tallies = [{"pass": (float(n // 2 % 3 > 0), 1.0)} for n in range(90)]
    apart = estimate(tallies, [str(n) for n in range(90)], "pass")
    paired = estimate(tallies, [str(n // 2) for n in range(90)], "pass")
    assert apart is not None
    assert paired is not None
    assert paired.high - paired.low > 1.2 * (apart.high - apart.low)


@pytest.mark.parametrize(("lost", "won", "p"), [(0, 0, 1.0), (0, 5, 0.0625), (1, 5, 0.21875), (3, 3, 1.0)])
def test_mcnemar_is_the_exact_binomial_test(lost: int, won: int, p: float) -> None:
    assert mcnemar(lost, won) == pytest.approx(p)
    assert mcnemar(won, lost) == pytest.approx(p)


def test_a_percentile_lies_between_its_neighbours() -> None:
    assert percentile([1.0, 2.0, 3.0, 4.0], 50) == 2.5
    assert percentile([], 50) == 0.0


@pytest.mark.parametrize(
    ("missing", "extra", "right", "f1"), [(0, 0, 0, 1.0), (1, 0, 1, 2 / 3), (1, 1, 2, 2 / 3), (2, 0, 0, 0.0)]
)
def test_set_f1_weighs_missing_and_extra_names_alike(missing: int, extra: int, right: int, f1: float) -> None:
    assert set_f1(missing, extra, right) == pytest.approx(f1)
