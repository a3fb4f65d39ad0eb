from __future__ import annotations

import pytest

from index.errors import DocumentError
from index.parse import parse
from index.schema import Block, Document, Generation, Report


def document(*lines: str) -> Document:
    return Document(
        "样本.txt", "txt", "", tuple(Block(line, order=order) for order, line in enumerate(lines))
    )


def report(*lines: str) -> Report:
    return parse(document(*lines))


BODY = ("一、概述", "加强领导。", "二、主动公开政府信息情况", "公开信息20条。")


@pytest.mark.parametrize(
    ("year", "generation"),
    [(2014, Generation.REGULATION_2007), (2020, Generation.FORMAT_2019), (2021, Generation.FORMAT_2021)],
)
def test_the_title_year_decides_the_format(year: int, generation: Generation) -> None:
    assert report(f"苇吴镇{year}年政府信息公开工作年度报告", *BODY).generation is generation


def test_the_title_year_wins_over_a_later_signature() -> None:
    assert report("苇吴镇2020年度政府信息公开年度报告", *BODY, "苇吴镇人民政府", "2022年1月26日").year == 2020


def test_the_statistics_period_gives_the_year_that_the_title_lacks() -> None:
    period = "统计期限自2017年1月1日起至2017年12月31日止，依据2007年公布的条例。"
    assert report("苇吴镇政府信息公开年度报告", period, *BODY).year == 2017


def test_the_year_before_the_signature_is_the_last_resort() -> None:
    assert report("苇吴镇政府信息公开年度报告", *BODY, "苇吴镇人民政府", "2018年1月26日").year == 2017


def test_the_file_name_does_not_tell_the_year() -> None:
    whole = document("苇吴镇政府信息公开年度报告", *BODY)
    with pytest.raises(DocumentError, match="没有找到报告年度"):
        parse(Document("2019.txt", "txt", "", whole.blocks))


def test_a_report_of_no_body_is_an_error_that_says_what_to_do() -> None:
    with pytest.raises(DocumentError, match=r"样本\.txt：没有找到发布机构。请"):
        report("2018年政府信息公开工作年度报告", *BODY)


def test_another_kind_of_document_is_an_error() -> None:
    with pytest.raises(DocumentError, match="不像政府信息公开工作年度报告"):
        report("关于召开防汛会议的通知", "一、时间", "7月1日。", "二、地点", "会议室。")


def test_a_document_without_text_is_an_error() -> None:
    with pytest.raises(DocumentError, match="没有可读的文字"):
        report(" ", "")


def test_an_office_that_signs_for_its_government_does_not_become_the_issuer() -> None:
    lines = ("2011年度政府信息公开年度报告", "一、概述", "我县高度重视。", "二、主动公开情况", "略。")
    assert report(*lines, "苇平县人民政府办公室", "2012年2月24日").issuer.name == "苇平县人民政府"


def test_an_office_that_reports_on_itself_is_the_issuer() -> None:
    lines = ("2011年度政府信息公开年度报告", "一、概述", "我办高度重视。", "二、主动公开情况", "略。")
    assert report(*lines, "苇平县人民政府办公室", "2012年2月24日").issuer.name == "苇平县人民政府办公室"


def test_links_to_other_years_below_the_text_are_no_title() -> None:
    lines = ("2019年政府信息公开工作年度报告", *BODY, "苇吴镇人民政府", "2020年1月26日")
    assert report(*lines, "苇吴镇人民政府2016年政府信息公开工作年度报告").year == 2019
