"""What a model wrote against its sources: each way to get it wrong has its fault."""

from __future__ import annotations

from decimal import Decimal

import pytest
from plans import cards

from assistant.compose import Source, Statement
from assistant.model.called import Called
from assistant.model.faithful import Fault, faults
from assistant.planning.directory import Directory, directory
from assistant.schema import CellRef

EAST = Source(
    "东镇2020.txt", "甲县东镇人民政府", 2020, "二、主动公开", "网站公开236条，微信公开160条，另有微博百余条。"
)
NONE = Source("东镇2020.txt", "甲县东镇人民政府", 2020, "四、收费", "2020年未收取任何费用。")
GROUND = Statement("“网站公开236条，微信公开160条，另有微博百余条。”", (EAST,))
FREE = Statement("“2020年未收取任何费用。”", (NONE,))
NAMES = {"东镇2020.txt": "东镇"}


@pytest.fixture
def book() -> Directory:
    return directory(())


@pytest.mark.parametrize(
    ("said", "fault"),
    [
        ("东镇网站公开236条。", None),
        ("东镇2020年微信公开160条，网站公开236条。", None),
        ("东镇网站公开237条。", Fault.NUMBER),
        ("东镇网站公开236件。", Fault.NUMBER),
        ("东镇网站公开396条。", Fault.NUMBER),
        ("东镇微博公开100条。", Fault.NUMBER),
        ("东镇微博公开百余条。", None),
        ("东镇微信公开236条。", Fault.MISPLACED),
        ("东镇网站公开没有236条。", Fault.NUMBER),
        ("东镇网站公开236%。", Fault.NUMBER),
        ("东镇网站公开不予公开决定236条。", Fault.TERMS),
        ("东镇网站公开236条，微信公开236条。", Fault.MISPLACED),
        ("东镇一共公开了236条。", Fault.MISPLACED),
        ("东镇网站公开处罚决定236条。", Fault.MISPLACED),
        ("东镇2019年网站公开236条。", Fault.YEAR),
        ("西沟镇网站公开236条。", Fault.BODY),
        ("东镇“阳光政务”网站公开236条。", Fault.QUOTED),
        ("东镇网站公开236条，网址www.example.cn。", Fault.QUOTED),
        ("东镇召开动员大会部署年度重点任务。", Fault.WORDS),
        ("材料没有提到。", Fault.EMPTY),
        ("东镇网站公开了236条，对吧？", Fault.EMPTY),
        ("。", Fault.EMPTY),
    ],
)
def test_a_sentence_says_only_what_its_source_says(said: str, fault: Fault | None, book: Directory) -> None:
    found = faults(said, [GROUND], book)
    assert (fault in found) if fault else found == ()


@pytest.mark.parametrize(
    ("said", "holds"),
    [
        ("东镇没有收取费用。", True),
        ("东镇2020年收取费用0元。", True),
        ("东镇2020年收取了费用。", False),
    ],
)
def test_a_denial_stays_a_denial(said: str, *, holds: bool, book: Directory) -> None:
    assert (Fault.NEGATION not in faults(said, [FREE], book)) is holds


@pytest.mark.parametrize(
    ("said", "holds"), [("东镇公开意识有待加强。", True), ("东镇公开意识已经加强。", False)]
)
def test_what_is_wanting_is_not_done(said: str, *, holds: bool, book: Directory) -> None:
    wanting = Source(
        "东镇2020.txt", "甲县东镇人民政府", 2020, "五、问题", "信息公开意识有待加强，公开力度不够。"
    )
    found = faults(said, [Statement("问题：信息公开意识有待加强，公开力度不够。", (wanting,))], book)
    assert (Fault.NEGATION not in found) is holds


def test_a_date_is_whole_or_wrong(book: Directory) -> None:
    signed = Source("东镇2020.txt", "甲县东镇人民政府", 2020, "", "2021年1月26日")
    ground = Statement("东镇2020年年报的落款日期是2021年1月26日。", (signed,))
    assert faults("东镇2020年年报落款日期为2020年1月26日。", [ground], book)
    assert not faults("东镇2020年年报落款日期为2021年1月26日。", [ground], book)


def test_an_affirmation_is_not_turned_into_a_denial(book: Directory) -> None:
    assert Fault.NEGATION in faults("东镇没有网站公开。", [GROUND], book)


def test_a_computed_number_stands_beside_what_it_was_computed_from(book: Directory) -> None:
    more = Statement("东镇2020年网站公开比微信公开多76条（236条-160条）。", (EAST,), (Decimal(76),))
    assert Fault.UNEXPLAINED in faults("东镇2020年网站公开比微信公开多76条。", [more], book)
    assert not faults("东镇2020年网站公开236条，比微信公开多76条（236条-160条）。", [more], book)


def test_a_sentence_of_which_its_source_shows_nothing_is_not_shown(book: Directory) -> None:
    bare = Source("东镇2020.txt", "甲县东镇人民政府", 2020, "一、概述", "0999-1234567")
    ground = Statement("东镇2020年年报写明的联系电话：0999-1234567。", (bare,))
    assert Fault.WORDS in faults("东镇2020年年报写明了联系电话。", [ground], book)
    assert not faults("东镇2020年的联系电话是0999-1234567。", [ground], book)


def test_half_a_clause_that_stands_in_a_source_is_read_like_any_other(book: Directory) -> None:
    denied = Statement("东镇2020年未收取任何费用。", (NONE,))
    assert faults("收取任何费用。", [denied], book)
    assert not faults("东镇2020年未收取任何费用。", [denied], book)


def test_another_figure_of_the_same_row_is_not_the_one_that_was_looked_up(book: Directory) -> None:
    cell = CellRef("disputes", "一、行政复议", "其他结果")
    row = Source("东镇2020.txt", "甲县东镇人民政府", 2020, "四", "24\t89\t309", cell=cell)
    ground = Statement("东镇2020年行政复议（其他结果）为89件。", (row,))
    assert not faults("东镇2020年行政复议其他结果有89件。", [ground], book)
    assert faults("东镇2020年行政复议其他结果有309件。", [ground], book)


def test_lawsuits_are_counted_in_more_than_one_word_and_the_year_before_is_no_number(book: Directory) -> None:
    suit = Source("东镇2020.txt", "甲县东镇人民政府", 2020, "四", "行政诉讼3件，比上年增长50%。")
    ground = Statement("“行政诉讼3件，比上年增长50%。”", (suit,))
    assert not faults("东镇2020年行政诉讼3起，比前一年增长50%。", [ground], book)
    assert Fault.NUMBER in faults("东镇2020年行政诉讼3条。", [ground], book)


def test_each_longer_clause_has_its_words_from_a_source(book: Directory) -> None:
    plan = Source(
        "东镇2020.txt", "甲县东镇人民政府", 2020, "五", "加强组织领导，完善公开机制，抓好载体建设。"
    )
    ground = Statement("“加强组织领导，完善公开机制，抓好载体建设。”", (plan,))
    assert not faults("东镇加强组织领导，完善公开机制。", [ground], book)
    said = "东镇加强组织领导，完善公开机制，抓好载体建设，邀请群众代表旁听会议。"
    assert Fault.WORDS in faults(said, [ground], book)


@pytest.mark.parametrize(
    ("said", "holds"),
    [
        ("东镇2020年收到申请7件。", False),
        ("收到申请8件。", False),
        ("东镇2020年收到申请，表格写的是7件，正文写的是8件。", True),
    ],
)
def test_one_side_of_a_disagreement_does_not_stand_alone(said: str, *, holds: bool, book: Directory) -> None:
    source = Source("东镇2020.txt", "甲县东镇人民政府", 2020, "三", "收到申请8件。")
    ground = Statement("东镇2020年收到申请，表格写的是7件，正文写的是8件。", (source,))
    disputed = Called(disputed=(frozenset({Decimal(7), Decimal(8)}),))
    assert (Fault.DISPUTED not in faults(said, [ground], book, disputed)) is holds


def test_the_name_of_the_body_is_no_word_for_what_it_did(book: Directory) -> None:
    assert Fault.WORDS in faults("东镇2020年未收取任何费用，都是东镇自己交的。", [FREE], book)


def test_a_body_does_nothing_to_itself() -> None:
    book = directory(cards("甲县东镇人民政府", 2020))
    source = Source("东镇2020.txt", "甲县东镇人民政府", 2020, "四", "没有人对东镇提起行政复议。")
    ground = Statement("“没有人对东镇提起行政复议。”", (source,))
    assert Fault.DOUBLED in faults("东镇没有对东镇提起行政复议。", [ground], book)
    assert not faults("没有人对东镇提起行政复议。", [ground], book)
