"""How questions word what they want: the patterns of questions.toml, compiled once."""

from __future__ import annotations

import re
from functools import cache

from assistant.planning.query import Operation, Wanted
from index.language.patterns import either
from index.tomlfiles import read_toml


def part(name: str) -> str:
    """A piece of a pattern by its name (``measure``: the measure words that a counted thing follows)."""
    pattern: str = read_toml("questions.toml")["parts"][name]
    return pattern


def asks(what: str, text: str) -> bool:
    """Whether a question (squeezed) has words for ``what``, a name under ``asks``; ``KeyError`` for another name."""
    return bool(_asking()[what].search(text))


@cache
def kinds_of_answer() -> tuple[tuple[Wanted, re.Pattern[str]], ...]:
    """The kinds of answer with the words that want them, the first that is found before the rest."""
    return tuple(
        (Wanted(entry["kind"]), _either(entry["find"])) for entry in read_toml("questions.toml")["wanted"]
    )


@cache
def operations() -> tuple[tuple[Operation, re.Pattern[str]], ...]:
    """The operations with the words that ask for them, the first that is found before the rest."""
    return tuple(
        (Operation(entry["kind"]), _either(entry["find"]))
        for entry in read_toml("questions.toml")["operation"]
    )


@cache
def _asking() -> dict[str, re.Pattern[str]]:
    return {what: _either(alternatives) for what, alternatives in read_toml("questions.toml")["asks"].items()}


def _either(alternatives: list[str]) -> re.Pattern[str]:
    return either(alternatives, read_toml("questions.toml")["parts"])
