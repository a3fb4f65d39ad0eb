"""Forms as they are posted: fields and files, read into memory up to a limit and never written to disk."""

from __future__ import annotations

import asyncio
import re
import unicodedata
from collections.abc import AsyncGenerator
from dataclasses import dataclass, field

from starlette.datastructures import UploadFile
from starlette.formparsers import FormParser, MultiPartException, MultiPartParser
from starlette.requests import Request

from assistant.office.work import Upload
from index.errors import DisclosureError
from index.load.limits import LIMITS, MEGABYTE

LARGEST = LIMITS.file_bytes
"""Bytes of one file."""
_FORM = 2 * LARGEST + MEGABYTE
"""Bytes of a form with two files."""
_SMALL = 64 * 1024
"""Bytes of a form without files."""
_LONGEST_NAME = 120
_FIELDS = 10
_PATIENCE = 600.0
"""Seconds that an upload may take; others may be waiting for its place."""


@dataclass(frozen=True, slots=True)
class Form:
    """What was posted; a file that was not chosen is absent."""

    fields: dict[str, str] = field(default_factory=dict)
    files: dict[str, Upload] = field(default_factory=dict)


class _InMemory(MultiPartParser):
    """Keeps files in memory whatever their size: what an official uploads is not written to disk."""

    spool_max_size = _FORM


async def posted(request: Request, limit: int = _SMALL) -> Form:
    """A form without files, up to ``limit`` bytes. Raises DisclosureError where it is too large or damaged."""
    parsed = await FormParser(request.headers, _limited(request, limit)).parse()
    return Form({key: value for key, value in parsed.items() if isinstance(value, str)})


async def uploaded(request: Request) -> Form:
    """A form with files. Raises DisclosureError where it or a file is too large, damaged or too slow to come."""
    try:
        async with asyncio.timeout(_PATIENCE):
            return await _uploaded(request)
    except TimeoutError as error:
        raise DisclosureError("上传太慢，已经停止", "", "请换一个网络再试") from error


async def _uploaded(request: Request) -> Form:
    if not request.headers.get("content-type", "").startswith("multipart/form-data"):
        raise DisclosureError("没有收到文件", "", "请选择文件再上传")
    parser = _InMemory(request.headers, _limited(request, _FORM), max_files=2, max_fields=_FIELDS)
    try:
        parsed = await parser.parse()
    except (MultiPartException, KeyError, UnicodeError) as error:
        raise DisclosureError("上传的内容不完整", "", "请重新选择文件再试") from error
    files = {key: value for key, value in parsed.items() if isinstance(value, UploadFile)}
    fields = {key: value for key, value in parsed.items() if isinstance(value, str)}
    try:
        return Form(fields, {key: await _upload(file) for key, file in files.items() if file.filename})
    finally:
        await parsed.close()


async def _upload(file: UploadFile) -> Upload:
    name = plain_name(file.filename or "")
    if (file.size or 0) > LARGEST:
        raise DisclosureError(f"文件超过 {LARGEST // MEGABYTE} MB 的上限", name, "请拆分或压缩图片后再试")
    return Upload(name, await file.read())


def plain_name(name: str) -> str:
    """A file's name without folders and characters that cannot be seen, its middle cut where it is very long."""
    last = re.split(r"[\\/]", name)[-1]
    seen = "".join(char for char in last if unicodedata.category(char)[0] != "C").strip()
    return seen if len(seen) <= _LONGEST_NAME else f"{seen[:80]}…{seen[-30:]}"


async def _limited(request: Request, limit: int) -> AsyncGenerator[bytes, None]:
    """The body up to the limit; what is beyond is read and thrown away, so that the browser shows the answer."""
    size = 0
    async for chunk in request.stream():
        size += len(chunk)
        if size <= limit:
            yield chunk
    if size > limit:
        raise DisclosureError(
            f"上传的内容超过 {limit // MEGABYTE or 1} MB 的上限", "", "请拆分或压缩图片后再试"
        )
