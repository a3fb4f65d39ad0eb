"""The bodies of a catalogue by the forms in which people name them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import product
from typing import Protocol

from assistant.planning.kept import kept
from index.schema import BodyLevel, Issuer

AREA_SUFFIX = re.compile("(?:特别行政区|自治[区州县旗]|地区|街道|[省市州盟县区旗镇乡])$")
"""What an area's name ends with."""


class Head(Protocol):
    """What the planner needs to know of a report: its name in the catalogue, issuer and year."""

    @property
    def name(self) -> str:
        """The report's name, the contract's ``report``."""

    @property
    def issuer(self) -> Issuer:
        """The body that issued it."""

    @property
    def year(self) -> int:
        """The report year."""


@dataclass(frozen=True, slots=True)
class Body:
    """A body with its reports, oldest first."""

    issuer: Issuer
    heads: tuple[Head, ...]

    @property
    def years(self) -> tuple[int, ...]:
        """The report years, ascending, each once."""
        return tuple(dict.fromkeys(head.year for head in self.heads))


@dataclass(frozen=True)
class Directory:
    """The bodies of a catalogue and the forms by which people call them."""

    bodies: tuple[Body, ...]
    forms: dict[str, tuple[Body, ...]] = field(repr=False)
    longest: int
    above: dict[str, tuple[Body, ...]] = field(repr=False)
    """The bodies below each area that is a parent of one, by the area's name and bare name."""

    def at(self, text: str, start: int) -> tuple[int, tuple[Body, ...]] | None:
        """End and bodies of the longest form that begins at ``start``."""
        for end in range(min(len(text), start + self.longest), start + 1, -1):
            if found := self.forms.get(text[start:end]):
                return end, found
        return None


@kept
def directory(catalogue: Sequence[Head]) -> Directory:
    """The directory of a catalogue, without reports that another of the same body and year supersedes."""
    grouped: dict[str, list[Head]] = {}
    for head in catalogue:
        if getattr(head, "superseded_by", ""):
            continue
        grouped.setdefault(head.issuer.name, []).append(head)
    bodies = tuple(
        Body(heads[0].issuer, tuple(sorted(heads, key=lambda head: head.year))) for heads in grouped.values()
    )
    forms: dict[str, list[Body]] = {}
    above: dict[str, list[Body]] = {}
    for body in bodies:
        for form in _forms(body.issuer):
            forms.setdefault(form, []).append(body)
        for area in _above(body.issuer):
            above.setdefault(area, []).append(body)
    frozen = {form: tuple(_highest(form, fits)) for form, fits in forms.items()}
    longest = max(map(len, frozen), default=0)
    return Directory(bodies, frozen, longest, {area: tuple(found) for area, found in above.items()})


def reports_of(issuer: str, catalogue: Sequence[Head]) -> tuple[Head, ...]:
    """The reports of the body of that full name, oldest first; of two for one year the one that answers."""
    named = directory(catalogue).forms.get(issuer, ())
    return next((body.heads for body in named if body.issuer.name == issuer), ())


def _forms(issuer: Issuer) -> set[str]:
    forms = {issuer.name, issuer.short, *issuer.aliases}
    if issuer.level is not BodyLevel.OFFICE:
        forms |= {issuer.area, stem(issuer.area), *_abbreviated(issuer.area)}
    elif issuer.area and issuer.short.startswith(issuer.area):
        forms |= _without_area(issuer, forms)
    return {form for form in forms if len(form) >= 2}


def _without_area(issuer: Issuer, forms: set[str]) -> set[str]:
    """A department's names without its area (教育局, 市监局), each with the area's bare name as well.

    云州市监局 is 云州 and 市监局, not 云州市 and 监局: what is left must go with the bare name too. An abbreviation that the
    full name does not have in one piece stands for the department without 局 as well, behind its area (云州城管).
    """
    bare, area = stem(issuer.area), issuer.area
    rest = {form.removeprefix(area) for form in forms if form.startswith(area) and form != area}
    left = {form for form in rest if area + form == issuer.short or bare + form in forms - rest}
    spoken = {form[:-1] for form in left if form[-1] in _ORGANS and form[:-1] not in issuer.name}
    return {*left, *(place + form for place, form in product((bare, area), left | spoken))}


def department_meant(text: str, book: Directory) -> tuple[str, str]:
    """The words that may name a department of the collection without 局 (云州水务), and its short name; ``""`` for none.

    They may as well be a kind of information of the area, so they are a department's only where the area tells nothing.
    """
    found = {
        (typed, issuer.short)
        for issuer in (body.issuer for body in book.bodies if body.issuer.level is BodyLevel.OFFICE)
        for place in {stem(issuer.area), issuer.area} - {""}
        if issuer.short.startswith(issuer.area) and len(issuer.short) - len(issuer.area) > 2
        if (typed := place + issuer.short[len(issuer.area) : -1]) in text
        if issuer.short[-1] in _ORGANS and typed + issuer.short[-1] not in text
    }
    return found.pop() if len(found) == 1 else ("", "")


_ORGANS = "局委办"
"""What people leave out after a department's abbreviation (云州城管); 云州教育 may be a kind of information of 云州."""


PEOPLES = re.compile(
    "(?:(?:蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|拉祜|水|东乡|纳西|景颇|"
    "柯尔克孜|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|塔吉克|怒|鄂温克|德昂|保安|裕固|独龙|鄂伦春|赫哲|"
    "门巴|珞巴|基诺|各)族)+(?=自治|乡|民族乡)"
)
"""The peoples in the names of autonomous areas and ethnic townships."""
_ZONES = (
    ("高新技术产业开发区", "高新区"),
    ("高新技术产业园区", "高新区"),
    ("高新技术开发区", "高新区"),
    ("经济技术开发区", "经开区"),
    ("经济开发区", "经开区"),
    ("经济技术开发区", "开发区"),
    ("经济开发区", "开发区"),
)


def _abbreviated(area: str) -> set[str]:
    """Usual abbreviations: 石岭自治县 and 石岭县 for 石岭回族自治县, 红山乡, 云州高新区."""
    found = {place + short for full, short in _ZONES if (place := area.removesuffix(full)) != area and place}
    plain = PEOPLES.sub("", area)
    if plain != area and len(plain) > 2:
        found |= {plain, re.sub("自治(?=.$)", "", plain)}
    return found


def _above(issuer: Issuer) -> set[str]:
    areas = {*issuer.parents, *([issuer.area] if issuer.level is BodyLevel.OFFICE else [])}
    return {form for area in areas for form in (area, stem(area)) if len(form) >= 2}


_ORDER = [
    BodyLevel.PROVINCE,
    BodyLevel.CITY,
    BodyLevel.COUNTY,
    BodyLevel.TOWN,
    BodyLevel.OFFICE,
    BodyLevel.UNKNOWN,
]


def _highest(form: str, fits: list[Body]) -> list[Body]:
    """A bare name (淮安) that is a city's and a district's means the city; full names stay ambiguous."""
    if len(fits) < 2 or any(form in (body.issuer.area, body.issuer.short) for body in fits):
        return fits
    top = min(_ORDER.index(body.issuer.level) for body in fits)
    return [body for body in fits if _ORDER.index(body.issuer.level) == top]


def stem(area: str) -> str:
    """An area's bare name (淮安); the area itself where fewer than two characters would remain."""
    bare = AREA_SUFFIX.sub("", area)
    return bare if len(bare) >= 2 else area
