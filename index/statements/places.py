"""Counts of places and bodies (21个乡镇中有8个没有专职人员): they say nothing of how many of a thing there are."""

from __future__ import annotations

import re

from index.language.numerals import Number

_UNITS = frozenset("个家所")
_NOUN = (
    r"(?:乡镇|镇街|街镇|县区|区县|部门|单位|街道|社区|行政村|村(?![级务])|[镇乡](?![级政])|[县区市州](?![级政直本])|[局委办站](?![公属])"
    r"|站所|科室|股室|处室|学校|医院|企业|机关(?!报)|政府(?!信息|网站|公报|规章))"
)
_BODY = re.compile(rf"(?:[省市区县乡镇街村直属级有关相其他成员下各行政组垂管驻、]|\([^()]*\)){{0,8}}?{_NOUN}")
_AFTER_SUBSET = re.compile(r"[没未无不已仍尚均都由存配设建开]|有(?!关|效)|$")
_BEFORE_SUBSET = re.compile(r"(?:^|[中里外有仅只占,;:]|其余|其他|其中|另外?)$")
_SOME = re.compile(
    r"个别|部分(?!公开)|少数|一些|有的|有些|多数|大多|其余|某些|不少|许多"
    r"|[\d一二三四五六七八九十百两](?:个(?!月|工作日|自然)|家|所)"
)
_BETWEEN = re.compile(r"单位|部门|乡镇|街道|社区|村|县区|区县|机关|学校|企业|镇街|地区|地方")


def counts_bodies(number: Number, right: str) -> bool:
    """Whether a number counts what comes after it, and that is bodies (8个乡镇, 43个部门)."""
    return number.unit in _UNITS and bool(_BODY.match(right))


def is_subset(number: Number, near: str, right: str) -> bool:
    """Whether a bare count after a count of bodies is some of them (其中8个没有…, 其余3个由…)."""
    return (
        number.unit in _UNITS
        and bool(_BEFORE_SUBSET.search(near))
        and bool(_AFTER_SUBSET.match(right.lstrip(",;。")))
    )


def said_of_some(clause: str) -> bool:
    """Whether the subject of a denial is only some bodies (个别乡镇没有…, 26个部门未收到…): no zero for the report."""
    return bool(_SOME.search(clause))


def has_them(between: str, unit: str) -> bool:
    """Whether the words between a thing and a count make it a count of those who have it (配备专职人员的乡镇9个)."""
    return unit in _UNITS | {"处"} and bool(_BETWEEN.search(between))
