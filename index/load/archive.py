"""Zip archives: their members one by one, within limits, names as the sender wrote them."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import NamedTuple

from index.errors import DocumentError
from index.load.limits import MEGABYTE, Limits
from index.load.sources import is_wanted
from index.schema import Failure

_UTF8_FLAG = 0x800
_ENCRYPTED_FLAG = 0x1
_SMALL = 1 * MEGABYTE
"""A member below this size is no bomb, however well it packs."""


class Member(NamedTuple):
    """A file in an archive: its name in the contract (archive.zip/inner/name) and its bytes."""

    name: str
    data: bytes


def members(data: bytes, name: str, limits: Limits, depth: int) -> Iterator[Member | Failure]:
    """The files in an archive that can be reports; what cannot be unpacked is a ``Failure`` of its own.

    ``name`` is the archive's own name in the contract, ``depth`` the number of archives it counts as.
    """
    try:
        archive = zipfile.ZipFile(BytesIO(data))
        wanted = _wanted(archive, name, limits, depth)
    except (zipfile.BadZipFile, NotImplementedError, DocumentError) as error:
        yield _failure(name, error)
        return
    if not wanted:
        yield _failure(
            name, DocumentError("压缩包里没有可读取的文件", name, "支持 pdf、docx、doc、html、txt、md")
        )
    for info, path in wanted:
        inner = f"{name}/{path}"
        try:
            yield Member(inner, _unpacked(archive, info, inner, limits))
        except (
            DocumentError,
            zipfile.BadZipFile,
            zlib.error,
            OSError,
            EOFError,
            NotImplementedError,
            RuntimeError,
        ) as error:
            yield _failure(inner, error)


def _wanted(
    archive: zipfile.ZipFile, name: str, limits: Limits, depth: int
) -> list[tuple[zipfile.ZipInfo, str]]:
    """The members to read, with their cleaned names; raises where the archive as a whole is beyond the limits."""
    if depth > limits.archive_depth:
        raise DocumentError("压缩包嵌套过深", name, "请解压里层的压缩包后再试")
    infos = [info for info in archive.infolist() if not info.is_dir()]
    if len(infos) > limits.archive_members:
        raise DocumentError(
            f"压缩包里有 {len(infos)} 个文件，超过 {limits.archive_members} 个的上限",
            name,
            "请分成几个压缩包",
        )
    size = sum(info.file_size for info in infos)
    if size > limits.archive_bytes:
        raise DocumentError(
            f"压缩包解压后有 {size / MEGABYTE:.0f} MB，超过 {limits.archive_bytes / MEGABYTE:.0f} MB 的上限",
            name,
            "请分成几个压缩包",
        )
    named = sorted(((info, _clean(member_name(info))) for info in infos), key=lambda pair: pair[1])
    return [(info, path) for info, path in named if is_wanted(path)]


def member_name(info: zipfile.ZipInfo) -> str:
    """A member's name: UTF-8 where the archive says so, otherwise GBK, as Chinese Windows writes it.

    Some tools write UTF-8 without saying so: bytes that give Chinese in UTF-8 are taken for that.
    """
    if info.flag_bits & _UTF8_FLAG:
        return info.filename
    raw = info.filename.encode("cp437", errors="replace")
    for encoding in ("utf-8", "gb18030"):
        try:
            name = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        # Some GBK words (目录) are valid UTF-8 too, but give letters of other scripts.
        if encoding != "utf-8" or not any("\x7f" < char < "\u2000" for char in name):
            return name
    return info.filename


def _clean(path: str) -> str:
    """A member's path without what would lead out of the archive."""
    parts = path.replace("\\", "/").split("/")
    return "/".join(part for part in parts if part not in {"", ".", ".."} and not part.endswith(":"))


def _unpacked(archive: zipfile.ZipFile, info: zipfile.ZipInfo, name: str, limits: Limits) -> bytes:
    if info.flag_bits & _ENCRYPTED_FLAG:
        raise DocumentError("压缩包里的这个文件设有密码", name, "请用密码解压后再试")
    if info.file_size > limits.file_bytes:
        raise DocumentError(
            f"文件有 {info.file_size / MEGABYTE:.0f} MB，超过 {limits.file_bytes / MEGABYTE:.0f} MB 的上限",
            name,
            "请拆分后再试",
        )
    if info.file_size > max(_SMALL, limits.archive_ratio * info.compress_size):
        raise DocumentError("压缩比异常，可能是恶意压缩包", name, "请确认来源，解压后再试")
    with archive.open(info) as stream:
        # The directory may lie about sizes: never read more than it announces.
        content = stream.read(info.file_size + 1)
    if len(content) > info.file_size:
        raise DocumentError("压缩包目录与内容不符", name, "请重新打包后再试")
    return content


def _failure(name: str, error: Exception) -> Failure:
    if isinstance(error, DocumentError):
        return Failure(name, error.message)
    return Failure(name, DocumentError("压缩包已损坏，无法解压", name, "请重新下载或重新打包后再试").message)
