"""Figures of the text against those of the statutory tables.

收到N件 has two readings that are both in use: what was newly received, and that with the cases carried in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from assistant.checks.case import Case
from assistant.checks.finding import SINCE_2019, STATISTICS, TABLES, Hit, Severity, rule
from index.indicators import APPLICANTS, GROUPS, LEGAL_PERSONS, OUTCOMES, STATISTIC, indicators, rows_below
from index.language.sentences import clauses
from index.language.text import squeeze
from index.schema import Fact, FactState

SOURCE = "《政府信息公开条例》第五十条；年度报告应真实准确，正文与附表同一口径"
_RECEIVED = ("requests_new", "requests_total")
_WHOLE = re.compile(r"^(?:全.{0,3}|本机关|本单位|合计|)$")


class Figure(NamedTuple):
    """A figure that the table gives for a statement, ``name`` how a message calls it."""

    name: str
    value: Decimal
    cells: tuple[Fact, ...]


@rule("text-against-table", "正文与表不一", Severity.ERROR, SOURCE, TABLES)
def text_against_table(case: Case) -> Iterator[Hit]:
    """S1, S2, S6: a figure of the text is that of the table under at least one legitimate reading."""
    groups: dict[tuple[str, str], list[Fact]] = {}
    for fact in case.statements:
        if fact.value is not None and not (fact.part_of and fact.scope) and fact.unit != "%":
            groups.setdefault((fact.indicator, fact.column), []).append(fact)
    for (indicator, column), said in groups.items():
        figures = figures_of(case, indicator, column)
        if not figures:
            continue
        one_agrees = any(_agrees(fact, figures) for fact in said)
        for fact in said:
            if _agrees(fact, figures) or not _WHOLE.match(fact.scope) or (one_agrees and not is_whole(fact)):
                continue
            yield _disagreement(fact, figures)


_LIMITED = re.compile(
    r"其中|其余|另有|上半年|下半年|季度|(?<!至)(?<![-—～~])\d{1,2}月(?!31)|平均|历年|以来|截至目前|部门|本级|直属|[镇市县区州]直|各[镇乡村单区县市科股]|所属|派出|牵头|转办|新增|网上|线上"
)


def is_whole(fact: Fact) -> bool:
    """Whether a statement is of the whole of a year: no part, place or time is named before its figure."""
    before = fact.quote[: max(0, fact.quote.find(fact.printed)) + len(fact.printed)]
    return not fact.part_of and bool(_WHOLE.match(fact.scope)) and not _LIMITED.search(before)


def _agrees(fact: Fact, figures: Sequence[Figure]) -> bool:
    scales = (1, 10000) if fact.unit.endswith("元") else (1,)
    return any(
        fact.value in {figure.value * scale, figure.value / scale} for figure in figures for scale in scales
    )


def _disagreement(fact: Fact, figures: Sequence[Figure]) -> Hit:
    table = "，".join(f"{figure.name}为{figure.value}" for figure in figures)
    name = indicators()[fact.indicator].name + (f"·{fact.column}" if fact.column not in {"", "总计"} else "")
    rows = dict.fromkeys(cell.quote for figure in figures for cell in figure.cells)
    return Hit(
        f"正文“{name}”为{fact.value}{fact.unit}，而表中{table}，不一致",
        (fact.quote, *rows),
        fact.section,
        "核对台账，统一正文与表格的数；如口径不同，请在正文说明",
        fact.page,
    )


def figures_of(case: Case, indicator: str, column: str) -> list[Figure]:
    """What the tables give for a statement, one entry for each reading; empty where they don't say."""
    if indicator in _RECEIVED:
        return _received(case, column)
    if column == LEGAL_PERSONS:
        return _sum(case, indicator, [(indicator, name) for name in APPLICANTS[1:-1]])
    wanted = column or _default_column(case, indicator)
    if (indicator, wanted) in case.cells:
        return _sum(case, indicator, [(indicator, wanted)])
    if indicator in GROUPS and wanted in APPLICANTS:
        return _sum(case, indicator, [(row, wanted) for row in rows_below(indicator)])
    if indicator == "litigation" and wanted in OUTCOMES:
        return _sum(case, indicator, [("litigation_direct", wanted), ("litigation_after_review", wanted)])
    return []


def _default_column(case: Case, indicator: str) -> str:
    return STATISTIC if (indicator, STATISTIC) in case.cells else APPLICANTS[-1]


def _sum(case: Case, indicator: str, places: Sequence[tuple[str, str]], name: str = "") -> list[Figure]:
    """One figure, the sum of some cells; none where a cell is missing or blank."""
    cells = [case.cells.get(place) for place in places]
    found = [cell for cell in cells if cell is not None and cell.value is not None]
    if len(found) < len(cells) or not found:
        return []
    value = sum((cell.value for cell in found if cell.value is not None), Decimal(0))
    return [Figure(name or indicators()[indicator].name, value, tuple(found))]


def _received(case: Case, column: str) -> list[Figure]:
    if ("requests_new", STATISTIC) in case.cells:
        return _sum(case, "requests_new", [("requests_new", STATISTIC)]) if column in {"", "总计"} else []
    columns = APPLICANTS[1:-1] if column == LEGAL_PERSONS else (column or APPLICANTS[-1],)
    new = [("requests_new", name) for name in columns]
    both = [*new, *(("requests_carried_in", name) for name in columns)]
    only = _sum(case, "requests_new", new, "本年新收")
    with_carried = _sum(case, "requests_new", both, "新收加上年结转")
    return only + [figure for figure in with_carried if not only or figure.value != only[0].value]


@rule("text-against-blank", "正文与表不一", Severity.WARNING, f"{SOURCE}；空格不等于0", STATISTICS)
def text_against_blank(case: Case) -> Iterator[Hit]:
    """A cell that the text gives a figure for is not blank; one whose figure slipped into the heading row is G9's."""
    slipped = {cell.value for (row, _), cell in case.cells.items() if row.startswith("heading_")}
    for fact in case.statements:
        cell = case.cells.get((fact.indicator, STATISTIC))
        if (
            cell is None
            or cell.state is not FactState.BLANK
            or fact.value is None
            or fact.value in slipped - {0}
        ):
            continue
        if fact.column in {"", "总计"} and _WHOLE.match(fact.scope):
            yield Hit(
                f"正文“{cell.label}”为{fact.value}{fact.unit}，表中该格为空",
                (clause_of(fact), cell.quote),
                fact.section,
                f"表中填{fact.value}",
                fact.page,
            )


def clause_of(fact: Fact) -> str:
    """The clause of a fact's sentence that gives its figure: of those with the figure, the one most like its label."""
    printed = squeeze(fact.printed)
    parts = [span.text.rstrip("，,、；;。") for span in clauses(fact.quote)]
    parts = [part for part in parts if printed and printed in squeeze(part)]
    name = set(indicators()[fact.indicator].name + indicators()[fact.indicator].label(fact.year))
    return max(parts, key=lambda part: len(name & set(part)), default=fact.quote)


_GROUPS_OF_FORM = (
    ("依申请公开", ("requests_new", "requests_handled", "replied")),
    ("行政复议、行政诉讼", ("review", "litigation")),
    ("机构和经费", ("offices", "reading_points", "staff", "budget")),
    ("会议和培训", ("meetings", "trainings", "trainees")),
)


@rule("table-not-told", "正文遗漏表内数据", Severity.NOTE, f"{SOURCE}；国办发〔2014〕32号统计表", STATISTICS)
def table_not_told(case: Case) -> Iterator[Hit]:
    """A group of the 统计表 with figures in it is spoken of in the text."""
    told = {fact.indicator for fact in case.statements}
    for name, rows in _GROUPS_OF_FORM:
        cells = [c for row in rows if (c := case.cells.get((row, STATISTIC))) and c.value]
        if cells and not told & set(rows):
            yield Hit(
                f"统计表“{name}”有数，正文没有提到",
                tuple(cell.quote for cell in cells),
                cells[0].section,
                "在正文补写有关情况",
                cells[0].page,
            )


_ALL_UPHELD = re.compile(r"(?:均|全部|全)(?:被|获|得到|予以|为)?(?:结果)?维持")
_NONE_CORRECTED = re.compile(
    r"零(?:纠错|败诉|纠正)|无一(?:件|起)?(?:被)?(?:纠正|败诉)|(?:没有|未|无)(?:一件|一起|被|发生|出现)?(?:被|依法)?(?:纠正|纠错|败诉)"
)
_KINDS = (("复议", ("review",)), ("诉讼|败诉|应诉", ("litigation_direct", "litigation_after_review")))


@rule("text-against-outcomes", "正文与表不一", Severity.ERROR, f"{SOURCE}；表四", SINCE_2019)
def outcomes(case: Case) -> Iterator[Hit]:
    """S6: 均获维持 allows no other outcome; 零纠错 and 零败诉 allow no correction."""
    for sentence in case.sentences:
        upheld, none = _ALL_UPHELD.search(sentence.text), _NONE_CORRECTED.search(sentence.text)
        for kind, blocks in _KINDS:
            if not (upheld or none) or not re.search(kind, sentence.text):
                continue
            if none and not upheld and "败诉" in none[0] and kind == "复议":
                continue  # only a lawsuit can be lost
            columns = ("结果纠正",) if not upheld else ("结果纠正", "其他结果", "尚未审结")
            against = [c for b in blocks for name in columns if (c := case.cells.get((b, name))) and c.value]
            if against:
                told = "、".join(f"{indicators()[c.indicator].name}{c.column}{c.value}件" for c in against)
                yield Hit(
                    f"正文称“{(upheld or none or [''])[0]}”，而表四有{told}",
                    (sentence.text, *dict.fromkeys(c.quote for c in against)),
                    sentence.section,
                    "核对复议、诉讼结果，统一正文与表四",
                    sentence.page,
                )
