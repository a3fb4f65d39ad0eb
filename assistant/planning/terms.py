"""The content words of a question, and those among them without which a passage does not answer."""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.planning.part_names import scope_words
from assistant.planning.topics import Topic
from assistant.planning.vocabulary import column_words
from index.language.words import question_tokens

_EMPTY = re.compile(
    "多少|几|一共|总共|共收录|合计|总计|分别|今年|去年|报告|年报|情况|方面|进行|如何|公开|信息|政府|政府信息|信息公开|政府信息公开|工作|政务|政务公开|年度|"
    "收到|接到|没有|有|过|镇|市|区|县|乡|街道|单位|部门|数量|是否|因为|告诉|问题|内容|具体|相关|有关|主要|哪些|哪个|哪一年|哪天|什么|各|各自|各县区|最多|最少|最后|时候|"
    "介绍|一下|请|使用|写|说|说说|提到|做|搞|给|被|要|会|能|可以|应该|知道|一年|当年|本年|里面|其中|比较|谁|大|多|少|老是|"
    "怎么回事|回事|怎样|如何|来龙去脉|经过|吗|呢|镇里|市里|全市|全区|全县|全镇|本级|从事|采取|有人|申请人|名字|收得|公开得|比例|占比|数|针对|提出|设在|比|相比|哪里|为什么|原因|"
    "变化|趋势|历年|排名|平均|件|条|次|个|人|项|期|家|名|[\\d.]+|[一二三四五六七八九十几多少]+[件条次个人项期家名份场篇起元万]?"
)


def content_terms(plain: str) -> tuple[str, ...]:
    """The search words of a question whose names and years are blanked, without words of asking."""
    return tuple(word for word in question_tokens(plain) if not _EMPTY.fullmatch(word))


def focus_terms(plain: str, topic: Topic, terms: Iterable[str]) -> tuple[str, ...]:
    """Of the terms, the words of two characters or more that no indicator explains, longest forms only."""
    covered = [*(plain[hit.start : hit.end] for hit in topic.found), *column_words(plain), topic.column]
    covered += scope_words(plain)
    rest = [term for term in terms if len(term) >= 2 and not any(term in words for words in covered)]
    return tuple(term for term in rest if not any(term != other and term in other for other in rest))
