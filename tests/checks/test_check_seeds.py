"""The checker against what careful readers found in the real reports, and the time a long report takes."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

import pytest
from clean_reports import draw
from report_source import understood

from assistant.check import Checked, check
from index.language.text import squeeze
from index.single import read_file as read

REPORTS = ("朱吴镇2016.txt", "看庄镇2014.txt", "留格庄镇2018.md", "聂桥镇2017.md", "朱桥镇2020.txt")


@pytest.fixture(scope="module")
def seeds(shared: Path) -> list[dict[str, Any]]:
    lines = (shared / "findings" / "seeds.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


@pytest.fixture(scope="module")
def checked(shared: Path) -> dict[str, Checked]:
    understood = {name: read(shared / "reports" / name) for name in REPORTS}
    others = [report for report, _ in understood.values()]
    return {name: check(report, facts, others=others) for name, (report, facts) in understood.items()}


def overlaps(one: str, other: str) -> bool:
    a, b = squeeze(one), squeeze(other)
    return bool(a and b) and (a in b or b in a)


def found(seed: dict[str, Any], result: Checked) -> bool:
    if seed.get("match") == "category":
        return any(finding.category == seed["category"] for finding in result.findings)
    return any(overlaps(q, quote) for q in seed["quotes"] for f in result.findings for quote in f.quotes)


def test_nine_in_ten_of_the_faults_a_rule_can_find_are_found(
    seeds: list[dict[str, Any]], checked: dict[str, Checked]
) -> None:
    wanted = [s for s in seeds if s["by_rule"] and s["level"] in {"error", "likely"}]
    missed = [seed["id"] for seed in wanted if not found(seed, checked[seed["report"]])]
    assert len(missed) <= 0.1 * len(wanted), missed


@pytest.mark.parametrize("level", ["must_not_flag", "artefact"])
def test_what_is_right_or_damaged_by_conversion_is_not_blamed(
    seeds: list[dict[str, Any]], checked: dict[str, Checked], level: str
) -> None:
    for seed in (s for s in seeds if s["level"] == level):
        for finding in checked[seed["report"]].findings:
            if finding.severity == "note" or finding.category not in seed.get(
                "only_categories", [finding.category]
            ):
                continue
            assert not any(overlaps(q, quote) for q in seed["quotes"] for quote in finding.quotes), seed["id"]


def test_a_report_of_sixty_pages_is_checked_in_seconds() -> None:
    source = draw(2023, 5)
    for texts in source.chapters.values():
        texts += [f"第{n}项工作稳步推进，公开信息{n}条，群众反映良好。" * 12 for n in range(1, 25)]
    report, facts = understood(source)
    assert len(report.text) > 40_000
    started = time.perf_counter()
    check(report, facts)
    assert time.perf_counter() - started < 10
