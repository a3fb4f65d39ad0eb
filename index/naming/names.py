"""Names of administrative areas and bodies, taken apart: 海阳市 | 留格庄镇 | 人民政府.

The hierarchy is that of article 30 of the Constitution (省级, 县级, 乡级) with the prefecture level between;
street offices, development zones and departments belong to the government of the area that they stand in.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from index.language.text import squeeze
from index.schema import BodyLevel

_H = "[一-鿿〇]"
_PROVINCE = rf"(?:北京|天津|上海|重庆)市|{_H}{{2,3}}?省|{_H}{{2,5}}?自治区"
# a name before 市, 州 or 区 has two characters or more, which keeps 新市镇, 沙市区, 通州区 and 社区 whole
_CITY = (
    rf"(?:(?!州[^市]){_H}){{2,9}}?市|{_H}{{2,9}}?(?:地区|自治州)|{_H}{{2,6}}?州|(?:兴安|锡林郭勒|阿拉善)盟"
)
_COUNTY = rf"{_H}{{1,14}}?(?:自治县|县)|(?:城|郊|矿|{_H}{{2,8}}?)区|{_H}{{2,5}}?市|(?<=州){_H}市|{_H}{{2,12}}?(?:自治旗|旗)"
_ZONE_WORDS = (
    "开发区|高新区|经开区|新区|新城|示范区|试验区|实验区|合作区|保税区|保税港区|度假区|风景区|风景名胜区|名胜区|管理区|"
    "园区|工业园|产业园|科技园|物流园|生态园|商务区|港区|功能区|集聚区|集中区|开发园"
)
_ZONE = rf"{_H}{{1,18}}?(?:{_ZONE_WORDS})"
_TOWN = rf"{_H}{{1,12}}?(?:民族苏木|苏木|乡|镇|街道)"
_GOVERNMENT = "人民政府|政府|行政公署|行署|管理委员会|管委会|办事处|街道办事处|街道办|街办|办"
_DEPARTMENT = (
    rf"{_H}{{1,28}}(?:局|委员会|委|厅|办公室|办公厅|研究室|办|部|署|海关|中心|院|大队|支队|总队|公司|大学|学院|医院|学校|中学|小学|"
    r"幼儿园|馆|社|联合会|协会|台|集团|银行|处|所|站)"
)
_ABOVE = rf"(?:(?P<province>{_PROVINCE}))?(?:(?P<city>{_CITY}))?(?:(?P<county>{_COUNTY}))?"
_GOVERNING = re.compile(
    rf"{_ABOVE}(?:(?P<zone>{_ZONE}))?(?:(?P<above>人民政府)?(?P<town>{_TOWN}))?(?P<organ>{_GOVERNMENT})?"
)
_SUBDISTRICT = re.compile(
    rf"{_ABOVE}(?:(?P<zone>{_ZONE}))?(?P<above>人民政府)?(?P<street>{_H}{{1,8}}?)(?P<organ>办事处|街道办事处|街道办|街办)"
)
_OFFICE = re.compile(
    rf"(?P<above>国家税务总局)?{_ABOVE}(?:(?P<zone>{_ZONE})(?:管委会|管理委员会)?)?(?P<organ>{_DEPARTMENT})"
)
_REMARK = re.compile(r"\([^()]*\)$")
_RELATIVE = re.compile(
    r"(?:省|自治区|市(?!场)|州|县|区|旗|镇|乡(?!村)|街道)(?=.{2})(?:(?:人民)?政府(?=.{2,}[局委厅]$))?"
)
_NOT_A_NAME = re.compile(
    r"[我的了]|^[本该全此每外邻两](?:[省市州县区旗镇乡]$|街道|[省市县区旗镇乡](?=.))|^各|联系|公开|报告|情况|信息|根据|编制|通知|年度|以[下上]|"
    r"部门|单位|办法|规定|如[对需有]|疑问|^(?:哪|什么|其[他它]|所有|全部|任何|多少|另外)|[个些几](?:省|市|州|县|区|旗|镇|乡|街道)$|月.{1,3}日"
)
_COMMON_NOUN = re.compile("[乡城村市集]镇|[城下家返老故山水]乡|镇街道")
_TOWN_LEVEL = re.compile(r".+(?:苏木|乡|镇|街道)$")
_ZONE_END = re.compile(rf".+(?:{_ZONE_WORDS})$")


class BodyKind(StrEnum):
    """What sort of body a name means; ``AREA`` is a bare area (海阳市), which stands for its government."""

    AREA = "area"
    GOVERNMENT = "government"
    SUBDISTRICT = "subdistrict"
    ZONE = "zone"
    DEPARTMENT = "department"


@dataclass(frozen=True, slots=True)
class NameParts:
    """A body's name taken apart.

    ``parents`` are the areas above ``area`` from the top; ``area`` is the one that the body governs or, for a
    department, belongs to (``""`` where none is named: 教育局, 市教育局); ``organ`` the words after the area as
    printed (人民政府, 政府, 教育局), ``""`` for a bare area. ``above`` is the body printed above this one:
    人民政府 between parents and area (某市人民政府某街道办事处), 国家税务总局 before a tax bureau's area.
    """

    parents: tuple[str, ...]
    area: str
    kind: BodyKind
    organ: str
    above: str = ""

    @property
    def chain(self) -> tuple[str, ...]:
        """Parents and area, from the top."""
        return (*self.parents, self.area) if self.area else self.parents


@lru_cache(maxsize=4096)
def split_name(text: str) -> NameParts | None:
    """The parts of a body's or area's name; ``None`` where ``text`` as a whole is no such name.

    White space and width do not count. ``split_name("海阳市留格庄镇政府")`` has the parents ``("海阳市",)``, the
    area ``留格庄镇`` and the organ ``政府``.
    """
    name = _REMARK.sub("", squeeze(text))
    if len(name) < 2 or len(name) > 45:
        return None
    return _governing(name) or _subdistrict(name) or _office(name)


def _governing(name: str) -> NameParts | None:
    match = _GOVERNING.fullmatch(name)
    if not match:
        return None
    *parents, area = [part for part in match.group("province", "city", "county", "zone", "town") if part] or [
        ""
    ]
    organ = match["organ"] or ""
    if not area or _COMMON_NOUN.fullmatch(area) or any(map(_NOT_A_NAME.search, (*parents, area))):
        return None
    area = re.sub(rf"^市(?=.{{2,}}(?:{_ZONE_WORDS})$)", "", area)
    kind = _kind_of_area(area) if organ or _kind_of_area(area) is not BodyKind.GOVERNMENT else BodyKind.AREA
    return (
        None
        if organ and not _fits(kind, organ)
        else NameParts(tuple(parents), area, kind, organ, match["above"] or "")
    )


def _kind_of_area(area: str) -> BodyKind:
    if area.endswith("街道"):
        return BodyKind.SUBDISTRICT
    return BodyKind.ZONE if _ZONE_END.fullmatch(area) else BodyKind.GOVERNMENT


def _fits(kind: BodyKind, organ: str) -> bool:
    """Whether the organ is one that such an area has: a street has an office, a zone a committee."""
    if organ in {"人民政府", "政府", "行政公署", "行署"}:
        return kind is not BodyKind.SUBDISTRICT
    if organ in {"管理委员会", "管委会"}:
        return kind is BodyKind.ZONE
    return kind is BodyKind.SUBDISTRICT


def _subdistrict(name: str) -> NameParts | None:
    """A street office whose name leaves 街道 out or runs it into the office: 新华办事处, 东岳路街办."""
    match = _SUBDISTRICT.fullmatch(name)
    if not match or _NOT_A_NAME.search(match["street"]) or _TOWN_LEVEL.match(match["street"]):
        return None
    parents = tuple(part for part in match.group("province", "city", "county", "zone") if part)
    return NameParts(
        parents, f"{match['street']}街道", BodyKind.SUBDISTRICT, match["organ"], match["above"] or ""
    )


def _office(name: str) -> NameParts | None:
    match = _OFFICE.fullmatch(name)
    if not match:
        return None
    areas = [part for part in match.group("province", "city", "county", "zone") if part]
    organ = match["organ"] if areas else match["organ"][_relative(match["organ"]) :]
    if len(organ) < 2 or any(map(_NOT_A_NAME.search, areas)) or _not_an_organ(organ):
        return None
    *parents, area = areas or [""]
    return NameParts(tuple(parents), area, BodyKind.DEPARTMENT, organ, match["above"] or "")


def _relative(organ: str) -> int:
    """How many characters name the area only by its level: 市 in 市教育局."""
    match = _RELATIVE.match(organ)
    return match.end() if match else 0


def _not_an_organ(organ: str) -> bool:
    bare = re.sub(
        "政务公开|信息公开|机构编制|对外联络|机关事务|关心下一代|工作(?=办公室|委员会|部|局)|有关|信息(?=化|中心|局)|情况",
        "",
        organ,
    )
    return bool(re.match("[我本该各贵全其]", organ) or re.search("联系|公开|报告|根据|编制|部门|单位", bare))


def level_of_area(area: str) -> BodyLevel:
    """The level of an administrative area by the last part of its name."""
    if re.fullmatch(_PROVINCE, area):
        return BodyLevel.PROVINCE
    if _TOWN_LEVEL.match(area):
        return BodyLevel.TOWN
    if re.fullmatch(rf"{_H}+(?:县|区|旗)|{_ZONE}", area) and not area.endswith("地区"):
        return BodyLevel.COUNTY
    return BodyLevel.CITY if re.fullmatch(rf"{_H}+(?:市|地区|州|盟)", area) else BodyLevel.UNKNOWN
