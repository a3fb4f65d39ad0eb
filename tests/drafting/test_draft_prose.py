"""A draft can be read aloud: parts are announced once, zeros are words, what belongs together stands together."""

from __future__ import annotations

from drafts import drafted

TOWN = "青川县柳浦镇人民政府"


def text(year: int, **figures: object) -> str:
    return "\n".join(part.text for part in drafted(TOWN, year, figures).draft.parts)


def test_a_part_is_announced_also_where_the_other_part_is_none() -> None:
    said = text(2016, staff=3, staff_full_time=0, staff_part_time=3)
    assert "从事政府信息公开工作人员3人，其中兼职人员3人" in said


def test_two_parts_are_announced_once() -> None:
    said = text(2016, staff=3, staff_full_time=1, staff_part_time=2)
    assert "其中专职人员1人，兼职人员2人" in said


def test_the_channels_stand_with_the_requests_and_not_at_the_end() -> None:
    said = text(2023, requests_new=3, received_letter=1, received_email=2)
    assert "按提出的渠道分，信函申请1件、电子邮件申请2件。" in said
    assert said.count("信函申请") == 1


def test_no_documents_are_said_in_words() -> None:
    said = text(2023, normative_documents={"本年制发件数": 0, "本年废止件数": 0, "现行有效件数": 0})
    assert "我镇未制发行政规范性文件，未废止行政规范性文件，没有现行有效的行政规范性文件。" in said


def test_other_handling_that_is_only_other_gives_no_reason() -> None:
    said = text(2023, requests_new=1, requests_handled=1, other_rest=1, other_handling=1)
    assert "其他处理1件" in said
    assert "其他处理的情形是" not in said
