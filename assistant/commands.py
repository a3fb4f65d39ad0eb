"""What each command of ``disclosure`` does: read its input, call the library, print the result."""

from __future__ import annotations

import csv
import json
import sys
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.settings import settings
from index.errors import DisclosureError, UsageError

if TYPE_CHECKING:
    from assistant.answer import Assistant
    from index.run import BuildResult
    from index.schema import Fact
    from index.store import Store

COLUMNS = (
    "report",
    "issuer",
    "year",
    "indicator",
    "label",
    "column",
    "scope",
    "value",
    "unit",
    "state",
    "section",
    "page",
    "quote",
    "source",
)
"""The columns of ``disclosure facts``, in the contract's order."""


def index(arguments: Namespace) -> int:
    """Bring the store up to date with the given files and folders."""
    from index.build import build  # noqa: PLC0415 - each command imports what it needs

    result = build(
        arguments.paths, _folder(arguments), embedder=_embedder(arguments), progress=_report_progress
    )
    for failure in result.failed:
        print(failure.error, file=sys.stderr)
    if _wants_json(arguments):
        _print_json(result.to_json())
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


def ask(arguments: Namespace) -> int:
    """Answer one question, or a file of them in one process."""
    if bool(arguments.question) == bool(arguments.batch):
        raise UsageError("请给出一个问题，或用 --batch 给出问题文件")
    from assistant.answer import Assistant  # noqa: PLC0415 - as in index

    with _store(arguments) as store:
        for notice in store.notices:
            print(notice, file=sys.stderr)
        assistant = Assistant(store)
        if arguments.batch:
            return _ask_batch(assistant, arguments.batch, arguments.hits)
        history = _history(arguments.history) if arguments.history else ()
        answer = assistant.ask(arguments.question, history, arguments.hits)
    if _wants_json(arguments):
        _print_json(answer.to_json())
    else:
        _print_answer(answer.to_json())
    return 0


def _print_answer(answer: dict[str, Any]) -> None:
    """The answer and its sources for reading on a terminal."""
    print(answer["answer"])
    for source in answer["citations"]:
        page = f" 第{source['page']}页" if source["page"] else ""
        quote = " ".join(source["quote"].split())
        print(f"[{source['n']}] {source['report']}{page} {source['section']}：{quote}")
    for number, option in enumerate(answer["options"], start=1):
        print(f"  {number}. {option}")


def _history(path: Path) -> list[tuple[str, str]]:
    """Earlier turns from a file. Raises UsageError unless it is JSON of pairs of texts."""
    try:
        return _turns(json.loads(path.read_text(encoding="utf-8-sig")))
    except (OSError, ValueError) as error:
        raise UsageError(f"对话记录无法读取（{error}）", str(path), "应为 JSON：[[用户, 助手], …]") from error


def _turns(value: object) -> list[tuple[str, str]]:
    if not isinstance(value, list):
        raise ValueError("应为数组")  # noqa: TRY004 - one kind of error for all that a file can get wrong
    turns = []
    for turn in value:
        if not (isinstance(turn, list) and len(turn) == 2 and all(isinstance(text, str) for text in turn)):
            raise ValueError("每一轮应为两段文字")
        turns.append((turn[0], turn[1]))
    return turns


def _ask_batch(assistant: Assistant, path: Path, hits: int) -> int:
    """One JSON document a line, in order; a line that fails says so and the rest goes on."""
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise DisclosureError(
            f"问题文件无法读取（{error}）", str(path), "应为 UTF-8 的 JSON Lines"
        ) from error
    for line in filter(str.strip, lines):
        print(json.dumps(_batch_answer(assistant, line, hits), ensure_ascii=False), flush=True)
    return 0


def _batch_answer(assistant: Assistant, line: str, hits: int) -> dict[str, Any]:
    number = None
    try:
        entry = json.loads(line)
        if not isinstance(entry, dict):
            return {"id": None, "error": "这一行不是 JSON 对象。"}
        number = entry.get("id")
        question = entry.get("question")
        if not isinstance(question, str) or not question.strip():
            return {"id": number, "error": "缺少 question。"}
        history = _turns(entry.get("history") or [])
        return {"id": number} | assistant.ask(question, history, hits).to_json()
    except DisclosureError as error:
        return {"id": number, "error": error.message}
    except Exception as error:  # noqa: BLE001 - whatever one question brings up, the others are answered
        return {"id": number, "error": f"{type(error).__name__}: {error}"}


def facts(arguments: Namespace) -> int:
    """Print the facts, one row each, filtered."""
    with _store(arguments) as store:
        rows = [_fact_row(fact) for fact in _chosen(store, arguments)]
    if arguments.format == "json":
        _print_json(rows)
        return 0
    if arguments.bom:
        sys.stdout.write("\ufeff")
    writer = csv.DictWriter(sys.stdout, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return 0


def _chosen(store: Store, arguments: Namespace) -> Iterator[Fact]:
    """The facts that the filters let through; names may be full or short."""
    reports = _reports_of(store, arguments.issuer) if arguments.issuer else None
    indicators = _indicators_of(arguments.indicator) if arguments.indicator else None
    for fact in store.facts(reports, indicators):
        if arguments.year is None or fact.year == arguments.year:
            yield fact


def _reports_of(store: Store, issuer: str) -> list[str]:
    return [
        head.name
        for head in store.catalogue()
        if issuer in {head.issuer.name, head.issuer.short, *head.issuer.aliases}
    ]


def _indicators_of(name: str) -> list[str]:
    from index.indicators import indicators  # noqa: PLC0415 - as in index

    return [
        entry.id for entry in indicators().values() if name in {entry.id, entry.name, *entry.labels.values()}
    ]


def _fact_row(fact: Fact) -> dict[str, Any]:
    row = {column: getattr(fact, column) for column in COLUMNS}
    row["value"] = None if fact.value is None else format(fact.value, "f")
    row["state"] = fact.state.value
    return row


def serve(arguments: Namespace) -> int:
    """Open the web page."""
    import app  # noqa: PLC0415 - Gradio takes 3.5 s

    app.main(_folder(arguments), host=arguments.host, port=arguments.port)
    return 0


def _folder(arguments: Namespace) -> Path:
    return getattr(arguments, "store", None) or settings().store


def _embedder(arguments: Namespace) -> str | None:
    return arguments.embedder or settings().embedder or None


def _wants_json(arguments: Namespace) -> bool:
    return getattr(arguments, "json", False)


def _store(arguments: Namespace) -> Store:
    from index.store import Store  # noqa: PLC0415 - as in index

    return Store.open(_folder(arguments), embedder_name=settings().embedder or None)


def _print_json(value: object) -> None:
    print(json.dumps(value, ensure_ascii=False))
