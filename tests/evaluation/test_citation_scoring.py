"""The judge of citations, on hand-made answers over one invented collection."""

from __future__ import annotations

from typing import Any

import pytest

from assistant.evaluation import citation_scoring as judge
from assistant.evaluation.claim_numbers import claim_numbers, printed_numbers
from assistant.evaluation.scoring import normalise

ROW = "一、本年新收政府信息公开申请数量 3 1 0 0 0 0 4"
SENTENCE = "全年收到政府信息公开申请 1,204 件，未收取任何费用。"
LIBRARY = judge.Library(
    texts={
        "青禾镇2021.txt": normalise(
            f"一、总体情况\n{SENTENCE}\n2022年将增设查阅点2个。\n{ROW}\n政府集中采购"
        ),
        "白鹭镇2021.txt": normalise("白鹭镇全年收到政府信息公开申请7件。"),
    },
    years={"青禾镇2021.txt": 2021, "白鹭镇2021.txt": 2021},
    aliases={
        "青禾镇2021.txt": frozenset({"青禾镇人民政府", "青禾镇"}),
        "白鹭镇2021.txt": frozenset({"白鹭镇人民政府", "白鹭镇"}),
    },
    cells={("青禾镇2021.txt", "一、本年新收政府信息公开申请数量", "自然人"): frozenset({"3"})},
)


def citation(quote: str, n: int = 1, cell: dict[str, str] | None = None, **rest: Any) -> dict[str, Any]:
    known = {"report": "青禾镇2021.txt", "issuer": "青禾镇人民政府", "year": 2021}
    return {"n": n, "quote": quote, "cell": cell, **known, **rest}


def cell(column: str = "自然人") -> dict[str, str]:
    return {"table": "表三", "row": "一、本年新收政府信息公开申请数量", "column": column}


def figure(value: str, *citations: int) -> dict[str, Any]:
    return {"value": value, "citations": list(citations)}


def claim(text: str, *citations: int) -> dict[str, Any]:
    return {"text": text, "citations": list(citations), "supported": True}


def answer(
    claims: list[dict[str, Any]], citations: list[dict[str, Any]], figures: list[dict[str, Any]] | None = None
) -> dict[str, Any]:
    return {"status": "answered", "claims": claims, "citations": citations, "figures": figures or []}


def test_a_quote_is_valid_where_it_stands_whatever_the_layout_did_to_it() -> None:
    assert judge.is_valid(citation("收到政府信息公开申请1204件"), [], LIBRARY)
    assert not judge.is_valid(citation("收到政府信息公开申请120件"), [], LIBRARY)
    assert not judge.is_valid(citation(""), [], LIBRARY)


def test_a_citation_with_another_body_or_year_is_not_valid() -> None:
    assert not judge.is_valid(citation(SENTENCE, issuer="白鹭镇人民政府"), [], LIBRARY)
    assert not judge.is_valid(citation(SENTENCE, year=2020), [], LIBRARY)


def test_a_cell_is_valid_with_the_value_that_stands_in_it() -> None:
    cited = citation(ROW, cell=cell())
    assert judge.is_valid(cited, [figure("3", 1)], LIBRARY)
    assert not judge.is_valid(cited, [figure("8", 1)], LIBRARY)
    assert not judge.is_valid(cited, [figure("1", 1)], LIBRARY), "another cell of the row"


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("青禾镇2021年收到申请1204件。", ["1204"]),
        ("- 青禾镇2021年5件", ["5"]),
        ("2018—2020年共有12条", ["12"]),
        ("（收录5份，4份写明确切数字）", []),
        ("符合条件的有2个：", []),
        ("合计372件（125份报告逐份相加=372）。", ["372", "372"]),
        ("最多的是青禾镇、白鹭镇等224个，6件。", ["6"]),
        ("走访青禾镇等12个村。", ["12"]),
        ("发放宣传单3000份，查阅点共有5个。", ["3000", "5"]),
        ("收录17份年报，涉及5个单位，2014年至2024年：", []),
        ("第1名：青禾镇，26条", ["26"]),
        ("根据《条例》第三十条办理", []),
        ("收费1,742.30万元", ["1742.3"]),
        ("召开会议三次", ["3"]),
    ],
)
def test_the_numbers_of_a_claim_are_its_figures_alone(text: str, numbers: list[str]) -> None:
    assert claim_numbers(text) == numbers


def test_digits_of_a_row_label_are_no_figures() -> None:
    cited = citation(
        "2.政府网站公开政府信息数 条 84",
        cell={"table": "统计表", "row": "2.政府网站公开政府信息数", "column": "统计数"},
    )
    assert claim_numbers("2.政府网站公开政府信息数为84条", [cited]) == ["84"]


def test_the_cells_of_a_row_are_read_apart() -> None:
    assert printed_numbers("| 10 | 0 | 0 |") >= {"10", "0"}
    assert "26" in printed_numbers("主动公开 2 6 条")


def test_a_citation_must_be_of_the_body_and_year_that_the_claim_names() -> None:
    assert judge.names_source(claim("青禾镇2021年收到申请"), citation(SENTENCE), LIBRARY)
    assert not judge.names_source(claim("白鹭镇2021年收到申请"), citation(SENTENCE), LIBRARY)
    assert not judge.names_source(claim("青禾镇2020年收到申请"), citation(SENTENCE), LIBRARY)


def test_a_year_that_the_quote_tells_of_is_not_the_year_of_the_report() -> None:
    quote = "2022年将增设查阅点2个。"
    assert judge.names_source(claim("2022年将增设查阅点2个"), citation(quote), LIBRARY)


def test_a_body_that_the_quote_tells_of_is_not_the_body_of_the_report() -> None:
    told = claim("经白鹭镇审理予以维持")
    assert judge.names_source(told, citation("经白鹭镇审理予以维持。"), LIBRARY)
    assert not judge.names_source(told, citation(SENTENCE), LIBRARY)


def test_the_number_of_a_label_in_quotation_marks_is_no_figure() -> None:
    assert claim_numbers("表内项目分别为“（一）收到申请数”、“2.政府网站公开政府信息数”") == []


def test_a_citation_supplies_a_number_or_half_of_the_words() -> None:
    assert judge.supplies(claim("收到申请1204件"), citation(SENTENCE), LIBRARY)
    assert not judge.supplies(claim("收到申请1205件"), citation(SENTENCE), LIBRARY)
    assert judge.supplies(claim("未收取任何费用"), citation(SENTENCE), LIBRARY)
    assert not judge.supplies(claim("举办了新闻发布会"), citation(SENTENCE), LIBRARY)
    assert judge.supplies(claim("收取费用0元"), citation(SENTENCE), LIBRARY), "未收取 prints a zero"


def test_all_numbers_of_a_supported_claim_are_quoted_or_computed() -> None:
    cited, text = {1: citation(SENTENCE)}, claim("1204件，占全县的30.5%", 1)
    assert not judge.is_supported(text, cited, {1}, [])
    assert judge.is_supported(text, cited, {1}, [figure("30.5", 1)])
    assert not judge.is_supported(text, cited, set(), [figure("30.5", 1)])
    assert not judge.is_supported(claim("1204件"), cited, {1}, [])


def test_evidence_is_recalled_by_quote_or_by_row() -> None:
    row = {"report": "青禾镇2021.txt", "quote": "一、本年新收政府信息公开申请数量"}
    assert judge.is_recalled(row, [citation("甲 5", cell=cell())])
    assert not judge.is_recalled(row, [citation("甲 5", cell=cell(), report="白鹭镇2021.txt")])
    sentence = {"report": "青禾镇2021.txt", "quote": SENTENCE}
    assert judge.is_recalled(sentence, [citation("全年收到政府信息公开申请1204件")])
    assert not judge.is_recalled(sentence, [citation("全年收到政府")]), "fewer than 8 characters"


def test_other_of_another_block_is_not_the_row_of_the_evidence() -> None:
    other = {"table": "表三", "row": "3.其他", "column": "总计"}
    evidence = {"report": "青禾镇2021.txt", "quote": "法人或其他组织的申请2件"}
    assert not judge.is_recalled(evidence, [citation("3.其他 0", cell=other)])


def test_swapped_citations_lose_precision_and_stay_valid() -> None:
    first = citation(SENTENCE)
    second = citation(
        "白鹭镇全年收到政府信息公开申请7件。", 2, report="白鹭镇2021.txt", issuer="白鹭镇人民政府"
    )
    claims = [claim("青禾镇2021年1204件", 1), claim("白鹭镇2021年7件", 2)]
    asked = {"evidence": []}
    right = judge.judge(asked, answer(claims, [first, second]), LIBRARY)
    assert (right.valid, right.precise, right.supported) == (2, 2, 2)
    swapped = [claim("青禾镇2021年1204件", 2), claim("白鹭镇2021年7件", 1)]
    wrong = judge.judge(asked, answer(swapped, [first, second]), LIBRARY)
    assert (wrong.valid, wrong.precise, wrong.supported) == (2, 0, 0)
    assert "citation 2 is not precise: 青禾镇2021年1204件" in wrong.faults
