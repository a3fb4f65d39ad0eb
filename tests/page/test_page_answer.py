"""Answers as HTML: marks lead to sources, nothing that was typed or printed becomes markup."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from bs4 import BeautifulSoup, Tag
from pages import EVIL, TOWN, answer, citation, heads

from assistant.answer import Filters
from assistant.page.answer import Namer as Names
from assistant.page.answer import copied, prefixes, written
from assistant.schema import CellRef, Claim, Conflict, Reason, Status


def page(given: object, filters: Filters | None = None) -> BeautifulSoup:
    return BeautifulSoup(written(given, heads(), filters), "html.parser")  # type: ignore[arg-type]


def only(soup: BeautifulSoup, selector: str) -> Tag:
    (found,) = soup.select(selector)
    return found


def test_a_mark_is_a_labelled_button_and_its_source_says_where_to_look() -> None:
    soup = page(answer(citations=(citation(cell=CellRef("表三", "一、新收", "总计")),)))
    mark = only(soup, ".said button.ref")
    assert (mark["data-n"], mark["aria-label"], mark.text) == ("1", "来源 1", "1")
    at = json.loads(str(only(soup, ".source-row")["data-at"]))
    assert at["report"] == "松溪镇2021.md"
    assert (at["quote"], at["row"], at["column"]) == ("收到申请5件", "一、新收", "总计")


def test_a_number_in_brackets_without_a_citation_is_text() -> None:
    soup = page(answer("依据国办发〔2014〕32号文[12]。[1]"))
    assert "[12]" in only(soup, ".said").text
    assert len(soup.select(".said .ref")) == 1


@pytest.mark.parametrize(
    "field", ["text", "question", "quote", "section", "note", "option", "report", "claim"]
)
def test_markup_in_any_field_stays_text(field: str) -> None:
    given = answer(**{field: EVIL} if field in ("text", "question") else {})
    if field in ("quote", "section", "report"):
        given = replace(given, citations=(replace(citation(), **{field: EVIL}),))
    if field == "note":
        given = replace(given, notes=(EVIL,))
    if field == "option":
        given = replace(given, options=(EVIL,), status=Status.CLARIFY)
    if field == "claim":
        given = replace(given, claims=(Claim(EVIL, supported=False),))
    soup = page(given)
    assert not soup.select("script, img, a, [onerror], [src], [href]")
    assert "alert(2)" in str(soup)


def test_lines_with_a_dash_are_one_list() -> None:
    soup = page(answer("有两个：\n- 甲镇[1]\n- 乙镇[1]\n（收录2份）"))
    assert [li.text for li in soup.select(".said ul li")] == ["甲镇1", "乙镇1"]
    assert len(soup.select(".said ul")) == 1
    assert [p.text for p in soup.select(".said > p")] == ["有两个：", "（收录2份）"]


def test_a_remark_is_shown_once_and_apart_from_the_answer() -> None:
    note = "“松西镇”按“松溪镇”理解"
    soup = page(answer(f"（{note}）\n松溪镇收到5件[1]。", notes=(note,)))
    assert only(soup, ".note").text == note
    assert "松西镇" not in only(soup, ".said").text


def test_a_clarifying_answer_offers_each_body_as_a_question() -> None:
    given = answer(
        "您问的是哪一个？收录的有：\n- 松溪镇（2021年）\n- 松湖镇（2020年）",
        status=Status.CLARIFY,
        citations=(),
        options=("松溪镇（2021年）", "松湖镇（2020年）"),
    )
    soup = page(given)
    assert [chip["data-question"] for chip in soup.select(".options button")] == ["松溪镇", "松湖镇"]
    assert only(soup, ".said").text.strip() == "您问的是哪一个？收录的有："


@pytest.mark.parametrize("reason", list(Reason))
def test_every_refusal_says_its_reason_in_words(reason: Reason) -> None:
    soup = page(answer("无法回答。", status=Status.REFUSED, reason=reason, citations=()))
    assert only(soup, ".badge").text.strip()


def test_a_refusal_under_filters_names_them_and_offers_the_way_out() -> None:
    given = answer("无法回答。", status=Status.REFUSED, reason=Reason.NO_SUCH_YEAR, citations=())
    soup = page(given, Filters((TOWN.name,), (2021,)))
    assert "松溪镇、2021年" in soup.text
    assert only(soup, "[data-act=widen]")
    assert not page(given, Filters()).select("[data-act=widen]")
    assert not page(answer(), Filters((TOWN.name,))).select("[data-act=widen]")


def test_a_conflict_that_the_text_does_not_mention_shows_both_values() -> None:
    conflict = Conflict(TOWN.name, 2021, "requests_new", ("11", "13"), (1,))
    soup = page(answer(conflicts=(conflict,)))
    assert "11 与 13" in only(soup, ".conflict").text
    told = page(answer("报告前后不一致：表格11件，正文13件[1]。", conflicts=(conflict,)))
    assert "前后不一致" in only(told, ".badge").text
    assert not told.select(".conflict")


def test_what_the_question_was_understood_as_can_become_the_filter() -> None:
    soup = page(answer(filters={"issuers": ["松溪镇"], "years": ["2021"]}))
    chips = soup.select("[data-act=narrow]")
    assert [(chip["data-kind"], chip["data-value"]) for chip in chips] == [
        ("issuer", TOWN.name),
        ("year", "2021"),
    ]


def test_text_written_by_a_model_is_labelled() -> None:
    assert "AI 生成" in page(answer(mode="model")).text
    assert "AI 生成" not in page(answer()).text


def test_growing_text_never_cuts_a_mark_and_only_grows() -> None:
    text = "收到[1][22]5件[333]。" * 20
    grown = list(prefixes(answer(text)))
    assert all(text.startswith(prefix) for prefix in grown)
    assert all(prefix.count("[") == prefix.count("]") for prefix in grown)
    assert [len(prefix) for prefix in grown] == sorted(len(prefix) for prefix in grown)
    assert len(grown) > 5


def test_copied_text_carries_question_answer_and_sources() -> None:
    text = copied(answer(citations=(replace(citation(), page=3),)), Names(heads()))
    assert text.splitlines()[0] == "问：收到几件"
    assert "[1] 《松溪镇2021年政府信息公开工作年度报告》，一、总体情况，第3页：“收到申请5件”" in text


def test_copied_text_of_a_model_stays_labelled() -> None:
    assert "AI 生成" in written(answer(mode="model"), heads()).split("data-copy=")[1].split('"')[1]
    assert "AI 生成" not in written(answer(), heads())
