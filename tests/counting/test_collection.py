"""Questions about the collection itself."""

from __future__ import annotations

from decimal import Decimal

from assistant.counting.collection import described
from assistant.counting.desk import SHOWN
from assistant.planning.query import Target
from index.schema import Block, Generation, Issuer, Report, Section


def report(name: str) -> Report:
    title = f"{name.removesuffix('.txt')}年政府信息公开工作年度报告"
    block = Block(title)
    return Report(
        name, title, Issuer("东镇", "东镇", "东镇"), 2020, Generation.FORMAT_2019, (Section((), (block,)),)
    )


def test_a_collection_is_told_with_the_titles_as_citations() -> None:
    draft = described([Target("东镇2020.txt", "东镇", 2020)], report, {"东镇2020.txt": "东镇"})
    assert draft.statements[0].text == "收录1份年报，涉及1个单位，2020年："
    assert draft.items[0].citations[0].quote == "东镇2020年政府信息公开工作年度报告"


def test_of_a_large_collection_only_the_reports_that_are_shown_are_read() -> None:
    read: list[str] = []

    def reported(name: str) -> Report:
        read.append(name)
        return report(name)

    towns = [Target(f"镇{n}.txt", f"镇{n:03}", 2020) for n in range(SHOWN + 7)]
    draft = described(towns, reported, {})
    assert len(read) == SHOWN
    assert draft.statements[0].computed == (Decimal(SHOWN + 7), Decimal(SHOWN + 7))
    assert draft.statements[-1].text == "- ……另有7份，见“收录的年报”"
    assert len(draft.items) == SHOWN + 7
