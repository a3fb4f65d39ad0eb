"""Yes or no is read from the clause that speaks of the thing."""

from __future__ import annotations

from assistant.passages.verdict import speaking
from assistant.planning.query import Operation, Plan, Wanted

PLAN = Plan("有没有收到意见", Operation.YES_NO, Wanted.YES_NO, terms=("意见",))


def test_what_is_denied_of_one_thing_is_not_denied_of_another() -> None:
    assert "未" not in speaking(PLAN, "收到意见334条，未采纳的逐条说明理由。")


def test_a_sentence_that_speaks_in_other_words_is_read_whole() -> None:
    assert speaking(PLAN, "没有人来信。") == "没有人来信。"
