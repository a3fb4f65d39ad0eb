"""Counted statements, invented in the manner of reports of all generations and many provinces."""

from __future__ import annotations

import pytest

from index.schema import Block, Fact, Generation, Issuer, Report, Section
from index.statements import sentence_facts


def report_of(text: str, year: int = 2022, heading: str = "一、总体情况") -> Report:
    issuer = Issuer("青禾县人民政府", "青禾县", "青禾县")
    blocks = (Block(heading), *(Block(line, order=i + 1) for i, line in enumerate(text.split("\n"))))
    section = Section((heading,), blocks)
    return Report("a.txt", "年度报告", issuer, year, Generation.of(year), (section,))


def short(fact: Fact, year: int) -> str:
    """``indicator.column@scope~year/part=value``, what is empty or expected left out."""
    column = f".{fact.column}" if fact.column not in {"", "总计"} else ""
    scope = f"@{fact.scope}" if fact.scope else ""
    other = f"~{fact.year}" if fact.year != year else ""
    value = fact.state.value if fact.value is None else format(fact.value, "f")
    return f"{fact.indicator}{column}{scope}{other}{'/part' if fact.part_of else ''}={value}"


def facts_of(text: str, year: int = 2022, heading: str = "一、总体情况") -> set[str]:
    return {short(fact, year) for fact in sentence_facts(report_of(text, year, heading))}


BEFORE_THE_RULES = [
    (2022, "全年共收到依申请公开12件，已全部答复。", "requests_new=12"),
    (2013, "本年度共受理公民、法人和其他组织政府信息公开申请共计3宗。", "requests_new=3"),
    (
        2020,
        "网站累计发布信息1,234条，其中动态类500条。",
        "disclosed_website=1234 disclosed_website@动态类/part=500",
    ),
    (2016, "全年向政务公开网上传信息300余条。", "disclosed_website=vague"),
    (2022, "无行政复议、行政诉讼案件发生。", "review=0 litigation=0"),
    (2022, "发生行政诉讼1起，维持原判。", "litigation=1 litigation.结果维持=1"),
    (2020, "因信息公开被提起行政复议2件，均维持。", "review=2 review.结果维持=2"),
    (2021, "本年度未收到政府信息公开申请，无上年结转申请。", "requests_new=0 requests_carried_in=0"),
    (
        2022,
        "全年新收政府信息公开申请45件，上年结转2件，办结44件，结转下年度继续办理3件。",
        "requests_new=45 requests_carried_in=2 requests_handled=44 requests_carried_out=3",
    ),
    (
        2022,
        "予以公开10件，部分公开3件，不予公开2件，无法提供5件，不予处理1件，其他处理1件。",
        "granted=10 partial=3 refused=2 unavailable=5 not_processed=1 other_handling=1",
    ),
    (
        2022,
        "收到政府信息公开申请30件，其中自然人申请25件，法人或其他组织申请5件。",
        "requests_new=30 requests_new.自然人/part=25 requests_new.法人或其他组织/part=5",
    ),
    (
        2016,
        "2016年，我局收到申请6件，其中网络申请4件，信函申请2件。",
        "requests_new=6 received_online/part=4 received_letter/part=2",
    ),
    (
        2023,
        "全县共收到申请108件，其中县政府办公室30件，县公安局12件，云溪镇5件。",
        "requests_new@全县=108 requests_new@县政府办公室/part=30 requests_new@县公安局/part=12 requests_new@云溪镇/part=5",
    ),
    (2022, "全年收到申请15件，比上年增加5件，同比增长50%。", "requests_new=15 requests_new.同比=50"),
    (2022, "2021年收到申请10件，2022年收到申请15件。", "requests_new~2021=10 requests_new=15"),
    (2022, "全年未收取信息处理费。", "processing_fees=0"),
    (2022, "本机关全年收取信息处理费1200元，共2件。", "processing_fees=1200 processing_fee_cases=2"),
    (2015, "2015年未收取任何检索、复制、邮寄等费用。", "request_fees=0"),
    (
        2016,
        "配备专职人员2名，兼职人员5名，落实专项经费3.5万元。",
        "staff_full_time=2 staff_part_time=5 budget=3.5",
    ),
    (
        2017,
        "共召开新闻发布会3场，组织在线访谈5期，发布政策解读稿件28篇。",
        "press_conferences=3 online_interviews=5 interpretations=28",
    ),
    (2018, "全年举办业务培训班二次，培训人员一百二十人次。", "trainings=2 trainees=120"),
    (2022, "2023年，力争举办培训班4期，发布政策解读50篇。", ""),
    (2022, "按照《条例》第二十条规定，在20个工作日内答复申请人。", ""),
    (2022, "全年无涉密事件发生，未在规定期限内答复的0件。", ""),
    (
        2022,
        "制发行政规范性文件4件，废止2件，现行有效36件。",
        "normative_documents.本年制发件数=4 normative_documents.本年废止件数=2 normative_documents.现行有效件数=36",
    ),
    (
        2022,
        "政府网站公开信息236条，政务微博1条，政务微信160条。",
        "disclosed_website=236 disclosed_weibo=1 disclosed_wechat=160",
    ),
    (2022, "行政复议、行政诉讼案件均为0件。", "review=0 litigation=0"),
    (
        2022,
        "被申请行政复议5件，其中结果维持3件，结果纠正1件，尚未审结1件。",
        "review=5 review.结果维持/part=3 review.结果纠正/part=1 review.尚未审结/part=1",
    ),
    (2022, "开展意见征集8期，收到公众意见56条。", "consultations=8 consultation_comments=56"),
    (2022, "全年编印政府公报6期，全区共有政务新媒体账号14个。", "gazettes=6 media_accounts@全区=14"),
    (2017, "主动公开政府信息百余条，回应公众关注热点21余次。", "disclosed=vague responses=vague"),
    (2012, "设立政府信息公开查阅点3个，接待查阅20人次。", "reading_points=3"),
]


@pytest.mark.parametrize(("year", "text", "expected"), BEFORE_THE_RULES)
def test_a_sentence_gives_its_facts_and_no_others(year: int, text: str, expected: str) -> None:
    assert facts_of(text, year) == set(expected.split())
