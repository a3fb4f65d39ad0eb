"""The parts of a report: their number, names, order and contents."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.checks.case import Case, Sentence
from assistant.checks.finding import SINCE_2019, Hit, Severity, rule
from index.indicators import indicators
from index.language.numeral_pattern import fold_digits, parse_han
from index.language.text import squeeze

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
    r"(?:由|包括|包含|分为|分|共)(?P<names>[^。；]*?)(?:等|共)?(?P<count>[一二三四五六七八九十]{1,3}|\d{1,2})\s*个?(?:大)?(?:部分|章节|章|方面(?=[。；，,]|的?内容|组成))(?:组成|构成|内容)?"
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


def declared(case: Case) -> tuple[Sentence, re.Match[str]] | None:
    """The sentence before the first chapter that says how many parts follow, and the match that has ``count`` and ``names``."""
    for sentence in case.sentences:
        if sentence.section:
            break
        match = _DECLARED.search(re.sub(r"\s", "", sentence.text))
        if match and re.search(r"报告|全文|组成|构成", sentence.text):
            return sentence, match
    return None


def declared_count(case: Case) -> int:
    """How many parts the words before the first chapter announce, 0 where they don't say."""
    said_so = declared(case)
    return _count(said_so[1]["count"]) if said_so else 0


def numbered_chapters(case: Case) -> list[tuple[int, str]]:
    """The chapters that bear a number, with it."""
    return [(number, chapter) for chapter in case.chapters if (number := ordinal(chapter)) is not None]


@rule("chapter-count", "章节数不符", Severity.ERROR, f"{SELF}：声明的部分数与实际章数相符")
def chapter_count(case: Case) -> Iterator[Hit]:
    """S10: as many chapters follow as the preamble says."""
    said_so, numbered = declared(case), numbered_chapters(case)
    if not said_so or not numbered:
        return
    sentence, match = said_so
    said, last = _count(match["count"]), max(number for number, _ in numbered)
    listed = len(_names(match["names"]))
    if said in {last, len(numbered)} or (last < said == listed):
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
    said_so, numbered = declared(case), numbered_chapters(case)
    if not said_so or not numbered or _count(said_so[1]["count"]) not in {numbered[-1][0], len(numbered)}:
        return
    sentence, match = said_so
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
    told = squeeze(
        "".join(p.text for p in case.passages if p.section)
    )  # where a heading may have run into the text
    for name, words in CHAPTERS:
        plain = squeeze(name.split("、", 1)[1])
        there = any(words.search(chapter) for chapter in case.chapters) or plain in told
        if not there:
            strayed = _fee_statements(case) if name == CHAPTERS[-1][0] else ()
            where = f"，信息处理费的情况写在了“{strayed[0].section}”" if strayed else ""
            yield Hit(
                f"缺“{name}”一章{where}",
                tuple(sentence.text for sentence in strayed),
                strayed[0].section if strayed else "",
                f"按统一格式补写“{name}”，无内容的写明“无”",
                strayed[0].page if strayed else None,
            )


def _fee_statements(case: Case) -> tuple[Sentence, ...]:
    """What a report says of 信息处理费, which belongs to its sixth chapter."""
    return tuple(s for s in case.sentences if s.section and "处理费" in s.text and not s.passage.heading)


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
    tables = {indicators()[row].table for row, _ in case.cells}
    for chapter in dict.fromkeys(case.chapters):
        if case.year >= 2019 and not tables and re.search("主动公开|申请|复议", chapter):
            continue  # the missing tables are reported as such
        blocks = [
            b
            for s in case.chapter_sections(chapter)
            for b in s.blocks
            if b.text.strip() and not _signs(case, b.text)
        ]
        if len(blocks) <= 1 and squeeze("".join(b.text for b in blocks)).strip("#*") == squeeze(
            chapter
        ).strip("#*"):
            yield Hit(f"“{chapter}”下没有内容", (chapter,), chapter, "补写内容；没有的写明“无”")


_DATE = re.compile(r"20\d\d年\d{1,2}月\d{1,2}日")


def _signs(case: Case, text: str) -> bool:
    """Whether a paragraph is the signature or its date, which belong to no chapter."""
    plain = squeeze(text)
    return plain == squeeze(case.report.signature) or bool(_DATE.fullmatch(plain))


@rule("chapter-title", "章名不规范", Severity.NOTE, FORMAT, SINCE_2019)
def chapter_titles(case: Case) -> Iterator[Hit]:
    """A fixed chapter bears the name of the format; other words for it are worth a remark."""
    exact = {squeeze(name.split("、", 1)[1]): name for name, _ in CHAPTERS}
    named = {squeeze(name_of(chapter)) for chapter in case.chapters}
    strange = [
        (ordinal(chapter), chapter) for chapter in case.chapters if squeeze(name_of(chapter)) not in exact
    ]
    for number, chapter in strange:
        if number is None or not 1 <= number <= len(CHAPTERS):
            continue
        right, words = CHAPTERS[number - 1]
        if words.search(chapter) and squeeze(right.split("、", 1)[1]) not in named:
            yield Hit(f"章名“{chapter}”与统一格式“{right}”不同", (chapter,), chapter, right)
