"""Figures of the text against one another, and words like 全部办结 against the figures."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.checks.case import Case
from assistant.checks.finding import SINCE_2019, Hit, Severity, rule
from assistant.checks.table_sums import quotes
from assistant.checks.text_against_table import figures_of, is_whole
from index.indicators import indicators
from index.schema import Fact

SOURCE = "《政府信息公开条例》第五十条；数据准确，前后一致"
_OFTEN = {
    "meetings",
    "trainings",
    "trainees",
    "consultations",
    "consultation_comments",
    "media_accounts",
    "gazettes",
}
"""What a report may count in several places, each time for another occasion."""


@rule("text-against-text", "前后数据不一致", Severity.WARNING, SOURCE)
def contradictions(case: Case) -> Iterator[Hit]:
    """One thing, counted for the whole year in two places, has one figure; where a table has it, that is compared."""
    groups: dict[tuple[str, str, str], list[Fact]] = {}
    for fact in case.statements:
        if fact.value is not None and is_whole(fact) and fact.indicator not in _OFTEN and fact.unit != "%":
            groups.setdefault((fact.indicator, fact.column, fact.unit), []).append(fact)
    for (indicator, column, unit), said in groups.items():
        figures = dict.fromkeys(fact.value for fact in said)
        one_each = {fact.value: fact for fact in reversed(said)}
        apart = len({fact.quote for fact in one_each.values()}) == len(figures)
        if len(figures) < 2 or not apart or figures_of(case, indicator, column):
            continue
        facts = [one_each[value] for value in figures]
        told = "、".join(f"{fact.value}{unit}" for fact in facts)
        yield Hit(
            f"“{indicators()[indicator].name}”前后不一：{told}",
            quotes(*facts),
            facts[0].section,
            "核对台账，全文用同一个数；口径不同的写明口径",
            facts[0].page,
        )


_ALL_CLOSED = re.compile(
    r"(?:均|全部|都|全都)(?:已|按时|按期|依法|及时|在[^，。；]{2,14}内)*(?:予以)?(?:办结|答复|办理完毕|回复)|(?<!上年)(?<!年度)(?:无|没有)结转"
)
_STILL_OPEN = re.compile(r"结转下|下年度|继续办理|正在办理|尚未|未办结|结转\d|上年结转")


@rule("all-closed", "正文与表不一", Severity.WARNING, f"{SOURCE}；表三第四项结转下年度继续办理", SINCE_2019)
def all_closed(case: Case) -> Iterator[Hit]:
    """S2: where 表三 carries cases over, not all of them were closed."""
    left = case.cells.get(("requests_carried_out", "总计"))
    if left is None or not left.value:
        return
    for sentence in case.sentences:
        text = re.sub(r"\s", "", sentence.text)
        match = _ALL_CLOSED.search(text)
        around = re.sub(r"\s", "", sentence.passage.text)
        if match and re.search("申请(?!人)", text) and not _STILL_OPEN.search(around):
            yield Hit(
                f"正文称“{match[0]}”，而表三结转下年度{left.value}件",
                (sentence.text, left.quote),
                sentence.section,
                "核对；尚在办理的写明结转件数",
                sentence.page,
            )
