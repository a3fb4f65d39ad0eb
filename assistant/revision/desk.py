"""What a draft is written with: last year's report, the collection, the language model."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from assistant.draft import Drafted, compose
from assistant.drafting.nouns import Draft, Origin, Part, Sentence
from assistant.drafting.previous import Previous
from assistant.llm import Door, ModelError
from assistant.prompts import prompt
from assistant.revision.nouns import State
from assistant.revision.polishing import carried, polished
from assistant.revision.readback import states_the_same
from assistant.revision.targets import bare

if TYPE_CHECKING:
    from langchain_core.messages import BaseMessage

    from assistant.drafting.collection import Library


PROMPTS = ("revise", "revise_add")
"""What a model is told; their digests are recorded in drafts that it helped with."""


@dataclass(frozen=True, slots=True)
class Desk:
    """``previous``, ``store`` and ``door`` are ``None`` where there is no such thing."""

    previous: Previous | None = None
    store: Library | None = None
    door: Door | None = None

    def ask(self, messages: Sequence[BaseMessage]) -> str:
        """The model's reply. Raises ModelError where it gives none, or where there is no model."""
        if self.door is None:
            raise ModelError("没有配置语言模型")
        return self.door.complete(messages)

    def write(self, state: State) -> Drafted:
        """The draft of a state."""
        made = compose(state.spec, self.previous, self.store)
        parts = tuple(polished(part, state.polished) for part in made.draft.parts)
        digests = {name: prompt(name).digest for name in PROMPTS} if state.helped else {}
        draft = replace(made.draft, parts=parts, prompts=made.draft.prompts | digests)
        return Drafted(replace(draft, assisted=assisted(draft, state)), made.previous)

    def settled(self, state: State) -> tuple[State, list[str]]:
        """The state with its figures in the polished paragraphs, without those that no longer state them, and what to say of these."""
        if not state.polished:
            return state, []
        parts = self._parts(state)
        kept, gone = carried(parts, state.polished)
        proven, misread = self._proven(replace(state, polished=kept))
        lost = [*gone, *(part for part in parts if part.place and part.place in misread)]
        told = [
            f"“{bare(part)}”中语言模型改写的一段与现在的数据对不上，已恢复为按数据写成的文字。"
            for part in lost
        ]
        return proven, told

    def _parts(self, state: State) -> tuple[Part, ...]:
        """The parts as the phrases word them."""
        return compose(state.spec, self.previous, self.store).draft.parts

    def fitted(self, state: State) -> State:
        """As ``settled``, without the proof: to look at, not to keep."""
        kept = carried(self._parts(state), state.polished)[0] if state.polished else {}
        return replace(state, polished=kept)

    def _proven(self, state: State) -> tuple[State, list[str]]:
        """The state without the polished paragraphs that read back otherwise than the phrases' wording, and their places."""
        plain = replace(state, polished={})
        before = self.write(plain).draft
        if states_the_same(self.write(state).draft, before):
            return state, []
        proven, misread = plain, list[str]()
        for place, kept in state.polished.items():
            for one in kept:
                more = {**proven.polished, place: (*proven.polished.get(place, ()), one)}
                tried = replace(proven, polished=more)
                if states_the_same(self.write(tried).draft, before):
                    proven = tried
                else:
                    misread.append(place)
        return proven, misread


def of_model(draft: Draft) -> list[Sentence]:
    """The sentences that a model wrote and nobody has accepted."""
    sentences = [one for part in draft.parts for paragraph in part.paragraphs for one in paragraph]
    return [one for one in sentences if one.origin is Origin.MODEL]


def assisted(draft: Draft, state: State) -> str:
    """What the file says of the model's part in it; ``""`` where it had none."""
    if not state.helped:
        return ""
    pending = len(of_model(draft))
    waiting = f"，其中{pending}处尚未经起草人采纳" if pending else "，均已经起草人采纳或删改"
    return f"本文起草时使用了语言模型（人工智能），曾由其撰写{state.helped}处文字{waiting}；数据均来自填报。"
