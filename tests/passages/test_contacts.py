"""Which contact data a question asks for."""

from __future__ import annotations

from dataclasses import replace

import pytest
from towns import report

from assistant.passages.contacts import answer, asked_fields
from assistant.planning.query import Operation, Plan, Target, Wanted
from index.schema import Contact

REPORTS = {r.name: r for r in (report("青禾镇"), replace(report("白石镇", 2018), contact=Contact()))}
TARGETS = tuple(Target(r.name, r.issuer.name, r.year) for r in REPORTS.values())


@pytest.mark.parametrize(
    ("question", "fields"),
    [
        ("想打电话问问，号码多少", ("phone",)),
        ("老百姓打电话问什么", ()),
        ("打哪个电话", ("phone",)),
        ("热线号码是多少，接了多少电话", ()),
    ],
)
def test_what_people_call_about_is_no_telephone_number(question: str, fields: tuple[str, ...]) -> None:
    assert asked_fields(question) == fields


@pytest.mark.parametrize(
    ("question", "bodies"),
    [
        ("哪些单位的报告没留电话？", ["白石镇人民政府"]),
        ("哪些镇没有写明联系电话", ["白石镇人民政府"]),
        ("哪些镇未公布联系方式", ["白石镇人民政府"]),
        ("哪些镇留了电话", ["青禾镇人民政府"]),
        ("各镇有没有留电话", ["青禾镇人民政府"]),
    ],
)
def test_a_list_is_of_those_that_lack_it_where_these_are_asked_for(question: str, bodies: list[str]) -> None:
    draft = answer(Plan(question, Operation.LIST, Wanted.PHONE, TARGETS, every=True), REPORTS.__getitem__, {})
    assert draft is not None
    assert [item.issuer for item in draft.items] == bodies
