"""The list of reports, the choice of bodies and years, and the line that sums the collection up."""

from __future__ import annotations

from dataclasses import replace

from bs4 import BeautifulSoup
from pages import EVIL, TOWN, heads, report

from assistant.page.examples import candidates
from assistant.page.reports import choices, listed, summary


def test_reports_are_listed_by_body_with_year_form_and_format() -> None:
    soup = BeautifulSoup(listed(heads(report(year=2018), report(year=2021))), "html.parser")
    assert [h.text for h in soup.select("h3")] == ["松溪镇"]
    rows = [" ".join(row.text.split()) for row in soup.select(".report-row")]
    assert rows == ["2018年2008–2018年格式 · 文本", "2021年2021年起格式 · 文本"]


def test_a_superseded_report_names_the_one_that_answers() -> None:
    (entry,) = heads()
    late = replace(entry, name="旧.md", superseded_by=entry.name, notices=("第2页没有文字",))
    text = BeautifulSoup(listed([entry, late]), "html.parser").text
    assert f"已有较晚签发的版本：{entry.title}" in text
    assert "第2页没有文字" in text


def test_markup_in_names_and_titles_stays_text() -> None:
    (entry,) = heads()
    evil = replace(entry, name=EVIL, title=EVIL, issuer=replace(TOWN, name=EVIL, short=EVIL), notices=(EVIL,))
    for html in (listed([evil]), choices([evil])):
        assert not BeautifulSoup(html, "html.parser").select("script, img, a, [onerror], [src], [href]")


def test_each_body_and_year_can_be_chosen_once() -> None:
    soup = BeautifulSoup(choices(heads(report(year=2018), report(year=2021))), "html.parser")
    assert [box["value"] for box in soup.select("input[type=checkbox]")] == ["2021", "2018", TOWN.name]


def test_an_empty_collection_says_what_to_do() -> None:
    assert "disclosure index" in listed([])
    assert summary([]) == ""


def test_the_collection_is_summed_up_in_one_line() -> None:
    assert summary(heads(report(year=2018), report(year=2021))) == "1个机关 · 2018–2021年 · 2份年报"


def test_example_questions_name_a_body_and_a_year_that_are_held() -> None:
    questions = list(candidates(heads(report(year=2021))))
    assert questions[0] == "松溪镇2021年收到多少件政府信息公开申请？"
    assert not any("近三年" in question or "哪个单位" in question for question in questions)
    assert not list(candidates([]))
