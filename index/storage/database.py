"""The SQLite file of a store: tables, connections, and what the store was made with.

One connection a thread, write-ahead logging: readers go on while an indexer writes.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from index.errors import StoreError

VERSION = 7
"""Raise it when a table or a stored noun changes its meaning, or when other facts are read out of the same reports.

A store of another version must be made anew: facts of older rules would go on being answered with.
"""

FILE = "catalogue.db"

_TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE files (path TEXT PRIMARY KEY, name TEXT NOT NULL, size INTEGER NOT NULL, mtime INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE sources (name TEXT PRIMARY KEY, path TEXT NOT NULL, digest TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX sources_path ON sources (path);
CREATE INDEX sources_digest ON sources (digest);
CREATE TABLE reports (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, digest TEXT NOT NULL, head TEXT NOT NULL,
    body BLOB NOT NULL);
CREATE INDEX reports_digest ON reports (digest);
CREATE TABLE chunks (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, report TEXT NOT NULL, data TEXT NOT NULL,
    tokens TEXT NOT NULL, vector BLOB);
CREATE INDEX chunks_report ON chunks (report);
CREATE VIRTUAL TABLE words USING fts5 (tokens, content='chunks', content_rowid='id', tokenize='unicode61');
CREATE TABLE terms (term TEXT PRIMARY KEY, documents INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE facts (id INTEGER PRIMARY KEY, report TEXT NOT NULL, indicator TEXT NOT NULL, grid_column TEXT NOT NULL,
    chunk TEXT NOT NULL, data TEXT NOT NULL);
CREATE INDEX facts_indicator ON facts (indicator, grid_column);
CREATE INDEX facts_report ON facts (report, indicator);
CREATE TABLE pending (key TEXT PRIMARY KEY) WITHOUT ROWID;
"""


class Database:
    """Connections to the SQLite file in a store's folder, and its ``meta`` values."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / FILE
        self._local = threading.local()
        self._opened: list[sqlite3.Connection] = []

    @property
    def connection(self) -> sqlite3.Connection:
        """The calling thread's connection; transactions are explicit (``writing``)."""
        current: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if current is None:
            current = sqlite3.connect(self.path, isolation_level=None, timeout=30, check_same_thread=False)
            current.execute("PRAGMA journal_mode = WAL")
            current.execute("PRAGMA synchronous = NORMAL")
            self._local.connection = current
            self._opened.append(current)
        return current

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A transaction: all of it is stored, or after an error or a kill nothing. It counts up ``revision``."""
        connection = self.connection
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield connection
            self.put("revision", str(int(self.get("revision") or 0) + 1))
        except BaseException:
            connection.execute("ROLLBACK")
            raise
        connection.execute("COMMIT")

    def get(self, key: str) -> str:
        """A ``meta`` value, ``""`` where there is none."""
        row = self.connection.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        return str(row[0]) if row else ""

    def put(self, key: str, value: str) -> None:
        """Set a ``meta`` value, inside a transaction."""
        self.connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))

    def create(self, embedder: str, notice: str) -> None:
        """Make the tables of a new store for that embedder; ``notice`` says why there is none if one was wanted."""
        connection = self.connection
        connection.execute("BEGIN IMMEDIATE")
        for statement in filter(str.strip, _TABLES.split(";\n")):
            connection.execute(statement)
        self.put("version", str(VERSION))
        self.put("embedder", embedder)
        self.put("notice", notice)
        connection.execute("COMMIT")

    def check(self) -> None:
        """Raise StoreError unless the file is a store of this version."""
        try:
            version = self.get("version")
        except sqlite3.DatabaseError as error:
            raise StoreError(
                f"索引库无法读取（{error}）", str(self.path), "请删除这个文件夹后重新运行 disclosure index"
            ) from error
        if version != str(VERSION):
            raise StoreError(
                f"索引库的格式是第 {version or '?'} 版，本程序需要第 {VERSION} 版",
                str(self.path.parent),
                "请换一个 --store 文件夹，或删除它后重新运行 disclosure index",
            )

    def close(self) -> None:
        """Close the connections of all threads."""
        while self._opened:
            self._opened.pop().close()
        self._local = threading.local()
