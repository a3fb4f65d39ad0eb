"""What citizens thought of answers: how many helped, and the text of those that did not, for evaluators to work on.

Kept in the store's folder, bounded, and without anything about who asked: no address, no time but the day, and what looks
like a person's number or e-mail address in a question is blotted out before it is written down.
"""

from __future__ import annotations

import datetime as dt
import json
import re
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from index.errors import DisclosureError

FILE = "feedback.db"
MOST = 300
"""Answers that did not help, kept at a time; the oldest make room."""
_TURNS = 4
_LONGEST = 4000
"""Characters of an answer."""
_BLOT = "＊＊＊"
_PERSONAL = re.compile(
    r"(?<!\d)(?:\d{17}[\dXx]|\d{15,19}|(?:\+?86[- ]?)?1[3-9]\d(?:[- ]?\d{4}){2})(?!\d)|[\w.+-]+@[\w-]+(?:\.[\w-]+)+",
    re.ASCII,
)
"""Identity cards, bank cards, mobile telephones, e-mail addresses."""
_TABLES = """
CREATE TABLE IF NOT EXISTS votes (verdict TEXT PRIMARY KEY, count INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS complaints (id INTEGER PRIMARY KEY AUTOINCREMENT, question TEXT NOT NULL, history TEXT NOT NULL,
    answer TEXT NOT NULL, day TEXT NOT NULL, count INTEGER NOT NULL, UNIQUE (question, history, answer));
"""

History = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Complaint:
    """An answer that did not help: ``count`` readers said so of the very same, the last of them on ``day`` (ISO)."""

    id: int
    question: str
    history: tuple[tuple[str, str], ...]
    answer: str
    day: str
    count: int


class Feedback:
    """The votes of one collection; any thread and process may use it.

    Every method raises DisclosureError where the file cannot be used.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE

    def vote(self, question: str, history: History, answer: str, *, helped: bool) -> None:
        """Count a reader's verdict on an answer; only of one that did not help is anything else kept."""
        with self._open() as connection:
            connection.execute(
                "INSERT INTO votes VALUES (?, 1) ON CONFLICT DO UPDATE SET count = count + 1",
                ("up" if helped else "down",),
            )
            if not helped:
                self._complain(connection, question, history, answer)

    def _complain(self, connection: sqlite3.Connection, question: str, history: History, answer: str) -> None:
        turns = [[blotted(asked), reply[:_LONGEST]] for asked, reply in history[-_TURNS:]]
        row = (blotted(question), json.dumps(turns, ensure_ascii=False), answer[:_LONGEST], _today())
        connection.execute(
            "INSERT INTO complaints (question, history, answer, day, count) VALUES (?, ?, ?, ?, 1) "
            "ON CONFLICT DO UPDATE SET count = count + 1, day = excluded.day",
            row,
        )
        connection.execute(
            "DELETE FROM complaints WHERE id NOT IN (SELECT id FROM complaints ORDER BY id DESC LIMIT ?)",
            (MOST,),
        )

    def counts(self) -> dict[str, int]:
        """How many answers helped (``up``) and did not (``down``), since the collection was made."""
        with self._open() as connection:
            return {"up": 0, "down": 0} | dict(connection.execute("SELECT verdict, count FROM votes"))

    def complaints(self) -> list[Complaint]:
        """The answers that nobody has dealt with yet, those most complained of first, then the latest."""
        with self._open() as connection:
            rows = connection.execute("SELECT * FROM complaints ORDER BY count DESC, id DESC").fetchall()
        return [_complaint(row) for row in rows]

    def complaint(self, number: int) -> Complaint | None:
        """One of them, ``None`` where there is none of that id."""
        with self._open() as connection:
            row = connection.execute("SELECT * FROM complaints WHERE id = ?", (number,)).fetchone()
        return _complaint(row) if row else None

    def settle(self, number: int) -> None:
        """Forget a complaint that has been dealt with."""
        with self._open() as connection:
            connection.execute("DELETE FROM complaints WHERE id = ?", (number,))

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        try:
            with closing(sqlite3.connect(self._path, timeout=5)) as connection, connection:
                connection.executescript(_TABLES)
                yield connection
        except sqlite3.Error as error:
            raise DisclosureError(
                f"读者的评价无法读写（{error}）", str(self._path), "请检查索引库文件夹是否可写"
            ) from error


def blotted(text: str) -> str:
    """A question without the numbers and addresses of persons."""
    return _PERSONAL.sub(_BLOT, text)


def _today() -> str:
    return dt.datetime.now(dt.UTC).astimezone().date().isoformat()


def _complaint(row: Sequence[object]) -> Complaint:
    number, question, history, answer, day, count = row
    turns = tuple((asked, reply) for asked, reply in json.loads(str(history)))
    return Complaint(int(str(number)), str(question), turns, str(answer), str(day), int(str(count)))
