"""What the names in a question are for: asked about, part of a body asked about, or unknown."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.planning.bodies import Mention
from assistant.planning.directory import Body, Directory
from index.schema import BodyLevel

_TOGETHER = re.compile(
    r"^(?:的|[\s]|报告|年报|里|中)*(?:和|与|跟|同|及|以及|还有|、|比|相比|对比|，|,|或)+(?:它们?|其|该?[市县区])?(?:下面|下属|底下|所属|辖下)?(?:的|\s)*$"
)
_WITHIN = re.compile("其中|里|中|内|下面|底下|下辖|所辖|下属|辖区|各[县区市]|各地")
_INSIDE = re.compile("[里中内][，,]$")
_BY_THE_WAY = re.compile("(?:在|被|向|由|给|受|经|对|从|报|往|按|按照|根据|据)(?:了)?$")
_PART_OF = re.compile("占")
_RANK = {
    BodyLevel.PROVINCE: 0,
    BodyLevel.CITY: 1,
    BodyLevel.COUNTY: 2,
    BodyLevel.TOWN: 3,
    BodyLevel.OFFICE: 4,
    BodyLevel.UNKNOWN: 5,
}
_LEVELS = {
    "省": BodyLevel.PROVINCE,
    "市": BodyLevel.CITY,
    "州": BodyLevel.CITY,
    "县": BodyLevel.COUNTY,
    "区": BodyLevel.COUNTY,
    "旗": BodyLevel.COUNTY,
    "镇": BodyLevel.TOWN,
    "乡": BodyLevel.TOWN,
    "道": BodyLevel.TOWN,
    "局": BodyLevel.OFFICE,
    "委": BodyLevel.OFFICE,
    "厅": BodyLevel.OFFICE,
}
_VILLAGES = ("村", "社区")
"""End the names of what is below a township, which no report is of."""
_SUFFIXES_OF = {
    "厅局": "厅局委办",
    "委办局": "厅局委办",
    "镇街": "镇道乡",
    "乡镇": "镇乡",
    "街道": "道",
    "县区": "县区旗市",
    "区县": "县区旗市",
    "部门": "局委厅办",
}
_LEVEL_WORDS = {
    **_LEVELS,
    "部门": BodyLevel.OFFICE,
    "县区": BodyLevel.COUNTY,
    "区县": BodyLevel.COUNTY,
}
_PRONOUN = re.compile(
    "(?:我们|咱们|我|本|该|全|这个|贵|你们|咱|此|某|[XxＸ×某]{2})(省|市|州|县|区|旗|镇|乡|街道|局|委|厅)(?!级)|"
    "(?<![一-鿿XxＸ×])(省|市|州|县|区|旗|镇|乡|街道|局)(?:里|上|政府|人民政府|委|党委)|(?<![一-鿿XxＸ×])(镇|乡|街道|局)(?=[\\s\\d收公发有开办一是今去主被])"
)
_NOUN = re.compile(
    "(?:哪|几|各|其他|每|所有|全部|这|多少)(?:的|一|些|几|个|家|[两三四五六七八九十\\d])*(镇街|乡镇|县区|区县|厅局|委办局|镇|乡|街道|县|区|市|省|局|委|厅|部门)|"
    "(?<![社地辖园城郊一-龥])(镇街|乡镇|县区|区县|厅局|委办局|镇|乡|街道|县|区|市|局|委|厅|部门)(?:一共|总共|共|都)?(?:有|是)(?:哪|几|多少)|"
    "的(镇街|乡镇|县区|区县|厅局|委办局|镇|乡|街道|县|区|市|局|委|厅|部门)(?:一共|总共|共|都|分别)?(?:(?:有|是)(?:哪|几|多少)|[?？。]?$)|"
    "[两三四五六七八九十](?:个|家)?(镇|乡|街道|县|区|市(?![场民])|局|委|厅|部门)"
)

_ONE_LEVEL = "(?:各|所有|全部)?(?:乡镇|镇街|县区|区县|厅局|委办局|部门|街道|[省市县区镇乡](?:一?级)?)"
_LEVEL_SCOPE = re.compile(
    f"(?<![一-鿿])(?:在|从|所有|全部|收录的)*(?P<levels>{_ONE_LEVEL}(?:(?:和|、|与|及|跟|以及)?{_ONE_LEVEL})*)"
    "(?:的|这一?级的?|层面的?)*(?:(?:所有|全部|各)*(?:年度)?(?:报告|年报)(?:里|中|当中|之中)?|(?:里|中|当中|之中))[面边]?[，,]?"
)
"""Levels whose reports a question is about (乡镇和街道的报告里，哪些…)."""
_OVER_THEM = re.compile(
    "哪(?![里儿天年])|谁(?!负责)|最|一共|总共|合计|共计|有没有|分别|平均|(?:几|多少)[个家份]"
)


@dataclass(frozen=True, slots=True)
class Roles:
    """What the names of a question are for: ``subjects`` asked about, ``unknown`` that nobody has, and a scope."""

    subjects: tuple[Mention, ...] = ()
    unknown: tuple[Mention, ...] = ()
    scope: str = ""


def assign_roles(text: str, mentions: Sequence[Mention]) -> Roles:
    """Tell subjects, parts of a subject (其中泗洪县) and unknown bodies apart; ``text`` has its years blanked."""
    mentions = [mention for mention in mentions if not _in_passing(text, mention, mentions)]
    known = [mention for mention in mentions if mention.bodies]
    if not known:
        return Roles((), tuple(mentions))
    scope = next((m for m in mentions if _is_part(text, m, mentions)), None)
    subjects = tuple(m for m in known if m is not scope)
    unknown = tuple(
        m for m in mentions if not m.bodies and m is not scope and _stands_beside(text, m, mentions)
    )
    return Roles(subjects, unknown, _part_name(scope) if scope else "")


def _in_passing(text: str, mention: Mention, mentions: Sequence[Mention]) -> bool:
    """Whether a known body above another one is only where or for whom something is done (在某市政府网站上)."""
    lower = any(m.bodies and level(m) > level(mention) for m in mentions)
    alone = not any(_TOGETHER.match(gap) for gap in _gaps(text, mention, mentions))
    return bool(mention.bodies and lower and alone and _BY_THE_WAY.search(text[: mention.start]))


def _gaps(text: str, mention: Mention, mentions: Sequence[Mention]) -> list[str]:
    """The words between a name and the names beside it."""
    at = list(mentions).index(mention)
    gaps = [text[mentions[at - 1].end : mention.start]] if at else []
    return [*gaps, text[mention.end : mentions[at + 1].start]] if at + 1 < len(mentions) else gaps


def _part_name(mention: Mention) -> str:
    return mention.bodies[0].issuer.short if mention.bodies else mention.text


def level(mention: Mention) -> int:
    """How far down a body stands: 0 for a province to 4 for a department; 5 for a village or where its name does not tell."""
    if mention.bodies:
        return _RANK[mention.bodies[0].issuer.level]
    if mention.text.endswith(_VILLAGES):
        return _RANK[BodyLevel.UNKNOWN]
    return 4 if mention.department else _RANK.get(_LEVELS.get(mention.text[-1], BodyLevel.UNKNOWN), 5)


def _is_part(text: str, mention: Mention, mentions: Sequence[Mention]) -> bool:
    """Whether a known body stands before and the name is put below it, or the name's share of it is asked."""
    for other in mentions:
        if other is mention or not other.bodies or level(other) >= level(mention):
            continue
        if mention.start < other.start:
            if _PART_OF.search(text[mention.end : other.start]):
                return True
            continue
        between = text[other.end : mention.start]
        joined = bool(_TOGETHER.match(between)) and not _INSIDE.search(between)
        if joined or not between:
            continue
        if _WITHIN.search(between) or not between.strip() or not mention.bodies:
            return True
    return False


def _stands_beside(text: str, mention: Mention, mentions: Sequence[Mention]) -> bool:
    """Whether an unknown name is asked about like a known one, and not merely mentioned (在海阳政府网站上)."""
    if any(_TOGETHER.match(gap) for gap in _gaps(text, mention, mentions)):
        return True
    if _BY_THE_WAY.search(text[: mention.start]) or re.match(
        "政府网|门户|网站|网|的?(?:要求|部署|统一)", text[mention.end :]
    ):
        return False
    known = [m for m in mentions if m.bodies]
    return all(level(m) == level(mention) for m in known)


def speaks_of_unnamed(text: str) -> bool:
    """Whether a body is spoken of without its name: 全市, 镇里, 我们局."""
    return bool(_PRONOUN.search(text))


def pronoun_bodies(text: str, book: Directory) -> tuple[Body, ...]:
    """The bodies that 全市, 镇里 or 我们局 may mean; all where the question does not even say that."""
    match = _PRONOUN.search(text)
    if not match:
        return book.bodies
    return _of_word(next(group for group in match.groups() if group), book)


def noun_bodies(text: str, book: Directory) -> tuple[Body, ...]:
    """The bodies that 哪些镇, 各县区 restrict to: of that suffix, else of that level, else all (哪些单位)."""
    match = _NOUN.search(text)
    if not match:
        return book.bodies
    return _of_word(next(group for group in match.groups() if group), book)


def level_scope(text: str, book: Directory) -> tuple[str, tuple[Body, ...]]:
    """The words that restrict a question over bodies to some levels, and the bodies of these; empty where none do.

    One letter alone (镇里) speaks of a single body.
    """
    match = _LEVEL_SCOPE.search(text)
    if not match or len(match["levels"]) < 2 or not _OVER_THEM.search(text[match.end() :]):
        return "", ()
    words = re.findall("乡镇|镇街|县区|区县|厅局|委办局|部门|街道|[省市县区镇乡]一?级?", match["levels"])
    fitting = {body.issuer.name for word in words for body in _of_this_level(word, book)}
    found = tuple(body for body in book.bodies if body.issuer.name in fitting)
    return (match[0], found) if found else ("", ())


def _of_this_level(word: str, book: Directory) -> tuple[Body, ...]:
    """The bodies of a level word; by their level (县级) or their suffix (镇), none where there is none."""
    bare = re.sub("一?级$", "", word)
    if bare == word and (named := _suffixed(word, book)):
        return named
    wanted = _LEVEL_WORDS.get(bare, _LEVELS.get(bare[-1]))
    return tuple(body for body in book.bodies if body.issuer.level is wanted)


def _suffixed(word: str, book: Directory) -> tuple[Body, ...]:
    suffixes = tuple(_SUFFIXES_OF.get(word, word[-1]))
    return tuple(body for body in book.bodies if body.issuer.short.endswith(suffixes))


def asks_parts(text: str, mention: Mention) -> bool:
    """Whether the bodies asked about (哪个县, 各乡镇) are of a lower level than a known one, and so may be its parts."""
    match = _NOUN.search(text)
    word = next((group for group in match.groups() if group), "") if match else ""
    asked = _LEVEL_WORDS.get(word, _LEVELS.get(word[-1:]))
    return asked not in (None, BodyLevel.OFFICE) and _RANK[asked or BodyLevel.UNKNOWN] > level(mention)


def _of_word(word: str, book: Directory) -> tuple[Body, ...]:
    named = _suffixed(word, book)
    meant = _LEVEL_WORDS.get(word, _LEVELS.get(word[-1]))
    if word in ("县区", "区县"):  # a city at county level is one of them, a city above them is not
        named = tuple(body for body in named if body.issuer.level is meant)
    return named or of_level(book, meant)


def of_level(book: Directory, wanted: BodyLevel | None) -> tuple[Body, ...]:
    """The bodies of a level; all where there is none of it or no level is asked for."""
    return tuple(body for body in book.bodies if body.issuer.level is wanted) or book.bodies
