"""report.html of an evaluation: one page that needs no other file; everything in it is escaped."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from assistant.evaluation.retrieval_scoring import found_at
from assistant.evaluation.sources import Sources
from assistant.evaluation.words import KINDS, REASONS, STAGES, STATUSES, in_words

if TYPE_CHECKING:
    from assistant.evaluate import Evaluation, Row

METRICS = {
    "pass": ("通过率", "状态对，该有的数字、说法、名单都有，不该有的没有"),
    "recall@1": ("证据召回@1", "前1个片段、500字以内找到的证据占比"),
    "recall@3": ("证据召回@3", "前3个片段、1500字以内"),
    "recall@5": ("证据召回@5", "前5个片段、2500字以内"),
    "recall@10": ("证据召回@10", "前10个片段、5000字以内"),
    "mrr": ("MRR", "第一个含证据的片段名次的倒数"),
    "ndcg@10": ("nDCG@10", "含证据的片段排得多靠前，全排在最前为1"),
    "wrong_report@5": ("前5条中别的报告（越低越好）", "前5个片段里，不是证据所在年报的占比"),
    "numbers_exact": ("数字全对", "应有的数字一个不缺"),
    "set_f1": ("名单 F1", "多列、漏列同样扣分"),
    "set_exact": ("名单全对", "不多不漏"),
    "citation_valid": ("引用有效", "引文在所标年报里逐字存在，单元格的数值相符"),
    "citation_precision": (
        "引用准确",
        "有效，机关年份相符，且给出论断的数字或半数以上的词（ALCE 的引用精确率）",
    ),
    "citation_recall": ("证据被引用", "问题所列的证据有多少被回答引用"),
    "claims_supported": ("论断有据", "有引用且数字全在引文或计算里的论断占比（ALCE 的引用召回率）"),
    "refusal_precision": ("拒答准确", "拒答的题里该拒答的占比"),
    "refusal_recall": ("该拒答的拒答", "该拒答的题里拒答的占比"),
    "refusal_f1": ("拒答 F1", "上两项的调和平均"),
    "over_refusal": ("误拒（越低越好）", "可答的题里被拒答的占比"),
    "reason": ("拒答理由对", "拒答理由与题目所列一致"),
    "model_wrote": ("由语言模型撰写", "请语言模型写的题里，它的文字通过核实而被采用的占比"),
    "model_caught": ("有句子被拦下（越低越好）", "语言模型写的句子有未能核实、没有显示的题占比"),
    "model_failed": ("语言模型没有写成（越低越好）", "没有回应或中途断开，按规则作答的题占比"),
    "judge_pass": ("语言模型评为合格", "只评文字题，不影响通过率；与人的一致程度见下"),
}
"""The metrics' names for readers with what they mean, in the order in which they are shown."""
_BINS = 24


def page(result: Evaluation, scores: Mapping[str, Any], sources: Sources) -> str:
    """The whole page for a run, its scores.json and the sections that it quotes."""
    rows = [_shown(row) for row in result.rows]
    return (
        _environment()
        .get_template("report.html")
        .render(
            scores=scores,
            rows=rows,
            failed=[row for row in rows if not row["passed"]],
            metrics=METRICS,
            measured=[name for name in METRICS if name in scores["overall"]],
            kinds=list(scores["by_kind"]),
            lost=scores.get("against", {}).get("lost", []),
            won=scores.get("against", {}).get("won", []),
            bars=list(_histogram([row.ms for row in result.rows])),
            sources=sources,
            statuses=STATUSES,
            reasons=REASONS,
            words={**KINDS, **STAGES},
        )
    )


def _shown(row: Row) -> dict[str, Any]:
    """A row as the page shows it: with where each evidence item was found, and what is wrong in words."""
    hits = row.answer.get("hits", [])
    found = [found_at(item, hits) for item in row.question["evidence"]]
    return row.to_json() | {
        "failed": [in_words(phrase) for phrase in row.failed],
        "faults": [in_words(phrase) for phrase in row.faults],
        "found": [place.rank if place else None for place in found],
    }


def _histogram(values: Sequence[float]) -> Iterator[tuple[float, float, int]]:
    """Bars of equal width up to the largest value: where each begins and ends, and how many values it has."""
    width = max(values, default=0.0) / _BINS or 1.0
    for number in range(_BINS):
        low, high = number * width, (number + 1) * width
        last = number == _BINS - 1
        yield low, high, sum(low <= value < high or (last and value == high) for value in values)


def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("assistant.evaluation"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    environment.filters["per_cent"] = lambda value: f"{value * 100:.1f}%"
    return environment
