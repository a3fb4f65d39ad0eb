"""Speed and memory beside plain LangChain retrieval, measured in the same run on this machine.

Every task (benchmark/tasks.py) runs in a process of its own, so that its peak memory and the time from its start are its own.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Any

from assistant.benchmark.ratios import ratios
from index.errors import DisclosureError

Result = dict[str, Any]
Progress = Callable[[str], None]

UNCHANGED = 200
"""Files of the second run over what has not changed."""


@dataclass(frozen=True, slots=True)
class Scale:
    """What generated collections are measured: ``many`` reports for questions that count, ``sizes`` in chunks for search.

    0 and ``()`` leave them out. Collections of more than ``embedded`` chunks hold stored vectors, smaller ones of more than
    1,000 as far as ``seconds`` of embedding do not suffice (sizes.py).
    """

    many: int = 1000
    sizes: tuple[int, ...] = (1_000, 10_000, 100_000)
    embedded: int = 10_000
    seconds: float = 120.0


def bench(
    paths: Sequence[Path], questions: Sequence[str], embedder: str, scale: Scale, progress: Progress
) -> Result:
    """Index and ask with ours and with the baseline, over the files and over generated collections.

    Without paths the bundled samples are used, without questions some are made from the catalogue. Times are in
    seconds (``took`` the whole run), of questions in milliseconds, memory in megabytes (``None`` where the system does not
    tell), stores in bytes.
    """
    paths = list(paths) or [Path(str(resources.files("index").joinpath("samples/reports")))]
    started = time.monotonic()
    with tempfile.TemporaryDirectory() as base:
        run = _Run(progress, {"embedder": embedder, "base": base})
        result = run.files(paths, questions)
        result["unchanged"] = run.unchanged(Path(base))
        if scale.many:
            result["count"] = run.count(Path(base), scale.many)
        result["sizes"] = [run.size(Path(base), chunks, scale) for chunks in scale.sizes]
    return result | {"ratios": ratios(result), "took": time.monotonic() - started}


@dataclass(frozen=True, slots=True)
class _Run:
    """The tasks of one run; ``job`` is what all of them are told."""

    progress: Progress
    job: Result

    def files(self, paths: Sequence[Path], questions: Sequence[str]) -> Result:
        """Indexing and asking over given files."""
        given = {"paths": [str(path.absolute()) for path in paths]}
        result: Result = {name: self.child(name, **given) for name in ("index", "baseline_index")}
        result["again"] = self.child("index", **given)
        asked = list(questions) or self.child("questions")["questions"]
        return result | {name: self.child(name, questions=asked) for name in ("ask", "baseline_ask", "embed")}

    def unchanged(self, base: Path) -> Result:
        """A second run over files that have not changed."""
        self.child("generate", folder=str(base / "same"), reports=UNCHANGED)
        job = {"paths": [str(base / "same")], "base": str(base / "same-store")}
        return {"first": self.child("index", **job), "second": self.child("index", **job)}

    def count(self, base: Path, many: int) -> Result:
        """Questions that count over generated reports, found by words and facts alone."""
        self.child("generate", folder=str(base / "many"), reports=many)
        store = str(base / "many-store")
        built = self.child("index", paths=[str(base / "many")], base=store, embedder="none")
        return {"reports": built["reports"], "index_seconds": built["seconds"]} | self.child(
            "count", base=store
        )

    def size(self, base: Path, chunks: int, scale: Scale) -> Result:
        """Questions about a body, about passages of any, and such that count, over so many chunks."""
        here = {"base": str(base / f"size-{chunks}")}
        limits = {"embedded": scale.embedded, "seconds": scale.seconds}
        made = self.child("fill", chunks=chunks, **limits, **here)
        asked = self.child("questions", **here)["questions"]
        timed = {name: self.child(name, questions=asked, **here) for name in ("ask", "baseline_ask")}
        return made | timed | {name: self.child(name, **here) for name in ("wide", "count")}

    def child(self, task: str, **more: object) -> Result:
        """Run one task in its own process; ``start`` is the time until it had its first result."""
        job = self.job | more
        self.progress(f"{task} {job.get('chunks', '')}".strip())
        started = time.time()
        command = [sys.executable, "-m", "assistant.benchmark.tasks", task, json.dumps(job)]
        done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)  # noqa: S603 - ours
        if done.returncode:
            raise DisclosureError(f"测量“{task}”失败", "", done.stderr.strip()[-500:])
        result: Result = json.loads(done.stdout.splitlines()[-1])
        if "first" in result:
            result["start"] = result.pop("first") - started
        return result
