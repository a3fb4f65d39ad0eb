"""Questions that the collection does not answer: chit-chat, other matters, and attempts to give orders."""

from __future__ import annotations

import re

from index.language.patterns import pattern_of

_POINTER = (
    "我只回答已收录的政府信息公开工作年度报告里的内容。可以这样问：某镇2020年收到多少件信息公开申请？"
    "哪些单位没有收到申请？某市行政诉讼败诉几件？某区的联系电话是多少？"
)


def without_orders(question: str) -> str:
    """The question without sentences that try to give the program orders; ``""`` where nothing is left."""
    return _pattern("orders").sub("", question).strip(' ，。,；;：:！!”"')


def gives_orders(question: str) -> bool:
    """Whether the question tries to change how it is answered or asks for what must not be shown."""
    return bool(_pattern("orders").search(question) or _pattern("secrets").search(question))


def asks_for_secrets(question: str) -> bool:
    """Whether the program's own instructions are asked for, or harm to the store."""
    return bool(_pattern("secrets").search(question))


def greets(text: str) -> bool:
    """Whether it is a greeting or asks what can be asked."""
    return bool(_pattern("greeting").search(text))


def is_elsewhere(text: str) -> bool:
    """Whether the question is about matters that no such report deals with."""
    return bool(_pattern("elsewhere").search(text))


def is_domain(text: str) -> bool:
    """Whether any word of the domain occurs."""
    return bool(_pattern("domain").search(text))


def asks_the_law(text: str) -> bool:
    """Whether it asks how to proceed or what the law says, which reports do not answer."""
    return bool(_pattern("how_to").search(text))


def pointer() -> str:
    """What can be asked, for the reader."""
    return _POINTER


def _pattern(what: str) -> re.Pattern[str]:
    return pattern_of("outside.toml", what, re.IGNORECASE)
