"""What a benchmark comes to: every measurement as a ratio to a baseline of the same run, and a table."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

Result = Mapping[str, Any]


def ratios(result: Result) -> dict[str, Any]:
    """Ours divided by the plain system's, less is better; absent where one was not measured.

    ``ask_to_embedding`` is against embedding the question alone, ``unchanged`` the first run's seconds divided by the
    second's (more is better), ``count_p95`` against the plain system's question, which counts nothing.
    ``sizes`` has for each collection the ratio to the plain one, and to ours at the smallest size.
    """
    pairs = {
        "index_seconds": (("index", "seconds"), ("baseline_index", "seconds")),
        "index_memory": (("index", "memory"), ("baseline_index", "memory")),
        "store_bytes": (("index", "bytes"), ("baseline_index", "bytes")),
        "ask_p50": (("ask", "p50"), ("baseline_ask", "p50")),
        "ask_p95": (("ask", "p95"), ("baseline_ask", "p95")),
        "ask_to_embedding": (("ask", "p50"), ("embed", "p50")),
        "ask_memory": (("ask", "memory"), ("baseline_ask", "memory")),
        "start": (("ask", "start"), ("baseline_ask", "start")),
        "count_p95": (("count", "p95"), ("baseline_ask", "p95")),
    }
    found: dict[str, Any] = {
        name: _ratio(_at(result, *ours), _at(result, *theirs)) for name, (ours, theirs) in pairs.items()
    }
    unchanged = result["unchanged"]
    found["unchanged"] = _ratio(unchanged["first"]["seconds"], unchanged["second"]["seconds"])
    found["sizes"] = list(_by_size(result["sizes"]))
    return {name: value for name, value in found.items() if value is not None}


def _by_size(sizes: list[Result]) -> Iterator[dict[str, Any]]:
    for size in sizes:
        ours = size["ask"]["p50"]
        yield {
            "chunks": size["chunks"],
            "ask_p50": _ratio(ours, size["baseline_ask"]["p50"]),
            "to_smallest": _ratio(ours, sizes[0]["ask"]["p50"]),
            "wide_to_smallest": _ratio(size["wide"]["p50"], sizes[0]["wide"]["p50"]),
            "start": _ratio(_at(size, "ask", "start"), _at(size, "baseline_ask", "start")),
            "memory": _ratio(_at(size, "ask", "memory"), _at(size, "baseline_ask", "memory")),
        }


def _at(result: Result, part: str, key: str) -> float | None:
    value = result.get(part, {}).get(key)
    return None if value is None else float(value)


def _ratio(ours: float | None, theirs: float | None) -> float | None:
    return round(ours / theirs, 3) if ours is not None and theirs else None


def table(result: Result) -> str:
    """The result for README, in Markdown."""
    took = f"全部测量用时 {result['took'] / 60:.1f} 分钟。"
    return "\n".join([*_both(result), "", *_sizes(result["sizes"]), "", *_stages(result), took])


def _both(result: Result) -> Iterator[str]:
    yield "| | 本系统 | 普通 RAG | 比 |"
    yield "|---|---|---|---|"
    rows = (
        ("建索引（秒）", "index", "seconds", 1),
        ("　其中 CPU（秒）", "index", "cpu", 1),
        ("建索引内存峰值（MB）", "index", "memory", 1),
        ("索引库大小（MB）", "index", "bytes", 1e6),
        ("提问 p50（毫秒）", "ask", "p50", 1),
        ("提问 p95（毫秒）", "ask", "p95", 1),
        ("启动到首答（秒）", "ask", "start", 1),
        ("提问内存峰值（MB）", "ask", "memory", 1),
    )
    for title, part, key, unit in rows:
        ours, theirs = (_at(result, name, key) for name in (part, f"baseline_{part}"))
        yield f"| {title} | {_number(ours, unit)} | {_number(theirs, unit)} | {_number(_ratio(ours, theirs))} |"
    yield f"| 只算问题的向量 p50（毫秒） | {_number(_at(result, 'embed', 'p50'))} | – | – |"
    first, second = result["unchanged"]["first"], result["unchanged"]["second"]
    yield f"| {first['reports']} 份未变的文件再建一次（秒，不计载入） | {_number(second['seconds'])} | – | – |"
    yield f"| 　初次（秒）；载入程序（秒） | {_number(first['seconds'])}；{_number(second['imports'])} | – | – |"
    if "count" in result:
        yield f"| {result['count']['reports']} 份年报的计数 p50 / p95（毫秒） | {_spent(result['count'])} | – | – |"


def _sizes(sizes: list[Result]) -> Iterator[str]:
    if not sizes:
        return
    yield "| 规模：片段（年报） | " + " | ".join(f"{s['chunks']:,}（{s['reports']:,}）" for s in sizes) + " |"
    yield "|---" * (len(sizes) + 1) + "|"
    for title, cell in _SIZE_ROWS:
        yield f"| {title} | " + " | ".join(cell(size, sizes[0]) for size in sizes) + " |"


def _vectors(size: Result, _smallest: Result) -> str:
    if not size["stored_vectors"]:
        return "全部计算"
    return f"{size['embedded']:,} 个计算，其余取自存储"


_SIZE_ROWS: tuple[tuple[str, Callable[[Result, Result], str]], ...] = (
    ("向量", _vectors),
    ("问一个机关，p50 / p95（毫秒）", lambda size, _: _spent(size["ask"])),
    ("　与最小规模之比（p50）", lambda size, least: _number(_ratio(size["ask"]["p50"], least["ask"]["p50"]))),
    ("　普通 RAG", lambda size, _: _spent(size["baseline_ask"])),
    ("问全部年报的文字，p50 / p95", lambda size, _: _spent(size["wide"])),
    (
        "　与最小规模之比（p50）",
        lambda size, least: _number(_ratio(size["wide"]["p50"], least["wide"]["p50"])),
    ),
    ("计数，p50 / p95", lambda size, _: _spent(size["count"])),
    ("启动到首答（秒；普通 RAG）", lambda size, _: _beside(size, "start")),
    ("提问内存峰值（MB；普通 RAG）", lambda size, _: _beside(size, "memory")),
    (
        "索引库（MB；普通 RAG）",
        lambda size, _: f"{size['bytes'] / 1e6:.0f}；{size['baseline_bytes'] / 1e6:.0f}",
    ),
)
"""The rows of the table by size: what each is called, and how it is told of a collection, given the smallest too."""


def _beside(size: Result, key: str) -> str:
    ours = [_at(size, part, key) for part in ("ask", "wide", "count")]
    most = max((value for value in ours if value is not None), default=None)
    return f"{_number(most)}；{_number(_at(size, 'baseline_ask', key))}"


def _stages(result: Result) -> Iterator[str]:
    chunks = result["index"]["chunks"]
    yield f"建索引各阶段（{chunks} 个片段）：" + "，".join(
        f"{name} {seconds:.2f} 秒（每秒 {chunks / seconds:,.0f} 个）"
        for name, seconds in result["index"]["stages"].items()
        if seconds
    )


def _spent(timed: Result) -> str:
    return f"{timed['p50']:.0f} / {timed['p95']:.0f}"


def _number(value: float | None, unit: float = 1) -> str:
    return "–" if value is None else f"{value / unit:.3g}"
