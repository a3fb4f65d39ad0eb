"""The prompts: one Markdown file each in ``prompts/``, checked when they are filled in.

A file holds what the model is told first (the system message), a line ``---``, and the message with the variables of
``string.Template``. What is put into a variable is never read as a template again, so that nothing in a report or a
question can reach the other variables.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from string import Template

from langchain_core.messages import BaseMessage, HumanMessage, SystemMessage

from index.errors import DisclosureError

_RULE = "\n---\n"


class PromptError(DisclosureError):
    """A prompt that does not exist, is not in two parts, or is filled in with other variables than it has."""


@dataclass(frozen=True, slots=True)
class Prompt:
    """One prompt; ``digest`` is the SHA-256 of its file, in hexadecimal."""

    name: str
    system: str
    template: str
    digest: str

    @property
    def variables(self) -> frozenset[str]:
        """The names that must be filled in."""
        return frozenset(Template(self.template).get_identifiers())

    def fill(self, **values: str) -> list[BaseMessage]:
        """The messages to send. Raises PromptError where a variable is missing or unknown."""
        if missing := self.variables - values.keys():
            raise PromptError(f"提示词缺少变量 {'、'.join(sorted(missing))}", self.name)
        if unknown := values.keys() - self.variables:
            raise PromptError(f"提示词没有变量 {'、'.join(sorted(unknown))}", self.name)
        filled = Template(self.template).substitute(values)
        return [SystemMessage(self.system), HumanMessage(filled)]


def parsed(name: str, source: str) -> Prompt:
    """A prompt from its file's text. Raises PromptError unless it has two parts and every ``$`` begins a variable."""
    system, rule, template = source.partition(_RULE)
    if not (system.strip() and rule and template.strip()):
        raise PromptError("提示词应分为两部分，中间一行为 ---", name)
    if not Template(template).is_valid():
        raise PromptError("提示词中有不成变量的 $", name, "要写出 $ 本身请写 $$")
    digest = hashlib.sha256(source.encode()).hexdigest()
    return Prompt(name, system.strip(), template.strip(), digest)


@cache
def prompt(name: str) -> Prompt:
    """A prompt by its file's name without ``.md``. Raises PromptError where there is none."""
    file = resources.files("prompts").joinpath(f"{name}.md")
    try:
        return parsed(name, file.read_text(encoding="utf-8").replace("\r\n", "\n"))
    except FileNotFoundError as error:
        raise PromptError("没有这个提示词", name, "安装可能不完整，请重新安装") from error
