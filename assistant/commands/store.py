"""``disclosure index``, ``bench`` and ``serve``."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.commands.options import embedder_of, folder_of, print_json, wants_json

if TYPE_CHECKING:
    from index.run import BuildResult


def index(arguments: Namespace) -> int:
    """Bring the store up to date with the given files and folders."""
    from index.build import build  # noqa: PLC0415 - each command imports what it needs

    result = build(
        arguments.paths, folder_of(arguments), embedder=embedder_of(arguments), progress=_report_progress
    )
    for failure in result.failed:
        print(failure.error, file=sys.stderr)
    if wants_json(arguments):
        print_json(result.to_json())
    else:
        print(_summary(result))
    return _index_status(arguments.paths, result)


def _index_status(paths: list[Path], result: BuildResult) -> int:
    """1 where a file that was named could not be used, or nothing at all came of the call."""
    used = result.added + result.updated + result.unchanged + result.removed
    named = {path.name for path in paths if not path.is_dir()}
    failed_by_name = any(failure.file.split("/")[-1] in named for failure in result.failed)
    if not used and not result.failed:
        print("没有找到可以收录的文件（pdf docx doc html txt md zip）。", file=sys.stderr)
    return 1 if not used or failed_by_name else 0


def _summary(result: BuildResult) -> str:
    return (
        f"新增 {result.added} 份，更新 {result.updated} 份，未变 {result.unchanged} 份，移除 {result.removed} 份，"
        f"失败 {len(result.failed)} 份；共收录 {result.reports} 份年报，{result.chunks} 个片段，"
        f"{result.facts} 条数据，用时 {result.seconds:.1f} 秒"
    )


def _report_progress(done: int, todo: int, name: str) -> None:
    if name:
        print(f"[{done + 1}/{todo}] {name}", file=sys.stderr, flush=True)


def serve(arguments: Namespace) -> int:
    """Open the web page."""
    import app  # noqa: PLC0415 - Gradio takes 3.5 s

    app.main(folder_of(arguments), host=arguments.host, port=arguments.port)
    return 0


def bench(arguments: Namespace) -> int:
    """Measure speed and memory beside plain LangChain retrieval."""
    from assistant.bench import Scale  # noqa: PLC0415 - as in index
    from assistant.bench import bench as measured  # noqa: PLC0415 - as in index
    from assistant.benchmark.ratios import table  # noqa: PLC0415 - as in index
    from assistant.commands.ask import lines_of  # noqa: PLC0415 - as in index

    lines = lines_of(arguments.questions) if arguments.questions else []
    questions = [json.loads(line)["question"] for line in lines]
    sizes = tuple(sorted(filter(None, arguments.sizes)))
    scale = Scale(arguments.many, sizes, arguments.embed_up_to, arguments.embed_seconds)
    result = measured(arguments.paths, questions, embedder_of(arguments) or "", scale, _say)
    if wants_json(arguments):
        print_json(result)
    else:
        print(table(result))
    return 0


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)
