"""The body that issued a report: its full name from the forms printed, and every form a reader may use."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import product

from index.departments import long_form, short_forms
from index.names import BodyKind, NameParts, level_of_area, split_name
from index.schema import BodyLevel, Issuer
from index.text import squeeze

_OFFICE_OF = re.compile(
    r"(?P<body>.{2,}?(?:人民政府|政府|街道办事处|办事处|街道|管理委员会|管委会|委员会|[省市县区镇乡局厅]))"
    r"(?:党工委|党委)?(?:党政|综合|行政|信息|政务|公开|政府|文秘|秘书|办公|管理|服务|宣传|法规|政策|电子|和|与|及|、|"
    r"领导小组|工作|机关|委员会|公共)*(?:办公厅|办公室|办|科|处|股|室|中心|站|窗口|机构|小组)"
)
_PEOPLES = (
    "蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|高山|拉祜|水|东乡|纳西|景颇|柯尔克孜|"
    "土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|塔吉克|怒|乌孜别克|俄罗斯|鄂温克|德昂|保安|裕固|京|塔塔尔|独龙|"
    "鄂伦春|赫哲|门巴|珞巴|基诺|各"
)
_AUTONOMOUS = re.compile(
    rf"(?:(?:{_PEOPLES})族|(?:维吾尔|柯尔克孜|哈萨克|(?<!内)蒙古)族?)*(?:自治[区州县旗]|(?<=族)乡|民族乡)$"
)
_LEAD_IN = re.compile(r"^.*(?:现将|请与|请联系|联系|公布|发布|关于|[由与和对在])(?=.{2})")


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
    if one[-1] != other[-1]:
        return False
    longer, shorter = sorted((one[:-1], other[:-1]), key=len, reverse=True)
    return all(area in longer for area in shorter)


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
    body = (firsts or seconds)[0]
    firsts = [parts for parts in firsts if same_body(body, parts)] or [body]
    seconds = [parts for parts in seconds if same_body(body, parts)]
    chain = max((parts.chain for parts in firsts), key=len)
    organ = _fullest_organ(body, firsts + seconds)
    if not chain:
        chain = max((parts.chain for parts in seconds), key=len, default=())
    known = max((parts.chain for parts in (*firsts, *seconds)), key=len)
    if len(known) == 1:
        known = (*_parents_in(text, known[0]), *known)
    return _issuer(body.kind, chain, organ, known[:-1])


def _fullest_organ(body: NameParts, forms: list[NameParts]) -> str:
    """The longest organ printed for the body; a bare area's is the natural one of its kind."""
    printed = max((parts.organ for parts in forms), key=len)
    if body.kind is BodyKind.DEPARTMENT:
        return printed
    area = body.area
    if body.kind is BodyKind.SUBDISTRICT:
        return "办事处"
    if body.kind is BodyKind.ZONE:
        return printed if printed in {"管委会", "人民政府"} else "管理委员会"
    return "人民政府" if area else printed


def _parents_in(text: str, area: str) -> tuple[str, ...]:
    """The areas printed right before ``area`` (龙游县 in 龙游县大街乡), most often; empty where none is."""
    found: dict[tuple[str, ...], int] = {}
    for match in re.finditer(rf"(?<![一-鿿])([一-鿿]{{2,20}}?){re.escape(area)}", text):
        parts = split_name(_LEAD_IN.sub("", match[1]) + area)
        if parts and parts.area == area and parts.parents and _well_known(parts.parents):
            found[parts.parents] = found.get(parts.parents, 0) + 1
    return max(found, key=lambda chain: found[chain], default=())


def _well_known(parents: tuple[str, ...]) -> bool:
    """Whether the parents look like names and not like the end of a sentence."""
    return all(len(area) <= 5 or re.search("自治|开发区|新区", area) for area in parents)


def _issuer(kind: BodyKind, chain: tuple[str, ...], organ: str, parents: tuple[str, ...]) -> Issuer:
    area = chain[-1] if chain else ""
    name = "".join(chain) + organ
    if kind is BodyKind.DEPARTMENT:
        short = area + next(iter(short_forms(organ)), organ)
        level = BodyLevel.OFFICE
    else:
        short, level = area, level_of_area(area)
    aliases = {name, short, *_aliases(kind, chain, parents, organ)}
    return Issuer(
        name, short, area, level, parents, tuple(sorted(aliases, key=lambda form: (-len(form), form)))
    )


def _aliases(kind: BodyKind, chain: tuple[str, ...], parents: tuple[str, ...], organ: str) -> Iterator[str]:
    above = parents or chain[:-1]
    prefixes = ["".join(above[start:]) for start in range(len(above))]
    if kind is BodyKind.DEPARTMENT:
        area = chain[-1] if chain else ""
        stems = [area, _stem(area)] if area else [""]
        yield from map("".join, product([*prefixes, ""], stems, (organ, *short_forms(organ))))
        return
    area = chain[-1]
    yield from map("".join, product([*prefixes, ""], [area], ["", *_organs(kind, organ)]))
    if kind is BodyKind.SUBDISTRICT:
        yield from map("".join, product([*prefixes, ""], [area.removesuffix("街道")], ["办事处", "街办"]))
    if stem := _stem(area):
        yield stem
        if re.search("自治[州县旗]$", area):
            yield stem + area[-1]


def _organs(kind: BodyKind, organ: str) -> tuple[str, ...]:
    if kind is BodyKind.SUBDISTRICT:
        return ("办事处", "办")
    return ("管理委员会", "管委会", organ) if kind is BodyKind.ZONE else ("人民政府", "政府")


def _stem(area: str) -> str:
    """The area without its suffix (留格庄, 延边), ``""`` where fewer than two characters would remain."""
    stem = _AUTONOMOUS.sub("", area)
    stem = re.sub(
        "(?:特别行政区|自治区|自治州|自治县|自治旗|地区|民族乡|民族苏木|苏木|街道|[省市州盟县区旗镇乡])$",
        "",
        stem,
    )
    return stem if len(stem) >= 2 and stem != area else ""
