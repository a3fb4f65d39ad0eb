"""Drafting at the officials' page: begin, fill in, see what does not add up, make the draft, take it away, be done."""

from __future__ import annotations

import io
from typing import Any

import pytest
from docx import Document
from offices import Desk

from assistant.drafting.fields import name_of
from assistant.drafting.forms import table_cells
from index.indicators import APPLICANTS

TOWN = "云岭县松溪镇人民政府"
LAST = """# 云岭县松溪镇人民政府2022年政府信息公开工作年度报告

## 一、总体情况

2022年，我镇收到政府信息公开申请13件，办结11件，结转下年度继续办理2件。

联系电话：0599-7654321。
"""


@pytest.fixture
def desk() -> Desk:
    made = Desk()
    made.log_in()
    return made


def begin(desk: Desk, issuer: str = TOWN, year: int = 2023, last: str = "") -> Any:
    files = {"previous": ("松溪镇2022.md", last.encode())} if last else {"previous": ("", b"")}
    return desk.post("/draft/begin", data={"issuer": issuer, "year": str(year)}, files=files)


def balanced(year: int = 2023) -> dict[str, str]:
    """Every cell zero but two requests of natural persons that were granted."""
    typed = dict.fromkeys(map(name_of, table_cells(year)), "0")
    for row in ("requests_new", "granted", "requests_handled"):
        typed |= {f"{row}|自然人": "2", f"{row}|总计": "2"}
    return typed


def test_the_form_has_every_cell_of_the_years_tables(desk: Desk) -> None:
    page = begin(desk).text
    assert [name for name in map(name_of, table_cells(2023)) if f'name="{name}"' not in page] == []
    assert 'name="processing_fees|"' in page


@pytest.mark.parametrize(
    ("year", "there", "absent"),
    [
        (2016, "disclosed|统计数", "requests_new|自然人"),
        (2020, "procurement|采购总金额", "other_rest|自然人"),
        (2012, "requests_new|统计数", "granted|自然人"),
    ],
)
def test_each_year_has_the_form_that_was_in_force(desk: Desk, year: int, there: str, absent: str) -> None:
    page = begin(desk, year=year).text
    assert f'name="{there}"' in page
    assert f'name="{absent}"' not in page


def test_what_is_no_body_is_said_and_what_was_typed_is_shown_again(desk: Desk) -> None:
    reply = begin(desk, issuer="某某<b>", year=2023)
    assert "发布机关应是机关全称" in reply.text
    assert 'value="某某&lt;b&gt;"' in reply.text
    assert 'value="2023"' in reply.text


def test_last_years_cases_are_filled_in_and_say_where_they_come_from(desk: Desk) -> None:
    page = begin(desk, last=LAST).text
    assert "上年报告：上传的“松溪镇2022.md”" in page
    assert 'value="0599-7654321"' in page


def test_a_report_of_another_year_is_not_carried_over(desk: Desk) -> None:
    page = begin(desk, year=2025, last=LAST).text
    assert "2022年度的报告，不是2024年度的" in page
    assert "没有上年报告" in page


def test_a_sum_that_does_not_hold_is_told_at_its_total_with_both_sides(desk: Desk) -> None:
    begin(desk)
    typed = dict.fromkeys((f"requests_new|{column}" for column in APPLICANTS), "1")
    live = desk.post("/draft/keep", data=typed).json()
    (problem,) = live["problems"]
    assert problem["at"] == "requests_new|总计"
    assert "合计6，总计为1，相差5" in problem["message"]
    assert problem["message"] in desk.get("/draft").text


def test_totals_are_offered_and_blank_is_not_zero(desk: Desk) -> None:
    begin(desk)
    typed = dict.fromkeys((f"requests_new|{column}" for column in APPLICANTS[:-1]), "1")
    live = desk.post("/draft/keep", data=typed).json()
    assert live["offers"]["requests_new|总计"] == {"text": "6", "note": "各分项之和"}
    assert "granted|自然人" not in live["offers"]
    assert live["blank"] == len(table_cells(2023)) - 7


def test_what_cannot_be_read_is_told_and_kept_as_typed(desk: Desk) -> None:
    begin(desk)
    live = desk.post("/draft/keep", data={"review|总计": "三十余"}).json()
    assert "应是数字" in live["faults"]["review|总计"]
    reply = desk.post("/draft/make", data={"review|总计": "三十余"})
    assert "有 1 格不是能用的数字" in reply.text
    assert 'value="三十余"' in reply.text


def test_a_reload_shows_what_was_typed(desk: Desk) -> None:
    begin(desk)
    desk.post("/draft/keep", data={"requests_new|自然人": "7", "points|platform": "合并了<重复>栏目"})
    page = desk.get("/draft").text
    assert 'value="7"' in page
    assert "合并了&lt;重复&gt;栏目" in page


def test_only_fields_of_the_form_are_kept_and_none_too_long(desk: Desk) -> None:
    begin(desk)
    desk.post("/draft/keep", data={"nothing": "x", "requests_new|自然人": "1" * 500})
    (session,) = desk.office.state.sessions._open.values()  # noqa: SLF001 - what is held has no other door
    assert session.drafting.texts == {"requests_new|自然人": "1" * 40}


def test_the_draft_is_shown_and_downloaded(desk: Desk) -> None:
    begin(desk)
    typed = balanced() | {"points|problems": "栏目更新<慢>", "signed": "2024-01-20"}
    page = desk.post("/draft/make", data=typed).text
    assert "新收政府信息公开申请2件" in page
    assert "栏目更新&lt;慢&gt;" in page
    assert "2024年1月20日" in page
    word = desk.get("/draft/report.docx")
    assert "%E6%9D%BE%E6%BA%AA%E9%95%87" in word.headers["content-disposition"]
    assert "新收政府信息公开申请2件" in "".join(p.text for p in Document(io.BytesIO(word.content)).paragraphs)
    assert "新收政府信息公开申请2件" in desk.get("/draft/report.md").text
    assert desk.get("/draft/report.html").status_code == 200
    assert desk.get("/draft/report.exe").status_code == 404


def test_what_is_missing_leads_to_its_field(desk: Desk) -> None:
    begin(desk)
    page = desk.post("/draft/make", data={}).text
    assert 'href="/office/draft#requests_new|自然人"' in page
    assert "【待填】" in page


def test_a_broken_sum_is_among_what_is_to_be_done(desk: Desk) -> None:
    begin(desk)
    page = desk.post("/draft/make", data=balanced() | {"requests_new|自然人": "3"}).text
    assert "合计3，总计为2，相差1" in page
    assert 'href="/office/draft#requests_new|总计"' in page


def test_a_draft_older_than_the_form_says_so(desk: Desk) -> None:
    begin(desk)
    assert "以后改过" not in desk.post("/draft/make", data=balanced()).text
    desk.post("/draft/keep", data={"review|总计": "1"})
    assert "以后改过" in desk.get("/draft/preview").text


def test_done_deletes_form_and_draft(desk: Desk) -> None:
    begin(desk)
    desk.post("/draft/make", data=balanced())
    assert "已删除" in desk.post("/draft/done").text
    assert desk.get("/draft").url.path == "/office/"
    assert desk.get("/draft/report.docx").status_code == 404


@pytest.mark.parametrize("path", ["/draft/begin", "/draft/keep", "/draft/make", "/draft/form", "/draft/done"])
def test_a_form_without_its_token_changes_nothing(desk: Desk, path: str) -> None:
    begin(desk)
    desk.csrf = "forged"
    data = {"issuer": TOWN, "year": "2020", "requests_new|自然人": "9"}
    assert desk.post(path, data=data, files={"previous": ("", b"")}).status_code == 403
    page = desk.get("/draft").text
    assert "2023年政府信息公开工作年度报告" in page
    assert 'value="9"' not in page


def test_a_form_that_is_too_large_is_refused(desk: Desk) -> None:
    begin(desk)
    reply = desk.post("/draft/keep", data={"points|platform": "字" * 600_000})
    assert "超过 1 MB 的上限" in reply.text


def test_the_spreadsheet_carries_what_was_typed_out_and_in_again(desk: Desk) -> None:
    begin(desk)
    desk.post("/draft/keep", data=balanced() | {"points|platform": "合并栏目"})
    data = desk.get("/draft/form.xlsx").content
    begin(desk)
    page = desk.post("/draft/form", files={"form": ("表.xlsx", data)}).text
    assert f"读入 {len(table_cells(2023)) + 1} 格" in page
    assert "合并栏目" in page


def test_another_bodys_spreadsheet_is_refused(desk: Desk) -> None:
    begin(desk, issuer="云岭县石塘镇人民政府")
    data = desk.get("/draft/form.xlsx").content
    begin(desk)
    page = desk.post("/draft/form", files={"form": ("表.xlsx", data)}).text
    assert "不是“云岭县松溪镇人民政府”的" in page
