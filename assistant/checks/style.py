"""Style: words said twice over, verbs that do not go with their objects, words that do not fit a public report."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.checks.case import Case
from assistant.checks.finding import Hit, Severity, rule
from assistant.checks.wording import STANDARD, hit

_NUMBER = r"[\d一二三四五六七八九十百千万]+"
_REDUNDANT = (
    (
        re.compile(rf"(?:大约|大概|(?<![合节条公预签制])约)[^，。；]{{0,4}}?{_NUMBER}[^，。；\d]{{1,3}}左右"),
        "“约”与“左右”重复",
    ),
    (
        re.compile(
            rf"(?<![附最邻就合节条公预签制])(?:近|将近|约|接近){_NUMBER}\s*[余多](?=[条件次篇个人份期场])"
        ),
        "“近”与“余”矛盾",
    ),
    (re.compile(rf"(?:超过|突破|逾){_NUMBER}\s*[余多](?=[条件次篇个人份期场])"), "“超过”与“余”重复"),
    (re.compile(r"截至[^，。；]{4,14}[日底末]止"), "“截至”与“止”重复"),
    (
        re.compile(r"(?<![公中])(?:共计|共|总计|合计)(?:公开|发布|收到)?[^，。；]{0,6}(?:总计|共计|合计)"),
        "“共计”与“总计”重复",
    ),
    (re.compile(r"目的(?:是|就是)为了"), "“目的”与“为了”重复"),
    (
        re.compile(r"原因(?:是|在于)(?:由于|因为)|(?:由于|因为)[^，。；]{1,16}的原因(?:所致|造成|导致)"),
        "“原因”与“由于”重复",
    ),
    (
        re.compile(r"(?:全部都|均都|都均|分别各|各自分别|仍然还|还仍|曾经已|已经曾|必须要须|应当要应)"),
        "同义词重复",
    ),
    (re.compile(r"涉及到|付诸于|来自于[^，。；]{0,6}的来信|诉诸于"), "“及（诸）”已有“到（于）”的意思"),
)
"""Forms that say one thing twice; source: 《现代汉语词典》 and 通用规范 of official writing."""


@rule("redundant", "重复累赘", Severity.WARNING, STANDARD)
def redundant(case: Case) -> Iterator[Hit]:
    """One thing is said once: no 约…左右, no 近…余, no 截至…止."""
    for sentence in case.sentences:
        text = re.sub(r"\s", "", sentence.text)
        for pattern, why in _REDUNDANT:
            if match := pattern.search(text):
                light = Severity.NOTE if re.search(r"^截至|涉及到|目的", match[0]) else None
                yield hit(sentence, match[0], f"“{match[0]}”：{why}", "留其一", light)


_PAIRS = (
    ("加强", "水平|效率|时效|质量|透明度|力度|时效性|质效", "提高"),
    ("加大", "水平|质量|时效|效率|意识|能力|时效性", "提高"),
    ("提高|提升|增强|改善|完善", "力度", "加大"),
    ("加快", "力度|质量|功能|水平|意识|能力", "提升"),
    ("扩大", "水平|力度|质量|效率|深度", "提高"),
    ("完善|健全", "水平|效率|质量|意识", "提高"),
    ("增加", "水平|质量|效率", "提高"),
    ("降低", "漏洞|失误", "减少"),
    ("开展", "要求|水平|意识|精神", "落实"),
    ("规范(?![化性])", "水平|力度|效率", "提高"),
)
_OTHER_OBJECT = re.compile(
    r"[，。；：、,;]|学习|培训|管理|建设|领导|监督|检查|指导|宣传|提[高升]|增强|改[进善]|促进|推[进动]|加[大快强]|强化|完善|扩大|引导|审[核查]|保障|协[调作]|沟通|研究|督[促导查]|考核|工作$|教育|投入|组织|配合|健全|确保|以|来|并"
)


_OTHER_VERB = re.compile(r"加[大强]|强化|提[高升]|改[进善]|的|和|与|及")
"""力度 is of some work (宣传力度), which is no object by itself."""


@rule("collocation", "搭配不当", Severity.WARNING, STANDARD)
def collocations(case: Case) -> Iterator[Hit]:
    """A verb has an object that goes with it: one raises a level (提高水平), and does not strengthen it."""
    for sentence in case.sentences:
        text = re.sub(r"\s", "", sentence.text)
        for verbs, objects, right in _PAIRS:
            for match in re.finditer(
                rf"(?P<verb>{verbs})了?(?P<between>[^，。；：、,;]{{0,14}}?)(?P<object>{objects})(?=[，。；、,;]|和|与|$)",
                text,
            ):
                other = _OTHER_VERB if match["object"] == "力度" else _OTHER_OBJECT
                if other.search(match["between"]):
                    continue
                what = f"“{match['verb']}……{match['object']}”搭配不当"
                yield hit(sentence, match[0], what, f"{right}……{match['object']}")


_UPWARD = re.compile(
    r"(?:情况|工作|如下)?(?:向[^，。；]{1,8})?汇报如下|现(?:将|就)[^。；]{2,40}汇报|特此(?:汇报|报告)[。！]?$|请(?:审阅|批示|批评指正|审议)"
)


@rule(
    "report-to-public",
    "用语不当",
    Severity.WARNING,
    "《政府信息公开条例》第五十条：年度报告向社会公布，不是向上级的汇报",
)
def reports_upward(case: Case) -> Iterator[Hit]:
    """The report is made public; 汇报如下 and 请审阅 belong to papers for a superior."""
    for sentence in case.sentences:
        if match := _UPWARD.search(re.sub(r"\s", "", sentence.text)):
            yield hit(
                sentence,
                match[0],
                f"“{match[0]}”是对上级的用语",
                "年报向社会公布，改为“现公布如下”“报告如下”",
            )


_NEW = re.compile(
    r"(?:新|刚刚?|最新)(?:施行|实施|颁布|出台|修订|修订施行|修订实施|公布)的?(?=《?(?:中华人民共和国)?政府信息公开条例|《条例》|《?新条例)|新《条例》|新条例"
)


@rule("new-law-stale", "时效用语", Severity.NOTE, "《政府信息公开条例》2019年5月15日施行")
def new_law(case: Case) -> Iterator[Hit]:
    """From the report of 2020 on the regulation of 2019 is no longer new: the words are left of an old text."""
    if case.year < 2020:
        return
    for sentence in case.sentences:
        text = re.sub(r"\s", "", sentence.text)
        match = _NEW.search(text)
        if match and not re.search(r"自[^。；]{0,12}$", text[: match.start()]):
            severity = Severity.WARNING if "施行" in match[0] or "实施" in match[0] else None
            yield hit(sentence, match[0], f"条例已施行多年，“{match[0]}”疑沿用旧稿", "删去“新”字", severity)
