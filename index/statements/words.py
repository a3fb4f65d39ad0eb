"""The words by which sentences name the indicators: one trigger each, read from words.toml."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from index.language.patterns import filled
from index.tomlfiles import read_toml


class Domain(StrEnum):
    """What a passage is about; words such as 答复 and 维持 mean something only within one."""

    REQUESTS = "requests"
    REVIEW = "review"
    LITIGATION = "litigation"
    DISCLOSED = "disclosed"
    DOCUMENTS = "documents"
    FEES = "fees"
    CONSULTATION = "consultation"
    MEDIA = "media"
    RULES = "rules"
    PROCUREMENT = "procurement"


DISPUTES = frozenset({Domain.REVIEW, Domain.LITIGATION})


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words that name an indicator. ``key`` is its id, or a name with a dot that ``meaning`` resolves by year.

    ``units`` are the measure words accepted, ``needs`` the domains one of which must already be spoken of (any if empty),
    ``sets`` the domain that the words open, ``zero`` whether 无…/未… before them says that there were none.
    """

    key: str
    pattern: re.Pattern[str]
    units: frozenset[str]
    sets: Domain | None = None
    needs: frozenset[Domain] = frozenset()
    zero: bool = False


@dataclass(frozen=True, slots=True)
class Mention:
    """A trigger found at ``start`` to ``end``."""

    start: int
    end: int
    trigger: Trigger

    @property
    def key(self) -> str:
        """The trigger's key."""
        return self.trigger.key


@cache
def triggers() -> tuple[Trigger, ...]:
    """All triggers in the order of the file."""
    entries = read_toml("words.toml", "index.statements")
    return tuple(trigger for group in entries["group"] for trigger in _group(group, entries["parts"]))


def _group(group: dict[str, Any], parts: dict[str, str]) -> Iterator[Trigger]:
    units = frozenset(group["units"])
    sets = Domain(group["sets"]) if group["sets"] else None
    needs = frozenset(map(Domain, group["needs"]))
    for key, patterns in group["words"].items():
        for pattern in [patterns] if isinstance(patterns, str) else patterns:
            whole = re.compile(filled(pattern, parts))
            yield Trigger(key, whole, units, sets, needs, key in group["zero"])


def mentions(text: str) -> list[Mention]:
    """Every trigger in a text, in order of place; they may overlap."""
    found = [
        Mention(*match.span(), trigger) for trigger in triggers() for match in trigger.pattern.finditer(text)
    ]
    return sorted(found, key=lambda mention: (mention.start, mention.end))
