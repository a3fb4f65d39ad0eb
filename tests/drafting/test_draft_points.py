from __future__ import annotations

import pytest

from assistant.drafting.points import Filed, Filing, file_points, paragraphs
from assistant.drafting.spec import Point
from index.schema import Generation


def _texts(filed: Filed, place: str) -> list[str]:
    return [one.text for one in filed.at(place)]


def _given(*texts: str) -> list[Filing]:
    return [Filing(Point("监督保障", text), number) for number, text in enumerate(texts, 1)]


@pytest.mark.parametrize(
    ("section", "text", "place"),
    [
        ("（一）主动公开情况", "公布了村规民约", "active"),
        ("依申请公开", "统一答复文书", "requests"),
        ("政府信息管理情况", "清理过期文件", "management"),
        ("平台建设", "调整栏目", "platform"),
        ("监督保障", "通报两次", "supervision"),
        ("四、政府信息公开行政复议、行政诉讼情况", "应诉一次", "disputes"),
        ("五、存在的主要问题及改进情况", "解读偏少", "problems"),
        ("五、存在的主要问题及改进情况", "每月核对一次", "improvement"),
        ("下一步打算", "每月核对一次", "improvement"),
        ("六、其他需要报告的事项", "承办现场会", "others"),
        ("收费情况", "没有减免", "fees"),
    ],
)
def test_a_point_goes_where_its_section_says(section: str, text: str, place: str) -> None:
    assert _texts(file_points([Point(section, text)], Generation.FORMAT_2021), place) == [text]


def test_a_section_that_no_report_has_is_told_and_put_last() -> None:
    filed = file_points([Point("天气", "晴")], Generation.FORMAT_2021)
    assert (_texts(filed, "others"), filed.strays) == (["晴"], (Point("天气", "晴"),))


def test_before_2019_supervision_belongs_to_the_overview() -> None:
    filed = file_points([Point("监督保障", "通报两次")], Generation.REGULATION_2007)
    assert _texts(filed, "overview") == ["通报两次"]


def test_short_points_become_one_list_and_long_ones_paragraphs() -> None:
    (listed,) = paragraphs(_given("甲", "乙。"), "问题：")
    assert "".join(sentence.text for sentence in listed) == "问题：一是甲；二是乙。"
    assert len(paragraphs(_given("甲。乙。", "丙"))) == 2


def test_points_that_are_numbered_already_are_not_numbered_again() -> None:
    texts = ["".join(s.text for s in one) for one in paragraphs(_given("一是甲", "二是乙"))]
    assert texts == ["一是甲。", "二是乙。"]
