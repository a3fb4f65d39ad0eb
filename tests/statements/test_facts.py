"""The facts of a whole report: from its tables and its text, and those of the real reports against their listings."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from index.facts import facts
from index.language.text import find
from index.load.dispatch import load
from index.parse import parse
from index.schema import Document, Fact, Report
from index.statements.report import sentence_facts

GOLD = sorted((Path(__file__).parent.parent / "gold").glob("sentence_*.json"))


def report_of(shared: Path, name: str) -> Report:
    (document,) = load(shared / "reports" / name, name)
    assert isinstance(document, Document)
    return parse(document)


def key(fact: Fact) -> tuple[str, str, str, str]:
    value = fact.state.value if fact.value is None else format(fact.value, "f")
    return fact.indicator, fact.column, fact.scope, value


def listed(entry: dict[str, Any]) -> tuple[str, str, str, str]:
    return entry["indicator"], entry.get("column", ""), entry.get("scope", ""), entry["value"]


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_the_counted_statements_of_a_real_report_are_those_listed(shared: Path, path: Path) -> None:
    gold = json.loads(path.read_text(encoding="utf-8"))
    found = {key(fact) for fact in sentence_facts(report_of(shared, gold["report"]))}
    wanted = {listed(entry) for entry in gold["facts"] if not entry.get("optional")}
    allowed = {(entry["indicator"], entry["value"]) for entry in gold["facts"] if entry.get("optional")}
    extra = {entry for entry in found - wanted if (entry[0], entry[3]) not in allowed}
    right = len(wanted & found)
    assert 2 * right / (len(wanted) + right + len(extra)) >= 0.95, (extra, wanted - found)


@pytest.mark.parametrize("path", GOLD[:3], ids=lambda path: path.stem)
def test_every_quote_stands_in_its_report(shared: Path, path: Path) -> None:
    report = report_of(shared, json.loads(path.read_text(encoding="utf-8"))["report"])
    assert all(find(fact.quote, report.text) for fact in sentence_facts(report))


def test_facts_are_those_of_the_tables_and_of_the_text(shared: Path) -> None:
    found = facts(report_of(shared, "朱桥镇2020.txt"))
    said = {
        fact.source: fact.value
        for fact in found
        if fact.indicator == "requests_new" and fact.column == "总计"
    }
    assert said == {"table": 0, "text": 1}
