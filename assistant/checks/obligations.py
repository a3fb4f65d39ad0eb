"""What figures of the tables ask to be looked at: review before litigation, and bodies without any decision."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.checks.case import Case
from assistant.checks.finding import SINCE_2019, Hit, Severity, rule
from assistant.checks.table_sums import quotes
from index.schema import BodyLevel

REVIEW_FIRST = (2024, 9999)
"""Report years since 行政复议法 of 2023 came into force on 1 January 2024."""


@rule(
    "review-first",
    "复议前置",
    Severity.NOTE,
    "《行政复议法》（2023年修订）第二十三条第一款第四项：申请政府信息公开，行政机关不予公开的，复议前置",
    REVIEW_FIRST,
)
def review_first(case: Case) -> Iterator[Hit]:
    """From 2024 on a refusal goes to review first; cases brought to court without it are to be looked at."""
    direct = case.cells.get(("litigation_direct", "总计"))
    told = [f for f in case.statements if f.indicator == "litigation_direct" and f.value]
    if direct and direct.value:
        yield _direct(f"表四“未经复议直接起诉”{direct.value}件", quotes(direct), direct.section, direct.page)
    elif told and direct is None:
        yield _direct(
            f"正文称未经复议直接起诉{told[0].value}件", quotes(told[0]), told[0].section, told[0].page
        )


def _direct(what: str, quoted: tuple[str, ...], section: str, page: int | None) -> Hit:
    return Hit(
        f"{what}：2024年起，对不予公开不服的应先申请行政复议，请核对这些案件的案由和统计栏目",
        quoted,
        section,
        "属于不予公开案件的，核对是否误填；其他案由的不受此限",
        page,
    )


_ENFORCES = re.compile(
    r"市场监督管理|公安|税务|生态环境|应急管理|交通运输|城市管理|综合(?:行政)?执法|卫生健康|自然资源|住房和城乡建设|农业农村|文化|人力资源|水利|水务|林业|消防|教育|民政|发展和改革|医疗保障"
)
_DECISIONS = (("permits", "行政许可"), ("penalties", "行政处罚"), ("coercion", "行政强制"))


@rule(
    "decisions-none",
    "全零待核",
    Severity.NOTE,
    "国办公开办函〔2019〕60号、〔2021〕30号 表二第二十条第（五）（六）项：填本机关处理决定数量，不是事项数",
    SINCE_2019,
)
def decisions_none(case: Case) -> Iterator[Hit]:
    """S9: a body with the power to decide has decided something in a year."""
    cells = [
        cell
        for (row, column), cell in case.cells.items()
        if row in dict(_DECISIONS) and "处理决定" in column and cell.value is not None
    ]
    level = case.report.issuer.level
    able = level in {BodyLevel.COUNTY, BodyLevel.CITY, BodyLevel.PROVINCE} or (
        level is BodyLevel.OFFICE and _ENFORCES.search(case.report.issuer.name)
    )
    if able and len(cells) == len(_DECISIONS) and not any(cell.value for cell in cells):
        yield Hit(
            "表二行政许可、行政处罚、行政强制的处理决定数量全为0，而本机关有执法权",
            quotes(*cells),
            cells[0].section,
            "核对是否漏填；确无处理决定的保留0",
            cells[0].page,
        )
