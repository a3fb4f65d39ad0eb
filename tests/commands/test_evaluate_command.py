"""``disclosure evaluate`` as it is called: validating, running, comparing."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from evaluations import QUESTIONS, collection

from assistant.cli import main
from assistant.commands.evaluate import Progress


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    with collection(tmp_path):
        yield tmp_path


def asked(folder: Path, *questions: dict[str, Any]) -> str:
    lines = [json.dumps(one, ensure_ascii=False) for one in questions or QUESTIONS]
    (folder / "q.jsonl").write_text("\n".join(lines), encoding="utf-8")
    return str(folder / "q.jsonl")


def run(folder: Path, *arguments: str) -> int:
    return main(["evaluate", "--store", str(folder / "store"), "--no-model", *arguments])


def test_a_good_file_is_valid(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(folder, asked(folder), "--validate", "--json") == 0
    found = json.loads(capsys.readouterr().out)
    assert found == {"questions": 5, "evidence_checked": True, "problems": []}


def test_evidence_that_is_nowhere_makes_a_file_invalid(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong = QUESTIONS[0] | {"evidence": [{"report": "青禾镇2016.txt", "quote": "公开99条"}]}
    assert run(folder, asked(folder, wrong), "--validate") == 1
    assert "找不到“公开99条”" in capsys.readouterr().err


def test_a_file_is_validated_without_a_store_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(tmp_path, asked(tmp_path), "--validate", "--json") == 0
    printed = capsys.readouterr()
    assert not json.loads(printed.out)["evidence_checked"]
    assert "没有核对证据原文" in printed.err


def test_two_runs_leave_the_same_scores_and_compare_as_equal(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = asked(folder)
    assert run(folder, path, "--out", str(folder / "a")) == 0
    assert run(folder, path, "--out", str(folder / "b"), "--against", str(folder / "a"), "--json") == 0
    first, second = (json.loads((folder / run / "scores.json").read_text("utf-8")) for run in "ab")
    against = second.pop("against")
    assert against == {"questions": 5, "won": [], "lost": [], "p": 1.0}
    assert first.pop("latency").keys() == second.pop("latency").keys()
    assert first == second
    assert json.loads(capsys.readouterr().out.splitlines()[-1])["overall"]["pass"]["value"] == 1.0
    assert (folder / "a" / "report.html").is_file()


def test_without_a_name_the_questions_of_the_store_are_asked(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path(asked(folder, QUESTIONS[0])).rename(folder / "store" / "questions.jsonl")
    assert run(folder, "--json") == 0
    assert json.loads(capsys.readouterr().out)["questions"]["file"] == "questions.jsonl"


def test_progress_is_told_every_few_seconds_with_what_is_left(capsys: pytest.CaptureFixture[str]) -> None:
    times = iter([10.0, 12.0, 16.0, 17.0])
    progress = Progress(lambda: next(times))
    for done in range(1, 5):
        progress(done, 4)
    assert capsys.readouterr().err.splitlines() == ["3/4，约剩 3 秒", "4/4"]


def test_a_judge_without_a_model_is_refused_in_words(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(folder, asked(folder), "--judge", str(folder / "labels.jsonl")) == 1
    assert "没有设定语言模型" in capsys.readouterr().err


def test_nothing_can_be_left_out_of_the_plain_system(folder: Path) -> None:
    assert run(folder, asked(folder), "--system", "baseline", "--ablate", "no-facts") == 2


def test_a_sample_says_of_how_many_it_is_and_draws_the_same_again(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = asked(folder)
    assert run(folder, path, "--sample", "3", "--seed", "7", "--out", str(folder / "a")) == 0
    printed = capsys.readouterr().out.splitlines()
    assert printed[1].split()[:2] == ["fact", "2/4"]
    assert printed[2].split()[:2] == ["unanswerable", "1/1"]
    assert "3/5" in printed[3]
    assert run(folder, path, "--sample", "3", "--seed", "7", "--json", "--against", str(folder / "a")) == 0
    again = json.loads(capsys.readouterr().out)
    assert again["against"]["questions"] == 3
    assert again["questions"]["sample"] == {"size": 3, "seed": 7, "of": {"fact": 4, "unanswerable": 1}}
    assert "从 5 题中按类抽样，种子 7" in (folder / "a" / "report.html").read_text("utf-8")


def test_a_finished_run_is_resumed_without_asking_again(folder: Path) -> None:
    path = asked(folder)
    assert run(folder, path, "--out", str(folder / "a")) == 0
    before = (folder / "a" / "answers.jsonl").read_bytes()
    assert run(folder, path, "--out", str(folder / "a"), "--resume") == 0
    assert (folder / "a" / "answers.jsonl").read_bytes() == before


def test_resuming_needs_a_folder_and_the_same_questions(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(folder, asked(folder), "--resume") == 2
    assert run(folder, asked(folder), "--out", str(folder / "a")) == 0
    assert run(folder, asked(folder, *QUESTIONS[:3]), "--out", str(folder / "a"), "--resume") == 1
    assert "与上次相比改变了：问题" in capsys.readouterr().err
