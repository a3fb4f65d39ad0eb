"""A small collection evaluated: the figures, that they repeat, and that each sabotage moves its metric."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from evaluations import QUESTIONS, collection, question

from assistant import evaluate as evaluation
from assistant.answer import Assistant, History
from assistant.evaluation.files import compared, save
from assistant.evaluation.page import page
from assistant.evaluation.provenance import provenance
from assistant.evaluation.sources import sources
from assistant.evaluation.words import in_words
from assistant.planning.query import Plan, Target
from index.errors import DisclosureError
from index.storage.heads import ReportHead
from index.store import Store
from index.understand import entry


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with collection(tmp_path) as opened:
        yield opened


def overall(assistant: Assistant) -> dict[str, float]:
    rows = evaluation.evaluate(assistant, QUESTIONS, evaluation.library(assistant.store))
    found = evaluation.Evaluation(rows, {}).overall()
    return {name: metric.value for name, metric in found.items()}


def test_what_is_asked_of_a_small_collection_passes(store: Store) -> None:
    found = overall(Assistant(store))
    for name in (
        "pass",
        "recall@1",
        "numbers_exact",
        "citation_valid",
        "citation_precision",
        "citation_recall",
    ):
        assert found[name] == 1.0, name
    assert found["refusal_f1"] == found["reason"] == 1.0
    assert found["over_refusal"] == found["wrong_report@5"] == 0.0


def test_the_same_run_twice_gives_the_same_figures(store: Store, tmp_path: Path) -> None:
    documents = []
    for _ in range(2):
        rows = evaluation.evaluate(Assistant(store), QUESTIONS, evaluation.library(store))
        (tmp_path / "q.jsonl").write_text("", encoding="utf-8")
        settings = {"part": "all", "ablation": "", "hits": 10}
        result = evaluation.Evaluation(rows, provenance(store, tmp_path / "q.jsonl", settings))
        documents.append({k: v for k, v in result.to_json().items() if k != "latency"})
    assert documents[0] == documents[1]
    assert documents[0]["settings"]["embedder"] == "none"


def test_shuffled_citations_lower_precision(store: Store) -> None:
    known = evaluation.library(store)
    answers = [evaluation.ask(Assistant(store), asked) for asked in QUESTIONS[:4]]
    cited = [answer["citations"] for answer in answers]
    rows = [
        evaluation.judged(asked, {**answer, "citations": others}, known)
        for asked, answer, others in zip(QUESTIONS, answers, [*cited[1:], cited[0]], strict=False)
    ]
    found = evaluation.Evaluation(tuple(rows), {}).overall()
    assert found["pass"].value == found["citation_valid"].value == 1.0
    assert found["citation_precision"].value == found["citation_recall"].value == 0.0


def test_a_digit_changed_in_the_facts_lowers_the_numbers(store: Store) -> None:
    facts = store.facts(["青禾镇2016.txt"])
    wrong = tuple(replace(f, value=Decimal(62)) if f.value == 26 else f for f in facts)
    assert wrong != tuple(facts)
    with store.database.writing():
        report = store.report("青禾镇2016.txt")
        store.contents.remove(report.name)
        store.contents.add(entry(report, wrong))
    found = overall(Assistant(store))
    assert found["numbers_exact"] == 0.75
    assert found["pass"] == 0.8


class AnyYear(Assistant):
    """Takes a body's report of another year for the one that was asked for."""

    def plan(self, question: str, history: History, heads: Sequence[ReportHead]) -> Plan:
        plan = super().plan(question, history, heads)
        bodies = {target.issuer for target in plan.targets}
        targets = tuple(Target(h.name, h.issuer.name, h.year) for h in heads if h.issuer.name in bodies)
        return replace(plan, targets=targets)


def test_a_dropped_year_filter_finds_wrong_reports(store: Store) -> None:
    found = overall(AnyYear(store))
    assert found["wrong_report@5"] > 0.3


def test_an_error_is_an_answer_that_fails(store: Store) -> None:
    row = evaluation.judged(QUESTIONS[0], {"error": "boom"}, evaluation.library(store))
    assert row.failed == ("error boom",)
    assert evaluation.Evaluation((row,), {}).overall()["pass"].value == 0.0


def test_runs_are_compared_by_question(store: Store, tmp_path: Path) -> None:
    rows = evaluation.evaluate(Assistant(store), QUESTIONS, evaluation.library(store))
    save([replace(rows[0], failed=("x",)), *rows[1:4]], {}, tmp_path / "before")
    after = [rows[0], replace(rows[1], failed=("y",)), *rows[2:]]
    found = compared(after, tmp_path / "before")
    assert found == {"questions": 4, "won": ["青禾镇2016"], "lost": ["青禾镇2017"], "p": 1.0}


def test_a_folder_without_a_run_cannot_be_compared_with(tmp_path: Path) -> None:
    with pytest.raises(DisclosureError):
        compared([], tmp_path)


def test_the_page_shows_every_question_and_escapes_what_it_shows(store: Store, tmp_path: Path) -> None:
    (tmp_path / "q.jsonl").write_text("", encoding="utf-8")
    hostile = question(
        "青禾镇", 2016, 26, id="q<1>", question="青禾镇2016年主动公开<script>alert(1)</script>多少条？"
    )
    rows = evaluation.evaluate(Assistant(store), [*QUESTIONS, hostile], evaluation.library(store))
    settings = {"part": "all", "ablation": "", "hits": 10}
    result = evaluation.Evaluation(rows, provenance(store, tmp_path / "q.jsonl", settings))
    text = page(result, result.to_json(), sources(store, rows))
    assert text.count('class="question') == len(rows)
    assert "<script>alert" not in text
    assert "通过率" in text
    assert "<svg" in text
    assert "http" not in text.replace("http://www.w3.org", "")


def test_the_page_links_every_citation_and_evidence_to_its_section(store: Store, tmp_path: Path) -> None:
    (tmp_path / "q.jsonl").write_text("", encoding="utf-8")
    rows = evaluation.evaluate(Assistant(store), QUESTIONS, evaluation.library(store))
    quoted = sources(store, rows)
    result = evaluation.Evaluation(
        rows, provenance(store, tmp_path / "q.jsonl", {"part": "all", "ablation": ""})
    )
    text = page(result, result.to_json(), quoted)
    for row in rows[:4]:
        (item,), citation = row.question["evidence"], row.answer["citations"][0]
        for one in (item, citation):
            anchor = quoted.anchor(one["report"], one["quote"])
            assert f'id="{anchor}"' in text
            assert f'href="#{anchor}" data-quote="{one["quote"]}"' in text
    assert text.count("检索第 1 条") == 4


@pytest.mark.parametrize(
    ("phrase", "words"),
    [
        ("status refused", "不该拒答"),
        ("lacks number 84", "缺数字 84"),
        ("lacks 微信/公众号", "缺“微信”或“公众号”"),
        ("list lacks 青禾镇", "名单缺 青禾镇"),
        ("has 9999", "不该出现“9999”"),
        ("citation 2 is not precise: 青禾镇", "引用 [2] 不足以支持：青禾镇"),
        ("what nobody knows", "what nobody knows"),
    ],
)
def test_reasons_are_told_in_words(phrase: str, words: str) -> None:
    assert in_words(phrase) == words


def test_answers_and_scores_are_written_as_json(store: Store, tmp_path: Path) -> None:
    rows = evaluation.evaluate(Assistant(store), QUESTIONS, evaluation.library(store))
    save(rows, {"overall": {}}, tmp_path / "out")
    lines = (tmp_path / "out" / "answers.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["id"] for line in lines] == [asked["id"] for asked in QUESTIONS]
    assert json.loads((tmp_path / "out" / "scores.json").read_text(encoding="utf-8")) == {"overall": {}}
