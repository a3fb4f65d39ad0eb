"""Reports, chunks, facts and files in the store's SQLite file: the nouns in and out.

Nouns are kept as JSON, so that a field added to one with a default does not make old stores useless.
"""

from __future__ import annotations

import sqlite3
import zlib
from collections import Counter
from collections.abc import Iterable, Sequence

from pydantic import TypeAdapter

from index.schema import Chunk, Fact, Report
from index.storage.database import Database
from index.storage.entry import ChunkRow, Entry, Totals
from index.storage.factrow import packed, unpacked
from index.storage.heads import ReportHead, head, ranked

_REPORT = TypeAdapter(Report)
_HEAD = TypeAdapter(ReportHead)
_HEADS = TypeAdapter(list[ReportHead])
_CHUNK = TypeAdapter(Chunk)
_CHUNKS = TypeAdapter(list[Chunk])
_VARIABLES = 500
"""Placeholders in one statement; SQLite promises 999."""


class Catalogue:
    """Reads and writes nouns; writing happens inside ``Database.writing``."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @property
    def _connection(self) -> sqlite3.Connection:
        return self._database.connection

    def heads(self) -> tuple[ReportHead, ...]:
        """All catalogue entries by body, year and name."""
        rows = self._connection.execute("SELECT head FROM reports").fetchall()
        return ranked(_HEADS.validate_json(_array(rows)))

    def report(self, name: str) -> Report | None:
        """The whole report; ``None`` if there is none of that name."""
        row = self._connection.execute("SELECT body FROM reports WHERE name = ?", (name,)).fetchone()
        return _REPORT.validate_json(zlib.decompress(row[0])) if row else None

    def named(self, digest: str) -> str:
        """The name of the report made from a file of that digest, ``""`` if there is none."""
        row = self._connection.execute("SELECT name FROM reports WHERE digest = ?", (digest,)).fetchone()
        return str(row[0]) if row else ""

    def totals(self) -> Totals:
        """Counts over the whole store."""
        query = "SELECT (SELECT count(*) FROM reports), (SELECT count(*) FROM facts)"
        reports, facts = self._connection.execute(query).fetchone()
        get = self._database.get
        return Totals(reports, int(get("chunks") or 0), facts, int(get("tokens") or 0))

    def facts(
        self,
        reports: Sequence[str] | None = None,
        indicators: Sequence[str] | None = None,
        columns: Sequence[str] | None = None,
    ) -> list[Fact]:
        """Facts in the order of each report; a filter of ``None`` is none, an empty one lets nothing through."""
        wanted = {"report": reports, "indicator": indicators, "grid_column": columns}
        filters = {key: set(values) for key, values in wanted.items() if values is not None}
        if not all(filters.values()):
            return []
        small = {key: values for key, values in filters.items() if len(values) <= _VARIABLES}
        rows = self._fact_rows(small)
        large = filters.get("report") if "report" not in small else None
        return unpacked(row[0] for row in rows if large is None or row[1] in large)

    def _fact_rows(self, filters: dict[str, set[str]]) -> list[tuple[str, str]]:
        clauses = [f"{key} IN ({_marks(values)})" for key, values in filters.items()]
        where = f"WHERE {' AND '.join(clauses)}" if clauses else ""
        arguments = [value for values in filters.values() for value in values]
        query = f"SELECT data, report FROM facts {where} ORDER BY id"  # noqa: S608 - column names are ours
        return self._connection.execute(query, arguments).fetchall()

    def holders(self, reports: Sequence[str], indicator: str) -> list[str]:
        """Ids of the chunks of those reports that hold the source of a fact about an indicator."""
        found: list[str] = []
        for part in _parts(reports):
            query = (
                "SELECT DISTINCT chunk FROM facts WHERE indicator = ? AND chunk <> '' "  # noqa: S608 - placeholders only
                f"AND report IN ({_marks(part)})"
            )
            found += (row[0] for row in self._connection.execute(query, [indicator, *part]))
        return found

    def kinds(self) -> tuple[tuple[str, str], ...]:
        """Which indicators have facts, and in which columns."""
        query = "SELECT DISTINCT indicator, grid_column FROM facts"
        return tuple((indicator, column) for indicator, column in self._connection.execute(query))

    def chunks(self, keys: Sequence[str]) -> dict[str, Chunk]:
        """The chunks of those keys; keys that are gone are left out."""
        found: list[Chunk] = []
        for part in _parts(keys):
            query = f"SELECT data FROM chunks WHERE key IN ({_marks(part)})"  # noqa: S608 - placeholders only
            found += _CHUNKS.validate_json(_array(self._connection.execute(query, part)))
        return {chunk.id: chunk for chunk in found}

    def chunks_of(self, report: str) -> tuple[Chunk, ...]:
        """A report's chunks in reading order."""
        query = "SELECT data FROM chunks WHERE report = ? ORDER BY id"
        return tuple(_CHUNKS.validate_json(_array(self._connection.execute(query, (report,)))))

    def chunk_rows(self, report: str) -> list[ChunkRow]:
        """A report's chunks for exact search."""
        query = "SELECT key, tokens, vector FROM chunks WHERE report = ? ORDER BY id"
        return [ChunkRow(*row) for row in self._connection.execute(query, (report,))]

    def chunk_counts(self, reports: Iterable[str]) -> int:
        """How many chunks those reports have together."""
        total = 0
        for part in _parts(list(reports)):
            query = f"SELECT count(*) FROM chunks WHERE report IN ({_marks(part)})"  # noqa: S608 - placeholders only
            total += int(self._connection.execute(query, part).fetchone()[0])
        return total

    def add(self, entry: Entry) -> None:
        """Store a report in place of the one of its name."""
        self.remove(entry.report.name)
        report = entry.report
        body = zlib.compress(_REPORT.dump_json(report), 1)
        row = (report.name, report.digest, _HEAD.dump_json(head(report)).decode(), body)
        self._connection.execute("INSERT INTO reports (name, digest, head, body) VALUES (?, ?, ?, ?)", row)
        self._add_facts(entry)
        for chunk, tokens, vector in zip(entry.chunks, entry.tokens, entry.vectors, strict=True):
            self._add_chunk(chunk, " ".join(tokens), vector)
        self._count(entry.tokens, 1)

    def _add_facts(self, entry: Entry) -> None:
        rows = (
            (entry.report.name, fact.indicator, fact.column, holder, packed(fact))
            for fact, holder in zip(entry.facts, entry.holders, strict=True)
        )
        query = "INSERT INTO facts (report, indicator, grid_column, chunk, data) VALUES (?, ?, ?, ?, ?)"
        self._connection.executemany(query, rows)

    def _add_chunk(self, chunk: Chunk, tokens: str, vector: bytes | None) -> None:
        query = "INSERT INTO chunks (key, report, data, tokens, vector) VALUES (?, ?, ?, ?, ?)"
        row = (chunk.id, chunk.report, _CHUNK.dump_json(chunk).decode(), tokens, vector)
        number = self._connection.execute(query, row).lastrowid
        self._connection.execute("INSERT INTO words (rowid, tokens) VALUES (?, ?)", (number, tokens))
        self._connection.execute("INSERT OR IGNORE INTO pending VALUES (?)", (chunk.id,))

    def remove(self, report: str) -> None:
        """Forget a report; nothing happens where there is none of that name."""
        query = "SELECT id, key, tokens FROM chunks WHERE report = ?"
        rows = self._connection.execute(query, (report,)).fetchall()
        for number, key, tokens in rows:
            forget = "INSERT INTO words (words, rowid, tokens) VALUES ('delete', ?, ?)"
            self._connection.execute(forget, (number, tokens))
            self._connection.execute("INSERT OR IGNORE INTO pending VALUES (?)", (key,))
        self._count([tokens.split() for _, _, tokens in rows], -1)
        self._connection.execute("DELETE FROM chunks WHERE report = ?", (report,))
        self._connection.execute("DELETE FROM facts WHERE report = ?", (report,))
        self._connection.execute("DELETE FROM reports WHERE name = ?", (report,))

    def _count(self, chunks: Sequence[Sequence[str]], sign: int) -> None:
        """Keep the number of chunks, of tokens, and of chunks with each term, that word search weighs by."""
        documents = Counter(term for tokens in chunks for term in set(tokens))
        upsert = (
            "INSERT INTO terms VALUES (?, ?) "
            "ON CONFLICT (term) DO UPDATE SET documents = documents + excluded.documents"
        )
        self._connection.executemany(upsert, [(term, sign * count) for term, count in documents.items()])
        for key, change in (("chunks", len(chunks)), ("tokens", sum(map(len, chunks)))):
            self._database.put(key, str(int(self._database.get(key) or 0) + sign * change))

    def documents(self, terms: Sequence[str]) -> dict[str, int]:
        """In how many chunks each term stands; terms that stand in none are left out."""
        found: dict[str, int] = {}
        for part in _parts(terms):
            query = f"SELECT term, documents FROM terms WHERE documents > 0 AND term IN ({_marks(part)})"  # noqa: S608 - placeholders only
            found.update(self._connection.execute(query, list(part)).fetchall())
        return found

    def match(self, expression: str, limit: int) -> list[tuple[int, str]]:
        """Number and report of the chunks that an FTS5 expression finds, best first."""
        query = (
            "SELECT chunks.id, chunks.report FROM (SELECT rowid, rank FROM words "
            "WHERE words MATCH ? ORDER BY rank LIMIT ?) AS found JOIN chunks ON chunks.id = found.rowid "
            "ORDER BY found.rank"
        )
        return self._connection.execute(query, (expression, limit)).fetchall()

    def word_rows(self, numbers: Sequence[int]) -> list[ChunkRow]:
        """Chunks by number, at most some hundred, for exact search by words."""
        query = f"SELECT key, tokens, NULL FROM chunks WHERE id IN ({_marks(numbers)})"  # noqa: S608 - placeholders only
        return [ChunkRow(*row) for row in self._connection.execute(query, list(numbers))]

    def pending(self) -> list[str]:
        """Keys of chunks that the vector database has not caught up with."""
        return [row[0] for row in self._connection.execute("SELECT key FROM pending")]

    def vectors(self, keys: Sequence[str]) -> dict[str, tuple[str, bytes]]:
        """Report and vector of those chunks that are stored and have one."""
        found: dict[str, tuple[str, bytes]] = {}
        for part in _parts(keys):
            query = f"SELECT key, report, vector FROM chunks WHERE key IN ({_marks(part)})"  # noqa: S608 - placeholders only
            rows = self._connection.execute(query, part)
            found.update({key: (report, vector) for key, report, vector in rows if vector is not None})
        return found

    def settle(self, keys: Sequence[str]) -> None:
        """The vector database has caught up with these."""
        self._connection.executemany("DELETE FROM pending WHERE key = ?", [(key,) for key in keys])


def _array(rows: Iterable[tuple[str, ...]]) -> str:
    return f"[{','.join(row[0] for row in rows)}]"


def _marks(values: Iterable[object]) -> str:
    return ",".join("?" for _ in values)


def _parts(values: Sequence[str]) -> list[Sequence[str]]:
    return [values[start : start + _VARIABLES] for start in range(0, len(values), _VARIABLES)]
