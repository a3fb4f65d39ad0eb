"""report.html of an evaluation: one page that needs no other file; everything in it is escaped."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, PackageLoader, StrictUndefined

if TYPE_CHECKING:
    from assistant.evaluate import Evaluation

TITLES = {
    "pass": "通过率",
    "recall@1": "证据召回@1",
    "recall@3": "证据召回@3",
    "recall@5": "证据召回@5",
    "recall@10": "证据召回@10",
    "mrr": "MRR",
    "ndcg@10": "nDCG@10",
    "wrong_report@5": "前5条中别的报告（越低越好）",
    "numbers_exact": "数字全对",
    "set_f1": "名单 F1",
    "set_exact": "名单全对",
    "citation_valid": "引用有效",
    "citation_precision": "引用准确",
    "citation_recall": "证据被引用",
    "claims_supported": "论断有据",
    "refusal_precision": "拒答准确",
    "refusal_recall": "该拒答的拒答",
    "refusal_f1": "拒答 F1",
    "over_refusal": "误拒（越低越好）",
    "reason": "拒答理由对",
}
"""The metrics' names for readers, in the order in which they are shown."""
_BY_KIND = ("pass", "recall@5", "mrr", "numbers_exact", "citation_precision", "citation_recall")


def page(result: Evaluation, scores: Mapping[str, Any]) -> str:
    """The whole page for a run and its scores.json."""
    rows = [row.to_json() for row in result.rows]
    return (
        _environment()
        .get_template("report.html")
        .render(
            scores=scores,
            rows=rows,
            titles=TITLES,
            by_kind=_BY_KIND,
            kinds=list(scores["by_kind"]),
            lost=scores.get("against", {}).get("lost", []),
        )
    )


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
