"""The judge of the question sets, on hand-made answers."""

from __future__ import annotations

from typing import Any

import pytest

from assistant.evaluation import scoring


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


@pytest.mark.parametrize(
    ("text", "number", "found"),
    [
        ("收费5万元", "0", False),
        ("本年度无依申请公开工作受理情况", "0", True),
        ("无论是否收费", "0", False),
        ("三万元", "30000", True),
        ("一万两千件", "12000", True),
        ("一万两千件", "2000", False),
        ("第二十三次会议", "13", False),
        ("第二十三次会议", "3", False),
        ("进一步", "1", False),
        ("1,234,567元", "1,234,567", True),
    ],
)
def test_a_chinese_numeral_counts_as_a_whole(text: str, number: str, found: bool) -> None:
    assert scoring.has_number(scoring.normalise(text), number) is found


@pytest.mark.parametrize(
    ("body", "issuer", "same"),
    [
        ("东镇", "甲县东镇人民政府", True),
        ("甲县", "甲县东镇人民政府", False),
        ("甲县", "甲县人民政府办公室", True),
        ("南湖街道", "甲县南湖街道办事处", True),
        ("市场监督管理局", "乙市市场监督管理局", True),
        ("乙市", "乙市市场监督管理局", False),
    ],
)
def test_a_body_is_the_last_part_of_its_full_name(body: str, issuer: str, same: bool) -> None:
    assert scoring.is_body(body, issuer) is same


def test_a_body_that_is_named_for_two_years_counts_once() -> None:
    named = answer("", items=[{"issuer": "西镇", "year": 2016}, {"issuer": "西镇", "year": 2017}])
    assert scoring.list_failures(question(set=["东镇"]), named) == ["list lacks 东镇", "list has 西镇"]


def test_an_allowed_status_may_be_one_text() -> None:
    assert scoring.allowed_statuses(question(status="clarify")) == {"clarify"}


def test_full_width_list_numbers_are_not_numbers() -> None:
    assert scoring.answer_text("（1）甲镇\n2．乙镇") == "甲镇乙镇"
