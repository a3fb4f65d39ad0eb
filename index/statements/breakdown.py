"""Lists of parts that add up to what was counted before: the sum proves that they are its parts, whatever they are called.

其中政策文件8条、财政信息6条、工作动态61条 after 公开75条; 按承办层级分：市本级20件，各县（区）55件 after 新收75件.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from index.indicators import indicators
from index.language.numerals import Kind, Number
from index.statements.context import Found
from index.statements.meaning import Meaning
from index.statements.scope import Scope, list_name

_OPENING = re.compile(r"其中,?:?|按[^,。;:按\d]{1,12}(?:分类?|划分|统计|看)?[,:]|(?:分别|包括)[是为有:]?")
_NAME = re.compile(
    r"[、,]?(?:和|及|以及)?(?P<name>[\u4e00-\u9fff“”\"][\u4e00-\u9fff“”\"、()]{1,17}?)(?:为|有|共|计)?"
)


def named_parts(text: str, numbers: Sequence[Number], told: Found) -> dict[int, str]:
    """By the start of each number of a list of parts of ``told``, the part's name; empty where they do not add up to it.

    All are counted in the same unit. Parts of what was applied for must be bodies: other words name rows of the table.
    """
    if not told.value:
        return {}
    for opening in _OPENING.finditer(text):
        parts = _listed(text, numbers, opening.end(), told.unit)
        if len(parts) > 1 and sum((n.value or Decimal(0) for n, _ in parts), Decimal(0)) == told.value:
            bodies = indicators()[told.meaning.indicator].is_of_requests
            return {number.start: list_name(name) if bodies else name for number, name in parts}
    return {}


def tells(found: list[tuple[Meaning, Scope]], told: Found) -> bool:
    """Whether the words beside a number name what it counts: a row or column of its own, a part by its name."""
    return any(
        replace(meaning, part=False) != told.meaning or scope != told.scope for meaning, scope in found
    )


def _listed(text: str, numbers: Sequence[Number], start: int, unit: str) -> list[tuple[Number, str]]:
    """The numbers of the list that begins at an offset, each right after a name."""
    parts: list[tuple[Number, str]] = []
    for number in (n for n in numbers if n.start >= start):
        match = _NAME.fullmatch(text[start : number.start])
        if not match or number.kind is not Kind.COUNT or number.unit != unit or number.vague:
            break
        parts.append((number, match["name"].strip("、")))
        start = number.end
        if not text[start : start + 1] or text[start] in "。;；)":
            break
    return parts
