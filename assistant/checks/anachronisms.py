"""What a report of its year cannot have known, and periods that the calendar of plans does not have."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.checks.case import Case
from assistant.checks.finding import Hit, Severity, rule
from assistant.checks.wording import hit
from index.language.numeral_pattern import parse_han

_FIRST_SESSIONS = {17: 2007, 18: 2012, 19: 2017, 20: 2022}
"""The years of the Party's congresses, with their first plenary sessions."""
_SESSIONS = {
    (17, 2): 2008, (17, 3): 2008, (17, 4): 2009, (17, 5): 2010, (17, 6): 2011, (17, 7): 2012,
    (18, 2): 2013, (18, 3): 2013, (18, 4): 2014, (18, 5): 2015, (18, 6): 2016, (18, 7): 2017,
    (19, 2): 2018, (19, 3): 2018, (19, 4): 2019, (19, 5): 2020, (19, 6): 2021, (19, 7): 2022,
    (20, 2): 2023, (20, 3): 2024, (20, 4): 2025,
}  # fmt: skip
"""The years of the plenary sessions by congress and number."""
_CONGRESS = re.compile(
    r"党的(?P<nth>十[七八九]|二十)大|(?P<other>十[七八九]|二十)大(?=精神|报告精神|以来|召开)"
)
_SESSION = re.compile(r"(?P<nth>十[七八九]|二十)届(?P<session>[一二三四五六七])中全会")
_SINCE = (
    (re.compile(r"习近平新时代"), 2017),
    (re.compile(r"公开办函〔2021〕30号"), 2021),
    (re.compile(r"国办函〔2020〕109号"), 2020),
)


@rule(
    "not-yet",
    "年份错误",
    Severity.ERROR,
    "年度报告只能引用报告年度已有的会议和文件：历次党代会、中央全会的年份；国办公开办函〔2021〕30号、国办函〔2020〕109号的文号年份",
)
def not_yet(case: Case) -> Iterator[Hit]:
    """A meeting or a letter of a later year cannot be cited, only looked forward to: the text is of a later report."""
    for sentence in case.sentences:
        text = re.sub(r"\s", "", sentence.text).replace("[", "〔").replace("]", "〕")
        for words, year in _dated(text):
            ahead = year == case.year + 1 and re.search(rf"迎|召开|营造|将|明年|下一步|{year}年", text)
            if year > case.year and not ahead:
                yield hit(
                    sentence,
                    words,
                    f"{case.year}年度报告写到了{year}年才有的“{words}”",
                    "核对是否套用了以后年度的文稿",
                )
                break


def _dated(text: str) -> Iterator[tuple[str, int]]:
    """What a text cites that has a year: meetings, the guiding thought, letters."""
    for match in _CONGRESS.finditer(text):
        yield match[0], _FIRST_SESSIONS[int(parse_han(match["nth"] or match["other"]))]
    for match in _SESSION.finditer(text):
        nth, session = int(parse_han(match["nth"])), int(parse_han(match["session"]))
        yield match[0], _SESSIONS.get((nth, session), _FIRST_SESSIONS[nth])
    for pattern, year in _SINCE:
        if found := pattern.search(text):
            yield found[0], year


_STALE = re.compile(r"党的(?P<nth>十[七八九])(?:大|届)(?!以来)")


@rule("congress-stale", "时效用语", Severity.WARNING, "历次党代会的年份：召开后的年度报告应写最近一次")
def congress_stale(case: Case) -> Iterator[Hit]:
    """Two years after a congress a report that follows the one before it alone was taken from an old one."""
    latest = max((nth for nth, year in _FIRST_SESSIONS.items() if year < case.year), default=0)
    told = [(int(parse_han(m["nth"])), s, m[0]) for s in case.sentences for m in _STALE.finditer(s.text)]
    newest = max((nth for nth, _, _ in told), default=0)
    if told and newest < latest and not re.search(f"{_han(latest)}[大届]", case.prose):
        _, sentence, words = told[0]
        right = f"党的{_han(latest)}大"
        yield hit(sentence, words, f"{case.year}年度报告只提到“{words}”，没有提到{right}，疑沿用旧稿", right)


def _han(nth: int) -> str:
    return {17: "十七", 18: "十八", 19: "十九", 20: "二十"}.get(nth, "")


_PLANS = {
    "十一五": (2006, 2010),
    "十二五": (2011, 2015),
    "十三五": (2016, 2020),
    "十四五": (2021, 2025),
    "十五五": (2026, 2030),
}
_PLAN = re.compile(
    r"(?P<name>十[一二三四五]五)[”’\"]?(?:规划|时期|期间)?[（(](?P<first>20\d\d)年?(?:[-—－–~～至到]+)(?P<last>20\d\d)年?[)）]"
)


@rule("plan-period", "年份错误", Severity.ERROR, "国民经济和社会发展五年规划的起止年份")
def plan_period(case: Case) -> Iterator[Hit]:
    """A five-year plan covers its five years: 十四五 is 2021 to 2025."""
    for sentence in case.sentences:
        match = _PLAN.search(re.sub(r"\s", "", sentence.text))
        if match and (int(match["first"]), int(match["last"])) != _PLANS[match["name"]]:
            first, last = _PLANS[match["name"]]
            yield hit(sentence, match[0], f"“{match['name']}”时期是{first}—{last}年", f"{first}—{last}年")


_LAST_YEAR = re.compile(r"(?:上年|上一年|去年)度?[（(](?:即)?(?P<year>20\d\d)年(?:度)?[)）]")


@rule("last-year-named", "年份错误", Severity.ERROR, "上年即报告年度的前一年")
def last_year_named(case: Case) -> Iterator[Hit]:
    """上年（2022年） in a report of 2023 is right, any other year in the brackets is not."""
    for sentence in case.sentences:
        match = _LAST_YEAR.search(re.sub(r"\s", "", sentence.text))
        if match and int(match["year"]) != case.year - 1:
            yield hit(sentence, match[0], f"“{match[0]}”：上年应为{case.year - 1}年", f"{case.year - 1}年")
