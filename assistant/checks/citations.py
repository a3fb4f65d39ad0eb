"""The laws and documents that a report cites."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches

from assistant.checks.case import Case, Sentence
from assistant.checks.finding import Hit, Severity, rule
from index.language.text import squeeze

LAW = "《政府信息公开条例》"
_CITED = re.compile(r"《([^《》]{2,80})》")
_REGULATION = r"(?:国务院令|国务院第|国令|国务院|令)"
_OLD_LAW = re.compile(
    rf"{_REGULATION}[^。；《》]{{0,8}}492号|492号(?:国务院)?令|2007年(?:颁布|公布|施行|版)?(?:实施)?的?《(?:中华人民共和国)?政府信息公开条例》|2008年5月1日(?:起)?(?:正式)?(?:施行|实施)"
)
_NEW_LAW = re.compile(rf"{_REGULATION}[^。；《》]{{0,8}}711号|711号(?:国务院)?令")
_REVISED = re.compile(r"(?:新修订|修订后|新修改|修订施行)的?《(?:中华人民共和国)?政府信息公开条例》")


@rule(
    "old-regulation", "旧法旧文号", Severity.ERROR, f"{LAW}2019年修订（国务院令第711号），2019年5月15日施行"
)
def old_regulation(case: Case) -> Iterator[Hit]:
    """The regulation cited is the one in force; in the reports of 2018, signed in 2019, and of 2019 either may be."""
    for sentence in case.sentences:
        text = squeeze(sentence.text)
        old = case.year >= 2020 and _OLD_LAW.search(text) and not _NEW_LAW.search(text) and "修订" not in text
        early = case.year <= 2017 and (_NEW_LAW.search(text) or _REVISED.search(text))
        if old or early:
            right = "国务院令第711号" if old else "国务院令第492号"
            yield cited(sentence, f"{case.year}年度报告引用的条例版本或文号有误，应为{right}", right)


def cited(sentence: Sentence, message: str, right: str, severity: Severity | None = None) -> Hit:
    """A hit that quotes the whole sentence in which something is cited."""
    return Hit(message, (sentence.text,), sentence.section, right, sentence.page, severity)


_LETTERS = (
    (2019, 60, "国办公开办函〔2019〕60号", re.compile("年度报告|格式|年报")),
    (2021, 30, "国办公开办函〔2021〕30号", re.compile("年度报告|格式|年报")),
    (2020, 109, "国办函〔2020〕109号", re.compile("处理费")),
    (2014, 32, "国办发〔2014〕32号", re.compile("统计")),
)
"""Year and number of the letters that these reports rest on, as they are numbered, and what they are about."""
_NUMBERED = re.compile(r"(?P<from>国[\u4e00-\u9fff]{1,8})〔(?P<year>20\d\d)〕(?:第)?(?P<number>\d{1,3})号")


@rule(
    "format-number",
    "旧法旧文号",
    Severity.ERROR,
    "国办公开办函〔2019〕60号、〔2021〕30号；国办函〔2020〕109号；国办发〔2014〕32号",
)
def format_number(case: Case) -> Iterator[Hit]:
    """The letters that the reports rest on are cited by their own numbers."""
    for sentence in case.sentences:
        text = re.sub(r"\s", "", re.sub(r"[\[【(（]", "〔", re.sub(r"[\]】)）]", "〕", sentence.text)))
        for match in _NUMBERED.finditer(text):
            for year, number, right, about in _LETTERS:
                same = (int(match["year"]), int(match["number"])) == (year, number)
                if same and about.search(text) and not right.startswith(f"{match['from']}〔"):
                    yield cited(sentence, f"文号“{match[0]}”应为“{right}”", right)


_FORMAT_OF_2019 = re.compile(r"公开办函〔2019〕60号")


@rule(
    "format-letter-old",
    "旧法旧文号",
    Severity.WARNING,
    "国办公开办函〔2021〕30号：2021年度起用新格式",
    (2021, 9999),
)
def old_letter(case: Case) -> Iterator[Hit]:
    """From 2021 on the format is that of the letter of 2021."""
    for sentence in case.sentences:
        text = squeeze(sentence.text).replace("[", "〔").replace("]", "〕")
        if _FORMAT_OF_2019.search(text) and "2021〕30" not in case.prose.replace("]", "〕"):
            right = "国办公开办函〔2021〕30号"
            yield cited(sentence, f"{case.year}年度报告仍引用2019年试行格式的文号", right)


_LAWS = (
    "中华人民共和国政府信息公开条例",
    "中华人民共和国行政复议法",
    "中华人民共和国行政诉讼法",
    "中华人民共和国保守国家秘密法",
    "政府信息公开条例",
    "中华人民共和国政府信息公开工作年度报告格式",
)
_NEVER = re.compile(
    r"(?:中华人民共和国)?(?:政府)?信息公开法|中华人民共和国(?:政务公开|信息公开|政务信息公开)条例|(?:中华人民共和国)?信息公开条例|中华人民共和国保密法|中华人民共和国国家保密法|中华人民共和国政府信息条例"
)
"""Names that no law has."""
_LIKENESS = 0.8


@rule(
    "law-name", "法规名称错误", Severity.ERROR, "《党政机关公文处理工作条例》：引用法律法规用全称或规范简称"
)
def law_names(case: Case) -> Iterator[Hit]:
    """The name of a law that these reports live by is cited as it is; a character or two off is a slip."""
    for sentence in case.sentences:
        for title in map(squeeze, _CITED.findall(sentence.text)):
            right = _right_name(title)
            if right:
                yield Hit(
                    f"法规名称“《{title}》”应为“《{right}》”",
                    (sentence.clause(title),),
                    sentence.section,
                    f"《{right}》",
                    sentence.page,
                    Severity.WARNING if title == "信息公开条例" else None,
                )


def _right_name(cited: str) -> str:
    """The law that a miswritten name means, ``""`` where it is none or right."""
    if cited in _LAWS:
        return ""
    if _NEVER.fullmatch(cited):
        return "中华人民共和国保守国家秘密法" if "密" in cited else "中华人民共和国政府信息公开条例"
    near = get_close_matches(cited, _LAWS, 1, _LIKENESS)
    if not near or abs(len(near[0]) - len(cited)) > 2 or _another(cited, near[0]):
        return ""
    national = cited.startswith("中华人民共和国") == near[0].startswith("中华人民共和国")
    return near[0] if national and (cited[-1] == near[0][-1] or len(cited) >= len(near[0])) else ""


_OWN_OF_PLACES = re.compile(r"(?:省|市|县|区|州|实施|若干|暂行|深圳|经济特区)")


def _another(cited: str, law: str) -> bool:
    """行政处罚法 is another law than 行政诉讼法, not a slip: two characters in one place differ. Places have their own."""
    if sorted(cited) == sorted(law):
        return False  # two words changed places
    apart = len(cited) == len(law) and sum(a != b for a, b in zip(cited, law, strict=True)) > 1
    return apart or bool(_OWN_OF_PLACES.search(cited))
