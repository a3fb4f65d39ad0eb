"""Sums over counts that no indicator holds."""

from __future__ import annotations

from decimal import Decimal

import pytest
from facts import EAST, fact

from assistant.compose import Draft, Source, Statement
from assistant.counting.readings import Reading
from assistant.planning.query import Operation, Plan, Wanted
from assistant.told import counts, fee_exempted, fee_waived, share_of_figure, worked_out
from index.schema import Block, FactState, Generation, Issuer, Report, Section

COMMENTS = "公开征求意见30日，收到意见建议96条，采纳24条，同步发布图文解读。"


def answered(
    question: str, wanted: Wanted, focus: tuple[str, ...], quote: str
) -> tuple[str, tuple[Decimal, ...]]:
    source = Source(EAST.report, EAST.issuer, EAST.year, "一、总体情况", quote)
    plan = Plan(question, Operation.NARRATIVE, wanted, targets=(EAST,), terms=focus, focus=focus)
    first = worked_out(plan, Draft((Statement("报告写道", (source,)),))).statements[0]
    return first.text, first.computed


@pytest.mark.parametrize(
    ("question", "focus"),
    [
        ("征求意见采纳率是多少", ("征求意见", "采纳")),
        ("采纳占收到的几成", ("采纳", "收到")),
        ("收到的意见采纳了百分之几", ("意见", "采纳")),
    ],
)
def test_what_was_taken_up_is_a_share_of_what_came(question: str, focus: tuple[str, ...]) -> None:
    text, computed = answered(question, Wanted.SHARE, focus, COMMENTS)
    assert "采纳24条，占收到意见建议96条的25%（24÷96）" in text
    assert computed == (Decimal("25.00"),)


@pytest.mark.parametrize(
    "quote",
    [
        "收到意见建议96条，同步发布图文解读。",
        "收到意见建议96条，采纳3项。",
        "收到来信意见96条、收到来电意见40条，采纳24条。",
        "采纳24条，收到意见建议9条。",
    ],
)
def test_without_two_counts_of_one_unit_that_fit_there_is_no_share(quote: str) -> None:
    text, computed = answered("意见采纳率是多少", Wanted.SHARE, ("意见", "采纳"), quote)
    assert (text, computed) == ("报告写道", ())


def test_a_list_is_added_up_where_all_together_is_asked_for() -> None:
    quote = "全年举办培训3期，参训人数分别为46、52、39人次。"
    text, computed = answered("三期培训一共多少人次参训", Wanted.NUMBER, ("参训",), quote)
    assert "合计137人次（46+52+39=137）" in text
    assert computed == (Decimal(137),)


@pytest.mark.parametrize(
    ("question", "quote"),
    [
        ("每期多少人次参训", "参训人数分别为46、52、39人次。"),
        ("一共多少人次参训", "参训人数分别为46、52、39人次，共137人次。"),
        ("一共多少件参训", "参训人数分别为46、52、39人次。"),
        ("一共多少人次参观", "参训人数分别为46、52、39人次。"),
    ],
)
def test_a_list_is_not_added_up_unasked_nor_where_the_sum_is_printed(question: str, quote: str) -> None:
    focus = ("参观",) if "参观" in question else ("参训",)
    assert answered(question, Wanted.NUMBER, focus, quote)[0] == "报告写道"


def test_a_count_has_the_words_of_its_clause() -> None:
    assert [(c.words, c.value, c.unit) for c in counts(COMMENTS)] == [
        ("收到意见建议", Decimal(96), "条"),
        ("采纳", Decimal(24), "条"),
    ]


def test_the_whole_is_the_count_that_the_others_add_up_to() -> None:
    quote = "全年接受咨询60人次，其中现场咨询15人次，电话咨询35人次，网上咨询10人次。"
    text, computed = answered("现场咨询占咨询总数的几成", Wanted.SHARE, ("现场", "咨询"), quote)
    assert "现场咨询15人次" in text
    assert "60人次的25%（15÷60）" in text
    assert computed == (Decimal("25.00"),)


WHOLE = Reading(
    EAST,
    "requests_new",
    value=Decimal(60),
    state=FactState.NUMBER,
    unit="件",
    facts=(fact(EAST, "requests_new", "60"),),
)


def of_requests(focus: tuple[str, ...], text: str) -> str:
    issuer = Issuer(EAST.issuer, "东镇", "")
    section = Section(("三、依申请公开情况",), (Block(text),))
    report = Report(EAST.report, "年度报告", issuer, 2020, Generation.of(2020), (section,))
    plan = Plan("占全部申请几成", Operation.SHARE, Wanted.SHARE, targets=(EAST,), focus=focus)
    draft = share_of_figure(plan, report, WHOLE)
    return draft.statements[0].text if draft else ""


@pytest.mark.parametrize(
    "text",
    [
        "申请内容涉及三类，其中高速公路征地拆迁类15件。",
        "申请内容集中在征地拆迁（15件）、公路招标（2件）等方面。",
    ],
)
def test_what_a_sentence_counts_of_the_requests_is_a_share_of_them(text: str) -> None:
    assert "15件，占新收政府信息公开申请60件的25%（15÷60）" in of_requests(("征地拆迁", "几成"), text)


def test_a_count_of_other_things_or_two_that_differ_are_no_share() -> None:
    assert not of_requests(("征地拆迁",), "公示征地拆迁15项。")
    assert not of_requests(("征地拆迁",), "征地拆迁类15件。另有征地拆迁案卷9件。")
    assert not of_requests(("几成",), "征地拆迁类15件。")


def test_the_sentence_that_waives_a_fee_tells_how_much_it_came_to() -> None:
    issuer = Issuer(EAST.issuer, "东镇", "")
    text = "申请渠道畅通。2020年一律免收检索费、复制费和邮寄费，累计减免96元。"
    section = Section(("四、收费及减免情况",), (Block("四、收费及减免情况"), Block(text)))
    report = Report(EAST.report, "年度报告", issuer, 2020, Generation.of(2020), (section,))
    asked = [
        Plan(q, Operation.VALUE, targets=(EAST,)) for q in ("收了多少复印费", "收了多少快递费", "收费了吗")
    ]
    copying, post, any_fee = (fee_waived(plan, report, {EAST.report: "东镇"}) for plan in asked)
    assert copying is not None
    assert post is not None
    assert (
        copying.statements[0].text
        == "东镇2020年年报写道：“2020年一律免收检索费、复制费和邮寄费，累计减免96元。”"
    )
    assert any_fee is None


@pytest.mark.parametrize(
    ("question", "wanted", "text", "said"),
    [
        (
            "有人免费吗",
            Wanted.YES_NO,
            "对2名低保户免收费用。",
            "有。东镇2020年年报写道：“对2名低保户免收费用。”",
        ),
        ("有减免吗", Wanted.YES_NO, "也没有减免费用。", "没有。东镇2020年年报写道：“也没有减免费用。”"),
        ("减免了几人", Wanted.NUMBER, "对2名低保户免收费用。", "东镇2020年年报写道：“对2名低保户免收费用。”"),
        ("减免了多少钱", Wanted.MONEY, "对2名低保户免收费用。", ""),
        ("有人免费吗", Wanted.YES_NO, "报告由收费及减免情况等五部分组成。收取复印费30元。", ""),
    ],
)
def test_who_was_let_off_the_fees_is_told_by_the_sentence_that_says_so(
    question: str, wanted: Wanted, text: str, said: str
) -> None:
    issuer = Issuer(EAST.issuer, "东镇", "")
    section = Section(("四、收费及减免情况",), (Block("四、收费及减免情况"), Block(text)))
    report = Report(EAST.report, "年度报告", issuer, 2020, Generation.of(2020), (section,))
    plan = Plan(question, Operation.VALUE, wanted, targets=(EAST,), indicators=("request_fees",))
    told = fee_exempted(plan, report, {EAST.report: "东镇"})
    assert (told.statements[0].text if told else "") == said
