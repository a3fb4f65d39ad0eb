"""A language model from a GGUF file that the user names, run in this process: the optional extra ``local``.

llama.cpp (through xllamacpp) answers on a loopback port of its own choosing, under a key that only this process knows, in the
same HTTP interface as any other endpoint: the limits, the streaming and the errors of llm.py hold for it unchanged.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from index.errors import DisclosureError

CONTEXT = 8192
"""Tokens of sources and reply together for one reply; ``Settings.llm_characters`` and ``llm_tokens`` stay far below it."""
_MAGIC = b"GGUF"
_QUIET = -1


@dataclass(frozen=True, slots=True)
class Served:
    """A model that is loaded and answers at ``url`` to whoever knows ``key``; it lives as long as ``server`` is held."""

    url: str
    key: str
    name: str
    server: Any


def served(path: Path, replies: int = 1) -> Served:
    """Load a GGUF file and answer with it, so many replies at a time.

    Raises DisclosureError where the file is none or cannot be loaded, and where the extra is not installed.
    """
    checked(path)
    parameters = _parameters(path, replies)
    key = secrets.token_hex(16)
    parameters.api_keys = [key]
    try:
        from xllamacpp import Server  # noqa: PLC0415 - optional; _parameters has said so where it is missing

        server = Server(parameters)
    except RuntimeError as error:
        raise DisclosureError(
            "模型文件无法载入", str(path), "文件可能不完整、不是对话模型，或内存不够"
        ) from error
    return Served(f"{server.listening_address}/v1", key, path.stem, server)


def checked(path: Path) -> None:
    """Raises DisclosureError unless a path is a readable file that begins as GGUF files do."""
    try:
        with path.open("rb") as file:
            magic = file.read(len(_MAGIC))
    except OSError as error:
        reason = "没有这个文件" if isinstance(error, FileNotFoundError) else "无法读取"
        raise DisclosureError(f"模型文件{reason}", str(path), "请检查 DISCLOSURE_LLM_FILE") from error
    if magic != _MAGIC:
        raise DisclosureError("不是 GGUF 模型文件", str(path), "请用 .gguf 格式的对话模型")


def _parameters(path: Path, replies: int) -> Any:  # noqa: ANN401 - a vendor's class of a package that may be missing
    try:
        from xllamacpp import CommonParams  # noqa: PLC0415 - optional, and it loads 100 MB of libraries
    except ImportError as error:
        remedy = '请运行 pip install -c constraints.txt ".[local]"，或改用 DISCLOSURE_LLM_URL'
        raise DisclosureError("没有安装运行本地模型的组件", "DISCLOSURE_LLM_FILE", remedy) from error
    parameters = CommonParams()
    parameters.model.path = str(path)
    parameters.n_ctx, parameters.n_parallel = CONTEXT * replies, replies
    parameters.hostnames, parameters.port = ["127.0.0.1"], 0
    parameters.verbosity = _QUIET
    return parameters
