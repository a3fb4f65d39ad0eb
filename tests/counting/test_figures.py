"""Questions about figures, answered from literal facts."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from facts import EAST, NAMES, WEST, fact
from figured import TWO, answer, text

from assistant import figures
from assistant.cite import verify
from assistant.counting.desk import SHOWN, Desk
from assistant.planning.query import Condition, Operation, Part, Plan, Target
from assistant.schema import Reason, Status
from index.language.text import squeeze_numbers
from index.schema import FactState


def test_a_value_names_body_year_and_unit() -> None:
    draft = answer(TWO, Operation.VALUE, targets=(EAST,))
    assert text(draft) == "东镇2020年新收政府信息公开申请为12件。"
    assert draft.statements[0].sources[0].cell is not None


def test_a_blank_cell_is_refused_and_said_to_be_blank() -> None:
    facts = [fact(EAST, "procurement", None, column="采购总金额")]
    draft = answer(facts, Operation.VALUE, targets=(EAST,), indicators=("procurement",), column="采购总金额")
    assert (draft.status, draft.reason) == (Status.REFUSED, Reason.BLANK)
    assert "空白" in text(draft)


def test_nothing_stated_is_left_to_the_passages() -> None:
    plan = Plan("问题", Operation.VALUE, targets=(EAST,), indicators=("budget",))
    assert figures.answer(Desk(plan, TWO, NAMES)) is None


def test_a_yes_no_question_is_settled_by_its_condition() -> None:
    facts = [fact(EAST, "litigation", "5", column="结果纠正")]
    condition = Condition("=", Decimal(0))
    draft = answer(
        facts,
        Operation.YES_NO,
        targets=(EAST,),
        indicators=("litigation",),
        column="结果纠正",
        condition=condition,
    )
    assert text(draft).startswith("不是")


def test_a_comparison_shows_the_difference_and_both_values() -> None:
    said = text(answer(TWO, Operation.COMPARE))
    assert said.startswith("东镇2020年的新收政府信息公开申请更少，比西镇2021年少18件（30件-12件）。")
    asked = text(answer(TWO, Operation.COMPARE, question="东镇和西镇谁收到的多"))
    assert asked.startswith("西镇2021年的新收政府信息公开申请更多，比东镇2020年多18件（30件-12件）。")


def test_which_way_a_figure_went_is_said_from_the_earlier_year_to_the_later() -> None:
    later = replace(EAST, report="东镇2021.txt", year=2021)
    facts = [fact(EAST, "requests_new", "12"), fact(later, "requests_new", "9")]
    for targets in ((EAST, later), (later, EAST)):
        said = text(answer(facts, Operation.COMPARE, targets=targets, question="2020到2021是多了还是少了"))
        assert "新收政府信息公开申请比2020年减少了3件（12件-9件）" in said


def test_a_list_has_only_bodies_that_meet_the_condition_and_names_the_denominator() -> None:
    facts = [fact(EAST, "requests_new", "0"), fact(WEST, "requests_new", "30")]
    draft = answer(facts, Operation.LIST, condition=Condition("=", Decimal(0)))
    assert [item.issuer for item in draft.items] == [EAST.issuer]
    assert "收录2份，2份写明" in text(draft)


def test_a_report_that_contradicts_itself_is_not_judged() -> None:
    facts = [fact(EAST, "requests_new", "0"), fact(EAST, "requests_new", "1", source="text"), TWO[1]]
    draft = answer(facts, Operation.LIST, condition=Condition("=", Decimal(0)))
    assert draft.items == ()
    assert "不一致" in text(draft)
    assert draft.conflicts[0].values == ("0", "1")


def test_a_sum_shows_what_was_added() -> None:
    assert "12+30=42" in text(answer(TWO, Operation.SUM))


def test_maximum_names_those_without_data() -> None:
    facts = [TWO[0], fact(WEST, "requests_new", None, state=FactState.VAGUE, printed="十余件", source="text")]
    said = text(answer(facts, Operation.MAXIMUM))
    assert "最多的是东镇2020年" in said
    assert "西镇2021年只写了约数“十余件”" in said


def test_a_total_against_its_parts_is_a_conflict() -> None:
    outcomes = {"结果维持": "10", "结果纠正": "1", "其他结果": "0", "尚未审结": "0", "总计": "0"}
    facts = [fact(EAST, "review", value, column=column) for column, value in outcomes.items()]
    draft = answer(facts, Operation.VALUE, targets=(EAST,), indicators=("review",))
    assert draft.conflicts[0].values == ("0", "11")
    assert "不一致" in text(draft)


def test_all_that_was_disclosed_falls_back_on_a_channel() -> None:
    facts = [fact(EAST, "disclosed_website", "19", column="", source="text", unit="条")]
    assert "政府网站公开政府信息为19条" in text(
        answer(facts, Operation.VALUE, targets=(EAST,), indicators=("disclosed",))
    )


def test_sums_of_rows_are_verified_in_every_kind_of_answer() -> None:
    rows = [
        fact(target, indicator, value)
        for target, values in ((EAST, ("24", "89")), (WEST, ("40", "6")))
        for indicator, value in zip(("litigation_direct", "litigation_after_review"), values, strict=True)
    ]
    quotes = "".join(row.quote for row in rows)
    for operation in (Operation.MAXIMUM, Operation.RANK, Operation.COMPARE, Operation.SUM, Operation.LIST):
        draft = answer(rows, operation, indicators=("litigation",))
        assert not verify(draft, lambda _: squeeze_numbers(quotes)).withheld, operation


def test_of_very_many_equals_the_first_are_named_and_all_are_items() -> None:
    towns = tuple(Target(f"{n}.txt", f"镇{n}", 2020) for n in range(SHOWN + 5))
    draft = answer([fact(town, "requests_new", "3") for town in towns], Operation.MAXIMUM, targets=towns)
    assert f"等{len(towns)}个，3件" in draft.statements[0].text
    assert len(draft.statements[0].sources) == SHOWN
    assert len(draft.items) == len(draft.figures) == len(towns)


def test_figures_of_different_units_are_not_compared() -> None:
    facts = [fact(EAST, "trainees", "78", unit="人次"), fact(WEST, "trainings", "1", unit="次")]
    draft = answer(facts, Operation.COMPARE, indicators=("trainees", "trainings"))
    assert "不足两份" in text(draft)
    assert "1次" not in text(draft)


def test_a_part_that_is_not_stated_is_said_to_be_missing() -> None:
    facts = [fact(EAST, "normative_documents", "9", column="本年制发件数")]
    part = Part(("normative_documents",), "本年制发件数", "政府")
    draft = answer(
        facts, Operation.VALUE, targets=(EAST,), indicators=("normative_documents",), parts=(part,)
    )
    assert "9件" in text(draft)
    assert "没有单独写明政府的行政规范性文件" in text(draft)


def test_a_part_is_never_added_to_its_whole() -> None:
    facts = [fact(EAST, "litigation_direct", "14"), fact(EAST, "litigation_direct", "1", column="结果纠正")]
    part = Part(("litigation_direct",), "结果纠正")
    question = "直接起诉的总共几件、输了几件"
    draft = answer(
        facts,
        Operation.VALUE,
        question=question,
        targets=(EAST,),
        indicators=("litigation_direct",),
        parts=(part,),
    )
    assert "合计" not in text(draft)


def test_whether_all_cases_ended_so_is_told_with_how_they_ended() -> None:
    facts = [
        fact(EAST, "litigation", value, column=column)
        for column, value in (
            ("总计", "3"),
            ("结果维持", "2"),
            ("结果纠正", "1"),
            ("其他结果", "0"),
            ("尚未审结", "0"),
        )
    ]
    for question, column, start in (
        ("东镇的官司是不是都输了", "结果纠正", "不是。"),
        ("东镇的官司是不是都赢了", "结果维持", "不是。"),
    ):
        draft = answer(
            facts,
            Operation.YES_NO,
            question=question,
            targets=(EAST,),
            indicators=("litigation",),
            column=column,
        )
        assert text(draft).startswith(start)
        assert "共3件：结果维持2件、结果纠正1件。" in text(draft)


def test_a_contradiction_that_does_not_touch_the_condition_is_no_obstacle() -> None:
    torn = [*TWO, fact(EAST, "requests_new", "13", column="", source="text")]
    draft = answer(torn, Operation.LIST, condition=Condition("=", Decimal(0)))
    assert "不能判定" not in text(draft)
    draft = answer(torn, Operation.LIST, condition=Condition(">", Decimal(12)))
    assert "不能判定" in text(draft)


@pytest.mark.parametrize("operation", [Operation.SUM, Operation.AVERAGE, Operation.MAXIMUM])
def test_how_many_reports_a_figure_is_of_is_our_own_count_and_verified(operation: Operation) -> None:
    targets = tuple(Target(f"{n}.txt", f"第{n}镇人民政府", 2020) for n in range(SHOWN + 20))
    facts = [fact(target, "requests_new", "6") for target in targets]
    draft = answer(facts, operation, targets=targets)
    quotes = "".join(squeeze_numbers(f.quote) for f in facts)
    assert str(SHOWN + 20) in draft.statements[0].text
    assert not verify(draft, lambda _: quotes).withheld


def test_a_count_that_the_answer_does_not_tell_is_no_figure_of_it() -> None:
    facts = [fact(EAST, "requests_new", "12"), fact(WEST, "requests_new", "9")]
    assert answer(facts, Operation.MAXIMUM).statements[0].computed == ()
    assert [str(n) for n in answer(facts, Operation.SUM).statements[0].computed] == ["21"]


def test_a_part_that_is_told_with_what_was_carried_over_is_told_so() -> None:
    facts = [TWO[0], fact(EAST, "requests_total", "5", scope="本级")]
    draft = answer(facts, Operation.VALUE, targets=(EAST,), parts=(Part(("requests_new",), "", "本级"),))
    assert "含上年结转" in text(draft)
    assert "5件" in text(draft)
    assert "没有单独写明" not in text(draft)


@pytest.mark.parametrize("question", ["收了谁的处理费，一共多少", "一共收了多少处理费，收了谁的"])
def test_who_is_told_beside_how_much_by_the_sentence_of_the_figure(question: str) -> None:
    fee = replace(fact(EAST, "processing_fees", "300", source="text"), quote="向甲公司收取信息处理费300元。")
    draft = answer(
        [fee], Operation.VALUE, targets=(EAST,), indicators=("processing_fees",), question=question
    )
    assert "向甲公司收取" in text(draft)
    alone = answer(
        [fee], Operation.VALUE, targets=(EAST,), indicators=("processing_fees",), question="收费多少"
    )
    assert "向甲公司收取" not in text(alone)


def test_whether_all_of_them_were_so_is_not_settled_by_there_having_been_some() -> None:
    facts = [fact(EAST, "requests_handled", "5")]
    plan = Plan("收到的申请都办完了吗", Operation.YES_NO, targets=(EAST,), indicators=("requests_handled",))
    draft = figures.values(Desk(plan, facts, NAMES))
    assert draft is not None
    assert not text(draft).startswith("有")
