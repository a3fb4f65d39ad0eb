"""Ratios to the baseline of the same run, and the table, on made-up measurements."""

from __future__ import annotations

from typing import Any

from assistant.benchmark.ratios import ratios, table


def size(chunks: int, p50: float, *, stored: bool = False) -> dict[str, Any]:
    asked = {"p50": p50, "p95": 2 * p50, "start": 2.0, "memory": 200.0}
    return {
        "chunks": chunks,
        "reports": chunks // 8,
        "stored_vectors": stored,
        "embedded": 1500 if stored else chunks,
        "bytes": 2_000_000,
        "baseline_bytes": 4_000_000,
        "ask": asked,
        "baseline_ask": {"p50": 40.0, "p95": 50.0, "start": 1.0, "memory": 400.0},
        "wide": asked | {"p50": 3 * p50, "memory": 500.0},
        "count": asked,
    }


def measured() -> dict[str, Any]:
    indexed = {
        "seconds": 3.0,
        "cpu": 2.0,
        "memory": None,
        "bytes": 5_000_000,
        "chunks": 120,
        "stages": {"embed": 2.0},
    }
    asked = {"p50": 20.0, "p95": 30.0, "start": 1.5, "memory": 150.0}
    return {
        "index": indexed,
        "baseline_index": indexed | {"seconds": 6.0},
        "again": indexed,
        "ask": asked,
        "baseline_ask": asked | {"p50": 40.0},
        "embed": {"p50": 10.0, "p95": 11.0},
        "unchanged": {
            "first": {"seconds": 20.0, "reports": 200},
            "second": {"seconds": 0.1, "imports": 0.5},
        },
        "took": 90.0,
        "sizes": [size(1000, 20.0), size(100_000, 30.0, stored=True)],
    }


def test_every_ratio_is_ours_to_theirs_and_what_was_not_measured_is_absent() -> None:
    found = ratios(measured())
    assert (found["index_seconds"], found["ask_p50"], found["ask_to_embedding"]) == (0.5, 0.5, 2.0)
    assert found["unchanged"] == 200.0
    assert "index_memory" not in found
    assert "count_p95" not in found


def test_sizes_are_held_against_the_plain_system_and_the_smallest() -> None:
    same = {"start": 2.0, "memory": 0.5}
    assert ratios(measured())["sizes"] == [
        {"chunks": 1000, "ask_p50": 0.5, "to_smallest": 1.0, "wide_to_smallest": 1.0, **same},
        {"chunks": 100_000, "ask_p50": 0.75, "to_smallest": 1.5, "wide_to_smallest": 1.5, **same},
    ]


def test_the_table_says_which_vectors_were_stored_and_has_a_dash_for_what_is_unknown() -> None:
    shown = table(measured())
    assert "| 建索引（秒） | 3 | 6 | 0.5 |" in shown
    assert "| 建索引内存峰值（MB） | – | – | – |" in shown
    assert "| 规模：片段（年报） | 1,000（125） | 100,000（12,500） |" in shown
    assert "| 向量 | 全部计算 | 1,500 个计算，其余取自存储 |" in shown
    assert "| 问一个机关，p50 / p95（毫秒） | 20 / 40 | 30 / 60 |" in shown
    assert "| 　与最小规模之比（p50） | 1 | 1.5 |" in shown
    assert "| 提问内存峰值（MB；普通 RAG） | 500；400 | 500；400 |" in shown
    assert "全部测量用时 1.5 分钟。" in shown
    assert "embed 2.00 秒（每秒 60 个）" in shown
