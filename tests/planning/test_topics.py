"""Indicators, columns, scopes and divisors read from words, by the format in force."""

from __future__ import annotations

import pytest

from assistant.planning.topics import read_topic


@pytest.mark.parametrize(
    ("text", "year", "indicator", "column"),
    [
        ("收费了多少", 2016, "request_fees", ""),
        ("收费了多少", 2022, "processing_fees", ""),
        ("涉密不给公开的几件", 2016, "replied_state_secret", ""),
        ("涉密不给公开的几件", 2022, "refused_state_secret", ""),
        ("答复了多少件申请", 2022, "requests_handled", ""),
        ("行政复议被推翻几件", 2022, "review", "结果纠正"),
        ("行政复议被推翻几件", 2016, "review_corrected", ""),
        ("行政复议还没结的几件", 2022, "review", "尚未审结"),
        ("打官司没审完的几件", 2022, "litigation", "尚未审结"),
        ("收费项目比上年少了几项", 2020, "charges", "本年增/减"),
        ("打官司赢了几起", 2022, "litigation", "结果维持"),
        ("律师提了多少申请", 2022, "requests_new", "法律服务机构"),
        ("公益组织提的申请几件", 2022, "requests_new", "社会公益组织"),
        ("企业申请里重复申请的几件", 2022, "not_processed_repeat", "商业企业"),
        ("规范性文件制定了几件", 2022, "normative_documents", "本年制发件数"),
        ("规范性文件制定了几件", 2020, "normative_documents", "本年新制作数量"),
        ("还有多少规范性文件有效", 2022, "normative_documents", "现行有效件数"),
        ("信访类申请几件", 2022, "not_processed_petition", ""),
        ("没补正的有几件", 2022, "other_no_correction", ""),
        ("没交钱就不办了的有几件", 2022, "other_no_payment", ""),
        ("没走复议直接起诉的几件", 2022, "litigation_direct", ""),
        ("复议之后又去起诉的几件", 2022, "litigation_after_review", ""),
        ("罚了多少单", 2022, "penalties", ""),
        ("在网站上公开了多少条", 2016, "disclosed_website", ""),
        ("微信公众号发了多少条", 2016, "disclosed_wechat", ""),
        ("公开了多少条扶贫信息", 2016, "", ""),
        ("申请信息公开的有多少件", 2022, "requests_new", ""),
        ("向县政府申请公开信息的一共几件", 2022, "requests_new", ""),
        ("有多少条信息被申请公开", 2022, "requests_new", ""),
        ("请求公开政府信息的有多少", 2022, "requests_new", ""),
        ("网上申请公开信息的有多少件", 2016, "received_online", ""),
        ("通过网站申请公开信息的几件", 2016, "received_online", ""),
        ("老百姓申请信息公开多少件", 2022, "requests_new", "自然人"),
        ("老百姓申请信息公开多少件", 2016, "requests_new", ""),
        ("申请的信息公开了多少件", 2022, "granted", ""),
        ("申请信息公开被拒绝的几件", 2022, "refused", ""),
        ("按要求公开了多少条信息", 2016, "disclosed", ""),
        ("公开了多少条信息", 2016, "disclosed", ""),
        ("公开申请表多少份", 2016, "", ""),
        ("信息公开申请指南公布了几份", 2016, "", ""),
        ("财政收入是多少", 2016, "", ""),
        ("通报表扬了几个单位几个人", 2022, "", ""),
    ],
)
def test_citizens_words_mean_an_indicator_of_the_year(
    text: str, year: int, indicator: str, column: str
) -> None:
    topic = read_topic(text, [year], default=True)
    assert ((topic.indicators or ("",))[0], topic.column) == (indicator, column)


@pytest.mark.parametrize(
    ("text", "indicator", "divisor"),
    [
        ("予以公开的比例", "granted", "requests_handled"),
        ("涉密不公开的占不予公开的几成", "refused_state_secret", "refused"),
        ("新收申请里企业占多少", "requests_new", "requests_new"),
        ("网站公开的占主动公开的多少", "disclosed_website", "disclosed"),
        ("行政复议被纠正的占比", "review", "review"),
    ],
)
def test_a_share_has_its_divisor(text: str, indicator: str, divisor: str) -> None:
    topic = read_topic(text, [2022], share=True)
    assert (topic.indicators[0], topic.divisor) == (indicator, divisor)


@pytest.mark.parametrize(
    ("text", "scope"), [("市本级收到几件", "本级"), ("全市收到几件", "全市"), ("收到几件", "")]
)
def test_a_scope_is_read_from_words(text: str, scope: str) -> None:
    assert read_topic(text, [2022]).scope == scope


@pytest.mark.parametrize(
    ("text", "year", "indicator", "column"),
    [
        ("通过传真收到几件申请", 2017, "received_fax", ""),
        ("网上收到几件申请", 2017, "received_online", ""),
        ("当面收到几件申请", 2017, "received_in_person", ""),
        ("通过短信收到几件申请", 2017, "", ""),
        ("制发了几件规范性文件", 2016, "normative_issued", ""),
        ("主动公开了几件规范性文件", 2016, "disclosed_normative", ""),
        ("制发了几件规范性文件", 2022, "normative_documents", "本年制发件数"),
        ("制发规范性文件几件", 2022, "normative_documents", "本年制发件数"),
        ("公开了几条招生信息", 2022, "", ""),
        ("公开了几份招标公告", 2022, "", ""),
        ("公开了几条信息", 2022, "disclosed", ""),
        ("法人或其他组织提了几件申请", 2022, "requests_new", "法人或其他组织"),
        ("其他组织申请了几件", 2022, "requests_new", "其他"),
        ("上年留下没办完的申请几件", 2022, "requests_carried_in", ""),
        ("超期答复几件", 2022, "", ""),
    ],
)
def test_ways_kinds_and_forms_narrow_what_is_counted(
    text: str, year: int, indicator: str, column: str
) -> None:
    topic = read_topic(text, [year], default=True, amount=True)
    assert ((topic.indicators or ("",))[0], topic.column) == (indicator, column)


def test_what_is_all_public_is_no_request_that_was_granted() -> None:
    assert "granted" not in read_topic("占全部公开信息的多少", [2022], share=True).indicators
    assert read_topic("申请全部公开的几件", [2022], amount=True).indicators[0] == "granted"
