"""The relations that must hold between a report's figures (rules.md b3 and c), with both sides shown.

A relation of which a figure is absent is left out: the figure is listed as unfilled instead.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from assistant.drafting.figures import value_of
from assistant.drafting.forms import (
    DISPUTES,
    GROUPS,
    SUMS,
    document_blocks,
    group_rows,
    label_of,
    request_rows,
    result_rows,
)
from assistant.drafting.nouns import Entry, Identity, Key
from assistant.drafting.previous import Previous
from index.indicators import APPLICANTS, OUTCOMES, STATISTIC, indicators
from index.schema import Generation

Cells = Mapping[Key, Entry]
Term = tuple[str, Decimal]
"""A figure with what it is called."""

_MOST_SHOWN = 4


def identities(cells: Cells, year: int, previous: Previous | None) -> tuple[Identity, ...]:
    """All relations of the year's tables that can be evaluated, and those with last year's report."""
    if Generation.of(year) is Generation.REGULATION_2007:
        return (*_statistics(cells), *_limits(cells))
    found = [*_requests(cells, year), *_disputes(cells), *_fees(cells)]
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
        columns = [(column, value_of(cells, (row, column))) for column in APPLICANTS[:-1]]
        yield from _equal("H3", f"表三“{label_of(row, year)}”", _known(columns), _total(cells, row))


def _disputes(cells: Cells) -> Iterator[Identity]:
    for block in (*DISPUTES, "litigation"):
        parts = [(outcome, value_of(cells, (block, outcome))) for outcome in OUTCOMES[:-1]]
        name = indicators()[block].name
        yield from _equal("H4", f"表四“{name}”", _known(parts), _total(cells, block))
    blocks = [(indicators()[b].name, value_of(cells, (b, "总计"))) for b in DISPUTES[1:]]
    yield from _equal("H4", "行政诉讼", _known(blocks), _total(cells, "litigation"))


def _fees(cells: Cells) -> Iterator[Identity]:
    """The fee is a multiple of ten yuan whichever way it is charged (国办函〔2020〕109号)."""
    fee = value_of(cells, ("processing_fees", ""))
    if fee is not None:
        holds = fee % 10 == 0
        message = f"信息处理费{fee}元{'是' if holds else '不是'}10元的整数倍（国办函〔2020〕109号的计费标准）"
        yield Identity("S8", holds, message, "warning")


def _carried(cells: Cells, previous: Previous) -> Iterator[Identity]:
    for column in APPLICANTS:
        before = previous.value(("requests_carried_out", column))
        left = _terms(cells, [("requests_carried_in", column)])
        right = _known([(f"{previous.year}年报告结转下年度继续办理", before)])
        yield from _equal("H6", f"表三“{column}”列", left, right)


def _stock(cells: Cells, year: int, previous: Previous) -> Iterator[Identity]:
    if Generation.of(previous.year) is not Generation.of(year):
        return
    for _, columns, rows in document_blocks(year):
        for row in rows:
            name = f"表二“{indicators()[row].name}”"
            if "现行有效件数" in columns:
                before = previous.value((row, "现行有效件数"))
                signed = [("本年制发", columns[0], 1), ("减本年废止", columns[1], -1)]
                stock, rule = columns[2], "H7"
            elif columns[0] == "上一年项目数量":
                before = previous.value((row, columns[0]))
                change = previous.value((row, columns[1]))
                right = _known([(f"{previous.year}年上一年项目数量", before), ("本年增/减", change)])
                here = _known([(columns[0], value_of(cells, (row, columns[0])))])
                yield from _equal("H8", name, here, right, severity="warning")
                continue
            else:
                continue
            terms: list[tuple[str, Decimal | None]] = [(f"{previous.year}年现行有效", before)]
            for label, column, sign in signed:
                value = value_of(cells, (row, column))
                terms.append((label, None if value is None else sign * value))
            here = _known([(stock, value_of(cells, (row, stock)))])
            yield from _equal(rule, name, here, _known(terms), severity="warning")


def _statistics(cells: Cells) -> Iterator[Identity]:
    for total, parts in SUMS.items():
        terms = [(indicators()[part].name, value_of(cells, (part, STATISTIC))) for part in parts]
        whole = [(indicators()[total].name, value_of(cells, (total, STATISTIC)))]
        rule = {"requests_new": "G1", "requests_handled": "G2", "staff": "G5"}.get(total, "G3")
        rule = "G4" if total in {"review", "litigation"} else rule
        yield from _equal(rule, "统计表", _known(terms), _known(whole))


_AT_MOST = (
    ("G6", "disclosed_normative", "disclosed", "error"),
    ("G6", "disclosed_normative", "normative_issued", "warning"),
    *(
        ("G6", f"disclosed_{channel}", "disclosed", "error")
        for channel in ("gazette", "website", "weibo", "wechat", "other")
    ),
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
        yield Identity(rule, holds, message + ("" if holds else "，请核对"), severity)
    channels = [value_of(cells, (row, STATISTIC)) for rule, row, *_ in _AT_MOST[2:7]]
    known = [value for value in channels if value is not None]
    disclosed = value_of(cells, ("disclosed", STATISTIC))
    if disclosed is not None and len(known) == len(channels):
        total = sum(known, Decimal(0))
        holds = disclosed <= total
        message = f"统计表：主动公开政府信息{disclosed}{'不大于' if holds else '大于'}各渠道之和{total}"
        yield Identity("G6", holds, message + ("" if holds else "，请核对是否漏填渠道"))


def _terms(cells: Cells, keys: Sequence[Key]) -> list[Term] | None:
    return _known([(indicators()[row].name, value_of(cells, (row, column))) for row, column in keys])


def _total(cells: Cells, row: str) -> list[Term] | None:
    return _known([("总计", value_of(cells, (row, "总计")))])


def _known(terms: Sequence[tuple[str, Decimal | None]]) -> list[Term] | None:
    """The terms, ``None`` where one of them is absent."""
    known = [(name, value) for name, value in terms if value is not None]
    return known if len(known) == len(terms) else None


def _equal(
    rule: str, where: str, left: list[Term] | None, right: list[Term] | None, severity: str = "error"
) -> Iterator[Identity]:
    if left is None or right is None:
        return
    a, b = (sum((value for _, value in side), Decimal(0)) for side in (left, right))
    message = f"{where}：{_side(left, a)}，{_side(right, b)}"
    message += "，两边相等" if a == b else f"，相差{abs(a - b)}，请核对"
    yield Identity(rule, a == b, message, severity)


def _side(terms: list[Term], total: Decimal) -> str:
    """One side as printed: the terms that are not zero with their sum, or the single term."""
    if len(terms) == 1:
        return f"{terms[0][0]}为{total}"
    shown = [(name, value) for name, value in terms if value]
    if not shown:
        return f"{'、'.join(name for name, _ in terms[:_MOST_SHOWN])}{'等' * (len(terms) > _MOST_SHOWN)}均为0"
    if len(shown) > _MOST_SHOWN or len(shown) == len(terms):
        return f"{_joined(shown)}合计{total}"
    return f"{_joined(shown)}（其余为0）合计{total}"


def _joined(terms: list[Term]) -> str:
    return "＋".join(f"{name}{value}" for name, value in terms)
