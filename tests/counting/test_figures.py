"""Questions about figures, answered from literal facts."""

from __future__ import annotations

from decimal import Decimal

from facts import EAST, NAMES, WEST, fact

from assistant import figures
from assistant.cite import verify
from assistant.compose import Draft
from assistant.counting.desk import SHOWN, Desk
from assistant.planning.query import Condition, Operation, Plan, Target
from assistant.schema import Reason, Status
from index.language.text import squeeze_numbers
from index.schema import Fact, FactState

TWO = [fact(EAST, "requests_new", "12"), fact(WEST, "requests_new", "30")]


def answer(facts: list[Fact], operation: Operation, **plan: object) -> Draft:
    settings: dict[str, object] = {"targets": (EAST, WEST), "indicators": ("requests_new",), **plan}
    draft = figures.answer(Desk(Plan("问题", operation, **settings), facts, NAMES))  # type: ignore[arg-type]
    assert draft is not None
    return draft


def text(draft: Draft) -> str:
    return "\n".join(statement.text for statement in draft.statements)


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
    assert "西镇2021年" in said.split("\n")[0]
    assert "多18件（30件-12件）" in said


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


def test_a_share_shows_part_and_whole() -> None:
    facts = [fact(EAST, "granted", "1"), fact(EAST, "requests_handled", "3")]
    draft = answer(
        facts, Operation.SHARE, targets=(EAST,), indicators=("granted",), divisor="requests_handled"
    )
    assert "33.33%" in text(draft)
    assert "1÷3" in text(draft)


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
