"""The bodies that a question names, found among those that the collection has reports of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.planning import misnamed
from assistant.planning.directory import AREA_SUFFIX, Body, Directory, stem
from assistant.planning.strangers import Stranger, bare_places, before_name, strangers, unheard
from assistant.planning.years import blanked, find_years
from index.schema import BodyLevel, Issuer

_SUFFIXES = "省市县区旗镇乡"
_TITLES = re.compile("[市县区镇乡省](?:长|委|级|政府|人民政府|直|民|里|本级)")
_GOVERNMENT = re.compile("(?:党委、?(?:人民)?政府|人民政府|政府|党工委|党委|管委会|办事处)?")
_QUOTED = re.compile('“[^“”]{1,30}(?:”|$)|"[^"]{1,30}(?:"|$)|「[^「」]{1,30}(?:」|$)')
_ORGAN = re.compile(
    "(?:党委、?(?:人民)?政府|人民政府|政府|党工委|党委|管委会|办事处)?"
    "(?:(?:政府信息公开|信息公开|政务公开|党政|综合)?(?:办公室|办公厅|办(?![理结了的过事件])))?"
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A name at ``start`` to ``end`` of the squeezed question and the bodies that it fits.

    No body: nobody in the collection is called so. Several: the name fits several. ``note`` tells the reader
    what a slip of the keyboard was taken for; ``perhaps`` is the body whose name it may be a slip of, or else another
    place's own (瑞禾镇 beside 瑞河镇): the answer asks back.
    """

    start: int
    end: int
    text: str
    bodies: tuple[Body, ...] = ()
    note: str = ""
    perhaps: tuple[Body, ...] = ()

    @property
    def department(self) -> bool:
        """Whether an unknown name is a department's."""
        return Stranger(0, 0, self.text).department


def find_bodies(text: str, book: Directory) -> list[Mention]:
    """The names in ``text`` (squeezed), in order: known bodies, slips that are put right, and unknown names."""
    text = without_quoted(text, book)
    known = _known(text, book)
    masked = blanked(text, find_years(text))
    for mention in known:
        masked = masked[: mention.start] + "\x00" * (mention.end - mention.start) + masked[mention.end :]
    found = list(known)
    for stranger in strangers(masked):
        _place(found, stranger, text, book)
    found = [_whole_name(mention, masked, book) for mention in found]
    if not found:
        found += [Mention(s.start, s.end, s.text) for s in _parents_named(text, book)]
    if not any(mention.bodies or mention.perhaps for mention in found):
        found += _bare_slips(masked, book)
    if not found:
        found += [Mention(s.start, s.end, s.text) for s in unheard(masked)]
    taken = [(m.start, m.end) for m in found]
    for place in bare_places(masked):
        if not any(start < place.end and place.start < end for start, end in taken):
            found.append(Mention(place.start, place.end, place.text))
    return sorted(found, key=lambda mention: mention.start)


def without_quoted(text: str, book: Directory) -> str:
    """``text`` of the same length without what stands in quotation marks, unless that is the name of a body held.

    What is quoted is a slogan or a campaign (“局长进园区”), and names neither bodies nor years.
    """

    def blank(match: re.Match[str]) -> str:
        named = any(form in match[0] for form in book.forms)
        return match[0] if named or len(match[0]) * 2 > len(text) + 4 else "\x00" * len(match[0])

    return _QUOTED.sub(blank, text)


def _known(text: str, book: Directory) -> list[Mention]:
    found: list[Mention] = []
    at = 0
    while at < len(text):
        hit = book.at(text, at)
        if hit is None or _is_other(text, at, hit[0], hit[1]):
            at += 1
            continue
        end, bodies = hit
        if bodies[0].issuer.level is not BodyLevel.OFFICE and (organ := _GOVERNMENT.match(text, end)):
            end = organ.end()
        start, bodies = _with_parents(text, at, bodies)
        before = found[-1] if found and found[-1].end == at else None
        if before and (_is_above(before, bodies) or _organ_alone(text[at:end], bodies)):
            start = found.pop().start
            bodies = bodies if _is_above(before, bodies) else ()
        found.append(Mention(start, end, text[start:end], bodies))
        at = end
    return found


def _is_above(before: Mention, bodies: Sequence[Body]) -> bool:
    """Whether the name before is that of an area above the body: 柳河 in 柳河白泥."""
    above = {name for body in bodies for area in body.issuer.parents for name in (area, stem(area))}
    own = {body.issuer.area for body in bodies if body.issuer.level is BodyLevel.OFFICE}
    return before.text in above | own


def _organ_alone(form: str, bodies: Sequence[Body]) -> bool:
    """Whether a department is named without its area: 教育局."""
    return all(
        body.issuer.level is BodyLevel.OFFICE and not form.startswith(stem(body.issuer.area))
        for body in bodies
    )


def _is_other(text: str, start: int, end: int, bodies: Sequence[Body]) -> bool:
    """Whether the form is only the beginning of another name: 淮安 in 淮安区."""
    form, rest = text[start:end], text[end:]
    if AREA_SUFFIX.search(form) and form in {body.issuer.area for body in bodies}:
        return False
    if bodies[0].issuer.level is BodyLevel.OFFICE or not rest or _ORGAN.match(rest)[0]:  # type: ignore[index]
        return False
    if _TITLES.match(rest):
        return rest[0] != bodies[0].issuer.area[-1:]
    return bool(re.match(f"[{_SUFFIXES}](?![域分别讯音愁贤])|街道|自治|新区|开发区|经济|高新", rest))


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
        alone = _organ_alone(after.text, after.bodies)
        fits = tuple(b for b in after.bodies if not alone and _may_stand_below(stranger.text, b.issuer))
        whole = Mention(stranger.start, after.end, text[stranger.start : after.end], fits)
        found.append((None if fits else _slip(whole.start, whole.text, book)) or whole)
        return
    start = before.start if before and _can_be_above(before, stranger) else stranger.start
    if before and start == before.start:
        found.remove(before)
    slip = None if start < stranger.start else _slip(stranger.start, stranger.text, book)
    slip = slip and _with_organ(slip, text)
    found.append(slip or Mention(start, stranger.end, text[start : stranger.end]))


def _whole_name(mention: Mention, masked: str, book: Directory) -> Mention:
    """A known name with what before it makes it another's (大柳坪乡, 柳浦水务局), else as it is."""
    start = before_name(masked, mention.start) if mention.bodies and not mention.note else mention.start
    if start == mention.start:
        return mention
    lead, typed = masked[start : mention.start], masked[start : mention.start] + mention.text
    alone = _organ_alone(mention.text, mention.bodies)
    if not alone and len(lead) > 1 and all(_may_be_higher(mention.text, b.issuer) for b in mention.bodies):
        return mention
    return _slip(start, typed, book) or Mention(start, mention.end, typed)


def _may_be_higher(named: str, issuer: Issuer) -> bool:
    """Whether a word before a name may be an area above: the report names none, or one stands there already."""
    above = (form for area in issuer.parents for form in (area, stem(area)))
    return not issuer.parents or named.startswith(tuple(above))


def _may_stand_below(area: str, issuer: Issuer) -> bool:
    """Whether ``area`` may be a parent that the report does not name: its level is not known to be another's."""
    return not issuer.parents or all(parent[-1] != area[-1] for parent in issuer.parents)


def _can_be_above(before: Mention, stranger: Stranger) -> bool:
    if not before.bodies or before.bodies[0].issuer.level is BodyLevel.OFFICE:
        return False
    return not re.search("政府|党委|办$", before.text) or stranger.department


def _slip(start: int, typed: str, book: Directory) -> Mention | None:
    """An unknown name as a slip: the body meant with a note, or only perhaps where it may be another's own name."""
    meant = misnamed.meant(typed, book)
    if meant is None:
        return None
    end, body = start + len(typed), meant.body
    if not meant.sure:
        return Mention(start, end, typed, perhaps=(body,))
    return Mention(start, end, typed, (body,), f"“{typed}”按“{body.issuer.short}”理解")


def _with_organ(mention: Mention, text: str) -> Mention:
    """A name with the organ that is written after it: 办事处 of 槐阴里街道办事处."""
    organ = _GOVERNMENT.match(text, mention.end)
    end = organ.end() if organ and not mention.department else mention.end
    return replace(mention, end=end, text=text[mention.start : end])


def _parents_named(text: str, book: Directory) -> list[Stranger]:
    """Areas above known bodies that are named bare (海阳)."""
    hits = [(text.find(area), area) for area in sorted(book.above, key=len, reverse=True) if area in text]
    return [Stranger(at, at + len(area), area) for at, area in hits[:1]]


def _bare_slips(masked: str, book: Directory) -> list[Mention]:
    """Slips in names (洪择2023年), at the start or after a conjunction and before a year or a mark.

    Also in suffixed ones where the slip is a word that no name holds (临江们街道).
    """
    places = re.finditer(r"(?:^|[和与跟、比，,])([一-鿿]{2,8}?)(?=[\s的呢和与跟、]|政府|$)", masked)
    slips = (_slip(match.start(1), match[1], book) for match in places)
    return [slip for slip in slips if slip]
