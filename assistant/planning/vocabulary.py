"""The words for indicators and columns in a question, from indicators.toml and vocabulary.toml."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from index.borders import outcomes
from index.indicators import Indicator, indicators
from index.language.text import squeeze
from index.tomlfiles import read_toml

_NUMBERING = re.compile(
    r"^(?:[（(][一二三四五六七八九十]+[）)]|[一二三四五六七八九十]+、|\d+[.、．]|其中[：:])+"
)
_ASIDE = re.compile(r"[（(].*$")
_PAPERS = re.compile("(?<=申请)(?:表|条件|指南|流程|须知|渠道)")
"""After 申请: what is told to applicants, no request."""


@dataclass(frozen=True, slots=True)
class Found:
    """An indicator that words at ``start`` to ``end`` of the question mean; ``generic`` words decide nothing alone."""

    id: str
    start: int
    end: int
    generic: bool = False


@dataclass(frozen=True, slots=True)
class _Vocabulary:
    terms: dict[str, tuple[str, ...]]
    generic: frozenset[str]
    patterns: tuple[tuple[str, re.Pattern[str]], ...]
    bare: tuple[tuple[str, re.Pattern[str]], ...]
    columns: tuple[tuple[dict[str, Any], re.Pattern[str]], ...]
    below: tuple[tuple[str, re.Pattern[str]], ...]
    requested: re.Pattern[str]
    outcomes: dict[str, dict[str, str]]


@cache
def vocabulary() -> _Vocabulary:
    """Terms and patterns of indicators.toml and vocabulary.toml, compiled once."""
    data = read_toml("vocabulary.toml")
    terms: dict[str, list[str]] = {}
    for indicator in indicators().values():
        for term in _terms(indicator):
            terms.setdefault(term, []).append(indicator.id)
    return _Vocabulary(
        {term: tuple(dict.fromkeys(ids)) for term, ids in terms.items()},
        frozenset(data["generic"]),
        tuple((entry["id"], re.compile(entry["find"])) for entry in data["pattern"]),
        tuple((entry["id"], re.compile(entry["find"])) for entry in data["bare"]),
        tuple((entry, re.compile(entry["find"])) for entry in data["column"]),
        tuple((entry["id"], re.compile(entry["find"])) for entry in data["below"]),
        re.compile(data["requested"]),
        outcomes(),
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
            if not _PAPERS.match(text, at + len(term)):
                hits += [Found(i, at, at + len(term), term in book.generic) for i in ids]
            at = text.find(term, at + 1)
    for indicator, pattern in book.patterns:
        hits += [Found(indicator, m.start(), m.end()) for m in pattern.finditer(text)]
    applied = [match.span() for match in vocabulary().requested.finditer(text)]
    hits = [hit for hit in hits if not _applied_for(hit, applied)]
    hits = [hit for hit in hits if not _covered(hit, hits)]
    hits += [Found("requests_new", start, end) for start, end in applied]
    return [*hits, *_below(text, hits)]


def _applied_for(hit: Found, applied: Sequence[tuple[int, int]]) -> bool:
    """Whether words for publishing stand in what people apply for (申请信息公开的有多少件), and so count nothing."""
    published = hit.id.startswith("disclosed")
    return published and any(hit.start < end and start < hit.end for start, end in applied)


def _below(text: str, hits: Sequence[Found]) -> list[Found]:
    """The rows that words mean only after the row above them (发布会几次，主要负责同志参加几次)."""
    ends = {hit.id: hit.end for hit in sorted(hits, key=lambda hit: -hit.end)}
    return [
        Found(row, match.start(), match.end())
        for row, find in vocabulary().below
        for match in find.finditer(text)
        if match.start() >= ends.get(indicators()[row].parent, len(text))
    ]


def row_below(text: str, above: Sequence[str]) -> str:
    """The row below one of ``above`` that the words mean; ``""`` for none."""
    return next(
        (row for row, find in vocabulary().below if indicators()[row].parent in above and find.search(text)),
        "",
    )


def find_bare(text: str) -> list[Found]:
    """The indicators that single words (申请, 罚) mean where an amount is asked for and nothing else is named."""
    return [
        Found(i, m.start(), m.end(), generic=True)
        for i, find in vocabulary().bare
        for m in find.finditer(text)
    ]


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


WIDE = {"requests_new", "requests_handled", "disclosed", "trainings", "meetings", "consultation_comments"}
"""Their patterns span other words, which stay terms of their own (收到的因涉密不予公开的申请)."""


_NEUTRAL = re.compile(
    "(?:政府|政务|各类|各种|各|类|全部|所有|多少|几|条|件|篇|个|份|的|了|过|有关|相关|关于|主动|公开|依申请|新|收到|一共|总共|共|合计|到|任何|向社会|社会|年度|当年|这些|申请(?=[和与及])|与|信息|文件|文章|消息|图文|内容|稿件|渠道|网站|平台|上|"
    "通过|等|一|二|三|数|量|本级|全[市县区镇省]|为|是|在|和|最|更|得|多|少|有|没有|门户|微信|微博|公众号)*"
)
_QUALIFIED = {
    "disclosed": re.compile(
        r"(?:公开|发布|公布)((?:(?![占比])[一-鿿]){2,14}?)(?:类|方面|领域)?的?(?:信息|内容)|([一-鿿]{2,6})(?:类|方面|领域)的?(?:政府|政务)?信息"
        r"|(申请(?:表|条件|指南|流程|须知))|(?:公开|发布|公布)(?:了|过)?(?:多少|几)[条件篇个份]([一-鿿]{2,8}?)(?=[?？。，,]|$)"
    ),
    "requests_new": re.compile(
        r"(?:关于|有关|涉及)([一-鿿]{2,10}?)(?:方面|类|问题)?的?(?:政府)?(?:信息)?(?:公开)?申请|([一-鿿]{2,6})(?:方面|领域)的?申请"
    ),
}


_LATE = re.compile("超期|逾期(?=答复|回复|办)|超时|(?:未|没有?|不)(?:能)?(?:按[期时]|及时)(?:答复|回复|办)")
"""Only those that were answered late, which no row of the tables counts."""

_BY_WAY = re.compile(
    "(?:通过|经由?|用|利用)(?!(?:各种|各类|不同|多种|所有|什么|哪|几|多少))[一-鿿]{2,8}?(?:收到|收了|提交|提出|递交|受理)[^，。；;]{0,12}申请"
)
"""Only those requests that came by one way, of which the figure of all that came is none."""

_NARROWED = {"requests_new": _BY_WAY, "requests_handled": _LATE, "replied": _LATE}


_ABOUT_ITSELF = re.compile(
    "粉丝|(?:人|用户|网民)关注|关注(?:人|数|量|度|者|$|[?？])|阅读|浏览|访问|点击|订阅|用户|开通|上线|注册|开设|开办|改版|关停|关闭|"
    "认证|备案|名称|叫什么|叫啥"
)


def is_about_channel(text: str, hit: Found) -> bool:
    """Whether a channel is named for its own sake (公众号的粉丝, 网站的访问量), of which it is no figure."""
    return hit.generic and hit.id.startswith("disclosed_") and bool(_ABOUT_ITSELF.search(text))


def is_qualified(text: str, indicator: str) -> bool:
    """Whether the words narrow the indicator down to a subject (公开了财政信息多少条), of which it is no figure."""
    family = (
        "disclosed" if indicator.startswith("disclosed") and indicator != "disclosed_normative" else indicator
    )
    if indicator in _NARROWED and _NARROWED[indicator].search(text):
        return True
    pattern = _QUALIFIED.get(family)
    if pattern is None:
        return False
    narrowed = (next(filter(None, match.groups()), "") for match in pattern.finditer(text))
    return any(not _NEUTRAL.fullmatch(words) for words in narrowed)


def _about(wide: str, inner: str) -> bool:
    return wide in WIDE and inner not in WIDE


def column_words(text: str) -> list[str]:
    """The words of a question that name a column of any table."""
    return [match[0] for _, pattern in vocabulary().columns for match in pattern.finditer(text)]
