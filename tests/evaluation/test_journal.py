"""A run that is stopped loses nothing, and is not mixed with a run that was made otherwise."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from evaluations import QUESTIONS, collection

from assistant import evaluate as evaluation
from assistant.answer import Assistant, History
from assistant.evaluation.journal import MOST_UNHEARD, Json, begun
from assistant.model.assistant import NOT_VERIFIED, RULES_STAND
from assistant.schema import Answer
from index.errors import DisclosureError
from index.store import Store

SETTING = {"questions": {"sha256": "1"}, "code": "2"}


class Stopped(BaseException):
    """As a reader's Ctrl-C is: no error of an answer."""


class Counting(Assistant):
    """Counts what it is asked, and stops after so many questions."""

    def __init__(self, store: Store, most: int = 99) -> None:
        super().__init__(store)
        self.asked: list[str] = []
        self.most = most
        self.notes: tuple[str, ...] = ()

    def ask(self, question: str, history: History = (), hits: int = 0, filters: object = None) -> Answer:
        assert filters is None
        if len(self.asked) == self.most:
            raise Stopped
        self.asked.append(question)
        return replace(super().ask(question, history, hits), notes=self.notes)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with collection(tmp_path) as opened:
        yield opened


def lines(folder: Path) -> list[str]:
    return (folder / "answers.jsonl").read_text(encoding="utf-8").splitlines()


def stopped(store: Store, folder: Path, most: int, notes: tuple[str, ...] = ()) -> None:
    assistant = Counting(store, most)
    assistant.notes = notes
    journal = begun(folder, SETTING, resume=False)
    with pytest.raises(Stopped):
        evaluation.evaluate(assistant, QUESTIONS, evaluation.library(store), journal=journal)


def resumed(store: Store, folder: Path) -> tuple[tuple[evaluation.Row, ...], list[str]]:
    assistant = Counting(store)
    journal = begun(folder, SETTING, resume=True)
    rows = evaluation.evaluate(assistant, QUESTIONS, evaluation.library(store), journal=journal)
    return rows, assistant.asked[1:]


def test_a_stopped_run_goes_on_where_it_was(store: Store, tmp_path: Path) -> None:
    stopped(store, tmp_path / "run", most=4)
    assert [json.loads(line)["id"] for line in lines(tmp_path / "run")] == [q["id"] for q in QUESTIONS[:3]]
    rows, asked = resumed(store, tmp_path / "run")
    assert asked == [question["question"] for question in QUESTIONS[3:]]
    whole = evaluation.evaluate(Assistant(store), QUESTIONS, evaluation.library(store))
    assert evaluation.Evaluation(rows, {}).overall() == evaluation.Evaluation(whole, {}).overall()
    assert [row.question["id"] for row in rows] == [question["id"] for question in QUESTIONS]


def test_an_answer_that_was_being_written_is_asked_for_again(store: Store, tmp_path: Path) -> None:
    stopped(store, tmp_path / "run", most=4)
    text = "\n".join(lines(tmp_path / "run"))
    (tmp_path / "run" / "answers.jsonl").write_text(text[:-40], encoding="utf-8")
    _, asked = resumed(store, tmp_path / "run")
    assert asked == [question["question"] for question in QUESTIONS[2:]]
    assert len(lines(tmp_path / "run")) == len(QUESTIONS)


def test_answers_that_a_model_failed_to_give_are_asked_for_again(store: Store, tmp_path: Path) -> None:
    stopped(store, tmp_path / "away", most=3, notes=(f"连接不上语言模型。{RULES_STAND}",))
    assert len(resumed(store, tmp_path / "away")[1]) == len(QUESTIONS)
    stopped(store, tmp_path / "caught", most=4, notes=(NOT_VERIFIED,))
    assert len(resumed(store, tmp_path / "caught")[1]) == len(QUESTIONS) - 3


def test_an_unfinished_run_is_not_overwritten_by_chance(store: Store, tmp_path: Path) -> None:
    stopped(store, tmp_path / "run", most=4)
    with pytest.raises(DisclosureError, match="--resume"):
        begun(tmp_path / "run", SETTING, resume=False)
    assert len(lines(tmp_path / "run")) == 3


def test_a_run_made_with_other_code_is_not_gone_on_with(store: Store, tmp_path: Path) -> None:
    stopped(store, tmp_path / "run", most=4)
    with pytest.raises(DisclosureError, match="改变了：程序，"):
        begun(tmp_path / "run", SETTING | {"code": "3"}, resume=True)
    assert len(lines(tmp_path / "run")) == 3


def test_the_same_command_begins_a_run_and_goes_on_with_it(store: Store, tmp_path: Path) -> None:
    rows, asked = resumed(store, tmp_path / "run")
    assert len(asked) == len(rows) == len(QUESTIONS)
    assert resumed(store, tmp_path / "run")[1] == []


def test_a_setting_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "run.json").write_text("{", encoding="utf-8")
    with pytest.raises(DisclosureError, match="无法读取"):
        begun(tmp_path, SETTING, resume=True)


def test_a_run_ends_where_the_model_is_gone_and_goes_on_when_it_is_back(store: Store, tmp_path: Path) -> None:
    assistant = Counting(store)
    assistant.notes = (f"语言模型没有回应。{RULES_STAND}",)
    known, questions = evaluation.library(store), [*QUESTIONS, *renamed(QUESTIONS)][:5]
    with pytest.raises(DisclosureError, match="连续3题没有答成"):
        evaluation.evaluate(assistant, questions, known, journal=begun(tmp_path, SETTING, resume=False))
    assert len(lines(tmp_path)) == MOST_UNHEARD
    assistant.notes = ()
    again = begun(tmp_path, SETTING, resume=True)
    assert again.given == {}
    assert len(evaluation.evaluate(assistant, questions, known, journal=again)) == len(questions)


def test_an_answer_that_was_not_verified_is_no_sign_of_an_absent_model(store: Store) -> None:
    assistant = Counting(store)
    assistant.notes = (NOT_VERIFIED,)
    questions = [*QUESTIONS, *renamed(QUESTIONS)][:5]
    assert len(evaluation.evaluate(assistant, questions, evaluation.library(store))) == len(questions)


def renamed(questions: Sequence[Json]) -> list[Json]:
    """The same questions under other ids."""
    return [question | {"id": f"{question['id']}-again"} for question in questions]
