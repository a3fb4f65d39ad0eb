"""A report against that of the year before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import partial

from assistant.checks.case import Case, Sentence
from assistant.checks.finding import FORMAT_2019, FORMAT_2021, SINCE_2019, Hit, Severity, rule
from assistant.checks.table_sums import quotes
from index.indicators import APPLICANTS
from index.language.text import squeeze
from index.schema import Fact

SOURCE = "与上一年度报告衔接"
_WATCHED = ("requests_new", "disclosed", "permits", "penalties", "coercion")
_JUMP, _SMALL = Decimal(3), Decimal(50)


_EXPLAINED = re.compile(
    r"(?:文件|规章)[^。]{0,30}(?:失效|修订|修改|划转)|(?:含|其中)[^。]{0,10}(?:修订|修改|失效)|自然失效"
)
"""Why a stock may not go on from last year's."""


def before(case: Case) -> Case | None:
    """The report of the year before, ``None`` where none was given or it is of another year."""
    if case.previous is None or case.previous.year != case.year - 1:
        return None
    return Case(case.previous, case.previous_facts)


@rule("previous-year", "上年报告不符", Severity.NOTE, SOURCE)
def wrong_previous(case: Case) -> Iterator[Hit]:
    """The report given as last year's is of the same body and the year before."""
    if case.previous is None:
        return
    if case.previous.year != case.year - 1:
        yield Hit(
            f"所给的上年报告是{case.previous.year}年度的，没有用来比对",
            suggestion=f"请给出{case.year - 1}年度报告",
        )
    elif case.previous.issuer.short != case.report.issuer.short:
        yield Hit(f"所给的上年报告属于{case.previous.issuer.name}，请确认是同一机关")


@rule(
    "carried-over",
    "跨年数据不衔接",
    Severity.ERROR,
    f"{SOURCE}：本年“上年结转”等于上年“结转下年度”",
    SINCE_2019,
)
def carried_over(case: Case) -> Iterator[Hit]:
    """H6: what is carried in is what was carried out the year before, column by column."""
    earlier = before(case)
    for column in APPLICANTS if earlier else ():
        brought = case.cells.get(("requests_carried_in", column))
        left = earlier.cells.get(("requests_carried_out", column)) if earlier else None
        if brought and left and None not in {brought.value, left.value} and brought.value != left.value:
            yield Hit(
                f"表三“{column}”列：本年上年结转{brought.value}件，上年报告结转下年度{left.value}件",
                quotes(brought),
                brought.section,
                "核对两年台账；口径调整的在正文说明",
                brought.page,
            )


@rule(
    "documents-stock",
    "跨年数据不衔接",
    Severity.WARNING,
    f"{SOURCE}：现行有效=上年现行有效+制发−废止",
    FORMAT_2021,
)
def documents_stock(case: Case) -> Iterator[Hit]:
    """H7: the stock of valid documents; revisions and natural expiry may explain a difference."""
    earlier = before(case)
    for row in ("rules", "normative_documents") if earlier else ():
        made, ended, now = (
            case.cells.get((row, c)) for c in ("本年制发件数", "本年废止件数", "现行有效件数")
        )
        then = earlier.cells.get((row, "现行有效件数")) if earlier else None
        if not (made and ended and now and then) or None in {f.value for f in (made, ended, now, then)}:
            continue
        expected = _value(then) + _value(made) - _value(ended)
        if expected != now.value and not _EXPLAINED.search(case.prose):
            yield Hit(
                f"“{now.label}”：上年现行有效{then.value}+制发{made.value}−废止{ended.value}={expected}，本年现行有效填{now.value}",
                quotes(now),
                now.section,
                "核对；含修订、自然失效的请在正文说明",
                now.page,
            )


def _value(fact: Fact) -> Decimal:
    return fact.value or Decimal(0)


@rule(
    "items-stock",
    "跨年数据不衔接",
    Severity.WARNING,
    f"{SOURCE}：上一年项目数量=上年项目数量+上年增减",
    FORMAT_2019,
)
def items_stock(case: Case) -> Iterator[Hit]:
    """H8: the number of items a year before is last year's with its change."""
    earlier = before(case)
    for row in ("permits", "other_services", "penalties", "coercion", "charges") if earlier else ():
        now = case.cells.get((row, "上一年项目数量"))
        then, change = (
            earlier.cells.get((row, c)) if earlier else None for c in ("上一年项目数量", "本年增/减")
        )
        if now and then and change and None not in {now.value, then.value, change.value}:
            expected = _value(then) + _value(change)
            if now.value != expected:
                yield Hit(
                    f"“{now.label}”上一年项目数量填{now.value}，按上年报告应为{then.value}+({change.value})={expected}",
                    quotes(now),
                    now.section,
                    "核对两年口径",
                    now.page,
                )


@rule("old-year-copied", "沿用旧稿", Severity.WARNING, f"{SOURCE}：沿用上年文字的应更新年份")
def copied_year(case: Case) -> Iterator[Hit]:
    """A sentence of last year's report with that year in it is not this year's."""
    earlier = before(case)
    if earlier is None:
        return
    told = {squeeze(s.text) for s in earlier.sentences if len(s.text) > 12}
    year = re.compile(rf"(?<![\d〔]){case.year - 1}年")
    for sentence in case.sentences:
        text = squeeze(sentence.text)
        if text in told and year.search(re.sub("《[^》]*》", "", text)):
            yield Hit(
                f"这句与上年报告相同，年份仍是{case.year - 1}年",
                (sentence.text,),
                sentence.section,
                f"更新为{case.year}年的情况",
                sentence.page,
            )


_PROBLEMS = re.compile("问题|不足|困难")
_ORDER = re.compile(
    r"^.{0,16}[:：]|^[(（]?(?:第?[一二三四五六七八九十]{1,2}|\d{1,2})(?:是|要|[)）、.．,，])+"
)
_LONG = 12


@rule(
    "problems-copied",
    "内容雷同",
    Severity.WARNING,
    "《政府信息公开条例》第五十条第四项：报告本年度存在的主要问题",
)
def copied_problems(case: Case) -> Iterator[Hit]:
    """The problems of a year are not, word for word, those of the year before, which it was to mend."""
    earlier = before(case)
    told = {text for text, _ in _problems(earlier)} if earlier else set()
    same = [(text, sentence) for text, sentence in _problems(case) if text in told]
    if same:
        first = same[0][1]
        yield Hit(
            f"“存在的主要问题”有{len(same)}句与上年报告逐字相同",
            tuple(dict.fromkeys(sentence.text for _, sentence in same)),
            first.section,
            "写本年度的问题；上年的问题仍在的，写明整改到了哪一步",
            first.page,
        )


def _problems(case: Case) -> Iterator[tuple[str, Sentence]]:
    """The sentences of the chapter of problems, each without what announces and numbers it; short ones left out."""
    for sentence in case.sentences:
        if _PROBLEMS.search(sentence.section) and not sentence.passage.heading:
            text = _ORDER.sub("", _ORDER.sub("", squeeze(sentence.text))).rstrip("。;,")
            if len(text) >= _LONG:
                yield text, sentence


@rule("text-copied", "内容雷同", Severity.NOTE, "《政府信息公开条例》第四十七条；内容雷同、敷衍可追责")
def copied_text(case: Case) -> Iterator[Hit]:
    """Most of the sentences are last year's, word for word but for figures."""
    earlier = before(case)
    if earlier is None:
        return
    bare = partial(re.sub, r"[\d%]+", "")
    told = {bare(squeeze(s.text)) for s in earlier.sentences if len(s.text) > 20}
    ours = [bare(squeeze(s.text)) for s in case.sentences if len(s.text) > 20]
    same = sum(text in told for text in ours)
    if len(ours) >= 8 and same >= 0.7 * len(ours):
        yield Hit(f"{len(ours)}句正文中有{same}句与上年报告相同（数字除外）", suggestion="按本年情况重写")


@rule("unexplained-jump", "数据异常波动", Severity.NOTE, f"{SOURCE}：大幅变动应说明原因")
def jumps(case: Case) -> Iterator[Hit]:
    """A figure that is three times last year's, or a third, and not small."""
    earlier = before(case)
    for place, now in case.cells.items() if earlier else ():
        then = earlier.cells.get(place) if earlier else None
        if (
            place[0] not in _WATCHED
            or not then
            or not now.value
            or not then.value
            or place[1] in APPLICANTS[:-1]
        ):
            continue
        more, less = max(now.value, then.value), min(now.value, then.value)
        if more >= _JUMP * less and more - less >= _SMALL:
            yield Hit(
                f"“{now.label}”{now.column}由上年{then.value}变为{now.value}",
                quotes(now),
                now.section,
                "核对；属实的在正文说明原因",
                now.page,
            )
