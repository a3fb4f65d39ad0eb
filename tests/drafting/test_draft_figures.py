from __future__ import annotations

from decimal import Decimal

from drafts import COLUMNS
from facts import fact

from assistant.drafting.figures import complete, value_of
from assistant.drafting.forms import table_cells
from assistant.drafting.identities import identities
from assistant.drafting.nouns import Key, Source
from assistant.drafting.previous import Previous, previous_of, unusable
from assistant.drafting.spec import make_spec
from assistant.planning.query import Target
from index.parse import parse
from index.schema import Block, Document, Fact, Report

TOWN = "青川县柳浦镇人民政府"


def _report(year: int, body: str = TOWN) -> Report:
    lines = (f"{body}{year}年政府信息公开工作年度报告", "一、总体情况", "我镇主动公开政府信息。")
    return parse(
        Document("上年.txt", "txt", "0", tuple(Block(line, order=at) for at, line in enumerate(lines)))
    )


def _previous(year: int, *cells: tuple[str, str, str]) -> Previous:
    target = Target("上年.txt", TOWN, year)
    return previous_of(
        _report(year), [fact(target, row, value, column=column) for row, column, value in cells]
    )


def _new(**columns: int) -> dict[Key, Decimal | None]:
    counts = dict.fromkeys(COLUMNS, 0) | columns
    return {("requests_new", column): Decimal(count) for column, count in counts.items()}


def test_a_total_is_added_up_where_all_columns_are_given() -> None:
    cells = complete(_new(自然人=3, 商业企业=2), 2023, None)
    assert cells["requests_new", "总计"].value == 5
    assert cells["requests_new", "总计"].source is Source.COMPUTED


def test_a_total_of_zero_leaves_nothing_for_the_columns() -> None:
    given: dict[Key, Decimal | None] = {("review", "总计"): Decimal(0)}
    cells = complete(given, 2023, None)
    assert [value_of(cells, ("review", "结果维持")), value_of(cells, ("litigation_direct", "总计"))] == [
        0,
        None,
    ]


def test_where_nothing_came_nothing_was_handled() -> None:
    given: dict[Key, Decimal | None] = {
        ("requests_new", "总计"): Decimal(0),
        ("requests_carried_in", "总计"): Decimal(0),
    }
    cells = complete(given, 2020, None)
    missing = [key for key, table in table_cells(2020).items() if table == "requests" and key not in cells]
    assert missing == []


def test_no_figure_is_made_up() -> None:
    cells = complete({("requests_new", "总计"): Decimal(3)}, 2023, None)
    assert set(cells) == {("requests_new", "总计")}


def test_last_years_remainder_is_carried_over_by_column() -> None:
    before = _previous(2022, ("requests_carried_out", "自然人", "2"), ("requests_carried_out", "总计", "2"))
    entry = complete({}, 2023, before)["requests_carried_in", "自然人"]
    assert (entry.value, entry.source) == (2, Source.PREVIOUS)


def test_a_figure_that_is_given_is_not_replaced_but_compared() -> None:
    before = _previous(2022, ("requests_carried_out", "自然人", "2"))
    cells = complete({("requests_carried_in", "自然人"): Decimal(1)}, 2023, before)
    (found,) = identities(cells, 2023, before)
    assert (found.rule, found.holds) == ("H6", False)
    assert "上年结转政府信息公开申请为1，2022年报告结转下年度继续办理为2" in found.message


def test_documents_in_force_continue_last_years() -> None:
    before = _previous(2022, ("normative_documents", "现行有效件数", "15"))
    given: dict[Key, Decimal | None] = {
        ("normative_documents", "本年制发件数"): Decimal(3),
        ("normative_documents", "本年废止件数"): Decimal(1),
    }
    assert complete(given, 2023, before)["normative_documents", "现行有效件数"].value == 17


def test_the_number_of_items_continues_last_years() -> None:
    before = _previous(2019, ("permits", "上一年项目数量", "12"), ("permits", "本年增/减", "-2"))
    assert complete({}, 2020, before)["permits", "上一年项目数量"].value == 10


def test_a_report_that_contradicts_itself_is_not_used() -> None:
    target = Target("上年.txt", TOWN, 2022)
    told: list[Fact] = [
        fact(target, "requests_new", "0"),
        fact(target, "requests_new", "1", source="text"),
    ]
    assert previous_of(_report(2022), told).value(("requests_new", "总计")) is None


def test_figures_of_parts_and_other_years_are_not_the_bodys_own() -> None:
    target = Target("上年.txt", TOWN, 2022)
    told = [fact(target, "requests_new", "5", scope="县本级"), fact(target, "requests_new", "6", year=2021)]
    assert previous_of(_report(2022), told).figures == {}


def test_another_bodys_or_years_report_is_no_previous_one() -> None:
    issuer = make_spec({"issuer": TOWN, "year": 2023}).issuer
    assert unusable(Previous(_report(2022)), issuer, 2023) == ""
    assert "不是“青川县柳浦镇人民政府”的" in unusable(
        Previous(_report(2022, "青川县柳浔镇人民政府")), issuer, 2023
    )
    assert "2021年度的报告，不是2022年度" in unusable(Previous(_report(2021)), issuer, 2023)


def test_a_sum_that_does_not_hold_shows_both_sides() -> None:
    given = _new(自然人=3) | {("requests_new", "总计"): Decimal(4)}
    broken = [found for found in identities(complete(given, 2023, None), 2023, None) if not found.holds]
    assert [found.message for found in broken] == [
        "表三“一、本年新收政府信息公开申请数量”：自然人3（其余为0）合计3，总计为4，相差1，请核对"
    ]


def test_relations_with_missing_figures_are_left_out() -> None:
    assert identities(complete({("requests_new", "总计"): Decimal(4)}, 2023, None), 2023, None) == ()


def test_the_statistics_must_not_exceed_their_total() -> None:
    given: dict[Key, Decimal | None] = {
        ("disclosed", "统计数"): Decimal(10),
        ("disclosed_website", "统计数"): Decimal(12),
    }
    (found,) = identities(complete(given, 2016, None), 2016, None)
    assert (found.rule, found.holds, found.severity) == ("G6", False, "error")


def test_a_processing_fee_is_a_multiple_of_ten() -> None:
    (found,) = identities(complete({("processing_fees", ""): Decimal(105)}, 2023, None), 2023, None)
    assert (found.rule, found.holds) == ("S8", False)


def test_the_channels_of_requests_are_parts_of_what_came() -> None:
    given: dict[Key, Decimal | None] = {
        ("requests_new", "总计"): Decimal(3),
        ("received_letter", ""): Decimal(2),
    }
    (found,) = [one for one in identities(complete(given, 2023, None), 2023, None) if one.rule == "S7"]
    assert (found.holds, found.severity, found.keys[-1]) == (False, "warning", ("received_letter", ""))
    assert "相差1" in found.message
