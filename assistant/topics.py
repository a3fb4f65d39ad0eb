"""What a question is about: indicators, column, scope, divisor, and the content words for passages."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import Any

from index.indicators import Indicator, indicators
from index.schema import Generation
from index.text import squeeze

_NUMBERING = re.compile(
    r"^(?:[（(][一二三四五六七八九十]+[）)]|[一二三四五六七八九十]+、|\d+[.、．]|其中[：:])+"
)
_ASIDE = re.compile(r"[（(].*$")
_ERA = {Generation.REGULATION_2007: "2014", Generation.FORMAT_2019: "2019", Generation.FORMAT_2021: "2021"}
_FEES_FROM = 2021
"""Since then the information processing fee is charged (国办函〔2020〕109号)."""


@dataclass(frozen=True, slots=True)
class Found:
    """An indicator that words at ``start`` to ``end`` of the question mean; ``generic`` words decide nothing alone."""

    id: str
    start: int
    end: int
    generic: bool = False


@dataclass(frozen=True, slots=True)
class Topic:
    """What a question is about, as the fields of Plan name it."""

    indicators: tuple[str, ...] = ()
    column: str = ""
    scope: str = ""
    divisor: str = ""
    found: tuple[Found, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class _Vocabulary:
    terms: dict[str, tuple[str, ...]]
    generic: frozenset[str]
    patterns: tuple[tuple[str, re.Pattern[str]], ...]
    columns: tuple[tuple[dict[str, Any], re.Pattern[str]], ...]
    outcomes: dict[str, dict[str, str]]


@cache
def vocabulary() -> _Vocabulary:
    """Terms and patterns of indicators.toml and vocabulary.toml, compiled once."""
    data = tomllib.loads(resources.files("index").joinpath("vocabulary.toml").read_text(encoding="utf-8"))
    terms: dict[str, list[str]] = {}
    for indicator in indicators().values():
        for term in _terms(indicator):
            terms.setdefault(term, []).append(indicator.id)
    return _Vocabulary(
        {term: tuple(dict.fromkeys(ids)) for term, ids in terms.items()},
        frozenset(data["generic"]),
        tuple((entry["id"], re.compile(entry["find"])) for entry in data["pattern"]),
        tuple((entry, re.compile(entry["find"])) for entry in data["column"]),
        data["outcomes"],
    )


def _terms(indicator: Indicator) -> set[str]:
    """Name, words and labels without numbering, remarks and the final 数."""
    found = {indicator.name, *indicator.words}
    if indicator.id.startswith(("review_", "litigation_")) and indicator.table == "statistics":
        return found
    for label in indicator.labels.values():
        bare = _ASIDE.sub("", _NUMBERING.sub("", squeeze(label)))
        found |= {bare, re.sub("(?:总数|总次数|数量|次数|数)$", "", bare)}
    return {term for term in found if len(term) >= 2 and term not in {"其他", "总计"}}


def find_indicators(text: str) -> list[Found]:
    """The indicators that the words of ``text`` (squeezed) mean, each at its longest match."""
    book = vocabulary()
    hits: list[Found] = []
    for term, ids in book.terms.items():
        at = text.find(term)
        while at >= 0:
            hits += [Found(i, at, at + len(term), term in book.generic) for i in ids]
            at = text.find(term, at + 1)
    for indicator, pattern in book.patterns:
        hits += [Found(indicator, m.start(), m.end()) for m in pattern.finditer(text)]
    return [hit for hit in hits if not _covered(hit, hits)]


def _covered(hit: Found, hits: Sequence[Found]) -> bool:
    """Whether a longer match of another indicator holds this one's words."""
    return any(
        other.start <= hit.start
        and hit.end <= other.end
        and other.end - other.start > hit.end - hit.start
        and other.id != hit.id
        and not _about(other.id, hit.id)
        for other in hits
    )


_WIDE = {"requests_new", "requests_handled", "disclosed", "trainings", "meetings", "consultation_comments"}
"""Their patterns span other words, which stay terms of their own (收到的因涉密不予公开的申请)."""


_NEUTRAL = re.compile(
    "(?:政府|政务|各类|各种|各|类|全部|所有|多少|几|条|件|篇|个|份|的|了|过|有关|相关|关于|主动|公开|依申请|新|收到|一共|总共|共|合计|到|任何|向社会|社会|年度|当年|这些|信息|文件|渠道|网站|平台|上|"
    "通过|等|一|二|三|数|量|本级|全[市县区镇省]|为|是|在|和|最|更|得|多|少|有|没有|门户|微信|微博|公众号)*"
)
_QUALIFIED = {
    "disclosed": re.compile(
        r"(?:公开|发布|公布)([一-鿿]{2,14}?)(?:类|方面|领域)?的?(?:信息|内容)|([一-鿿]{2,6})(?:类|方面|领域)的?(?:政府|政务)?信息"
    ),
    "requests_new": re.compile(
        r"(?:关于|有关|涉及)([一-鿿]{2,10}?)(?:方面|类|问题)?的?(?:政府)?(?:信息)?(?:公开)?申请|([一-鿿]{2,6})(?:方面|领域)的?申请"
    ),
}


def _qualified(text: str, indicator: str) -> bool:
    """Whether the words narrow the indicator down to a subject (公开了财政信息多少条), of which it is no figure."""
    family = "disclosed" if indicator.startswith("disclosed") else indicator
    pattern = _QUALIFIED.get(family)
    if pattern is None:
        return False
    return any(not _NEUTRAL.fullmatch(match[1] or match[2] or "") for match in pattern.finditer(text))


def _about(wide: str, inner: str) -> bool:
    return wide in _WIDE and inner not in _WIDE


def depth(indicator: str) -> int:
    """How many indicators stand above this one."""
    parent = indicators()[indicator].parent
    return 1 + depth(parent) if parent else 0


def fits_year(indicator: str, year: int) -> bool:
    """Whether the form in force for a report year has the indicator."""
    entry = indicators()[indicator]
    if indicator.startswith("processing_fee"):
        return year >= _FEES_FROM
    return not entry.labels or _ERA[Generation.of(year)] in entry.labels


def ranked(found: Sequence[Found], years: Sequence[int]) -> tuple[str, ...]:
    """The ids, the likeliest first: in the form of the years asked, named by telling words, deep in the table."""
    best: dict[str, tuple[Any, ...]] = {}
    for hit in found:
        telling = not hit.generic
        fits = sum(fits_year(hit.id, year) for year in years)
        special = hit.id not in _WIDE
        key = (
            telling and special,
            depth(hit.id) if telling else 0,
            telling,
            fits,
            hit.end,
            hit.end - hit.start,
        )
        best[hit.id] = max(best.get(hit.id, key), key)
    order = sorted(best, key=lambda i: best[i], reverse=True)
    if not years:
        return tuple(order)
    fitting = [i for i in order if any(fits_year(i, year) for year in years)]
    rest = [i for i in order if i not in fitting]
    twins = [i for i in rest if _twin_of(i, found, fitting)]
    return (*fitting, *twins) if fitting else tuple(rest)


def _twin_of(indicator: str, found: Sequence[Found], fitting: Sequence[str]) -> bool:
    """Whether the same words mean a fitting indicator as well, which makes this one the other era's name for it."""
    own = {(hit.start, hit.end) for hit in found if hit.id == indicator}
    return any((hit.start, hit.end) in own for hit in found if hit.id in fitting)


def find_column(text: str, indicator: str, years: Sequence[int]) -> str:
    """The statutory column that the words mean for an indicator; ``""`` for the total."""
    table = indicators()[indicator].table if indicator else "requests"
    family = (
        "requests" if table == "statistics" and indicator in {"requests_new", "requests_handled"} else table
    )
    for entry, pattern in vocabulary().columns:
        if entry["table"] != family or ("only" in entry and indicator not in entry["only"]):
            continue
        if pattern.search(text):
            earlier = bool(years) and all(2019 <= year <= 2020 for year in years)
            return str(entry["before"] if earlier and "before" in entry else entry["name"])
    return ""


def column_words(text: str) -> list[str]:
    """The words of a question that name a column of any table."""
    return [match[0] for _, pattern in vocabulary().columns for match in pattern.finditer(text)]


_SCOPE = re.compile(
    "(?:[省市县区旗镇乡]|机关)?本级|(?:[市县区省]政府)(?:自己|自身|本身)|全[省市县区旗镇乡州]|全街道|全系统"
)


def find_scope(text: str) -> str:
    """本级, 全市 or the like; ``""`` where the question does not say."""
    match = _SCOPE.search(text)
    if not match:
        return ""
    return match[0] if match[0].startswith("全") else "本级"


def default_divisor(indicator: str, column: str) -> str:
    """What a share is of where the question does not say: the row or block total, else what all were handled."""
    entry = indicators()[indicator]
    if column:
        return indicator
    if entry.table == "requests" and "requests_handled" in _above(indicator):
        return "requests_handled"
    if indicator in {"requests_handled", "requests_carried_out"}:
        return "requests_new"
    return entry.parent or indicator


def _above(indicator: str) -> list[str]:
    parent = indicators()[indicator].parent
    return [parent, *_above(parent)] if parent else []


def split_share(text: str, found: Sequence[Found]) -> tuple[list[Found], list[Found]]:
    """Numerator and divisor of a share: A占B, B中A占; without a divisor the second is empty."""
    at = text.find("占")
    if at < 0:
        return list(found), []
    after = [hit for hit in found if hit.start > at]
    before = [hit for hit in found if hit.start < at]
    if after and before:
        return before, after
    whole = [hit for hit in before if re.match("[^，,。]{0,4}?[里中]", text[hit.end : at])]
    rest = [hit for hit in before if hit not in whole]
    return (rest, whole) if rest and whole else (before or list(found), [])


_ABOUT_REQUESTS = re.compile("申请|件|提的|提了|提出|来要")


def read_topic(text: str, years: Sequence[int], *, share: bool = False, default: bool = False) -> Topic:
    """The topic of a question whose bodies and years are blanked; ``years`` are those of the reports asked.

    ``default`` takes a question that names an applicant alone (企业提的有几件) for one about requests.
    """
    found = [hit for hit in find_indicators(text) if not _qualified(text, hit.id)]
    upper, lower = split_share(text, found) if share else (found, [])
    ids = ranked(upper, years)
    column = find_column(text, ids[0] if ids else "", years)
    if not ids and column and default and _ABOUT_REQUESTS.search(text):
        ids = ("requests_new",)
    if not ids:
        return Topic(scope=find_scope(text))
    ids, column = _outcome(ids, column, years)
    divisor = ""
    if share:
        divisor = (ranked(lower, years) or (default_divisor(ids[0], column),))[0]
    return Topic(ids, column, find_scope(text), divisor, tuple(found))


def _outcome(ids: tuple[str, ...], column: str, years: Sequence[int]) -> tuple[tuple[str, ...], str]:
    """In the 统计表 an outcome is a row of its own and no column."""
    row = vocabulary().outcomes.get(ids[0], {}).get(column, "")
    if row and years and all(year <= 2018 for year in years):
        return (row, *ids), ""
    return ids, column
