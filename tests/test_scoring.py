"""The judge of the question sets, on hand-made answers."""

from __future__ import annotations

from typing import Any

import pytest

from assistant import scoring


def answer(text: str, status: str = "answered", **rest: Any) -> dict[str, Any]:
    empty: dict[str, Any] = {"items": [], "citations": [], "hits": [], "reason": None}
    return {"status": status, "answer": text, **empty, **rest}


def question(**fields: Any) -> dict[str, Any]:
    return {"id": "q", "kind": "fact", "answerable": True, "evidence": [], **fields}


@pytest.mark.parametrize(
    ("text", "number", "found"),
    [
        ("2026年", "26", False),
        ("共 26 条", "26", True),
        ("1,234件", "1234", True),
        ("3.5万元", "5", False),
        ("三次", "3", True),
        ("一是加强领导", "1", False),
        ("全年未收到申请", "0", True),
        ("二十三件", "23", True),
    ],
)
def test_a_number_stands_alone(text: str, number: str, found: bool) -> None:
    assert scoring.has_number(scoring.normalise(text), number) is found


def test_citation_marks_and_list_numbers_are_not_numbers() -> None:
    assert not scoring.failures(question(exclude=["1", "2"]), answer("1. 甲镇[2]\n2. 乙镇"))


def test_a_refusal_passes_only_where_nothing_is_stated() -> None:
    refused = answer("没有写", status="refused")
    assert scoring.failures(question(), refused) == ["status refused"]
    assert not scoring.failures(question(answerable=False), refused)


def test_an_ambiguous_question_may_be_asked_back() -> None:
    assert not scoring.failures(
        question(kind="ambiguous", numbers=["5"]), answer("哪个镇？", status="clarify")
    )


def test_of_each_group_one_alternative_must_occur() -> None:
    asked = question(include=[["百余条", "100余条"], ["微信"]])
    assert scoring.failures(asked, answer("共计100余条")) == ["lacks 微信"]


def test_a_list_names_its_bodies_and_no_others() -> None:
    named = answer("", items=[{"issuer": "甲县东镇人民政府"}, {"issuer": "西镇"}])
    assert scoring.failures(question(set=["东镇", "南镇"]), named) == ["list lacks 南镇", "list has 西镇"]
    assert not scoring.failures(question(set=["东镇"], set_optional=["西镇"]), named)


def test_evidence_counts_only_within_500_characters_a_hit() -> None:
    evidence = {"report": "r", "quote": "收到申请12件"}
    hits = [
        {"report": "r", "section": "", "text": "字" * 700},
        {"report": "r", "section": "三、申请", "text": "字" * 200 + "收到申请 12 件"},
    ]
    assert scoring.found_at(evidence, hits) == 2
    assert scoring.found_at(evidence, [{**hits[0], "text": "字" * 1000}, hits[1]]) is None
    assert scoring.found_at(evidence, [{**hits[1], "report": "other"}]) is None


def test_a_citation_recalls_evidence_by_quote_or_by_row() -> None:
    evidence = {"report": "r", "quote": "行政强制"}
    cell = {"table": "表二", "row": "行政强制", "column": "本年处理决定数量"}
    assert scoring.is_recalled(evidence, [{"report": "r", "quote": "甲 5", "cell": cell}])
    assert not scoring.is_recalled(evidence, [{"report": "s", "quote": "行政强制 5", "cell": None}])


def test_a_citation_is_valid_when_its_quote_stands_in_its_report() -> None:
    texts = {"r": scoring.normalise("全年收到申请 1,200 件。")}
    assert scoring.is_valid({"report": "r", "quote": "收到申请1200件"}, texts)
    assert not scoring.is_valid({"report": "r", "quote": "收到申请120件"}, texts)
