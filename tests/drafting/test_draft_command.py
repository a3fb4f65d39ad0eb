from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from assistant.cli import main
from index.facts import facts
from index.load.dispatch import load
from index.parse import parse
from index.schema import Document

SPEC = {
    "issuer": "青川县柳浦镇人民政府",
    "year": 2023,
    "figures": {"disclosed": 12},
    "previous": None,
    "points": [],
}


def _spec(folder: Path, **more: Any) -> str:
    path = folder / "SPEC.json"
    path.write_text(json.dumps({**SPEC, **more}, ensure_ascii=False), encoding="utf-8")
    return str(path)


@pytest.mark.parametrize("suffix", [".docx", ".md", ".html"])
def test_a_draft_is_written_and_described(
    suffix: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / f"草稿{suffix}"
    assert main(["draft", _spec(tmp_path), "--out", str(out), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["out"] == str(out)
    assert len(told["unfilled"]) > 100
    (document,) = load(out, out.name)
    assert isinstance(document, Document)
    assert "disclosed" in {fact.indicator for fact in facts(parse(document))}


def test_figures_that_do_not_add_up_are_shown_with_both_sides(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    figures = {"review": {"维持": 2, "纠正": 1, "其他结果": 0, "尚未审结": 0, "总计": 4}}
    assert main(["draft", _spec(tmp_path, figures=figures), "--out", str(tmp_path / "a.docx")]) == 0
    told = capsys.readouterr().out
    assert "✗ 表四“行政复议”：结果维持2＋结果纠正1（其余为0）合计3，总计为4，相差1，请核对" in told
    assert "待填" in told


@pytest.mark.parametrize(
    ("values", "out", "ended"),
    [
        ({}, "a.pdf", (2, ".docx")),
        ({"year": 1990}, "a.docx", (1, "报告年度")),
        ({"figures": {"不存在的指标": 1}}, "a.docx", (1, "不存在的指标")),
        ({"previous": "没有.docx"}, "a.docx", (1, "没有.docx")),
        ({}, "没有/a.docx", (1, "不能写入")),
    ],
)
def test_what_cannot_be_drafted_ends_with_a_reason(
    values: dict[str, Any],
    out: str,
    ended: tuple[int, str],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    status, told = ended
    assert main(["draft", _spec(tmp_path, **values), "--out", str(tmp_path / out)]) == status
    assert told in capsys.readouterr().err


def test_a_draft_is_revised_before_it_is_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    points = [{"section": "存在的主要问题", "text": text} for text in ("解读偏少", "目录更新不及时")]
    spec, out = _spec(tmp_path, points=points), tmp_path / "a.docx"
    orders = ["--revise", "把主动公开政府信息数改成15条", "--revise", "删掉第二条", "--revise", "天气真好"]
    assert main(["draft", spec, "--out", str(out), "--no-model", "--json", *orders]) == 0
    told = json.loads(capsys.readouterr().out)
    assert [one["status"] for one in told["revisions"]] == ["changed", "changed", "unchanged"]
    assert told["revisions"][0]["figures"][0]["after"] == "15"
    (document,) = load(out, out.name)
    assert isinstance(document, Document)
    assert "目录更新不及时" not in "".join(block.text for block in document.blocks)


def test_the_differences_are_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    order = ["--revise", "把主动公开政府信息数改成15条"]
    assert main(["draft", _spec(tmp_path), "--out", str(tmp_path / "a.md"), "--no-model", *order]) == 0
    assert "主动公开政府信息[-12-][+15+]条" in capsys.readouterr().out


def test_a_spec_that_is_missing_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["draft", str(tmp_path / "无.json"), "--out", str(tmp_path / "a.docx")]) == 1
    assert "文件不存在" in capsys.readouterr().err


def test_a_first_draft_loads_nothing_that_it_can_do_without(tmp_path: Path) -> None:
    code = "import sys; from assistant.cli import main; main(sys.argv[1:]); print(*sys.modules)"
    call = [sys.executable, "-c", code, "draft", _spec(tmp_path), "--out", str(tmp_path / "x.docx")]
    loaded = subprocess.run(call, capture_output=True, text=True, check=True).stdout.split()  # noqa: S603 - our own code
    assert "docx" in loaded
    assert not {"jieba", "langchain_core", "chromadb", "pdfplumber", "pypinyin.phrases_dict"} & set(loaded)
