"""How large an input may be, so that one upload cannot exhaust the machine."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from io import BytesIO

from index.errors import DocumentError

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Upper bounds for one input.

    ``file_bytes`` holds for a file on disk and for a member of an archive; ``archive_bytes`` for the sum of
    an archive's members once unpacked; ``archive_ratio`` for unpacked to packed size of one member (a real
    report reaches about 20, text of one repeated byte 1000); ``archive_members`` counts files;
    ``archive_depth`` says how many archives may lie inside one another, the outermost included.
    ``office_seconds`` is how long LibreOffice may take over one file.
    """

    file_bytes: int = 100 * MEGABYTE
    archive_bytes: int = 500 * MEGABYTE
    archive_ratio: float = 200.0
    archive_members: int = 5000
    archive_depth: int = 2
    office_seconds: float = 90.0


LIMITS = Limits()


def check_size(size: int, name: str, limits: Limits = LIMITS) -> None:
    """Refuse a file before it is read; ``size`` is in bytes."""
    if size == 0:
        raise DocumentError("文件是空的（0 字节）", name, "请重新下载或另存后再试")
    if size > limits.file_bytes:
        raise DocumentError(
            f"文件有 {size / MEGABYTE:.0f} MB，超过 {limits.file_bytes / MEGABYTE:.0f} MB 的上限",
            name,
            "请拆分或压缩图片后再试",
        )


def check_package(data: bytes, name: str, limits: Limits = LIMITS) -> None:
    """Refuse an Office package that would unpack to more than an archive may."""
    size = sum(part.file_size for part in zipfile.ZipFile(BytesIO(data)).infolist())
    if size > limits.archive_bytes:
        raise DocumentError(
            f"解压后有 {size / MEGABYTE:.0f} MB，超过 {limits.archive_bytes / MEGABYTE:.0f} MB 的上限",
            name,
            "请确认文件来源，或另存为较小的文件",
        )
