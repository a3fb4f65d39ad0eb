"""Making a part shorter by rules: first what figures are compared with and made up of, then what points say beside the point.

Whole sentences and clauses go, nothing is reworded, and what the law asks for stays.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from assistant.drafting.nouns import Draft, Part
from assistant.drafting.spec import Style
from assistant.revision.fewer import fewer
from assistant.revision.instruction import Instruction
from assistant.revision.nouns import By, State, Step, Unclear
from assistant.revision.points import with_points
from assistant.revision.targets import bare, items, parts_meant
from index.language.numeral_pattern import parse_han
from index.language.numerals import COUNTED, numbers
from index.language.sentences import sentences
from index.language.text import squeeze

Write = Callable[[State], Draft]

BRIEFEST = 3
"""The last level of Style.brief."""

_LIMIT = re.compile(r"([\d一二三四五六七八九十百千两]+)\s*个?字")
_SHARES = (("一半", 0.5), ("三分之二", 2 / 3), ("三分之一", 1 / 3), ("四分之三", 0.75))
_HOLLOW = re.compile(
    "进一步|不断|切实|持续|深入|全面|认真|高度重视|扎实|积极|大力|着力|有力|有效|力争|确保|以.{2,12}为(?:指导|抓手|契机|统领)"
)


def limit_of(instruction: Instruction, length: int) -> int | None:
    """The most characters that the instruction allows of ``length``, ``None`` where it names no measure."""
    if match := _LIMIT.search(instruction.said):
        numeral = match[1]
        return int(numeral) if numeral.isdigit() else int(parse_han(numeral.replace("两", "二")))
    share = next((share for word, share in _SHARES if word in instruction.said), None)
    return int(length * share) if share else None


def length_of(parts: Sequence[Part]) -> int:
    """Characters of text, without headings, tables and white space."""
    return sum(len(squeeze(part.text)) for part in parts)


def beyond(instruction: Instruction, before: Sequence[Part], after: Sequence[Part]) -> str:
    """What is to be said where the parts are still longer than the instruction allows, ``""`` where they are not."""
    limit, length = limit_of(instruction, length_of(before)), length_of(after)
    if limit is None or length <= limit:
        return ""
    return f"现有{length}字，还没有达到{limit}字，请再说一次，或者指出删去哪一条。"


def shorten(
    instruction: Instruction, state: State, write: Write, focus: str, *, gently: bool = False
) -> Step:
    """Leave out what may be until the limit is kept; without a limit, one step. Raises Unclear where nothing is left out.

    What says something of its own goes only for a limit, the least first, and not at all where it is to be done ``gently``.
    """
    draft = write(state)
    parts = parts_meant(instruction, draft, focus)
    if not parts:
        raise Unclear("没有说明压缩哪一部分", "请写明部分", _for_parts(instruction, draft))
    places = [part.place for part in parts]
    limit = limit_of(instruction, length_of(parts))
    before = length = length_of(parts)
    name = bare(parts[0]) if len(parts) == 1 else f"{len(parts)}个部分"
    if limit is not None and before <= limit:
        raise Unclear(f"“{name}”现有{before}字，不超过{limit}字，没有改动")
    shorter, left = state, parts
    for shorter in _shorter(state, places, draft, hard=limit is not None and not gently):
        left = [part for part in write(shorter).parts if part.place in places]
        length = length_of(left)
        if length < before and (limit is None or length <= limit):
            break
    if length >= before:
        raise Unclear(f"“{name}”的{before}字都是必须写明的内容和您给出的要点，按规则没有可以删去的句子")
    told = f"“{name}”由{before}字减为{length}字，删去了可以不写的句子和分句{_of_points(state, shorter)}。"
    if limit is not None and length > limit:
        told += _why(left, length, limit)
    return Step(shorter, By.RULES, told, places[0])


def _of_points(before: State, after: State) -> str:
    """How many points are gone as a whole."""
    gone = len(before.spec.points) - len(after.spec.points)
    return f"，其中整条删去要点{gone}条，请看差异，不该删的可以逐处撤销" if gone else ""


def _why(left: Sequence[Part], length: int, limit: int) -> str:
    """What stands in the way of the limit."""
    shown = [one for part in left for paragraph in part.paragraphs for one in paragraph]
    given = sum(len(squeeze(one.text)) for one in shown if one.point)
    told = [f"{length - given}字是法规和格式要求写明的内容"] if length > given else []
    told += [f"{given}字是您给出的要点（每个方面至少留一条）"] if given else []
    more = "，要再短请指出删去哪一条" if given else ""
    return f"没有达到{limit}字：剩下的{'，'.join(told)}，按规则不能再删{more}。"


def _for_parts(instruction: Instruction, draft: Draft) -> tuple[str, ...]:
    """The instruction for the whole and for the longest parts, to choose from."""
    parts = sorted(
        (part for part in draft.parts if part.place not in {"", "preamble"}), key=lambda p: -len(p.text)
    )
    return tuple(f"把{name}{instruction.said}" for name in ("全文", *(f"{bare(p)}部分" for p in parts[:4])))


def _shorter(state: State, places: Sequence[str], draft: Draft, *, hard: bool) -> Iterator[State]:
    """Shorter and shorter states; ``hard`` goes on to what says something of its own."""
    level = min(state.spec.styles.get(place, Style()).brief for place in places)
    for brief in range(level + 1, BRIEFEST + 1):
        styles = dict(state.spec.styles)
        for place in places:
            styles[place] = replace(styles.get(place, Style()), brief=brief)
        state = replace(state, spec=replace(state.spec, styles=styles))
        yield state
    mine = [number for part in draft.parts if part.place in places for number in items(part)]
    for cut in (_without_hollow_sentences, _without_hollow_clauses):
        points = list(state.spec.points)
        for number in reversed(mine):
            shorter = cut(points[number - 1].text)
            if shorter != points[number - 1].text:
                points[number - 1] = replace(points[number - 1], text=shorter)
                state = with_points(state, points)
                yield state
    if hard:
        yield from fewer(state, places, draft)


def _without_hollow_sentences(text: str) -> str:
    """Without the sentences after the first that state nothing."""
    spans = sentences(text)
    return "".join(span.text for at, span in enumerate(spans) if at == 0 or not is_hollow(span.text))


def _without_hollow_clauses(text: str) -> str:
    """Without the clauses after a sentence's first that state nothing."""
    return "".join(_trimmed(span.text) for span in sentences(text))


def _trimmed(sentence: str) -> str:
    end = sentence[-1:] if sentence[-1:] in "。；！？" else ""
    first, *rest = re.split("[，,]", sentence.removesuffix(end))
    return "，".join([first, *(clause for clause in rest if not is_hollow(clause))]) + end


def is_hollow(text: str) -> bool:
    """Whether a sentence has a word of intent and no figure, name or title that would be lost with it."""
    states = any(n.kind in COUNTED for n in numbers(text)) or re.search("《|“|未|没有|不", text)
    return bool(_HOLLOW.search(text)) and not states
