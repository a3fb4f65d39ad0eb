"""The regulation as a report cites it: the number of its decree, the day it took effect, and its articles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from assistant.checks.case import Case, Sentence
from assistant.checks.finding import Hit, Severity, rule
from index.language.numeral_pattern import parse_han
from index.language.text import squeeze

LAW_2007 = "2007年条例（国务院令第492号，2008年5月1日施行）"
LAW_2019 = "2019年修订的条例（国务院令第711号，2019年5月15日施行）"
_NAME = r"《(?:中华人民共和国)?政府信息公开条例》"
_DECREE = r"(?:国务院令|国令|国务院)第?(?P<NUMBER>\d{1,4})号"
_DECREED = re.compile(
    rf"{_NAME}(?:\((?:[^()]{{0,16}}?)|[^。；()《》]{{0,4}}){_DECREE.replace('NUMBER', 'after')}"
    rf"|{_DECREE.replace('NUMBER', 'before')}(?:令)?\)?(?:公布|颁布|发布|修订)?的?{_NAME}"
)
_DECREES = frozenset({492, 711})


@rule("decree-number", "旧法旧文号", Severity.ERROR, f"{LAW_2007}；{LAW_2019}")
def decree_number(case: Case) -> Iterator[Hit]:
    """The regulation was decreed twice, as 492 and as 711: any other number beside its name is a slip."""
    for sentence in case.sentences:
        for match in _DECREED.finditer(squeeze(sentence.text)):
            number = match["after"] or match["before"]
            if int(number) not in _DECREES:
                right = "国务院令第492号" if case.year <= 2018 else "国务院令第711号"
                what = f"《政府信息公开条例》的文号“第{number}号”有误，应为{right}"
                yield Hit(what, (sentence.text,), sentence.section, right, sentence.page)


_SHORT_NAME = r"《(?:(?:中华人民共和国)?政府信息公开)?条例》"
_DAY = r"(?P<year>20\d\d)年(?P<month>\d{1,2})月(?P<day>\d{1,2})日"
_IN_FORCE = re.compile(
    rf"{_SHORT_NAME}(?:\([^()]*\))?(?:已|将)?(?:自|于|从){_DAY}起?(?:正式)?(?:施行|实施|生效)"
)
_STARTED = re.compile(
    rf"(?:自|于|从){_DAY}起?(?:正式)?(?:施行|实施|生效)的?(?:新修订的?|修订后的?|新)?{_SHORT_NAME}"
)
_DAYS = frozenset({(2008, 5, 1), (2019, 5, 15)})


@rule("regulation-date", "日期错误", Severity.ERROR, f"{LAW_2007}；{LAW_2019}")
def regulation_date(case: Case) -> Iterator[Hit]:
    """The regulation took effect on 1 May 2008, as revised on 15 May 2019: no other day is one of its 施行."""
    for sentence in case.sentences:
        text = squeeze(sentence.text)  # in which all marks are half-width
        match = _IN_FORCE.search(text) or _STARTED.search(text)
        if match and (int(match["year"]), int(match["month"]), int(match["day"])) not in _DAYS:
            right = "2008年5月1日" if int(match["year"]) < 2019 else "2019年5月15日"
            what = f"条例的施行日期有误：“{match[0]}”，应为{right}"
            yield Hit(what, (sentence.text,), sentence.section, right, sentence.page)


class _Matter(NamedTuple):
    """What an article is cited for: ``about`` finds it in the words after the article, the rest by the two laws."""

    name: str
    about: re.Pattern[str]
    of_2007: frozenset[int]
    of_2019: frozenset[int]


_MATTERS = (
    _Matter(
        "年度报告的编制和公布",
        re.compile(r"^[^。;]*?(?:编制|编写|编撰|撰写|形成|公布|发布|报告)[^。;]*?(?:年度报告|年报|本报告)"),
        frozenset({31, 32}),
        frozenset({49, 50}),
    ),
    _Matter(
        "答复申请的期限",
        re.compile(r"^[^。;]{0,30}?\d+个工作日(?:内|以内)?[^。;,]{0,6}(?:答复|办结|回复)"),
        frozenset({24}),
        frozenset({33}),
    ),
)
_OTHER_MATTER = re.compile(r"主动公开|依申请|不予公开|收费|第三方|目录|指南")
_HAN = "[一二三四五六七八九十百]{1,5}"
_ARTICLE = rf"第(?:{_HAN}|\d{{1,3}})条(?:第?(?:{_HAN}|\d{{1,2}})[款项]|\([一二三四五六七八九十]+\)项?)*"
_ARTICLES = re.compile(
    rf"{_SHORT_NAME}(?:的)?(?P<articles>{_ARTICLE}(?:(?:、|和|及|与|以及){_ARTICLE})*)(?P<rest>.*)"
)
_EACH = re.compile(rf"第(?P<number>{_HAN}|\d{{1,3}})条")
_LAST = {2007: 38, 2019: 56}
"""The last article of each regulation."""


@rule(
    "article-cited",
    "条款引用错误",
    Severity.ERROR,
    f"{LAW_2007}第二十四、三十一、三十二条；{LAW_2019}第三十三、四十九、五十条",
)
def articles_cited(case: Case) -> Iterator[Hit]:
    """An article cited for the annual report or for the time to answer is the one that is about it, and exists."""
    for sentence in case.sentences:
        text = re.sub(r"\([^()]{3,40}\)", "", squeeze(sentence.text))
        match = _ARTICLES.search(text)
        cited = [_number(m["number"]) for m in _EACH.finditer(match["articles"])] if match else []
        wrong = _wrong(case.year, cited, match["rest"]) if match else ""
        if match and wrong:
            yield _miscited(sentence, match["articles"], wrong)


def _miscited(sentence: Sentence, articles: str, wrong: str) -> Hit:
    return Hit(f"引用的“{articles}”{wrong}", (sentence.text,), sentence.section, "核对条款", sentence.page)


def _wrong(year: int, cited: list[int], rest: str) -> str:
    """What is wrong with some articles, said of a report year; ``""`` where nothing is. In 2018 and 2019 either law may be meant."""
    laws = [2007] if year < 2018 else [2019] if year > 2019 else [2007, 2019]
    if all(number > max(_LAST[law] for law in laws) for number in cited):
        return f"不存在，条例共{max(_LAST[law] for law in laws)}条"
    for matter in _MATTERS:
        found = matter.about.search(rest)
        right = [n for law in laws for n in sorted(matter.of_2007 if law == 2007 else matter.of_2019)]
        if found and not _OTHER_MATTER.search(found[0]) and not set(cited) & set(right):
            return f"不是关于{matter.name}的，应为第{'、'.join(map(str, right))}条"
    return ""


def _number(printed: str) -> int:
    return int(printed) if printed.isdecimal() else int(parse_han(printed))
