"""Years that a follow-up names by the one the talk is about: 第二年换人没有, 前一年是多少, 那上一年呢."""

from __future__ import annotations

import re

from assistant.planning.turns import Turn
from assistant.planning.years import find_years
from index.language.text import squeeze

_DEGREE = "(?:个?年度|年)"
_EARLIER = re.compile(
    f"(?:再?(?:往前|之前|前面?|头)的?(?:那|数)?一|上一?|去){_DEGREE}(?!(?:度|的)?(?:结转|遗留|转来|未办|没办|同期|底|末))"
)
_LATER = re.compile(f"(?:(?:再?(?:往后|之后|后面?)的?(?:那)?一|下一?|第二|次|翌){_DEGREE}|转过年来|转年)")
_SAME = re.compile("同一?年|那一?年(?!来)|当年(?=[^，。]{1,12}呢)")
_NEVER = re.compile("今年|本年|连续第二年|(?:结转|转入|转到|转至|留到|拖到)到?了?(?:下一?年|次年|第二年)")
_SET_AGAINST = re.compile("(?:比|较|[和与跟同](?=.{2,4}(?:相?比|对比|比较)))起?$")


def beside(question: str, before: Turn, reply: str) -> str:
    """A question with the year it means beside that of the talk: 第二年换人没有, after one about 2021, as 2022年换人没有.

    Unchanged where it says years or 今年 of its own, or the talk is of no year. 比上一年 is left as it is: that is a comparison
    which the report of the year itself may make.
    """
    text = squeeze(question)
    years = [year for mention in before.years for year in mention.years] or _replied(reply)
    if not years or _NEVER.search(text) or any(mention.years for mention in find_years(text)):
        return question
    if (same := _SAME.search(text)) and len(set(years)) == 1:
        return f"{text[: same.start()]}{years[0]}年{text[same.end() :]}"
    for pattern, year, kept in ((_EARLIER, min(years) - 1, True), (_LATER, max(years) + 1, False)):
        match = pattern.search(text)
        if match and not (kept and _SET_AGAINST.search(text[: match.start()])):
            return f"{text[: match.start()]}{year}年{text[match.end() :]}"
    return question


def _replied(reply: str) -> list[int]:
    """The one year that an answer is about, where the question named none; empty for several."""
    told = {year for mention in find_years(squeeze(reply)) for year in mention.years}
    return list(told) if len(told) == 1 else []
