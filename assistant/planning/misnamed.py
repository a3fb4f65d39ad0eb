"""Whether an unknown name is a slip of the keyboard for one body of the collection, and how sure that is.

A slip in a name of three or more characters before its suffix is one (槐阴里街道 for 槐荫里街道); two may as well be another
place's own name (瑞禾镇 beside 瑞河镇), so there the reader is asked. So he is about a department's words (水物局): those of
another department may sound the same.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.planning import slips
from assistant.planning.directory import AREA_SUFFIX, PEOPLES, Body, Directory, stem
from assistant.planning.strangers import places
from index.language.words import part_of_speech
from index.schema import BodyLevel

_LONG = 3
"""Characters of a name before its suffix from which on another place hardly has one that differs by a slip."""
_ZONE = re.compile("(?:经济|技术|高新|产业|工业|示范|度假|旅游|经开|开发|管理|园|新)+$")

_ENDS = "局委厅办会司"
"""What the names of departments end with."""


@dataclass(frozen=True, slots=True)
class Meant:
    """The body that was meant; ``sure`` where what was typed is hardly another place's own name."""

    body: Body
    sure: bool


def meant(typed: str, book: Directory) -> Meant | None:
    """The one body that an unknown name is a slip of; ``None`` where there is none, or several, or the name is a place's own."""
    if typed in places() or typed in book.above:
        return None
    found: dict[str, list[Meant]] = {}
    for form, fits in book.forms.items():
        if (
            len(fits) == 1
            and _comparable(typed, form)
            and slips.mistyped(typed, form)
            and (one := _judged(typed, form, fits[0]))
        ):
            found.setdefault(one.body.issuer.name, []).append(one)
    if len(found) != 1:
        return None
    (same,) = found.values()
    return Meant(same[0].body, all(one.sure for one in same))


def _comparable(typed: str, form: str) -> bool:
    """Whether both name the same kind of body, or both are bare names; of these one left out is too little to go by."""
    if AREA_SUFFIX.search(form) or form[-1] in _ENDS:
        return form[-1] == typed[-1] and abs(len(form) - len(typed)) <= 1
    return len(form) == len(typed) and not part_of_speech(typed)


def _judged(typed: str, form: str, body: Body) -> Meant | None:
    """What a slip of a form says of its body; ``None`` where the place or the department typed is another that there is."""
    area, rest = _divided(form, body)
    if not area or not typed.endswith(rest):
        words = typed.removeprefix(area)[:-1]
        return None if part_of_speech(words) or words in places() else Meant(body, sure=False)
    named = typed[: len(typed) - len(rest)]
    if named in places():
        return None
    return Meant(body, stem(named) not in places() and _surely(named, area))


def _divided(form: str, body: Body) -> tuple[str, str]:
    """A form's area and, of a department, its own words: 云州市 and 财政局."""
    issuer = body.issuer
    if issuer.level is not BodyLevel.OFFICE:
        return form, ""
    area = next((a for a in (issuer.area, stem(issuer.area)) if a and form.startswith(a)), "")
    return area, form[len(area) :]


def _surely(named: str, area: str) -> bool:
    """Whether a place's name that differs by a slip from a known one is hardly another's."""
    typed, own = _own(named), _own(area)
    if len(typed) == len(own) and not slips.may_be_a_name(typed, own, places()):
        return True
    whole = len(typed) >= len(own) or (typed[:1] == own[:1] and typed[-1:] == own[-1:])
    return len(typed) >= _LONG and whole


def _own(area: str) -> str:
    """A place's name without what says only of which kind it is: 石岭 of 石岭回族自治县, 云州 of 云州经济开发区."""
    return _ZONE.sub("", AREA_SUFFIX.sub("", PEOPLES.sub("", area)))
