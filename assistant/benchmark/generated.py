"""Reports of towns that do not exist, as many as are wanted: short ones for counting, longer ones for searching."""

from __future__ import annotations

from collections.abc import Iterator

_FIRST = "青白云石柳松竹梅兰菊芦苇桃杏梨枫桂榆槐棠荷莲萍蒲芷蘅菱茭荻蓼茶麻葵苏薇蕨芹葛藤萝"
_LAST = "禾鹭岭桥浦坞溪湾渡塘"
TOWNS = len(_FIRST) ** 2
"""How many towns there are."""
YEARS = (2016, 2015, 2014, 2013, 2012, 2011, 2017, 2010, 2018)
"""The years of generated collections, all of one statutory format."""

_THEMES = (
    "加强组织领导", "健全工作制度", "做好政策解读", "回应群众关切", "管好公开平台", "规范申请办理",
    "开展业务培训", "抓好监督检查",
)  # fmt: skip
_DOINGS = (
    "安排专人负责{theme}，全年召开会议{n}次，把任务落实到{m}个站所",
    "围绕{theme}制定工作清单{m}项，按月通报进度，年底逐项核对",
    "在便民服务中心设立查阅点{m}处，接待群众{n}人次，现场解答{k}个问题",
    "组织村级信息员学习{n}次，参加{k}人次，学习后当场测试",
    "对照上年提出的{m}条意见逐条整改，其中{n}条当年完成",
    "通过公开栏和广播宣传{k}次，发放明白卡{m}百份",
    "请人大代表和群众代表{k}人评议，收到建议{n}条，全部答复",
)


def invented_town(number: int) -> str:
    """A town that does not exist; different for each number below ``TOWNS``."""
    size = len(_FIRST)
    return f"{_FIRST[number // size % size]}{_FIRST[number % size]}{_LAST[number % len(_LAST)]}镇"


def invented_report(town: str, year: int, requests: int, themes: int = 0) -> str:
    """A report in the format of before 2019; with ``themes`` that many paragraphs of about 250 characters more."""
    told = "\n\n".join(_paragraph(number, requests, year) for number in range(themes))
    return f"""{town}人民政府{year}年政府信息公开工作年度报告

一、概述

{year}年，我镇主动公开政府信息{requests * 11 + 3}条。

{told}

二、依申请公开政府信息情况

{year}年，我镇收到政府信息公开申请{requests}件。

三、收费及减免情况

{year}年，我镇没有收取费用。

{town}人民政府
{year + 1}年1月20日
"""


def _paragraph(number: int, requests: int, year: int) -> str:
    theme = _THEMES[number % len(_THEMES)]
    said = (
        _DOINGS[(number + step * 3 + year) % len(_DOINGS)].format(
            theme=theme, n=requests + step + 1, m=number + step + 2, k=requests * 3 + step + 4
        )
        for step in range(6)
    )
    return f"（{'一二三四五六七八九十'[number % 10]}）{theme}\n\n" + "。".join(said) + "。"


def places(reports: int) -> Iterator[tuple[str, int]]:
    """Town and year of so many reports, no two alike; at most ``TOWNS`` times the years."""
    for number in range(min(reports, TOWNS * len(YEARS))):
        yield invented_town(number % TOWNS), YEARS[number // TOWNS]


def collection(reports: int, themes: int = 0) -> Iterator[tuple[str, str]]:
    """File name and text of so many reports."""
    for number, (town, year) in enumerate(places(reports)):
        yield f"{town}{year}.txt", invented_report(town, year, number % 7, themes)
