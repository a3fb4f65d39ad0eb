"""Bytes to text. A wrong decoding must never pass silently: it is noticed, or it is an error."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from index.errors import DocumentError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_GUESSES = ("gb18030", "big5hkscs", "utf-16-le", "utf-16-be")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x19\x1c-\x1f\x7f]")
_HAN = re.compile(r"[\u3400-\u9fff]")
_DAMAGE = 0.002
"""Share of undecodable characters that a damaged place may leave in a text worth reading."""
_WORTH = 200
"""Ten times as many characters may always hold what one damaged place leaves."""


class Decoded(NamedTuple):
    """A text, the encoding it was read with, and Chinese remarks where something had to be replaced."""

    text: str
    encoding: str
    notices: tuple[str, ...] = ()


def decode(data: bytes, name: str, hint: str = "") -> Decoded:
    """Text of a file; ``hint`` is the encoding that it claims for itself (``charset`` in HTML), may be ``""``.

    Byte order marks win, then strict UTF-8, then ``hint``, then the Chinese encodings whose result reads like
    Chinese. Raises ``DocumentError`` where nothing fits or the bytes are no text.
    """
    found = _by_mark(data, name) or _utf8(data) or _hinted(data, hint) or _guessed(data)
    found = found or _damaged(data) or _strict(data, "utf-8")
    if found is None or _is_binary(found.text):
        raise DocumentError(
            "不是文本文件，或文字编码无法识别", name, "请另存为 UTF-8 编码的文本，或提供 PDF、docx 原件"
        )
    return _with_remarks(found)


def _by_mark(data: bytes, name: str) -> Decoded | None:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            body = data[len(mark) :]
            found = _strict(body, encoding) or _replacing(body, encoding)
            if found is None:
                raise DocumentError(
                    f"文件标明是 {encoding} 编码，内容却不是", name, "请另存为 UTF-8 编码后再试"
                )
            return found
    return None


def _strict(data: bytes, encoding: str) -> Decoded | None:
    try:
        return Decoded(data.decode(encoding), encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _utf8(data: bytes) -> Decoded | None:
    """UTF-8, unless all it gives are letters of other scripts: some GBK words (目录) are valid UTF-8 too."""
    found = _strict(data, "utf-8")
    wide = [char for char in found.text if char > "\x7f"] if found else []
    return None if wide and all(char < "\u2000" for char in wide) else found


def _hinted(data: bytes, hint: str) -> Decoded | None:
    encoding = "gb18030" if hint.lower().replace("_", "-") in {"gb2312", "gbk", "gb-2312"} else hint
    found = _strict(data, encoding) if encoding else None
    return found if found and (_commonness(found.text) >= 0.6 or not _HAN.search(found.text)) else None


def _guessed(data: bytes) -> Decoded | None:
    """The guess that reads most like Chinese; one and the same bytes are often valid in several encodings."""
    texts = [found for encoding in _GUESSES if (found := _strict(data, encoding))]
    plausible = [found for found in texts if _commonness(found.text) >= 0.6 and not _is_binary(found.text)]
    return max(plausible, key=lambda found: _commonness(found.text), default=None)


def _damaged(data: bytes) -> Decoded | None:
    """UTF-8 or GB18030 with a few bytes lost, as cut downloads and page tampering leave it."""
    for encoding in ("utf-8", "gb18030"):
        found = _replacing(data, encoding)
        if found and _commonness(found.text) >= 0.6:
            return found
    return None


def _replacing(data: bytes, encoding: str) -> Decoded | None:
    text = data.decode(encoding, errors="replace")
    lost = text.count("\ufffd")
    return Decoded(text, encoding) if lost <= _DAMAGE * max(len(text), 10 * _WORTH) else None


def _commonness(text: str) -> float:
    """Share of the text's non-ASCII characters that are everyday Chinese (GB 2312 level 1, punctuation)."""
    wide = [char for char in text if ord(char) > 0x7F]
    return sum(map(_is_common, wide)) / len(wide) if wide else 0.0


def _is_common(char: str) -> bool:
    try:
        code = char.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return len(code) == 2 and (0xB0 <= code[0] <= 0xD7 or code[0] in (0xA1, 0xA3))


def _is_binary(text: str) -> bool:
    return len(_CONTROL.findall(text)) > 0.005 * len(text)


def _with_remarks(found: Decoded) -> Decoded:
    lost = found.text.count("\ufffd")
    notices = [f"有 {lost} 处文字损坏，无法识别，以“\ufffd”标出"] if lost else []
    if "锟斤拷" in found.text:
        notices.append("文字曾以错误的编码保存过（出现“锟斤拷”），部分内容已丢失")
    return Decoded(found.text, found.encoding, (*found.notices, *notices))
