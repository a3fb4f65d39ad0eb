"""A store of two towns that several tests of this folder ask."""

from __future__ import annotations

import pytest
from model_towns import indexed

from index.store import Store


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return indexed(tmp_path_factory.mktemp("towns"))
