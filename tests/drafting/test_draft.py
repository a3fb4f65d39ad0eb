from __future__ import annotations

from typing import Any

import pytest
from drafts import COLUMNS, POINTS, TOWN, drafted, read_back, stated

from assistant.draft import examined, to_json, written
from assistant.drafting.forms import document_blocks, result_rows, statistic_rows, table_cells
from assistant.drafting.nouns import UNFILLED, Origin
from index.errors import UsageError
from index.indicators import DISPUTES, OUTCOMES, statistic_sums


def _figures(year: int, *, quiet: bool = False) -> dict[str, Any]:
    """A full set of figures of a year since 2019: twelve requests of which one is left, or none at all."""
    counts = 0 if quiet else 1
    found: dict[str, Any] = {
        row: dict.fromkeys(columns, counts) for _, columns, rows in document_blocks(year) for row in rows
    }
    zeros = dict.fromkeys(COLUMNS, 0)
    found |= dict.fromkeys((*result_rows(year), "requests_carried_in", "requests_carried_out"), zeros)
    found |= {block: dict.fromkeys(OUTCOMES[:-1], 0) for block in DISPUTES}
    found |= {"disclosed": 120, "media_accounts": 1, "processing_fees": 0, "requests_new": zeros}
    if not quiet:
        found["granted"] = zeros | {"自然人": 8, "商业企业": 2}
        found["refused_internal"] = zeros | {"自然人": 1}
        found["requests_carried_out"] = zeros | {"自然人": 1}
        found["requests_new"] = zeros | {"自然人": 10, "商业企业": 2}
        found["review"] = {"结果维持": 1, "结果纠正": 1, "其他结果": 0, "尚未审结": 0}
        found["litigation_direct"] = {"结果维持": 0, "结果纠正": 0, "其他结果": 0, "尚未审结": 1}
    return found


def _statistics(**more: int) -> dict[str, Any]:
    found: dict[str, Any] = dict.fromkeys(statistic_rows(), 0) | more
    for total, parts in reversed(statistic_sums().items()):
        found[total] = sum(found[part] for part in parts)
    return found


def _text(issuer: str, year: int, figures: dict[str, Any], **more: Any) -> str:
    return "\n".join(part.text for part in drafted(issuer, year, figures, **more).draft.parts)


def _headings(issuer: str, year: int) -> list[str]:
    return [part.heading for part in drafted(issuer, year, {}).draft.parts if part.level == 1]


def test_the_six_chapters_of_the_format_stand_in_order() -> None:
    assert _headings(TOWN, 2023) == [
        "一、总体情况",
        "二、主动公开政府信息情况",
        "三、收到和处理政府信息公开申请情况",
        "四、政府信息公开行政复议、行政诉讼情况",
        "五、存在的主要问题及改进情况",
        "六、其他需要报告的事项",
    ]


def test_before_2019_the_contents_of_article_32_stand_in_order() -> None:
    headings = _headings(TOWN, 2012)
    assert [heading[0] for heading in headings] == list("一二三四五六七")
    assert "三、依申请公开政府信息和不予公开政府信息的情况" in headings
    assert "三、回应解读情况" in _headings(TOWN, 2014)


@pytest.mark.parametrize("year", [2012, 2016, 2019, 2023])
def test_nothing_given_leaves_marks_and_a_list_of_what_is_missing(year: int) -> None:
    made = drafted(TOWN, year, {}).draft
    text = "".join(part.text for part in made.parts)
    assert UNFILLED in text
    assert not [sentence for sentence in made.parts[1:] if Origin.FIGURES in _origins(sentence)]
    noted = {(slot.indicator, slot.column) for slot in made.unfilled}
    assert set(table_cells(year)) <= noted


def _origins(part: Any) -> set[Origin]:
    return {sentence.origin for paragraph in part.paragraphs for sentence in paragraph}


def test_no_requests_are_said_as_not_received() -> None:
    text = _text(TOWN, 2023, _figures(2023, quiet=True))
    assert "未收到政府信息公开申请" in text
    assert "未发生因政府信息公开被申请行政复议、提起行政诉讼的情况" in text
    assert "未收取信息处理费" in text


def test_requests_are_told_with_applicants_results_and_reasons() -> None:
    text = _text(TOWN, 2023, _figures(2023))
    assert "我镇新收政府信息公开申请12件，其中自然人10件、商业企业2件；没有上年结转的申请。" in text
    assert "全年办结11件，其中予以公开10件、不予公开1件。不予公开的理由是：属于三类内部事务信息1件。" in text
    assert "结转下年度继续办理1件。" in text
    assert "被申请行政复议2件，其中结果维持1件、结果纠正1件。" in text
    assert "被提起行政诉讼1件，其中未经复议直接起诉1件（尚未审结1件）。" in text


@pytest.mark.parametrize(
    ("issuer", "own"),
    [
        (TOWN, "我镇"),
        ("青川市人民政府", "我市"),
        ("青川省人民政府", "我省"),
        ("青川市教育局", "我局"),
        ("青川市城东街道办事处", "我街道"),
    ],
)
def test_a_body_speaks_of_itself_by_its_kind(issuer: str, own: str) -> None:
    assert f"2023年，{own}主动公开政府信息120条" in _text(issuer, 2023, {"disclosed": 120})


@pytest.mark.parametrize(
    ("issuer", "asked"), [(TOWN, True), ("青川市教育局", False), ("青川市城东街道办事处", False)]
)
def test_only_governments_are_asked_for_assessment_and_accountability(issuer: str, asked: bool) -> None:
    labels = {slot.label for slot in drafted(issuer, 2023, {}).draft.unfilled}
    assert ({"工作考核情况", "社会评议情况", "责任追究结果情况"} <= labels) is asked


def test_points_stand_in_their_sections_and_are_marked_as_given() -> None:
    parts = {part.heading: part for part in drafted(TOWN, 2023, _figures(2023), points=POINTS).draft.parts}
    problems = parts["（一）存在的主要问题"]
    assert problems.text.endswith("一是惠农政策解读偏少；二是公开栏更新不及时。")
    assert Origin.GIVEN in _origins(problems)
    assert "占3分" in parts["（五）监督保障情况"].text


def test_a_complete_draft_has_nothing_to_fill_in_and_no_errors() -> None:
    made = drafted(TOWN, 2023, _figures(2023), points=POINTS)
    assert made.draft.unfilled == ()
    found = examined(made, written(made.draft, ".docx"), "draft.docx")
    assert [one for one in found if one["severity"] == "error"] == []


def test_a_complete_draft_reads_back_in_every_generation() -> None:
    for year, figures in (
        (2016, _statistics(granted=3, closed_on_time=3)),
        (2020, _figures(2020)),
        (2023, _figures(2023)),
    ):
        made = drafted(TOWN, year, figures)
        cells = {key: made.draft.cells[key].value for key in table_cells(year)}
        read = stated(read_back(made)[1])
        assert {key: read.get(key) for key in cells} == cells


def test_zeros_of_the_statistics_are_told_in_words() -> None:
    text = _text(TOWN, 2016, _statistics())
    for words in ("未收到政府信息公开申请", "没有不予公开政府信息的情况", "未收取依申请公开政府信息的检索"):
        assert words in text


def test_figures_that_no_sentence_foresees_are_not_lost() -> None:
    assert "申请答复5件。" in _text(TOWN, 2023, {"replied": 5})


def test_channels_that_exceed_the_total_are_explained() -> None:
    text = _text(TOWN, 2023, {"disclosed": 100, "disclosed_website": 90, "disclosed_wechat": 40})
    assert (
        "按渠道统计，政府网站公开90条、政务微信公开40条（同一信息经多个渠道公开的，在各渠道分别计数）" in text
    )


def test_a_contradictory_set_of_figures_is_drafted_and_told() -> None:
    figures = _figures(2023)
    figures["requests_new"] = figures["requests_new"] | {"自然人": 12}
    broken = [found for found in drafted(TOWN, 2023, figures).draft.identities if not found.holds]
    assert "表三“自然人”列：新收政府信息公开申请12（其余为0）合计12" in broken[0].message


def test_what_remains_is_suggested_and_not_filled_in() -> None:
    figures = {name: value for name, value in _figures(2023).items() if name != "requests_carried_out"}
    hints = {slot.column: slot.hint for slot in drafted(TOWN, 2023, figures).draft.unfilled}
    assert hints["自然人"] == "按勾稽关系应为1"


def test_the_title_breaks_after_the_bodys_name() -> None:
    assert drafted(TOWN, 2023, {}).draft.title == (TOWN, "2023年政府信息公开工作年度报告")


def test_the_json_document_has_the_contracts_fields() -> None:
    made = drafted(TOWN, 2023, _figures(2023))
    told = to_json(made, "out.docx", [])
    assert {"out", "sections", "unfilled", "identities", "findings"} <= told.keys()
    assert all(set(one) >= {"rule", "holds", "message"} for one in told["identities"])
    assert "新收政府信息公开申请12件" in told["sections"][1]["text"]


def test_an_unknown_kind_of_file_is_wrong_usage() -> None:
    with pytest.raises(UsageError, match=r"\.docx"):
        written(drafted(TOWN, 2023, {}).draft, ".pdf")
