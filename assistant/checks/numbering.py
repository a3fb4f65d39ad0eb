"""Numbers of headings and items, and declared counts against what follows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, product
from typing import NamedTuple

from assistant.checks.case import Case, Passage
from assistant.checks.chapters import CHAPTERS, declared_count, numbered_chapters
from assistant.checks.finding import Hit, Severity, rule
from index.language.numeral_pattern import parse_han
from index.language.sentences import Enumeration, items

SOURCE = "《党政机关公文处理工作条例》：结构层次序数清楚"
_ITEMS = {
    "是": re.compile(r"(?<![\u4e00-\u9fff])(?P<han>[一二三四五六七八九十]{1,2})是(?![否一不])"),
    "要": re.compile(r"(?<![\u4e00-\u9fff])(?P<han>[一二三四五六七八九十]{1,2})要(?![求素点件闻害么])"),
}


@rule("heading-number", "标题序号错误", Severity.WARNING, SOURCE)
def heading_numbers(case: Case) -> Iterator[Hit]:
    """The chapters count 一, 二, 三 without gap or repetition; a gap where none lacks is a slip of the number."""
    numbered = numbered_chapters(case)
    complete = len(numbered) == (declared_count(case) or (len(CHAPTERS) if case.year >= 2019 else 0))
    for (before, above), (number, chapter) in pairwise(numbered):
        if number == before:
            yield Hit(
                f"两章序号相同：“{above}”“{chapter}”", (above, chapter), chapter, f"后一章改为第{before + 1}"
            )
        elif number > before + 1:
            yield Hit(
                f"章的序号从{before}跳到{number}",
                (above, chapter),
                chapter,
                "核对是缺了一章还是序号写错（也可能是转换时丢了标题）",
                severity=None if complete else Severity.NOTE,
            )


class Item(NamedTuple):
    """An 一是 of a text: its number and where it begins."""

    number: int
    start: int


def _items(text: str, verb: str = "是") -> list[Item]:
    quoted = [m.span() for m in re.finditer(r"“[^“”]*”|《[^《》]*》", text)]
    return [
        Item(int(parse_han(m["han"])), m.start())
        for m in _ITEMS[verb].finditer(text)
        if not any(a < m.start() < b for a, b in quoted)
    ]


def _texts(case: Case) -> Iterator[tuple[str, str, int | None]]:
    """The text of each section without its heading's own paragraphs, with its label."""
    held: list[Passage] = []
    for passage in case.passages:
        if held and held[-1].section != passage.section:
            yield "\n".join(p.text for p in held), held[0].section, held[0].page
            held = []
        held.append(passage)
    if held:
        yield "\n".join(p.text for p in held), held[0].section, held[0].page


@rule("item-nested", "枚举层级混乱", Severity.ERROR, f"{SOURCE}；同一层次不嵌套同样的序号")
def nested(case: Case) -> Iterator[Hit]:
    """No list of 一是、二是 stands inside an item of another."""
    for text, section, page in _texts(case):
        found = _items(text)
        places = [i for i in range(1, len(found)) if _opens_inside(text, found, i)]
        if places:
            quotes = [_from_outer(text, found[i - 1], found[i]) for i in places]
            yield Hit(
                "“一是、二是……”内部又用“一是、二是……”，同级序号重复",
                tuple(quotes),
                section,
                "外层改用（一）（二），内层用一是、二是",
                page,
            )


def _opens_inside(text: str, found: Sequence[Item], index: int) -> bool:
    """Whether a 一是 opens a list in the item before it: right after its one short head, and the outer goes on later."""
    before, item = found[index - 1], found[index]
    if item.number != 1:
        return False
    head = text[before.start : item.start].strip()
    short = (
        len(head) <= 30
        and len(re.findall("[。：；:]", head)) == 1
        and head[-1] in "。：:"
        and "\n" not in head
    )
    resumes = any(later.number == before.number + 1 for later in found[index + 1 :])
    return short and (resumes or before.number > 1)


def _from_outer(text: str, outer: Item, inner: Item) -> str:
    end = re.search("[，。；：]", text[inner.start :])
    return text[outer.start : inner.start + (end.end() if end else 12)]


@rule("item-sequence", "序号错误", Severity.WARNING, f"{SOURCE}；序号连续不重复")
def sequence(case: Case) -> Iterator[Hit]:
    """S10: 一是、二是 count on without gap or repetition."""
    for (text, section, page), verb in product(_texts(case), _ITEMS):
        found = _items(text, verb)
        for before, item in pairwise(found):
            again, gap = item.number == before.number > 1, item.number > before.number + 1
            known = {i.number for i in found if i.start < item.start}
            if again or (gap and item.number - 1 not in known):
                what = (
                    f"“{_han(item, verb)}”重复"
                    if again
                    else f"序号从“{_han(before, verb)}”跳到“{_han(item, verb)}”"
                )
                yield Hit(what, (_clause(text, before), _clause(text, item)), section, "核对序号", page)


def _han(item: Item, verb: str) -> str:
    return f"{'零一二三四五六七八九十'[item.number] if item.number <= 10 else item.number}{verb}"


def _clause(text: str, item: Item) -> str:
    end = re.search("[，。；：\n]", text[item.start :])
    return text[item.start : item.start + (end.start() if end else 30)]


_ANNOUNCED = re.compile(
    r"(?:以下|如下|下列|下面|下述|这)?(?P<count>[两二三四五六七八九十]|(?<![\d.])[2-9])\s*个?(?:大|主要)?(?:方面|问题|不足|措施|点|项(?:措施|工作|重点工作|任务)?|条|举措)(?:的)?(?:工作|内容|问题|措施|情况|不足|努力|改进)*[：:。，,；]?$"
)


@rule("declared-items", "声明数与列举数不符", Severity.WARNING, f"{SOURCE}；S10 声明数等于后续枚举数")
def declared_items(case: Case) -> Iterator[Hit]:
    """S10: 以下三个方面 is followed by three items."""
    for text, section, page in _texts(case):
        for listed in items(text):
            match = _announced(listed) if listed.style != "、" else None
            if match and _number(match[match.lastgroup or 0]) != len(listed.items):
                yield Hit(
                    f"称{_quoted(match[0])}，其后列了{len(listed.items)}项",
                    (listed.lead.text, *(_head(item.text) for item in listed.items)),
                    section,
                    "核对项数",
                    page,
                )


REPEATED = "更加|进一步|坚持|注重|强化|突出|加强|到位|确保|统一|明确|提升|优先|严格"
"""Words that such lists repeat in each item."""
_BARE = re.compile(r"有(?P<count>[两二三四五六])[：:，,。]?$")
_NAMED = re.compile(
    r"(?:[“‘\"](?P<count>[两二三四五六七八九])个?[\u4e00-\u9fff]{1,6}[”’\"]|(?P<before>[两二三四五六七八九])个?[“‘\"][\u4e00-\u9fff]{1,6}[”’\"]"
    rf"|(?P<bare>[两二三四五六七八九])个?(?:{REPEATED}))[：:，,]?$"
)
"""“三个更加”：, 三个“强化”： and 三个强化：, which a list follows."""


def _announced(listed: Enumeration) -> re.Match[str] | None:
    """The number that the words right before a list give: 以下三个方面, “三个更加”."""
    lead = re.sub(r"\s", "", listed.lead.text)
    return _ANNOUNCED.search(lead) or _NAMED.search(lead) or _BARE.search(lead)


def _quoted(announced: str) -> str:
    words = announced.strip("：:。，,；;")
    return words if "“" in words else f"“{words}”"


def _number(printed: str) -> int:
    return int(printed) if printed.isdecimal() else 2 if printed == "两" else int(parse_han(printed))


def _head(item: str) -> str:
    end = re.search("[，。；：:,;]", item)
    return item[: end.start() if end else 30]


_QUOTED_TIMES = re.compile(
    r"“(?P<count>[两二三四五六七八九十])个?(?P<word>[\u4e00-\u9fff]{2})”(?=[：:，,（(即])(?:即)?(?P<rest>[^。]*)"
)
_TIMES = re.compile(rf"(?P<count>[两二三四五六七八九十])个[“‘]?(?P<word>{REPEATED}|更)[”’]?(?P<rest>[^。]*)")


@rule("declared-repeats", "声明数与列举数不符", Severity.WARNING, f"{SOURCE}；S10 声明数等于后续枚举数")
def declared_repeats(case: Case) -> Iterator[Hit]:
    """S10: 三个更加 is followed by 更加 three times."""
    for sentence in case.sentences:
        text = re.sub(r"\s", "", sentence.text)
        match = _TIMES.search(text) or _QUOTED_TIMES.search(text)
        if not match:
            continue
        times = match["rest"].count(match["word"])
        if times >= 2 and times != _number(match["count"]):
            yield Hit(
                f"称“{match['count']}个{match['word']}”，其后有{times}个",
                (sentence.text,),
                sentence.section,
                "核对个数",
                sentence.page,
            )
