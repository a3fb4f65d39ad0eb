"""The parts of a report: their number, names, order and contents."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.checks.case import Case, Sentence
from assistant.checks.finding import SINCE_2019, Hit, Severity, rule
from index.numeral_pattern import fold_digits, parse_han
from index.text import squeeze

FORMAT = "国办公开办函〔2019〕60号、〔2021〕30号：年度报告固定六章"
SELF = "年度报告前后一致"
CHAPTERS = (
    ("一、总体情况", re.compile(r"总体|概述|概况|基本情况|总述")),
    ("二、主动公开政府信息情况", re.compile(r"主动公开")),
    ("三、收到和处理政府信息公开申请情况", re.compile(r"申请(?!行政复议|复议)")),
    ("四、政府信息公开行政复议、行政诉讼情况", re.compile(r"复议|诉讼")),
    ("五、存在的主要问题及改进情况", re.compile(r"问题|改进")),
    ("六、其他需要报告的事项", re.compile(r"其他|其它|需要报告|说明")),
)
"""The fixed chapters with the words by which each is known under a changed name."""

_ORDINAL = re.compile(
    r"^[#*\s]*(?:第?(?P<han>[一二三四五六七八九十]{1,3})(?:部分|章)?[、.．,，\s]|(?P<digit>\d{1,2})[、.．])"
)
_DECLARED = re.compile(
    r"(?:由|包括|包含|分为|分|共)(?P<names>[^。；]*?)(?:等|共)?(?P<count>[一二三四五六七八九十]{1,3}|\d{1,2})\s*个?(?:大)?(?:部分|章节|章)(?:组成|构成|内容)?"
)


def ordinal(heading: str) -> int | None:
    """The number that a heading bears, ``None`` for none."""
    match = _ORDINAL.match(heading.replace("*", ""))
    if not match:
        return None
    return int(parse_han(match["han"])) if match["han"] else int(fold_digits(match["digit"]))


def name_of(heading: str) -> str:
    """A heading without number, marks of conversion and end marks."""
    return _ORDINAL.sub("", heading.replace("*", "").replace("#", "").strip() + " ").strip(" 。：:")


def _count(printed: str) -> int:
    return int(printed) if printed.isdecimal() else int(parse_han(printed))


def _declared(case: Case) -> tuple[Sentence, re.Match[str]] | None:
    """The sentence before the first chapter that says how many parts follow."""
    for sentence in case.sentences:
        if sentence.section:
            break
        match = _DECLARED.search(re.sub(r"\s", "", sentence.text))
        if match and re.search(r"组成|构成|部分|章", match[0]):
            return sentence, match
    return None


def _numbered(case: Case) -> list[tuple[int, str]]:
    return [(number, chapter) for chapter in case.chapters if (number := ordinal(chapter)) is not None]


@rule("chapter-count", "章节数不符", Severity.ERROR, f"{SELF}：声明的部分数与实际章数相符")
def chapter_count(case: Case) -> Iterator[Hit]:
    """S10: as many chapters follow as the preamble says."""
    declared, numbered = _declared(case), _numbered(case)
    if not declared or not numbered:
        return
    sentence, match = declared
    said, last = _count(match["count"]), max(number for number, _ in numbered)
    listed = len(_names(match["names"]))
    if said == last or (last < said == listed):
        return  # fewer chapters than both number and list: a heading that the conversion lost
    yield Hit(
        f"导语称{said}部分，实际有{last}章（{name_of(numbered[0][1])}……{name_of(numbered[-1][1])}）",
        (sentence.text, numbered[-1][1]),
        sentence.section,
        f"改为“{last}部分”，并按实际章名逐一列出",
        sentence.page,
    )


def _names(listed: str) -> list[str]:
    return [name for name in re.split(r"[、，,]", listed) if name.strip()]


_FILLER = re.compile(
    r"因|的|政府信息公开|政府信息|政务公开|信息公开|公开|工作|情况|主要|存在|以及|及其|及|和|与|[、，,“”]|措施|下一步|打算|有关|相关|年度|事项|需要"
)
_SAME = (
    ("总体", "概述"),
    ("概况", "概述"),
    ("基本", "概述"),
    ("被申请", "申请"),
    ("改善", "改进"),
    ("说明", ""),
    ("报告", ""),
    ("附表", ""),
    ("其它", "其他"),
)


def _bare(name: str) -> str:
    bare = squeeze(name)
    for one, other in _SAME:
        bare = bare.replace(one, other)
    return _FILLER.sub("", bare) or squeeze(name)


@rule("chapter-names", "章节名与导语不符", Severity.ERROR, f"{SELF}：导语所列各部分与章名相符")
def chapter_names(case: Case) -> Iterator[Hit]:
    """The parts that the preamble lists bear the names of the chapters, filler words aside."""
    declared, numbered = _declared(case), _numbered(case)
    if not declared or not numbered or _count(declared[1]["count"]) != max(number for number, _ in numbered):
        return
    sentence, match = declared
    # A name may hold marks of its own (复议、诉讼), so the list is compared as one string.
    listed = _bare(match["names"])
    strange = [chapter for _, chapter in numbered if not _is_listed(name_of(chapter), listed)]
    if strange and len(_names(match["names"])) >= len(numbered) - 1:
        yield Hit(
            f"章名与导语所列不一致：{'；'.join(name_of(chapter) for chapter in strange)}",
            (sentence.text, *strange),
            sentence.section,
            "以实际章名为准改导语",
            sentence.page,
        )


def _is_listed(name: str, listed: str) -> bool:
    bare = _bare(name)
    return bare in listed or all(
        _bare(part) in listed for part in re.split(r"[、，,和及与]", name) if part and len(part) > 3
    )


@rule("chapter-missing", "章节缺失", Severity.ERROR, FORMAT, SINCE_2019)
def chapters_missing(case: Case) -> Iterator[Hit]:
    """Each fixed chapter is there, under its own or a like name."""
    if len(case.chapters) < 2:
        return  # the conversion left no headings to go by
    for name, words in CHAPTERS:
        there = (
            any(words.search(chapter) for chapter in case.chapters)
            or squeeze(name.split("、", 1)[1]) in case.prose
        )
        if not there:
            yield Hit(f"缺“{name}”一章", suggestion=f"按统一格式补写“{name}”，无内容的写明“无”")


@rule("chapter-order", "章节顺序错误", Severity.WARNING, FORMAT, SINCE_2019)
def chapter_order(case: Case) -> Iterator[Hit]:
    """The fixed chapters stand in the order of the format."""
    exact = [squeeze(name.split("、", 1)[1]) for name, _ in CHAPTERS]
    places = [exact.index(n) for chapter in case.chapters if (n := squeeze(name_of(chapter))) in exact]
    for index in range(1, len(places)):
        if places[index] < places[index - 1]:
            name = CHAPTERS[places[index]][0]
            quote = next(c for c in case.chapters if squeeze(name_of(c)) == exact[places[index]])
            yield Hit(f"“{quote}”的位置与统一格式不符", (quote,), quote, f"按统一格式，应为“{name}”")
            return


@rule("chapter-empty", "章节为空", Severity.WARNING, "年度报告各章应有内容，没有的写明“无”")
def chapters_empty(case: Case) -> Iterator[Hit]:
    """A chapter has text or a table below its heading."""
    for chapter in dict.fromkeys(case.chapters):
        blocks = [b for s in case.chapter_sections(chapter) for b in s.blocks if b.text.strip()]
        if len(blocks) <= 1 and squeeze("".join(b.text for b in blocks)).strip("#*") == squeeze(
            chapter
        ).strip("#*"):
            yield Hit(f"“{chapter}”下没有内容", (chapter,), chapter, "补写内容；没有的写明“无”")


_PROMISES = (
    ("行政复议", re.compile(r"复议"), Severity.ERROR, "内容缺项"),
    ("行政诉讼", re.compile(r"诉讼|起诉|应诉|败诉"), Severity.ERROR, "内容缺项"),
    ("收费", re.compile(r"收费|费用|收取|免费"), Severity.WARNING, ""),
    ("咨询", re.compile(r"咨询|询问|来电|来访"), Severity.WARNING, ""),
    ("投诉", re.compile(r"投诉|举报"), Severity.WARNING, ""),
    ("举报", re.compile(r"投诉|举报"), Severity.WARNING, ""),
    ("减免", re.compile(r"减免|免收|免除"), Severity.NOTE, ""),
)


@rule("heading-promise", "内容缺项", Severity.ERROR, "标题所列内容应在正文报告")
def promises(case: Case) -> Iterator[Hit]:
    """What a chapter's heading names is dealt with below it."""
    for chapter in case.chapters:
        sections = list(case.chapter_sections(chapter))
        if any(b.grid for s in sections for b in s.blocks):
            continue
        body = _body(case, chapter)
        for word, found, severity, _ in _PROMISES:
            if (
                word in squeeze(chapter)
                and body
                and not found.search(re.sub(r"\s", "", "".join(body)))
                and not _none(body)
            ):
                yield Hit(
                    f"标题列了“{word}”，正文没有报告",
                    (chapter, *body[:1]),
                    chapter,
                    f"补写{word}情况（没有的写0件或无），或改标题",
                    severity=severity,
                )


def _body(case: Case, chapter: str) -> list[str]:
    head = squeeze(chapter).strip("#*")
    inside = [p for p in case.passages if p.section == chapter or p.section.startswith(f"{chapter} > ")]
    texts = [p.text for p in inside if squeeze(p.text).strip("#*") != head]
    return [t for t in texts if not squeeze(t).startswith(head)] or [t[len(chapter) :] for t in texts]


_NOTHING = re.compile(
    r"^(?:20\d\d年度?[，,]?)?(?:我[镇市县区局乡办街道]+|本.{1,4})?(?:以上|上述|相关)?(?:情况)?(?:均为|均|皆)?(?:无|没有发生|未发生|没有|不存在|0件|零)[^，。]{0,12}[。.]?$"
)


def _none(body: Sequence[str]) -> bool:
    return len(body) == 1 and bool(_NOTHING.match(re.sub(r"\s", "", body[0])))


_ANNEX = re.compile(r"附表|附件|统计表")


@rule(
    "annex-missing",
    "附表缺失",
    Severity.ERROR,
    "标题列明附表的应附表；国办发〔2014〕32号《政府信息公开情况统计表》",
)
def annex_missing(case: Case) -> Iterator[Hit]:
    """A heading that names an annexed table has one below it, or anywhere in the report."""
    if case.grids or case.cells:
        return
    for section in case.report.sections:
        if section.path and _ANNEX.search(section.heading):
            texts = [
                b.text
                for b in section.blocks
                if squeeze(b.text).strip("#*") != squeeze(section.heading).strip("#*")
            ]
            if len(texts) < 12:  # a table whose lines were lost in conversion leaves many
                yield Hit(
                    "标题列有附表，文中没有《政府信息公开情况统计表》",
                    (section.heading, *texts[:1]),
                    section.label,
                    "附上统计表，或改标题",
                )
