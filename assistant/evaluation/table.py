"""The scores of an evaluation for reading on a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from assistant.evaluation.words import in_words

if TYPE_CHECKING:
    from assistant.evaluate import Evaluation
    from assistant.evaluation.metrics import Estimate

_COLUMNS = {
    "通过": "pass",
    "召回@5": "recall@5",
    "MRR": "mrr",
    "nDCG": "ndcg@10",
    "数字": "numbers_exact",
    "名单": "set_exact",
    "引用准": "citation_precision",
    "引用全": "citation_recall",
    "有据": "claims_supported",
}


def table(result: Evaluation, scores: Mapping[str, Any]) -> str:
    """Metrics by kind and overall, latency, what failed, and what changed since the run compared with."""
    overall = result.overall()
    of = scores.get("questions", {}).get("sample", {}).get("of", {})
    lines = [f"{'':<15}{'题数':>7}" + "".join(f"{title:>8}" for title in _COLUMNS)]
    lines += [_line(kind, found, of.get(kind, 0)) for kind, found in result.by_kind().items()]
    lines += [_line("合计", overall, sum(of.values())), "", "指标（95% 置信区间，重抽样）"]
    lines += [
        f"  {name:<20}{e.value:.3f}  [{e.low:.3f}, {e.high:.3f}]  n={e.questions}"
        for name, e in overall.items()
    ]
    return "\n".join([*lines, *_remarks(scores)])


def _line(name: str, found: Mapping[str, Estimate], of: int) -> str:
    """One row; ``of`` is how many questions a sample was drawn from, 0 without one."""
    cells = [f"{found[m].value:>9.3f}" if m in found else f"{'–':>9}" for m in _COLUMNS.values()]
    asked = f"{found['pass'].questions}/{of}" if of else str(found["pass"].questions)
    return f"{name:<15}{asked:>8}" + "".join(cells)


def _remarks(scores: Mapping[str, Any]) -> Iterator[str]:
    spent, first = scores["latency"], scores["latency"]["first_token"]
    yield f"  全部回答 p50 {spent['p50']:.0f} 毫秒，p95 {spent['p95']:.0f} 毫秒"
    yield f"  首个字 p50 {first['p50']:.0f} 毫秒，p95 {first['p95']:.0f} 毫秒"
    for name, why in scores["failed"].items():
        yield f"  未通过 {name}：{'；'.join(map(in_words, why))}"
    if against := scores.get("against"):
        yield (
            f"与此前相比（{against['questions']}题）：转为通过 {len(against['won'])} {against['won']}，"
            f"转为未通过 {len(against['lost'])} {against['lost']}，p={against['p']}"
        )
