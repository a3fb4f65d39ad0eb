"""Numbers that are no figure of the year: of one day or month, the highest, the average, one for each, or of a few only."""

from __future__ import annotations

import re

_RECORD = re.compile(
    r"最(?:[高快长少短低]|多(?!跑)|大(?!限度|程度|化))|(?<![\u4e00-\u9fff])单[日月周条篇次件个]|单[日月]|(?<![第几])一天|当[日天]"
)
_RATE = re.compile(r"平均|人均|[日月周年]均|每(?:[个件篇条期次册份名人位家处村镇社天日周月年季]|一|两|半)")
_SOME = re.compile(r"个别|少数(?!民族)|有的|有些|某[一个些]")
_OF_ONE_DAY = re.compile(r"^,?(?:为|是|创|居)[^,。;]{0,6}单[日月]")
_REACHING = re.compile(r"^(?:达到?|高达|共|有|计|约|为|[,:])*$")
_MONTH = re.compile(
    r"(?P<month>1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月(?P<end>31日|底|末)?(?:\d{1,2}日|份|[上中下]旬|初|底|末)?"
)
_LEAD = re.compile(
    r"(?:^|[,。;:()])(?:其中|(?:19|20)\d\d年|今年|本年|当年|于|在|从|自|截[至止]|到|至|[,:])*$"
)
_RANGE = re.compile(r"^(?:\d{1,2}日)?(?:[-—~至到]|以来|[^,。;]{0,6}(?:起|以来|至今))")
_RANGE_END = re.compile(r"(?:[-—~至到]|年)(?:(?:19|20)\d\d年)?$")
_FROM = re.compile(
    r"(?P<month>\d{1,2}|[一二三四五六七八九十]+)月?(?:\d{1,2}日|份|初)?[-—~至到](?:(?:19|20)\d\d年)?$"
)
_SEVERAL = re.compile(r"月(?:份)?(?:\d{1,2}日)?[、和及与](?:1[0-2]|[1-9])月")
_UP_TO = re.compile(r"(?:截[至止]|到|至)(?:(?:19|20)\d\d年)?$")
_YEAR_LONG = re.compile(r"全年|年内|本年|今年|累计|年度内|到年底|截至目前")
_SEASON = re.compile(r"(?:[入主]?[汛夏冬春秋]|疫情|换届|两会|国庆|春节)[^,。;]{0,6}(?:以来|期间?)[^。;]*$")
_CLAUSE_END = re.compile(r"[,;:。；]")


def is_of_a_moment(text: str, at: int, right: str) -> bool:
    """Whether the number at ``at`` of a sentence is of a part of the year, a record, an average or of a few only.

    ``right`` is what follows it. What is said of 全年 or up to 12月底 is of the year.
    """
    cuts = [0, *(m.end() for m in _CLAUSE_END.finditer(text, 0, at))]
    clause = text[cuts[-1] : at]
    if _RECORD.search(clause) or _RATE.search(clause) or _SOME.search(clause) or _OF_ONE_DAY.match(right):
        return True
    earlier = text[cuts[-2] : cuts[-1]] if len(cuts) > 1 else ""
    if _REACHING.match(clause) and _RECORD.search(earlier) and not re.search(r"年最", earlier):
        return True
    return is_within_the_year(text, at)


def is_within_the_year(text: str, at: int) -> bool:
    """Whether a month or a season that is named before makes what stands at ``at`` only a part of the year's."""
    months = [m for m in _MONTH.finditer(text, 0, at) if _leads(text, m)]
    clause = max([0, *(m.end() for m in _CLAUSE_END.finditer(text, 0, at))])
    if not months:
        season = _SEASON.search(text[clause:at])
        return bool(season and not _YEAR_LONG.search(season[0]))
    if _SEVERAL.search(text, 0, at) and re.search(r"共[计有]?$", text[clause:at]):
        return False
    last = months[-1]
    to_number = text[last.end() : at]
    if _YEAR_LONG.search(to_number) or _RANGE.match(to_number) or _ends_the_year(last):
        return False
    return last.start() >= clause or len(_CLAUSE_END.split(to_number)[0]) <= 4


def _leads(text: str, month: re.Match[str]) -> bool:
    before = text[: month.start()]
    return bool(_LEAD.search(before) or _RANGE_END.search(before))


def _ends_the_year(month: re.Match[str]) -> bool:
    """Whether it is December, and the words before it do not begin later than January."""
    before = month.string[: month.start()]
    ranged = _FROM.search(before)
    begins = ranged["month"] in {"1", "一"} if ranged else bool(month["end"] or _UP_TO.search(before))
    return month["month"] in {"12", "十二"} and begins
