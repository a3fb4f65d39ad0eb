"""Speed and memory beside plain LangChain retrieval, measured in the same run on this machine.

Every task runs in a process of its own, so that its peak memory and the time from its start are its own.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from importlib import resources
from pathlib import Path
from typing import Any

from assistant.memory import settle
from index.errors import DisclosureError

ROUNDS = 2
"""How often the questions are asked; the first time counts for the start, all count for the percentiles."""
MANY = 1000
"""Reports of the generated collection for questions that count."""

Result = dict[str, Any]


def bench(paths: Sequence[Path], questions: Sequence[str], embedder: str, many: int = MANY) -> Result:
    """Index and ask with ours and with the baseline, and count over ``many`` generated reports (0 leaves that out).

    Without paths the bundled samples are used, without questions some are made from the catalogue. Times are in
    seconds, of questions in milliseconds, memory in megabytes (``None`` where the system does not tell).
    """
    paths = list(paths) or [Path(str(resources.files("index").joinpath("samples/reports")))]
    with tempfile.TemporaryDirectory() as base:
        job = {"paths": [str(path.absolute()) for path in paths], "embedder": embedder, "base": base}
        result: Result = {"index": _child("index", job), "baseline_index": _child("baseline_index", job)}
        result["again"] = _child("index", job)
        job["questions"] = list(questions) or _child("questions", job)["questions"]
        result["ask"] = _child("ask", job)
        result["baseline_ask"] = _child("baseline_ask", job)
        if many:
            result["count"] = _child("count", {"base": base, "many": many})
    return result


def _child(task: str, job: Result) -> Result:
    """Run one task in its own process; ``start`` is the time until it had its first result."""
    started = time.time()
    command = [sys.executable, "-m", "assistant.bench", task, json.dumps(job)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)  # noqa: S603 - ours
    if done.returncode:
        raise DisclosureError(f"测量“{task}”失败", "", done.stderr.strip()[-500:])
    result: Result = json.loads(done.stdout.splitlines()[-1])
    if "first" in result:
        result["start"] = result.pop("first") - started
    return result


def _index(job: Result) -> Result:
    from index.build import build  # noqa: PLC0415 - each task loads what it needs

    result = build(_paths(job), Path(job["base"]) / "ours", embedder=job["embedder"] or None)
    return {"seconds": result.seconds, "stages": result.stages.seconds, "chunks": result.chunks}


def _baseline_index(job: Result) -> Result:
    started = time.perf_counter()
    baseline = _baseline(job)
    chunks = baseline.index(_paths(job))
    return {"seconds": time.perf_counter() - started, "stages": baseline.stages, "chunks": chunks}


def _questions(job: Result) -> Result:
    from index.store import Store  # noqa: PLC0415 - as in _index

    asked = ("{0}{1}年收到多少件信息公开申请？", "{0}{1}年主动公开了哪些信息？", "{0}{1}年还有什么不足？")
    with Store.open(Path(job["base"]) / "ours") as store:
        heads = store.catalogue()
    return {"questions": [text.format(head.issuer.short, head.year) for head in heads for text in asked]}


def _ask(job: Result) -> Result:
    from assistant.answer import Assistant  # noqa: PLC0415 - as in _index
    from index.store import Store  # noqa: PLC0415 - as in _index

    with Store.open(Path(job["base"]) / "ours") as store:
        assistant = Assistant(store)
        return _timed(job["questions"], assistant.ask)


def _baseline_ask(job: Result) -> Result:
    baseline = _baseline(job)
    return _timed(job["questions"], baseline.ask)


def _baseline(job: Result) -> Any:  # noqa: ANN401 - its module is loaded only here
    from assistant.baseline import Baseline  # noqa: PLC0415 - as in _index
    from index.embed import embedder  # noqa: PLC0415 - as in _index

    model = embedder(job["embedder"] or None).model
    if model is None:
        raise DisclosureError("对照方案需要向量模型", job["embedder"], "请用 --embedder 指定")
    return Baseline(Path(job["base"]) / "baseline", model)


def _count(job: Result) -> Result:
    """Questions that count over generated reports, found by words and facts alone."""
    from assistant.answer import Assistant  # noqa: PLC0415 - as in _index
    from index.build import build  # noqa: PLC0415 - as in _index
    from index.store import Store  # noqa: PLC0415 - as in _index

    folder = Path(job["base"]) / "many"
    folder.mkdir()
    for number in range(job["many"]):
        town = invented_town(number)
        (folder / f"{number}.txt").write_text(invented_report(town, 2016, number % 7), encoding="utf-8")
    built = build([folder], Path(job["base"]) / "many-store", embedder="none")
    asked = (
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
    with Store.open(Path(job["base"]) / "many-store") as store:
        timed = _timed(asked * 3, Assistant(store).ask)
    return {"reports": built.reports, "facts": built.facts, "index_seconds": built.seconds} | timed


def invented_town(number: int) -> str:
    """A town that does not exist; different for each number below 1,600."""
    first, second = (
        "青白云石柳松竹梅兰菊芦苇桃杏梨枫桂榆槐棠荷莲萍蒲芷蘅菱茭荻蓼茶麻葵苏薇蕨芹葛藤萝",
        "禾鹭岭桥浦坞溪湾渡塘",
    )
    return f"{first[number // 40 % 40]}{first[number % 40]}{second[number % 10]}镇"


def invented_report(town: str, year: int, requests: int) -> str:
    """A short report in the format of before 2019."""
    return f"""{town}人民政府{year}年政府信息公开工作年度报告

一、概述

{year}年，我镇主动公开政府信息{requests * 11 + 3}条。

二、依申请公开政府信息情况

{year}年，我镇收到政府信息公开申请{requests}件。

三、收费及减免情况

{year}年，我镇没有收取费用。

{town}人民政府
{year + 1}年1月20日
"""


def _timed(questions: Sequence[str], ask: Callable[[str], object]) -> Result:
    """Milliseconds a question, each time with a question that the process has not seen as it stands."""
    spent: list[float] = []
    first = 0.0
    for turn in range(ROUNDS):
        for question in questions:
            started = time.perf_counter()
            ask(f"请问{question}" if turn else question)
            spent.append((time.perf_counter() - started) * 1000)
            if not first:
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


def table(result: Result) -> str:
    """The result for readers."""
    lines = [f"{'':<16}{'本系统':>12}{'普通 RAG':>12}"]
    for title, ours, theirs, key in (
        ("建索引（秒）", "index", "baseline_index", "seconds"),
        ("　其中 CPU（秒）", "index", "baseline_index", "cpu"),
        ("内存峰值（MB）", "index", "baseline_index", "memory"),
        ("再次建索引（秒）", "again", "", "seconds"),
        ("提问 p50（毫秒）", "ask", "baseline_ask", "p50"),
        ("提问 p95（毫秒）", "ask", "baseline_ask", "p95"),
        ("启动到首答（秒）", "ask", "baseline_ask", "start"),
        ("内存峰值（MB）", "ask", "baseline_ask", "memory"),
        ("千份计数 p95（毫秒）", "count", "", "p95"),
    ):
        values = [result.get(part, {}).get(key) for part in (ours, theirs)]
        lines.append(f"{title:<16}" + "".join(f"{'–' if v is None else f'{v:.2f}':>12}" for v in values))
    stages = "，".join(f"{name} {seconds:.2f}" for name, seconds in result["index"]["stages"].items())
    return "\n".join([*lines, f"建索引各阶段（秒）：{stages}"])


_TASKS: dict[str, Callable[[Result], Result]] = {
    "index": _index,
    "baseline_index": _baseline_index,
    "questions": _questions,
    "ask": _ask,
    "baseline_ask": _baseline_ask,
    "count": _count,
}

if __name__ == "__main__":
    done = _TASKS[sys.argv[1]](json.loads(sys.argv[2]))
    print(json.dumps(done | {"memory": _peak_memory(), "cpu": time.process_time()}))  # noqa: T201 - for the parent
