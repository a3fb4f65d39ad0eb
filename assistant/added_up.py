"""Whether the parts that a report lists make up the total that it prints (各类别加起来是不是等于总数)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal

from assistant.compose import Draft, Source, Statement
from assistant.counting import phrases
from assistant.counting.desk import as_figure, stated
from assistant.counting.phrases import plain
from assistant.counting.readings import Reading
from assistant.listed import AMONG, CHANGE, MULTIPLE, Parts, counts_of, parts_in
from assistant.locate import blocks, source_at
from assistant.planning.query import Plan
from index.language.text import squeeze
from index.schema import Report

_ADDED = "(?:加起来|加总|相加|加在一起|加一块|合起来|合计|之和|总和|分项)"
_AGREES = "(?:等于|是不是|是否|对[得不]?上|一致|相符|相等|不等|吻合|符合|够不够|够吗|一样|出入|矛盾|差)"
_ASKS = re.compile(
    f"{_ADDED}[^。？?]{{0,16}}{_AGREES}|总数[^。？?]{{0,12}}{_AGREES}[^。？?]{{0,12}}{_ADDED}"
    f"|(?:总数|总量)[^。？?]{{0,6}}[和与跟][^。？?]{{0,8}}(?:各|每|分)[^。？?]{{0,8}}{_AGREES}"
)
_OF_PARTS = re.compile("各|每|按|分项|分类|几[个类项]|所有|全部|这些|那些|分别|这几")
_STRETCH = re.compile(r"[^。！？\n]+[。！？]?")
_EACH = "(?:各|每|按|分|所有|全部)[个种]?(?:公开)?(?:的)?"
_KINDS = (
    (re.compile(f"{_EACH}类"), re.compile("类")),
    (
        re.compile(f"{_EACH}(?:渠道|途径|平台|方式|形式)"),
        re.compile(
            "渠道|途径|方式|形式|网站|微信|微博|公众号|公报|公开栏|公示栏|网络|网上|信函|当面|传真|邮"
        ),
    ),
    (
        re.compile(f"{_EACH}(?:县|区|镇|乡|街道|部门|单位|地方)"),
        re.compile("[县区镇乡局办委]|街道|部门|单位|本级"),
    ),
    (re.compile(f"{_EACH}(?:月|季)"), re.compile("月|季|半年")),
)
"""How a question names the way in which a total is divided, and what the list that divides it so has in its words."""
_OPEN = re.compile("其中|主要|等(?=方面|\\d|内容|领域|[。，；])|含")


def asks_whether(plan: Plan) -> bool:
    """Whether it is asked if the parts of one report's total add up to it."""
    single = len(plan.targets) == 1 and bool(plan.indicators)
    return single and bool(_ASKS.search(plan.question)) and bool(_OF_PARTS.search(plan.question))


def told(plan: Plan, report: Report, total: Reading, names: Mapping[str, str]) -> Draft | None:
    """The sum of the parts beside the total, and whether the two agree; ``None`` without a total.

    Where the text lists no such parts, that is said. ``names`` gives the issuers by report as people say them.
    """
    if total.value is None:
        return None
    asked = squeeze(plan.question)
    chosen: dict[tuple[Decimal | None, ...], tuple[Parts, Source]] = {}
    for parts, source in _lists(report, total.unit, total.value):
        if _divides(asked, parts):
            chosen.setdefault(tuple(sorted(n.value or Decimal(0) for n in parts.numbers)), (parts, source))
    said = [_compared(total, total.value, parts, source, names) for parts, source in chosen.values()]
    said = said or [
        stated(phrases.statement(total, names), [total]),
        Statement("报告正文没有列出可以相加的分项，无法核对。", line=True),
    ]
    return Draft(tuple(said), figures=(as_figure(total),), whole=True)


def _compared(
    total: Reading, value: Decimal, parts: Parts, source: Source, names: Mapping[str, str]
) -> Statement:
    """One list against the total: both sums, and what lies between them."""
    added, unit = parts.added, total.unit
    shown = "+".join(plain(number.value or Decimal(0)) for number in parts.numbers)
    head = phrases.figure(total, names)
    text = f"所列各项之和为{plain(added)}{unit}（{shown}={plain(added)}）"
    sources = tuple(dict.fromkeys((*phrases.sources(total.all_facts), source)))
    if added == value:
        return Statement(f"一致。{head}，{text}，与总数相等。", sources, (added,), line=True)
    gap = abs(added - value)
    why = ""
    if added < value and _OPEN.search(source.quote):
        why = "报告可能没有列全。"
    if added > value and MULTIPLE.search(source.quote):
        why = "报告写明同一信息可能重复计算。"
    said = f"不一致。{head}，{text}，与总数相差{plain(gap)}{unit}。{why}"
    return Statement(said, sources, (added, gap), line=True)


def _divides(question: str, parts: Parts) -> bool:
    """Whether a list divides the total as the question says; any list does where it does not say."""
    asked = [printed for ask, printed in _KINDS if ask.search(question)]
    words = "".join(parts.labels)
    return not asked or any(printed.search(words) for printed in asked)


def _lists(report: Report, unit: str, total: Decimal | None) -> Iterator[tuple[Parts, Source]]:
    """The lists of a report's text that may divide a total, in the paragraph that prints it, with their sentence."""
    for section, block in blocks(report):
        if block.grid is not None or not any(
            n.value == total and n.unit == unit for n in counts_of(block.text)
        ):
            continue
        printed = {n.value for n in counts_of(block.text) if n.unit == unit}
        for match in _STRETCH.finditer(block.text):
            for parts in _in_sentence(match[0], unit, total):
                if parts.added != total and _of_another(parts, printed, total):
                    continue
                start = match.start() + len(match[0]) - len(match[0].lstrip())
                yield parts, source_at(report, section, block, start, match.end())


def _of_another(parts: Parts, printed: set[Decimal | None], total: Decimal | None) -> bool:
    """Whether a list divides another count that is printed beside it, or has the total itself as one of its parts."""
    return parts.added in printed or any(number.value == total for number in parts.numbers)


def _in_sentence(text: str, unit: str, total: Decimal | None) -> Iterator[Parts]:
    """The lists of a sentence: what follows 其中 or the total, each run between semicolons where those hold lists."""
    pieces = [_after_total(piece, unit, total) for piece in re.split("[；;]", text)]
    several = [parts for piece in pieces if (parts := parts_in(piece, unit))]
    whole = parts_in(_after_total(text, unit, total), unit)
    yield from several if len(several) > 1 or not whole else [whole]


def _after_total(text: str, unit: str, total: Decimal | None) -> str:
    """The text from behind 其中, or behind the total and what it is compared with."""
    if cut := AMONG.search(text):
        before = [n for n in counts_of(text[: cut.start()]) if not CHANGE.search(text[: n.start])]
        return text[cut.end() :] if not before or before[-1].value == total else ""
    heads = [n for n in counts_of(text) if n.unit == unit and n.value == total]
    rest = text[heads[0].end :] if heads else text
    compared = [n for n in counts_of(rest) if CHANGE.search(rest[: n.start])]
    return rest[compared[-1].end :] if compared and heads else rest
