"""Facts weighed into what a report says."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from facts import EAST, WEST, fact

from assistant.counting import readings
from assistant.counting.readings import Reading
from assistant.planning.query import Target
from index.indicators import APPLICANTS, LEGAL_PERSONS
from index.schema import Fact, FactState


def read(facts: list[Fact], target: Target, indicator: str, column: str = "", scope: str = "") -> Reading:
    own = readings.sheets(facts).get(target.report, {})
    return readings.read(own, Reading(target, indicator, column, scope))


def test_a_table_cell_and_a_sentence_that_agree_are_one_reading() -> None:
    reading = read(
        [fact(EAST, "requests_new", "12"), fact(EAST, "requests_new", "12", source="text")],
        EAST,
        "requests_new",
    )
    assert (reading.value, len(reading.facts), reading.rivals) == (Decimal(12), 2, ())


def test_a_table_and_a_text_that_disagree_are_kept_both() -> None:
    reading = read(
        [fact(EAST, "requests_new", "1", source="text"), fact(EAST, "requests_new", "0")],
        EAST,
        "requests_new",
    )
    assert reading.value == 0
    assert [f.value for f in reading.rivals] == [Decimal(1)]


def test_a_smaller_figure_beside_a_sentence_that_agrees_with_the_table_is_a_part() -> None:
    cell, whole = fact(EAST, "requests_new", "12"), fact(EAST, "requests_new", "12", source="text")
    smaller, larger = (fact(EAST, "requests_new", value, source="text") for value in ("7", "15"))
    assert not read([cell, whole, smaller], EAST, "requests_new").rivals
    assert [f.value for f in read([cell, whole, larger], EAST, "requests_new").rivals] == [Decimal(15)]
    assert [f.value for f in read([cell, smaller], EAST, "requests_new").rivals] == [Decimal(7)]


def test_received_may_count_what_was_carried_in() -> None:
    facts = [
        fact(EAST, "requests_new", "10"),
        fact(EAST, "requests_carried_in", "2"),
        fact(EAST, "requests_new", "12", source="text"),
    ]
    assert not read(facts, EAST, "requests_new").rivals


def test_a_blank_cell_is_blank_and_never_zero() -> None:
    reading = read([fact(EAST, "procurement", None, column="采购总金额")], EAST, "procurement", "采购总金额")
    assert (reading.value, reading.state) == (None, FactState.BLANK)
    assert not reading.stated


def test_another_report_and_another_year_say_nothing() -> None:
    facts = [fact(WEST, "requests_new", "5"), fact(EAST, "requests_new", "7", year=2019)]
    assert read(facts, EAST, "requests_new").state is None


def test_a_part_of_the_area_does_not_answer_for_the_whole() -> None:
    facts = [
        fact(EAST, "requests_new", "349", scope="市政府"),
        fact(EAST, "requests_new", "3607", scope="全市"),
    ]
    assert read(facts, EAST, "requests_new").value == 3607
    assert read(facts, EAST, "requests_new", scope="本级").value == 349


def test_a_group_without_a_row_is_the_sum_of_its_rows() -> None:
    facts = [
        fact(EAST, "unavailable_not_held", "10"),
        fact(EAST, "unavailable_not_ready", "3"),
        fact(EAST, "unavailable_unclear", "0"),
    ]
    reading = read(facts, EAST, "unavailable")
    assert (reading.value, len(reading.parts)) == (Decimal(13), 3)


def test_a_group_with_a_blank_row_is_not_summed() -> None:
    facts = [fact(EAST, "unavailable_not_held", "10"), fact(EAST, "unavailable_not_ready", None)]
    assert not read(facts, EAST, "unavailable").stated


def test_a_total_that_is_not_the_sum_of_its_outcomes_has_a_gap() -> None:
    outcomes = {"结果维持": "10", "结果纠正": "1", "其他结果": "0", "尚未审结": "0", "总计": "0"}
    facts = [fact(EAST, "review", value, column=column) for column, value in outcomes.items()]
    reading = read(facts, EAST, "review")
    assert (reading.value, reading.gap) == (Decimal(0), Decimal(11))


def test_columns_of_both_formats_count_the_same_thing() -> None:
    facts = [fact(EAST, "normative_documents", "3", column="本年新制作数量")]
    assert read(facts, EAST, "normative_documents", "本年制发件数").value == 3


def test_a_vague_count_has_no_value() -> None:
    vague = fact(EAST, "disclosed", None, source="text", state=FactState.VAGUE, printed="百余条")
    reading = read([vague], EAST, "disclosed")
    assert reading.stated
    assert reading.value is None


def told(indicator: str, value: str, printed: str, quote: str, column: str = "总计") -> Fact:
    known = fact(EAST, indicator, value, column=column, source="text", printed=printed, part_of=True)
    return replace(known, quote=quote)


def test_a_row_of_the_table_that_is_told_as_one_of_several_disputes_the_table() -> None:
    quote = "其中，通过县政府网站公开96条，通过微信公众号公开82条。"
    cell, said = fact(EAST, "disclosed_wechat", "28"), told("disclosed_wechat", "82", "82条", quote)
    assert [f.value for f in read([cell, said], EAST, "disclosed_wechat").rivals] == [Decimal(82)]


def test_after_another_part_a_row_may_be_a_part_of_that_only() -> None:
    said = told("granted", "20", "20件", "收到申请63件，其中涉及征地34件，予以公开20件。")
    assert not read([fact(EAST, "granted", "25"), said], EAST, "granted").rivals


def applied(cells: list[str], sentence: str = "") -> list[Fact]:
    columns = zip(APPLICANTS[1:-1], cells, strict=True)
    facts = [fact(EAST, "requests_new", value, column=column) for column, value in columns]
    text = [fact(EAST, "requests_new", sentence, column=LEGAL_PERSONS, source="text")] if sentence else []
    return [*facts, *text]


def test_what_legal_persons_applied_for_is_the_sum_of_their_columns() -> None:
    reading = read(applied(["5", "0", "0", "2", "1"], "8"), EAST, "requests_new", LEGAL_PERSONS)
    assert (reading.value, len(reading.parts), reading.rivals) == (Decimal(8), 3, ())


def test_a_sentence_about_legal_persons_that_says_another_sum_is_kept() -> None:
    reading = read(applied(["5", "0", "0", "2", "1"], "9"), EAST, "requests_new", LEGAL_PERSONS)
    assert (reading.value, [f.value for f in reading.rivals]) == (Decimal(8), [Decimal(9)])


def test_a_sentence_alone_says_what_legal_persons_applied_for() -> None:
    text = fact(EAST, "requests_new", "9", column=LEGAL_PERSONS, source="text")
    assert read([text], EAST, "requests_new", LEGAL_PERSONS).value == Decimal(9)
