"""Which body issued a report, and its full name, from the forms that the report prints."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from index.language.text import squeeze
from index.naming.aliases import also_called, describe, renamed
from index.naming.departments import long_form
from index.naming.names import BodyKind, NameParts, split_name
from index.schema import Issuer

_OFFICE_WORDS = (
    "(?:党工委|党委|党政|综合|行政|信息|政务|公开|政府|文秘|秘书|办公|管理|服务|宣传|法规|政策|电子|数据|和|与|及|、|"
    "领导小组|工作|机关|委员会|公共|人事|财务|文字|督查)*(?:办公厅|办公室|办|科|处|股|室|公开中心|窗口|机构|小组)"
)
_OFFICE_OF = re.compile(
    r"(?P<body>.{2,}?(?:人民政府|政府|街道办事处|办事处|街道|管理委员会|管委会|委员会|[省市县区镇乡局厅]))"
    rf"(?:{_OFFICE_WORDS}){{1,2}}"
)
_GOVERNED_NEW_AREAS = frozenset({"浦东新区", "滨海新区"})
"""The new areas that are districts with a government of their own."""
_LEAD_IN = re.compile(r"^年度?|^.*(?:现将|请与|请联系|联系|公布|发布|关于|[由与和对在])(?=.{2})")


def body_of_office(text: str) -> str:
    """The body whose office ``text`` names: 朱吴镇人民政府党政办 gives 朱吴镇人民政府; ``""`` where it is no body.

    A body itself (某市教育局) is given back as it is.
    """
    name = squeeze(text)
    match = _OFFICE_OF.fullmatch(name)
    if match and split_name(match["body"]):
        return match["body"]
    return name if split_name(name) else ""


def same_body(one: NameParts, other: NameParts) -> bool:
    """Whether two names can mean one body: the same area and organ, and parents that do not contradict."""
    if (one.kind is BodyKind.DEPARTMENT) is not (other.kind is BodyKind.DEPARTMENT):
        return False
    if one.kind is BodyKind.DEPARTMENT:
        alike = long_form(one.organ) == long_form(other.organ)
        return alike and (not one.area or not other.area or _compatible(one.chain, other.chain))
    return _compatible(one.chain, other.chain)


def _compatible(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Equal from the area upwards as far as both go; a level that one leaves out does not count."""
    if one[-1] != other[-1] and not _one_zone(one[-1], other[-1]):
        return False
    longer, shorter = sorted((one[:-1], other[:-1]), key=len, reverse=True)
    return all(area in longer for area in shorter)


def one_issuer(one: Issuer, other: Issuer) -> bool:
    """Whether two reports' issuers can be one body, one of them printed without its parents."""
    names = split_name(one.name), split_name(other.name)
    if names[0] is None or names[1] is None:
        return one.name == other.name
    first, second = (
        replace(parts, parents=i.parents) for parts, i in zip(names, (one, other), strict=True) if parts
    )
    return same_body(first, second)


def shelf(issuer: Issuer) -> str:
    """What two issuers that can be one body have in common, be it that both are zones (``may_be_zone``)."""
    parts = split_name(issuer.name)
    if parts is None:
        return issuer.name
    if parts.kind is BodyKind.DEPARTMENT:
        return long_form(parts.organ)
    return parts.area or (issuer.parents or (issuer.name,))[-1]


def may_be_zone(area: str) -> bool:
    """Whether an area's name ends as the short or the long name of a development zone does (经开区, 开发区, 高新区)."""
    return area[-2:-1] in ("发", "新", "开")


def _one_zone(one: str, other: str) -> bool:
    """Whether one development zone's name shortens the other's: 临江经开区, 临江经济技术开发区."""
    shorter, longer = sorted((one, other), key=len)
    rest = iter(longer)
    return (
        one[-1] == other[-1]
        and one[-2:-1] in "发新开"
        and len(shorter) > 3
        and all(char in rest for char in shorter)
    )


def make_issuer(primary: Iterable[str], secondary: Iterable[str] = (), text: str = "") -> Issuer | None:
    """The issuer, given the forms of its name; ``None`` where none of them is a body's name.

    ``primary`` are the forms in the title, the signature and the like, the most telling first; ``secondary`` those
    in the contact sentence and the preamble. The first primary form that is a name (else the first secondary)
    decides which body it is. Its own parents belong to the full name where a primary form prints them; parents
    from elsewhere only to ``parents``. ``text`` is the whole report, searched for parents printed right before the
    body's area (某县某乡).
    """
    firsts = [parts for form in primary if (parts := split_name(form))]
    seconds = [parts for form in secondary if (parts := split_name(form))]
    if not firsts and not seconds:
        return None
    body = firsts[0] if firsts else next((parts for parts in seconds if parts.area), seconds[0])
    firsts = [parts for parts in firsts if same_body(body, parts)] or [body]
    seconds = [parts for parts in seconds if same_body(body, parts)]
    chain = max((parts.chain for parts in firsts), key=lambda chain: (len(chain), len("".join(chain))))
    above = max((parts.above for parts in firsts), key=len)
    organ = _fullest_organ(body, firsts + seconds, text)
    if not chain:
        chain = max((parts.chain for parts in seconds), key=len, default=()) or _area_in(text, body.organ)
    known = max((chain, *(parts.chain for parts in (*firsts, *seconds))), key=len)
    if len(known) == 1:
        known = (*_parents_in(text, known[0]), *known)
    issuer = describe(body.kind, chain, organ, known[:-1])
    if above:
        before = 0 if body.kind is BodyKind.DEPARTMENT else len(chain) - 1
        issuer = renamed(issuer, "".join((*chain[:before], above, *chain[before:], organ)))
    printed = {"".join(parts.chain) + (parts.organ or "") for parts in firsts + seconds if parts.area}
    return also_called(issuer, text, printed)


def _fullest_organ(body: NameParts, forms: list[NameParts], text: str) -> str:
    """The longest organ printed for the body; a bare area's is the natural one of its kind.

    Some new areas have a government, others a committee: there the text decides.
    """
    printed = max((parts.organ for parts in forms), key=len)
    if body.kind is BodyKind.DEPARTMENT:
        return printed
    area = body.area
    if body.kind is BodyKind.SUBDISTRICT:
        return "办事处"
    if body.kind is BodyKind.ZONE:
        governed = area in _GOVERNED_NEW_AREAS or text.count(f"{area}人民政府") > text.count(f"{area}管")
        return printed or ("人民政府" if governed else "管理委员会")
    return "行政公署" if printed in {"行政公署", "行署"} else "人民政府"


def _parents_in(text: str, area: str) -> tuple[str, ...]:
    """The areas printed right before ``area`` (龙游县 in 龙游县大街乡), most often; empty where none is."""
    found: Counter[tuple[str, ...]] = Counter()
    for match in re.finditer(rf"(?<![一-鿿])([一-鿿]{{2,20}}?){re.escape(area)}", text):
        parts = split_name(_LEAD_IN.sub("", match[1]) + area)
        if parts and parts.area == area and parts.parents and _well_known(parts.parents):
            found[parts.parents] += 1
    return max(found, key=lambda chain: found[chain], default=())


def _area_in(text: str, organ: str) -> tuple[str, ...]:
    """The areas most often printed right before a department's name; empty where none is."""
    found: Counter[tuple[str, ...]] = Counter()
    for match in re.finditer(rf"(?<![一-鿿])([一-鿿]{{2,20}}?[省市州盟县区旗]){re.escape(organ)}", text):
        parts = split_name(_LEAD_IN.sub("", match[1]) + organ)
        if parts and parts.area and _well_known(parts.chain):
            found[parts.chain] += 1
    return max(found, key=lambda chain: found[chain], default=())


def _well_known(parents: tuple[str, ...]) -> bool:
    """Whether the parents look like names and not like the end of a sentence."""
    return all(len(area) <= 5 or re.search("自治|开发区|新区", area) for area in parents)
