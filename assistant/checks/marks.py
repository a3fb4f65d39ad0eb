"""Punctuation: marks too many, and pairs with one half lost."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.checks.case import Case
from assistant.checks.finding import Hit, Severity, rule
from assistant.checks.wording import hit

PUNCTUATION = "GB/T 15834-2011《标点符号用法》"

_DOUBLE_MARK = re.compile(r"，，|。。|、、|；；|：：|，。|。，|、。|，、|、，|；。|。；")
_BEFORE_ETC = re.compile(r"(?<=[\u4e00-\u9fff])、(?=等(?:[\u4e00-\u9fff]|[，。；]))")
_BEFORE_OF = re.compile(r"(?<=[\u4e00-\u9fff])、(?=关于|的(?!士))")


@rule("mark-before-word", "标点错误", Severity.ERROR, PUNCTUATION)
def stray_marks(case: Case) -> Iterator[Hit]:
    """No 、 before 关于 or 的, no two marks running."""
    for sentence in case.sentences:
        text = re.sub(r"\s", "", sentence.text)
        if match := _BEFORE_OF.search(text):
            yield hit(
                sentence,
                text[max(0, match.start() - 2) : match.end() + 2],
                f"“{text[max(0, match.start() - 2) : match.end() + 2]}”多一顿号",
                "删去顿号",
            )
    for passage in case.passages:
        if match := _DOUBLE_MARK.search(re.sub(r"\s", "", passage.text)):
            yield Hit(f"标点“{match[0]}”重复", (passage.text,), passage.section, "保留一个标点", passage.page)


@rule("mark-before-etc", "标点错误", Severity.NOTE, PUNCTUATION)
def mark_before_etc(case: Case) -> Iterator[Hit]:
    """No 、 before 等."""
    for sentence in case.sentences:
        if _BEFORE_ETC.search(re.sub(r"\s", "", sentence.text)):
            yield hit(sentence, "", "“等”前不用顿号", "删去“等”前的顿号")


_PAIRS = (("《", "》"), ("“", "”"), ("（", "）"))
_ITEM = re.compile(
    r"^\s*[（(]?[\d一二三四五六七八九十]{1,3}[)）]|(?<=[。；：\s])[\d一二三四五六七八九十]{1,2}[)）]"
)


@rule("unpaired-mark", "标点错误", Severity.WARNING, PUNCTUATION)
def unpaired(case: Case) -> Iterator[Hit]:
    """《》, “” and （） come in pairs within a paragraph."""
    for passage in case.passages:
        text = _ITEM.sub("", passage.text).replace("(", "（").replace(")", "）")
        for left, right in _PAIRS:
            if text.count(left) != text.count(right):
                yield Hit(
                    f"“{left}{right}”不成对：{left} {text.count(left)}个，{right} {text.count(right)}个",
                    (passage.text,),
                    passage.section,
                    "补上缺的一半",
                    passage.page,
                )
