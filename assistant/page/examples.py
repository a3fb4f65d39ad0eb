"""Example questions about bodies and years that the collection really holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.answer import Assistant
from assistant.page.reports import Body, bodies
from assistant.schema import Status
from index.storage.heads import ReportHead

MOST = 5
"""How many examples are shown."""


def examples(assistant: Assistant) -> list[str]:
    """Up to ``MOST`` questions that the collection answers; the first also warms up what answering needs."""
    answering = [head for head in assistant.store.catalogue() if not head.superseded_by]
    chosen: list[str] = []
    for question in candidates(answering):
        if len(chosen) == MOST:
            break
        if assistant.ask(question).status is Status.ANSWERED:
            chosen.append(question)
    return chosen


def candidates(heads: Sequence[ReportHead]) -> Iterator[str]:
    """Questions of different kinds, each about another body as far as there are several."""
    held = bodies(heads)
    if not held:
        return
    by_length = sorted(held, key=lambda body: -len(body.heads))
    turn = [by_length[n % len(by_length)] for n in range(5)]
    yield f"{turn[0].short}{_latest(turn[0])}年收到多少件政府信息公开申请？"
    if len(turn[0].heads) > 2:
        yield f"{turn[0].short}近三年收到的申请有什么变化？"
    if year := _shared_year(held):
        yield f"{year}年哪个单位收到的申请最多？"
    yield f"{turn[1].short}{_latest(turn[1])}年工作中存在哪些问题？"
    yield f"{turn[2].short}{_latest(turn[2])}年有没有行政复议？"
    yield f"{turn[3].short}{_latest(turn[3])}年怎样改进工作？"
    yield f"{turn[4].short}的联系电话是多少？"


def _latest(body: Body) -> int:
    return max(head.year for head in body.heads)


def _shared_year(held: Sequence[Body]) -> int | None:
    """The latest year of which several bodies' reports are held; ``None`` if there is none."""
    all_years = [year for body in held for year in {head.year for head in body.heads}]
    return max((year for year in all_years if all_years.count(year) > 1), default=None)
