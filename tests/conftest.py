"""Fixtures that several test modules share."""

from __future__ import annotations

import os
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with the real reports; tests over them skip where it is absent."""
    folder = os.environ.get("DISCLOSURE_SHARED", "")
    if not folder or not (Path(folder) / "reports").is_dir():
        pytest.skip("set DISCLOSURE_SHARED to a folder that holds the real reports")
    return Path(folder)
