"""What is left out is out, what is exchanged is used, and the store stays as it is."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from evaluations import collection
from tiny_models import sentence_model

from assistant.answer import Assistant
from assistant.commands.evaluate import ABLATIONS as OFFERED
from assistant.evaluation.ablations import ABLATIONS, Variant, ablated
from assistant.evaluation.copies import remade
from assistant.model.assistant import assistant_for
from assistant.settings import Settings
from index.embed import NONE
from index.errors import DisclosureError, StoreError
from index.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with collection(tmp_path) as opened:
        yield opened


def test_the_command_offers_every_ablation() -> None:
    assert set(OFFERED) == set(ABLATIONS)


def test_an_assistant_without_facts_answers_from_passages(store: Store) -> None:
    with ablated(store, Variant("no-facts")) as assistant:
        answer = assistant.ask("青禾镇2016年主动公开了多少条政府信息？")
    assert not answer.figures
    assert "26条" in answer.citations[0].quote


def test_an_assistant_without_filter_searches_other_reports(store: Store) -> None:
    asked = "青禾镇2016年主动公开了多少条政府信息？"
    whole = {hit.chunk.report for hit in Assistant(store).ask(asked, hits=10).hits}
    with ablated(store, Variant("no-filter")) as assistant:
        spread = {hit.chunk.report for hit in assistant.ask(asked, hits=10).hits}
    assert whole == {"青禾镇2016.txt"}
    assert len(spread) == 4


def test_dense_search_alone_finds_nothing_in_a_store_without_vectors(store: Store) -> None:
    asked = "青禾镇2016年有什么经验？"
    with ablated(store, Variant("dense-only")) as assistant:
        assert not assistant.ask(asked, hits=10).hits
    with ablated(store, Variant("lexical-only")) as assistant:
        assert assistant.ask(asked, hits=10).hits


def test_a_store_without_context_holds_the_same_chunks_by_their_text_alone(
    store: Store, tmp_path: Path
) -> None:
    with remade(store, tmp_path / "bare", context=False) as bare:
        for head in store.catalogue():
            texts = [chunk.text for chunk in store.chunks(head.name)]
            assert [chunk.text for chunk in bare.chunks(head.name)] == texts
            assert all(not chunk.context for chunk in bare.chunks(head.name))
        assert bare.facts() == store.facts()
        assert bare.totals().tokens < store.totals().tokens
    assert all(chunk.context for chunk in store.chunks("青禾镇2016.txt"))


@pytest.mark.slow
def test_another_embedder_finds_in_a_copy_and_leaves_the_store_by_words(store: Store, tmp_path: Path) -> None:
    folder = sentence_model(tmp_path / "tiny")
    with ablated(store, Variant("dense-only", embedder=str(folder))) as assistant:
        assert assistant.store.encoder.name == str(folder)
        assert assistant.ask("青禾镇2016年收取费用了吗？", hits=5).hits
    assert store.encoder.name == NONE


def test_the_reranker_of_the_settings_is_used(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "sentence_transformers", None)  # whose import takes seconds
    assistant = assistant_for(store, Settings(reranker="/no/such/model"))
    with pytest.raises(DisclosureError, match="重排模型无法加载"):
        assistant.ask("青禾镇2016年收取费用了吗？", hits=5)


def test_an_embedder_that_is_not_there_is_named(store: Store) -> None:
    with pytest.raises(StoreError, match="没有这个模型文件夹"), ablated(store, Variant(embedder="/no/such")):
        pass
