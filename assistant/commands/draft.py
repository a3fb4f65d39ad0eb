"""``disclosure draft``: SPEC.json -> a draft in official layout, revised as told, with what is missing and does not add up."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.commands.options import opened, print_json, wants_json
from assistant.draft import SUFFIXES, Drafted, compose, examined, save, to_json, written
from assistant.drafting.fields import name_of
from assistant.drafting.filled import completed
from assistant.drafting.previous import read_previous, unusable
from assistant.drafting.spec import Spec, read_spec
from assistant.drafting.taken import taken
from assistant.revision.difference import Change, Mark
from index.errors import DocumentError, UsageError

if TYPE_CHECKING:
    from assistant.revision.revise import Outcome
    from index.store import Store

FORM = ".xlsx"
"""The suffix with which not the draft is written but the form to fill in."""

_MOST_SLOTS = 12


def run(arguments: Namespace) -> int:
    """Draft, revise, save, read back, examine and report."""
    out: Path = arguments.out
    if out.suffix.lower() == FORM:
        save(_form(_spec(arguments.spec)), out)
        if wants_json(arguments):
            print_json({"out": str(out)})
        print(f'已写出 {out}：填好后在 SPEC.json 里写 "figures": "{out.name}"', file=sys.stderr)
        return 0
    if out.suffix.lower() not in SUFFIXES:
        raise UsageError(f"不能写成“{out.name}”", "--out", f"文件名应以 {'、'.join((*SUFFIXES, FORM))} 结尾")
    drafted, revisions = _drafted(arguments)
    data = written(drafted.draft, out.suffix.lower())
    save(data, out)
    findings = examined(drafted, data, out.name)
    if wants_json(arguments):
        told = [outcome.to_json() for outcome in revisions]
        print_json({**to_json(drafted, str(out), findings), "revisions": told})
        for notice in drafted.draft.notices:
            print(notice, file=sys.stderr)
    else:
        print("\n".join(_lines(drafted, out, findings, revisions)))
    return 0


def _drafted(arguments: Namespace) -> tuple[Drafted, list[Outcome]]:
    """With the collection's reports for comparison where ``--store`` names one; what came of each ``--revise``."""
    spec = _spec(arguments.spec)
    if getattr(arguments, "store", None) is None:
        return _revised(spec, arguments, None)
    with opened(arguments) as store:
        return _revised(spec, arguments, store)


def _spec(path: Path) -> Spec:
    """SPEC.json with the figures of the spreadsheet that it names, if it names one."""
    spec = read_spec(path)
    if spec.form is None:
        return spec
    from assistant.workbook.reading import read_workbook  # noqa: PLC0415 - only where there is a spreadsheet

    try:
        data = spec.form.read_bytes()
    except OSError as error:
        raise DocumentError(f"读不到（{error.strerror}）", str(spec.form), "请检查 figures 的路径") from error
    filled = read_workbook(data, spec.form.name, spec.year)
    if filled.faults:
        raise DocumentError("；".join(filled.faults), spec.form.name, "请改正后再试")
    return completed(spec, filled.texts)


def _form(spec: Spec) -> bytes:
    """The spreadsheet to fill in, with what last year's report says."""
    from assistant.workbook.writing import workbook  # noqa: PLC0415 - as above

    previous = read_previous(spec.previous) if spec.previous else None
    if previous and (why := unusable(previous, spec.issuer, spec.year)):
        raise DocumentError(why, "SPEC 的 previous", "请改正，或写 null")
    carried = taken(spec.year, previous) if previous else {}
    texts = {name: one.text for name, one in carried.items()}
    texts |= {name_of(key): "/" if value is None else f"{value:f}" for key, value in spec.figures.items()}
    return workbook(spec.issuer.name, spec.year, texts, {name: one.note for name, one in carried.items()})


def _revised(spec: Spec, arguments: Namespace, store: Store | None) -> tuple[Drafted, list[Outcome]]:
    previous = read_previous(spec.previous) if spec.previous else None
    first = compose(spec, previous, store)
    if not arguments.revise:
        return first, []
    from assistant.llm import door  # noqa: PLC0415 - 0.5 s of a model's libraries that a first draft does not need
    from assistant.revision.desk import Desk  # noqa: PLC0415 - as above
    from assistant.revision.nouns import State  # noqa: PLC0415 - as above
    from assistant.revision.revise import revise  # noqa: PLC0415 - as above
    from assistant.settings import settings  # noqa: PLC0415 - as above

    desk = Desk(previous, store, None if arguments.no_model else door(settings()))
    state, drafted, focus = State(spec), first, ""
    outcomes: list[Outcome] = []
    for said in arguments.revise:
        outcome = revise(said, state, drafted, desk, focus)
        state, drafted, focus = outcome.state, outcome.drafted, outcome.place
        outcomes.append(outcome)
    return drafted, outcomes


def _lines(
    drafted: Drafted, out: Path, findings: list[dict[str, Any]], revisions: list[Outcome]
) -> list[str]:
    made = drafted.draft
    lines = [f"已写出 {out}：{''.join(made.title)}", *made.notices]
    for outcome in revisions:
        lines += [f"修改：{outcome.said}", f"  {outcome.message}", *map(_change, outcome.difference.texts)]
        lines += [f"  可以说：{option}" for option in outcome.options]
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
    if news := [found for found in findings if not found["identity"]]:
        lines.append(f"核查发现 {len(news)} 条：")
        lines += [f"  [{_SEVERITIES[found['severity']]}] {found['message']}" for found in news]
    return lines


def _change(change: Change) -> str:
    marks = {Mark.SAME: "{}", Mark.REMOVED: "[-{}-]", Mark.ADDED: "[+{}+]"}
    return f"  {change.section}：{''.join(marks[piece.mark].format(piece.text) for piece in change.pieces)}"


_SEVERITIES = {"error": "错误", "warning": "疑似", "note": "提示"}


def _slot(section: str, label: str, column: str, hint: str) -> str:
    cell = f"（{column}）" if column else ""
    return f"{section}：{label}{cell}{f'，{hint}' if hint else ''}"
