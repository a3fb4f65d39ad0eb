"""One body, one entry a year."""

from __future__ import annotations

import datetime as dt

from index.schema import Contact, Generation, Issuer
from index.storage.heads import ReportHead, ranked


def entry(
    name: str, issuer: str, year: int = 2020, signed: dt.date | None = None, short: str = "东镇"
) -> ReportHead:
    parents = (issuer[:2],) if issuer[1] == "县" else ()
    body = Issuer(issuer, short, short, parents=parents, aliases=(issuer, short))
    return ReportHead(name, "", body, year, Generation.of(year), Contact(), signed=signed)


def test_a_name_without_its_parents_is_the_same_body() -> None:
    found = ranked([entry("a", "东镇人民政府", 2019), entry("b", "甲县东镇人民政府", 2020)])
    assert {head.issuer.name for head in found} == {"甲县东镇人民政府"}


def test_two_towns_of_one_name_leave_the_bare_name_alone() -> None:
    found = ranked(
        [entry("a", "东镇人民政府"), entry("b", "甲县东镇人民政府"), entry("c", "乙县东镇人民政府")]
    )
    assert len({head.issuer.name for head in found}) == 3


def test_a_longer_name_of_another_place_is_another_body() -> None:
    found = ranked([entry("a", "城区人民政府", short="城区"), entry("b", "宿城区人民政府", short="宿城区")])
    assert len({head.issuer.name for head in found}) == 2


def test_of_two_reports_of_one_body_and_year_the_later_signed_answers() -> None:
    early = entry("a", "东镇人民政府", signed=dt.date(2021, 1, 1))
    late = entry("b", "甲县东镇人民政府", signed=dt.date(2021, 2, 1))
    assert {head.name: head.superseded_by for head in ranked([early, late])} == {"a": "b", "b": ""}
