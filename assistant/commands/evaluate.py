"""``disclosure evaluate``: a question file asked and judged, as a table, as JSON and as a page."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Mapping
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any

from assistant.commands.options import opened, print_json, wants_json
from assistant.settings import settings as configured
from index.errors import DisclosureError

if TYPE_CHECKING:
    from assistant.evaluate import Evaluation
    from assistant.evaluation.metrics import Estimate

ABLATIONS = ("dense-only", "lexical-only", "no-filter", "no-facts", "no-context")
"""As in ablations.py, which only this command loads."""
_COLUMNS = {
    "通过": "pass",
    "召回@5": "recall@5",
    "MRR": "mrr",
    "nDCG": "ndcg@10",
    "数字": "numbers_exact",
    "名单": "set_exact",
    "引用准": "citation_precision",
    "引用全": "citation_recall",
    "有据": "claims_supported",
}


def evaluate(arguments: Namespace) -> int:
    """Ask, judge, print, and with ``--out`` write scores.json, answers.jsonl and report.html."""
    from assistant import evaluate as evaluation  # noqa: PLC0415 - loads the whole of answering
    from assistant.evaluation import files as evaluation_files  # noqa: PLC0415 - as above
    from assistant.evaluation import report as evaluation_report  # noqa: PLC0415 - as above
    from assistant.evaluation.ablations import ablated  # noqa: PLC0415 - as above
    from assistant.evaluation.provenance import provenance  # noqa: PLC0415 - as above
    from assistant.evaluation.questions import is_held, read  # noqa: PLC0415 - as above

    with ExitStack() as stack:
        store = stack.enter_context(opened(arguments))
        known = evaluation.library(store)
        questions, problems = read(arguments.questions, known.texts)
        part = "held" if arguments.held else "open" if arguments.open else "all"
        chosen = [q for q in questions if part == "all" or is_held(q) == arguments.held]
        if not chosen:
            raise DisclosureError(
                "没有可用的问题", str(arguments.questions), "请看上面的提示" if problems else ""
            )
        for problem in problems:
            print(problem, file=sys.stderr)
        assistant = stack.enter_context(ablated(store, arguments.ablate or "", model=not arguments.no_model))
        rows = evaluation.evaluate(assistant, chosen, known, _progress)
        settings = {"part": part, "ablation": arguments.ablate or "", "hits": evaluation.HITS}
        settings["model"] = "" if arguments.no_model else configured().llm_url and configured().llm_model
        setting = provenance(store, arguments.questions, settings)
    result = evaluation.Evaluation(rows, setting, tuple(problems))
    scores = result.to_json()
    if arguments.against:
        scores["against"] = evaluation_files.compared(rows, arguments.against)
    if arguments.out:
        evaluation_files.save(rows, scores, arguments.out)
        (arguments.out / "report.html").write_text(evaluation_report.page(result, scores), encoding="utf-8")
    if wants_json(arguments):
        print_json(scores)
    else:
        print(table(result, scores))
    return 0


def _progress(done: int, todo: int) -> None:
    if done % 25 == 0 or done == todo:
        print(f"{done}/{todo}", file=sys.stderr, flush=True)


def table(result: Evaluation, scores: Mapping[str, Any]) -> str:
    """The scores for reading on a terminal."""
    overall = result.overall()
    lines = [f"{'':<15}{'题数':>5}" + "".join(f"{title:>8}" for title in _COLUMNS)]
    lines += [_line(kind, found) for kind, found in result.by_kind().items()]
    lines += [_line("合计", overall), "", "指标（95% 置信区间，重抽样）"]
    lines += [
        f"  {name:<20}{e.value:.3f}  [{e.low:.3f}, {e.high:.3f}]  n={e.questions}"
        for name, e in overall.items()
    ]
    spent = scores["latency"]
    lines.append(f"  耗时 p50 {spent['p50']:.0f} 毫秒，p95 {spent['p95']:.0f} 毫秒")
    lines += [f"  未通过 {name}：{'；'.join(why)}" for name, why in scores["failed"].items()]
    if against := scores.get("against"):
        lines.append(
            f"与此前相比（{against['questions']}题）：转为通过 {len(against['won'])} {against['won']}，"
            f"转为未通过 {len(against['lost'])} {against['lost']}，p={against['p']}"
        )
    return "\n".join(lines)


def _line(name: str, found: Mapping[str, Estimate]) -> str:
    cells = [f"{found[m].value:>9.3f}" if m in found else f"{'–':>9}" for m in _COLUMNS.values()]
    return f"{name:<15}{found['pass'].questions:>6}" + "".join(cells)
