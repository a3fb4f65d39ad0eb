"""The ranking that is made only when somebody looks at it."""

from __future__ import annotations

from assistant.passages.search import Ranking
from index.schema import Chunk, Hit

HIT = Hit(Chunk("东镇2020.txt", "东镇", 2020, "一、概述", "收到申请3件。", "", 0), 1.0, 1)


def test_a_ranking_is_made_once_and_only_when_it_is_looked_at() -> None:
    made: list[int] = []

    def make() -> list[Hit]:
        made.append(1)
        return [HIT]

    ranking = Ranking(make)
    assert (made, ranking.ms) == ([], 0.0)
    assert ranking[:1] == [HIT]
    assert (ranking[0], len(ranking), list(ranking)) == (HIT, 1, [HIT])
    assert made == [1]
    assert ranking.ms > 0
