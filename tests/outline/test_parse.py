from __future__ import annotations

import pytest

from index.errors import DocumentError
from index.language.text import squeeze
from index.outline.unmerge import unmerged
from index.parse import parse
from index.schema import Anchor, Block, Document, Generation, Place, Report


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


MERGED = (
    "本报告依据条例编制，欢迎查阅。 一、总体情况 2024年，我镇认真落实公开条例的各项要求，推进基层公开。 "
    "（一）主动公开方面。2024年公开信息20条，内容包括政策文件和财政信息。 （二）依申请公开方面。全年没有收到申请。 "
    "二、主动公开政府信息情况 2024年没有制发行政规范性文件，没有行政许可事项。 六、其他需要报告的事项 2024年没有收取信息处理费，其他事项也没有。"
)


def test_a_page_in_one_paragraph_is_taken_apart_at_its_sections() -> None:
    made = report("苇川镇2024年政府信息公开工作年度报告", MERGED)
    assert [section.label for section in made.sections] == [
        "",
        "一、总体情况",
        "一、总体情况 > （一）主动公开方面",
        "一、总体情况 > （二）依申请公开方面",
        "二、主动公开政府信息情况",
        "六、其他需要报告的事项",
    ]
    assert squeeze(made.text).endswith(squeeze(MERGED))


def test_a_sentence_that_lists_the_sections_is_not_taken_apart() -> None:
    listing = (
        "全文由六个部分组成： 一、概述 二、主动公开情况 三、依申请公开情况 四、收费情况 五、行政复议、行政诉讼情况 六、存在的主要问题。"
        + "统计期限自2018年1月1日起至12月31日止。" * 5
    )
    made = report("苇川镇2018年政府信息公开工作年度报告", listing, *BODY)
    assert made.sections[0].blocks[1].text == listing


def test_parts_of_a_paragraph_keep_their_places() -> None:
    places = (Place(1, 0, 0, 9, 9), Place(2, 0, 0, 9, 9))
    second = MERGED.index("二、")
    block = Block(MERGED, anchors=(Anchor(0, places[0]), Anchor(second + 20, places[1])))
    parts = unmerged((block,))
    assert [part.page for part in parts] == [1, 1, 1, 1, 1, 2]
    assert parts[4].anchors == (Anchor(0, places[0]), Anchor(20, places[1]))
