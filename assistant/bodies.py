"""The bodies that a question names, found among those that the collection has reports of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Protocol

from assistant import slips
from assistant.strangers import Stranger, bare_places, places, strangers
from assistant.years import blanked, find_years
from index.schema import BodyLevel, Issuer

_SUFFIXES = "省市县区旗镇乡"
_TITLES = re.compile("[市县区镇乡省](?:长|委|级|政府|人民政府|直|民|里|本级)")
_ORGAN = re.compile(
    "(?:党委、?(?:人民)?政府|人民政府|政府|党工委|党委|管委会|办事处)?(?:信息公开|政务公开|政府信息公开)?(?:办公室|办公厅|党政办公室|党政办|办(?![理结了过的事件]))?"
)
_AREA_SUFFIX = re.compile("(?:特别行政区|自治[区州县旗]|地区|街道|[省市州盟县区旗镇乡])$")


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


@dataclass(frozen=True, slots=True)
class Mention:
    """A name at ``start`` to ``end`` of the squeezed question and the bodies that it fits.

    No body: nobody in the collection is called so. Several: the name fits several. ``note`` tells the reader
    what a slip of the keyboard was taken for.
    """

    start: int
    end: int
    text: str
    bodies: tuple[Body, ...] = ()
    note: str = ""

    @property
    def department(self) -> bool:
        """Whether an unknown name is a department's."""
        return Stranger(0, 0, self.text).department


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


def directory(catalogue: Sequence[Head]) -> Directory:
    """The directory of a catalogue; the same catalogue again costs a millisecond per thousand reports."""
    return _directory(
        tuple((head.name, head.year, head.issuer.name, head.issuer.aliases) for head in catalogue),
        _Heads(catalogue),
    )


class _Heads:
    """Carries the heads past the cache, whose key is the catalogue's contents."""

    def __init__(self, heads: Sequence[Head]) -> None:
        self.heads = heads

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Heads)

    def __hash__(self) -> int:
        return 0


@lru_cache(maxsize=8)
def _directory(_key: tuple[object, ...], carried: _Heads) -> Directory:
    grouped: dict[str, list[Head]] = {}
    for head in carried.heads:
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


def _forms(issuer: Issuer) -> set[str]:
    forms = {issuer.name, issuer.short, *issuer.aliases}
    if issuer.level is not BodyLevel.OFFICE:
        forms |= {issuer.area, stem(issuer.area)}
    elif issuer.area and issuer.short.startswith(issuer.area):
        forms |= {stem(issuer.area) + issuer.short[len(issuer.area) :], issuer.short[len(issuer.area) :]}
    return {form for form in forms if len(form) >= 2}


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
    if len(fits) < 2 or _AREA_SUFFIX.search(form):
        return fits
    top = min(_ORDER.index(body.issuer.level) for body in fits)
    return [body for body in fits if _ORDER.index(body.issuer.level) == top]


def stem(area: str) -> str:
    """An area's bare name (淮安); the area itself where fewer than two characters would remain."""
    bare = _AREA_SUFFIX.sub("", area)
    return bare if len(bare) >= 2 else area


def find_bodies(text: str, book: Directory) -> list[Mention]:
    """The names in ``text`` (squeezed), in order: known bodies, slips that are put right, and unknown names."""
    known = _known(text, book)
    masked = blanked(text, find_years(text))
    for mention in known:
        masked = masked[: mention.start] + "\x00" * (mention.end - mention.start) + masked[mention.end :]
    found = list(known)
    for stranger in strangers(masked):
        _place(found, stranger, text, book)
    if not found:
        found += [Mention(s.start, s.end, s.text) for s in _parents_named(text, book)]
    if not any(mention.bodies for mention in found):
        found += _bare_slips(masked, book)
    taken = [(m.start, m.end) for m in found]
    for place in bare_places(masked):
        if not any(start < place.end and place.start < end for start, end in taken):
            found.append(Mention(place.start, place.end, place.text))
    return sorted(found, key=lambda mention: mention.start)


def _known(text: str, book: Directory) -> list[Mention]:
    found: list[Mention] = []
    at = 0
    while at < len(text):
        hit = book.at(text, at)
        if hit is None or _is_other(text, at, hit[0], hit[1]):
            at += 1
            continue
        end, bodies = hit
        end += len(_ORGAN.match(text, end)[0]) if bodies[0].issuer.level is not BodyLevel.OFFICE else 0  # type: ignore[index]
        start, bodies = _with_parents(text, at, bodies)
        found.append(Mention(start, end, text[start:end], bodies))
        at = end
    return found


def _is_other(text: str, start: int, end: int, bodies: Sequence[Body]) -> bool:
    """Whether the form is only the beginning of another name: 淮安 in 淮安区."""
    form, rest = text[start:end], text[end:]
    if _AREA_SUFFIX.search(form) and form in {body.issuer.area for body in bodies}:
        return False
    if bodies[0].issuer.level is BodyLevel.OFFICE or not rest or _ORGAN.match(rest)[0]:  # type: ignore[index]
        return False
    if _TITLES.match(rest):
        return rest[0] != bodies[0].issuer.area[-1:]
    return bool(re.match(f"[{_SUFFIXES}](?![域分别])|街道|自治|新区|开发区|经济|高新", rest))


def _with_parents(text: str, start: int, bodies: tuple[Body, ...]) -> tuple[int, tuple[Body, ...]]:
    """The start with the parents that are written before the name, which also choose among namesakes."""
    fits, begin = bodies, start
    grown = True
    while grown:
        grown = False
        for body in fits:
            for area in sorted(
                {*body.issuer.parents, *map(stem, body.issuer.parents)}, key=len, reverse=True
            ):
                if area and text[:begin].endswith(area):
                    begin -= len(area)
                    fits = tuple(
                        b for b in fits if {area} & {*b.issuer.parents, *map(stem, b.issuer.parents)}
                    )
                    grown = True
                    break
            if grown:
                break
    return begin, fits


def _place(found: list[Mention], stranger: Stranger, text: str, book: Directory) -> None:
    """Put an unknown name among the mentions, joined with a known name that it touches."""
    after = next((m for m in found if m.start == stranger.end), None)
    before = next((m for m in found if m.end == stranger.start), None)
    if after and after.bodies and not stranger.department:
        found.remove(after)
        fits = tuple(body for body in after.bodies if _may_stand_below(stranger.text, body.issuer))
        found.append(Mention(stranger.start, after.end, text[stranger.start : after.end], fits))
        return
    start = before.start if before and _can_be_above(before, stranger) else stranger.start
    if before and start == before.start:
        found.remove(before)
    slip = None if start < stranger.start else _slip(stranger, book)
    found.append(slip or Mention(start, stranger.end, text[start : stranger.end]))


def _may_stand_below(area: str, issuer: Issuer) -> bool:
    """Whether ``area`` may be a parent that the report does not name: its level is not known to be another's."""
    return not issuer.parents or all(parent[-1] != area[-1] for parent in issuer.parents)


def _can_be_above(before: Mention, stranger: Stranger) -> bool:
    if not before.bodies or before.bodies[0].issuer.level is BodyLevel.OFFICE:
        return False
    return not re.search("政府|党委|办$", before.text) or stranger.department


def _slip(stranger: Stranger, book: Directory) -> Mention | None:
    if stranger.text in places() or stranger.text in book.above:
        return None
    suffix = stranger.text[-1]
    shorts = {form for form in book.forms if form[-1] == suffix and len(form) == len(stranger.text)}
    meant = slips.meant(stranger.text, shorts)
    if not meant or len(book.forms[meant]) != 1:
        return None
    body = book.forms[meant][0]
    return Mention(
        stranger.start, stranger.end, stranger.text, (body,), f"“{stranger.text}”按“{body.issuer.short}”理解"
    )


def _parents_named(text: str, book: Directory) -> list[Stranger]:
    """Areas above known bodies that are named bare (海阳)."""
    hits = [(text.find(area), area) for area in sorted(book.above, key=len, reverse=True) if area in text]
    return [Stranger(at, at + len(area), area) for at, area in hits[:1]]


def _bare_slips(masked: str, book: Directory) -> list[Mention]:
    """Slips in bare names (洪择2023年), at the start or after a conjunction and before a year or a mark."""
    found = []
    for match in re.finditer(r"(?:^|[和与跟、比，,])([一-鿿]{2,4}?)(?=[\s的呢和与跟、]|政府|$)", masked):
        typed = match[1]
        bare = {form for form in book.forms if len(form) == len(typed) and not _AREA_SUFFIX.search(form)}
        meant = "" if typed in places() else slips.meant(typed, bare)
        if meant and len(book.forms[meant]) == 1:
            body = book.forms[meant][0]
            note = f"“{typed}”按“{body.issuer.short}”理解"
            found.append(Mention(match.start(1), match.end(1), typed, (body,), note))
    return found
