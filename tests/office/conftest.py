from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from office_browser import SIZES, site, window_at


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The site that the browser tests of a module look at."""
    with site(tmp_path_factory.mktemp("office")) as running:
        yield running


@pytest.fixture(params=list(SIZES))
def office(request: pytest.FixtureRequest, tmp_path: Path, address: str) -> Iterator[Any]:
    """A browser that is logged in, on a wide screen and on a phone."""
    with window_at(address, tmp_path / "profile", SIZES[request.param]) as opened:
        yield opened
