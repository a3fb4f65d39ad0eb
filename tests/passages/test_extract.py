"""Answers from the passages of a report written as a literal."""

from __future__ import annotations

import pytest

from assistant.passages import extract, problems
from assistant.planning.query import Operation, Plan, Target, Wanted
from index.schema import Block, Generation, Issuer, Report, Section

TARGET = Target("东镇2016.txt", "甲县东镇人民政府", 2016)


def report(**sections: str) -> Report:
    parts = tuple(
        Section((heading,) if heading != "_" else (), (Block(heading),) * (heading != "_") + (Block(text),))
        for heading, text in sections.items()
    )
    issuer = Issuer("甲县东镇人民政府", "东镇", "东镇")
    return Report("东镇2016.txt", "东镇2016年报", issuer, 2016, Generation.REGULATION_2007, parts)


TOWN = report(
    _="全文由概述、收费情况等六部分组成。",
    一_概述="成立了由镇长任组长的领导小组。办公室设在党政办。",
    二_收费="2016年我镇未涉及收费及减免。",
    三_存在问题和改进措施="一是更新不够及时；二是队伍薄弱。今后，将采取以下措施：一是每周更新；二是加强培训。",
)


def told(question: str, wanted: Wanted, *terms: str, operation: Operation = Operation.NARRATIVE) -> str:
    plan = Plan(question, operation, wanted, (TARGET,), terms=terms)
    draft = extract.answer(plan, [(TARGET, TOWN)], (), {})
    return "\n".join(s.text for s in draft.statements) if draft else ""


def test_the_sentence_that_covers_the_question_is_quoted() -> None:
    assert "办公室设在党政办" in told("办公室设在哪个部门", Wanted.OFFICE, "办公室")


def test_a_list_of_chapters_answers_no_question_about_an_amount() -> None:
    assert told("收了多少处理费", Wanted.NUMBER, "处理费", "收费").count("六部分") == 0


def test_whether_there_was_any_is_said_only_by_a_passage_that_names_it() -> None:
    assert told("有没有设立查阅点", Wanted.YES_NO, "设立", "查阅点", operation=Operation.YES_NO) == ""


def test_what_no_passage_says_is_left_unsaid() -> None:
    assert told("财政收入是多少", Wanted.MONEY, "财政", "收入") == ""


@pytest.mark.parametrize(
    ("question", "side", "says", "leaves"),
    [
        ("哪里做得不好", problems.Side.PROBLEMS, "更新不够及时", "每周更新"),
        ("后来怎么改的", problems.Side.MEASURES, "每周更新", "队伍薄弱"),
    ],
)
def test_problems_and_measures_are_told_apart_in_one_paragraph(
    question: str, side: problems.Side, says: str, leaves: str
) -> None:
    assert problems.side(question) is side
    text = told(question, Wanted.TEXT)
    assert says in text
    assert leaves not in text


PARAGRAPHS = report(
    二_主动公开情况="（一）扶贫信息公开。张榜公示贫困户412户的名单；逐项公开8个扶贫项目的资金。",
    四_依申请公开情况="二是健全制度。建立审查、考核等六项制度。",
)


def shown(question: str, wanted: Wanted, *terms: str) -> str:
    plan = Plan(question, Operation.NARRATIVE, wanted, (TARGET,), terms=terms, focus=terms)
    draft = extract.answer(plan, [(TARGET, PARAGRAPHS)], (), {})
    return "".join(s.text for s in draft.statements) if draft else ""


def test_a_short_paragraph_is_shown_whole_where_its_heading_names_what_is_asked() -> None:
    text = shown("扶贫这块公开了些什么", Wanted.TEXT, "扶贫")
    assert "412户" in text
    assert "8个扶贫项目" in text


def test_a_heading_is_not_quoted_beside_what_it_announces() -> None:
    assert "六项制度" in shown("怎么健全制度的", Wanted.TEXT, "健全", "制度")


def test_problems_of_a_thing_that_the_report_never_names_are_not_told() -> None:
    plan = Plan(
        "食堂有什么问题，怎么改",
        Operation.NARRATIVE,
        Wanted.TEXT,
        (TARGET,),
        terms=("食堂",),
        focus=("食堂",),
    )
    assert extract.answer(plan, [(TARGET, TOWN)], (), {}) is None


def test_measures_of_another_kind_do_not_say_that_there_are_some_of_the_kind_asked_for() -> None:
    assert told("有没有奖励措施", Wanted.ENUMERATION, "奖励", "措施", operation=Operation.YES_NO) == ""


MEASURES = report(
    三_改进情况="改进措施有三条：一是答复实行“两段式”，先写事实、再写依据；二是设立专窗，每天有人值守；三是编写手册。",
)


@pytest.mark.parametrize(
    ("terms", "says", "leaves"),
    [
        (("答复", "两段"), "先写事实、再写依据", "专窗"),
        (("专窗", "值守"), "设立专窗", "两段式"),
        (("改进", "措施"), "编写手册", "无"),
    ],
)
def test_of_a_list_the_one_item_that_names_the_thing_is_told(
    terms: tuple[str, ...], says: str, leaves: str
) -> None:
    plan = Plan("是哪几步", Operation.NARRATIVE, Wanted.ENUMERATION, (TARGET,), terms=terms)
    draft = extract.answer(plan, [(TARGET, MEASURES)], (), {})
    said = "".join(s.text for s in draft.statements) if draft else ""
    assert says in said
    assert leaves not in said
