"""The files of words that come with the packages: all there, each pattern sound."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from index.language.patterns import filled
from index.tomlfiles import read_toml

WORDS = [
    "vocabulary.toml",
    "questions.toml",
    "outside.toml",
    "strangers.toml",
    "problems.toml",
    "synonyms.toml",
]


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from strings(inner)


@pytest.mark.parametrize("name", WORDS)
def test_every_entry_is_a_pattern(name: str) -> None:
    file = read_toml(name)
    for entry in strings(file):
        re.compile(filled(entry, file.get("parts", {})))


def lists(value: Any) -> Iterator[list[str]]:
    if isinstance(value, list) and value and isinstance(value[0], str):
        yield value
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from lists(inner)


@pytest.mark.parametrize("name", WORDS)
def test_no_list_says_the_same_twice(name: str) -> None:
    for listed in lists(read_toml(name)):
        assert len(listed) == len(set(listed)), [entry for entry in listed if listed.count(entry) > 1]
