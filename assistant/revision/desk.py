"""What a draft is written with: last year's report, the collection, the language model."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from assistant.draft import Drafted, compose
from assistant.drafting.nouns import Draft, Origin
from assistant.drafting.previous import Previous
from assistant.llm import Door
from assistant.prompts import prompt
from assistant.revision.nouns import State
from assistant.revision.polishing import carried, polished
from assistant.revision.targets import bare

if TYPE_CHECKING:
    from index.store import Store


PROMPTS = ("revise", "revise_add")
"""What a model is told; their digests are recorded in drafts that it helped with."""


@dataclass(frozen=True, slots=True)
class Desk:
    """``previous``, ``store`` and ``door`` are ``None`` where there is no such thing."""

    previous: Previous | None = None
    store: Store | None = None
    door: Door | None = None

    def write(self, state: State) -> Drafted:
        """The draft of a state."""
        made = compose(state.spec, self.previous, self.store)
        parts = tuple(polished(part, state.polished) for part in made.draft.parts)
        digests = {name: prompt(name).digest for name in PROMPTS} if state.helped else {}
        draft = replace(made.draft, parts=parts, prompts=made.draft.prompts | digests)
        return Drafted(replace(draft, assisted=assisted(draft, state)), made.previous)

    def settled(self, state: State) -> tuple[State, list[str]]:
        """The state with its figures in the polished paragraphs, without those that they no longer fit, and what to say of these."""
        if not state.polished:
            return state, []
        parts = compose(state.spec, self.previous, self.store).draft.parts
        polished_, gone = carried(parts, state.polished)
        told = [
            f"“{bare(part)}”中语言模型改写的一段与现在的数据对不上，已恢复为按数据写成的文字。"
            for part in gone
        ]
        return replace(state, polished=polished_), told


def assisted(draft: Draft, state: State) -> str:
    """What the file says of the model's part in it; ``""`` where it had none."""
    if not state.helped:
        return ""
    pending = sum(
        sentence.origin is Origin.MODEL
        for part in draft.parts
        for paragraph in part.paragraphs
        for sentence in paragraph
    )
    waiting = f"，其中{pending}处尚未经起草人采纳" if pending else "，均已经起草人采纳或删改"
    return f"本文起草时使用了语言模型（人工智能），曾由其撰写{state.helped}处文字{waiting}；数据均来自填报。"
