"""Counting questions of all kinds over generated reports; the generator has the gold."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest
from generated.counting import Asked
from generated.reports import write
from generated.topics import rounded
from generated.world import world

from assistant import evaluate as evaluation
from assistant.answer import Assistant
from index.build import build
from index.store import Store

COUNT = 300
REACHED = 0.97


def test_the_same_seed_gives_the_same_questions() -> None:
    first, second = (Asked(world(1), 1).questions(60) for _ in range(2))
    assert first == second
    assert len({question["question"] for question in first}) == 60


def test_questions_of_all_kinds_are_made() -> None:
    kinds = {question["made"] for question in Asked(world(1), 1).questions(COUNT)}
    assert len(kinds) == 17


def test_tables_of_the_world_balance() -> None:
    for sheet in world(2).sheets.values():
        if "requests" in sheet.tables:
            figures = sheet.figures
            came = figures["requests_new", ""] + figures["requests_carried_in", ""]
            assert came == figures["requests_handled", ""] + figures["requests_carried_out", ""]


def test_a_number_may_be_told_to_one_or_two_decimals() -> None:
    assert rounded(Decimal(100) / 3) == ["33.33", "33.3"]
    assert rounded(Decimal(50)) == ["50.00", "50.0", "50"]


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1, 2])
def test_counting_questions_over_generated_reports_are_answered(tmp_path: Path, seed: int) -> None:
    made = world(seed)
    write(made, tmp_path / "reports")
    built = build([tmp_path / "reports"], tmp_path / "store", embedder="none")
    assert built.failed == []
    assert built.reports == len(made.sheets)
    questions = Asked(made, seed).questions(COUNT)
    assert len(questions) == COUNT
    with Store.open(tmp_path / "store") as store:
        rows = evaluation.evaluate(Assistant(store), questions, evaluation.library(store))
    failed = [row for row in rows if not row.passed]
    told = [
        f"{row.question['made']} {row.question['question']} {'; '.join(row.failed)} <- "
        f"{json.dumps(row.answer.get('answer'), ensure_ascii=False)}"
        for row in failed
    ]
    assert 1 - len(failed) / len(rows) >= REACHED, "\n".join(told)
