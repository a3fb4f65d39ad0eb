"""A run that may be stopped: every answer is on disk as soon as it is there, and a later run goes on from them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from assistant.model.assistant import NOT_VERIFIED, RULES_STAND, TOO_LITTLE
from index.errors import DisclosureError

if TYPE_CHECKING:
    from assistant.evaluate import Row

Json = dict[str, Any]

MOST_UNHEARD = 3
"""So many questions running without a word from the language model end a run: its figures would be of an absent model."""

ANSWERS, SCORES, SETTING = "answers.jsonl", "scores.json", "run.json"
"""The files of a run: its answers, what they come to (there when the run has ended), and what it is made with."""


class Given(NamedTuple):
    """An answer of an earlier run (a document of the ``ask`` contract) and the milliseconds that it took."""

    answer: Json
    ms: float


class Journal:
    """The folder of one run; ``given`` are the answers by question id that need not be asked for again."""

    def __init__(self, folder: Path, given: dict[str, Given]) -> None:
        self._path = folder / ANSWERS
        self.given = given

    def add(self, row: Row) -> None:
        """Write down an answer with its verdict."""
        with self._path.open("a", encoding="utf-8") as file:
            file.write(json.dumps(row.to_json(), ensure_ascii=False) + "\n")


def begun(folder: Path, setting: Json, *, resume: bool) -> Journal:
    """The journal of a run that is made with ``setting``, in a folder that is made where it is not there.

    With ``resume`` what an earlier run in the folder was answered is kept, except where it broke off or a language model
    failed; where there is none, the run begins. Raises DisclosureError where that run was made with anything else, and
    without ``resume`` where an unfinished one would be lost.
    """
    folder.mkdir(parents=True, exist_ok=True)
    if resume and (folder / SETTING).is_file():
        _same(folder, setting)
        lines = list(_usable(folder / ANSWERS))
    elif (folder / ANSWERS).is_file() and not (folder / SCORES).is_file():
        raise DisclosureError(
            "这里有没跑完的评测", str(folder), "请加 --resume 接着跑，或换一个 --out 文件夹"
        )
    else:
        lines = []
    (folder / SCORES).unlink(missing_ok=True)
    (folder / SETTING).write_text(json.dumps(setting, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    _replace(folder / ANSWERS, lines)
    rows = map(json.loads, lines)
    return Journal(folder, {row["id"]: Given(row["answer"], row["ms"]) for row in rows})


def _same(folder: Path, setting: Json) -> None:
    try:
        earlier = json.loads((folder / SETTING).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise DisclosureError(
            f"上次评测的设置无法读取（{error}）", str(folder / SETTING), "请换一个 --out 文件夹从头跑"
        ) from error
    if changed := [name for name in setting if setting[name] != earlier.get(name)]:
        raise DisclosureError(
            f"与上次相比改变了：{'、'.join(map(_called, changed))}，结果不能合在一起",
            str(folder),
            "请改回原样，或换一个 --out 文件夹从头跑",
        )


def _called(name: str) -> str:
    names = {
        "versions": "软件版本", "code": "程序", "prompts": "提示词", "settings": "设置", "store": "索引库", "questions": "问题",
    }  # fmt: skip
    return names.get(name, name)


def _usable(path: Path) -> Iterator[str]:
    """The lines with whole answers; a line that was being written when the run was stopped is none."""
    lines = path.read_text(encoding="utf-8").split("\n") if path.is_file() else []
    for line in lines:
        try:
            row = json.loads(line)
        except ValueError:
            continue
        if "error" not in row["answer"] and not failed(row["answer"]):
            yield line


def failed(answer: Json) -> bool:
    """Whether a language model should have written and could not be reached or broke off: the rules' answer stands in."""
    told = (NOT_VERIFIED, TOO_LITTLE)
    return any(note.endswith(RULES_STAND) and note not in told for note in answer.get("notes", ()))


def unheard(answer: Json) -> bool:
    """Whether no language model was heard where one should have answered, ours or the baseline's."""
    return failed(answer) or answer.get("error", "").startswith("ModelError")


def stopped(asked: int) -> DisclosureError:
    """What a run ends with when the language model is gone."""
    return DisclosureError(
        f"语言模型连续{MOST_UNHEARD}题没有答成，评测在第{asked}题停下",
        "",
        "请检查模型服务（太慢就放宽 DISCLOSURE_LLM_FIRST 和 DISCLOSURE_LLM_TIMEOUT），再用 --out 与 --resume 接着跑",
    )


def _replace(path: Path, lines: list[str]) -> None:
    """Put the file in place at once, so that a stop in between loses nothing."""
    beside = path.with_suffix(".part")
    beside.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    beside.replace(path)
