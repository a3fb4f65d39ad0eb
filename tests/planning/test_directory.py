"""A department named without 局 is known where its area does not answer; that the area may be meant is decided elsewhere."""

from __future__ import annotations

import pytest
from plans import cards

from assistant.planning.directory import department_meant, directory

BOOK = directory(
    [*cards("江北省云州市人民政府", 2023), *cards("云州市教育局", 2023), *cards("云州市水务局", 2023)]
)


@pytest.mark.parametrize(
    ("question", "meant"),
    [
        ("云州教育的选校小程序能查什么", ("云州教育", "云州市教育局")),
        ("云州市水务停水提前多久通知", ("云州市水务", "云州市水务局")),
        ("云州市教育局的小程序能查什么", ("", "")),
        ("云州的教育和水务各公开多少条", ("", "")),
        ("云州体育馆几点开", ("", "")),
    ],
)
def test_a_department_without_its_last_word(question: str, meant: tuple[str, str]) -> None:
    assert department_meant(question, BOOK) == meant
