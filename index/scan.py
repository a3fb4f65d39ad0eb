"""Which files of the given paths are new, changed or gone since the store last saw them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from index.load.sources import sources
from index.storage.database import Database


class Stamp(NamedTuple):
    """What tells at a glance that a file is as it was: bytes, and nanoseconds of its last change."""

    size: int
    mtime: int


@dataclass(frozen=True, slots=True)
class Job:
    """A file to load: ``path`` absolute, ``name`` its name in the contract, ``stamp`` ``None`` if it is not there."""

    path: Path
    name: str
    stamp: Stamp | None


@dataclass(frozen=True, slots=True)
class Scan:
    """``jobs`` are to be loaded, ``unchanged`` names files as they were, ``gone`` files that were in the store.

    ``unchanged`` and ``gone`` hold paths as strings, as the store keeps them.
    """

    jobs: tuple[Job, ...]
    unchanged: tuple[str, ...]
    gone: tuple[str, ...]


def scan(paths: Sequence[Path], files: Files) -> Scan:
    """Compare the files behind ``paths`` with those that the store knows; only size and time are looked at."""
    known = files.known()
    jobs: list[Job] = []
    unchanged: list[str] = []
    seen: set[str] = set()
    taken = {name: path for path, (name, _) in known.items()}
    for source in sources(paths):
        path = source.path.absolute().resolve()
        stamp = _stamp(path)
        if stamp is None and str(path) in known:
            continue
        seen.add(str(path))
        name, before = known.get(str(path), (source.name, None))
        if stamp is not None and stamp == before:
            unchanged.append(str(path))
            continue
        name = _free(name, path, taken)
        taken[name] = str(path)
        jobs.append(Job(path, name, stamp))
    roots = [str(path.absolute().resolve()) for path in paths]
    gone = (path for path in known if path not in seen and any(_under(path, root) for root in roots))
    return Scan(tuple(jobs), tuple(unchanged), tuple(gone))


def digest(path: Path) -> str:
    """SHA-256 of a file's bytes, as ``Document.digest`` has it."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _stamp(path: Path) -> Stamp | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return Stamp(status.st_size, status.st_mtime_ns)


def _under(path: str, root: str) -> bool:
    """Whether a file was found by way of a path; a folder that is missing altogether says nothing about its files."""
    return path == root or (Path(root).is_dir() and Path(root) in Path(path).parents)


def _free(name: str, path: Path, taken: dict[str, str]) -> str:
    """The name, lengthened by parents as long as another file of the store has it."""
    parts = path.parts
    while taken.get(name, str(path)) != str(path):
        have = name.count("/") + 1
        if have >= len(parts):
            break
        name = "/".join(parts[-have - 1 :]).lstrip("/")
    return name


class Files:
    """The store's memory of files and of the reports (``sources``) that came out of each."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def known(self) -> dict[str, tuple[str, Stamp]]:
        """Name and stamp of each file by its path."""
        rows = self._database.connection.execute("SELECT path, name, size, mtime FROM files")
        return {path: (name, Stamp(size, mtime)) for path, name, size, mtime in rows}

    def keep(self, job: Job) -> None:
        """Remember that a file has been dealt with as it is now."""
        if job.stamp:
            row = (str(job.path), job.name, *job.stamp)
            self._database.connection.execute("INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?)", row)

    def forget(self, path: str) -> None:
        """A file is gone, or could not be used."""
        self._database.connection.execute("DELETE FROM files WHERE path = ?", (path,))

    def sources(self, path: str) -> dict[str, str]:
        """Digest by name of what came out of a file."""
        query = "SELECT name, digest FROM sources WHERE path = ?"
        return dict(self._database.connection.execute(query, (path,)))

    def count(self, paths: Iterable[str]) -> int:
        """How many names came out of those files."""
        return sum(len(self.sources(path)) for path in paths)

    def add_source(self, name: str, path: str, file_digest: str) -> None:
        """A file gave a document of that name."""
        self._database.connection.execute(
            "INSERT OR REPLACE INTO sources VALUES (?, ?, ?)", (name, path, file_digest)
        )

    def drop_source(self, name: str) -> None:
        """A name is gone."""
        self._database.connection.execute("DELETE FROM sources WHERE name = ?", (name,))

    def other_name(self, file_digest: str, name: str) -> str:
        """Another name of the same bytes, ``""`` if there is none."""
        query = "SELECT name FROM sources WHERE digest = ? AND name <> ? ORDER BY name"
        row = self._database.connection.execute(query, (file_digest, name)).fetchone()
        return str(row[0]) if row else ""
