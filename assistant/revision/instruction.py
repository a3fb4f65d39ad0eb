"""What an instruction asks for: its kind, the item and the topic that it names, and the words that it brings.

Only the words of the instruction are read here; which part and which point are meant is settled in ``targets``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from index.language.numeral_pattern import fold_digits, parse_han


class Kind(StrEnum):
    """What is to be done."""

    DATE = "date"
    CONTACT = "contact"
    REPLACE = "replace"
    RESET = "reset"
    SWAP = "swap"
    MOVE = "move"
    REMOVE = "remove"
    FIGURE = "figure"
    ADD = "add"
    SHORTEN = "shorten"
    CONFIRM = "confirm"
    REWORD = "reword"
    SPECIFIC = "specific"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Instruction:
    """One instruction. ``head`` is it without the words that it brings and without its topic: there the part is named.

    ``items`` are the ordinals of points, from 1 on, -1 for the last. ``topic`` is what a point is about, ``old`` the words to
    be replaced, ``content`` the words that are brought.
    """

    kind: Kind
    said: str
    head: str
    items: tuple[int, ...] = ()
    topic: str = ""
    old: str = ""
    content: str = ""


_NUMERAL = "[一二三四五六七八九十两\\d]+"
_BECOMES = "(?:改成|改为|改作|改到|换成|换为|替换为|替换成|更正为|更正成|调整为|调整到|修改为|修改成|变成|设为|设成|填成|填为|写成|写为|应为|应该是|增加到|减少到|增至|减至)"
_QUOTED = '[“"「『]([^”"」』]+)[”"」』]'
_ITEM = re.compile(
    rf"第({_NUMERAL})(?:条|点|项|个|款)|({_NUMERAL})是(?:那|这)[一]?[条点项句]|(最后|末尾|末)[一]?[条点项个]"
)
_TOPIC = re.compile(
    r"(?:关于|有关|涉及|提到|讲|说)([^，。：:]{1,20}?)(?:方面)?(?:的(?!问题解决)|那|这)(?:那|这)?[一]?(?:条|句|点|项|段|话|内容|措施|问题|要点|做法|情况)?"
)
_THAT = re.compile(
    rf"(?:删掉|删除|删去|去掉|去除|不要|拿掉|移除|撤掉|撤下|把)({_QUOTED}|[^，。：:第]{{1,20}}?)(?:(?:那|这)[一]?(?:条|句话|段话|句|点|项|段)|的(?:那句|内容|说法|句子|表述))"
)
_COLON = re.compile("[：:]")
_KINDS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    (Kind.REPLACE, re.compile(f"{_QUOTED}.{{0,6}}?{_BECOMES}")),
    (Kind.DATE, re.compile(f"(?:落款|成文|签署|印发|日期).*?{_BECOMES}|日期(?:是|为|定)")),
    (
        Kind.CONTACT,
        re.compile(
            f"(?:电话|传真|邮编|邮政编码|邮箱|电子邮件|网址|地址|联系机构|联系部门|联系科室|联系单位)(?:号码)?(?:{_BECOMES}|是|[：:])"
        ),
    ),
    (Kind.SWAP, re.compile("交换|对调|互换|调换")),
    (Kind.RESET, re.compile(f"(?:{_ITEM.pattern}).{{0,6}}?{_BECOMES}")),
    (
        Kind.MOVE,
        re.compile(f"(?:{_ITEM.pattern}).{{0,6}}?(?:移|挪|放|调|提|排)(?:到|至|在|前|后)"),
    ),
    (Kind.REMOVE, re.compile("删(?!减)|去掉|去除|不要|拿掉|移除|撤掉|撤下")),
    (Kind.FIGURE, re.compile(rf"{_BECOMES}\s*[零〇\d一二三四五六七八九十百千万两.,]+")),
    (
        Kind.ADD,
        re.compile("增加|添加|新增|补充一|补上|加[上入写]?一?(?:条|句|点|项|个|段)|增写|补写|加上|写上"),
    ),
    (
        Kind.SHORTEN,
        re.compile(
            "压缩|缩短|精简|缩减|删减|简短|简洁|简练|浓缩|短[一]?[点些]|控制在|不超过|字以[内下]|(?:减|缩)到"
        ),
    ),
    (Kind.CONFIRM, re.compile("^(?:确认|已核实|已经核实|核实无误|属实)|(?:已核实|核实无误|属实|确认无误)$")),
    (Kind.REWORD, re.compile("换[一]?[种个]?(?:说法|表述|写法|措辞|讲法)|改写|重写|润色|说法换|别的说法")),
    (Kind.SPECIFIC, re.compile("具体|详细|充实|展开|丰富|细化|写细")),
)
_APART = re.compile(r"[；;\n]+|[，,。](?:并且|并|同时|然后|再|另外|还要|还有)")


def instructions(said: str) -> list[Instruction]:
    """The instructions of a message in order; it is taken apart only where every part is one by itself."""
    folded = fold_digits(said.strip())
    parts = [read(part) for part in _apart(folded) if part.strip(" ，,。")]
    if len(parts) > 1 and all(part.kind is not Kind.OTHER for part in parts):
        return parts
    return [read(folded)]


def _apart(said: str) -> Iterator[str]:
    """The parts of a message; what follows a colon or stands in quotation marks is the official's text and never cut."""
    end = re.search('[：:“"「]', said)
    head = said[: end.start()] if end else said
    start = 0
    for match in _APART.finditer(head):
        yield said[start : match.start()]
        start = match.end()
    yield said[start:]


def read(said: str) -> Instruction:
    """One instruction by itself; ``Kind.OTHER`` where its words are none that the rules know."""
    before = _COLON.split(said, maxsplit=1)[0]
    kind = next(
        (kind for kind, pattern in _KINDS if pattern.search(said if kind in _WITH_TEXT else before)),
        Kind.OTHER,
    )
    topic, head = _topic(before, kind)
    found = Instruction(kind, said, head, tuple(_items(before)), topic)
    return _with_content(found, before)


_WITH_TEXT = {Kind.REPLACE, Kind.CONTACT, Kind.DATE}


def _topic(before: str, kind: Kind) -> tuple[str, str]:
    """What a point is about, and the instruction without it: 关于培训的措施 is about 培训 and belongs to 措施."""
    if match := _TOPIC.search(before):
        kept = "" if kind is Kind.REMOVE else match[0].rpartition("的")[2]
        return match[1], before[: match.start()] + kept + before[match.end() :]
    if kind is Kind.REMOVE and (match := _THAT.search(before)):
        return match[1].strip('“”"'), before[: match.start()] + before[match.end() :]
    return "", before


def _items(text: str) -> Iterator[int]:
    for match in _ITEM.finditer(text):
        numeral = match[1] or match[2]
        yield ordinal(numeral) if numeral else -1


def ordinal(numeral: str) -> int:
    """二 and 2 are 2."""
    return int(numeral) if numeral.isdigit() else int(parse_han(numeral.replace("两", "二")))


def _with_content(found: Instruction, before: str) -> Instruction:
    """The words that are brought: after the colon, in quotation marks, or after 改成."""
    said, kind = found.said, found.kind
    content, old = said[len(before) :].lstrip("：: ").strip(), ""
    if kind is Kind.REPLACE:
        match = re.search(f"{_QUOTED}.{{0,6}}?{_BECOMES}[：: ]*(.*)$", said, re.DOTALL)
        old, content = (match[1], match[2]) if match else ("", "")
    elif kind in {Kind.RESET, Kind.CONTACT} and not content:
        content = re.split(rf"{_BECOMES}|(?<=[话真码箱址构门室位编])是", said, maxsplit=1)[-1]
    elif kind is Kind.ADD and not content:
        content = _after_comma(before)
    elif kind is Kind.REMOVE and (quoted := re.search(_QUOTED, said)):
        old = quoted[1]
    bare = content.strip().strip('“”"「」')
    head = found.head if kind is not Kind.ADD or not bare else found.head.removesuffix(content).rstrip("，,")
    return Instruction(kind, said, head, found.items, found.topic, old, bare)


def _after_comma(before: str) -> str:
    """加一条措施，每季度培训一次: what follows the comma is the text."""
    match = re.search("(?:条|句|点|项|个|段|措施|问题|内容|要点)[，,](.{4,})$", before)
    return match[1] if match else ""
