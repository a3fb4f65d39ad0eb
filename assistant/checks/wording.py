"""Words: terms of the law, slips of writing, and marks that do not belong."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple
from unicodedata import normalize

from assistant.checks.case import Case, Sentence
from assistant.checks.finding import Hit, Severity, rule

STANDARD = "《党政机关公文处理工作条例》：表述准确，用语规范"


class Slip(NamedTuple):
    """A wrong form: ``wrong`` finds it, ``right`` is what to write, ``why`` the reason where the right form does not say it."""

    wrong: re.Pattern[str]
    right: str
    why: str = ""


def _slip(wrong: str, right: str, why: str = "") -> Slip:
    return Slip(re.compile(wrong), right, why)


TERMS = (
    _slip(
        r"(?:主动公开|主动)(?:和|与|及|、)依法申请公开|依法申请公开(?=工作|制度|情况|方面|渠道|流程|答复|服务|件|办理|受理)",
        "依申请公开",
        "制度名称是“依申请公开”",
    ),
    _slip(
        r"行政性规范(?:性)?文件|规范行政性文件|行政规范文件|行政规范(?:化|型|行)文件|行政规[划定则](?:性|化)文件",
        "行政规范性文件",
    ),
    _slip(r"依(?:法)?申请公布(?=工作|制度|情况|流程|办理|件)|依申请公示(?=工作|制度|情况)", "依申请公开"),
    _slip(r"政府信心(?=\d|公开|条|发布)", "政府信息"),
    _slip(r"政府信息依申请公开申请", "政府信息公开申请"),
    _slip(r"政府信息(?:公示|公布)条例|政务公开条例|信息公开条列|公开条列", "政府信息公开条例"),
    _slip(r"不与公开|不于公开|不预公开", "不予公开"),
    _slip(r"与以公开|予已公开|给以公开", "予以公开"),
    _slip(r"行政复意|行政复仪", "行政复议"),
    _slip(r"依申请公开公开", "依申请公开"),
    _slip(
        r"国务院办公厅政府信息(?:和|及|、)政务公开办公室|国务院办公厅政务公开(?:和|与)政府信息办公室|国务院办公厅(?:政府)?信息公开(?:和|与)政务公开办公室",
        "国务院办公厅政府信息与政务公开办公室",
    ),
    _slip(r"国务院办公室", "国务院办公厅"),
    _slip(r"二十大(?=[一二三四五六七]中全会)", "二十届"),
    _slip(r"十九大(?=[一二三四五六七]中全会)", "十九届"),
    _slip(r"十八大(?=[一二三四五六七]中全会)", "十八届"),
)
MISSPELT = (
    _slip(r"政府务公开|政务务公开|政政务公开|政务公公开", "政务公开"),
    _slip(r"政府信息息公开|政府府信息|信信息公开", "政府信息公开"),
    _slip(r"(?<=公开|受理|信息|申请|获取|查阅)渠(?![道成县江水])", "渠道", "漏“道”字"),
    _slip(r"布署", "部署"),
    _slip(r"登陆(?=[^。，；]{0,12}(?:网站|平台|系统|官网|网页|网址|账号))", "登录"),
    _slip(r"既时(?=公开|更新|发布|回应)", "即时"),
    _slip(r"(?<!书面)统计书记", "统计数据"),
    _slip(r"有待于有待", "有待于"),
    _slip(r"以经", "已经"),
    _slip(r"按排", "安排"),
    _slip(r"习近平新时代(?:中国)?特色社会主义(?!思想)", "习近平新时代中国特色社会主义思想", "漏“思想”"),
    _slip(r"习近平新时代特色社会主义", "习近平新时代中国特色社会主义思想", "漏“中国”"),
)
VARIANTS = (
    _slip(r"台帐", "台账"),
    _slip(r"(?<![\u4e00-\u9fff])帐号|帐户|公众帐号", "账号"),
    _slip(r"其它", "其他"),
)
LEGAL = (
    _slip(r"提起(?:的)?(?:政府信息公开)?行政复议", "申请行政复议", "行政复议用“申请”，行政诉讼用“提起”"),
    _slip(
        r"提起(?:的)?(?:诉讼|行政诉讼)[和或、及]行政复议|被(?:申请|提请)行政诉讼|提请行政(?:复议|诉讼)",
        "申请行政复议、提起行政诉讼",
        "行政复议用“申请”，行政诉讼用“提起”",
    ),
    _slip(r"(?<!复议、)(?<!复议和)申请(?:的)?行政诉讼", "提起行政诉讼", "行政复议用“申请”，行政诉讼用“提起”"),
)


def _slips(case: Case, slips: tuple[Slip, ...]) -> Iterator[Hit]:
    for sentence in case.sentences:
        text = re.sub(r"\s", "", sentence.text)
        for slip in slips:
            match = slip.wrong.search(text)
            if match:
                why = f"，{slip.why}" if slip.why else ""
                yield Hit(
                    f"“{match[0]}”应为“{slip.right}”{why}",
                    (sentence.clause(match[0]),),
                    sentence.section,
                    slip.right,
                    sentence.page,
                )


@rule("term", "术语错误", Severity.ERROR, "《政府信息公开条例》及统一格式的用语")
def terms(case: Case) -> Iterator[Hit]:
    """Names of institutions that are often miswritten."""
    yield from _slips(case, TERMS)


@rule("misspelt", "错别字", Severity.ERROR, STANDARD)
def misspelt(case: Case) -> Iterator[Hit]:
    """Wrong, doubled and lost characters in the set words of these reports."""
    yield from _slips(case, MISSPELT)


@rule("variant-character", "用字", Severity.NOTE, "《现代汉语词典》推荐词形")
def variants(case: Case) -> Iterator[Hit]:
    """Forms that the dictionary no longer recommends."""
    yield from _slips(case, VARIANTS)


@rule(
    "review-and-litigation", "法律用语", Severity.WARNING, "《政府信息公开条例》：申请行政复议、提起行政诉讼"
)
def legal_verbs(case: Case) -> Iterator[Hit]:
    """One applies for review and brings litigation."""
    yield from _slips(case, LEGAL)


_UNTIL_WRONG = re.compile(r"截止(?=目前|到|至|20\d\d|\d{1,2}月|年[底末]|当前|现在|今|上年|去年|本年|日前)")
_UNTIL_NOW = re.compile(r"截至(?:目前|当前|现在|今)")


@rule("until-word", "用词", Severity.ERROR, "“截止”表示停止，后不带时点；带时点用“截至”")
def until_word(case: Case) -> Iterator[Hit]:
    """截止 takes no point in time; 截至目前 is no period of statistics."""
    for sentence in case.sentences:
        text = re.sub(r"\s", "", sentence.text)
        if match := _UNTIL_WRONG.search(text):
            yield hit(
                sentence,
                match[0] + text[match.end() : match.end() + 2],
                "“截止”应为“截至”；统计应截至12月31日",
                f"截至{case.year}年12月31日",
            )
        elif match := _UNTIL_NOW.search(text):
            what = "“截至目前”时点不明，年度数据应截至12月31日"
            yield hit(sentence, match[0], what, f"截至{case.year}年12月31日", Severity.NOTE)


def hit(
    sentence: Sentence, found: str, message: str, suggestion: str, severity: Severity | None = None
) -> Hit:
    """A hit that quotes the clause in which something was found."""
    quote = sentence.clause(found) if found else sentence.text
    return Hit(message, (quote,), sentence.section, suggestion, sentence.page, severity)


_PRINCIPLE = re.compile(
    r"(?:以)?公开(?:为|是)(?:原则|惯例|常规|常例|主)[，,、]?(?:以)?不公开(?:为|是)(?:例外|特例)"
)
_SPECIAL = re.compile(r"不公开(?:为|是)特例")


@rule(
    "old-principle",
    "法定表述",
    Severity.WARNING,
    "《政府信息公开条例》第五条；2016年《关于全面推进政务公开工作的意见》：以公开为常态、不公开为例外",
)
def old_principle(case: Case) -> Iterator[Hit]:
    """以公开为原则 gave way to 以公开为常态 in 2016, by law in 2019; 特例 was never the wording."""
    for sentence in case.sentences:
        text = re.sub(r"\s", "", sentence.text)
        match = _SPECIAL.search(text) or (_PRINCIPLE.search(text) if case.year >= 2016 else None)
        if match:
            yield hit(
                sentence, match[0], "通行表述为“以公开为常态、不公开为例外”", "以公开为常态、不公开为例外"
            )


_DOUBLED = re.compile(r"(?P<word>[\u4e00-\u9fff]{2,8})(?P=word)")
_FREE_REPEAT = re.compile(r"^[一逐每][\u4e00-\u9fff]$|^(?:研究|讨论|商量|考虑|学习|打扫|方方|面面)$")
_SINGLE = re.compile(
    r"的的(?!确)|了了(?![解然如结断却无])|(?<![中参给])与与(?!会)|是是(?!非)|被被|(?<![自交事理])由由|将将(?![来军])|(?<![存现自所])在在|(?<!面)对对(?!象|口|策|方|比|待|应|接|联)|并并(?!不|且|入|列|轨)|及及(?!时)|和和(?!谐|平|睦|解)|为为(?!人|民|群|企|农|了)|已已|不不|但但|使使|让让|从从|以以|我我|其其"
)


@rule("doubled-word", "重复累赘", Severity.ERROR, STANDARD)
def doubled(case: Case) -> Iterator[Hit]:
    """A word written twice running."""
    for sentence in case.sentences:
        text = (
            sentence.text
        )  # with its spaces: a word printed again after one is a table or a line taken apart
        words = [m[0] for m in _DOUBLED.finditer(text) if not _FREE_REPEAT.match(m["word"])]
        words += [m[0] for m in _SINGLE.finditer(text)]
        for word in words:
            yield hit(sentence, word, f"“{word}”重复", "删去重复的字词")


_FOREIGN = re.compile(r"[\u0400-\u04ff\u3040-\u30ff\uac00-\ud7af\u0e00-\u0e7f\u0600-\u06ff]+")
_LATIN = re.compile(r"(?<![A-Za-z0-9@./:_-])[a-z]{2,}(?![A-Za-z0-9@./:_-])")
_KNOWN = frozenset(
    {
        "email",
        "http",
        "https",
        "html",
        "www",
        "word",
        "excel",
        "wifi",
        "logo",
        "vlog",
        "app",
        "pdf",
        "ppt",
        "doc",
        "docx",
        "xls",
    }
)


@rule(
    "foreign-word",
    "外文夹杂",
    Severity.WARNING,
    "《国家通用语言文字法》第十一条、第九条：公文使用国家通用语言文字",
)
def foreign(case: Case) -> Iterator[Hit]:
    """A lower-case Latin word or another script in a Chinese sentence; names, addresses and abbreviations are let be."""
    for sentence in case.sentences:
        text = normalize("NFKC", sentence.text)
        words = _FOREIGN.findall(text) + [w for w in _LATIN.findall(text) if w not in _KNOWN]
        if words and re.search(r"[\u4e00-\u9fff]", sentence.text):
            yield hit(sentence, words[0], f"中文句子里夹有外文“{words[0]}”", "改用中文，或删去")
