"""The question before with other names or years: 朱桥镇呢, 那2017年呢."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.planning import years as when
from assistant.planning.intent import read_intent
from assistant.planning.turns import Turn, named_years

ACROSS = re.compile(
    "(?:各|哪些|哪几个|哪个|每个|所有|全部)(?:乡镇|镇街|县区|区县|镇|乡|街道|县|区|市|单位|部门|局|地方|报告)的?"
)
"""All bodies, as a question names them that is not about one."""


def exchanged(now: Turn, before: Turn, subject: str) -> str:
    """The question before with other names or years: 朱桥镇呢, 那2017年呢."""
    text = before.text
    if now.years and before.years:
        text = (
            _replace(text, before.years[0].start, before.years[-1].end, named_years(now))
            if _close(before.years, text)
            else _replace(text, before.years[-1].start, before.years[-1].end, named_years(now))
        )
    if now.bodies:
        return _other_bodies(now, before)
    if not before.bodies and subject and not read_intent(before.text).across:
        text = subject + text
    if now.years and not before.years:
        text = named_years(now) + text
    return text


def _close(years: Sequence[when.YearMention], text: str) -> bool:
    return len(years) == 1 or len(text[years[0].end : years[-1].start]) <= 1


def _replace(text: str, start: int, end: int, new: str) -> str:
    return text[:start] + new + text[end:]


def _other_bodies(now: Turn, before: Turn) -> str:
    names = "和".join(mention.text for mention in now.bodies)
    years = [y for y in before.years if kept(y, now)]
    gone = [(m.start, m.end) for m in before.bodies]
    gone += [(y.start, y.end) for y in before.years if now.years or not years]
    turn = before.text
    for start, end in sorted(gone, reverse=True):
        turn = _replace(turn, start, end, "")
    turn = re.sub("^(?:请问)?(?:和|与|跟|、|的)*", "", turn)
    turn = turn if before.bodies else ACROSS.sub("", turn)
    turn = (
        re.sub("^(?:我们|本|该|全)?(?:镇|市|区|县|乡|局)里?(?=[收主公发有])", "", turn)
        if not before.bodies
        else turn
    )
    return names + (named_years(now) if now.years else "") + turn


def kept(year: when.YearMention, now: Turn) -> bool:
    """Whether the year asked before exists for the bodies asked now; otherwise their newest is meant."""
    return all(
        not mention.bodies or set(year.years) <= set(mention.bodies[0].years) for mention in now.bodies
    )
