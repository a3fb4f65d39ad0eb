"""Ranking: fusion, filters, spread over reports, and the LangChain retriever."""

from __future__ import annotations

from pathlib import Path

import pytest
from tiny_models import cross_encoder
from towns import entry, fact, report

from assistant.abilities import Abilities
from assistant.retrieve import Retriever, retrieve
from index.embed import NONE
from index.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """Four reports searched by words; one with a fact."""
    made = Store.open(tmp_path, embedder_name=NONE, create=True)
    with made.database.writing():
        for town in ("青禾镇", "白鹭镇", "云岭镇", "石桥镇"):
            of = report(town)
            made.contents.add(entry(of, (fact(of),)))
    return made


def test_the_passage_that_says_it_comes_first(store: Store) -> None:
    first, *_ = retrieve(store, "收取费用了吗", ["青禾镇2016.txt"])
    assert "没有收取费用" in first.chunk.text
    assert (first.rank, first.score) == (1, 1.0)


def test_hits_come_from_the_named_reports_only(store: Store) -> None:
    found = retrieve(store, "收费", ["白鹭镇2016.txt"], 10)
    assert {hit.chunk.report for hit in found} == {"白鹭镇2016.txt"}


def test_no_report_means_no_hit(store: Store) -> None:
    assert retrieve(store, "收费", [], 10) == []


def test_a_question_of_unknown_words_has_no_hit(store: Store) -> None:
    assert retrieve(store, "航天飞机") == []


def test_every_named_report_has_a_hit_before_one_has_two(store: Store) -> None:
    towns = ["青禾镇2016.txt", "白鹭镇2016.txt", "云岭镇2016.txt"]
    found = retrieve(store, "收费和申请", towns, 5)
    assert {hit.chunk.report for hit in found[:3]} == set(towns)


def test_scores_fall_with_the_rank(store: Store) -> None:
    scores = [hit.score for hit in retrieve(store, "公开信息收费申请", ["青禾镇2016.txt"], 10)]
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 1 for score in scores)


def test_added_words_find_what_the_question_calls_otherwise(store: Store) -> None:
    assert retrieve(store, "花钱吗", ["青禾镇2016.txt"]) == []
    first, *_ = retrieve(store, "花钱吗", ["青禾镇2016.txt"], boost_terms=["收取费用"])
    assert "没有收取费用" in first.chunk.text


def test_the_source_of_a_fact_about_the_indicator_ranks_higher(store: Store) -> None:
    first, *_ = retrieve(store, "联系电话", ["青禾镇2016.txt"])
    assert not first.chunk.table
    found = retrieve(store, "联系电话", ["青禾镇2016.txt"], indicators=["requests_new"])
    assert any(hit.chunk.table for hit in found)


def test_the_langchain_retriever_gives_documents_with_their_source(store: Store) -> None:
    found = Retriever(store=store, reports=["青禾镇2016.txt"], k=2).invoke("收取费用")
    assert found[0].metadata["report"] == "青禾镇2016.txt"
    assert found[0].metadata["section"]
    assert found[0].id


@pytest.mark.slow
def test_a_reranker_orders_the_same_candidates_by_its_own_scores(store: Store, tmp_path: Path) -> None:
    folder = str(cross_encoder(tmp_path / "tiny"))
    before = retrieve(store, "收取费用和信息公开申请", ["青禾镇2016.txt"], 10)
    after = retrieve(
        store, "收取费用和信息公开申请", ["青禾镇2016.txt"], 10, abilities=Abilities(reranker=folder)
    )
    assert len(after) > 2
    assert {hit.chunk.id for hit in after} == {hit.chunk.id for hit in before}
    assert [hit.score for hit in after] != [hit.score for hit in before]
    assert after[0].score == 1.0
