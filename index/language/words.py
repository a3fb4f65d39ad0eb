"""Chinese text to search words: jieba's search mode, taught the words of this domain.

The same function cuts what is indexed and what is asked, so both sides always agree.
"""

from __future__ import annotations

import logging
import re
import unicodedata
import warnings
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib import resources
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

from index.indicators import indicators

_CJK = "\u3400-\u9fff"
_GAP = re.compile(rf"(?<=[{_CJK}])\s+|\s+(?=[{_CJK}])")
_WORD = re.compile(rf"[{_CJK}0-9a-z]")
_NUMBERING = re.compile(r"^(?:[（(]?[一二三四五六七八九十]+[）)]?、?|\d+[.、．]|其中[：:])")
_LONGEST_TERM = 6
_FREQUENCY = 20_000
"""High enough that jieba prefers a taught word to its parts; its commonest words have about 300,000."""

_STOP_WORDS = """
的 了 吗 呢 吧 啊 么 是 在 有 和 与 及 或 等 就 都 也 还 又 被 把 对 为 以 于 从 向 到 由 给 让 请
这 那 该 其 它 他 她 我 你 您 我们 你们 他们 这个 那个 这些 那些 之 者 所 而 且 但 并 将 已 曾
多少 几 哪 哪些 哪个 哪里 哪儿 哪家 什么 怎么 怎样 怎么样 如何 谁 为什么 是否 有没有 是不是
告诉 一下 想 知道 请问 说 讲 来着 到底 究竟 关于 通过 进行 根据 按照 以及 年度 个 只 很
"""
STOP_WORDS = frozenset(_STOP_WORDS.split())
"""Words that carry no content in a question or a report; ``没有``, ``未`` and ``无`` do and are not here."""


@cache
def domain_words() -> frozenset[str]:
    """The words taught to jieba: words.txt, and of each indicator its name, words and short labels."""
    listed = resources.files("index.language").joinpath("words.txt").read_text(encoding="utf-8").splitlines()
    found = {word for word in listed if word and not word.startswith("#")}
    for indicator in indicators().values():
        labels = (_NUMBERING.sub("", label) for label in indicator.labels.values())
        found.update(term for term in (indicator.name, *indicator.words, *labels) if _teachable(term))
    return frozenset(found)


def _teachable(term: str) -> bool:
    """Longer terms stay cut: their parts are what questions share with them."""
    return 1 < len(term) <= _LONGEST_TERM and all(_WORD.match(char) for char in term)


@cache
def _tokenizer() -> Any:  # noqa: ANN401 - jieba has no types
    """A jieba of our own (0.5 s), taught the domain's words.

    ``initialize`` would keep a cache in the shared temporary folder and load whatever lies there; building the
    dictionary anew takes as long as reading that cache, so neither is done.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import jieba  # noqa: PLC0415 - 0.5 s that most commands don't need

    jieba.setLogLevel(logging.WARNING)
    tokenizer = jieba.Tokenizer()
    tokenizer.FREQ, tokenizer.total = tokenizer.gen_pfdict(tokenizer.get_dict_file())
    tokenizer.initialized = True
    for word in domain_words():
        tokenizer.add_word(word, freq=_FREQUENCY)
    return tokenizer


def normalise(text: str) -> str:
    """NFKC, lower case, without the white space that layout puts beside Chinese characters."""
    return _GAP.sub("", unicodedata.normalize("NFKC", text).lower())


def tokens(text: str) -> list[str]:
    """The search words of a text in order, repeats kept; ``[]`` for text of stop words and marks alone."""
    return [word for piece in normalise(text).split() for word in _cut(piece) if _carries_content(word)]


def _carries_content(word: str) -> bool:
    return bool(_WORD.search(word)) and word not in STOP_WORDS


def _cut(piece: str) -> Iterator[str]:
    """Cut as jieba's search mode does, but with the words of four characters inside a longer one too (信息公开 in 信息公开申请)."""
    tokenizer = _tokenizer()
    for word in tokenizer.cut(piece):
        for size in (2, 3, 4):
            for start in range(len(word) - size + 1 if len(word) > size else 0):
                if tokenizer.FREQ.get(word[start : start + size]):
                    yield word[start : start + size]
        yield word


@lru_cache(maxsize=4096)
def question_tokens(question: str) -> tuple[str, ...]:
    """The distinct search words of a question in order."""
    return tuple(dict.fromkeys(tokens(question)))


@cache
def _dictionary() -> bytes:
    """Jieba's list of words as it is on disk, read without jieba's own 0.5 s of setting up."""
    file = Path(str(distribution("jieba").locate_file("jieba/dict.txt")))
    return b"\n" + file.read_bytes()


@lru_cache(maxsize=4096)
def part_of_speech(word: str) -> str:
    """Jieba's part of speech for a word, ``""`` for one that it does not know."""
    dictionary, key = _dictionary(), f"\n{word} ".encode()
    at = dictionary.find(key)
    if at < 0:
        return ""
    return dictionary[at + 1 : dictionary.find(b"\n", at + 1)].split()[-1].decode()


def is_noun(word: str) -> bool:
    """Whether jieba's dictionary lists a word as a noun; a word that it does not know is none."""
    return part_of_speech(word) in {"n", "nz", "nt", "ng", "j"}


def frequency(word: str) -> int:
    """How often jieba's corpus has a word, 0 for one that its dictionary lacks."""
    return int(_tokenizer().FREQ.get(word) or 0)


def is_known(word: str) -> bool:
    """Whether a word is in jieba's dictionary or the domain's; what is not was guessed and may be cut wrongly."""
    if word in domain_words():
        return True
    ready = _tokenizer.cache_info().currsize
    return bool(_tokenizer().FREQ.get(word)) if ready else bool(part_of_speech(word))
