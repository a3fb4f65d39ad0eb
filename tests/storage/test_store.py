"""The store: what goes in comes out, filters filter, and a wrong store is refused."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from towns import add, entry, fact, report

from index.chunk import chunks
from index.embed import NONE
from index.errors import StoreError
from index.schema import Anchor, Block, Place, Report, Section
from index.store import Store


def placed() -> Report:
    """A report with a place on a page."""
    block = Block("概述。", anchors=(Anchor(0, Place(3, 1.5, 2, 3, 4)),), order=7, size=16.0)
    return Report(
        "a.pdf", "题", report().issuer, 2016, report().generation, (Section((), (block,)),), pages=4
    )


def test_a_report_comes_back_as_it_went_in(store: Store) -> None:
    assert store.report("青禾镇2016.txt") == report()
    add(store, entry(placed()))
    assert store.report("a.pdf") == placed()


def test_a_report_that_is_not_there_is_an_error(store: Store) -> None:
    with pytest.raises(StoreError, match="没有这份年报"):
        store.report("别处.txt")


def test_the_catalogue_lists_bodies_and_years(store: Store) -> None:
    listed = [(head.issuer.short, head.year, head.contact.phone) for head in store.catalogue()]
    assert listed == [
        ("白鹭镇", 2016, "0000-2016"),
        ("青禾镇", 2016, "0000-2016"),
        ("青禾镇", 2017, "0000-2017"),
    ]
    assert [store.head(head.name) for head in store.catalogue()] == list(store.catalogue())
    assert store.head("别处.txt") is None


def test_chunks_come_back_in_order(store: Store) -> None:
    assert store.chunks("青禾镇2016.txt") == chunks(report())


def test_facts_are_filtered_by_report_indicator_and_column(store: Store) -> None:
    assert len(store.facts()) == 4
    assert [f.value for f in store.facts(indicators=["requests_new"], columns=[""])] == [3, 5]
    assert [f.indicator for f in store.facts(["白鹭镇2016.txt"])] == ["review"]
    assert store.facts(["青禾镇2016.txt"])[0] == fact(report())


@pytest.mark.parametrize("empty", [{"reports": []}, {"indicators": []}, {"columns": []}])
def test_an_empty_filter_lets_no_fact_through(store: Store, empty: dict[str, list[str]]) -> None:
    assert store.facts(**empty) == []


def test_more_names_than_a_statement_takes_are_no_trouble(store: Store) -> None:
    names = [f"无{number}" for number in range(2000)]
    assert len(store.facts([*names, "青禾镇2016.txt"])) == 2
    assert store.lexical({"申请": 1.0}, [*names, "青禾镇2016.txt"], 9)


def test_word_search_stays_within_the_named_reports(store: Store) -> None:
    found = store.lexical({"申请": 1.0}, ["青禾镇2017.txt"], 10)
    assert found
    assert all(key.startswith("青禾镇2017.txt#") for key in found)


def test_an_empty_filter_lets_no_chunk_through(store: Store) -> None:
    assert store.lexical({"申请": 1.0}, [], 10) == {}
    assert store.dense("申请", [], 10) == {}


def test_unknown_words_find_nothing(store: Store) -> None:
    assert store.lexical({"航天飞机": 1.0}, None, 10) == {}


def test_the_index_and_the_exact_search_rank_alike(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    words = {"收费": 1.0, "申请": 1.0, "2017": 1.0}
    exact = store.lexical(words, None, 50)
    monkeypatch.setattr("index.storage.search._EXACT", 0)
    indexed = store.lexical(words, None, 50)
    assert next(iter(indexed)) == next(iter(exact))
    assert indexed == pytest.approx(exact, rel=0.05)


@pytest.mark.parametrize("exact", [0, 2000])
def test_a_very_long_question_is_searched_all_the_same(
    store: Store, monkeypatch: pytest.MonkeyPatch, exact: int
) -> None:
    monkeypatch.setattr("index.storage.search._EXACT", exact)
    words = {f"词{number}": 1.0 for number in range(40_000)} | {"申请": 1.0}
    assert store.lexical(words, None, 5)


def test_the_index_filters_too(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("index.storage.search._EXACT", 0)
    found = store.lexical({"申请": 1.0}, ["白鹭镇2016.txt"], 10)
    assert found
    assert all(key.startswith("白鹭镇2016.txt#") for key in found)


def test_the_search_touches_a_bounded_number_of_chunks(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("index.storage.search._EXACT", 0)
    monkeypatch.setattr("index.storage.search._POSTINGS", 1)
    rare_alone = store.lexical({"公开": 1.0, "2017": 1.0}, None, 50)
    assert {key.split("#")[0] for key in rare_alone} == {"青禾镇2017.txt"}


def test_replacing_a_report_leaves_nothing_of_the_old_one(store: Store) -> None:
    add(store, entry(report(count=77)))
    assert store.totals().reports == 3
    assert store.facts(["青禾镇2016.txt"]) == []
    assert store.lexical({"77": 1.0}, None, 5)
    assert store.lexical({"26": 1.0}, ["青禾镇2016.txt"], 5) == {}


def test_removing_everything_leaves_empty_counts(store: Store) -> None:
    with store.database.writing():
        for head in store.catalogue():
            store.contents.remove(head.name)
    assert store.totals() == (0, 0, 0, 0)
    assert store.contents.documents(["申请"]) == {}


def test_a_failed_transaction_changes_nothing(store: Store) -> None:
    def fail() -> None:
        with store.database.writing():
            store.contents.remove("青禾镇2016.txt")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert store.report("青禾镇2016.txt") == report()


def test_what_another_process_writes_is_seen(store: Store) -> None:
    assert len(store.catalogue()) == 3
    with Store.open(store.folder) as other:
        add(other, entry(report("青禾镇", 2018)))
    assert len(store.catalogue()) == 4


def test_threads_read_while_one_writes(store: Store) -> None:
    problems: list[BaseException] = []

    def read() -> None:
        try:
            for _ in range(20):
                store.facts(indicators=["requests_new"])
                store.lexical({"申请": 1.0}, None, 5)
        except BaseException as error:  # noqa: BLE001 - whatever it is, the test reports it
            problems.append(error)

    threads = [threading.Thread(target=read) for _ in range(4)]
    for thread in threads:
        thread.start()
    for year in range(2008, 2016):
        add(store, entry(report(year=year)))
    for thread in threads:
        thread.join()
    assert problems == []


def test_a_missing_store_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="disclosure index"):
        Store.open(tmp_path)


def test_a_store_of_another_version_is_refused(store: Store) -> None:
    with store.database.writing():
        store.database.put("version", "0")
    with pytest.raises(StoreError, match=r"第 0 版.*重新运行"):
        Store.open(store.folder)


def test_a_file_that_is_no_store_is_refused(tmp_path: Path) -> None:
    (tmp_path / "catalogue.db").write_bytes(b"not a database" * 100)
    with pytest.raises(StoreError, match="无法读取"):
        Store.open(tmp_path)


def test_a_store_of_another_embedder_is_refused(store: Store) -> None:
    with pytest.raises(StoreError, match=r"“none”.*“某模型”"):
        Store.open(store.folder, embedder_name="某模型")


def test_without_a_name_the_recorded_embedder_is_taken(store: Store) -> None:
    with Store.open(store.folder) as again:
        assert again.encoder.name == NONE


def test_facts_lead_to_their_chunks(store: Store) -> None:
    (key,) = store.holders(["青禾镇2016.txt"], "requests_new")
    assert store.chunks_by_key([key])[key].table
    assert store.holders(["青禾镇2016.txt"], "review") == []
