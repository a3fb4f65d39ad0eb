"""A figure answers only for the very thing that is counted; an open question is answered by what covers part of it."""

from __future__ import annotations

import pytest

from assistant.passages.gate import answers
from assistant.passages.weighing import Passage, Weighed
from assistant.planning.query import Operation, Plan, Wanted
from index.schema import Block, Generation, Issuer, Report, Section

TOWN = Report(
    "东镇2022.txt", "", Issuer("甲县东镇人民政府", "东镇", "东镇"), 2022, Generation.FORMAT_2021, ()
)


def passed(
    text: str,
    question: str,
    wanted: Wanted,
    terms: tuple[str, ...],
    coverage: float,
    *,
    rows: tuple[str, ...] = (),
) -> bool:
    block = Block(text)
    passage = Passage(TOWN, Section(("一、总体情况",), (block,)), block, 0, len(text))
    return answers(
        Plan(question, Operation.NARRATIVE, wanted, indicators=rows, terms=terms),
        Weighed(passage, coverage, coverage),
    )


@pytest.mark.parametrize(
    ("question", "terms", "answered"),
    [
        ("水质检测公布了几次", ("水质", "检测", "公布"), True),
        ("水质检测花了多少钱", ("水质", "检测"), False),
        ("水质事故有几次", ("水质", "事故"), False),
        ("有多少村民看过水质检测", ("水质", "检测", "村民"), False),
    ],
)
def test_a_sentence_with_a_figure_answers_only_what_it_counts(
    question: str, terms: tuple[str, ...], *, answered: bool
) -> None:
    assert passed("全年公开水质检测结果9次。", question, Wanted.NUMBER, terms, 0.9) is answered


@pytest.mark.parametrize(
    ("text", "answered"), [("网站收到申请9件。", True), ("县政府网站发布信息720条。", False)]
)
def test_what_was_published_is_no_number_of_requests(text: str, *, answered: bool) -> None:
    question, rows = "通过网站申请公开的有多少", ("received_online", "requests_new")
    assert passed(text, question, Wanted.NUMBER, ("网站",), 0.9, rows=rows) is answered


def test_an_open_question_is_answered_by_a_sentence_with_part_of_its_words() -> None:
    text = "通过座谈会、意见箱等渠道开展互动。"
    assert passed(text, "都用什么办法跟网民互动", Wanted.TEXT, ("网民", "互动"), 0.35)
    assert not passed(text, "档案怎么整理", Wanted.TEXT, ("档案", "整理"), 0.35)


def test_why_is_answered_only_by_a_cause() -> None:
    terms = ("微博", "注销")
    assert passed("微博因无人维护已注销。", "为什么注销微博", Wanted.REASON, terms, 0.9)
    assert not passed("微博已于6月注销。", "为什么注销微博", Wanted.REASON, terms, 0.9)


def test_a_name_is_read_only_from_a_sentence_that_speaks_of_the_thing_named() -> None:
    terms = ("公众号",)
    assert passed("开通公众号“东镇微讯”。", "公众号叫什么", Wanted.NAME, terms, 0.9)
    assert not passed("本着“规范、方便”的原则公开。", "公众号叫什么", Wanted.NAME, terms, 0.9)


def test_how_is_not_told_by_a_sentence_that_speaks_of_other_things() -> None:
    terms = ("文件", "属性", "确定")
    assert passed("发文时同步确定公开属性。", "文件公开属性怎么确定", Wanted.TEXT, terms, 0.6)
    assert not passed("及时确定值班安排。", "文件公开属性怎么确定", Wanted.TEXT, terms, 0.6)


@pytest.mark.parametrize(
    ("text", "answered"), [("全年安排专项经费1.2万元。", True), ("修建道路完成投资300万元。", False)]
)
def test_what_was_spent_without_saying_on_what_are_funds_for_the_work(text: str, *, answered: bool) -> None:
    assert passed(text, "一年批了多少钱", Wanted.MONEY, ("批",), 0.9) is answered


def test_all_requests_being_of_one_kind_is_no_cause() -> None:
    terms = ("申请", "答复")
    assert not passed("收到申请3件，均为当面申请，已答复。", "为什么没答复申请", Wanted.REASON, terms, 0.9)
    assert passed("为方便群众，申请当日答复。", "为什么当日答复申请", Wanted.REASON, terms, 0.9)


def test_whether_a_thing_was_done_is_said_only_of_that_thing() -> None:
    terms = ("食堂", "社区")
    assert not passed("社区议事厅每月公开进展。", "社区食堂开了没有", Wanted.YES_NO, terms, 0.7)


def test_whether_people_are_content_is_not_said_by_how_fast_they_were_answered() -> None:
    terms = ("群众", "答复", "满意")
    asked = "群众对答复满意吗"
    assert not passed("来信全部答复，平均用时3天。", asked, Wanted.YES_NO, terms, 0.8)
    assert passed("群众对答复的满意率为95%。", asked, Wanted.YES_NO, terms, 0.8)


def test_what_a_thing_was_sold_for_is_not_what_was_invested_in_it() -> None:
    text = "公开茶园等11个项目，总投资1742万元。"
    assert not passed(text, "茶园卖了多少钱", Wanted.MONEY, ("茶园", "卖"), 1.0)
    assert passed(text, "茶园投资多少钱", Wanted.MONEY, ("茶园", "投资"), 1.0)


@pytest.mark.parametrize(
    ("text", "answered"),
    [("因政府信息公开被申请复议5件。", False), ("复议被纠错的1件为县水利局未在法定期限内答复。", True)],
)
def test_what_a_dispute_was_about_is_not_why_it_was_lost(text: str, *, answered: bool) -> None:
    assert passed(text, "复议为什么被纠错", Wanted.REASON, ("复议", "纠错"), 0.9) is answered


def test_a_leader_is_named_by_the_office_held() -> None:
    terms = ("分管", "领导")
    assert passed("由办事处副主任刘青分管。", "分管的领导是谁", Wanted.PERSON, terms, 0.5)
    assert not passed("由办事处副主任刘青主持培训。", "分管的领导是谁", Wanted.PERSON, terms, 0.5)


@pytest.mark.parametrize(
    ("question", "text", "answered"),
    [
        ("申请为什么增加了", "收到申请90件，同比增长两成，主要是旧城改造启动后咨询集中。", True),
        ("申请为什么减少了", "因沟通到位，有3件申请主动撤回。", False),
        ("复议为什么被纠正", "复议纠正1件，系对核价报告以“过程性信息”为由不予公开。", True),
    ],
)
def test_a_reason_is_that_of_the_rise_or_the_fall_asked_about(
    question: str, text: str, *, answered: bool
) -> None:
    terms = tuple(word for word in ("申请", "复议") if word in question)
    assert passed(text, question, Wanted.REASON, terms, 0.6) is answered
