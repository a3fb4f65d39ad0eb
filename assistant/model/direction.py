"""Does a sentence say who has more as its source does? 甲比乙多5件 has the numbers of 乙比甲多5件 and says the opposite."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.compose import Statement
from assistant.model.amounts import counted, same
from assistant.planning.bodies import find_bodies
from assistant.planning.directory import Directory
from index.language.text import squeeze_numbers

_MORE, _LESS = "多高增涨升", "少低减降"
_WAY = f"[{_MORE}{_LESS}]"
_COMPARES = re.compile(
    rf"比[^，。；]{{1,30}}?({_WAY})|[更最]({_WAY})|({_WAY})于|({_WAY})(?:加|长|少)|({_WAY})(?=[，,。；;（(]|$)"
)
_RANKS = re.compile(rf"比[^，,。；;]{{1,30}}?{_WAY}|[更最]{_WAY}")
_STEP = re.compile("(?:[多少高低]|(?:增加|减少|增长|下降|上升|降低|提高)(?:了)?|[涨降]了?)(?:出)?(?:约)?$")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?=年)")


def has_direction(said: str, grounds: Sequence[Statement], book: Directory) -> bool:
    """Whether a comparison begins with the same body and year, and goes the same way, as one of those it rests on.

    One turned round (乙比甲少 for 甲比乙多) is not told from a wrong one and does not hold; nor does a difference without its way
    (甲公开了5件 for 甲比乙多5件).
    """
    ways, known = directions(said), [squeeze_numbers(text) for text in _texts(grounds)]
    if not _has_steps(said, known) or (not ways and _has_difference(said, grounds)):
        return False
    compared = [text for text in (squeeze_numbers(g.text) for g in grounds) if directions(text)]
    if ways and not compared:
        return not _RANKS.search(said)
    return not ways or any(ways <= directions(text) and _same_subject(said, text, book) for text in compared)


def _texts(grounds: Sequence[Statement]) -> list[str]:
    return [text for ground in grounds for text in (ground.text, *(s.quote for s in ground.sources))]


def _has_steps(said: str, known: Sequence[str]) -> bool:
    """Whether what something is more or less by is so in a source as well (多51条), and not how much it is in all."""
    steps = [n for text in known for n in counted(text) if _STEP.search(text[: n.start])]
    return all(
        any(same(number, step) for step in steps)
        for number in counted(said)
        if _STEP.search(said[: number.start])
    )


def directions(text: str) -> set[str]:
    """``+`` where a text says that something is more, ``-`` where less."""
    found = "".join(c for match in _COMPARES.finditer(text.replace("多少", "")) for c in match.groups() if c)
    return {"+" if way in _MORE else "-" for way in found}


def _has_difference(said: str, grounds: Sequence[Statement]) -> bool:
    between = {value for g in grounds if directions(squeeze_numbers(g.text)) for value in g.computed}
    return any(number.value in between for number in counted(said))


def _same_subject(said: str, text: str, book: Directory) -> bool:
    ours, theirs = find_bodies(said, book), find_bodies(text, book)
    if ours and theirs:
        names = [
            {body.issuer.name for body in found[0].bodies} or {found[0].text} for found in (ours, theirs)
        ]
        if not names[0] & names[1]:
            return False
    years = [_YEAR.findall(said), _YEAR.findall(text)]
    return not (years[0] and years[1]) or years[0][0] == years[1][0]
