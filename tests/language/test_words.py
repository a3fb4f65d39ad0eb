"""Chinese text cut into search words."""

from __future__ import annotations

import subprocess
import sys

import pytest

from index.language.words import domain_words, is_known, normalise, question_tokens, tokens


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("行政复议", {"行政", "复议", "行政复议"}),
        ("信息公开申请", {"信息公开", "信息公开申请"}),
        ("本年新收政府信息公开申请数量", {"信息公开", "申请"}),
        ("有没有人打官司", {"打官司"}),
        ("电话0000-1234567", {"电话", "1234567"}),
        ("ＷｅＣｈａｔ账号", {"wechat", "账号"}),
    ],
)
def test_domain_words_are_found_whole_and_in_parts(text: str, words: set[str]) -> None:
    assert words <= set(tokens(text))


def test_layout_spaces_do_not_change_the_words() -> None:
    assert tokens("发布 信 息 35 条") == tokens("发布信息35条")


def test_the_cells_of_a_row_stay_apart() -> None:
    assert normalise("总计 12 34") == "总计12 34"
    assert "34" in tokens("总计 12 34")


def test_question_words_are_no_search_words() -> None:
    assert tokens("请问是多少呢？") == []


def test_saying_no_is_a_search_word() -> None:
    assert "没有" in tokens("没有收费")


def test_question_words_come_once_in_order() -> None:
    assert question_tokens("公开公开收费") == tuple(dict.fromkeys(tokens("公开公开收费")))


def test_the_vocabulary_holds_listed_words_and_indicators() -> None:
    assert {"依申请公开", "行政诉讼", "打官司"} <= domain_words()
    assert not any(word.startswith("#") for word in domain_words())


def test_loading_says_nothing() -> None:
    code = "from index.language.words import tokens; tokens('政府信息公开')"
    done = subprocess.run([sys.executable, "-W", "error", "-c", code], capture_output=True, check=True)  # noqa: S603
    assert (done.stdout, done.stderr) == (b"", b"")


@pytest.mark.parametrize(("word", "known"), [("培训", True), ("开会", True), ("训施", False)])
def test_a_word_is_known_alike_before_and_after_the_tokenizer_is_set_up(word: str, *, known: bool) -> None:
    code = f"from index.language.words import is_known, tokens; a = is_known({word!r}); tokens('公开'); print(a, is_known({word!r}))"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout  # noqa: S603 - our own code
    assert told.split() == [str(known)] * 2
    assert is_known(word) is known
