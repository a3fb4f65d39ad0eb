"""Does a sentence say who has more as its source does? 甲比乙多5件 has the numbers of 乙比甲多5件 and says the opposite."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.compose import Statement
from assistant.planning.bodies import find_bodies
from assistant.planning.directory import Directory
from index.language.text import squeeze_numbers

_MORE, _LESS = "多高增涨升", "少低减降"
_WAY = f"[{_MORE}{_LESS}]"
_COMPARES = re.compile(
    rf"比[^，。；]{{1,30}}?({_WAY})|[更最]({_WAY})|({_WAY})于|({_WAY})(?:加|长|少)|({_WAY})(?=[，。；]|$)"
)
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?=年)")


def has_direction(said: str, grounds: Sequence[Statement], book: Directory) -> bool:
    """Whether a comparison begins with the same body and year, and goes the same way, as one of those it rests on.

    One turned round (乙比甲少 for 甲比乙多) is not told from a wrong one and does not hold.
    """
    ways = directions(said)
    compared = [text for text in (squeeze_numbers(g.text) for g in grounds) if directions(text)]
    return not (ways and compared) or any(
        ways <= directions(text) and _same_subject(said, text, book) for text in compared
    )


def directions(text: str) -> set[str]:
    """``+`` where a text says that something is more, ``-`` where less."""
    found = "".join(c for match in _COMPARES.finditer(text.replace("多少", "")) for c in match.groups() if c)
    return {"+" if way in _MORE else "-" for way in found}


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
