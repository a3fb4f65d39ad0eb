"""The tasks of the benchmark, each run in a process of its own: ``python -m assistant.benchmark.tasks TASK JOB``.

A task takes and gives JSON. It imports only what it needs, because its time from the start and its peak memory are measured.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from assistant.memory import settle
from index.errors import DisclosureError

Result = dict[str, Any]

ROUNDS = 2
"""How often the questions are asked; the first time counts for the start, all count for the percentiles."""
_NAMED = ("{0}{1}年收到多少件信息公开申请？", "{0}{1}年主动公开了哪些信息？", "{0}{1}年还有什么不足？")
_BODIES = 20
"""How many bodies of a collection are asked about."""
_COUNTING = (
    "2016年哪些镇没有收到信息公开申请？",
    "2016年所有镇一共收到多少件信息公开申请？",
    "2016年收到申请最多的是哪个镇？",
    "2016年各镇平均收到多少件信息公开申请？",
    "2016年有多少个镇收到了信息公开申请？",
    "2016年主动公开信息超过30条的有哪些？",
    "2016年各镇主动公开信息数量排名",
    "哪些报告的数字前后不一致？",
    "收录了多少份年报？",
)


_WIDE = (
    "哪些镇请人大代表评议了公开工作？",
    "有没有报告提到明白卡？",
    "哪些报告提到村级信息员学习后当场测试？",
    "哪些镇在便民服务中心接待群众？",
)


def _index(job: Result) -> Result:
    started = time.perf_counter()
    from index.build import build  # noqa: PLC0415 - each task loads what it needs

    imports = time.perf_counter() - started
    folder = Path(job["base"]) / "ours"
    result = build(_paths(job), folder, embedder=job["embedder"] or None)
    return {
        "seconds": result.seconds,
        "imports": imports,
        "stages": result.stages.seconds,
        "reports": result.reports,
        "unchanged": result.unchanged,
        "chunks": result.chunks,
        "bytes": _size(folder),
    }


def _baseline_index(job: Result) -> Result:
    started = time.perf_counter()
    baseline = _baseline(job)
    chunks = baseline.index(_paths(job))
    seconds = time.perf_counter() - started
    size = _size(Path(job["base"]) / "baseline")
    return {"seconds": seconds, "stages": baseline.stages, "chunks": chunks, "bytes": size}


def _size(folder: Path) -> int:
    """Bytes of all files in a folder."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())


def _questions(job: Result) -> Result:
    from index.store import Store  # noqa: PLC0415 - as in _index

    with Store.open(Path(job["base"]) / "ours") as store:
        heads = store.catalogue()
    step = max(len(heads) // _BODIES, 1)
    return {"questions": [text.format(h.issuer.short, h.year) for h in heads[::step] for text in _NAMED]}


def _ask(job: Result) -> Result:
    from assistant.answer import Assistant  # noqa: PLC0415 - as in _index
    from index.store import Store  # noqa: PLC0415 - as in _index

    with Store.open(Path(job["base"]) / "ours") as store:
        return _timed(job["questions"], Assistant(store).ask)


def _baseline_ask(job: Result) -> Result:
    baseline = _baseline(job)
    return _timed(job["questions"], baseline.ask)


def _embed(job: Result) -> Result:
    """The embedding of a question alone, which no search by meaning can do without."""
    model = _model(job)
    return _timed(job["questions"], model.embed_query)


def _baseline(job: Result) -> Any:  # noqa: ANN401 - its module is loaded only here
    from assistant.baseline import Baseline  # noqa: PLC0415 - as in _index

    return Baseline(Path(job["base"]) / "baseline", _model(job))


def _model(job: Result) -> Any:  # noqa: ANN401 - as _baseline
    from index.embed import embedder  # noqa: PLC0415 - as in _index

    model = embedder(job["embedder"] or None).model
    if model is None:
        raise DisclosureError("对照方案需要向量模型", job["embedder"], "请用 --embedder 指定")
    return model


def _generate(job: Result) -> Result:
    """Write generated reports into a folder."""
    from assistant.benchmark.generated import collection  # noqa: PLC0415 - as in _index

    folder = Path(job["folder"])
    folder.mkdir()
    for name, text in collection(job["reports"]):
        (folder / name).write_text(text, encoding="utf-8")
    return {"reports": job["reports"]}


def _count(job: Result) -> Result:
    """Questions that count over all reports of a store."""
    return _ask(job | {"questions": [*_COUNTING] * 3})


def _wide(job: Result) -> Result:
    """Questions about passages that name no body, over all reports of a store."""
    return _ask(job | {"questions": [*_WIDE] * 2})


def _fill(job: Result) -> Result:
    """A collection of so many chunks, ours and the plain one; real vectors are kept beside for the next."""
    from assistant.benchmark.sizes import Limits, fill, fill_plain, model_for  # noqa: PLC0415 - as in _index

    base, name, wanted = Path(job["base"]), job["embedder"], job["chunks"]
    limits = Limits(min(Limits.whole, job["embedded"]), job["embedded"], job["seconds"])
    base.mkdir()
    reports, chunks, real = fill(base / "ours", name, wanted, limits, base.parent / "ours.npz")
    model = model_for(name, wanted, limits, base.parent / "baseline.npz")
    pieces, plain_real = fill_plain(base / "baseline", base / "files", reports, model)
    return {
        "reports": reports,
        "chunks": chunks,
        "embedded": real,
        "baseline_chunks": pieces,
        "baseline_embedded": plain_real,
        "stored_vectors": real < chunks or plain_real < pieces,
        "bytes": _size(base / "ours"),
        "baseline_bytes": _size(base / "baseline"),
    }


def _timed(questions: Sequence[str], ask: Callable[[str], object]) -> Result:
    """Milliseconds a question, each time with a question that the process has not seen as it stands."""
    spent: list[float] = []
    first = 0.0
    for turn in range(ROUNDS):
        for number, question in enumerate(questions):
            started = time.perf_counter()
            ask(f"请问{question}" if turn else question)
            spent.append((time.perf_counter() - started) * 1000)
            if not (turn or number):
                first = time.time()
                settle()  # as whatever answers many questions does
    spent.sort()
    return {
        "first": first,
        "questions": len(spent),
        "p50": spent[len(spent) // 2],
        "p95": spent[int(len(spent) * 0.95)],
    }


def _paths(job: Result) -> list[Path]:
    return [Path(path) for path in job["paths"]]


def _peak_memory() -> float | None:
    """The most memory that this process held, in MB."""
    try:
        import resource  # noqa: PLC0415 - not on Windows
    except ImportError:
        return None
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return float(peak / (1024 * 1024 if sys.platform == "darwin" else 1024))


TASKS: dict[str, Callable[[Result], Result]] = {
    "index": _index,
    "baseline_index": _baseline_index,
    "questions": _questions,
    "ask": _ask,
    "baseline_ask": _baseline_ask,
    "embed": _embed,
    "generate": _generate,
    "count": _count,
    "wide": _wide,
    "fill": _fill,
}

if __name__ == "__main__":
    done = TASKS[sys.argv[1]](json.loads(sys.argv[2]))
    print(json.dumps(done | {"memory": _peak_memory(), "cpu": time.process_time()}))  # noqa: T201 - for the parent
