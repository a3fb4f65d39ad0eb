"""Numbering citations."""

from __future__ import annotations

from assistant.compose import Draft, Numbering, Source, Statement, number, numbered_items
from assistant.schema import Item

ONE = Source("r", "东镇", 2020, "一", "甲")
TWO = Source("r", "东镇", 2020, "二", "乙")


def test_marks_stand_before_the_final_punctuation_in_order_of_first_use() -> None:
    numbering = Numbering()
    text, claims = number(
        Draft((Statement("先乙。", (TWO,)), Statement("后甲。", (ONE, TWO), line=True))), numbering
    )
    assert text == "先乙[1]。\n后甲[1][2]。"
    assert [claim.citations for claim in claims] == [(1,), (1, 2)]
    assert [citation.quote for citation in numbering.citations()] == ["乙", "甲"]


def test_items_share_the_numbers_of_the_statements() -> None:
    numbering = Numbering()
    draft = Draft((Statement("甲。", (ONE,)),), items=(Item("东镇", 2020, (ONE,)),))
    number(draft, numbering)
    assert numbered_items(draft, numbering)[0].citations == (1,)
