"""A report being drafted: what the official typed, last year's report, and the drafts made so far."""

from __future__ import annotations

from dataclasses import dataclass, field

from assistant.drafting.filled import spec_from
from assistant.drafting.previous import Previous
from assistant.drafting.spec import Spec
from assistant.drafting.taken import Taken, taken
from assistant.revision.history import History, Version
from assistant.revision.revise import Outcome
from index.schema import Issuer


@dataclass(slots=True)
class Drafting:
    """The one object of a draft: what is typed, where it came from, and the versions made, the last one current.

    ``texts`` are the fields by name as typed, ``typed`` as they stood for each version by its number; ``taken`` those that
    were filled in from last year's report; ``origin`` says where that came from, ``""`` where there is none. ``unmet`` is
    the last instruction where it changed nothing, ``focus`` the part spoken of last.
    """

    issuer: Issuer
    year: int
    previous: Previous | None = None
    origin: str = ""
    texts: dict[str, str] = field(default_factory=dict)
    taken: dict[str, Taken] = field(default_factory=dict)
    history: History = field(default_factory=History)
    typed: dict[int, dict[str, str]] = field(default_factory=dict)
    unmet: Outcome | None = None
    focus: str = ""

    @property
    def title(self) -> str:
        """What the report is called."""
        return f"{self.issuer.name}{self.year}年政府信息公开工作年度报告"

    @property
    def version(self) -> Version | None:
        """The current draft."""
        return self.history.current if self.history.versions else None

    @property
    def stale(self) -> bool:
        """Whether the form has changed since the current draft was made."""
        return self.version is not None and self.typed.get(self.version.number) != self.texts

    @property
    def size(self) -> int:
        """Characters held."""
        before = len(self.previous.report.text) if self.previous else 0
        drafts = sum(
            len(part.text) for version in self.history.versions for part in version.drafted.draft.parts
        )
        return before + drafts + sum(map(len, self.texts.values()))

    def keep(self) -> None:
        """What is typed now belongs to the current version."""
        kept = {version.number for version in self.history.versions}
        self.typed = {number: texts for number, texts in self.typed.items() if number in kept}
        self.typed[self.history.current.number] = dict(self.texts)


def begin(issuer: Issuer, year: int, previous: Previous | None = None, origin: str = "") -> Drafting:
    """A form in which is filled in what last year's report says: cases carried over, stock, how to reach the body."""
    begun = Drafting(issuer, year, previous, origin)
    if previous:
        begun.taken = taken(year, previous)
        begun.texts = {name: taken.text for name, taken in begun.taken.items()}
    return begun


def typed(drafting: Drafting) -> dict[str, str]:
    """What the official typed: without the fields that were taken over from last year's report and left as they are."""
    taken = {name: one.text for name, one in drafting.taken.items()}
    return {name: text for name, text in drafting.texts.items() if text.strip() != taken.get(name)}


def spec_of(drafting: Drafting) -> Spec:
    """What the draft is made from. Raises DocumentError where a field cannot be read."""
    return spec_from(typed(drafting), drafting.issuer, drafting.year)
