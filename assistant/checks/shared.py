"""Passages that a report shares with those of other bodies, word for word."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.checks.case import Case
from assistant.checks.finding import Hit, Severity, rule
from index.language.text import squeeze, squeezed_offsets
from index.schema import Report

_RUN = 20
"""How many characters in a row two reports must share; set phrases (知情权、参与权、表达权和监督权) are shorter."""
_MOST = 5
_FORMAL = re.compile(r"统计期限|如对本报告|条例|办法|联系|组成|党中央|习近平|国务院|文件精神|年度报告")
"""What every report says alike: its grounds, its period, its parts, and the leadership's formulas."""


@rule("shared-passage", "跨文雷同", Severity.NOTE, "《政府信息公开条例》第四十七条；内容雷同、敷衍可追责")
def shared_passages(case: Case) -> Iterator[Hit]:
    """Passages that stand in a report of another body too; one hit for each such report."""
    for other in case.others:
        if other.issuer.short == case.report.issuer.short:
            continue
        quotes = list(dict.fromkeys(_shared(case, _runs(other))))
        if quotes:
            yield Hit(
                f"与{other.issuer.name}{other.year}年报告有{len(quotes)}处逐字相同",
                tuple(quotes[:_MOST]),
                suggestion="按本机关实际情况改写；套用模板的，核对部分数、年份和名称",
            )


def _runs(report: Report) -> frozenset[str]:
    text = squeeze("\n".join(b.text for s in report.sections for b in s.blocks if b.grid is None))
    return frozenset(text[i : i + _RUN] for i in range(len(text) - _RUN + 1))


def _shared(case: Case, runs: frozenset[str]) -> Iterator[str]:
    """The longest shared stretch of each sentence, verbatim."""
    for sentence in case.sentences:
        text, offsets = squeezed_offsets(sentence.text)
        same = [i for i in range(len(text) - _RUN + 1) if text[i : i + _RUN] in runs]
        told = sentence.section and not sentence.passage.heading  # the preamble is a form that all share
        if same and told and not _FORMAL.search(text[same[0] : same[-1] + _RUN]):
            start = same[0]
            end = start
            while end + 1 in set(same):
                end += 1
            yield sentence.text[offsets[start] : offsets[end + _RUN - 1] + 1].strip("，,。；;、 ")
