"""The identities of 表三 and 表四 (2019 on): the sums that the form itself demands.

A blank cell is never taken for zero: a sum with a blank part is only checked where the figures that are there
already exceed the total, or reach it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from assistant.checks.case import Case
from assistant.checks.finding import FORMAT_2019, SINCE_2019, TABLES, Hit, Severity, rule
from index.indicators import APPLICANTS, DISPUTES, GROUPS, OUTCOMES, indicators, rows_below
from index.schema import Fact, FactState

FORM = "国办公开办函〔2019〕60号、〔2021〕30号 年度报告格式"
LEAVES = ("granted", "partial")


def result_cells(case: Case, column: str) -> list[Fact]:
    """The cells of one column that （七）总计 adds up, those printed; the one row of 2019's 其他处理 included."""
    cells: list[Fact] = []
    for row in LEAVES:
        cells += _printed(case, (row,), column)
    for group in GROUPS:
        cells += _printed(case, rows_below(group), column) or _printed(case, (group,), column)
    return cells


def _printed(case: Case, rows: Sequence[str], column: str) -> list[Fact]:
    return [cell for row in rows if (cell := case.cells.get((row, column)))]


def differs(parts: Sequence[Fact], total: Fact | None) -> Decimal | None:
    """The parts' sum where it surely is not the total, else ``None``; blanks make a smaller sum unsure."""
    if total is None or total.value is None or not parts:
        return None
    figures = [part.value for part in parts if part.value is not None]
    added = sum(figures, Decimal(0))
    unsure = any(part.state in {FactState.BLANK, FactState.VAGUE} for part in parts)
    if added == total.value or (unsure and added < total.value) or not figures:
        return None
    return added


def shown(parts: Sequence[Fact]) -> str:
    """The parts as a sum, zeros left out: ``3+5=8``; one figure, or none but zeros, by itself."""
    figures = [part.value for part in parts if part.value]
    added = sum(figures, Decimal(0))
    return f"{'+'.join(map(str, figures))}={added}" if len(figures) > 1 else f"为{added}"


def quotes(*facts: Fact | None) -> tuple[str, ...]:
    """The facts' quotes, each once and in order."""
    return tuple(dict.fromkeys(fact.quote for fact in facts if fact is not None))


@rule(
    "table3-balance",
    "表内勾稽不平",
    Severity.ERROR,
    f"{FORM}表三注：第一项加第二项之和等于第三项加第四项之和",
    SINCE_2019,
)
def balance(case: Case) -> Iterator[Hit]:
    """H1: in each column 一 + 二 = （七） + 四."""
    for column in APPLICANTS:
        rows = [
            case.cells.get((r, column))
            for r in ("requests_new", "requests_carried_in", "requests_handled", "requests_carried_out")
        ]
        new, brought, handled, carried = (fact.value if fact else None for fact in rows)
        if new is None or brought is None or handled is None or carried is None:
            continue
        if new + brought != handled + carried:
            yield Hit(
                f"表三“{column}”列：新收{new}+上年结转{brought}={new + brought}，办理总计{handled}+结转下年度{carried}={handled + carried}，两边不等",
                quotes(*rows),
                rows[0].section if rows[0] else "",
                "核对该列各数，使第一项加第二项等于第三项总计加第四项",
                rows[0].page if rows[0] else None,
            )


@rule("table3-results", "表内合计错误", Severity.ERROR, f"{FORM}表三（七）总计", SINCE_2019)
def results(case: Case) -> Iterator[Hit]:
    """H2: in each column （七）总计 is the sum of the results above it."""
    for column in APPLICANTS:
        total = case.cells.get(("requests_handled", column))
        parts = result_cells(case, column)
        if len(parts) < len(LEAVES) + len(GROUPS):
            continue
        added = differs(parts, total)
        if added is not None and total is not None:
            yield Hit(
                f"表三“{column}”列：各项办理结果之和{shown(parts)}，（七）总计填{total.value}",
                quotes(total, *(part for part in parts if part.value)),
                total.section,
                "核对各项结果与（七）总计",
                total.page,
            )


@rule("table3-row-total", "表内合计错误", Severity.ERROR, f"{FORM}表三各行总计", SINCE_2019)
def row_totals(case: Case) -> Iterator[Hit]:
    """H3: in each row 总计 is the sum of the six columns of applicants."""
    rows = dict.fromkeys(indicator for indicator, column in case.cells if column == APPLICANTS[0])
    for total, parts, added in _wrong_totals(case, rows, APPLICANTS):
        yield Hit(
            f"表三“{total.label}”：各列之和{shown(parts)}，总计填{total.value}",
            quotes(total),
            total.section,
            f"核对该行各列与总计（应为{added}，或某列有误）",
            total.page,
        )


@rule("table4-total", "表内合计错误", Severity.ERROR, f"{FORM}表四总计", SINCE_2019)
def dispute_totals(case: Case) -> Iterator[Hit]:
    """H4: in each of the three blocks 总计 = 维持 + 纠正 + 其他 + 尚未审结."""
    for total, parts, added in _wrong_totals(case, DISPUTES, OUTCOMES):
        name = indicators()[total.indicator].name
        yield Hit(
            f"表四“{name}”：维持、纠正、其他、尚未审结之和{shown(parts)}，总计填{total.value}",
            quotes(total),
            total.section,
            f"核对后改正（总计应为{added}，或各格填错位置）",
            total.page,
            Severity.NOTE if _is_scattered(total) else None,
        )


def _wrong_totals(
    case: Case, rows: Iterable[str], columns: Sequence[str]
) -> Iterator[tuple[Fact, list[Fact], Decimal]]:
    """Per row whose last column is surely not the sum of the others: that cell, the others, and their sum."""
    for row in rows:
        parts = _printed_in(case, row, columns[:-1])
        total = case.cells.get((row, columns[-1]))
        added = differs(parts, total) if len(parts) == len(columns) - 1 else None
        if added is not None and total is not None:
            yield total, parts, added


def _printed_in(case: Case, row: str, columns: Sequence[str]) -> list[Fact]:
    return [cell for column in columns if (cell := case.cells.get((row, column)))]


def _is_scattered(cell: Fact) -> bool:
    """Whether a row of 表四 was read from a line that holds its head too: what the conversion left of a table."""
    return "结果" in cell.quote


@rule("table-figure-kind", "数值类型错误", Severity.ERROR, "统计口径：件数为非负整数", TABLES)
def figure_kinds(case: Case) -> Iterator[Hit]:
    """H5: counts are whole and not negative; amounts are not negative; only 本年增/减 has a sign."""
    for fact in case.facts:
        if fact.source != "table" or fact.value is None or fact.column == "本年增/减":
            continue
        fraction = fact.value != fact.value.to_integral_value() and not fact.unit.endswith("元")
        if fraction or fact.value < 0:
            kind = "不是整数" if fraction else "是负数"
            yield Hit(
                f"“{fact.label}”{fact.column}填{fact.value}，{kind}",
                quotes(fact),
                fact.section,
                "核对后改正",
                fact.page,
            )


@rule(
    "table2-new-in-stock",
    "表内勾稽不平",
    Severity.WARNING,
    "国办公开办函〔2019〕60号 表二第二十条第（一）项",
    FORMAT_2019,
)
def newly_public(case: Case) -> Iterator[Hit]:
    """H8: 本年新公开数量 is no more than 对外公开总数量, of which it is a part."""
    for row in ("rules", "normative_documents"):
        new, all_ = case.cells.get((row, "本年新公开数量")), case.cells.get((row, "对外公开总数量"))
        if new and all_ and new.value is not None and all_.value is not None and new.value > all_.value:
            yield Hit(
                f"“{new.label}”本年新公开{new.value}件，多于对外公开总数量{all_.value}件",
                quotes(new),
                new.section,
                "核对两个数的口径",
                new.page,
            )
