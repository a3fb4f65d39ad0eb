"""Years: those that a report of its year can name, and those that are slips or left from an old text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.checks.case import Case, Sentence
from assistant.checks.finding import Hit, Severity, rule

PERIOD = "年度报告统计期限为报告年度1月1日至12月31日"
_CITED = re.compile(r"《[^《》]*》|〔\d{4}〕|\[\d{4}\]|“[^“”]*”")
_FUTURE = (
    r"将(?=重点|进一步|继续|从|着力|围绕|按照|认真|努力|不断|以|坚持|采取|加大|加强|切实|严格|主要|着重|着眼|紧紧|紧扣|全面|积极|持续|"
    r"深入|大力|在|做好|抓好|突出|立足|通过|会|结合|重视|更加|按|根据|聚焦|针对|推进|推动|健全|完善)"
)
_PLAN_OPENER = re.compile(
    rf"^[\s（(一二三四五六七八九十）)、.．是\d]*(?:下一?步|今后|针对[^，,]{{0,12}}|在?新的一年里?|为此)?[，,：:]?\s*在?(?P<year>20\d\d)\s*年(?:度|里|的工作中|工作中)?[，,]?\s*"
    rf"(?:我[们镇市县区局乡办]|全[镇市县区局乡]|本[机单镇局][关位]?|[\u4e00-\u9fff]{{0,10}}?)[，,]?\s*(?:{_FUTURE}|拟|计划|打算|要(?=进一步|继续|着力|重点|切实|不断|加强|加大))"
)


_STRONG = re.compile(r"将(?:进一步|继续|重点|着力|努力|不断)|计划|打算|拟")
_PLANS = re.compile(r"问题|改进|措施|打算|计划|下一步|思路")
"""Outside the chapter of plans 将 may mean 把 (将在网上公开的信息…), so only clear words count there."""


def _plain(sentence: Sentence) -> str:
    """The sentence without cited titles, document numbers and quotations, whose years are their own."""
    return _CITED.sub("", re.sub(r"\s", "", sentence.text))


@rule("plan-year", "年份错误", Severity.ERROR, "下一步工作计划的年份应为报告年度的下一年")
def plan_years(case: Case) -> Iterator[Hit]:
    """A sentence that says what will be done in a year names a year after the report's."""
    for sentence in case.sentences:
        match = _PLAN_OPENER.match(_plain(sentence))
        sure = _STRONG.search(_plain(sentence)) or _PLANS.search(sentence.section)
        if match and sure and int(match["year"]) <= case.year:
            yield Hit(
                f"这是{case.year}年度的报告，下一步打算却写成{match['year']}年",
                (sentence.text,),
                sentence.section,
                f"改为{case.year + 1}年",
                sentence.page,
            )


_PLAN_NAMED = re.compile(
    r"(?P<year>20\d\d)年(?:度)?(?:的)?(?:主要|重点)?工作(?:思路|打算|计划|安排|设想|展望|措施)(?!的?(?:完成|落实|执行|情况))"
)


@rule("plan-name-year", "年份错误", Severity.ERROR, "下一步工作计划的年份应为报告年度的下一年")
def plan_names(case: Case) -> Iterator[Hit]:
    """Among the plans, what is called the plan of a year is that of the year to come."""
    for sentence in case.sentences:
        match = _PLAN_NAMED.search(_plain(sentence))
        told = match and re.search(r"按照|根据|落实|对照|依据|完成", _plain(sentence)[: match.start()])
        if match and int(match["year"]) <= case.year and not told and _PLANS.search(sentence.section):
            yield Hit(
                f"这是{case.year}年度的报告，下一步打算却写成{match['year']}年",
                (sentence.clause(match[0]),),
                sentence.section,
                f"改为{case.year + 1}年",
                sentence.page,
            )


_SPAN = re.compile(
    r"(?P<first>20\d\d)年(?:度)?1月1日(?:起)?[^。；\d]{0,4}?(?:至|到|—|-|－|~|～|–)+(?:(?P<last>20\d\d)年)?12月31日"
)


@rule("period-year", "年份错误", Severity.ERROR, PERIOD)
def period_year(case: Case) -> Iterator[Hit]:
    """The period of the figures is the report year."""
    for sentence in case.sentences:
        match = _SPAN.search(_plain(sentence))
        if not match or not re.search(r"统计|数据|期限|本报告|报告所列", sentence.passage.text):
            continue
        years = {int(match["first"]), int(match["last"] or match["first"])}
        if years != {case.year}:
            yield Hit(
                f"统计期限写{'、'.join(map(str, sorted(years)))}年，报告年度是{case.year}年",
                (sentence.text,),
                sentence.section,
                f"改为{case.year}年1月1日至{case.year}年12月31日",
                sentence.page,
            )


_UNTIL = re.compile(r"截[至止]到?(?P<year>20\d\d)年(?P<end>底|末|年底|12月(?:31日|底|末)?)")


@rule("until-year", "年份错误", Severity.ERROR, PERIOD)
def until_years(case: Case) -> Iterator[Hit]:
    """截至…年底 counts up to the end of the report year."""
    for sentence in case.sentences:
        plain = _plain(sentence)
        for match in _UNTIL.finditer(plain):
            year = int(match["year"])
            if year == case.year or _compares(plain):
                continue
            yield Hit(
                f"“{match[0]}”与报告年度{case.year}年不符",
                (sentence.text,),
                sentence.section,
                f"核对后改为截至{case.year}年12月31日",
                sentence.page,
                None if year > case.year or year < case.year - 1 else Severity.WARNING,
            )


_COMPARED = re.compile(
    r"同比|同期|相比|比|较|上年|去年|上一年|以来|结转|增至|降至|增加到|减少到|转来|从|由|提高到"
)
_AHEAD = re.compile(r"^.{0,4}(?:远景|目标|规划|愿景|前|左右)")
_HORIZON = re.compile(r"(?:[—－~～-]|到|至|力争|截至|规划|目标|十[一二三四五]五|起)")
_FAR = re.compile(r"(?<!\d)(?P<year>20\d\d)年")


def _compares(text: str) -> bool:
    return bool(_COMPARED.search(text))


@rule("year-after", "年份错误", Severity.ERROR, "正文年份应为报告年度；计划为下一年")
def later_years(case: Case) -> Iterator[Hit]:
    """No year lies more than one after the report's, but as the horizon of a plan (到2025年)."""
    for sentence in case.sentences:
        plain = _plain(sentence)
        for match in _FAR.finditer(plain):
            before = plain[max(0, match.start() - 6) : match.start()]
            after = plain[match.end() :]
            ahead = _HORIZON.search(before) or _AHEAD.search(after) or after[:1] in {"—", "-", "至"}
            if int(match["year"]) <= case.year + 1 or ahead:
                continue
            if _UNTIL.search(plain) or _SPAN.search(plain) or _signs(case, match):
                continue
            yield Hit(
                f"{case.year}年度的报告里出现{match['year']}年",
                (sentence.text,),
                sentence.section,
                f"核对年份（报告年度{case.year}年，计划应为{case.year + 1}年）",
                sentence.page,
            )


def _signs(case: Case, match: re.Match[str]) -> bool:
    return bool(case.report.signed and case.report.signed.year == int(match["year"]))


_OPENER = re.compile(
    r"^[\s（(一二三四五六七八九十）)、.．\d]*(?P<year>20\d\d)年(?:度|以来|全年)?[，,]?(?=我[们镇市县区局乡办单]|全[年镇市县区局乡系]|本[机单镇局市县]|"
    r"共|主动|在|通过|收到|受理|未|没有|无|按照|根据|围绕|认真|严格|坚持|积极|进一步|政府|政务|信息|因|累计|组织|举办|召开)"
)


@rule("year-of-sentence", "年份错误", Severity.WARNING, "正文主年份应与报告年度一致")
def sentence_years(case: Case) -> Iterator[Hit]:
    """A sentence that opens with a year and tells what was done is about the report year."""
    for sentence in case.sentences:
        plain = _plain(sentence)
        match = _OPENER.match(plain)
        year = int(match["year"]) if match else case.year
        if year >= case.year or f"{case.year}年" in plain or _compares(plain) or _PLAN_OPENER.match(plain):
            continue
        yield Hit(
            f"{case.year}年度的报告里，这句以{year}年开头讲述工作",
            (sentence.text,),
            sentence.section,
            f"核对年份，应为{case.year}年的改正；讲往年情况的写明是对比",
            sentence.page,
        )


_DONE = re.compile(r"(?:共|累计|收到|受理|公开|发布|举办|召开).{0,12}\d+(?:条|件|次|篇|期|场)")
_MEANT = re.compile(r"将|计划|拟|争取|力争|目标|不少于|要|达到|确保")


@rule("next-year-done", "年份错误", Severity.WARNING, "正文主年份应与报告年度一致")
def next_year_done(case: Case) -> Iterator[Hit]:
    """What was counted can not have been counted in the year after the report's."""
    for sentence in case.sentences:
        plain = _plain(sentence)
        match = _OPENER.match(plain)
        next_year = match and int(match["year"]) == case.year + 1
        if match and next_year and _DONE.search(plain) and not _MEANT.search(plain):
            yield Hit(
                f"{case.year}年度的报告里，这句讲{match['year']}年已完成的数",
                (sentence.text,),
                sentence.section,
                f"核对年份，应为{case.year}年的改正",
                sentence.page,
            )
