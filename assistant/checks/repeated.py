"""Sentences that stand twice in a report, word for word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from assistant.checks.case import Case, Sentence
from assistant.checks.finding import Hit, Severity, rule
from assistant.checks.sums_said import stretches
from assistant.checks.wording import STANDARD
from index.language.text import squeeze

_LONG = 15
"""Characters from which on a sentence is not said twice by chance."""
_NUMBER = re.compile(
    r"^(?:[#*]|[(（]?[一二三四五六七八九十\d]{1,3}[)）、.．]|第?[一二三四五六七八九十]{1,2}[是要,，、])+"
)
_NOTHING = re.compile(r"没有|未|无(?!障碍|纸)|[为:]?0[件条次项元]|不存在|不涉及")
"""That there was none of something is said wherever a heading asks for it."""
_OF_FORM = re.compile(r"勾稽|其他情形|第二十条第|年度报告$|联系|电话|地址|邮编|统计期限|单位[:：]")
"""Notes of the tables, titles and contact lines, which stand where the form has them."""
_MANY = 0.25
"""The share of sentences from which on the page, not the author, has everything twice."""


def _told(sentence: Sentence) -> str:
    """A sentence without its number and end mark, ``""`` for one that may well stand twice."""
    text = _NUMBER.sub("", squeeze(sentence.text)).rstrip("。;,")
    free = sentence.passage.heading or _NOTHING.search(text) or _OF_FORM.search(text)
    return "" if free or len(text) < _LONG or not re.search(r"[\u4e00-\u9fff]{6}", text) else text


@rule("sentence-repeated", "重复累赘", Severity.WARNING, STANDARD)
def repeated(case: Case) -> Iterator[Hit]:
    """One sentence stands in a report once; right after itself it is a slip for sure."""
    seen: dict[str, list[int]] = {}
    for place, sentence in enumerate(case.sentences):
        if told := _told(sentence):
            seen.setdefault(told, []).append(place)
    twice = [places for places in seen.values() if len(places) > 1]
    if len(twice) > max(3, _MANY * len(seen)):
        return  # the page was stored with its text twice
    for places in _runs(twice):
        first, again = case.sentences[places[0][0]], case.sentences[places[0][1]]
        at_once = places[0][1] - places[0][0] == len(places)
        text = "".join(case.sentences[p[0]].text for p in places)
        yield Hit(
            f"同一{'段' if len(places) > 1 else '句'}话写了两遍：{text[:24]}……",
            tuple(
                dict.fromkeys(
                    s for p in places for s in (case.sentences[p[0]].text, case.sentences[p[1]].text)
                )
            ),
            again.section or first.section,
            "删去重复的一处，或改写",
            again.page,
            Severity.ERROR if at_once else None,
        )


def _runs(twice: list[list[int]]) -> list[list[list[int]]]:
    """Repeated sentences that follow one another in both places, together."""
    runs: list[list[list[int]]] = []
    for places in twice:
        last = runs[-1][-1] if runs else None
        if last and [p + 1 for p in last[:2]] == places[:2]:
            runs[-1].append(places)
        else:
            runs.append([places])
    return runs


_SHORTEST = 6


@rule("clause-repeated", "重复累赘", Severity.ERROR, STANDARD)
def clause_repeated(case: Case) -> Iterator[Hit]:
    """A clause is not followed by itself."""
    for passage, text in stretches(case):
        clauses = [part.strip() for part in re.split(r"[，,；;、]", text)]
        for one, other in pairwise(clauses):
            same = squeeze(one).rstrip("。") == squeeze(other).rstrip("。")
            if same and len(squeeze(one)) >= _SHORTEST and re.search(r"[\u4e00-\u9fff]{4}", one):
                yield Hit(f"“{one}”连写两遍", (text,), passage.section, "删去重复的一处", passage.page)
                break
