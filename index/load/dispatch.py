"""One file in, documents and failures out: the type is decided, the reader chosen, and nothing escapes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from index.errors import DisclosureError, DocumentError
from index.load.kinds import kind_of
from index.load.limits import LIMITS, Limits, check_size
from index.schema import Document, Failure

Reader = Callable[[bytes, str], Document]


def load(path: Path, name: str, limits: Limits = LIMITS) -> Iterator[Document | Failure]:
    """The documents of a file: one, or those of an archive; what cannot be read comes as a ``Failure``.

    ``name`` is the file's name in the contract. Nothing is raised: a bad file never stops the rest.
    """
    try:
        data = _bytes_of(path, name, limits)
    except (DisclosureError, OSError) as error:
        yield _failure(name, error)
        return
    yield from load_bytes(data, name, limits)


def load_bytes(
    data: bytes, name: str, limits: Limits = LIMITS, depth: int = 1
) -> Iterator[Document | Failure]:
    """As ``load`` for bytes at hand; ``depth`` counts the archives that they lie in, their own included."""
    try:
        check_size(len(data), name, limits)
        kind = kind_of(data, name)
        if kind != "zip":
            yield _read(data, name, kind)
            return
    except Exception as error:  # noqa: BLE001  a reader's fault over one file must not stop the others
        yield _failure(name, error)
        return
    yield from _unpacked(data, name, limits, depth)


def _unpacked(data: bytes, name: str, limits: Limits, depth: int) -> Iterator[Document | Failure]:
    from index.load.archive import members  # noqa: PLC0415  archives are rare

    for member in members(data, name, limits, depth):
        if isinstance(member, Failure):
            yield member
        else:
            yield from load_bytes(member.data, member.name, limits, depth + 1)


def _bytes_of(path: Path, name: str, limits: Limits) -> bytes:
    if not path.exists():
        raise DocumentError("文件不存在", name, "请检查路径")
    check_size(path.stat().st_size, name, limits)
    return path.read_bytes()


def _read(data: bytes, name: str, kind: str) -> Document:
    document = _reader(kind)(data, name)
    if not any(block.text.strip() for block in document.blocks):
        raise DocumentError("没有读到文字", name, "请打开文件确认里面有正文")
    return document


def _reader(kind: str) -> Reader:
    """The reader of a kind; imported here because each brings its own library."""
    if kind == "pdf":
        from index.load.pdf import read_pdf  # noqa: PLC0415

        return read_pdf
    if kind == "docx":
        from index.load.word import read_docx  # noqa: PLC0415

        return read_docx
    if kind in {"html", "mhtml"}:
        from index.load.html import read_html, read_mhtml  # noqa: PLC0415

        return read_html if kind == "html" else read_mhtml
    if kind in {"doc", "rtf"}:
        from index.load.legacy import read_legacy  # noqa: PLC0415

        return read_legacy
    from index.load.plain import read_markdown, read_text  # noqa: PLC0415

    return read_markdown if kind == "md" else read_text


def _failure(name: str, error: Exception) -> Failure:
    if isinstance(error, DisclosureError):
        return Failure(name, error.message)
    what = (
        "没有读取权限"
        if isinstance(error, PermissionError)
        else f"读取失败（{type(error).__name__}：{error}）"
    )
    return Failure(name, DocumentError(what, name, "请确认文件能用原软件打开，另存后再试").message)
