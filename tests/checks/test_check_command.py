"""The check command: its listing, its JSON and its exit status."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from clean_reports import draw
from fake_model import FakeChat

from assistant.cli import main
from assistant.llm import Door
from assistant.settings import settings

KEYS = {"rule", "category", "severity", "message", "quotes", "section", "suggestion"}


@pytest.fixture
def spoiled(tmp_path: Path) -> Path:
    source = draw(2023, 7, place="柳溪镇")
    source.requests["requests_new"][-1] = "9999"
    path = tmp_path / "柳溪镇2023.md"
    path.write_text(source.text(), encoding="utf-8")
    return path


def test_the_json_is_one_document_of_findings(spoiled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(spoiled), "--json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert document["report"] == "柳溪镇2023.md"
    assert all(set(finding) >= KEYS for finding in document["findings"])
    assert {f["severity"] for f in document["findings"]} <= {"error", "warning", "note"}


def test_strict_fails_a_report_with_errors(spoiled: Path) -> None:
    assert main(["check", str(spoiled), "--strict"]) == 1


def test_the_listing_names_place_quote_and_source(spoiled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", str(spoiled)])
    listing = capsys.readouterr().out
    assert "【错误】" in listing
    assert "原文：" in listing
    assert "依据：国办公开办函" in listing


def test_a_file_that_cannot_be_read_fails_with_its_message(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(tmp_path / "没有.pdf")]) == 1
    assert "没有.pdf：文件不存在" in capsys.readouterr().err


def test_a_file_that_is_no_annual_report_fails(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text("今天天气很好。", encoding="utf-8")
    assert main(["check", str(tmp_path / "a.txt")]) == 1
    assert "a.txt" in capsys.readouterr().err


def test_last_years_report_is_compared(
    spoiled: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = draw(2022, 8, place="柳溪镇")
    before.requests["requests_carried_out"] = ["50"] * 7
    (tmp_path / "before.md").write_text(before.text(), encoding="utf-8")
    main(["check", str(spoiled), "--previous", str(tmp_path / "before.md"), "--json"])
    rules = {finding["rule"] for finding in json.loads(capsys.readouterr().out)["findings"]}
    assert "carried-over" in rules


def test_a_model_suggests_wording_where_one_is_set_and_not_forbidden(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    source = draw(2023, 7, place="柳溪镇")
    source.chapters["一、总体情况"].append("我镇注重加大了公开工作。")
    (path := tmp_path / "柳溪镇2023.md").write_text(source.text(), encoding="utf-8")
    lines = "\n".join(
        f'{{"n": {n}, "wrong": "注重加大了公开工作", "right": "加大了公开工作力度"}}' for n in range(1, 21)
    )
    model = FakeChat(replies={("proofread", ""): lines}, seen=[])
    monkeypatch.setattr("assistant.llm.door", lambda _: Door(model))
    monkeypatch.setenv("DISCLOSURE_LLM_URL", "http://127.0.0.1:9/v1")
    settings.cache_clear()
    try:
        assert main(["check", str(path), "--no-model"]) == 0
        assert "语言模型" not in capsys.readouterr().out
        assert main(["check", str(path)]) == 0
        assert "依据：语言模型的建议" in capsys.readouterr().out
    finally:
        settings.cache_clear()
