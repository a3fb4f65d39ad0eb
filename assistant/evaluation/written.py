"""The question file in a store's folder: questions that officials and evaluators wrote from real chats."""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from assistant.evaluation.questions import FILE, Problem, check, read
from assistant.evaluation.scoring import normalise
from index.errors import DisclosureError
from index.store import Store

Json = dict[str, Any]

PREFIX = "chat-"
MOST = 2000
"""Questions in the file."""
_lock = threading.Lock()


class Written:
    """The file of one store; what stands in it has passed the validator.

    Methods raise DisclosureError where the file cannot be read or written.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self.path: Path = store.folder / FILE

    def questions(self) -> list[Json]:
        """The questions in the order in which they were written; empty where there is no file."""
        return read(self.path)[0] if self.path.is_file() else []

    def text(self) -> str:
        """The file as it is, ``""`` where there is none."""
        return self.path.read_text(encoding="utf-8") if self.path.is_file() else ""

    def add(self, question: Json) -> list[Problem]:
        """Append a question under an id of its own; nothing is written where the validator finds anything wrong."""
        with _lock:
            before = self.questions()
            if len(before) >= MOST:
                raise DisclosureError(f"评测题已有 {MOST} 个", str(self.path), "请下载后删去一些")
            named = {"id": _free([str(one["id"]) for one in before]), **question}
            line = json.dumps(named, ensure_ascii=False)
            problems = check([line], self._texts(question["evidence"]))[1]
            if not problems:
                self._write([*self._lines(), line])
        return problems

    def remove(self, name: str) -> None:
        """Take the question of that id out; other lines stay as they are."""
        with _lock:
            self._write([line for line in self._lines() if not _is(line, name)])

    def _lines(self) -> list[str]:
        return [line for line in self.text().split("\n") if line.strip()]

    def _texts(self, evidence: Sequence[Json]) -> dict[str, str]:
        held = {head.name for head in self._store.catalogue()}
        names = {item["report"] for item in evidence} & held
        return {name: normalise(self._store.report(name).text) for name in names}

    def _write(self, lines: Sequence[str]) -> None:
        """Put the whole file in place at once, so that an evaluation never reads half of it."""
        beside = self.path.with_suffix(".part")
        try:
            beside.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
            os.replace(beside, self.path)  # noqa: PTH105 - the same, and says what it does to a file that is there
        except OSError as error:
            raise DisclosureError(
                f"评测题无法写入（{error}）", str(self.path), "请检查索引库文件夹是否可写"
            ) from error


def _free(ids: Sequence[str]) -> str:
    numbers = [int(name.removeprefix(PREFIX)) for name in ids if name.removeprefix(PREFIX).isdecimal()]
    return f"{PREFIX}{max(numbers, default=0) + 1:03}"


def _is(line: str, name: str) -> bool:
    try:
        question = json.loads(line)
    except ValueError:
        return False
    return isinstance(question, dict) and question.get("id") == name
