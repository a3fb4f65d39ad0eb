"""One file that must be one report: read, parsed, its facts taken; what is checked or drafted from comes this way."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from index.errors import DocumentError
from index.facts import facts
from index.load.dispatch import load, load_bytes
from index.parse import parse
from index.schema import Document, Fact, Failure, Report


class UnreadableError(DocumentError):
    """A file that the loader could not read; the message is the loader's own."""

    @property
    def message(self) -> str:
        """The loader's message as it stands."""
        return self.what


def read_file(path: Path) -> tuple[Report, tuple[Fact, ...]]:
    """The one report that a file holds, with its facts. Raises DocumentError where it cannot be used."""
    return _only(load(path, path.name), path.name)


def read_bytes(data: bytes, name: str) -> tuple[Report, tuple[Fact, ...]]:
    """As ``read_file`` for bytes at hand; ``name`` stands in messages and tells the format."""
    return _only(load_bytes(data, name), name)


def _only(loaded: Iterable[Document | Failure], name: str) -> tuple[Report, tuple[Fact, ...]]:
    found = list(loaded)
    if len(found) != 1:
        raise DocumentError(f"里面有 {len(found)} 份文件", name, "请一次给一份年报")
    if isinstance(found[0], Failure):
        raise UnreadableError(found[0].error)
    report = parse(found[0])
    return report, facts(report)
