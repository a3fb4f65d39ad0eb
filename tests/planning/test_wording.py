"""The patterns of questions.toml: each name that the code uses is there, each kind is known, each part is filled in."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from assistant.planning import intent, wording
from index.tomlfiles import read_toml


def test_every_name_asked_for_stands_in_the_file_and_none_beside() -> None:
    used = set(re.findall(r'asks\("(\w+)"', Path(intent.__file__).read_text(encoding="utf-8")))
    assert used == set(read_toml("questions.toml")["asks"])


def test_no_pattern_is_left_with_the_name_of_a_part() -> None:
    patterns = [pattern for _, pattern in (*wording.kinds_of_answer(), *wording.operations())]
    assert not [pattern for pattern in patterns if re.search(r"\{[a-z]", pattern.pattern)]


@pytest.mark.parametrize(
    ("what", "text"),
    [
        ("number", "收到几件"),
        ("which_body", "哪个镇最多"),
        ("many", "各镇收到多少"),
        ("count_of_bodies", "几个镇收到了申请"),
        ("sum", "一共多少件"),
        ("less", "哪年罚得少"),
        ("no_person", "谁收得多"),
    ],
)
def test_words_ask_for_what_they_stand_under(what: str, text: str) -> None:
    assert wording.asks(what, text)
    assert not wording.asks(what, "负责人的电话")


def test_an_unknown_name_is_an_error() -> None:
    with pytest.raises(KeyError):
        wording.asks("weather", "今天怎么样")
