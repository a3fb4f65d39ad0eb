from __future__ import annotations

import hashlib
from io import BytesIO
from pathlib import Path

import docx
import pytest

from index.load import load
from index.load.limits import Limits
from index.schema import Document, Failure

TEXT = "青禾镇2021年政府信息公开工作年度报告\n一、总体情况\n全年公开126条。"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def word() -> bytes:
    document = docx.Document()
    document.add_paragraph("全年公开126条。")
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def one(tmp_path: Path, name: str, data: bytes, limits: Limits = Limits()) -> Document | Failure:  # noqa: B008  a frozen value
    path = tmp_path / name
    path.write_bytes(data)
    (found,) = load(path, name, limits)
    return found


def error(tmp_path: Path, name: str, data: bytes) -> str:
    found = one(tmp_path, name, data)
    assert isinstance(found, Failure)
    assert found.file == name
    return found.error


def test_a_document_knows_its_name_format_and_digest(tmp_path: Path) -> None:
    found = one(tmp_path, "a.txt", TEXT.encode())
    assert isinstance(found, Document)
    assert (found.name, found.format, found.pages) == ("a.txt", "txt", None)
    assert found.digest == hashlib.sha256(TEXT.encode()).hexdigest()


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.txt", b"", "0 字节"),
        ("a.docx", b"", "0 字节"),
        ("a.txt", b" \n\t\r\n  ", "只有空白"),
        ("a.txt", "　　\n\u00a0\n".encode(), "没有读到文字"),
        ("a.txt", bytes(range(256)) * 8, "编码无法识别"),
        ("a.docx", b"PK\x03\x04" + b"\x00" * 100, "不是有效的 docx 文件"),
        ("a.docx", word()[:2000], "不是有效的 docx 文件"),
        ("a.docx", OLE + "EncryptedPackage".encode("utf-16-le"), "打开密码"),
        ("a.pdf", b"\xff\xd8\xff\xe0" + bytes(100), "内容是图片"),
        ("a.doc", OLE + "Workbook".encode("utf-16-le"), "电子表格"),
        ("a.pdf", b"garbage" * 50, "不是有效的 pdf 文件"),
        ("a.zip", b"Rar!\x1a\x07" + bytes(50), "RAR"),
        ("a.jpg", b"\xff\xd8\xff\xe0" + bytes(100), "内容是图片"),
        ("a.exe", b"MZ\x90\x00" * 50, "不支持的文件类型 .exe"),
        ("a.html", b"<html><body><script>1</script></body></html>", "没有读到文字"),
    ],
)
def test_each_bad_file_gets_one_clear_message(tmp_path: Path, name: str, data: bytes, message: str) -> None:
    said = error(tmp_path, name, data)
    assert message in said
    assert said.startswith(f"{name}：")
    assert said.count("。") == 2


def test_a_missing_file_is_a_failure(tmp_path: Path) -> None:
    (found,) = load(tmp_path / "no.txt", "no.txt")
    assert isinstance(found, Failure)
    assert "文件不存在" in found.error


def test_a_file_over_the_limit_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    with path.open("wb") as stream:
        stream.truncate(300 * 1024 * 1024)
    (found,) = load(path, "a.pdf")
    assert isinstance(found, Failure)
    assert "文件有 300 MB，超过 100 MB 的上限" in found.error


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.doc", f"<html><body><p>{TEXT}</p></body></html>".encode("gbk"), "html"),
        ("a.doc", word(), "docx"),
        ("a.txt", word(), "docx"),
        (
            "a.pdf",
            b"\xef\xbb\xbf<!DOCTYPE html><html><body><p>" + TEXT.encode() + b"</p></body></html>",
            "html",
        ),
        ("a.html", word(), "docx"),
        ("a.MD", TEXT.encode(), "md"),
        ("a.htm", f"<div>{TEXT}</div>".encode(), "html"),
    ],
)
def test_content_decides_where_the_name_lies(tmp_path: Path, name: str, data: bytes, kind: str) -> None:
    found = one(tmp_path, name, data)
    assert isinstance(found, Document)
    assert found.format == kind
    assert "126" in " ".join(block.text for block in found.blocks)


@pytest.mark.parametrize(
    "data", [OLE + "WordDocument".encode("utf-16-le"), b"{\\rtf1\\ansi text}"], ids=["doc", "rtf"]
)
def test_old_word_files_say_what_they_need(
    tmp_path: Path, data: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    said = error(tmp_path, "a.doc", data)
    assert "LibreOffice" in said
    assert "另存为 docx" in said
