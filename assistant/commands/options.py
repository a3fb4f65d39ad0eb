"""What the commands of ``disclosure`` share: reading common options, opening the store, printing."""

from __future__ import annotations

import json
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.settings import settings

if TYPE_CHECKING:
    from index.store import Store


def folder_of(arguments: Namespace) -> Path:
    """The store's folder: as given, else as set."""
    return getattr(arguments, "store", None) or settings().store


def embedder_of(arguments: Namespace) -> str | None:
    """The embedding model: as given, else as set, else ``None``."""
    return arguments.embedder or settings().embedder or None


def wants_json(arguments: Namespace) -> bool:
    """Whether ``--json`` was given."""
    return getattr(arguments, "json", False)


def opened(arguments: Namespace) -> Store:
    """The store, open. Raises StoreError where there is none."""
    from index.store import Store  # noqa: PLC0415 - opened only where it is needed

    return Store.open(folder_of(arguments), embedder_name=settings().embedder or None)


def print_json(value: object) -> None:
    """One document on standard output."""
    print(json.dumps(value, ensure_ascii=False))
