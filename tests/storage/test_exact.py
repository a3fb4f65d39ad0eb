"""BM25 and cosine over a few chunks, against hand-computed figures."""

from __future__ import annotations

import math

import numpy as np
import pytest

from index.storage.entry import ChunkRow, Totals
from index.storage.exact import Shelves, bm25, cosines, inverse_frequency, shelf
from index.storage.vectors import STORED

TOTALS = Totals(reports=1, chunks=3, facts=0, tokens=6)
ROWS = [ChunkRow("a", "x y", None), ChunkRow("b", "x x y", None), ChunkRow("c", "z", None)]


def test_bm25_is_as_computed_by_hand() -> None:
    found = bm25([shelf(ROWS)], {"x": 1.0}, {"x": 2}, TOTALS)
    weight = math.log(1 + 1.5 / 2.5)
    assert found["a"] == pytest.approx(weight * 2.2 / (1 + 1.2))
    assert found["b"] == pytest.approx(weight * 2 * 2.2 / (2 + 1.2 * (0.25 + 0.75 * 3 / 2)))
    assert "c" not in found


def test_term_weights_multiply_in() -> None:
    one = bm25([shelf(ROWS)], {"x": 1.0}, {"x": 2}, TOTALS)
    half = bm25([shelf(ROWS)], {"x": 0.5}, {"x": 2}, TOTALS)
    assert half["a"] == pytest.approx(one["a"] / 2)


def test_a_rare_term_weighs_more() -> None:
    assert inverse_frequency(1, 100) > inverse_frequency(50, 100) > inverse_frequency(100, 100) > 0


def test_chunks_without_a_vector_have_no_cosine() -> None:
    north = np.asarray([1, 0], STORED).tobytes()
    found = cosines([shelf([ChunkRow("a", "", north), ChunkRow("b", "", None)])], [0.6, 0.8])
    assert found == {"a": pytest.approx(0.6)}


def test_shelves_are_read_once_until_cleared() -> None:
    read: list[str] = []

    def rows(report: str) -> list[ChunkRow]:
        read.append(report)
        return ROWS

    shelves = Shelves(rows)
    assert shelves.get("r") is shelves.get("r")
    shelves.clear()
    shelves.get("r")
    assert read == ["r", "r"]


def test_shelves_in_memory_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("index.storage.exact._KEPT", 2 * len(ROWS))
    read: list[str] = []

    def rows(report: str) -> list[ChunkRow]:
        read.append(report)
        return ROWS

    shelves = Shelves(rows)
    for name in ("a", "b", "a", "c", "a", "b"):
        shelves.get(name)
    assert read == ["a", "b", "c", "b"]
