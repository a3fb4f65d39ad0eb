"""From a fact to the chunk that holds its source."""

from __future__ import annotations

from dataclasses import replace

from towns import fact, report

from index.chunk import chunks
from index.storage.holders import holders


def test_a_fact_leads_to_the_chunk_with_its_row() -> None:
    pieces = chunks(report())
    (key,) = holders([fact(report())], pieces)
    assert next(piece for piece in pieces if piece.id == key).table


def test_layout_spaces_in_a_quote_do_not_matter() -> None:
    spaced = replace(fact(report()), quote="收到申 请数  件 3")
    assert holders([spaced], chunks(report())) != ("",)


def test_a_quote_that_stands_nowhere_leads_nowhere() -> None:
    assert holders([replace(fact(report()), quote="收到申请数 件 9")], chunks(report())) == ("",)


def test_the_own_section_comes_before_others_with_the_same_words() -> None:
    pieces = chunks(report())
    doubled = (replace(pieces[-1], text=pieces[0].text, ordinal=99), *pieces)
    of_preamble = replace(fact(report()), quote="联系电话：0000-2016。", section="")
    assert holders([of_preamble], doubled) == (pieces[0].id,)
