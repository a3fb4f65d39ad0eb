"""What comes of a question that a model answers, step by step: the rules' answer, verified sentences, what stands in the end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from assistant.compose import Numbering, Statement
from assistant.model.writer import Brief, Judged
from assistant.planning.bodies import find_bodies
from assistant.planning.directory import Directory
from assistant.schema import Answer, Withheld
from index.language.text import squeeze

ENOUGH = 0.4
"""The share of what the model wrote that must be verified, or its text is not used at all."""


@dataclass(frozen=True, slots=True)
class First:
    """The rules' answer, to be shown while the model writes."""

    answer: Answer


@dataclass(frozen=True, slots=True)
class Settled:
    """A sentence that was verified, with its ``[n]`` marks; ``first`` begins the text."""

    text: str
    first: bool


@dataclass(frozen=True, slots=True)
class Final:
    """The answer that stands, and every sentence that the model wrote with the verdict on it."""

    answer: Answer
    judged: tuple[Judged, ...] = ()


Event = First | Settled | Final


@dataclass
class Writing:
    """What has come of the model's reply so far."""

    brief: Brief = field(default_factory=Brief)
    numbering: Numbering = field(default_factory=Numbering)
    judged: list[Judged] = field(default_factory=list)
    prompts: list[str] = field(default_factory=list)

    @property
    def settled(self) -> list[Statement]:
        """The verified sentences."""
        return [j.statement for j in self.judged if j.statement]

    @property
    def withheld(self) -> tuple[Withheld, ...]:
        """The sentences that were not verified."""
        return tuple(Withheld(j.sentence.text, j.faults) for j in self.judged if not j.statement)

    @property
    def repeats(self) -> bool:
        """Whether the last sentence has been written before: a small model that goes round in circles."""
        texts = [j.sentence.text for j in self.judged]
        return bool(texts) and texts[-1] in texts[:-1]

    @property
    def suffices(self) -> bool:
        """Whether enough was verified, and some of it by what the rules answer with."""
        enough = len(self.settled) >= ENOUGH * len(self.judged)
        return bool(self.settled) and enough and any(j.statement and j.found for j in self.judged)

    def names_all(self, issuers: Sequence[str], book: Directory) -> bool:
        """Whether the verified sentences name every body of a list; one of several by itself misleads."""
        said = find_bodies(squeeze("\n".join(statement.text for statement in self.settled)), book)
        return {body.issuer.name for mention in said for body in mention.bodies}.issuperset(issuers)
