"""The view of the collection's figures, and their download."""

from __future__ import annotations

import csv
import html
import io
import json
import re
from collections.abc import Iterator

import pytest
from pages import EVIL
from starlette.applications import Starlette
from starlette.testclient import TestClient

from assistant.answer import Filters
from assistant.counting.readings import Reading
from assistant.factsheet import COLUMNS
from assistant.page import request
from assistant.page.download import csv_of
from assistant.page.explore import columns_of, explored, facts_shown, offered, silent
from assistant.page.request import Looked
from assistant.page.source import shown
from assistant.planning.query import Target
from index.build import build
from index.indicators import indicators
from index.store import Store

OLD = """{town}人民政府{year}年政府信息公开工作年度报告

一、概述

{year}年，我镇主动公开政府信息{n}0条。

二、依申请公开政府信息情况

{year}年，我镇收到政府信息公开申请{n}件。

{town}人民政府
{later}年1月20日
"""


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder = tmp_path_factory.mktemp("explore")
    reports = folder / "reports"
    reports.mkdir()
    for town in ("青禾镇", "白石镇"):
        for n, year in enumerate((2016, 2017, 2019), start=3):
            if (town, year) != ("白石镇", 2017):
                text = OLD.format(town=town, year=year, later=year + 1, n=n)
                (reports / f"{town}{year}.txt").write_text(text, encoding="utf-8")
    build([reports], folder / "store", embedder="none")
    with Store.open(folder / "store") as opened:
        yield opened


def rows(told: str) -> dict[str, list[str]]:
    """The table's rows by body, cells as text."""
    body = told[told.index("<tbody>") : told.index("</tbody>")]
    found = {}
    for line in body.split("<tr>")[1:]:
        cells = [
            re.sub("<[^>]+>", "", cell).strip()
            for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", line, re.DOTALL)
        ]
        found[cells[0]] = cells[1:]
    return found


def test_what_most_people_ask_for_is_shown_by_body_and_year(store: Store) -> None:
    told = explored(store, Looked())
    assert "新收政府信息公开申请（件）" in told
    assert rows(told) == {"青禾镇": ["3", "4", "5"], "白石镇": ["3", "", "5"]}
    assert "范围内5份年报，5份写明确切数字" in told


def test_a_chart_stands_above_and_marks_the_change_of_format(store: Store) -> None:
    told = explored(store, Looked())
    assert told.index("<figure") < told.index("<table")
    assert "收到申请数" in told


def test_every_cell_leads_to_its_source(store: Store) -> None:
    leads = re.findall(r'class="value" data-act="place" data-at="([^"]*)"', explored(store, Looked()))
    assert len(leads) == 5
    place = request.pointed(json.loads(html.unescape(leads[0])))
    assert "<mark>" in shown(store, place)


def test_filters_narrow_the_view_by_full_or_short_name(store: Store) -> None:
    told = explored(store, Looked(filters=Filters(("青禾镇",), (2016, 2017))))
    assert rows(told) == {"青禾镇": ["3", "4"]}


def test_what_is_not_known_is_answered_with_the_usual_figure(store: Store) -> None:
    told = explored(store, Looked(EVIL, EVIL))
    assert "新收政府信息公开申请（件）" in told
    assert "<script" not in told
    assert "<img" not in told


def test_only_figures_that_the_collection_has_are_offered(store: Store) -> None:
    assert {"requests_new", "disclosed"} <= set(offered(store))
    assert "litigation" not in offered(store)


def test_columns_that_count_the_same_are_one_choice() -> None:
    held = {"处理决定数量", "本年处理决定数量", "上一年项目数量", "本年增/减"}
    assert columns_of(indicators()["penalties"], held) == [
        ("", "本年处理决定数量"),
        ("上一年项目数量", "上一年项目数量"),
        ("本年增/减", "本年增/减"),
    ]
    assert columns_of(indicators()["requests_new"], {"总计", "自然人", "统计数", ""}) == [
        ("", "总计"),
        ("自然人", "自然人"),
    ]


def test_a_report_whose_form_lacks_the_row_is_told_apart_from_one_that_is_silent() -> None:
    def told(year: int, indicator: str, column: str = "") -> str:
        return silent(Reading(Target("东镇.txt", "东镇", year), indicator, column))

    assert [told(year, "penalties") for year in (2017, 2019)] == ["无此栏", "未写明"]
    assert [told(year, "review", "结果纠正") for year in (2017, 2019)] == ["未写明", "未写明"]


def test_the_facts_behind_the_view_are_those_of_the_reports_own_years(store: Store) -> None:
    assert [fact.value for fact in facts_shown(store, Looked("disclosed"))] == [30, 50, 30, 40, 50]


def test_an_empty_range_says_so(store: Store) -> None:
    assert "没有年报" in explored(store, Looked(filters=Filters((), (1999,))))


def fetched(store: Store, query: str) -> bytes:
    app = Starlette()
    app.add_route("/figures.csv", csv_of(store))
    reply = TestClient(app).get(f"/figures.csv?{query}")
    assert reply.headers["content-type"].startswith("text/csv")
    return reply.content


def test_the_download_has_the_columns_of_the_facts_command(store: Store) -> None:
    told = fetched(store, "indicator=requests_new&issuer=青禾镇&year=2016")
    lines = list(csv.DictReader(io.StringIO(told.decode())))
    assert tuple(lines[0]) == COLUMNS
    assert [(line["issuer"], line["year"], line["value"]) for line in lines] == [
        ("青禾镇人民政府", "2016", "3")
    ]


def test_the_download_for_spreadsheets_begins_with_a_byte_order_mark(store: Store) -> None:
    assert fetched(store, "indicator=requests_new&bom=1").startswith(b"\xef\xbb\xbfreport,")


def test_a_download_of_nothing_known_is_a_header(store: Store) -> None:
    assert fetched(store, "indicator=nosuch&year=x").decode() == ",".join(COLUMNS) + "\n"
