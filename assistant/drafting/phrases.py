"""The sentences of a draft, one Markdown file a subject in ``prompts/``: a heading ``## name`` and the sentence below it."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from string import Template

from index.errors import DisclosureError

_VARIANT = "~"
"""Parts a phrase's name from the number of its other wording, from 1 on: ``handled~1``."""

_ENTRY = re.compile(r"^## (\S+)\n(.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Phrases:
    """The sentences of one file by name; ``digest`` is the file's SHA-256."""

    file: str
    texts: dict[str, str]
    digest: str

    def __contains__(self, key: object) -> bool:
        """Whether there is a sentence of that name."""
        return key in self.texts

    @property
    def wordings(self) -> int:
        """How many wordings there are, the plain one included; a phrase without a variant stays as it is."""
        return 1 + max((int(name.split(_VARIANT)[1]) for name in self.texts if _VARIANT in name), default=0)

    def worded(self, number: int) -> Phrases:
        """The same phrases in another wording; counts go round, 0 is the plain one."""
        ending = f"{_VARIANT}{number % self.wordings}"
        others = {
            name.removesuffix(ending): text for name, text in self.texts.items() if name.endswith(ending)
        }
        return replace(self, texts=self.texts | others)

    def say(self, key: str, **values: object) -> str:
        """The sentence with its variables put in. Raises DisclosureError where the file lacks it or a variable."""
        try:
            return Template(self.texts[key]).substitute({name: str(value) for name, value in values.items()})
        except (KeyError, ValueError) as error:
            what = f"起草语句“{key}”不存在或变量不对（{error}）"
            raise DisclosureError(what, f"prompts/{self.file}.md", "请恢复这个文件") from error


@cache
def phrases(file: str) -> Phrases:
    """The sentences of ``prompts/<file>.md``."""
    try:
        text = resources.files("prompts").joinpath(f"{file}.md").read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise DisclosureError("缺少起草语句", f"prompts/{file}.md", "安装可能不完整，请重新安装") from error
    text = text.replace("\r\n", "\n")
    texts = {match[1]: match[2].strip() for match in _ENTRY.finditer(text)}
    return Phrases(file, texts, hashlib.sha256(text.encode()).hexdigest())


FILES = (
    "draft_preamble",
    "draft_counts",
    "draft_compare",
    "draft_requests",
    "draft_requests_2007",
    "draft_disputes",
    "draft_sections",
)
"""All files that a draft is written from."""


def digests() -> dict[str, str]:
    """SHA-256 of every file by its name, as a draft records them."""
    return {file: phrases(file).digest for file in FILES}
