"""A body in every form that a reader may use: with and without parents, organ and suffix."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import product

from index.naming.departments import short_forms
from index.naming.names import BodyKind, level_of_area
from index.schema import BodyLevel, Issuer

_PEOPLES = (
    "蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|高山|拉祜|水|东乡|纳西|景颇|柯尔克孜|"
    "土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|塔吉克|怒|乌孜别克|俄罗斯|鄂温克|德昂|保安|裕固|京|塔塔尔|独龙|"
    "鄂伦春|赫哲|门巴|珞巴|基诺|各"
)
_AUTONOMOUS = re.compile(
    rf"(?:(?:{_PEOPLES})族|(?:维吾尔|柯尔克孜|哈萨克|(?<!内)蒙古)族?)*(?:自治[区州县旗]|(?<=族)乡|民族乡)$"
)
_GENERIC = re.compile("[省市州县区旗镇乡街我本该各]")
"""With such a beginning a short name says only the level (县政府): many bodies are called so."""


def describe(kind: BodyKind, chain: tuple[str, ...], organ: str, parents: tuple[str, ...]) -> Issuer:
    """The issuer with its name made from ``chain`` (areas from the top) and ``organ``, and all its aliases.

    ``parents`` are the areas above its own as far as known, which can be more than the name holds.
    """
    area = chain[-1] if chain else ""
    name = "".join(chain) + organ
    if kind is BodyKind.DEPARTMENT:
        short = area + next(iter(short_forms(organ)), organ)
        level = BodyLevel.OFFICE
    else:
        short, level = area, level_of_area(area)
    aliases = {name, short, *_aliases(kind, chain, parents, organ)}
    return Issuer(name, short, area, level, parents, _ordered(aliases))


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
    if kind is not BodyKind.ZONE and (stem := _stem(area)):
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


def renamed(issuer: Issuer, name: str) -> Issuer:
    """The issuer under another full name; the former stays an alias."""
    return replace(issuer, name=name, aliases=_ordered({*issuer.aliases, name}))


def also_called(issuer: Issuer, text: str, printed: Iterable[str] = ()) -> Issuer:
    """The issuer with the forms ``printed`` for it and the short names that its report introduces.

    ``text`` is the report, squeezed: …管理委员会(以下简称经开区管委会).
    """
    forms = set(printed)
    for alias in issuer.aliases:
        match = re.search(rf"{re.escape(alias)}\(以下(?:统一)?简称[:“\"「]*([一-鿿]{{2,12}})[”\"」]?\)", text)
        if match and not _GENERIC.match(match[1]):
            forms.add(match[1])
    return replace(issuer, aliases=_ordered({*issuer.aliases, *forms}))


def _ordered(forms: set[str]) -> tuple[str, ...]:
    """Longest first."""
    return tuple(sorted(forms, key=lambda form: (-len(form), form)))
