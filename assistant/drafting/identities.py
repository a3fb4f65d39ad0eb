"""The relations that must hold between a report's figures by the notes to the statutory forms, with both sides shown.

A relation of which a figure is absent is left out: the figure is listed as unfilled instead.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from assistant.drafting.figures import total_of, value_of
from assistant.drafting.forms import document_blocks, group_rows, label_of, request_rows, result_rows
from assistant.drafting.nouns import Entry, Identity, Key
from assistant.drafting.previous import Previous
from index.indicators import (
    APPLICANTS,
    CHANNELS,
    DISPUTES,
    GROUPS,
    OUTCOMES,
    STATISTIC,
    indicators,
    statistic_sums,
)
from index.schema import Generation

Cells = Mapping[Key, Entry]


@dataclass(frozen=True, slots=True)
class Term:
    """A figure with what it is called; ``key`` is ``None`` for last year's, ``value`` where the figure is absent."""

    name: str
    value: Decimal | None
    key: Key | None = None


Side = list[tuple[str, Decimal]]
_MOST_SHOWN = 4


def identities(cells: Cells, year: int, previous: Previous | None) -> tuple[Identity, ...]:
    """All relations of the year's tables that can be evaluated, and those with last year's report."""
    if Generation.of(year) is Generation.REGULATION_2007:
        return (*_statistics(cells), *_limits(cells))
    found = [*_requests(cells, year), *_received(cells), *_disputes(cells), *_fees(cells)]
    if previous:
        found += [*_carried(cells, previous), *_stock(cells, year, previous)]
    return tuple(found)


def _requests(cells: Cells, year: int) -> Iterator[Identity]:
    for column in APPLICANTS:
        left = _terms(cells, [("requests_new", column), ("requests_carried_in", column)])
        right = _terms(cells, [("requests_handled", column), ("requests_carried_out", column)])
        yield from _equal("H1", f"表三“{column}”列", left, right)
        results = _terms(cells, [(row, column) for row in result_rows(year)])
        total = _terms(cells, [("requests_handled", column)])
        yield from _equal("H2", f"表三“{column}”列各类办理结果", results, total)
        for group in GROUPS:
            rows = group_rows(group, year)
            if group not in rows:
                parts = _terms(cells, [(row, column) for row in rows])
                yield from _equal("H2", f"表三“{column}”列", parts, _terms(cells, [(group, column)]))
    for row in request_rows(year):
        columns = [_term(cells, (row, column), column) for column in APPLICANTS[:-1]]
        yield from _equal(
            "H3", f"表三“{label_of(row, year)}”", columns, [_term(cells, (row, "总计"), "总计")]
        )


def _received(cells: Cells) -> Iterator[Identity]:
    """The channels that a sentence states are parts of what came."""
    rows = ("received_in_person", "received_letter", "received_online", "received_email", "received_fax")
    known = [key for row in rows if value_of(cells, key := (row, "")) is not None]
    if known:
        new = _terms(cells, [("requests_new", "总计")])
        yield from _equal("S7", "申请的渠道", new, _terms(cells, known), severity="warning")


def _disputes(cells: Cells) -> Iterator[Identity]:
    for block in (*DISPUTES, "litigation"):
        parts = [_term(cells, (block, outcome), outcome) for outcome in OUTCOMES[:-1]]
        name = indicators()[block].name
        yield from _equal("H4", f"表四“{name}”", parts, [_term(cells, (block, "总计"), "总计")])
    blocks = _terms(cells, [(block, "总计") for block in DISPUTES[1:]])
    yield from _equal("H4", "行政诉讼", blocks, [_term(cells, ("litigation", "总计"), "总计")])


def _fees(cells: Cells) -> Iterator[Identity]:
    """The fee is a multiple of ten yuan whichever way it is charged (国办函〔2020〕109号)."""
    key = ("processing_fees", "")
    fee = value_of(cells, key)
    if fee is not None:
        holds = fee % 10 == 0
        message = f"信息处理费{fee}元{'是' if holds else '不是'}10元的整数倍（国办函〔2020〕109号的计费标准）"
        yield Identity("S8", holds, message, "warning", (key,))


def _carried(cells: Cells, previous: Previous) -> Iterator[Identity]:
    for column in APPLICANTS:
        before = previous.value(("requests_carried_out", column))
        left = _terms(cells, [("requests_carried_in", column)])
        right = [Term(f"{previous.year}年报告结转下年度继续办理", before)]
        yield from _equal("H6", f"表三“{column}”列", left, right)


def _stock(cells: Cells, year: int, previous: Previous) -> Iterator[Identity]:
    """现行有效 follows from last year's by what was issued and repealed, 上一年项目数量 from last year's and its change."""
    if Generation.of(previous.year) is not Generation.of(year):
        return
    for _, columns, rows in document_blocks(year):
        for row in rows:
            if "现行有效件数" in columns:
                before = Term(f"{previous.year}年现行有效", previous.value((row, columns[-1])))
                issued, repealed, stock = (_term(cells, (row, column), column) for column in columns)
                less = None if repealed.value is None else -repealed.value
                terms = [before, replace(issued, name="本年制发"), Term("减本年废止", less, repealed.key)]
                yield from _equal("H7", _row_of_documents(row), terms, [stock], severity="warning")
            elif columns[0] == "上一年项目数量":
                terms = [Term(f"{previous.year}年{columns[0]}", previous.value((row, columns[0])))]
                terms.append(Term(columns[1], previous.value((row, columns[1]))))
                stock = _term(cells, (row, columns[0]), columns[0])
                yield from _equal("H8", _row_of_documents(row), terms, [stock], severity="warning")


def _row_of_documents(row: str) -> str:
    return f"表二“{indicators()[row].name}”"


def _statistics(cells: Cells) -> Iterator[Identity]:
    for total, parts in statistic_sums().items():
        terms = _terms(cells, [(part, STATISTIC) for part in parts])
        rule = {"requests_new": "G1", "requests_handled": "G2", "staff": "G5"}.get(total, "G3")
        rule = "G4" if total in {"review", "litigation"} else rule
        yield from _equal(rule, "统计表", terms, _terms(cells, [(total, STATISTIC)]))


_AT_MOST = (
    ("G6", "disclosed_normative", "disclosed", "error"),
    ("G6", "disclosed_normative", "normative_issued", "warning"),
    *(("G6", channel, "disclosed", "error") for channel in CHANNELS),
    ("G7", "press_conferences_led", "press_conferences", "error"),
    ("G7", "online_interviews_led", "online_interviews", "error"),
)


def _limits(cells: Cells) -> Iterator[Identity]:
    for rule, part, whole, severity in _AT_MOST:
        small, large = (value_of(cells, (row, STATISTIC)) for row in (part, whole))
        if small is None or large is None:
            continue
        holds = small <= large
        names = indicators()[part].name, indicators()[whole].name
        message = f"统计表：{names[0]}{small}{'不大于' if holds else '大于'}{names[1]}{large}"
        keys = (part, STATISTIC), (whole, STATISTIC)
        yield Identity(rule, holds, message + ("" if holds else "，请核对"), severity, keys)
    yield from _channels(cells)


def _channels(cells: Cells) -> Iterator[Identity]:
    """What was published came out through some channel, so it is at most what all of them published."""
    keys = tuple((row, STATISTIC) for row in CHANNELS)
    total, disclosed = total_of(cells, keys), value_of(cells, ("disclosed", STATISTIC))
    if disclosed is None or total is None:
        return
    holds = disclosed <= total
    message = f"统计表：主动公开政府信息{disclosed}{'不大于' if holds else '大于'}各渠道之和{total}"
    note = "" if holds else "，请核对是否漏填渠道"
    yield Identity("G6", holds, message + note, keys=(*keys, ("disclosed", STATISTIC)))


def _terms(cells: Cells, keys: Sequence[Key]) -> list[Term]:
    return [_term(cells, key, indicators()[key[0]].name) for key in keys]


def _term(cells: Cells, key: Key, name: str) -> Term:
    return Term(name, value_of(cells, key), key)


def _known(terms: Sequence[Term]) -> Side | None:
    """The figures by name, ``None`` where one of them is absent."""
    known = [(term.name, term.value) for term in terms if term.value is not None]
    return known if len(known) == len(terms) else None


def _equal(
    rule: str, where: str, left: Sequence[Term], right: Sequence[Term], severity: str = "error"
) -> Iterator[Identity]:
    sides = _known(left), _known(right)
    if sides[0] is None or sides[1] is None:
        return
    a, b = (sum((value for _, value in side or ()), Decimal(0)) for side in sides)
    message = f"{where}：{_side(sides[0], a)}，{_side(sides[1], b)}"
    message += "，两边相等" if a == b else f"，相差{abs(a - b)}，请核对"
    keys = tuple(term.key for term in (*left, *right) if term.key)
    yield Identity(rule, a == b, message, severity, keys)


def _side(terms: Side, total: Decimal) -> str:
    """One side as printed: the terms that are not zero with their sum, or the single term."""
    if len(terms) == 1:
        return f"{terms[0][0]}为{total}"
    shown = [(name, value) for name, value in terms if value]
    if not shown:
        return f"{'、'.join(name for name, _ in terms[:_MOST_SHOWN])}{'等' * (len(terms) > _MOST_SHOWN)}均为0"
    if len(shown) > _MOST_SHOWN or len(shown) == len(terms):
        return f"{_joined(shown)}合计{total}"
    return f"{_joined(shown)}（其余为0）合计{total}"


def _joined(terms: Side) -> str:
    return "＋".join(f"{name}{value}" for name, value in terms)
