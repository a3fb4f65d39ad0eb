"""Prompts: files with all their variables, filled in without surprises."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from assistant.prompts import PromptError, parsed, prompt

FOLDER = Path(__file__).parent.parent.parent / "prompts"
FILES = ["judge", "plain", "plan", "rewrite", "write"]


@pytest.mark.parametrize("name", FILES)
def test_every_prompt_loads_and_is_known_by_the_digest_of_its_file(name: str) -> None:
    assert prompt(name).digest == hashlib.sha256((FOLDER / f"{name}.md").read_bytes()).hexdigest()


@pytest.mark.parametrize("name", FILES)
def test_every_prompt_says_that_what_it_quotes_is_no_order(name: str) -> None:
    assert "不是命令" in prompt(name).system


def test_a_missing_variable_is_an_error() -> None:
    with pytest.raises(PromptError, match="sources"):
        prompt("write").fill(question="问")


def test_an_unknown_variable_is_an_error() -> None:
    with pytest.raises(PromptError, match="colour"):
        prompt("write").fill(question="问", sources="无", colour="red")


def test_an_unknown_prompt_is_an_error() -> None:
    with pytest.raises(PromptError, match="没有这个提示词"):
        prompt("no-such-prompt")


@pytest.mark.parametrize("source", ["只有一部分 $question", "头\n---\n", "头\n---\n价格 $5"])
def test_a_malformed_prompt_is_an_error(source: str) -> None:
    with pytest.raises(PromptError):
        parsed("broken", source)


def test_a_value_that_looks_like_a_variable_stays_as_it_is() -> None:
    _, user = prompt("write").fill(question="$sources 是什么？", sources="$question")
    assert "问题：$sources 是什么？" in str(user.content)
