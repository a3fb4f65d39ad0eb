"""The project's own question set is well formed, and what it takes as evidence stands in the samples."""

from __future__ import annotations

import json
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from assistant.evaluation.citation_scoring import is_quoted
from assistant.evaluation.questions import group
from assistant.evaluation.scoring import normalise
from index.load.dispatch import load
from index.parse import parse
from index.samples import folder
from index.schema import Document

KINDS = {
    "fact",
    "describe",
    "table_cell",
    "compare",
    "aggregate",
    "computed",
    "trend",
    "conflict",
    "false_premise",
    "unanswerable",
    "ambiguous",
    "followup",
    "off_topic",
    "injection",
}
STATUSES = {"answered", "refused", "clarify"}
REASONS = {"no_such_issuer", "no_such_year", "not_stated", "blank", "out_of_scope", "unsafe"}
FILE = Path(__file__).parent.parent / "questions" / "samples.jsonl"


@pytest.fixture(scope="module")
def questions() -> list[dict[str, Any]]:
    return [json.loads(line) for line in FILE.read_text(encoding="utf-8").splitlines()]


@cache
def texts() -> dict[str, str]:
    documents = [document for file in folder().iterdir() for document in load(file, file.name)]
    return {d.name: normalise(parse(d).text) for d in documents if isinstance(d, Document)}


def test_ids_are_unique_and_kinds_known(questions: list[dict[str, Any]]) -> None:
    assert len({q["id"] for q in questions}) == len(questions) >= 150
    assert {q["kind"] for q in questions} == KINDS


def test_statuses_and_reasons_are_those_of_the_contract(questions: list[dict[str, Any]]) -> None:
    assert all(set(q.get("status", ())) <= STATUSES for q in questions)
    assert {q["reason"] for q in questions if "reason" in q} <= REASONS


def test_no_question_is_asked_twice(questions: list[dict[str, Any]]) -> None:
    asked = [(q["question"], str(q["history"])) for q in questions]
    assert len(set(asked)) == len(asked)


def test_about_a_third_of_the_questions_is_held_back(questions: list[dict[str, Any]]) -> None:
    held = sum(q["held"] for q in questions) / len(questions)
    assert 0.28 < held < 0.38


def test_every_answerable_question_says_what_passes(questions: list[dict[str, Any]]) -> None:
    assert [q["id"] for q in questions if q["answerable"] and not (q["numbers"] or q["include"])] == []


def test_evidence_stands_in_the_report_that_it_names(questions: list[dict[str, Any]]) -> None:
    missing = [(q["id"], e) for q in questions for e in q["evidence"] if not is_quoted(e, texts())]
    assert missing == []


def test_every_question_is_asked_in_two_phrasings_at_least(questions: list[dict[str, Any]]) -> None:
    phrasings = Counter(group(question) for question in questions)
    assert [name for name, count in phrasings.items() if count < 2] == []


def test_phrasings_of_one_question_are_held_back_together(questions: list[dict[str, Any]]) -> None:
    held: dict[str, set[bool]] = {}
    for question in questions:
        held.setdefault(group(question), set()).add(question["held"])
    assert all(len(marks) == 1 for marks in held.values())
