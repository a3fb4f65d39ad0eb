"""Search by meaning in a store: exact and through the vector index, and texts outside it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from towns import add, entry, report

from index.chunk import chunks
from index.storage.vectors import STORED
from index.store import Store


class Compass:
    """Embeds a text by which of three words it holds."""

    def embed_query(self, text: str) -> list[float]:
        return [float(word in text) for word in ("申请", "收费", "电话")]


def test_exact_dense_search_ranks_by_cosine(store: Store) -> None:
    store.encoder = type(store.encoder)("compass", Compass())  # type: ignore[arg-type]
    of = report("云岭镇")
    axes = np.eye(3, dtype=STORED)
    pieces = chunks(of)
    vectors = tuple(axes[number % 3].tobytes() for number in range(len(pieces)))
    add(store, entry(of, vectors=vectors))
    best = next(iter(store.dense("收费？", None, 3)))
    assert best == "云岭镇2016.txt#1"


def test_chroma_finds_the_same_within_the_named_reports(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.encoder = type(store.encoder)("compass", Compass())  # type: ignore[arg-type]
    axes = np.eye(3, dtype=STORED)
    for town in ("云岭镇", "石桥镇"):
        of = report(town)
        add(store, entry(of, vectors=tuple(axes[n % 3].tobytes() for n in range(len(chunks(of))))))
    store.vectors.put(store.contents.vectors(store.contents.pending()))
    monkeypatch.setattr("index.storage.search._EXACT", 0)
    assert next(iter(store.dense("收费？", ["石桥镇2016.txt"], 3))) == "石桥镇2016.txt#1"
    store.vectors.remove(["石桥镇2016.txt#1"])
    assert "石桥镇2016.txt#1" not in store.dense("收费？", ["石桥镇2016.txt"], 3)
    store.close()


def test_texts_outside_the_store_are_likened_to_a_question_only_with_vectors(
    store: Store, tmp_path: Path
) -> None:
    assert store.likeness("谁来审核", ["由办公室审核。"]) == []
    with Store.open(tmp_path / "dense", create=True) as dense:
        near, far = dense.likeness("谁来审核稿件", ["稿件由办公室审核。", "全年植树三百亩。"])
    assert 1 >= near > far
