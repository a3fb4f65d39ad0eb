"""Another wording of what is written from figures: the next variant of the phrases."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from assistant.drafting.nouns import Draft, Part
from assistant.drafting.phrases import FILES, phrases
from assistant.drafting.spec import Style
from assistant.revision.nouns import By, Polished, State, Step, Unclear
from assistant.revision.targets import bare, items

Write = Callable[[State], Draft]


def reword(parts: Sequence[Part], state: State, write: Write) -> Step:
    """The next wording of the parts. Raises Unclear where the phrases have no other for what the parts say."""
    places = {part.place: part.text for part in parts}
    given = sum(len(items(part)) for part in parts)
    left = f"其中{given}条要点是您给出的文字，固定说法里没有，不改写。" if given else ""
    for turn in range(1, max(phrases(file).wordings for file in FILES)):
        styles = dict(state.spec.styles)
        for place in places:
            style = styles.get(place, Style())
            styles[place] = replace(style, wording=style.wording + turn)
        other = State(replace(state.spec, styles=styles), _unpolished(state, places), state.helped)
        if any(part.text != places[part.place] for part in write(other).parts if part.place in places):
            name = "、".join(f"“{bare(part)}”" for part in parts[:3])
            return Step(other, By.RULES, f"{name}中由数据写成的句子换了一种说法。{left}", parts[0].place)
    raise Unclear(
        "这一部分没有另外的固定说法",
        f"没有配置语言模型，不能替您改写文字。{left}可以写“把第一条改成：……”，或者“把“原文”改成“新文””",
    )


def _unpolished(state: State, places: Collection[str]) -> dict[str, tuple[Polished, ...]]:
    return {place: kept for place, kept in state.polished.items() if place not in places}
