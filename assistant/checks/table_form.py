"""The statutory tables against their form: tables, rows and cells that lack, and forms of another year."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.checks.case import Case
from assistant.checks.finding import FORMAT_2019, FORMAT_2021, SINCE_2019, TABLES, Hit, Severity, rule
from assistant.checks.table_sums import quotes
from index.indicators import APPLICANTS, form, indicators
from index.schema import Fact, FactState

FORM = "国办公开办函〔2019〕60号、〔2021〕30号 年度报告格式"
_TABLES = {
    "documents": "表二（主动公开）",
    "requests": "表三（申请）",
    "disputes": "表四（复议、诉讼）",
    "statistics": "统计表",
}
_CHAPTERS = {
    "documents": re.compile("主动公开"),
    "requests": re.compile("申请"),
    "disputes": re.compile("复议|诉讼"),
}
_OLD_COLUMNS = {
    "本年新制作数量",
    "本年新公开数量",
    "对外公开总数量",
    "上一年项目数量",
    "本年增/减",
    "采购项目数量",
}
_NEW_COLUMNS = {"本年制发件数", "本年废止件数", "现行有效件数"}
_FEW = 3


@rule("table-missing", "附表缺失", Severity.ERROR, FORM, SINCE_2019)
def tables_missing(case: Case) -> Iterator[Hit]:
    """The chapters two to four have their tables."""
    there = {indicators()[row].table for row, _ in case.cells}
    missing = [
        name for name, words in _CHAPTERS.items() if name not in there and not _has_remains(case, words)
    ]
    if len(missing) == len(_CHAPTERS):
        # Where all are gone, they more likely were pictures or files of their own that the conversion lost.
        yield Hit(
            "未见表二、表三、表四（原文有表的，可能是转换时丢失）",
            suggestion="按统一格式附三张表，没有的填0",
            severity=Severity.WARNING,
        )
        return
    for table in missing:
        yield Hit(f"未见{_TABLES[table]}", suggestion="按统一格式附表，没有的填0")


def _has_remains(case: Case, words: re.Pattern[str]) -> bool:
    """Whether the chapter has a table that could not be read, or the lines of one that the conversion took apart."""
    for chapter in case.chapters:
        if words.search(chapter):
            blocks = [b for s in case.chapter_sections(chapter) for b in s.blocks]
            if any(b.grid for b in blocks) or sum(len(b.text.strip()) < 12 for b in blocks) > 8:
                return True
    return False


@rule("table-blank", "表格漏填", Severity.WARNING, f"{FORM}；空格不等于0，没有的填0", TABLES)
def blanks(case: Case) -> Iterator[Hit]:
    """H5: no cell of a statutory table is empty."""
    yield from _cells(case, FactState.BLANK, "为空", "填实际数；没有的填0", None)


@rule("table-stroke", "表格填法", Severity.NOTE, f"{FORM}；“/”“-”不等于0", TABLES)
def strokes(case: Case) -> Iterator[Hit]:
    """H5: strokes are no figures."""
    yield from _cells(case, FactState.NOT_APPLICABLE, "填“/”或“-”", "没有的填0", Severity.NOTE)


def _cells(case: Case, state: FactState, what: str, remedy: str, severity: Severity | None) -> Iterator[Hit]:
    for table, name in _TABLES.items():
        rows: dict[str, list[Fact]] = {}
        for (row, _), cell in case.cells.items():
            if (
                indicators()[row].table in {table, "requests" if table == "statistics" else table}
                and cell.state is state
            ):
                rows.setdefault(cell.quote, []).append(cell)
        rows = {q: cells for q, cells in rows.items() if _belongs(cells[0], table)}
        if len(rows) > _FEW:
            cells = [cell for row in rows.values() for cell in row]
            told = f"{name}有{len(rows)}行{len(cells)}格{what}"
            yield Hit(told, tuple(rows)[:5], cells[0].section, remedy, cells[0].page, severity)
            continue
        for cells in rows.values():
            columns = "、".join(c.column for c in cells if c.column != "统计数") or "统计数"
            yield Hit(
                f"{name}“{cells[0].label}”的“{columns}”{what}",
                quotes(*cells),
                cells[0].section,
                remedy,
                cells[0].page,
                severity,
            )


def _belongs(cell: Fact, table: str) -> bool:
    if cell.indicator.startswith("heading_"):
        return False
    statistic = cell.column == "统计数"
    return statistic if table == "statistics" else not statistic


@rule(
    "form-2019-in-2021",
    "用错格式",
    Severity.WARNING,
    "国办公开办函〔2021〕30号：2021年度起用新格式",
    FORMAT_2021,
)
def old_form(case: Case) -> Iterator[Hit]:
    """From 2021 on 表二 has the columns of the new form."""
    old = [cell for (_, column), cell in case.cells.items() if column in _OLD_COLUMNS]
    if old:
        yield Hit(
            "表二用的是2019年试行格式的栏目（" + "、".join(dict.fromkeys(c.column for c in old)) + "）",
            quotes(*old)[:4],
            old[0].section,
            "改用2021年格式：本年制发件数、本年废止件数、现行有效件数、本年处理决定数量、本年收费金额",
            old[0].page,
        )


@rule(
    "form-other-handling",
    "用错格式",
    Severity.NOTE,
    "国办公开办函〔2021〕30号：（六）其他处理分三行",
    FORMAT_2021,
)
def single_row(case: Case) -> Iterator[Hit]:
    """From 2021 on （六）其他处理 has three rows; one is worth a remark only."""
    one = case.cells.get(("other_handling", APPLICANTS[-1]))
    if one and ("other_rest", APPLICANTS[-1]) not in case.cells:
        yield Hit(
            "表三（六）其他处理仍为一行，2021年格式分三行",
            quotes(one),
            one.section,
            "按2021年格式分三行填写",
            one.page,
        )


@rule("form-2021-in-2019", "用错格式", Severity.NOTE, "国办公开办函〔2019〕60号", FORMAT_2019)
def new_form(case: Case) -> Iterator[Hit]:
    """For 2019 and 2020 the columns of 2021 did not exist."""
    new = [cell for (_, column), cell in case.cells.items() if column in _NEW_COLUMNS]
    if new:
        yield Hit(
            f"{case.year}年度报告用了2021年格式的栏目",
            quotes(*new)[:2],
            new[0].section,
            "核对报告年度与格式",
            new[0].page,
        )


@rule("table-rows", "表格缺行", Severity.NOTE, FORM, SINCE_2019)
def rows_missing(case: Case) -> Iterator[Hit]:
    """表三 has every row of its form."""
    there = {row for row, column in case.cells if column in APPLICANTS}
    if len(there) < 12:
        return
    groups = {"refused", "unavailable", "not_processed", "other_handling"}
    wanted = [i for i in form("requests") if i.id not in groups and _in_form(i.labels, case.year)]
    single = "other_handling" in there
    missing = [
        i.label(case.year)
        for i in wanted
        if i.id not in there and not (single and i.parent == "other_handling")
    ]
    if missing:
        yield Hit(
            f"表三缺{len(missing)}行：{'、'.join(missing[:6])}",
            suggestion="对照统一格式补齐（也可能是转换时丢失）",
            severity=Severity.WARNING if len(missing) <= _FEW else None,
        )


def _in_form(labels: dict[str, str], year: int) -> bool:
    return any(int(era) <= year and int(era) >= 2019 for era in labels)
