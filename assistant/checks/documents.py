"""The report's own name, the documents it cites, and the time limits it states."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches

from assistant.checks.case import Case
from assistant.checks.finding import Hit, Severity, rule
from index.language.text import squeeze

SELF = "年度报告前后一致"
LAW = "《政府信息公开条例》"
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


@rule("own-title", "标题自述不一致", Severity.ERROR, f"{SELF}：文中自称的报告名与标题相符")
def own_title(case: Case) -> Iterator[Hit]:
    """The report calls itself by its title."""
    title = squeeze(case.report.title)
    for sentence in case.sentences:
        for cited in map(squeeze, _CITED.findall(sentence.text)):
            ours = any(name in cited for name in case.report.issuer.aliases)
            if (
                not ours
                or str(case.year) not in cited
                or not _OWN.search(cited)
                or _kind(cited) == _kind(title)
            ):
                continue
            yield Hit(
                f"文中称本报告为《{cited}》，标题是“{title}”",
                (sentence.text, *case.title_lines),
                sentence.section,
                "统一为“××政府××年政府信息公开工作年度报告”",
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


_OLD_LAW = re.compile(r"(?:国务院令|国令|国务院第|令)[^。；]{0,4}(?:第)?492号")
_NEW_LAW = re.compile(r"(?:国务院令|国令|国务院第|令)[^。；]{0,4}(?:第)?711号")
_WRONG_NUMBER = re.compile(r"国办发〔(?:2021〕30|2019〕60)号")


@rule(
    "old-regulation", "旧法旧文号", Severity.ERROR, f"{LAW}2019年修订（国务院令第711号），2019年5月15日施行"
)
def old_regulation(case: Case) -> Iterator[Hit]:
    """The regulation cited is the one in force; in the report of 2019 either may be."""
    for sentence in case.sentences:
        text = squeeze(sentence.text)
        old = case.year >= 2020 and _OLD_LAW.search(text) and not _NEW_LAW.search(text) and "修订" not in text
        early = case.year <= 2017 and _NEW_LAW.search(text)
        if old or early:
            right = "国务院令第711号" if old else "国务院令第492号"
            yield Hit(
                f"{case.year}年度报告引用的条例文号有误，应为{right}",
                (sentence.text,),
                sentence.section,
                right,
                sentence.page,
            )


@rule("format-number", "旧法旧文号", Severity.ERROR, "国办公开办函〔2019〕60号、〔2021〕30号")
def format_number(case: Case) -> Iterator[Hit]:
    """The letters that set the formats are 国办公开办函, not 国办发."""
    for sentence in case.sentences:
        text = re.sub(r"[\[【(（]", "〔", re.sub(r"[\]】)）]", "〕", sentence.text))
        if (match := _WRONG_NUMBER.search(re.sub(r"\s", "", text))) and re.search("年度报告|格式|年报", text):
            right = match[0].replace("国办发", "国办公开办函")
            yield Hit(
                f"文号“{match[0]}”应为“{right}”", (sentence.text,), sentence.section, right, sentence.page
            )


_ANSWERING = re.compile(r"答复|办理期限|办结|申请之日")
_OTHER_TERMS = re.compile(r"征求|第三方|形成|变更之日|主动公开|补正|延长|公开发布|审查")
_DAYS = re.compile(r"(?P<days>15|十五|20|二十)个工作日")


@rule(
    "time-limit",
    "期限引用错误",
    Severity.WARNING,
    "2007年条例第二十四条（15个工作日）；2019年条例第三十三条（20个工作日）",
)
def time_limit(case: Case) -> Iterator[Hit]:
    """The time limit for answers is that of the regulation in force; in 2019 both were."""
    if case.year == 2019:
        return
    wrong = {"20", "二十"} if case.year < 2019 else {"15", "十五"}
    right = 15 if case.year < 2019 else 20
    for sentence in case.sentences:
        text = squeeze(sentence.text)
        match = _DAYS.search(text)
        if match and match["days"] in wrong and _ANSWERING.search(text) and not _OTHER_TERMS.search(text):
            yield Hit(
                f"答复申请的期限写{match['days']}个工作日，{case.year}年适用的是{right}个工作日",
                (sentence.text,),
                sentence.section,
                f"{right}个工作日",
                sentence.page,
            )


_LAWS = (
    "中华人民共和国政府信息公开条例",
    "中华人民共和国行政复议法",
    "中华人民共和国行政诉讼法",
    "中华人民共和国保守国家秘密法",
)


@rule(
    "law-name", "法规名称错误", Severity.ERROR, "《党政机关公文处理工作条例》：引用法律法规用全称或规范简称"
)
def law_names(case: Case) -> Iterator[Hit]:
    """The name of a law that these reports live by is cited as it is; a character or two off is a slip."""
    for sentence in case.sentences:
        for cited in map(squeeze, _CITED.findall(sentence.text)):
            if cited in _LAWS or not cited.startswith("中华人民共和国"):
                continue
            near = get_close_matches(cited, _LAWS, 1, 0.85)
            if (
                near
                and abs(len(near[0]) - len(cited)) <= 2
                and cited[-1] == near[0][-1]
                and not _another(cited, near[0])
            ):
                yield Hit(
                    f"法规名称“《{cited}》”应为“《{near[0]}》”",
                    (sentence.clause(cited),),
                    sentence.section,
                    f"《{near[0]}》",
                    sentence.page,
                )


def _another(cited: str, law: str) -> bool:
    """行政处罚法 is another law than 行政诉讼法, not a slip: two characters in one place differ."""
    return len(cited) == len(law) and sum(a != b for a, b in zip(cited, law, strict=True)) > 1
