"""A report against that of the year before: cases carried over, stocks, old years and copied text."""

from __future__ import annotations

from clean_reports import draw
from report_source import Source, understood

from assistant.check import check
from assistant.checks.finding import Finding


def year_after(before: Source, seed: int = 4) -> Source:
    """A clean report of the next year that goes on from the one before."""
    after = draw(before.year + 1, seed, place="柳溪镇")
    after.requests["requests_carried_in"] = list(before.requests["requests_carried_out"])
    for row in ("rules", "normative_documents"):
        if before.year >= 2021:
            made, ended, _ = map(int, after.documents[row])
            after.documents[row][2] = str(int(before.documents[row][2]) + made - ended)
    for row in (
        ("permits", "other_services", "penalties", "coercion", "charges") if before.year < 2021 else ()
    ):
        after.documents[row][0] = str(int(before.documents[row][0]) + int(before.documents[row][1]))
    return after


def found_across(before: Source, after: Source) -> dict[str, Finding]:
    report, facts = understood(after)
    findings = check(report, facts, *understood(before)).findings
    return {finding.rule: finding for finding in findings}


def test_cases_carried_in_are_those_carried_out() -> None:
    before = draw(2022, 3, place="柳溪镇")
    after = year_after(before)
    assert "carried-over" not in found_across(before, after)
    after.requests["requests_carried_in"][-1] = "77"
    assert "77" in found_across(before, after)["carried-over"].message


def test_the_stock_of_documents_goes_on_from_last_year() -> None:
    before = draw(2022, 3, place="柳溪镇")
    after = year_after(before)
    assert "documents-stock" not in found_across(before, after)
    after.documents["rules"][2] = "999"
    assert found_across(before, after)["documents-stock"].severity == "warning"


def test_the_number_of_items_goes_on_from_last_year() -> None:
    before = draw(2019, 3, place="柳溪镇")
    after = year_after(before)
    assert "items-stock" not in found_across(before, after)
    after.documents["permits"][0] = "999"
    assert found_across(before, after)["items-stock"].severity == "warning"


def test_a_copied_sentence_keeps_no_old_year() -> None:
    before, line = draw(2022, 3, place="柳溪镇"), "2022年集中清理了长期不更新的信息公开栏目。"
    after = year_after(before)
    before.chapters["一、总体情况"].append(line)
    after.chapters["一、总体情况"].append(line)
    assert found_across(before, after)["old-year-copied"].quotes == (line,)
    after.chapters["一、总体情况"][-1] = line.replace("2022", "2023")
    assert "old-year-copied" not in found_across(before, after)


def test_the_problems_are_not_last_years_word_for_word() -> None:
    before, line = draw(2022, 3, place="柳溪镇"), "{}部分村公开栏更新迟缓，群众看到的多是旧信息。"
    after = year_after(before)
    before.chapters["五、存在的主要问题及改进情况"].append(line.format("一是"))
    after.chapters["五、存在的主要问题及改进情况"].append(line.format("三是"))
    found = found_across(before, after)["problems-copied"]
    assert found.quotes == (line.format("三是"),)
    after.chapters["五、存在的主要问题及改进情况"][-1] = (
        "三是部分村公开栏的更新比上年快了，仍未做到每月一换。"
    )
    assert "problems-copied" not in found_across(before, after)


def test_a_text_copied_nearly_whole_is_remarked_on() -> None:
    before = draw(2022, 3, place="柳溪镇")
    after = year_after(before)
    lines = [f"这是第{mark}句与上年完全相同而且足够长的话用来比较。" for mark in "甲乙丙丁戊己庚辛壬癸"]
    for source in (before, after):
        source.chapters = {"一、总体情况": list(lines), "二、主动公开政府信息情况": ["{documents}"]}
    assert "text-copied" in found_across(before, after)
    after.chapters["一、总体情况"] = [f"本年的{line}" for line in lines]
    assert "text-copied" not in found_across(before, after)


def test_a_figure_that_triples_is_remarked_on() -> None:
    before = draw(2022, 3, place="柳溪镇")
    after = year_after(before)
    before.documents["permits"], after.documents["permits"] = ["100"], ["150"]
    assert "unexplained-jump" not in found_across(before, after)
    after.documents["permits"] = ["1500"]
    assert found_across(before, after)["unexplained-jump"].severity == "note"


def test_last_years_figure_is_the_one_that_its_report_gives() -> None:
    before = draw(2022, 3, place="柳溪镇")
    after, line = year_after(before), "本年新收申请较上年的{}件有所变化。"
    after.chapters["一、总体情况"].append(line.format(before.requests["requests_new"][-1]))
    assert "last-year-figure" not in found_across(before, after)
    after.chapters["一、总体情况"][-1] = line.format("987")
    assert "987" in found_across(before, after)["last-year-figure"].message


def test_a_report_of_another_year_is_not_compared() -> None:
    before = draw(2020, 3, place="柳溪镇")
    found = found_across(before, draw(2023, 4, place="柳溪镇"))
    assert "previous-year" in found
    assert "carried-over" not in found


def test_a_passage_of_another_body_is_remarked_on() -> None:
    line = "把公开栏搬到集市路口，让赶集的群众随手就能翻看低保名单。"
    ours, theirs = draw(2018, 3, place="柳溪镇"), draw(2017, 8, place="东屏乡")
    for source in (ours, theirs):
        source.chapters = {
            "一、概述": [f"{source.title}的独有内容很少。"],
            "二、公开情况": ["全年公开信息三条。"],
        }
    (other, _), (report, facts) = understood(theirs), understood(ours)
    assert not [f for f in check(report, facts, others=[other]).findings if f.rule == "shared-passage"]
    for source in (ours, theirs):
        source.chapters["二、公开情况"].append(line)
    (other, _), (report, facts) = understood(theirs), understood(ours)
    (found,) = (f for f in check(report, facts, others=[other]).findings if f.rule == "shared-passage")
    assert found.quotes == (line.strip("。"),)
