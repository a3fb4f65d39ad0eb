"""A follow-up about a place or an organ inside the body that was talked about: 柏山县占了几件 after a question about its city."""

from __future__ import annotations

import re

from assistant.planning import years as when
from assistant.planning.roles import level
from assistant.planning.turns import LEAD, Turn, named_years, topic
from index.language.text import squeeze

_AS_PART = re.compile("占|^(?:那|这)?其中|^(?:那|这)?(?:里面|当中)")
_AMONG = re.compile("^(?:这|那)?(?:其中|里面|当中)的?|^的")
_WHOLE = re.compile("全(?:[省市州县区旗镇乡]|街道|系统)的?")
_ASKS_ONLY = re.compile(
    "^(?:一共|总共|又|就|才|只)?(?:占|有|是|收|收到)?(?:了|过)?(?:比例?|比重)?(?:是|有)?(?:多少|几|多大|百分之几)[一-鿿]?[？?。]*$"
)
"""柏山县占了几件 asks for the figure that was talked about."""
_NOTHING = re.compile("^(?:呢|怎么样|如何|的?情况)?[？?。！!]*$")


def as_said(now: Turn, before: Turn, subject: str, asked: str) -> str:
    """The question of a known body as part of what was talked about, where the words say so (占, 其中), or of another part.

    ``asked`` is what is said besides names and years, ``subject`` the bodies that the talk is about; ``""`` for other words.
    """
    if now.known and _AS_PART.search(LEAD.sub("", now.text)):
        return of_the_whole(now, before, subject)
    return "" if asked else _another_part(now, before)


def of_the_whole(now: Turn, before: Turn, subject: str) -> str:
    """The question as one about a part of ``subject``, which was talked about; ``""`` where it names no lower body alone."""
    if (
        not subject
        or len(before.known) != 1
        or len(now.bodies) != 1
        or level(now.bodies[0]) <= level(before.known[0])
    ):
        return ""
    name = now.bodies[0]
    said = now.text[: name.start] + now.text[name.end :]
    for year in when.find_years(said)[::-1]:
        said = said[: year.start] + said[year.end :]
    said = _AMONG.sub("", LEAD.sub("", said).lstrip("，, "))
    years = named_years(now if now.years else before)
    if _NOTHING.match(said):
        return f"{subject}{years}其中{name.text}{_asked(before)}"
    about = f"{topic(before)}，" if _ASKS_ONLY.match(said) else ""
    return f"{subject}{years}{about}其中{name.text}{said}"


def _another_part(now: Turn, before: Turn) -> str:
    """云岭区呢 after 云州市2023年…其中东湖区占几件: the same of another part; ``""`` where no part was asked about."""
    parts = [mention for mention in before.bodies if before.text[: mention.start].endswith("其中")]
    if len(parts) != 1 or len(now.bodies) != 1 or now.years or level(now.bodies[0]) != level(parts[0]):
        return ""
    return before.text[: parts[0].start] + now.bodies[0].text + before.text[parts[0].end :]


def _asked(before: Turn) -> str:
    """The question before without its bodies, years and the word for the whole (全市)."""
    text = before.text
    spans = [(body.start, body.end) for body in before.bodies]
    spans += [(year.start, year.end) for year in before.years]
    for start, end in sorted(spans, reverse=True):
        text = text[:start] + text[end:]
    return _WHOLE.sub("", squeeze(text)).lstrip("的，, ")
