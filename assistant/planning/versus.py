"""Follow-ups that set what was asked beside another: 和朱桥镇比呢, or 哪个多 after the same was asked of two."""

from __future__ import annotations

import re

from assistant.planning.directory import Directory
from assistant.planning.turns import LEAD, Turn, named_years, read_turn, topic
from index.language.text import squeeze

_VERSUS = re.compile(
    "^(?:和|与|跟|同|比)(?P<other>.+?)(?:相?比(?:较)?(?:起来)?|对比)(?:呢|怎么样|如何|的话|一下|哪个多|谁多)?[？?。]*$|^比(?P<than>.+?)(?:多|少|高|低)(?:吗|多少|几件|呢)?[？?。]*$"
)
_WHICH_IS_MORE = re.compile(
    "^(?:这?两[个家年者])?(?:哪(?:一?[个家边年])|谁)的?(?:更|比较)?[多少高低大]|^(?:相)?差(?:了)?(?:多少|几)"
)

_WAY = re.compile(
    "^(?:呢|[，,？?])*(?:是|有没有)?(?:变|更)?(?:[升降涨跌增减多少高低](?:长|加|少|低|高)?了?(?:还是|没有|没|吗|些|一点|[？?。]*$)|提高|下降|改善|好转)[^，,]*$"
)
"""Asks which way it went to another year, and nothing else (2023年升了还是降了)."""

_WHY_MORE = re.compile(
    "^(?:为什么|为何|为啥|怎么会?)[会比这那么更较反而还]*(?:[多少高低]|增|减|上升|下降)[^，。]{0,3}$"
)
"""Asks why one of those that were set side by side has more or less (为什么白泥镇少)."""


def both(question: str, before: str, context: str, book: Directory) -> str:
    """哪个多 after the same was asked of two bodies or years: the question of both; ``""`` for anything else."""
    asked = LEAD.sub("", squeeze(question))
    if not (before and _WHICH_IS_MORE.match(asked)):
        return ""
    one, other = read_turn(before, book), read_turn(context, book)
    if not (one.known and other.known) or topic(one) != topic(other):
        return ""
    first, second = (turn.known[0].bodies[0].issuer.short + named_years(turn) for turn in (one, other))
    return f"{first}和{second}相比，{topic(other)}{asked}" if first != second else ""


def versus(now: Turn, before: Turn) -> str:
    """和朱桥镇比呢: the question before, of both."""
    match = _VERSUS.match(LEAD.sub("", now.text))
    if not match or not before.known or not now.bodies:
        return ""
    first = before.known[0].bodies[0].issuer.short + named_years(before)
    other = now.bodies[0].text + (named_years(now) if now.years else "")
    return f"{first}和{other}相比，{topic(before)}分别是多少，谁多？"


def set_beside(now: Turn, before: Turn, subject: str, asked: str) -> str:
    """那上一年呢，高还是低: the question of that year and the year before it was asked of; ``""`` for other words.

    ``asked`` is what is said besides names and years, ``subject`` the bodies that the talk is about.
    """
    if not (subject and now.years and before.years) or now.bodies or not _WAY.match(asked):
        return ""
    one, other = named_years(before), named_years(now)
    return f"{subject}{one}和{other}{topic(before)}，{asked.lstrip('呢，,？?')}" if one != other else ""


def why_of_one(now: Turn, before: Turn, asked: str, *, dated: bool) -> str:
    """为什么白泥镇少: why of the figure asked about before; ``""`` for other words.

    ``asked`` is what is said besides names and years; ``dated`` where the body has the year of the question before.
    """
    if now.years or not now.bodies or not _WHY_MORE.search(asked):
        return ""
    years = named_years(before) if dated else ""
    return f"{'和'.join(mention.text for mention in now.bodies)}{years}{topic(before)}，{asked}"
