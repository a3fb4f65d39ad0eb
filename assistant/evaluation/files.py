"""What an evaluation leaves behind, and comparing it with what an earlier one left."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from assistant.evaluate import Row
from assistant.evaluation.journal import ANSWERS, SCORES
from assistant.evaluation.metrics import mcnemar
from index.errors import DisclosureError

Json = dict[str, Any]


def compared(rows: Sequence[Row], earlier: Path) -> Json:
    """What changed since the run in folder ``earlier``: questions won and lost, and McNemar's exact p over those in both.

    Raises DisclosureError where the folder holds no run.
    """
    try:
        lines = (earlier / ANSWERS).read_text(encoding="utf-8").splitlines()
        before = {row["id"]: bool(row["passed"]) for row in map(json.loads, lines)}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise DisclosureError(
            f"不是评测结果文件夹（{error}）", str(earlier), "请给出此前 --out 的文件夹"
        ) from error
    both = [row for row in rows if row.question["id"] in before]
    won = [row.question["id"] for row in both if row.passed and not before[row.question["id"]]]
    lost = [row.question["id"] for row in both if not row.passed and before[row.question["id"]]]
    return {"questions": len(both), "won": won, "lost": lost, "p": round(mcnemar(len(lost), len(won)), 4)}


def save(rows: Sequence[Row], scores: Json, folder: Path) -> None:
    """Write scores.json and answers.jsonl into a folder, which is made where it is not there."""
    folder.mkdir(parents=True, exist_ok=True)
    lines = [json.dumps(row.to_json(), ensure_ascii=False) for row in rows]
    (folder / ANSWERS).write_text("\n".join(lines) + "\n", encoding="utf-8")
    (folder / SCORES).write_text(json.dumps(scores, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
