"""Sums of the text that stand in no table: 共N场，其中… and …合计N条."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from assistant.checks.case import Case, Passage
from assistant.checks.finding import Hit, Severity, rule
from assistant.checks.text_parts import SOURCE
from assistant.listed import AMONG, CHANGE, MULTIPLE, counts_of, label, parts_in
from index.language.numerals import Number

_STRETCH = re.compile(r"[^。！？\n]+[。！？]?")
_REST = re.compile(r"其他|其它|其余|另有|余下")
_WAYS = (
    re.compile(r"网络|网上|网站|信函|邮寄|当面|传真|现场|电话|邮件"),
    re.compile(r"自然人|公民|个人|法人|企业|组织|机构"),
    re.compile(r"予以公开|部分公开|不予|无法提供|同意|驳回|维持|纠正|办结|按时|延期|答复"),
    re.compile(r"\d{1,2}月|季度|上半年|下半年"),
)
"""By what parts are told apart; a list that mixes two ways is two lists."""
_FEW = 20


class Listed(NamedTuple):
    """A total with the parts that a text gives for it."""

    text: str
    total: Number
    parts: tuple[Number, ...]
    labels: tuple[str, ...]
    passage: Passage

    @property
    def added(self) -> Decimal:
        """The sum of the parts."""
        return sum((part.value or Decimal(0) for part in self.parts), Decimal(0))


@rule("sentence-sum", "总数与分项不符", Severity.WARNING, SOURCE)
def sums_said(case: Case) -> Iterator[Hit]:
    """S7: the parts after 其中 are not more than their total, and make it up where they are all there."""
    for listed in _among(case):
        total = listed.total.value or Decimal(0)
        if listed.added == total or _is_explained(listed) or _is_two_lists(listed):
            continue
        whole = listed.added > total or bool(_REST.search(listed.labels[-1]))
        near = len(listed.parts) >= 3 and listed.added >= total * Decimal("0.8")
        if whole or near or total <= _FEW:
            yield _unequal(listed, None if whole or near else Severity.NOTE)


@rule("listed-total", "总数与分项不符", Severity.WARNING, SOURCE)
def totals_after(case: Case) -> Iterator[Hit]:
    """S7: a total after its parts (…12条、…8条，合计20条) is their sum."""
    for listed in _totalled(case):
        if listed.added != listed.total.value and not _is_explained(listed):
            yield _unequal(listed)


def _is_explained(listed: Listed) -> bool:
    """Whether the text says that one piece of information counts in several channels."""
    several = listed.total.unit in {"条", "篇", "件", "期"}
    return bool(MULTIPLE.search(listed.passage.text if several else listed.text))


def _unequal(listed: Listed, severity: Severity | None = None) -> Hit:
    shown = "+".join(str(part.value) for part in listed.parts)
    unit = listed.total.unit
    return Hit(
        f"总数{listed.total.value}{unit}，所列分项之和{shown}={listed.added}{unit}",
        (listed.text,),
        listed.passage.section,
        "核对总数与分项；分项未列全的写明“其余”",
        listed.passage.page,
        severity,
    )


def _among(case: Case) -> Iterator[Listed]:
    for passage, text in stretches(case):
        cuts = list(AMONG.finditer(text))
        for place, cut in enumerate(cuts):
            head = [n for n in counts_of(text[: cut.start()]) if not CHANGE.search(text[: n.start])]
            end = cuts[place + 1].start() if place + 1 < len(cuts) else len(text)
            rest = _same_breath(text[cut.end() : end])
            if head and _ends_near(text[head[-1].end : cut.start()]):
                yield from _listed(passage, text, head[-1], rest)


def _ends_near(between: str) -> bool:
    """Whether nothing but a comparison with last year, marks and a word or two stands between a total and 其中."""
    return len(re.sub(r"[，,（(](?:同比|较|比)[^，。；]*|\W", "", between)) <= 6


def _same_breath(rest: str) -> str:
    """What follows 其中 up to where another total begins."""
    end = re.search(r"[；;，,](?:共|全年|累计|总计|合计|此外|同时|另|并)", rest)
    first = rest.find("；")
    if first > 0 and re.search(r"[\d\s]\D{1,3}[、，,]", rest[:first]):
        return rest[:first]  # the list was one of 、, so that what follows ； is another matter
    return rest[: end.start()] if end else rest


def _totalled(case: Case) -> Iterator[Listed]:
    for passage, text in stretches(case):
        match = re.search(r"[，,、；;](?:合计|总计|共计)(?:为|是|公开|发布)?", text) or _SUMMED.search(text)
        total = [n for n in counts_of(text) if match and 0 <= n.start - match.end() <= 1]
        if match and total and not AMONG.search(text):
            for listed in _listed(passage, text, total[0], text[: match.start()]):
                if match.re is not _SUMMED or _is_close(listed):
                    yield listed


_SUMMED = re.compile(r"(?<=[条件次篇个人份期场名家项处])[，,]共有?[^，。；、\d]{0,6}(?=\d)")
"""专职1名、兼职12名，共有工作人员15名: 共 sums up only what is listed in one breath before it."""


def _is_close(listed: Listed) -> bool:
    """Whether a total after 共 can be meant to be that of the parts: joined by 、, and not far off."""
    between = listed.text[: listed.total.start]
    total = listed.total.value or Decimal(0)
    return "、" in between and between.count("，") == 1 and abs(total - listed.added) * 3 <= total


def _listed(passage: Passage, text: str, total: Number, rest: str) -> Iterator[Listed]:
    if parts := parts_in(rest, total.unit):
        yield Listed(text, total, parts.numbers, parts.labels, passage)


def _is_two_lists(listed: Listed) -> bool:
    """Whether some of the parts, from the first on, already make up the total, or the parts are of two kinds."""
    sums = Decimal(0)
    for part in listed.parts[:-1]:
        sums += part.value or Decimal(0)
        if sums == listed.total.value:
            return True
    kinds = {place for place, way in enumerate(_WAYS) for label in listed.labels if way.search(label)}
    return len(kinds) > 1


def stretches(case: Case) -> Iterator[tuple[Passage, str]]:
    """The text from full stop to full stop, with its paragraph."""
    for passage in case.passages:
        for match in _STRETCH.finditer(passage.text):
            yield passage, match[0].strip()


_GIVEN = re.compile(r"发放|发出|收到|收集|征集|受理|征求到|回收|收回")
_TAKEN = re.compile(r"收回|回收|采纳|采用|吸收|办结|答复|回复|解决|整改|落实|有效")


@rule("part-over-whole", "总数与分项不符", Severity.WARNING, SOURCE)
def parts_over_whole(case: Case) -> Iterator[Hit]:
    """S7: of what was given out or received no more is taken back, adopted or answered; requests may be carried in."""
    for passage, text in stretches(case):
        counts = counts_of(text)
        for whole, part in pairwise(counts):
            between, head = text[whole.end : part.start], label(text, whole)
            among = bool(re.fullmatch(r"[^。；，、\d]{0,14}[，,（(]?其中[^，。；、\d]{0,6}", between))
            taken = bool(_GIVEN.search(head) and _TAKEN.search(between) and len(between) <= 12)
            same = whole.unit == part.unit and (part.value or 0) > (whole.value or 0)
            if same and (among or taken) and not re.search(r"申请|结转|历年|累计|上年|去年", text):
                what = f"{part.printed}多于总数{whole.printed}"
                yield Hit(what, (text,), passage.section, "核对总数与其中的部分", passage.page)
