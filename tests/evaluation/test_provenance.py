"""What a run says that it was made with is what is there."""

from __future__ import annotations

import hashlib
from importlib import resources
from pathlib import Path

from evaluations import collection

from assistant.evaluation.provenance import provenance
from assistant.prompts import prompt


def test_prompts_and_code_are_named_by_what_their_files_hold(tmp_path: Path) -> None:
    questions = tmp_path / "q.jsonl"
    questions.write_text("{}", encoding="utf-8")
    with collection(tmp_path) as store:
        found = provenance(store, questions, {"part": "all"})
    names = {file.name for file in resources.files("prompts").iterdir() if file.name.endswith(".md")}
    assert set(found["prompts"]) == names
    assert found["prompts"]["write.md"] == prompt("write").digest
    assert found["code"] != hashlib.sha256(b"").hexdigest()
    assert found["questions"]["sha256"] == hashlib.sha256(b"{}").hexdigest()
    assert found["store"]["reports"] == 4
