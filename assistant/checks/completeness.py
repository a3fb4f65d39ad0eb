"""What the law requires a report to contain."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from assistant.checks.case import Case
from assistant.checks.finding import FORMAT_2021, REGULATION_2007, SINCE_2019, Hit, Severity, rule

LAW_2007 = "《政府信息公开条例》（国务院令第492号）第三十二条"
LAW_2019 = "《政府信息公开条例》（国务院令第711号）第五十条"


class Content(NamedTuple):
    """A content the law asks for; ``words`` is what any report that has it says, ``rows`` table rows that say it."""

    name: str
    words: re.Pattern[str]
    rows: tuple[str, ...] = ()


_ANSWERS = {
    "granted",
    "partial",
    "refused",
    "replied_already_public",
    "replied_elsewhere",
    "replied_not_exist",
}
_PROBLEMS = re.compile(
    r"存在.{0,16}(?:问题|不足|差距|困难)|(?:主要|以下|突出|共性|的)问题[是有：:和及]|不足|差距|短板|薄弱|有待|不够|欠缺|需(?:要)?(?:进一步|继续|加强|提高)"
)
CONTENTS_2007 = (
    Content(
        "主动公开政府信息的情况（第一项）",
        re.compile(r"主动.{0,8}(?:公开|发布)|公开(?:政府)?信息.{0,12}\d"),
        ("disclosed",),
    ),
    Content(
        "依申请公开政府信息的情况（第二项）", re.compile(r"申请.{0,6}公开|公开.{0,8}申请"), ("requests_new",)
    ),
    Content(
        "不予公开政府信息的情况（第二项）",
        re.compile(
            r"不予?公开(?:的|政府|信息|\d|答复|情况|决定|数|申请|0)|不同意公开|未予公开|不予答复|拒绝公开|免予公开|不公开答复|(?:无|没有|未)[^，。；]{0,8}不予公开"
        ),
        ("refused",),
    ),
    Content(
        "收费及减免情况（第三项）",
        re.compile(r"收费(?!依据|标准|项目|目录|公示|许可|政策|清单)|费用(?!标准)|减免|收取"),
        ("request_fees",),
    ),
    Content("申请行政复议的情况（第四项）", re.compile(r"复议"), ("review",)),
    Content("提起行政诉讼的情况（第四项）", re.compile(r"诉讼|起诉|应诉"), ("litigation",)),
    Content("存在的主要问题（第五项）", _PROBLEMS),
    Content(
        "改进情况（第五项）",
        re.compile(r"改进|整改|措施|今后|下一步|下步|打算|将(?:进一步|继续|重点|着力)|明年"),
    ),
)
CONTENTS_2019 = (
    Content(
        "主动公开政府信息的情况（第一项）",
        re.compile(r"主动.{0,8}(?:公开|发布)"),
        ("rules", "normative_documents"),
    ),
    Content("收到和处理政府信息公开申请的情况（第二项）", re.compile(r"申请"), ("requests_new",)),
    Content("被申请行政复议的情况（第三项）", re.compile(r"复议"), ("review",)),
    Content("被提起行政诉讼的情况（第三项）", re.compile(r"诉讼|起诉|应诉"), ("litigation_direct",)),
    Content("存在的主要问题（第四项）", _PROBLEMS),
    Content(
        "改进情况（第四项）",
        re.compile(r"改进|整改|措施|今后|下一步|下步|打算|将(?:进一步|继续|重点|着力)|明年"),
    ),
)
SUPERVISION = (
    Content("工作考核", re.compile(r"考核|考评|绩效|评估|测评")),
    Content("社会评议", re.compile(r"评议|社会评价|满意度|满意率|第三方(?:机构)?(?:评估|测评)|问卷")),
    Content("责任追究", re.compile(r"责任追究|追究.{0,4}责任|问责|追责|追究")),
)
"""What 条例 article 50 (4) asks of governments of every level besides."""


_AGENCY = re.compile(r"管理委员会|管委会|街道|办事处")
"""Agencies of a government (派出机关、派出机构), which article 50 (4) does not name."""


@rule("contents-2007", "内容缺项", Severity.ERROR, LAW_2007, REGULATION_2007)
def contents_2007(case: Case) -> Iterator[Hit]:
    """Articles 32 (1) to (5) of the regulation of 2007: every content is reported, be it as none."""
    for content in CONTENTS_2007:
        told = content.words.search(_without_list(case)) or _results_told(case, content)
        if not told:
            yield _missing(content, in_table=_in_tables(case, content))


@rule("contents-2019", "法定内容缺项", Severity.ERROR, LAW_2019, SINCE_2019)
def contents_2019(case: Case) -> Iterator[Hit]:
    """Articles 50 (1) to (4) of the regulation of 2019."""
    for content in CONTENTS_2019:
        if not _reported(case, content):
            yield _missing(content)


def _results_told(case: Case, content: Content) -> bool:
    """Whether the text lists how applications were answered, which covers refusals too."""
    return "refused" in content.rows and any(fact.indicator in _ANSWERS for fact in case.statements)


def _reported(case: Case, content: Content) -> bool:
    return _in_tables(case, content) or bool(content.words.search(_without_list(case)))


def _in_tables(case: Case, content: Content) -> bool:
    return any(row in content.rows for row, _ in case.cells)


def _without_list(case: Case) -> str:
    """The text without the preamble, whose list of parts only announces contents, and without quoted titles."""
    told = "\n".join(p.text for p in case.passages if p.section)
    return re.sub(r"\s|《[^》]*》", "", told or case.prose)


def _missing(content: Content, *, in_table: bool = False) -> Hit:
    where = "正文未见" if in_table else "未见"
    return Hit(
        f"{where}{content.name}" + ("，只在附表有数" if in_table else ""),
        suggestion=f"补写{content.name}；没有发生的写明“0件”或“无”",
        severity=Severity.WARNING if in_table else None,
    )


@rule("contents-supervision", "法定内容缺项", Severity.WARNING, f"{LAW_2019}第四项", SINCE_2019)
def supervision(case: Case) -> Iterator[Hit]:
    """Article 50 (4): governments also report 工作考核, 社会评议 and the results of 责任追究."""
    missing = [c.name for c in SUPERVISION if not c.words.search(_without_list(case))]
    if case.is_government and missing:
        yield Hit(
            f"各级人民政府的年度报告还应当包括工作考核、社会评议和责任追究结果情况，未见{'、'.join(missing)}",
            suggestion=f"在“监督保障”部分补写{'、'.join(missing)}情况；没有的也写明",
            severity=Severity.NOTE if _AGENCY.search(case.report.issuer.name) else None,
        )


@rule(
    "fee-statement",
    "内容缺项",
    Severity.WARNING,
    "国办公开办函〔2021〕30号 第六章：收取信息处理费情况在此处报告",
    FORMAT_2021,
)
def fee_statement(case: Case) -> Iterator[Hit]:
    """The sixth chapter says what 信息处理费 was taken, be it none."""
    if not re.search(
        r"(?:信息|公开)处理费|处理费|(?:收取|收费|费用).{0,12}(?:元|无|未|零|0)|未收取|没有收取|未产生.{0,6}费",
        case.prose,
    ):
        yield Hit(
            "未报告收取信息处理费的情况",
            suggestion="在“其他需要报告的事项”中写明收取信息处理费的件数和金额，没有的写“未收取”",
        )


@rule(
    "fee-amount",
    "金额错误",
    Severity.ERROR,
    "《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）",
    FORMAT_2021,
)
def fee_amount(case: Case) -> Iterator[Hit]:
    """S8: by either way of charging the fee is a multiple of 10 yuan."""
    for fact in case.statements:
        if fact.indicator == "processing_fees" and fact.value and fact.unit == "元" and fact.value % 10:
            yield Hit(
                f"信息处理费{fact.value}元不是10元的整数倍，按件（100元/件起）、按量（10元/页起）计收都得不出",
                (fact.quote,),
                fact.section,
                "核对收费金额",
                fact.page,
            )


_PERIOD = re.compile(
    r"统计(?:期限|时间|时段|区间|周期|范围)|1月1日[^。；]{0,16}12月31日|数据.{0,12}(?:期限|截至|截止)|(?:期限|时限)(?:为|是|自|从)"
)
_CONTACT = re.compile(r"联系电话|电话[:：为是]?\d|邮编|邮箱|请[与和]?.{0,30}联系|联系地址|0\d{2,3}-\d{7,8}")


_USAGE = "年度报告通例：列明数据统计期限（1月1日至12月31日）和联系方式"


@rule("period-and-contact", "统计期限/联系方式缺失", Severity.WARNING, _USAGE)
def period_and_contact(case: Case) -> Iterator[Hit]:
    """Neither the period of the figures nor how to reach the body is stated."""
    if not _has_period(case) and not _has_contact(case):
        yield Hit("未写明数据统计期限和联系方式", suggestion="在报告开头写明统计期限和联系地址、电话")


@rule("period", "统计期限缺失", Severity.WARNING, _USAGE)
def period(case: Case) -> Iterator[Hit]:
    """The period of the figures is stated."""
    if not _has_period(case) and _has_contact(case):
        yield Hit("未写明数据统计期限", suggestion="在报告开头写明统计期限（自1月1日起至12月31日止）")


@rule("contact", "联系方式缺失", Severity.NOTE, _USAGE)
def contact(case: Case) -> Iterator[Hit]:
    """How to reach the body is usual, not required."""
    if _has_period(case) and not _has_contact(case):
        yield Hit("未写明联系方式", suggestion="在报告开头写明联系地址、电话")


def _has_period(case: Case) -> bool:
    return bool(_PERIOD.search(case.prose))


def _has_contact(case: Case) -> bool:
    given = case.report.contact
    return bool(given.phone or given.address or given.email or _CONTACT.search(case.prose))


@rule("signature", "落款缺失", Severity.WARNING, "《党政机关公文格式》GB/T 9704-2012 发文机关署名、成文日期")
def signature(case: Case) -> Iterator[Hit]:
    """The report ends with the body's name and the date; a web page may do without."""
    report = case.report
    missing = [
        name for name, there in (("发文机关署名", report.signature), ("成文日期", report.signed)) if not there
    ]
    if missing:
        light = report.format in {"html", "mhtml"} or len(missing) < 2
        yield Hit(
            f"文末没有{'和'.join(missing)}",
            suggestion="补发文机关全称和成文日期（年月日）",
            severity=Severity.NOTE if light else None,
        )
