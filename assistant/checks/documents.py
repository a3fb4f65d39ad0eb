"""The report's own name, and the documents that it refers to by a short one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.checks.case import Case
from assistant.checks.finding import Hit, Severity, rule
from index.language.text import squeeze

SELF = "年度报告前后一致"
_CITED = re.compile(r"《([^《》]{2,80})》")
_GENRES = "条例|办法|规定|意见|通知|方案|细则|要点|规划|决定|制度|指南|规范|规程|报告|公报|目录"
_SHORT = re.compile(rf"^(?:(?:暂行|实施|试行|管理|工作|修订|若干|考核|指导)*(?:{_GENRES}))$")
_INTRODUCED = re.compile(r"(?:以下简称|下称|以下统称|简称)(?:为)?[“”\"：:]?《?([^《》”“\"）)]{2,40})")


@rule("short-title", "指代不明", Severity.ERROR, f"{SELF}：简称使用前应先出全称")
def short_titles(case: Case) -> Iterator[Hit]:
    """A bare 《暂行规定》 stands for a document whose full title the report gives somewhere."""
    introduced = {squeeze(name) for name in _INTRODUCED.findall(case.prose)}
    titles = [squeeze(t) for t in _CITED.findall(case.prose + squeeze("".join(case.title_lines)))]
    seen: set[str] = set()
    for sentence in case.sentences:
        for short in map(squeeze, _CITED.findall(sentence.text)):
            if not _SHORT.match(short) or short in introduced or short in seen:
                continue
            seen.add(short)
            full = _has_full(short, titles)
            if full and short == "条例":
                what = "简称“《条例》”未先声明（以下简称《条例》）"
            elif full:
                continue
            else:
                what = f"《{short}》全文没有全称"
            severity = Severity.NOTE if full or short == "条例" else None
            yield Hit(
                what,
                (sentence.text,),
                sentence.section,
                "首次出现时写全称并注明简称",
                sentence.page,
                severity,
            )


def _has_full(short: str, titles: list[str]) -> bool:
    """Whether a longer title ends like the short one, a bracket at its end aside (…办法（试行）)."""
    return any(len(t) > len(short) and re.sub(r"\([^()]*\)$", "", t).endswith(short) for t in titles)


_OWN = re.compile(r"年(?:度)?(?:政府)?(?:信息|政务)公开(?:工作)?年度报告$")
_THIS = re.compile(r"现(?:将|予)?[^。；《]{0,12}(?:公布|公开|发布|报告)|本报告|如下|编制了?(?:本|《)")


@rule("own-title", "标题自述不一致", Severity.ERROR, f"{SELF}：文中自称的报告名与标题相符")
def own_title(case: Case) -> Iterator[Hit]:
    """The report calls itself by its title, its year included."""
    title = squeeze(case.report.title)
    for sentence in case.sentences:
        for cited in map(squeeze, _CITED.findall(sentence.text)):
            ours = any(name in cited for name in case.report.issuer.aliases)
            if not ours or not _OWN.search(cited):
                continue
            other_year = str(case.year) not in cited and _THIS.search(sentence.text)
            if other_year or (str(case.year) in cited and _kind(cited) != _kind(title)):
                yield Hit(
                    f"文中称本报告为《{cited}》，标题是“{title}”",
                    (sentence.text, *case.title_lines),
                    sentence.section,
                    "统一为“××政府××年政府信息公开工作年度报告”",
                    sentence.page,
                )


_NAMED_YEAR = re.compile(r"(?P<year>20\d\d)年(?:度)?(?:政府)?信息公开(?:工作)?(?:年度)?(?:报告|年报)")


@rule("own-year", "标题自述不一致", Severity.ERROR, f"{SELF}：文中自称的报告年度与标题相符")
def own_year(case: Case) -> Iterator[Hit]:
    """The words before the first chapter, where they present the report, name its year."""
    for sentence in case.sentences:
        if sentence.section:
            break
        text = re.sub(r"\s|《[^》]*》", "", sentence.text)
        years = {int(match["year"]) for match in _NAMED_YEAR.finditer(text)}
        if years and case.year not in years and _THIS.search(text):
            yield Hit(
                f"导语称这是{'、'.join(map(str, sorted(years)))}年度的报告，标题是{case.year}年",
                (sentence.text,),
                sentence.section,
                f"改为{case.year}年",
                sentence.page,
            )


def _kind(title: str) -> str:
    """What a title calls the report: 信息公开工作年度报告. 政府 before it may belong to the body's name."""
    match = re.search(r"(?:信息|政务)公开.*$", title)
    return match[0] if match else title


@rule(
    "title-repeats",
    "标题重复",
    Severity.WARNING,
    "国办公开办函〔2019〕60号：标题为“××年政府信息公开工作年度报告”",
)
def title_repeats(case: Case) -> Iterator[Hit]:
    """年度 once in a title is enough."""
    title = squeeze(case.report.title)
    if re.search(r"\d年度.*年度报告", title) or title.count("政府信息公开") > 1:
        yield Hit(
            f"标题“{title}”用词重复",
            case.title_lines,
            suggestion=f"{case.year}年政府信息公开工作年度报告",
            severity=Severity.NOTE if "公开工作年度报告" in title else None,
        )
