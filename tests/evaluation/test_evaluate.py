"""A small collection evaluated: the figures, that they repeat, and that each sabotage moves its metric."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from towns import write

from assistant import evaluate as evaluation
from assistant.answer import Assistant, History
from assistant.commands.evaluate import ABLATIONS as OFFERED
from assistant.evaluation.ablations import ABLATIONS, ablated, without_context
from assistant.evaluation.files import compared, save
from assistant.evaluation.provenance import provenance
from assistant.evaluation.report import page
from assistant.planning.query import Plan, Target
from index.build import build
from index.errors import DisclosureError
from index.storage.heads import ReportHead
from index.store import Store
from index.understand import entry

COUNTS = {("青禾镇", 2016): 26, ("青禾镇", 2017): 31, ("白鹭镇", 2016): 48, ("白鹭镇", 2017): 57}


def question(town: str, year: int, count: int, **fields: Any) -> dict[str, Any]:
    return {
        "id": f"{town}{year}",
        "kind": "fact",
        "question": f"{town}{year}年主动公开了多少条政府信息？",
        "history": [],
        "answerable": True,
        "numbers": [str(count)],
        "include": [],
        "exclude": [],
        "evidence": [{"report": f"{town}{year}.txt", "quote": f"主动公开政府信息{count}条"}],
        **fields,
    }


def strange() -> dict[str, Any]:
    asked = question("红枫镇", 2016, 0, kind="unanswerable", answerable=False)
    return asked | {"numbers": [], "evidence": [], "reason": "no_such_issuer"}


QUESTIONS = [*(question(town, year, count) for (town, year), count in COUNTS.items()), strange()]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    (tmp_path / "reports").mkdir()
    for (town, year), count in COUNTS.items():
        write(tmp_path / "reports", town, year, count)
    build([tmp_path / "reports"], tmp_path / "store", embedder="none")
    with Store.open(tmp_path / "store") as opened:
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


def test_the_command_offers_every_ablation() -> None:
    assert set(OFFERED) == set(ABLATIONS)


def test_an_assistant_without_facts_answers_from_passages(store: Store) -> None:
    with ablated(store, "no-facts") as assistant:
        answer = assistant.ask("青禾镇2016年主动公开了多少条政府信息？")
    assert not answer.figures
    assert "26条" in answer.citations[0].quote


def test_an_assistant_without_filter_searches_other_reports(store: Store) -> None:
    asked = "青禾镇2016年主动公开了多少条政府信息？"
    whole = {hit.chunk.report for hit in Assistant(store).ask(asked, hits=10).hits}
    with ablated(store, "no-filter") as assistant:
        spread = {hit.chunk.report for hit in assistant.ask(asked, hits=10).hits}
    assert whole == {"青禾镇2016.txt"}
    assert len(spread) == 4


def test_dense_search_alone_finds_nothing_in_a_store_without_vectors(store: Store) -> None:
    asked = "青禾镇2016年有什么经验？"
    with ablated(store, "dense-only") as assistant:
        assert not assistant.ask(asked, hits=10).hits
    with ablated(store, "lexical-only") as assistant:
        assert assistant.ask(asked, hits=10).hits


def test_a_store_without_context_holds_the_same_chunks_by_their_text_alone(
    store: Store, tmp_path: Path
) -> None:
    with without_context(store, tmp_path / "bare") as bare:
        for head in store.catalogue():
            texts = [chunk.text for chunk in store.chunks(head.name)]
            assert [chunk.text for chunk in bare.chunks(head.name)] == texts
            assert all(not chunk.context for chunk in bare.chunks(head.name))
        assert bare.facts() == store.facts()
        assert bare.totals().tokens < store.totals().tokens
    assert all(chunk.context for chunk in store.chunks("青禾镇2016.txt"))


def test_the_page_shows_every_question_and_escapes_what_it_shows(store: Store, tmp_path: Path) -> None:
    (tmp_path / "q.jsonl").write_text("", encoding="utf-8")
    hostile = question(
        "青禾镇", 2016, 26, id="q<1>", question="青禾镇2016年主动公开<script>alert(1)</script>多少条？"
    )
    rows = evaluation.evaluate(Assistant(store), [*QUESTIONS, hostile], evaluation.library(store))
    settings = {"part": "all", "ablation": "", "hits": 10}
    result = evaluation.Evaluation(rows, provenance(store, tmp_path / "q.jsonl", settings))
    text = page(result, result.to_json())
    assert text.count('class="question') == len(rows)
    assert "<script>alert" not in text
    assert "通过率" in text
    assert "<svg" in text
    assert "http" not in text.replace("http://www.w3.org", "")


def test_answers_and_scores_are_written_as_json(store: Store, tmp_path: Path) -> None:
    rows = evaluation.evaluate(Assistant(store), QUESTIONS, evaluation.library(store))
    save(rows, {"overall": {}}, tmp_path / "out")
    lines = (tmp_path / "out" / "answers.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["id"] for line in lines] == [asked["id"] for asked in QUESTIONS]
    assert json.loads((tmp_path / "out" / "scores.json").read_text(encoding="utf-8")) == {"overall": {}}
