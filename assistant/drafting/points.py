"""The official's points, filed under the part of the report in which they belong."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from assistant.drafting.nouns import Origin, Sentence
from assistant.drafting.spec import Point
from index.language.text import squeeze
from index.schema import Generation

_PLACES = {
    "improvement": r"改进|整改|下一步|下步|打算|措施|努力方向|今后|计划",
    "problems": r"问题|不足|困难",
    "assessment": r"考核|考评|绩效",
    "appraisal": r"评议|评价|满意",
    "accountability": r"追究|追责|问责",
    "supervision": r"监督|保障|组织领导|制度|培训|会议|保密|队伍|人员|机构|经费",
    "disputes": r"复议|诉讼|应诉",
    "fees": r"收费|费用|减免|处理费",
    "requests": r"申请|不予公开",
    "response": r"解读|回应|互动",
    "platform": r"平台|网站|渠道|新媒体|公报|载体|栏目|专区",
    "management": r"信息管理|规范性文件|归集|目录|指南|清理",
    "others": r"其[他它]|说明|事项|附则",
    "active": r"主动|公开内容|重点领域|公开情况|政务公开",
    "overview": r"总体|概述|概况|基本情况|综述|引言",
}
_FIRST = ("problems", "improvement")
_IS_PROBLEM = re.compile(
    "不足|不够|不高|不强|不深|不全|有待|欠缺|薄弱|滞后|不及时|不到位|问题|缺乏|偏少|单一"
)
_PLACES_2007 = {
    "management": "active",
    "platform": "active",
    "supervision": "overview",
    "assessment": "overview",
    "appraisal": "overview",
    "accountability": "overview",
}
_LISTED = re.compile(r"^(?:[一二三四五六七八九十]+是|[（(]?[一二三四五六七八九十\d]+[)）]?[、.．]|[①-⑳])")
_HAN = "一二三四五六七八九十"


@dataclass(frozen=True, slots=True)
class Filing:
    """A point with its number in the spec, from 1 on."""

    point: Point
    number: int = 0

    @property
    def text(self) -> str:
        """What it says."""
        return self.point.text


@dataclass(frozen=True, slots=True)
class Filed:
    """Points by place; ``strays`` are those whose section is none of a report's, which are put under 其他."""

    places: dict[str, list[Filing]] = field(default_factory=dict)
    strays: tuple[Point, ...] = ()

    def at(self, place: str) -> list[Filing]:
        """The points for a place, in the official's order."""
        return self.places.get(place, [])

    def mentions(self, place: str, *words: str) -> bool:
        """Whether a point at the place speaks of one of the words."""
        return any(re.search("|".join(words), one.text) for one in self.at(place))


def file_points(points: Iterable[Point], generation: Generation) -> Filed:
    """Sort the points by the place that their section names."""
    places: dict[str, list[Filing]] = {}
    strays = []
    for number, point in enumerate(points, 1):
        place = _place(point)
        if place is None:
            strays.append(point)
        place = place or "others"
        if generation is Generation.REGULATION_2007:
            place = _PLACES_2007.get(place, place)
        places.setdefault(place, []).append(Filing(point, number))
    return Filed(places, tuple(strays))


def _place(point: Point) -> str | None:
    words = squeeze(point.section)
    if all(re.search(_PLACES[place], words) for place in _FIRST):
        return "problems" if _IS_PROBLEM.search(point.text) else "improvement"
    return words if words in _PLACES else next(places_named(words), None)


def places_named(words: str) -> Iterator[str]:
    """The places that words name, the more particular ones first."""
    return (place for place, pattern in _PLACES.items() if re.search(pattern, words))


def paragraphs(given: Sequence[Filing], lead: str = "") -> list[tuple[Sentence, ...]]:
    """The points as paragraphs: short ones as one list (一是…；二是…), longer ones each by itself.

    ``lead`` announces the list.
    """
    short = all("。" not in one.text.rstrip("。") and not _LISTED.match(one.text) for one in given)
    if 1 < len(given) <= len(_HAN) and short:
        ends = ["；"] * (len(given) - 1) + ["。"]
        items = [_sentence(one, f"{mark}是", end) for mark, one, end in zip(_HAN, given, ends, strict=False)]
        return [((Sentence(lead, Origin.STATUTE), *items) if lead else tuple(items))]
    return [(_sentence(one, "", "。"),) for one in given]


def _sentence(one: Filing, mark: str, end: str) -> Sentence:
    return Sentence(f"{mark}{_bare(one.text)}{end}", one.point.origin, point=one.number)


def _bare(text: str) -> str:
    return text.strip().rstrip("。；;，,、.")
