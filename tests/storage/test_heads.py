"""Which of two reports of one body and year answers."""

from __future__ import annotations

import datetime as dt

from towns import report

from index.storage.heads import head, ranked

EARLY, LATE = dt.date(2017, 1, 5), dt.date(2017, 3, 1)


def superseded(*reports: tuple[str, dt.date | None]) -> dict[str, str]:
    found = ranked(head(report(name=name, signed=signed)) for name, signed in reports)
    return {entry.name: entry.superseded_by for entry in found}


def test_the_later_signed_answers() -> None:
    assert superseded(("a", LATE), ("b", EARLY)) == {"a": "", "b": "a"}


def test_an_unsigned_report_gives_way() -> None:
    assert superseded(("a", None), ("b", EARLY)) == {"a": "b", "b": ""}


def test_among_equals_the_first_by_name_answers() -> None:
    assert superseded(("b", EARLY), ("a", EARLY)) == {"a": "", "b": "a"}


def test_another_year_or_body_supersedes_nothing() -> None:
    found = ranked(map(head, (report(year=2016), report(year=2017), report("白鹭镇"))))
    assert [entry.superseded_by for entry in found] == ["", "", ""]
