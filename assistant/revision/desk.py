"""What a draft is written with: last year's report, the collection, the language model."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from assistant.draft import Drafted, compose, written
from assistant.drafting.figures import value_of
from assistant.drafting.nouns import Draft, Origin, Sentence
from assistant.drafting.previous import Previous
from assistant.llm import Door
from assistant.prompts import prompt
from assistant.revision.nouns import State
from assistant.revision.polishing import carried, polished
from assistant.revision.targets import bare
from index.errors import DocumentError
from index.language.text import squeeze
from index.schema import Document, Fact

if TYPE_CHECKING:
    from assistant.drafting.collection import Library


PROMPTS = ("revise", "revise_add")
"""What a model is told; their digests are recorded in drafts that it helped with."""


@dataclass(frozen=True, slots=True)
class Desk:
    """``previous``, ``store`` and ``door`` are ``None`` where there is no such thing."""

    previous: Previous | None = None
    store: Library | None = None
    door: Door | None = None

    def write(self, state: State) -> Drafted:
        """The draft of a state."""
        made = compose(state.spec, self.previous, self.store)
        parts = tuple(polished(part, state.polished) for part in made.draft.parts)
        digests = {name: prompt(name).digest for name in PROMPTS} if state.helped else {}
        draft = replace(made.draft, parts=parts, prompts=made.draft.prompts | digests)
        return Drafted(replace(draft, assisted=assisted(draft, state)), made.previous)

    def misread(self, drafted: Drafted) -> list[str]:
        """The sentences of a model from which other figures are read than the draft has: the proof by reading back.

        A draft that cannot be read back, of a body of an unknown kind, gives none.
        """
        from index.facts import facts  # noqa: PLC0415 - the readers' libraries load where a model wrote
        from index.load.dispatch import load_bytes  # noqa: PLC0415 - as above
        from index.parse import parse  # noqa: PLC0415 - as above

        draft = drafted.draft
        theirs = [squeeze(sentence.text) for sentence in of_model(draft)]
        (document,) = load_bytes(written(draft, ".md"), "draft.md") if theirs else (None,)
        if not isinstance(document, Document):
            return []
        try:
            read = facts(parse(document))
        except DocumentError:
            return []
        stated = [f for f in read if f.source == "text" and f.value is not None and _is_in(f.quote, theirs)]
        return [f.quote for f in stated if f.column != "同比" and not _agrees(f, draft)]

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


def _is_in(quote: str, theirs: list[str]) -> bool:
    """Whether a quote and a sentence are one: a quote may have the words that announce a list before it."""
    bare = squeeze(quote)
    return any(text in bare or bare in text for text in theirs)


def _agrees(fact: Fact, draft: Draft) -> bool:
    """Whether a figure read from a sentence is one of the draft's under the same indicator, or last year's beside it."""
    if fact.year != draft.year or fact.indicator == "requests_total":
        return True
    held = [value_of(draft.cells, key) for key in draft.cells if key[0] == fact.indicator]
    return not held or fact.value in held


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
