"""One body, one entry a year."""

from __future__ import annotations

import datetime as dt
from itertools import product

import pytest

from index.schema import Contact, Generation, Issuer
from index.storage import heads
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


def test_a_zone_by_its_short_and_its_long_name_is_one_body() -> None:
    short, long = "临江经开区管理委员会", "甲市临江经济技术开发区管理委员会"
    found = ranked(
        [entry("a", short, 2019, short="临江经开区"), entry("b", long, 2020, short="临江经济技术开发区")]
    )
    assert {head.issuer.name for head in found} == {long}


def test_only_bodies_that_may_be_one_are_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[tuple[str, str]] = []

    def one_issuer(one: Issuer, other: Issuer) -> bool:
        compared.append((one.name, other.name))
        return one.name == other.name

    monkeypatch.setattr(heads, "one_issuer", one_issuer)
    ranked([entry(str(n), f"{a}{b}镇人民政府") for n, (a, b) in enumerate(product("青白石柳松", repeat=2))])
    assert len(compared) < 100
