"""Lists of words with their number: A、B、C三个方面."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.checks.case import Case
from assistant.checks.finding import Hit, Severity, rule
from assistant.checks.numbering import SOURCE
from index.language.numeral_pattern import parse_han

_MEASURED = re.compile(
    r"(?P<etc>等)?(?P<count>[两二三四五六七八九十]|(?<![\d.])[2-9]|(?<![\d.])1\d)\s*(?:个|大|项|种|类|条|大类)(?P<what>渠道|平台|方面|环节|领域|方式|途径|栏目|板块|类别|类|内容|制度|媒体|原则|重点|问题|项目|载体|阵地|形式)(?!\d)"
)
_NAMED = re.compile(
    r"“(?P<count>[两二三四五六七八九十])[\u4e00-\u9fff]{1,4}”(?:制度|机制|要求|原则)?[，,]?(?:即|包括|分别[是为])[：:]?(?P<list>[^。；，,]+)"
)
_BEFORE_NAMED = re.compile(
    r"(?P<list>[^，。；：“”、]+(?:、[^，。；：“”、]+)+(?<![、和及与等行实到持开立成展做好强]))“(?P<count>[两二三四五六七八九])个?(?![\u4e00-\u9fff]?[一二三四五六七八九十])[\u4e00-\u9fff]{1,4}”(?![（(])"
)
"""决策、执行、管理“五公开”: what a quoted number sums up, no verb (实行、做到、坚持) between."""
_RESPECTIVE = re.compile(
    r"(?P<count>[两二三四五六七八九]|[2-9])(?:个|次|处|场|期|项|类|种|家)[^，。；、\d]{0,10}[，,]?分别(?:为|是|位于|设在|设置在)[：:]?(?P<list>[^。；]+)"
)
_MARK = "、"
_JOINT = re.compile("、|以及|和|与|及")
_LONGEST = 12
"""Characters of a word of a list; what is longer is more than a word, and the list may begin in it."""


@rule("declared-words", "声明数与列举数不符", Severity.WARNING, f"{SOURCE}；S10 声明数等于列举数")
def declared_words(case: Case) -> Iterator[Hit]:
    """S10: as many words are listed as the number after them says; 等 allows fewer."""
    for sentence in case.sentences:
        text = re.sub(r"\s", "", sentence.text)
        found = [(m["count"], text[: m.start()], bool(m["etc"])) for m in _MEASURED.finditer(text)]
        lists = [(count, _list_before(before), etc) for count, before, etc in found]
        lists += [(m["count"], m["list"], False) for m in _NAMED.finditer(text)]
        lists += [(m["count"], m["list"], False) for m in _BEFORE_NAMED.finditer(text)]
        lists += [(m["count"], _places(m["list"]), False) for m in _RESPECTIVE.finditer(text)]
        for count, listed, etc in lists:
            said, few, many = _number(count), *_counted(listed)
            fits = few <= said <= many or (etc and few <= said)
            if few >= 2 and not fits:
                yield Hit(
                    f"称{count}个（项、类），列出的是{few if few == many else f'{few}—{many}'}个",
                    (sentence.text,),
                    sentence.section,
                    "核对个数",
                    sentence.page,
                )


def _list_before(text: str) -> str:
    """The words joined by 、 right before a number; ``""`` where its beginning is unsure."""
    listed = re.split(
        r"[，。；：,;:（(]|包括|通过|利用|依托|按照|围绕|分为|突出|抓好|涉及|涵盖|设置|设立|开设|在(?=[^、]*、)",
        text,
    )[-1]
    words = listed.split(_MARK)
    return listed if len(words) >= 2 and all(len(word) <= _LONGEST for word in words) else ""


def _places(listed: str) -> str:
    """A list after 分别, which may be cut by commas too; ``""`` where it holds figures, which are told in another way."""
    return "" if re.search(r"\d(?!\d?月)|等", listed) else re.sub("[，,]", _MARK, listed)


def _counted(listed: str) -> tuple[int, int]:
    """How many words there are, with 和 and 及 taken as part of a word, and as joints between words."""
    quoted = re.sub(r"“[^”]*”|《[^》]*》|[（(][^）)]*[）)]", "某", listed)
    few = len([word for word in quoted.split(_MARK) if word])
    return few, max(few, len([word for word in _JOINT.split(quoted) if word]))


def _number(printed: str) -> int:
    return int(printed) if printed.isdecimal() else 2 if printed == "两" else int(parse_han(printed))
