"""Sums of the text that stand in no table: 共N场，其中…, …合计N条, and rates of what was closed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import takewhile
from typing import NamedTuple

from assistant.checks.case import Case, Passage
from assistant.checks.finding import Hit, Severity, rule
from assistant.checks.text_parts import MULTIPLE, SOURCE
from index.language.numerals import Kind, Number, numbers

_STRETCH = re.compile(r"[^。！？\n]+[。！？]?")
_AMONG = re.compile(r"其中[，,：:]?")
_BRACKETED = re.compile(r"[（(][^（）()]*[)）]")
_CHANGE = re.compile(
    r"(?:增长|增加|减少|下降|上升|提高|较|比|上年|去年|同期|累计|转发|阅读)[^，,、；;]{0,8}$"
)
_REST = re.compile(r"其他|其它|其余|另有|余下")
_WAYS = (
    re.compile(r"网络|网上|网站|信函|邮寄|当面|传真|现场|电话|邮件"),
    re.compile(r"自然人|公民|个人|法人|企业|组织|机构"),
    re.compile(r"予以公开|部分公开|不予|无法提供|同意|驳回|维持|纠正|办结|按时|延期|答复"),
    re.compile(r"\d{1,2}月|季度|上半年|下半年"),
)
"""By what parts are told apart; a list that mixes two ways is two lists."""
_FEW = 20
_FAR = 4
"""Characters from which on a figure of another unit is no part of the list before it."""
_IN_MONTH = re.compile(r"(?<!\d)1?\d月(?=\d+[场次期个条篇件])")


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
        cuts = list(_AMONG.finditer(text))
        for place, cut in enumerate(cuts):
            head = [n for n in _counts(text[: cut.start()]) if not _CHANGE.search(text[: n.start])]
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
        match = re.search(r"[，,、；;](?:合计|总计|共计)(?:为|是|公开|发布)?", text)
        total = [n for n in _counts(text) if match and 0 <= n.start - match.end() <= 1]
        if match and total and not _AMONG.search(text):
            yield from _listed(passage, text, total[0], text[: match.start()])


def _listed(passage: Passage, text: str, total: Number, rest: str) -> Iterator[Listed]:
    every = [n for n in numbers(_open(rest)) if n.kind is Kind.COUNT]
    parts = list(takewhile(lambda n: n.unit == total.unit, every))
    labels = tuple(_label(rest, part) for part in parts)
    exact = all(part.value is not None for part in parts)
    alone = len(parts) == len(every) or every[len(parts)].start - parts[-1].end > _FAR if parts else False
    if (
        len(parts) >= 2
        and exact
        and alone
        and total.unit
        and not any(_CHANGE.search(label) for label in labels)
    ):
        yield Listed(text, total, tuple(parts), labels, passage)


def _label(text: str, part: Number) -> str:
    return re.split(r"[，,、；;。：:]", text[: part.start])[-1]


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


def _counts(text: str) -> list[Number]:
    """The exact counts of a text, what stands in brackets aside."""
    return [n for n in numbers(_open(text)) if n.kind is Kind.COUNT and n.value is not None and n.unit]


def _open(text: str) -> str:
    """The text with what stands in brackets, and the 6月 of 6月1场, blanked out."""
    return _IN_MONTH.sub(_blank, _BRACKETED.sub(_blank, text))


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


_RATE = re.compile(
    r"(?P<what>办结|答复|回复|办理|按时办结|按期办结)率(?:达到|达|为|是|均为)?(?P<rate>\d+(?:\.\d+)?)[%％]"
)


@rule("sentence-rate", "比例计算错误", Severity.WARNING, f"{SOURCE}；办结率=办结数÷收到数")
def rates_said(case: Case) -> Iterator[Hit]:
    """S4: a rate of cases closed is that of two counts of its sentence, if it gives two."""
    for passage, text in stretches(case):
        match = _RATE.search(text)
        counts = _counts(text[: match.start()]) if match else []
        pairs = _pairs(counts)
        if match and pairs and not any(_is_rate(a, b, match["rate"]) for a, b in pairs):
            done, all_ = pairs[-1]
            yield Hit(
                f"写{match['what']}率{match['rate']}%，按文中的数重算：{done}÷{all_}={done / all_ * 100:.2f}%",
                (text,),
                passage.section,
                "核对件数与比率",
                passage.page,
            )


def _pairs(counts: Sequence[Number]) -> list[tuple[Decimal, Decimal]]:
    """The smaller over the larger of any two counts of one unit; none for less than two."""
    values = [(n.unit, n.value) for n in counts if n.value]
    return [
        (min(a, b), max(a, b))
        for place, (unit, a) in enumerate(values)
        for other, b in values[place + 1 :]
        if unit == other
    ]


def _is_rate(done: Decimal, all_: Decimal, printed: str) -> bool:
    step = Decimal(1).scaleb(-len(printed.partition(".")[2]))
    return abs(done / all_ * 100 - Decimal(printed)) < step
