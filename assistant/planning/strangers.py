"""Names of bodies in a question that no report in the collection bears: 朱口镇, 北京市海淀区, 某市教育局.

A name is the characters before an administrative suffix, back to a word that no name holds. Well-known
names, those of jieba's dictionary, tell where a name begins and which bare words are places (盐城).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources

from index.language.patterns import either, pattern_of
from index.language.words import domain_words, part_of_speech
from index.tomlfiles import read_toml

_FILE = "strangers.toml"
_H = "[一-鿿]"
_DEPARTMENT_END = re.compile("(?:局|厅|委|委员会|管委会|公司|法院|检察院|医院|大学|学院|中学|小学|派出所)$")
_AND_IN_NAMES = re.compile(
    "(发展|住房|文化|教育|社会|人力资源|自然资源|卫生|旅游|工业|经济|科学|规划|城市管理|广电|林业|民族|国土资源|体育|商务|应急)(和)"
)
_BARE_AFTER = re.compile(
    r"^(?:\s|的|有|收|在|呢|是|和|与|跟|、|市|县|区|政府|信息(?!化|中心)|主动|公开|去|今|前|谁|$|[?？,，])"
)
_BARE_BEFORE = re.compile(r"(?:^|[\s和与跟、比,，查问看那]|想知道|关于)$")


@dataclass(frozen=True, slots=True)
class Stranger:
    """A name at ``start`` to ``end``; ``parts`` are its areas and department from the top, each as written."""

    start: int
    end: int
    text: str

    @property
    def department(self) -> bool:
        """Whether the name is that of a department and not of an area."""
        return bool(_DEPARTMENT_END.search(self.text))


@cache
def _common() -> re.Pattern[str]:
    words = read_toml(_FILE)
    before = (f"(?:{'|'.join(heads)}){suffix}" for suffix, heads in words["common_before"].items())
    return either([*words["common"], *before])


@cache
def places() -> frozenset[str]:
    """The place names of jieba's dictionary (tag ``ns``), two to twelve characters long."""
    lines = resources.files("jieba").joinpath("dict.txt").read_text(encoding="utf-8").splitlines()
    words = (line.split(" ") for line in lines if line.endswith(" ns"))
    return frozenset(word for word, *_ in words if 2 <= len(word) <= 12)


def strangers(text: str) -> list[Stranger]:
    """The suffixed names in ``text``, in which known names and years are blanked; adjoining ones are one name."""
    found: list[Stranger] = []
    for suffix in pattern_of(_FILE, "suffix").finditer(text):
        floor = found[-1].end if found else 0
        start = _start(text, floor, suffix.start() + _extra(suffix[0]), suffix.end())
        if start is None or _is_conjunction(text, start, suffix.end()):
            continue
        if found and found[-1].end == start and not found[-1].department:
            start = found.pop().start
        found.append(Stranger(start, suffix.end(), text[start : suffix.end()]))
    return found


def _is_conjunction(text: str, start: int, end: int) -> bool:
    """Whether 和县 is 和 and 县政府 of the same sentence (全县和县政府本级) and not the county of that name."""
    joins = end - start == 2 and text[start] in "和与及同跟"
    return (
        joins
        and bool(re.match("(?:人民)?政府|本级", text[end:]))
        and bool(re.search(rf"{_H}$", text[:start]))
    )


def _extra(suffix: str) -> int:
    """委 is matched with the character before it, which belongs to the stem."""
    return 1 if len(suffix) == 2 and suffix.endswith("委") else 0


def _start(text: str, floor: int, at: int, end: int) -> int | None:
    """Where the name that ends at ``end`` begins, its suffix at ``at``; ``None`` where there is no name."""
    run = re.search(rf"{_H}*$", text[floor:at])
    begin = floor + (run.start() if run else 0)
    after_stops = _after_stops(text, begin, at)
    for start in range(max(begin, end - 12), at):
        if text[start:end] in places() and not _generic(text[start:end]):
            if start > after_stops and (text[end - 1] in "镇乡道" or start == after_stops + 1):
                break  # 石镇 is a place, but 青石镇 is another; so is 云县, and 白云县
            return start
    start = after_stops
    stem = text[start:at]
    least = 1 if text[at:end] in ("县", "委", "局") else 2
    if len(stem) < least or len(stem) > 14 or _generic(text[start:end]):
        return None
    return start


def _after_stops(text: str, begin: int, at: int) -> int:
    start = begin
    hidden = _AND_IN_NAMES.sub(lambda m: m[1] + "〇", text[begin : at + 2])
    for stop in pattern_of(_FILE, "stop").finditer(hidden):
        if begin + stop.end() <= at:
            start = begin + stop.end()
    return start


def _generic(name: str) -> bool:
    return bool(_common().fullmatch(name))


def bare_places(text: str) -> Iterator[Stranger]:
    """Well-known places without a suffix (盐城) where a body would stand: at the start or after 和, before 的 or a year."""
    for start in range(len(text)):
        if not _BARE_BEFORE.search(text[:start]):
            continue
        for end in range(min(start + 4, len(text)), start + 1, -1):
            if (
                text[start:end] in places()
                and _BARE_AFTER.match(text[end:])
                and not _NO_BODY.fullmatch(text[start:end])
                and not _generic(text[start:end])
            ):
                yield Stranger(start, end, text[start:end])
                break


def unheard(masked: str) -> Iterator[Stranger]:
    """A bare name in front of the year that no dictionary has a word of (柳浦 2019年收到几件); years are blanked.

    Hardly anything but a body stands there, and it must not be taken for the only one that has a report of that year.
    """
    run = re.match(rf"{_H}{{2,8}}(?= )", masked)
    start = _after_stops(masked, 0, run.end()) if run else 0
    name = masked[start : run.end()] if run else ""
    words = [name[at:end] for at in range(len(name)) for end in range(at + 2, len(name) + 1)]
    if not 2 <= len(name) <= 3 or name[-1] in _KINDS or _TALK.search(name):
        return
    if not any(word in domain_words() or part_of_speech(word) for word in words) and _ends_as_places_do(name):
        yield Stranger(start, start + len(name), name)


def _ends_as_places_do(name: str) -> bool:
    return sum(name[-1] in place for place in places()) >= _USUAL


_USUAL = 20
"""In how many known places a character stands that names end with (浦, 洲), and words of the media and the trades do not."""
_TALK = re.compile("[我你他她它咱俺谁啥这那们上下里中内外前后]")
"""Characters of words that speak of somebody or some time without a name."""


def before_name(text: str, start: int) -> int:
    """Where the name begins that a known one at ``start`` is only the end of (大柳坪乡, 柳浦水务局); ``start`` where none does.

    Words of the dictionary other than places are no part of names; a single character
    is one where a question or a clause begins with it, if it is of the kind that names have.
    """
    run = re.search(rf"{_H}*$", text[:start])
    begin = run.start() if run else start
    if any(_is_common(text[at:start]) for at in range(max(begin, start - 4), start - 1)):
        return start
    lead = max(_after_stops(text, begin, start), start - 6)
    if start - lead != 1:
        return lead if lead < start and not _generic_lead(text[lead:start]) else start
    first = lead == begin and (not lead or text[lead - 1] in "，,、；;")
    leads = first or text[lead - 1] in "和与跟及或比"
    named = part_of_speech(text[lead]).startswith(_OF_NAMES) and text[lead] not in _KINDS
    return lead if leads and named else start


def _is_common(word: str) -> bool:
    return bool(part_of_speech(word)) and word not in places()


def _generic_lead(lead: str) -> bool:
    """Whether what stands before a name is an area that is found by its suffix (白云县), or no area (全国); 沧州 has no suffix."""
    return lead[-1] in _KINDS.replace("州", "") or bool(_NO_BODY.fullmatch(lead))


_OF_NAMES = ("n", "f", "a", "z", "j", "b")
"""How parts of speech begin that a character before a name has which makes it another's (小, 东, 新)."""
_KINDS = "省市县区州旗镇乡局委厅"
_NO_BODY = re.compile(
    "[中全]国|[深广高]度|农村|城市|国家|大陆|[本当外各]地|地方|中央|[城镇市县区乡省村]里|乡下|基层|大厅|机关|江[南北]"
)
