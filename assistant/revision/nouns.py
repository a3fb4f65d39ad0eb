"""The nouns of revision: what a draft is written from, and one step from a draft to the next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from assistant.drafting.spec import Spec
from index.errors import DisclosureError


class By(StrEnum):
    """Whose words a change puts into the draft."""

    OFFICIAL = "official"
    RULES = "rules"
    MODEL = "model"


BY_NAMES = {By.OFFICIAL: "起草人", By.RULES: "规则", By.MODEL: "语言模型"}
"""What a reader is told of it."""


@dataclass(frozen=True, slots=True)
class Polished:
    """A paragraph of figures as a model worded it, in place of ``base``, the phrases' own wording.

    It stands as long as the figures of ``base`` can be put into it (polishing.refilled).
    """

    base: str
    text: str
    accepted: bool = False


@dataclass(frozen=True, slots=True)
class State:
    """Everything that a draft is written from. ``polished`` is by ``Part.place``.

    ``helped`` counts the passages that a model has written, accepted or not, later removed or not.
    """

    spec: Spec
    polished: Mapping[str, tuple[Polished, ...]] = field(default_factory=dict)
    helped: int = 0


@dataclass(frozen=True, slots=True)
class Step:
    """What an instruction made of a state; ``message`` says in Chinese what was done and what was not.

    ``place`` is the part that was spoken of, ``""`` for none. ``failed`` where the model failed and something was done all the
    same.
    """

    state: State
    by: By
    message: str = ""
    place: str = ""
    failed: bool = False


class Unclear(DisclosureError):  # noqa: N818 - no fault of the program: the official is asked again
    """An instruction that cannot be followed as it is; ``options`` are instructions that can."""

    def __init__(self, what: str, remedy: str = "", options: tuple[str, ...] = ()) -> None:
        super().__init__(what, remedy=remedy)
        self.options = options
