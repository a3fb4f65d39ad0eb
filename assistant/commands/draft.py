"""``disclosure draft``: SPEC.json -> a draft in official layout, with what is missing and what does not add up."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path
from typing import Any

from assistant.commands.options import opened, print_json, wants_json
from assistant.draft import SUFFIXES, Drafted, draft, examined, save, to_json, written
from assistant.drafting.spec import read_spec
from index.errors import UsageError

_MOST_SLOTS = 12


def run(arguments: Namespace) -> int:
    """Draft, save, read back, examine and report."""
    out: Path = arguments.out
    if out.suffix.lower() not in SUFFIXES:
        raise UsageError(f"不能写成“{out.name}”", "--out", f"文件名应以 {'、'.join(SUFFIXES)} 结尾")
    drafted = _drafted(arguments)
    data = written(drafted.draft, out.suffix.lower())
    save(data, out)
    findings = examined(drafted, data, out.name)
    if wants_json(arguments):
        print_json(to_json(drafted, str(out), findings))
        for notice in drafted.draft.notices:
            print(notice, file=sys.stderr)
    else:
        print("\n".join(_lines(drafted, out, findings)))
    return 0


def _drafted(arguments: Namespace) -> Drafted:
    """With the collection's reports for comparison where ``--store`` names one."""
    spec = read_spec(arguments.spec)
    if getattr(arguments, "store", None) is None:
        return draft(spec)
    with opened(arguments) as store:
        return draft(spec, store)


def _lines(drafted: Drafted, out: Path, findings: list[dict[str, Any]]) -> list[str]:
    made = drafted.draft
    lines = [f"已写出 {out}：{''.join(made.title)}", *made.notices]
    broken = [identity for identity in made.identities if not identity.holds]
    held = len(made.identities) - len(broken)
    lines.append(f"勾稽关系：{held} 条成立，{len(broken)} 条不成立")
    lines += [f"  {'✗' if identity.severity == 'error' else '？'} {identity.message}" for identity in broken]
    if made.unfilled:
        lines.append(f"待填 {len(made.unfilled)} 处：")
        lines += [
            f"  {_slot(slot.section, slot.label, slot.column, slot.hint)}"
            for slot in made.unfilled[:_MOST_SLOTS]
        ]
        if len(made.unfilled) > _MOST_SLOTS:
            lines.append(f"  ……另有 {len(made.unfilled) - _MOST_SLOTS} 处，见 --json")
    if findings:
        lines.append(f"核查发现 {len(findings)} 条：")
        lines += [f"  [{_SEVERITIES[found['severity']]}] {found['message']}" for found in findings]
    return lines


_SEVERITIES = {"error": "错误", "warning": "疑似", "note": "提示"}


def _slot(section: str, label: str, column: str, hint: str) -> str:
    cell = f"（{column}）" if column else ""
    return f"{section}：{label}{cell}{f'，{hint}' if hint else ''}"
