"""A small collection of invented towns with questions about it, for the tests of the evaluation."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from towns import write

from index.build import build
from index.store import Store

COUNTS = {("青禾镇", 2016): 26, ("青禾镇", 2017): 31, ("白鹭镇", 2016): 48, ("白鹭镇", 2017): 57}


def question(town: str, year: int, count: int, **fields: Any) -> dict[str, Any]:
    return {
        "id": f"{town}{year}",
        "kind": "fact",
        "question": f"{town}{year}年主动公开了多少条政府信息？",
        "history": [],
        "answerable": True,
        "numbers": [str(count)],
        "include": [],
        "exclude": [],
        "evidence": [{"report": f"{town}{year}.txt", "quote": f"主动公开政府信息{count}条"}],
        **fields,
    }


def strange() -> dict[str, Any]:
    asked = question("红枫镇", 2016, 0, kind="unanswerable", answerable=False)
    return asked | {"numbers": [], "evidence": [], "reason": "no_such_issuer"}


QUESTIONS = [*(question(town, year, count) for (town, year), count in COUNTS.items()), strange()]


@contextmanager
def collection(folder: Path) -> Iterator[Store]:
    """A store of the reports that the questions are about, searched by words."""
    (folder / "reports").mkdir()
    for (town, year), count in COUNTS.items():
        write(folder / "reports", town, year, count)
    build([folder / "reports"], folder / "store", embedder="none")
    with Store.open(folder / "store") as opened:
        yield opened
