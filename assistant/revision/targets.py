"""Which part of the draft and which of the official's points an instruction means."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.drafting.nouns import Draft, Part
from assistant.drafting.points import places_named
from assistant.revision.instruction import Instruction, ordinal
from assistant.revision.nouns import Unclear
from index.language.text import squeeze

_WHOLE = re.compile("全文|整篇|全篇|通篇|整份|整个|全部")
_CHAPTER = re.compile("第([一二三四五六七八九十\\d]+)(?:大?部分|章|大点)")
_BELOW = {
    "assessment": "supervision",
    "appraisal": "supervision",
    "accountability": "supervision",
    "response": "active",
    "fees": "others",
    "management": "active",
    "platform": "active",
    "supervision": "overview",
}
"""Where points are shown whose place is no part of the format in force."""


def parts_meant(instruction: Instruction, draft: Draft, focus: str = "") -> list[Part]:
    """The parts with text that an instruction names, else the one spoken of before; empty where neither is known."""
    written = [part for part in draft.parts if part.place]
    head = squeeze(instruction.head)
    if match := _CHAPTER.search(head):
        return _chapter(draft, ordinal(match[1]))
    named = _named(head, draft)
    if _WHOLE.search(head) and not named:
        return written
    return named or [part for part in written if part.place == focus]


def _chapter(draft: Draft, number: int) -> list[Part]:
    chapters = [(part, *below) for part, below in draft.chapters() if part.level == 1]
    if not 1 <= number <= len(chapters):
        raise Unclear(f"这份报告只有{len(chapters)}个部分，没有第{number}部分")
    found = [part for part in chapters[number - 1] if part.place]
    if not found:
        raise Unclear(
            f"第{number}部分“{bare(chapters[number - 1][0])}”只有表格，没有文字", "表格随数据更新，请改数据"
        )
    return found


def _named(head: str, draft: Draft) -> list[Part]:
    """By a heading's own words first, then by the words that say where a point goes; 问题及改进 names two parts."""
    exact = [part for part in draft.parts if part.place and squeeze(part.heading) in head and part.heading]
    if exact:
        return exact
    found = list(places_named(head))
    if not found:
        return [p for p in draft.parts if p.place == "preamble" and re.search("引言|开头|前言|编制", head)]
    if {"problems", "improvement"} <= set(found):
        return [part for place in ("problems", "improvement") for part in part_of(place, draft)]
    return part_of(found[0], draft)


def part_of(place: str, draft: Draft) -> list[Part]:
    """The part in which the points of a place are shown; since 2019 总体情况 is the parts below it."""
    found = [part for part in draft.parts if part.place == place]
    if found or place not in _BELOW:
        return found or [part for part in draft.parts if part.place in _OVERVIEW]
    return part_of(_BELOW[place], draft)


_OVERVIEW = ("active", "requests", "management", "platform", "supervision")


def place_meant(instruction: Instruction, draft: Draft, focus: str = "") -> str:
    """The place in which a new point goes, as particular as it is named. Raises Unclear where none is."""
    named = list(places_named(squeeze(instruction.head)))
    if named and not _CHAPTER.search(instruction.head):
        return named[0] if part_of(named[0], draft) else "others"
    parts = parts_meant(instruction, draft, focus)
    if len(parts) == 1 or {part.place for part in parts} == {"problems", "improvement"}:
        return parts[-1].place
    if topical := list(places_named(squeeze(instruction.topic))):
        return topical[0]
    raise Unclear(
        "没有说明加在哪一部分",
        "请写明部分",
        tuple(
            f"在{bare(part)}增加一条：{instruction.content or instruction.topic or '……'}"
            for part in asked(draft)
        ),
    )


def asked(draft: Draft) -> list[Part]:
    """The parts that officials mostly mean, to be offered."""
    return [part for part in draft.parts if part.place in {"supervision", "problems", "improvement"}]


def items(part: Part) -> list[int]:
    """The numbers of the points that a part gives, in the order shown."""
    shown = [sentence.point for paragraph in part.paragraphs for sentence in paragraph if sentence.point]
    return list(dict.fromkeys(shown))


def points_meant(
    instruction: Instruction, draft: Draft, texts: Sequence[str], focus: str = ""
) -> tuple[Part, list[int]]:
    """The part and the numbers of the points meant: by ordinal in it, by topic, or by words quoted.

    ``texts`` are the points' texts. Raises Unclear where none or several can be meant.
    """
    parts = parts_meant(instruction, draft, focus)
    if instruction.items:
        return _by_ordinal(instruction, parts or [p for p in draft.parts if len(items(p)) > 1])
    wanted = instruction.old or instruction.topic
    if not wanted:
        raise Unclear("没有说明是哪一条", "请写明第几条，或者关于什么的一条")
    hits = [
        (part, number)
        for part in parts or draft.parts
        for number in items(part)
        if squeeze(wanted) in squeeze(texts[number - 1])
    ]
    if not hits:
        raise Unclear(f"要点中没有提到“{wanted}”的", "请写明是哪一部分的第几条")
    if len(hits) > 1:
        options = tuple(
            f"{_verb(instruction)}{bare(part)}第{items(part).index(number) + 1}条" for part, number in hits
        )
        raise Unclear(f"有{len(hits)}条提到“{wanted}”", "请写明是哪一条", options)
    return hits[0][0], [hits[0][1]]


def _by_ordinal(instruction: Instruction, parts: Sequence[Part]) -> tuple[Part, list[int]]:
    if len(parts) > 1:
        holding = [part for part in parts if len(items(part)) >= max(instruction.items)]
        parts = holding or parts
    if len(parts) > 1:
        options = tuple(f"把{bare(part)}{instruction.said.removeprefix('把')}" for part in parts)
        raise Unclear("没有说明是哪一部分", "请写明部分", options)
    if not parts:
        raise Unclear("没有分条的要点", "没有可以改动的条目")
    part, numbers = parts[0], items(parts[0])
    wanted = [n if n > 0 else len(numbers) + 1 + n for n in instruction.items]
    if not numbers or any(not 1 <= n <= len(numbers) for n in wanted):
        number = next((n for n in wanted if not 1 <= n <= len(numbers)), 1)
        raise Unclear(f"“{bare(part)}”有{len(numbers)}条要点，没有第{number}条")
    return part, [numbers[n - 1] for n in wanted]


def _verb(instruction: Instruction) -> str:
    return {"remove": "删掉", "specific": "写具体一点："}.get(instruction.kind.value, "")


def bare(part: Part) -> str:
    """A part's heading without its number."""
    return re.sub("^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）)", "", part.heading) or "引言"
