"""Old Word files (.doc, RTF, Word 2003 XML), converted by LibreOffice where that is installed."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from dataclasses import replace
from pathlib import Path

from index.errors import DocumentError, MissingExtraError
from index.load.finish import document
from index.load.limits import LIMITS
from index.load.word import read_docx
from index.schema import Document

_PROGRAMS = ("soffice", "libreoffice", "soffice.com")


def read_legacy(data: bytes, name: str) -> Document:
    """A .doc or RTF file. Raises ``MissingExtraError`` without LibreOffice, ``DocumentError`` where it fails."""
    program = next(filter(None, map(shutil.which, _PROGRAMS)), None)
    if program is None:
        raise MissingExtraError(
            "旧版 Word 文件（doc、RTF）需要 LibreOffice 才能读取，本机没有安装",
            name,
            "请安装 LibreOffice，或用 Word、WPS 打开后另存为 docx 再试",
        )
    converted = read_docx(_converted(program, data, name), name)
    kind = "rtf" if data.lstrip().startswith(b"{\\rtf") else "doc"
    return replace(document(data, name, kind, converted.blocks), notices=converted.notices)


def _converted(program: str, data: bytes, name: str) -> bytes:
    """The file as .docx; a profile of its own keeps several conversions from waiting for one another."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "source.doc")
        source.write_bytes(data)
        profile = f"-env:UserInstallation={Path(folder, 'profile').as_uri()}"
        command = [program, profile, "--headless", "--convert-to", "docx", "--outdir", folder, str(source)]
        try:
            subprocess.run(command, check=False, capture_output=True, timeout=LIMITS.office_seconds)  # noqa: S603
        except (subprocess.TimeoutExpired, OSError) as error:
            raise _failed(name) from error
        target = source.with_suffix(".docx")
        if not target.exists():
            raise _failed(name)
        return target.read_bytes()


def _failed(name: str) -> DocumentError:
    return DocumentError(
        "LibreOffice 无法转换这个文件（可能已损坏或设有密码）",
        name,
        "请用 Word 或 WPS 打开，另存为 docx 后再试",
    )
