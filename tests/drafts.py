"""Figures for drafts: random ones that add up, and drafts read back as any report is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from assistant.draft import Drafted, compose, written
from assistant.drafting.collection import Library
from assistant.drafting.figures import value_of
from assistant.drafting.forms import document_blocks, result_rows, statistic_rows, table_cells
from assistant.drafting.nouns import Key
from assistant.drafting.previous import read_previous
from assistant.drafting.spec import Spec, Style, make_spec
from index.facts import facts
from index.indicators import APPLICANTS, DISPUTES, OUTCOMES, STATISTIC, indicators, statistic_sums
from index.load.dispatch import load_bytes
from index.parse import parse
from index.schema import Document, Fact, Report

TOWN = "青川县柳浦镇人民政府"
POINTS = [
    {"section": "监督保障", "text": "把政务公开列入年度绩效考核，占3分"},
    {"section": "社会评议", "text": "请村民代表评议两次"},
    {"section": "责任追究", "text": "没有被追究责任的情况"},
    {"section": "存在的主要问题", "text": "惠农政策解读偏少"},
    {"section": "存在的主要问题", "text": "公开栏更新不及时"},
    {"section": "改进情况", "text": "为每项惠农政策编写问答"},
]
COLUMNS = APPLICANTS[:-1]
COUNT = st.one_of(st.just(0), st.integers(0, 20), st.integers(0, 99_999))
AMOUNT = st.sampled_from(["0", "0.3", "12.56", "1742.3", "300"])
TOLD = (
    "disclosed",
    "disclosed_website",
    "disclosed_wechat",
    "interpretations",
    "press_conferences",
    "consultations",
    "media_accounts",
    "gazettes",
    "trainings",
    "trainees",
    "complaints",
)


def _row(columns: Sequence[str]) -> st.SearchStrategy[dict[str, int]]:
    return st.fixed_dictionaries(dict.fromkeys(columns, COUNT))


@st.composite
def tables(pick: st.DrawFn, year: int) -> dict[str, Any]:
    """All figures of a year since 2019, with balanced requests, and some that only sentences state."""
    found: dict[str, Any] = {row: pick(_row(OUTCOMES[:-1])) for row in DISPUTES}
    for _, columns, rows in document_blocks(year):
        for row in rows:
            cells = {c: pick(AMOUNT) if "金额" in c else pick(COUNT) for c in columns}
            found[row] = cells | ({"本年增/减": pick(st.integers(-9, 9))} if "本年增/减" in columns else {})
    used = pick(st.sets(st.sampled_from(result_rows(year)), max_size=6))
    zeros = dict.fromkeys(COLUMNS, 0)
    results = {row: pick(_row(COLUMNS)) if row in used else zeros for row in result_rows(year)}
    handled = {c: sum(row[c] for row in results.values()) for c in COLUMNS}
    left = {c: pick(st.integers(0, 3)) for c in COLUMNS}
    carried = {c: pick(st.integers(0, min(3, handled[c] + left[c]))) for c in COLUMNS}
    found |= results | {"requests_carried_in": carried, "requests_carried_out": left}
    found["requests_new"] = {c: handled[c] + left[c] - carried[c] for c in COLUMNS}
    told = pick(st.sets(st.sampled_from(TOLD)))
    return found | {row: pick(COUNT) for row in TOLD if row in told} | {"processing_fees": 10 * pick(COUNT)}


@st.composite
def statistics(pick: st.DrawFn) -> dict[str, Any]:
    """All rows of the 统计表, totals added up."""
    found: dict[str, Any] = {row: pick(COUNT) for row in statistic_rows()}
    for total, parts in reversed(statistic_sums().items()):
        found[total] = sum(found[part] for part in parts)
    return found | {"budget": pick(AMOUNT), "request_fees": pick(AMOUNT)}


PLACES = [
    "overview",
    "active",
    "response",
    "requests",
    "management",
    "platform",
    "supervision",
    "fees",
    "disputes",
    "problems",
    "improvement",
    "others",
]


def styles() -> st.SearchStrategy[dict[str, Style]]:
    """Ways to word every part."""
    style = st.builds(Style, st.integers(0, 2), st.integers(0, 3), st.frozensets(st.sampled_from(TOLD[1:])))
    return st.dictionaries(st.sampled_from(PLACES), style)


def spec_of(issuer: str, year: int, figures: Mapping[str, Any], **more: Any) -> Spec:
    """A spec with contact and date."""
    values = {"issuer": issuer, "year": year, "figures": figures, "signed": f"{year + 1}-01-20"}
    contact = {"office": "党政办公室", "address": "青川县柳浦镇人民路1号", "phone": "0599-2345678"}
    return make_spec({**values, "contact": contact, **more})


def draft(spec: Spec, store: Library | None = None) -> Drafted:
    """The draft of a spec, with last year's report read from where the spec says it lies."""
    return compose(spec, read_previous(spec.previous) if spec.previous else None, store)


def drafted(issuer: str, year: int, figures: Mapping[str, Any], **more: Any) -> Drafted:
    """A draft with contact and date."""
    return draft(spec_of(issuer, year, figures, **more))


def read_back(made: Drafted, suffix: str = ".docx") -> tuple[Report, tuple[Fact, ...]]:
    """The written draft through our own loader and parser."""
    (document,) = load_bytes(written(made.draft, suffix), f"draft{suffix}")
    assert isinstance(document, Document)
    report = parse(document)
    return report, facts(report)


def stated(found: Sequence[Fact]) -> dict[tuple[str, str], Decimal | None]:
    """The figures of the tables by indicator and column."""
    return {(fact.indicator, fact.column): fact.value for fact in found if fact.source == "table"}


def _key(fact: Fact, year: int) -> Key:
    """The draft's key of what a sentence was read to state."""
    table = indicators()[fact.indicator].table
    if year <= 2018:
        return fact.indicator, STATISTIC if table else ""
    return fact.indicator, fact.column or ("总计" if table in {"requests", "disputes"} else "")


def _expected(made: Drafted, fact: Fact) -> object:
    cells = made.draft.cells
    if fact.indicator == "requests_total":
        arrived = [value_of(cells, (row, "总计")) for row in ("requests_new", "requests_carried_in")]
        return sum(value for value in arrived if value is not None)
    return value_of(cells, _key(fact, made.draft.year))


def assert_same(made: Drafted, suffix: str = ".docx") -> None:
    """The written draft, read as any report is, has the figures of the draft in every place, and no others."""
    report, found = read_back(made, suffix)
    year = made.draft.year
    assert (report.issuer.name, report.year) == (made.draft.issuer.name, year)
    assert (report.signature, report.signed) == (made.draft.issuer.name, made.draft.signed)
    given_cells = {key: value_of(made.draft.cells, key) for key in table_cells(year)}
    assert {key: value for key, value in stated(found).items() if key in given_cells} == given_cells
    assert not {key for key, value in stated(found).items() if value is not None} - set(given_cells)
    for fact in found:
        if fact.source == "text" and fact.column != "同比":
            assert (fact.value, fact.scope, fact.year) == (_expected(made, fact), "", year), fact.quote
