"""The ``check`` command: read a report and the one before it, check, and print what was found."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assistant.check import Checked
    from assistant.checks.finding import Finding
    from index.schema import Report

SEVERITIES = {"error": "错误", "warning": "很可能有误", "note": "提示"}


def run(arguments: Namespace) -> int:
    """Check one file; 0 whatever is found, 1 with ``--strict`` where there are errors.

    Raises DocumentError where a file cannot be read or is no annual report.
    """
    from assistant.check import check  # noqa: PLC0415 - each command imports what it needs
    from index.single import read_file  # noqa: PLC0415 - as above

    report, facts = read_file(arguments.file)
    previous, previous_facts = read_file(arguments.previous) if arguments.previous else (None, ())
    others = [read_file(path)[0] for path in arguments.others]
    checked = check(report, facts, previous, previous_facts, others)
    if not getattr(arguments, "no_model", False):
        checked = _advised(checked, report)
    if getattr(arguments, "json", False):
        print(json.dumps(checked.to_json(), ensure_ascii=False, indent=2))
    else:
        print(listing(checked, report))
    return 1 if arguments.strict and checked.has_errors else 0


def _advised(checked: Checked, report: Report) -> Checked:
    """With the language model's suggestions, where a model is set."""
    from assistant.settings import settings  # noqa: PLC0415 - as above

    if not (settings().llm_url or settings().llm_file):
        return checked
    from assistant.llm import door  # noqa: PLC0415 - a second that checking without a model does not need
    from assistant.model.proofread import proofread  # noqa: PLC0415 - as above

    way = door(settings())
    if way is None:
        return checked
    more = proofread(report, way, checked.findings)
    if more.notice:
        print(more.notice, file=sys.stderr)
    return checked.with_more(more.findings, more.notice)


def listing(checked: Checked, report: Report) -> str:
    """The findings for reading, grouped by severity, each with its place."""
    counts = "，".join(
        f"{name} {sum(f.severity == key for f in checked.findings)} 处" for key, name in SEVERITIES.items()
    )
    lines = [f"{report.title}（{checked.report}）", f"共 {len(checked.findings)} 处：{counts}"]
    for severity, findings in groupby(checked.findings, key=lambda finding: finding.severity):
        lines += ["", f"【{SEVERITIES[severity.value]}】"]
        for number, finding in enumerate(findings, start=1):
            lines += _entry(number, finding)
    return "\n".join(lines)


def _entry(number: int, finding: Finding) -> list[str]:
    page = f"第{finding.page}页" if finding.page else ""
    place = " ".join(part for part in (finding.section, page) if part)
    lines = [f"{number}. {finding.category}：{finding.message}"]
    lines += [f"   位置：{place}"] if place else []
    lines += [f"   原文：{' '.join(quote.split())}" for quote in finding.quotes]
    lines += [f"   建议：{finding.suggestion}"] if finding.suggestion else []
    return [*lines, f"   依据：{finding.source}"]
