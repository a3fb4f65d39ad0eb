"""Of which kind all cases were (N件，均为…), against the tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from assistant.checks.case import Case, known
from assistant.checks.finding import SINCE_2019, TABLES, Hit, Severity, rule
from assistant.checks.text_against_table import SOURCE, Figure, figures_of
from index.indicators import LEGAL_PERSONS, STATISTIC, indicators
from index.language.text import squeeze
from index.schema import Fact

_RECEIVED = frozenset({"requests_new", "requests_total"})
_CLOSED = frozenset({"requests_handled", "replied", "requests_new", "requests_total"})
_KINDS = (
    (
        frozenset({"litigation"}),
        re.compile(r"(?:未经|不经)[^,。;]{0,4}复议|直接[^,。;]{0,4}(?:起诉|诉讼)"),
        "litigation_direct",
        "",
    ),
    (frozenset({"litigation"}), re.compile(r"(?:经|先)?(?:行政)?复议后"), "litigation_after_review", ""),
    (frozenset({"review", "litigation"}), re.compile(r"(?:结果)?纠正|(?:被)?纠错"), "", "结果纠正"),
    (frozenset({"review", "litigation"}), re.compile(r"尚未审结|未审结|正在审理|尚在审理"), "", "尚未审结"),
    (_RECEIVED, re.compile(r"自然人|公民|个人"), "", "自然人"),
    (_RECEIVED, re.compile(r"法人|组织"), "", LEGAL_PERSONS),
    (_RECEIVED, re.compile(r"(?:通过)?(?:网络|网上|互联网|在线)"), "received_online", ""),
    (_RECEIVED, re.compile(r"当面|现场"), "received_in_person", ""),
    (_RECEIVED, re.compile(r"信函|邮寄|书信"), "received_letter", ""),
    (_CLOSED, re.compile(r"予以公开|同意公开"), "granted", ""),
    (_CLOSED, re.compile(r"部分公开"), "partial", ""),
    (_CLOSED, re.compile(r"不予公开|不同意公开"), "refused", ""),
    (_CLOSED, re.compile(r"无法提供|本机关不掌握"), "unavailable", ""),
    (_CLOSED, re.compile(r"不予处理"), "not_processed", ""),
)
"""Of what totals a kind is told, by what words, and the row and column of the tables that count it ("": the total's own)."""
_ALL = re.compile(
    r"^[,(]?(?:其中)?(?:均|全部|全都|都)(?:已|依法)?(?:为|是|系|属于?|由|来自|通过|被|予以(?!公开))?"
)


@rule("all-of-kind", "正文与表不一", Severity.ERROR, SOURCE, TABLES)
def all_of_kind(case: Case) -> Iterator[Hit]:
    """S6: where all N cases of a total are said to be of one kind, the table has N of that kind."""
    for total in case.statements:
        if not total.value or total.part_of or total.scope or total.column not in {"", "总计"}:
            continue
        own = figures_of(case, total.indicator, total.column)
        if own and total.value not in {figure.value for figure in own}:
            continue  # the total itself is wrong, and reported as such
        for row, column in _kinds(total):
            figures = _figures(case, row or total.indicator, column)
            if figures and total.value not in {figure.value for figure in figures}:
                yield _disagreement(total, row or total.indicator, column, figures)


def _kinds(total: Fact) -> Iterator[tuple[str, str]]:
    """The row and column of the kind that the words right after a total say all of it is; the first that is named."""
    text, printed = squeeze(total.quote), squeeze(total.printed)
    at = text.find(printed) + len(printed)
    said = _ALL.match(text[at:])
    if said is None:
        return
    rest = text[at + said.end() :]
    found = (k for k in _KINDS if total.indicator in k[0] and k[1].match(rest))
    for _, _, row, column in islice(found, 1):
        yield row, column


def _figures(case: Case, row: str, column: str) -> list[Figure]:
    if (row, STATISTIC) not in case.cells and row.startswith("received_"):
        return []
    return figures_of(case, row, column)


def _disagreement(total: Fact, row: str, column: str, figures: list[Figure]) -> Hit:
    name = indicators()[row].name + (f"·{column}" if column else "")
    told = "，".join(f"{figure.name}为{figure.value}" for figure in figures)
    return Hit(
        f"正文称{total.value}{total.unit}全部是“{name}”，而表中{told}，不一致",
        (total.quote, *dict.fromkeys(cell.quote for figure in figures for cell in figure.cells)),
        total.section,
        "核对台账，统一正文与表格的数",
        total.page,
    )


_EVERY = (
    (
        re.compile(r"(?:所有|全部|各类|收到的)申请(?:事项)?(?:均|全部|都)(?:已|依法)*(?:予以|同意)公开"),
        "requests_handled",
        "granted",
        "总计",
        "总计",
    ),
    (
        re.compile(r"申请人(?:均|全部|都)(?:为|是|系)(?:自然人|公民|个人)"),
        "requests_new",
        "requests_new",
        "自然人",
        "总计",
    ),
)
"""What is said of every request, the row that counts them all, and the row and columns that must count as many."""


@rule("all-requests", "正文与表不一", Severity.ERROR, SOURCE, SINCE_2019)
def all_requests(case: Case) -> Iterator[Hit]:
    """S6: where every request is said to have been granted, or to be a citizen's, 表三 has no other."""
    for sentence in case.sentences:
        text = squeeze(sentence.text)
        for words, whole, part, column, total in _EVERY:
            match = words.search(text)
            every, some = case.cells.get((whole, total)), case.cells.get((part, column))
            if match and every and some and known((every, some)) and every.value != some.value:
                yield Hit(
                    f"正文称“{match[0]}”，而表三“{every.label}”{every.value}件，其中“{some.label}”{column}{some.value}件",
                    (sentence.text, every.quote, some.quote),
                    sentence.section,
                    "核对；统一正文与表三",
                    sentence.page,
                )
