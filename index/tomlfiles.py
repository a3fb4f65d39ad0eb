"""The one way to read a TOML file that comes with the packages: vocabulary, indicators, borders."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Any


@cache
def read_toml(name: str, package: str = "index") -> dict[str, Any]:
    """A file of a package as it stands, read once; nobody may change what it holds."""
    return tomllib.loads(resources.files(package).joinpath(name).read_text(encoding="utf-8"))
