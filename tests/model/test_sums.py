"""The sum behind a computed number is the rules' own, set where a model leaves it out."""

from __future__ import annotations

from decimal import Decimal

from assistant.compose import Source, Statement
from assistant.model.sums import with_sums, without_sums

SOURCE = Source("东镇2020.txt", "甲县东镇人民政府", 2020, "二", "96条 45条")
MORE = Statement("东镇比西镇多51条（96条-45条）。", (SOURCE,), (Decimal(51),))
TOTAL = Statement("东镇无法提供为13件（10+3+0=13）。", (SOURCE,), (Decimal(13),))


def test_a_sum_is_set_behind_its_number() -> None:
    assert with_sums("东镇公开得多，比西镇多51条。", [MORE]) == "东镇公开得多，比西镇多51条（96条-45条）。"
    assert with_sums("一共13件。", [TOTAL]) == "一共13件（10+3+0=13）。"


def test_a_number_that_was_not_computed_gets_none() -> None:
    assert with_sums("东镇公开96条。", [MORE]) == "东镇公开96条。"
    assert with_sums("东镇多52条。", [MORE]) == "东镇多52条。"


def test_a_sum_that_stands_there_is_not_set_again() -> None:
    said = "东镇比西镇多51条（96条-45条）。"
    assert with_sums(said, [MORE]) == said
    assert without_sums("东镇比西镇多51条(96条-45条)。", [MORE]) == "东镇比西镇多51条。"
