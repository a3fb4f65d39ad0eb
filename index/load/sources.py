"""Which files a call names, and what the contract calls each of them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

SUFFIXES = frozenset({".pdf", ".docx", ".doc", ".html", ".htm", ".txt", ".md", ".zip"})
"""What is read from a folder; files of other types in it are no reports and are passed over."""


class Source(NamedTuple):
    """A file to load: where it is, its name in the contract, and the path given by the user that it came from."""

    path: Path
    name: str
    root: Path


def sources(paths: Sequence[Path]) -> list[Source]:
    """The files behind ``paths`` in a stable order, each once, with names that tell them apart.

    A name is relative to the folder that was given, for a file its own name; equal names get the shortest
    parent that tells them apart. Hidden files and Office lock files are skipped. A path that does not
    exist, or a file of another type that is named itself, stays in the list: loading it says what is wrong.
    """
    found: dict[Path, Source] = {}
    for root in paths:
        for path in _files(root):
            name = path.relative_to(root).as_posix() if root.is_dir() else path.name
            found.setdefault(path.absolute().resolve(), Source(path, name, root))
    return _told_apart(list(found.values()))


def is_wanted(name: str) -> bool:
    """Whether a path inside a folder or an archive can be a report."""
    parts = [part for part in name.replace("\\", "/").split("/") if part not in {"", ".", ".."}]
    return bool(parts) and not any(map(_is_clutter, parts)) and Path(parts[-1]).suffix.lower() in SUFFIXES


def _is_clutter(part: str) -> bool:
    """Hidden and lock files, what macOS adds to archives, and the folders that browsers save beside a page."""
    return part.startswith((".", "~$")) or part == "__MACOSX" or part.endswith(("_files", ".files"))


def _files(root: Path) -> Iterator[Path]:
    if not root.is_dir():
        yield root
        return
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(name for name in folders if not _is_clutter(name))
        yield from (Path(folder, name) for name in sorted(names) if is_wanted(name))


def _told_apart(found: list[Source]) -> list[Source]:
    """Lengthen equal names by parents until they differ or the path is used up."""
    for _ in range(max((len(source.path.absolute().parts) for source in found), default=0)):
        twins = _repeated(source.name for source in found)
        if not twins:
            break
        found = [_lengthened(source) if source.name in twins else source for source in found]
    return found


def _repeated(names: Iterable[str]) -> set[str]:
    seen: set[str] = set()
    return {name for name in names if name in seen or seen.add(name)}  # type: ignore[func-returns-value]


def _lengthened(source: Source) -> Source:
    parts = source.path.absolute().parts
    have = len(source.name.split("/"))
    return source._replace(name="/".join(parts[-have - 1 :]).lstrip("/"))
