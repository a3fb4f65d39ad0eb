"""The question's own words for the figure that answers it, and for no other."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from assistant.compose import Draft, Source, Statement
from assistant.model.called import NOTHING, called
from assistant.model.faithful import Fault, faults
from assistant.planning.directory import directory
from assistant.planning.query import Operation, Part, Plan, Target
from assistant.schema import CellRef, Conflict, Figure
from index.schema import FactState

BOOK = directory(())
ROW = "一、本年新收政府信息公开申请数量\t9\t61\t0\t0\t7\t0\t77"
CELL = CellRef("requests", "一、本年新收政府信息公开申请数量", "法律服务机构")
SOURCE = Source(
    "东镇2020.txt", "甲县东镇人民政府", 2020, "三、收到和处理政府信息公开申请情况", ROW, cell=CELL
)
LOOKED_UP = Statement("东镇2020年新收政府信息公开申请（法律服务机构）为7件。", (SOURCE,))
FIGURE = Figure(
    "甲县东镇人民政府",
    2020,
    "requests_new",
    "法律服务机构",
    "",
    Decimal(7),
    "件",
    FactState.NUMBER,
    (SOURCE,),
)
DRAFT = Draft((LOOKED_UP,), figures=(FIGURE,))
PLAN = Plan(
    "东镇2020年律所新提的申请有多少件？",
    Operation.VALUE,
    targets=(Target("东镇2020.txt", "甲县东镇人民政府", 2020),),
    indicators=("requests_new",),
    column="法律服务机构",
    terms=("律所", "新提", "申请"),
)


def test_a_figure_may_be_called_what_the_question_calls_it() -> None:
    assert not faults("东镇2020年律所新提的申请有7件。", [LOOKED_UP], BOOK, called(PLAN, DRAFT))
    assert faults("东镇2020年律所新提的申请有7件。", [LOOKED_UP], BOOK)


@pytest.mark.parametrize(
    "said",
    [
        "东镇2020年律所新提的申请有61件。",
        "东镇2020年律所新提的申请有77件。",
        "东镇2020年律所新提的申请有0件。",
        "东镇2020年没有律所新提的申请。",
        "东镇2020年律所新提的申请没有7件。",
        "东镇2020年律所新提的申请不到7件。",
        "东镇2020年律所和商业企业新提的申请有7件。",
        "东镇2020年律所新提的行政复议申请有7件。",
        "东镇2020年商业企业的申请有7件。",
        "东镇2020年律所新提的申请占7件。",
        "东镇2020年律所新提的申请有7件，结转的有7件。",
        "东镇2019年律所新提的申请有7件。",
        "东镇2020年律所新提的申请占7%。",
    ],
)
def test_the_questions_words_carry_no_other_figure(said: str) -> None:
    assert faults(said, [LOOKED_UP], BOOK, called(PLAN, DRAFT))


def test_a_word_that_the_rules_made_nothing_of_is_no_name_of_the_figure() -> None:
    beside = replace(PLAN, terms=("律所", "拆迁", "申请"), focus=("拆迁",))
    said = "东镇2020年律所的拆迁申请有7件。"
    assert Fault.MISPLACED in faults(said, [LOOKED_UP], BOOK, called(beside, DRAFT))


@pytest.mark.parametrize(
    "plan",
    [
        replace(PLAN, column="商业企业"),
        replace(PLAN, scope="本级"),
        replace(PLAN, indicators=("requests_total", "requests_new")),
        replace(PLAN, operation=Operation.LIST),
    ],
)
def test_a_figure_that_stands_in_for_another_keeps_its_own_name(plan: Plan) -> None:
    assert called(plan, DRAFT) == NOTHING


def test_figures_that_disagree_keep_their_own_names_and_are_told_together() -> None:
    at_odds = Conflict("甲县东镇人民政府", 2020, "requests_new", ("7", "8"), (SOURCE,))
    found = called(PLAN, replace(DRAFT, conflicts=(at_odds,)))
    assert (found.terms, found.values) == ((), frozenset())
    assert found.disputed == (frozenset({Decimal(7), Decimal(8)}),)


def test_of_several_figures_the_questions_words_name_none_by_value() -> None:
    both = replace(PLAN, parts=(Part(("requests_carried_in",)),))
    assert not called(both, DRAFT).values


def test_a_share_is_named_and_not_what_it_is_a_share_of() -> None:
    share = Statement(
        "东镇2020年行政复议（结果纠正）64件，占行政复议351件的18.23%（64÷351）。",
        (replace(SOURCE, quote="64 351", cell=None),),
        (Decimal(64), Decimal("18.23")),
    )
    upheld = replace(FIGURE, indicator="review", column="结果纠正", value=Decimal(64))
    whole = replace(upheld, column="总计", value=Decimal(351))
    plan = replace(
        PLAN,
        operation=Operation.SHARE,
        indicators=("review",),
        column="结果纠正",
        terms=("行政复议", "纠正"),
        question="东镇2020年行政复议被纠正的占多大比例？",
    )
    names = called(plan, Draft((share,), figures=(upheld, whole)))
    assert names.values == {Decimal("18.23")}
    assert not faults("东镇2020年行政复议被纠正的占18.23%（64÷351）。", [share], BOOK, names)
    assert faults("东镇2020年行政复议被纠正的占351件。", [share], BOOK, names)
    assert faults("东镇2020年行政复议被维持的占18.23%（64÷351）。", [share], BOOK, names)


NONE = Statement("东镇2020年举报投诉为0件，即没有。", (replace(SOURCE, quote="举报投诉数量\t0"),))
NONE_PLAN = replace(
    PLAN,
    operation=Operation.YES_NO,
    indicators=("complaints",),
    column="",
    terms=("举报", "投诉", "举报投诉"),
    question="东镇2020年收到过关于信息公开的举报投诉吗？",
)
NO_COMPLAINT = Draft(
    (NONE,),
    figures=(replace(FIGURE, indicator="complaints", column="", value=Decimal(0), state=FactState.ZERO),),
)


@pytest.mark.parametrize(
    ("said", "holds"),
    [
        ("东镇2020年没有收到过关于信息公开的举报投诉。", True),
        ("东镇2020年收到举报投诉0件。", True),
        ("东镇2020年收到过关于信息公开的举报投诉。", False),
        ("东镇2020年没有未收到举报投诉。", False),
        ("东镇2020年未收到0件举报投诉。", False),
        ("东镇2020年没有行政复议。", False),
        ("东镇2020年没有予以公开。", False),
        ("东镇2020年收到举报投诉3件。", False),
    ],
)
def test_none_is_denied_of_what_there_is_none_of(said: str, *, holds: bool) -> None:
    assert (not faults(said, [NONE], BOOK, called(NONE_PLAN, NO_COMPLAINT))) is holds
