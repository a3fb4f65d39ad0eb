"""``disclosure ask``: one question, or a file of them in one process."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.commands.options import opened, print_json, wants_json
from assistant.memory import settle
from assistant.settings import settings
from index.errors import DisclosureError, UsageError

if TYPE_CHECKING:
    from assistant.answer import Assistant


def ask(arguments: Namespace) -> int:
    """Answer one question, or a file of them in one process."""
    if bool(arguments.question) == bool(arguments.batch):
        raise UsageError("请给出一个问题，或用 --batch 给出问题文件")
    from assistant.model.assistant import assistant_for  # noqa: PLC0415 - loads the whole of answering

    with opened(arguments) as store:
        for notice in store.notices:
            print(notice, file=sys.stderr)
        assistant = assistant_for(store, settings(), model=not getattr(arguments, "no_model", False))
        if arguments.batch:
            return _ask_batch(assistant, arguments.batch, arguments.hits)
        history = _history(arguments.history) if arguments.history else ()
        answer = assistant.ask(arguments.question, history, arguments.hits)
    if wants_json(arguments):
        print_json(answer.to_json())
    else:
        _print_answer(answer.to_json())
    return 0


def _print_answer(answer: dict[str, Any]) -> None:
    """The answer and its sources for reading on a terminal."""
    if answer["mode"] == "model":
        print("〔AI 生成〕")
    print(answer["answer"])
    for note in answer["notes"]:
        if note not in answer["answer"]:
            print(f"（{note}）")
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
    settle()
    for line in lines_of(path):
        print(json.dumps(_batch_answer(assistant, line, hits), ensure_ascii=False), flush=True)
    return 0


def lines_of(path: Path) -> list[str]:
    """The lines of a JSON Lines file that are not empty. Raises DisclosureError if it cannot be read."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise DisclosureError(
            f"问题文件无法读取（{error}）", str(path), "应为 UTF-8 的 JSON Lines"
        ) from error
    return [line for line in text.split("\n") if line.strip()]


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
    except json.JSONDecodeError:
        return {"id": number, "error": "这一行不是 JSON。"}
    except DisclosureError as error:
        return {"id": number, "error": error.message}
    except Exception as error:  # noqa: BLE001 - whatever one question brings up, the others are answered
        return {"id": number, "error": f"{type(error).__name__}: {error}"}
