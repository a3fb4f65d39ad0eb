"""The identities of the 统计表 of 2014 to 2018 (国办发〔2014〕32号)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from assistant.checks.case import Case
from assistant.checks.finding import STATISTICS, Hit, Severity, rule
from assistant.checks.table_sums import differs, quotes, shown
from index.indicators import CHANNELS, STATISTIC, statistic_sums
from index.schema import Fact

FORM = "国办发〔2014〕32号《政府信息公开情况统计表》"
RESPONSES = ("responses_weibo", "responses_other")
"""The rows that count responses alone; conferences, interviews and 解读稿件 also serve other ends."""

AT_MOST = (
    ("disclosed_normative", "disclosed", Severity.ERROR),
    ("disclosed_normative", "normative_issued", Severity.NOTE),
    ("press_conferences_led", "press_conferences", Severity.ERROR),
    ("online_interviews_led", "online_interviews", Severity.ERROR),
)
"""G6 and G7: the first is part of the second."""


def statistic(case: Case, indicator: str) -> Fact | None:
    """The cell of a row of the 统计表."""
    return case.cells.get((indicator, STATISTIC))


@rule("statistics-sums", "表内合计错误", Severity.ERROR, FORM, STATISTICS)
def sums(case: Case) -> Iterator[Hit]:
    """G1 to G5: totals and their parts."""
    for total_row, part_rows in statistic_sums().items():
        total = statistic(case, total_row)
        parts = [cell for row in part_rows if (cell := statistic(case, row))]
        added = differs(parts, total) if len(parts) == len(part_rows) else None
        if added is not None and total is not None:
            yield Hit(
                f"统计表“{total.label}”填{total.value}，各分项之和{shown(parts)}",
                quotes(total, *parts),
                total.section,
                "核对总数与分项",
                total.page,
            )


@rule("statistics-part-of", "表内勾稽不平", Severity.ERROR, f"{FORM}“其中”项", STATISTICS)
def parts_within(case: Case) -> Iterator[Hit]:
    """G6, G7: an item under 其中 is no more than the one it is part of."""
    for part_row, whole_row, severity in AT_MOST:
        part, whole = statistic(case, part_row), statistic(case, whole_row)
        if part and whole and part.value is not None and whole.value is not None and part.value > whole.value:
            yield Hit(
                f"统计表“{part.label}”{part.value}，多于“{whole.label}”{whole.value}",
                quotes(part, whole),
                part.section,
                "“其中”项不能大于所属总项，请核对",
                part.page,
                severity,
            )


@rule(
    "statistics-channels",
    "表内勾稽不平",
    Severity.ERROR,
    f"{FORM}：不同渠道公开相同信息计1条",
    STATISTICS,
)
def channels(case: Case) -> Iterator[Hit]:
    """G6: what was disclosed is at least what any channel carried, and at most what all carried together."""
    yield from _at_least(case, "disclosed", CHANNELS, Severity.ERROR)
    total, parts = statistic(case, "disclosed"), _figures(case, CHANNELS)
    added = sum((part.value or Decimal(0) for part in parts), Decimal(0))
    if total and total.value is not None and added < total.value and len(parts) == len(CHANNELS):
        what = f"统计表“{total.label}”{total.value}，多于各分项之和{shown(parts)}"
        yield Hit(what, quotes(total, *parts), total.section, "总数不应大于各分项之和，请核对", total.page)


@rule(
    "statistics-responses",
    "表内勾稽存疑",
    Severity.NOTE,
    f"{FORM}：不同方式回应同一热点计1次",
    STATISTICS,
)
def responses(case: Case) -> Iterator[Hit]:
    """G7: the responses are at least those of any way, and at most those of all ways together."""
    yield from _at_least(case, "responses", RESPONSES, Severity.NOTE)


def _figures(case: Case, rows: tuple[str, ...]) -> list[Fact]:
    return [cell for row in rows if (cell := statistic(case, row)) and cell.value is not None]


def _at_least(case: Case, whole: str, rows: tuple[str, ...], severity: Severity) -> Iterator[Hit]:
    total, parts = statistic(case, whole), _figures(case, rows)
    if total is None or total.value is None or not parts:
        return
    largest = max(parts, key=lambda part: part.value or Decimal(0))
    if largest.value is not None and largest.value > total.value:
        what = f"统计表“{total.label}”{total.value}，少于其中一项“{largest.label}”{largest.value}"
        yield Hit(
            what, quotes(total, largest), total.section, "总数不应小于任一分项，请核对", total.page, severity
        )


@rule("statistics-replies", "表内勾稽存疑", Severity.NOTE, f"{FORM}三、依申请公开情况", STATISTICS)
def replies(case: Case) -> Iterator[Hit]:
    """G8: as many replies as cases closed."""
    closed, replied = statistic(case, "requests_handled"), statistic(case, "replied")
    if (
        closed
        and replied
        and closed.value is not None
        and replied.value is not None
        and closed.value != replied.value
    ):
        yield Hit(
            f"统计表申请办结数{closed.value}与申请答复数{replied.value}不等",
            quotes(closed, replied),
            closed.section,
            "办结数一般等于答复数；不等时请核对或说明",
            closed.page,
        )


@rule(
    "statistics-heading-row",
    "表格错填",
    Severity.ERROR,
    f"{FORM}：单位为“——”的分类标题行不填数",
    STATISTICS,
)
def heading_rows(case: Case) -> Iterator[Hit]:
    """G9: a category row of the form has no figure."""
    for (indicator, _), fact in case.cells.items():
        if indicator.startswith("heading_") and fact.value is not None:
            yield Hit(
                f"分类标题行“{fact.label}”填了{fact.value}，数应填在其下的指标行",
                quotes(fact),
                fact.section,
                "把数移到对应的指标行，标题行留“——”",
                fact.page,
                None if fact.value else Severity.NOTE,
            )
