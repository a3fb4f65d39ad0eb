"""A store that several tests of this folder search."""

from __future__ import annotations

from pathlib import Path

import pytest
from towns import add, entry, fact, report

from index.embed import NONE
from index.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """A store of three reports, searched by words alone."""
    made = Store.open(tmp_path / "store", embedder_name=NONE, create=True)
    first, second, third = report(), report(year=2017), report("白鹭镇")
    add(made, entry(first, (fact(first), fact(first, column="自然人", value=1))))
    add(made, entry(second, (fact(second, value=5),)))
    add(made, entry(third, (fact(third, "review", value=0),)))
    return made
