"""Headings that promise what the text below them lacks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.checks.case import Case
from assistant.checks.finding import Hit, Severity, rule
from index.language.text import squeeze

_PROMISES = (
    ("行政复议", re.compile(r"复议"), Severity.ERROR, "内容缺项"),
    ("行政诉讼", re.compile(r"诉讼|起诉|应诉|败诉"), Severity.ERROR, "内容缺项"),
    ("收费", re.compile(r"收费|费用|收取|免费"), Severity.WARNING, ""),
    ("咨询", re.compile(r"咨询|询问|来电|来访"), Severity.WARNING, ""),
    ("投诉", re.compile(r"投诉|举报"), Severity.WARNING, ""),
    ("举报", re.compile(r"投诉|举报"), Severity.WARNING, ""),
    (
        "改进",
        re.compile(
            r"改进|整改|措施|下一?步|今后|接下来|将|明年|打算|计划|拟|继续|进一步|要[加强做]|努力|着力|强化|加大|完善"
        ),
        Severity.WARNING,
        "",
    ),
    (
        "问题",
        re.compile(r"问题|不足|差距|困难|短板|薄弱|有待|不够|欠缺|缺乏|不高|不强|不全|需"),
        Severity.WARNING,
        "",
    ),
    ("培训", re.compile(r"培训|学习|授课|讲座"), Severity.WARNING, ""),
    ("人员", re.compile(r"人员|专职|兼职|\d+[人名]|专人|队伍"), Severity.NOTE, ""),
    ("解读", re.compile(r"解读"), Severity.WARNING, ""),
    ("减免", re.compile(r"减免|免收|免除"), Severity.NOTE, ""),
)


@rule("heading-promise", "内容缺项", Severity.ERROR, "标题所列内容应在正文报告")
def promises(case: Case) -> Iterator[Hit]:
    """What a chapter's heading names is dealt with below it."""
    for chapter in case.chapters:
        sections = list(case.chapter_sections(chapter))
        if any(b.grid for s in sections for b in s.blocks):
            continue
        body = _body(case, chapter)
        for word, found, severity, _ in _PROMISES:
            if (
                word in squeeze(chapter)
                and body
                and not found.search(re.sub(r"\s", "", "".join(body)))
                and not _none(body)
            ):
                yield Hit(
                    f"标题列了“{word}”，正文没有报告",
                    (chapter, *body[:1]),
                    chapter,
                    f"补写{word}情况（没有的写0件或无），或改标题",
                    severity=severity,
                )


def _body(case: Case, chapter: str) -> list[str]:
    head = squeeze(chapter).strip("#*")
    inside = [p for p in case.passages if p.section == chapter or p.section.startswith(f"{chapter} > ")]
    texts = [p.text for p in inside if squeeze(p.text).strip("#*") != head]
    return [t for t in texts if not squeeze(t).startswith(head)] or [t[len(chapter) :] for t in texts]


_NOTHING = re.compile(r"无|没有|未|不存在|0|零")
_NAMED = re.compile(r"复议|诉讼|申请|费")


def _none(body: Sequence[str]) -> bool:
    """Whether a chapter only says that there was none of what its heading names."""
    text = re.sub(r"\s", "", "".join(body))
    return len(text) <= 40 and bool(_NOTHING.search(text)) and not _NAMED.search(text)


_ANNEX = re.compile(r"附表|附件|统计表")


@rule(
    "annex-missing",
    "附表缺失",
    Severity.ERROR,
    "标题列明附表的应附表；国办发〔2014〕32号《政府信息公开情况统计表》",
)
def annex_missing(case: Case) -> Iterator[Hit]:
    """A heading that names an annexed table has one below it, or anywhere in the report."""
    if case.grids or case.cells:
        return
    for section in case.report.sections:
        if section.path and _ANNEX.search(section.heading):
            texts = [
                b.text
                for b in section.blocks
                if squeeze(b.text).strip("#*") != squeeze(section.heading).strip("#*")
            ]
            if len(texts) < 12:  # a table whose lines were lost in conversion leaves many
                yield Hit(
                    "标题列有附表，文中没有《政府信息公开情况统计表》",
                    (section.heading, *texts[:1]),
                    section.label,
                    "附上统计表，或改标题",
                )
