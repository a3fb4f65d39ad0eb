"""What rows of one statutory format are in the next."""

from __future__ import annotations

import pytest

from index.borders import (
    Border,
    Row,
    Verdict,
    between,
    borders,
    canonical,
    counterparts,
    era,
    outcomes,
    stands_in,
    twins,
)
from index.indicators import form

NEW = Row("requests_new")


@pytest.mark.parametrize(
    ("year", "first"), [(2005, 2008), (2013, 2008), (2014, 2014), (2018, 2014), (2020, 2019), (2023, 2021)]
)
def test_a_year_belongs_to_the_format_in_force(year: int, first: int) -> None:
    assert era(year) == first


@pytest.mark.parametrize("border", borders(), ids=lambda b: f"{b.earlier.indicator}-{b.later.indicator}")
def test_each_side_of_a_border_is_a_row_of_its_format(border: Border) -> None:
    assert stands_in(border.earlier, border.since - 1)
    assert stands_in(border.later, border.since)
    assert border.why


def test_every_row_of_the_statistics_form_that_the_form_of_2019_keeps_has_a_verdict() -> None:
    kept = {row.id for row in form("statistics") if "2019" in row.labels}
    assert kept == {b.earlier.indicator for b in borders() if b.since == 2019 and b.earlier == b.later}


def test_requests_received_before_and_after_2019_are_nearly_the_same() -> None:
    verdict, remarks = between(NEW, 2014, NEW, 2021)
    assert verdict is Verdict.NEAR
    assert "收到申请数" in remarks[0]


def test_nothing_is_remarked_where_only_the_year_changes() -> None:
    assert between(NEW, 2019, NEW, 2021) == (Verdict.SAME, ())


def test_provincial_tables_of_before_2014_are_only_nearly_the_same() -> None:
    verdict, remarks = between(NEW, 2008, NEW, 2014)
    assert verdict is Verdict.NEAR
    assert "各省" in remarks[0]


def test_reviews_are_counted_by_another_body_since_2019() -> None:
    assert between(Row("review"), 2014, Row("review"), 2019)[0] is Verdict.APART
    assert between(Row("review_corrected"), 2014, Row("review", "结果纠正"), 2021)[0] is Verdict.APART


def test_decisions_count_the_same_in_2019_and_2021_and_charges_do_not() -> None:
    permits = Row("permits", canonical("处理决定数量"))
    assert between(permits, 2019, permits, 2021) == (Verdict.SAME, ())
    items, amount = Row("charges", "上一年项目数量"), Row("charges", "本年收费金额（单位：万元）")
    assert between(items, 2019, amount, 2021)[0] is Verdict.APART


def test_a_row_that_the_form_dropped_is_told_by_the_text() -> None:
    verdict, remarks = between(Row("disclosed"), 2014, Row("disclosed"), 2021)
    assert verdict is Verdict.NEAR
    assert remarks == ("2019年起的格式没有“主动公开政府信息”一栏，数字取自正文，口径由各机关自定",)


def test_what_no_format_has_is_the_same_in_all() -> None:
    row = Row("policy_qa")
    assert between(row, 2008, row, 2021) == (Verdict.SAME, ())


def test_rows_that_nothing_connects_are_named() -> None:
    verdict, remarks = between(Row("disclosed"), 2014, Row("disclosed_website"), 2019)
    assert verdict is Verdict.NEAR
    assert "政府网站公开政府信息" in remarks[0]


def test_counterparts_go_both_ways_and_over_both_borders() -> None:
    assert Row("review_corrected") in counterparts(Row("review", "结果纠正"))
    assert Row("normative_documents", "本年制发件数") in counterparts(Row("normative_issued"))
    assert counterparts(Row("policy_qa")) == ()


def test_outcomes_are_rows_of_the_statistics_form() -> None:
    assert outcomes()["litigation"]["结果维持"] == "litigation_upheld"
    assert set(outcomes()) == {"review", "litigation"}


def test_a_row_of_another_format_is_looked_for_in_the_row_that_took_its_place() -> None:
    assert twins("replied_privacy")[0] == "refused_third_party"
    assert {"replied_trade_secret", "replied_privacy"} <= set(twins("refused_third_party"))


def test_a_row_that_became_a_column_has_no_row_in_its_place() -> None:
    assert twins("review_upheld") == ()
