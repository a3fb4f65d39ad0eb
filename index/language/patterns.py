"""Regular expressions put together from named parts and lists of alternatives, as the vocabulary files write them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache

from index.tomlfiles import read_toml

NO_PARTS: Mapping[str, str] = {}


def filled(pattern: str, parts: Mapping[str, str]) -> str:
    """A pattern with ``{name}`` replaced by that part; other braces (``{0,12}``) stay."""
    for name, part in parts.items():
        pattern = pattern.replace("{" + name + "}", part)
    return pattern


def either(
    alternatives: Iterable[str], parts: Mapping[str, str] = NO_PARTS, flags: int = 0
) -> re.Pattern[str]:
    """What finds any of the alternatives, in their order, with the parts filled in; ``flags`` are those of ``re``."""
    return re.compile("|".join(filled(alternative, parts) for alternative in alternatives), flags)


@cache
def pattern_of(file: str, name: str, flags: int = 0) -> re.Pattern[str]:
    """The list ``name`` of a vocabulary file (outside.toml, problems.toml) as one pattern; ``KeyError`` for another name."""
    return either(read_toml(file)[name], flags=flags)
