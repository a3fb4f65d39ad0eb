"""The command line: what is printed where, and how a call ends."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from towns import write

from assistant.cli import main

pytestmark = pytest.mark.usefixtures("folder")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working directory with two reports in ``reports``; the store is searched by words."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DISCLOSURE_EMBEDDER", "none")
    from assistant.settings import settings  # noqa: PLC0415 - read once a process, so anew for this one

    settings.cache_clear()
    (tmp_path / "reports").mkdir()
    write(tmp_path / "reports", "青禾镇", 2016)
    write(tmp_path / "reports", "白鹭镇", 2017)
    return tmp_path


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    status = main(arguments)
    captured = capsys.readouterr()
    return status, captured.out, captured.err


def test_index_prints_one_json_document_and_progress_beside_it(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = run(capsys, "index", "reports", "--json")
    assert status == 0
    assert json.loads(out)["added"] == 2
    assert "[2/2]" in err


def test_index_without_json_says_it_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    assert "新增 2 份" in run(capsys, "index", "reports")[1]


def test_the_store_may_be_named_before_or_after_the_command(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(capsys, "--store", "a", "--json", "index", "reports")[0] == 0
    assert run(capsys, "index", "reports", "--store", "b")[0] == 0
    assert (folder / "a/catalogue.db").is_file()
    assert (folder / "b/catalogue.db").is_file()


def test_one_bad_file_in_a_folder_is_reported_and_no_failure(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "reports/坏.pdf").write_bytes(b"%PDF broken")
    status, out, err = run(capsys, "index", "reports", "--json")
    assert status == 0
    assert [failure["file"] for failure in json.loads(out)["failed"]] == ["坏.pdf"]
    assert "坏.pdf" in err


@pytest.mark.parametrize("path", ["nothing.pdf", "坏.pdf", "empty"])
def test_an_input_that_cannot_be_used_ends_with_one(
    folder: Path, capsys: pytest.CaptureFixture[str], path: str
) -> None:
    (folder / "坏.pdf").write_bytes(b"%PDF broken")
    (folder / "empty").mkdir()
    status, out, err = run(capsys, "index", path, "--json")
    assert status == 1
    assert json.loads(out)["added"] == 0
    assert err


def test_a_bad_file_named_beside_good_ones_ends_with_one(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "坏.pdf").write_bytes(b"%PDF broken")
    assert run(capsys, "index", "reports", "坏.pdf")[0] == 1


def test_wrong_usage_ends_with_two(capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in ([], ["index"], ["nonsense"], ["ask", "问", "--hits", "-1"]):
        with pytest.raises(SystemExit) as ended:
            main(arguments)
        assert ended.value.code == 2
    run(capsys, "index", "reports")
    assert run(capsys, "ask")[0] == 2
    assert run(capsys, "ask", "问", "--batch", "x")[0] == 2


def test_asking_without_a_store_says_how_to_make_one(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = run(capsys, "ask", "青禾镇2016年公开了多少条信息？")
    assert (status, out) == (1, "")
    assert "disclosure index" in err


def test_ask_prints_the_contract_document(capsys: pytest.CaptureFixture[str]) -> None:
    run(capsys, "index", "reports")
    status, out, _ = run(capsys, "ask", "青禾镇2016年收到几件信息公开申请？", "--json", "--hits", "3")
    answer = json.loads(out)
    assert status == 0
    assert answer["status"] == "answered"
    assert "3" in answer["answer"]
    assert 0 < len(answer["hits"]) <= 3
    assert answer["citations"][0]["report"] == "青禾镇2016.txt"


def test_ask_for_readers_shows_the_sources(capsys: pytest.CaptureFixture[str]) -> None:
    run(capsys, "index", "reports")
    out = run(capsys, "ask", "青禾镇2016年收到几件信息公开申请？")[1]
    assert "[1] 青禾镇2016.txt" in out


def test_a_history_that_is_no_list_of_pairs_is_wrong_usage(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(capsys, "index", "reports")
    (folder / "history.json").write_text('[["一"]]', encoding="utf-8")
    assert run(capsys, "ask", "那电话呢？", "--history", "history.json")[0] == 2


def test_a_batch_answers_line_by_line_and_survives_bad_lines(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(capsys, "index", "reports")
    lines = ['{"id": "a", "question": "青禾镇2016年收费了吗？"}', "not json", '{"id": "b"}', "[]", ""]
    (folder / "q.jsonl").write_text("\n".join(lines), encoding="utf-8")
    status, out, _ = run(capsys, "ask", "--batch", "q.jsonl")
    answers = [json.loads(line) for line in out.splitlines()]
    assert status == 0
    assert [answer["id"] for answer in answers] == ["a", None, "b", None]
    assert ["error" in answer for answer in answers] == [False, True, True, True]


def test_a_batch_that_cannot_be_read_ends_with_one(capsys: pytest.CaptureFixture[str]) -> None:
    run(capsys, "index", "reports")
    status, _, err = run(capsys, "ask", "--batch", "missing.jsonl")
    assert status == 1
    assert "missing.jsonl" in err


def test_facts_are_filtered_and_printed_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    run(capsys, "index", "reports")
    status, out, _ = run(
        capsys, "facts", "--issuer", "青禾镇", "--year", "2016", "--indicator", "requests_new"
    )
    rows = json.loads(out)
    assert status == 0
    assert [(row["issuer"], row["value"], row["state"]) for row in rows] == [
        ("青禾镇人民政府", "3", "number")
    ]


def test_facts_about_an_unknown_body_are_none(capsys: pytest.CaptureFixture[str]) -> None:
    run(capsys, "index", "reports")
    status, out, err = run(capsys, "facts", "--issuer", "别处镇")
    assert (status, json.loads(out)) == (0, [])
    assert "没有收录“别处镇”" in err


def test_facts_about_an_unknown_indicator_are_a_header_and_a_word(capsys: pytest.CaptureFixture[str]) -> None:
    run(capsys, "index", "reports")
    status, out, err = run(capsys, "facts", "--indicator", "别的数", "--format", "csv")
    assert (status, len(out.splitlines())) == (0, 1)
    assert "没有叫“别的数”的指标" in err


def test_facts_as_csv_have_the_columns_of_the_contract(capsys: pytest.CaptureFixture[str]) -> None:
    run(capsys, "index", "reports")
    out = run(capsys, "facts", "--format", "csv", "--bom")[1]
    assert out.startswith("\ufeff")
    rows = list(csv.DictReader(io.StringIO(out.removeprefix("\ufeff"))))
    columns = "report issuer year indicator label column scope value unit state section page quote source"
    assert list(rows[0]) == columns.split()
