"""What a file really is, by its content: names lie, above all on government sites."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from pathlib import PurePath

from index.errors import DocumentError

_TEXT = {".txt": "txt", ".md": "md"}
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body|table|div|p)[\s>]", re.IGNORECASE)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PACKAGES = {
    "word/document.xml": "docx",
    "OFD.xml": "ofd",
    "xl/workbook.xml": "xlsx",
    "ppt/presentation.xml": "pptx",
    "content.xml": "odf",
}
_PICTURES = (b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"II*\x00", b"MM\x00*")
_REFUSED = {
    "picture": ("内容是图片", "请提供文字版，或把图片合成 PDF 后用 OCR 识别"),
    "ofd": ("内容是 OFD 版式文件，暂不支持", "请转换为 PDF 后再试"),
    "xlsx": ("内容是电子表格，暂不支持", "请提供年度报告的 docx、PDF 或网页"),
    "xls": ("内容是电子表格或演示文稿，暂不支持", "请提供年度报告的 docx、PDF 或网页"),
    "pptx": ("内容是演示文稿，暂不支持", "请提供年度报告的 docx、PDF 或网页"),
    "odf": ("内容是 OpenDocument 文件，暂不支持", "请另存为 docx 后再试"),
    "rar": ("内容是 RAR 或 7z 压缩包，暂不支持", "请解压后再试，或改用 zip"),
    "encrypted": ("文件设有打开密码，无法读取", "请用 Word 或 WPS 打开，取消密码后另存再试"),
    "shortcut": ("内容不是文档，而是网页快捷方式", "请打开链接，把网页保存后再试"),
}


def kind_of(data: bytes, name: str) -> str:
    """``pdf docx doc rtf html mhtml txt md zip``; raises ``DocumentError`` for anything that cannot be read.

    Content decides; the suffix only tells Markdown from text, and text from nothing known.
    """
    suffix = PurePath(name).suffix.lower()
    kind = _by_magic(data) or _by_text(data, suffix)
    if kind in _REFUSED:
        what, remedy = _REFUSED[kind]
        raise DocumentError(what, name, remedy)
    if not kind:
        raise _unknown(data, suffix, name)
    return kind


def _unknown(data: bytes, suffix: str, name: str) -> DocumentError:
    if not data.strip(b"\x00 \t\r\n"):
        return DocumentError("文件里没有内容，只有空白", name, "请重新下载或另存后再试")
    if suffix in {".docx", ".doc", ".pdf", ".zip"}:
        return DocumentError(
            f"不是有效的 {suffix[1:]} 文件，可能已损坏", name, "请重新下载，或用原软件打开后另存再试"
        )
    if suffix in {".txt", ".md", ".html", ".htm"}:
        return DocumentError(
            "不是文本文件，或文字编码无法识别", name, "请另存为 UTF-8 编码的文本，或提供 PDF、docx 原件"
        )
    return DocumentError(
        f"不支持的文件类型 {suffix or '（无扩展名）'}", name, "支持 pdf、docx、doc、html、txt、md 和 zip"
    )


def _by_magic(data: bytes) -> str:
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _package(data)
    if data.startswith(_OLE):
        return _ole(data)
    bitmap = data[:2] == b"BM" and data[6:10] == bytes(4)
    if data.startswith(_PICTURES) or data[8:12] == b"WEBP" or bitmap:
        return "picture"
    if data.startswith((b"Rar!", b"7z\xbc\xaf")):
        return "rar"
    return "rtf" if data.lstrip()[:5] == b"{\\rtf" else ""


def _package(data: bytes) -> str:
    """A zip file: an Office package by its parts, otherwise an archive; ``""`` where its directory is broken."""
    try:
        names = set(zipfile.ZipFile(BytesIO(data)).namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return ""
    return next((kind for part, kind in _PACKAGES.items() if part in names), "zip")


def _ole(data: bytes) -> str:
    """An OLE container by the names in its directory, which are UTF-16."""
    for stream, kind in (("EncryptedPackage", "encrypted"), ("WordDocument", "doc")):
        if stream.encode("utf-16-le") in data:
            return kind
    return "xls"


def _by_text(data: bytes, suffix: str) -> str:
    head = data[:4096].replace(b"\x00", b"")
    start = head.removeprefix(b"\xef\xbb\xbf").removeprefix(b"\xff\xfe").lstrip()[:1024]
    if start.startswith(b"[InternetShortcut]"):
        return "shortcut"
    if re.match(rb"(?:MIME-Version:|From: <Saved by|From: .{0,80}\r?\nSubject:)", start, re.IGNORECASE):
        return "mhtml"
    if b'progid="Word.Document"' in head or b"schemas.microsoft.com/office/word/2003/wordml" in head:
        return "rtf"  # Word 2003 XML goes the same way: through LibreOffice
    return _written(data, start, suffix)


def _written(data: bytes, start: bytes, suffix: str) -> str:
    """HTML, text or Markdown; ``""`` for bytes that are none."""
    whole = start[:1] == b"<" and re.match(rb"<(?:!doctype\s+html|html|head|\?xml|!--)", start, re.IGNORECASE)
    if suffix in {".html", ".htm"}:
        return "html" if data.strip() else ""
    if whole and _HTML.search(data):
        return "html"
    if suffix in _TEXT:
        return _TEXT[suffix] if data.strip(b"\x00 \t\r\n\xef\xbb\xbf") else ""
    # A .doc or .pdf that holds neither is often a saved page without its head.
    return "html" if suffix in {".doc", ".docx", ".pdf"} and start[:1] == b"<" and _HTML.search(data) else ""
