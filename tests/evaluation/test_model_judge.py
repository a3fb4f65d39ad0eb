"""A model's opinion is asked for free text alone, read with care, and set against people's."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from evaluations import QUESTIONS
from fake_model import FakeChat

from assistant.evaluate import Row
from assistant.evaluation.metrics import agreement
from assistant.evaluation.model_judge import (
    described,
    expected_of,
    is_free_text,
    labels,
    opinion,
    with_opinions,
)
from assistant.llm import Door
from assistant.prompts import prompt
from index.errors import DisclosureError

LABELLED = Path(__file__).parent.parent / "questions" / "judged.jsonl"
WORDS = QUESTIONS[0] | {
    "id": "w",
    "question": "有什么不足？",
    "numbers": [],
    "include": [["更新慢", "不及时"], ["人少"]],
}


def quiet(_done: int, _todo: int) -> None:
    """Nobody watches."""


def judge(**replies: str) -> tuple[Door, FakeChat]:
    model = FakeChat(replies={("judge", question): reply for question, reply in replies.items()}, seen=[])
    return Door(model), model


def row(question: dict[str, Any], text: str = "更新慢，人少。", status: str = "answered", **rest: Any) -> Row:
    answer = {"status": status, "answer": text}
    return Row(question, answer, rest.get("failed", ()), (), {"pass": (1.0, 1.0)}, 1.0)


@pytest.mark.parametrize(
    ("reply", "good"),
    [
        ("合格", True),
        ("不合格", False),
        ("判断：合格", None),
        ("**不合格**，缺一项", False),
        ("合格。", True),
        ("我看不出", None),
    ],
)
def test_an_opinion_is_read_only_where_the_reply_begins_with_it(reply: str, good: bool | None) -> None:
    door, model = judge(问=reply)
    assert opinion(door, "问", ["更新慢"], "答") is good
    assert "- 更新慢" in model.seen[0]


def test_only_words_that_are_expected_are_for_the_judge() -> None:
    assert is_free_text(WORDS)
    assert not is_free_text(QUESTIONS[0]), "a number decides"
    assert not is_free_text(WORDS | {"set": ["青禾镇"]}), "a list decides"


def test_the_judge_is_told_points_with_their_alternatives_and_the_evidence() -> None:
    assert list(expected_of(WORDS)) == ["更新慢（或：不及时）", "人少", "原文：主动公开政府信息26条"]


def test_opinions_are_a_metric_of_their_own_and_change_no_pass() -> None:
    door, model = judge(**{"有什么不足？": "不合格"})
    rows = with_opinions(
        [row(WORDS), row(QUESTIONS[0]), row(WORDS | {"id": "r"}, status="refused")], door, quiet
    )
    assert [one.tally.get("judge_pass") for one in rows] == [(0.0, 1.0), None, None]
    assert all(one.passed for one in rows)
    assert rows[0].faults == ("judge finds the answer insufficient",)
    assert len(model.seen) == 1


def test_a_reply_that_is_no_opinion_counts_for_nothing() -> None:
    door, _ = judge(**{"有什么不足？": "很难说"})
    (one,) = with_opinions([row(WORDS)], door, quiet)
    assert "judge_pass" not in one.tally
    assert one.faults == ("judge gave no opinion",)


def test_agreement_with_people_and_rules_is_told(tmp_path: Path) -> None:
    lines = [
        {"question": f"问{n}", "expected": ["人少"], "answer": "答", "pass": good}
        for n, good in enumerate([True, True, False, False, True])
    ]
    file = tmp_path / "labels.jsonl"
    file.write_text("\n".join(json.dumps(line) for line in lines), encoding="utf-8")
    door, _ = judge(
        问0="合格", 问1="合格", 问2="不合格", 问3="合格", 问4="不知道", **{"有什么不足？": "合格"}
    )
    rows = with_opinions([row(WORDS), row(WORDS | {"id": "x"}, failed=("lacks 人少",))], door, quiet)
    said = described(rows, file, door, "a-model", quiet)
    # Three of four alike; both say yes with 3/4 and 2/4, no with 1/4 and 2/4: chance 1/2, kappa (3/4 - 1/2) / (1/2).
    assert said["with_people"] == {"n": 4, "agreement": 0.75, "kappa": 0.5, "unread": 1}
    assert said["with_rules"] == {"n": 2, "agreement": 0.5, "kappa": 0.0}
    assert said["prompt"] == prompt("judge").digest
    assert (said["model"], said["labels"]["n"]) == ("a-model", 5)


@pytest.mark.parametrize(
    "line", ["{", '{"question": "问"}', '{"question": "问", "expected": [], "answer": "答", "pass": 1}']
)
def test_a_file_without_labels_is_an_error_that_says_what_a_line_is(tmp_path: Path, line: str) -> None:
    (tmp_path / "labels.jsonl").write_text(line, encoding="utf-8")
    with pytest.raises(DisclosureError, match="人工判定"):
        labels(tmp_path / "labels.jsonl")


def test_our_own_labels_have_both_verdicts_on_the_same_questions() -> None:
    known = labels(LABELLED)
    assert len(known) >= 36
    assert 0.35 < sum(label.good for label in known) / len(known) < 0.65
    asked = {label.question for label in known}
    assert all({label.good for label in known if label.question == one} == {True, False} for one in asked)


@pytest.mark.parametrize(
    ("pairs", "kappa"),
    [
        ([], None),
        ([(True, True)] * 3, None),
        ([(True, True), (False, False)], 1.0),
        ([(True, False), (False, True)], -1.0),
        # 45 and 25 alike of 100, 15 + 15 apart: chance .6 * .6 + .4 * .4 = .52.
        ([(True, True)] * 45 + [(False, False)] * 25 + [(True, False)] * 15 + [(False, True)] * 15, 0.375),
    ],
)
def test_kappa_leaves_out_what_chance_would_give(pairs: list[tuple[bool, bool]], kappa: float | None) -> None:
    assert agreement(pairs)["kappa"] == kappa
