"""Plans of questions over an invented catalogue; the questions stand in tests/questions/plans_*.jsonl."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from plans import cards, check

from assistant.plan import plan
from assistant.planning.query import Wanted

FOLDER = Path(__file__).parent.parent / "questions"


CATALOGUE = (
    *cards("江北省云州市人民政府", 2022, 2023, 2024),
    *cards("云州市柳河县人民政府", 2021, 2023),
    *cards("柳河县青石镇人民政府", 2014, 2016, 2017),
    *cards("柳河县白泥镇人民政府", 2018),
    *cards("青山镇人民政府", 2018),
    *cards("云州市城南区南屏街道办事处", 2020),
    *cards("云州市教育局", 2019, 2020, 2023),
)


def cases() -> list[Any]:
    lines = [
        line for file in sorted(FOLDER.glob("plans_*.jsonl")) for line in file.read_text("utf-8").splitlines()
    ]
    return [pytest.param(case, id=case["q"]) for case in map(json.loads, lines)]


@pytest.mark.parametrize("case", cases())
def test_a_question_gives_the_plan_that_is_written_beside_it(case: dict[str, Any]) -> None:
    check(case, CATALOGUE)


def test_years_are_those_asked_and_none_where_the_newest_is_assumed() -> None:
    asked = plan("青石镇2016年信息公开的审核流程", (), CATALOGUE)
    assumed = plan("青石镇信息公开的审核流程", (), CATALOGUE)
    assert asked.years == (2016,)
    assert assumed.years == ()
    assert [target.year for target in assumed.targets] == [2017]


def test_two_years_that_are_all_there_are_leave_nothing_assumed() -> None:
    both = cards("云州市白水镇人民政府", 2020, 2021)
    made = plan("白水镇收到的申请是涨了还是跌了", (), (*CATALOGUE, *both))
    assert [target.year for target in made.targets] == [2021, 2020]
    assert not made.notes


def test_which_of_two_bodies_has_more_of_what_no_figure_tells_asks_each_for_a_count() -> None:
    asked = plan("青石镇2017年和白泥镇2018年，哪个镇窗口受理的业务多？各多少", (), CATALOGUE)
    assert asked.wanted is Wanted.NUMBER
    better = plan("青石镇2017年和白泥镇2018年，哪个镇的宣传更好", (), CATALOGUE)
    assert better.wanted is not Wanted.NUMBER


@pytest.mark.parametrize("question", ["青石乡讯一年出几期", "青石镇热点小学招生怎么保证公平"])
def test_a_paper_or_a_kind_of_school_is_a_topic_of_the_body_it_is_named_with(question: str) -> None:
    asked = plan(question, (), CATALOGUE)
    assert [target.issuer for target in asked.targets] == ["柳河县青石镇人民政府"]
    assert asked.missing == ()


@pytest.mark.parametrize(
    ("question", "bodies"),
    [
        ("乡镇和街道的报告里，哪些当年发生过行政诉讼", {"青石镇", "白泥镇", "青山镇", "南屏街道"}),
        ("镇街报告里谁收到的申请最多", {"青石镇", "白泥镇", "青山镇", "南屏街道"}),
        ("县级报告中有没有被提起行政诉讼的", {"柳河县"}),
        ("市级和县级的报告里哪些收过费", {"云州市", "柳河县"}),
        ("在各乡镇街道的年报里，一共收到多少件申请", {"青石镇", "白泥镇", "青山镇", "南屏街道"}),
        ("部门的报告里哪个收到的申请最多", {"云州市教育局"}),
    ],
)
def test_levels_whose_reports_are_meant_restrict_the_bodies(question: str, bodies: set[str]) -> None:
    made = plan(question, (), CATALOGUE)
    shorts = {card.issuer.name: card.issuer.short for card in CATALOGUE}
    assert {shorts[target.issuer] for target in made.targets} == bodies
    assert made.every
    assert not made.options


@pytest.mark.parametrize(
    ("question", "operation"),
    [
        ("收录的年报里哪一份的培训人次最多？多少", "maximum"),
        ("已收录的报告中，哪一份收到的申请最少", "minimum"),
        ("这些年报里新收申请最多的是哪份", "maximum"),
        ("收录的报告里有哪些单位", "collection"),
        ("收录了哪些年报", "collection"),
    ],
)
def test_the_most_of_a_figure_in_the_collection_is_no_description_of_it(
    question: str, operation: str
) -> None:
    assert plan(question, (), CATALOGUE).operation.value == operation


@pytest.mark.parametrize(
    "question", ["街道的年报在哪里公布", "街道的报告里谁负责信息公开", "镇里哪些信息公开了"]
)
def test_a_question_about_one_body_of_a_level_is_not_about_all_of_them(question: str) -> None:
    assert not plan(question, (), CATALOGUE).every


@pytest.mark.parametrize("part", ["张家村", "建设路社区", "红星社区"])
def test_a_village_is_a_part_of_its_town_and_the_towns_figure_not_its_own(part: str) -> None:
    asked = plan(f"青石镇2016年{part}公开了多少条信息？", (), CATALOGUE)
    assert [target.year for target in asked.targets] == [2016]
    assert asked.scope == part
