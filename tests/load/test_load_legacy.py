from __future__ import annotations

import stat
from io import BytesIO
from pathlib import Path

import docx
import pytest

from index.errors import DocumentError, MissingExtraError
from index.load.legacy import read_legacy

OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le")


def converter(folder: Path, script: str) -> None:
    """A program in LibreOffice's place; its arguments end with --outdir FOLDER SOURCE."""
    program = folder / "soffice"
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IEXEC)


def test_an_old_word_file_is_read_through_its_conversion(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = docx.Document()
    document.add_paragraph("全年公开126条。")
    buffer = BytesIO()
    document.save(buffer)
    (tmp_path / "made.docx").write_bytes(buffer.getvalue())
    converter(
        tmp_path, f'while [ "$1" != --outdir ]; do shift; done; cp "{tmp_path}/made.docx" "$2/source.docx"'
    )
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    read = read_legacy(OLD_WORD, "a.doc")
    assert (read.format, [block.text for block in read.blocks]) == ("doc", ["全年公开126条。"])


def test_a_conversion_that_makes_nothing_is_a_clear_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    converter(tmp_path, "exit 1")
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    with pytest.raises(DocumentError, match="无法转换"):
        read_legacy(OLD_WORD, "a.doc")


def test_without_libreoffice_the_message_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(MissingExtraError, match="另存为 docx"):
        read_legacy(OLD_WORD, "a.doc")
