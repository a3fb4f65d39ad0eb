"""``disclosure evaluate``: a question file checked, asked and judged, as a table, as JSON and as a page."""

from __future__ import annotations

import sys
import time
from argparse import Namespace
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.commands.options import folder_of, opened, print_json, wants_json
from assistant.settings import settings as configured
from index.errors import DisclosureError, StoreError, UsageError

if TYPE_CHECKING:
    from assistant.evaluate import Evaluation, Row
    from assistant.evaluation.ablations import Variant
    from assistant.evaluation.questions import Problem
    from assistant.evaluation.sources import Sources

ABLATIONS = ("dense-only", "lexical-only", "no-filter", "no-facts", "no-context")
"""As in ablations.py, which only this command loads."""
SYSTEMS = ("disclosure", "baseline")
"""This assistant, and plain LangChain RAG to compare with."""
_QUIET = 5.0
"""Seconds between two words of progress."""

Json = dict[str, Any]


def evaluate(arguments: Namespace) -> int:
    """Ask, judge, print, and with ``--out`` write scores.json, answers.jsonl and report.html; or only validate."""
    from assistant.evaluation import files, page  # noqa: PLC0415 - loads the whole of answering
    from assistant.evaluation.table import table  # noqa: PLC0415 - as above

    if arguments.validate:
        return _validate(arguments)
    if arguments.resume and not arguments.out:
        raise UsageError("--resume 要与 --out 同用，接着那个文件夹里的评测跑")
    result, quoted = _evaluated(arguments)
    scores = result.to_json()
    if arguments.against:
        scores["against"] = files.compared(result.rows, arguments.against)
    if arguments.out:
        files.save(result.rows, scores, arguments.out)
        (arguments.out / "report.html").write_text(page.page(result, scores, quoted), encoding="utf-8")
    if wants_json(arguments):
        print_json(scores)
    else:
        print(table(result, scores))
    return 0


def _evaluated(arguments: Namespace) -> tuple[Evaluation, Sources]:
    """The questions asked of the system that the arguments describe, and what answers and evidence quote."""
    from assistant import evaluate as evaluation  # noqa: PLC0415 - loads the whole of answering
    from assistant.evaluation.ablations import ablated  # noqa: PLC0415 - as above
    from assistant.evaluation.journal import begun  # noqa: PLC0415 - as above
    from assistant.evaluation.provenance import provenance  # noqa: PLC0415 - as above
    from assistant.evaluation.questions import read  # noqa: PLC0415 - as above
    from assistant.evaluation.sources import sources  # noqa: PLC0415 - as above
    from assistant.plain import PlainRag  # noqa: PLC0415 - as above

    path = questions_of(arguments)
    with opened(arguments) as store:
        known = evaluation.library(store)
        questions, problems = read(path, known.texts)
        _tell(problems)
        chosen, taken = _chosen(arguments, questions)
        if not chosen:
            raise DisclosureError("没有可用的问题", str(path), "请看上面的提示" if problems else "")
        variant = _variant(arguments)
        setting = provenance(
            store, path, _settings(variant) | {"part": _part(arguments), "hits": evaluation.HITS}
        )
        setting["questions"] |= taken
        journal = begun(arguments.out, setting, resume=arguments.resume) if arguments.out else None
        with ablated(store, variant) as assistant:
            if isinstance(assistant, PlainRag):
                known = known.reading(assistant.texts)
            rows = evaluation.evaluate(assistant, chosen, known, Progress(), journal)
        quoted = sources(store, rows)
    if arguments.judge:
        rows, setting = _judged(rows, setting, arguments.judge)
    return evaluation.Evaluation(rows, setting, tuple(problems)), quoted


def _judged(rows: Sequence[Row], setting: Json, labels: Path) -> tuple[tuple[Row, ...], Json]:
    """The rows with a language model's opinions, and the setting with what is to be known of that judge."""
    from assistant.evaluation import model_judge  # noqa: PLC0415 - only with --judge
    from assistant.llm import door  # noqa: PLC0415 - as above

    way = door(configured())
    if way is None:
        raise DisclosureError(
            "没有设定语言模型，不能用 --judge", "", "请设定 DISCLOSURE_LLM_URL 或 DISCLOSURE_LLM_FILE"
        )
    model_judge.labels(labels)
    judged = model_judge.with_opinions(rows, way, Progress())
    said = model_judge.described(judged, labels, way, configured().llm_name, Progress())
    return judged, setting | {"judge": said}


def questions_of(arguments: Namespace) -> Path:
    """The question file: the one that was named, else the one that the officials' page writes into the store."""
    from assistant.evaluation.questions import FILE  # noqa: PLC0415 - loads the whole of answering

    return arguments.questions or folder_of(arguments) / FILE


def _part(arguments: Namespace) -> str:
    return "held" if arguments.held else "open" if arguments.open else "all"


def _chosen(arguments: Namespace, questions: Sequence[Json]) -> tuple[list[Json], Json]:
    """The questions to ask, and what is to be said of a sample: its size and seed, and of how many of each kind it is."""
    from assistant.evaluation.questions import is_held  # noqa: PLC0415 - loads the whole of answering
    from assistant.evaluation.sampling import sample  # noqa: PLC0415 - as above

    whole = [q for q in questions if _part(arguments) == "all" or is_held(q) == arguments.held]
    if arguments.sample is None:
        return whole, {}
    if arguments.sample == 0:
        raise UsageError("--sample 应为正数")
    of = Counter(question["kind"] for question in whole)
    taken = {"size": arguments.sample, "seed": arguments.seed, "of": dict(of)}
    return sample(whole, arguments.sample, arguments.seed), {"sample": taken}


def _variant(arguments: Namespace) -> Variant:
    from assistant.evaluation.ablations import Variant  # noqa: PLC0415 - loads the whole of answering

    model = not arguments.no_model and bool(configured().llm_name)
    plain = arguments.system == "baseline"
    if plain and (arguments.ablate or arguments.reranker):
        raise UsageError("--system baseline 不能与 --ablate、--reranker 同用")
    left_out, embedder, reranker = (
        name or "" for name in (arguments.ablate, arguments.embedder, arguments.reranker)
    )
    return Variant(left_out, embedder, reranker, model=model, plain=plain)


def _settings(variant: Variant) -> Json:
    """What scores.json says of the variant; names of models are empty where none was used."""
    system = "baseline" if variant.plain else "disclosure"
    chosen: Json = {
        "system": system,
        "ablation": variant.without,
        "reranker": variant.reranker or configured().reranker,
    }
    if variant.embedder:
        chosen["embedder"] = variant.embedder
    return chosen | {"model": configured().llm_name if variant.model else ""}


def _validate(arguments: Namespace) -> int:
    """Say what is wrong with the question file, evidence too where there is a store; 1 where anything is."""
    from assistant import evaluate as evaluation  # noqa: PLC0415 - loads the whole of answering
    from assistant.evaluation.questions import read  # noqa: PLC0415 - as above

    texts: Mapping[str, str] | None = None
    try:
        with opened(arguments) as store:
            texts = evaluation.library(store).texts
    except StoreError as error:
        print(f"{error.message}\n没有核对证据原文。", file=sys.stderr)
    questions, problems = read(questions_of(arguments), texts)
    if wants_json(arguments):
        found = [problem.to_json() for problem in problems]
        print_json({"questions": len(questions), "evidence_checked": texts is not None, "problems": found})
    else:
        _tell(problems)
        print(f"可用的问题 {len(questions)} 个，发现 {len(problems)} 处不妥。")
    return 1 if problems or not questions else 0


def _tell(problems: Sequence[Problem]) -> None:
    for problem in problems:
        print(problem, file=sys.stderr)


@dataclass
class Progress:
    """Progress on standard error, with the time that is left; seldom, so that a log stays readable."""

    clock: Callable[[], float] = time.monotonic
    _started: float = field(default=0.0, init=False)
    _said: float = field(default=0.0, init=False)

    def __call__(self, done: int, todo: int) -> None:
        """Say how far it is, at most every few seconds and at the end."""
        now = self.clock()
        if not self._started:
            self._started = self._said = now
        if done < todo and now - self._said < _QUIET:
            return
        self._said = now
        left = (now - self._started) / max(done - 1, 1) * (todo - done)
        rest = f"，约剩 {left:.0f} 秒" if done < todo else ""
        print(f"{done}/{todo}{rest}", file=sys.stderr, flush=True)
