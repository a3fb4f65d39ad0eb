"""Generated reports are all different, and read as what they say."""

from __future__ import annotations

from assistant.benchmark.generated import TOWNS, collection, invented_report, invented_town
from assistant.benchmark.sizes import THEMES
from index.single import read_bytes
from index.understand import entry


def test_every_invented_town_has_a_name_of_its_own() -> None:
    assert len({invented_town(number) for number in range(TOWNS)}) == TOWNS == 1600


def test_an_invented_report_says_its_figure() -> None:
    assert "收到政府信息公开申请4件" in invented_report("青禾镇", 2016, 4)


def test_more_reports_than_towns_are_of_other_years() -> None:
    names = [name for name, _ in collection(TOWNS + 2)]
    assert len(set(names)) == TOWNS + 2
    assert names[-1][-8:-4] == "2015"


def test_a_long_report_has_as_many_chunks_as_a_real_one_and_its_figures() -> None:
    report, facts = read_bytes(invented_report("青禾镇", 2016, 4, THEMES).encode(), "青禾镇2016.txt")
    assert (report.year, report.issuer.name) == (2016, "青禾镇人民政府")
    assert {f.indicator: str(f.value) for f in facts}["requests_new"] == "4"
    assert 7 <= len(entry(report, tuple(facts)).chunks) <= 12
