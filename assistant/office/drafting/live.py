"""What the form says while it is filled in: which cells cannot be read, which sums do not hold, what can be added up."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from typing import Any

from assistant.drafting.fields import SIGNED, cells, name_of, read
from assistant.drafting.figures import complete
from assistant.drafting.filled import signed
from assistant.drafting.forms import table_cells
from assistant.drafting.identities import identities
from assistant.drafting.nouns import Identity, Source
from assistant.office.drafting.drafts import Drafting, typed
from index.errors import DocumentError


@dataclass(frozen=True, slots=True)
class Problem:
    """A relation that does not hold; ``at`` is the field below which it is shown, ``fields`` all that it is about."""

    message: str
    severity: str
    at: str
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Offer:
    """A figure that follows from the others, for a field that is still blank."""

    text: str
    note: str


@dataclass(frozen=True, slots=True)
class Live:
    """The state of the form. ``blank`` counts the table cells that are neither filled in nor offered."""

    faults: dict[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    offers: dict[str, Offer] = field(default_factory=dict)
    blank: int = 0

    def below(self, names: Iterable[str]) -> list[Problem]:
        """The problems that are shown below a row with these fields."""
        shown = set(names)
        return [problem for problem in self.problems if problem.at in shown]

    def to_json(self) -> dict[str, Any]:
        """For the form's script."""
        return asdict(self)


def live(drafting: Drafting) -> Live:
    """Look at the form as it is."""
    year = drafting.year
    found = read(drafting.texts, year)
    filled = complete(read(typed(drafting), year).figures, year, drafting.previous)
    broken = [one for one in identities(filled, year, drafting.previous) if not one.holds]
    names = {key: name for name, key in cells(year).items()}
    offers = {
        names[key]: Offer(f"{entry.value:f}", entry.note)
        for key, entry in filled.items()
        if key in names
        and entry.value is not None
        and entry.source is not Source.GIVEN
        and not drafting.texts.get(names[key], "").strip()
    }
    blank = [key for key in table_cells(year) if key not in filled and names[key] not in found.faults]
    faults = found.faults | _dated(drafting)
    return Live(faults, tuple(_problem(one) for one in broken), offers, len(blank))


def _problem(broken: Identity) -> Problem:
    fields = tuple(map(name_of, broken.keys))
    return Problem(broken.message, broken.severity, fields[-1], fields)


def _dated(drafting: Drafting) -> dict[str, str]:
    try:
        signed(drafting.texts, drafting.year)
    except DocumentError as error:
        return {SIGNED: error.message}
    return {}
