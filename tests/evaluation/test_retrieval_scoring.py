"""Rankings judged against ranks worked out by hand."""

from __future__ import annotations

import math
from typing import Any

import pytest

from assistant.evaluation.retrieval_scoring import (
    Found,
    found_at,
    ndcg,
    recall,
    reciprocal_rank,
    wrong_reports,
)

EVIDENCE = {"report": "r", "quote": "收到申请12件"}


def hit(text: str, report: str = "r", section: str = "") -> dict[str, Any]:
    return {"report": report, "section": section, "text": text}


def test_evidence_is_found_in_the_first_hit_of_its_report_that_holds_it() -> None:
    hits = [hit("收到申请12件", "other"), hit("没有"), hit("共收到申请 12 件。")]
    assert found_at(EVIDENCE, hits) == Found(3, 3)
    assert found_at(EVIDENCE, hits[:2]) is None


def test_a_heading_counts_as_text() -> None:
    assert found_at(EVIDENCE, [hit("无", section="二、收到申请12件")]) == Found(1, 1)


def test_evidence_beyond_500_characters_a_hit_needs_a_larger_budget() -> None:
    long = hit("字" * 700)
    assert found_at(EVIDENCE, [long, hit("字" * 200 + "收到申请12件")]) == Found(2, 2)
    assert found_at(EVIDENCE, [hit("字" * 1200), hit("收到申请12件")]) == Found(2, 3)
    assert found_at(EVIDENCE, [hit("字" * 490 + "收到申请12件")]) == Found(1, 1)
    assert found_at(EVIDENCE, [hit("字" * 498 + "收到申请12件")]) == Found(1, 2)


def test_recall_is_the_share_of_items_within_the_cut() -> None:
    found = [Found(1, 1), Found(2, 4), None]
    assert [recall(found, k) for k in (1, 3, 5)] == pytest.approx([1 / 3, 1 / 3, 2 / 3])


def test_the_reciprocal_rank_is_of_the_first_item_within_ten() -> None:
    assert reciprocal_rank([Found(4, 4), Found(2, 2)]) == 0.5
    assert reciprocal_rank([Found(11, 11), None]) == 0.0


def test_ndcg_has_the_items_on_top_as_its_ideal() -> None:
    assert ndcg([Found(1, 1), Found(2, 2)]) == 1.0
    assert ndcg([Found(1, 1), Found(1, 1)]) == 1.0
    assert ndcg([Found(2, 2)]) == pytest.approx(1 / math.log2(3))
    ideal = 1 + 1 / math.log2(3)
    assert ndcg([Found(3, 3), None]) == pytest.approx(0.5 / ideal)


def test_hits_of_reports_that_the_evidence_does_not_name_are_wrong() -> None:
    hits = [hit("", "r"), hit("", "s"), hit("", "s"), hit("", "r"), hit("", "r"), hit("", "s")]
    assert wrong_reports([EVIDENCE], hits) == (2, 5)
