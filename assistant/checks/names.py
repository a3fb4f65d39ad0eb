"""Names: what the body calls itself, other bodies' names left in the text, one thing under two names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import combinations

from assistant.checks.case import Case, Sentence
from assistant.checks.finding import Hit, Severity, rule
from assistant.checks.set_phrases import alike
from index.language.text import squeeze
from index.schema import BodyLevel

SELF = "年度报告前后一致：机关名称用全称或规范化简称"
_QUOTED = re.compile(r"《[^《》]*》|“[^“”]*”")
_TOWN = {"镇", "乡", "街道"}
_DEPARTMENT = {"局", "委", "厅", "院", "校", "中心"}
_OWN_WORDS = "镇|乡|街道|县|区|局|委|厅"
_OURS = re.compile(rf"我(?P<kind>{_OWN_WORDS})(?!(?:内|上|属|级|直))")
_WHOLE = re.compile(r"全(?P<kind>镇|乡|街道)(?!村)")
_ZONE = re.compile(r"(?:开发|园|新|景|管理|保税|示范|试验)区")
_MOST = 5


def _own_kind(case: Case) -> str:
    """The last word of what the body governs or is: 镇, 县, 局; ``""`` where it is not known."""
    issuer = case.report.issuer
    name = issuer.name if issuer.level is BodyLevel.OFFICE else issuer.area or issuer.short
    return next((kind for kind in ("街道", *_TOWN, "县", "区", *_DEPARTMENT) if name.endswith(kind)), "")


def _strange_kinds(case: Case) -> set[str]:
    """The words for themselves that such a body never uses; those of the areas above it may be meant."""
    own = _own_kind(case)
    if own in _TOWN:
        return (_TOWN | _DEPARTMENT) - {own} - {"院", "校", "中心"}
    if own == "区" and _ZONE.search(case.report.issuer.name):
        return _TOWN | {"局", "厅"}  # a zone may speak of the county that it is in
    if own in {"县", "区"}:
        return _TOWN | {"局", "厅"} | ({"县"} if own == "区" else set())
    if own in _DEPARTMENT:
        return _TOWN | ({"局", "委", "厅"} - {own})
    return set()


@rule("own-kind", "称谓不一", Severity.WARNING, SELF)
def own_kinds(case: Case) -> Iterator[Hit]:
    """A town does not call itself 我乡 or 我局: such words are left of another body's text."""
    strange = _strange_kinds(case)
    found: dict[str, list[Sentence]] = {}
    for sentence in case.sentences:
        text = _QUOTED.sub("", re.sub(r"\s", "", sentence.text))
        words = [m[0] for m in _OURS.finditer(text) if m["kind"] in strange]
        if _own_kind(case) in _TOWN:
            words += [m[0] for m in _WHOLE.finditer(text) if m["kind"] in strange]
        for word in words:
            found.setdefault(word, []).append(sentence)
    for word, sentences in found.items():
        yield Hit(
            f"本机关是{case.report.issuer.name}，文中却称“{word}”",
            tuple(dict.fromkeys(s.clause(word) for s in sentences))[:_MOST],
            sentences[0].section,
            f"改为“{word[0]}{_own_kind(case)}”或机关名称",
            sentences[0].page,
        )


_DOES = "人民政府|政府|党委|办事处|政务公开|政府信息|信息公开|认真|严格|高度|积极|坚持|共|主动|全年|深入|紧紧|继续|不断|切实|始终|围绕|按照|根据|收到|未|将|进一步"
_NO_NAME = re.compile(
    r"[各全我本该乡城集小村重强名建特所辖等属及和与个省市县级为是向对在某由同经以时从到让使把被给将合]|部分|相关|有关|周边|其他|邻近|沿线|多个|兄弟|先进|试点|示范"
)


@rule("other-body", "称谓不一", Severity.ERROR, f"{SELF}；沿用他处文稿的应改名称")
def other_bodies(case: Case) -> Iterator[Hit]:
    """A sentence that tells what another town or county does in the place of the body itself."""
    own, area = _own_kind(case), case.report.issuer.area
    if own not in _TOWN | {"县", "区"} or not area.endswith(own):
        return
    subject = re.compile(
        rf"^(?:20\d\d年(?:度)?[，,]?|一年来[，,]?)?(?P<name>[\u4e00-\u9fff]{{2,4}}?{own})(?={_DOES})"
    )
    slip = re.compile(rf"(?P<name>[\u4e00-\u9fff]{{{len(area) - len(own)}}}{own})")
    other_kind = re.compile(rf"(?P<name>{re.escape(area.removesuffix(own))}(?:镇|乡|街道|县|区))(?![政机村])")
    for sentence in case.sentences:
        text = _QUOTED.sub("", re.sub(r"\s|^[（(]?[一二三四五六七八九十\d]+[)）、.．]", "", sentence.text))
        names = [m["name"] for m in subject.finditer(text)]
        names += [m["name"] for m in other_kind.finditer(text)]
        names += [m["name"] for m in slip.finditer(text) if _is_misspelt(m["name"], area)]
        for name in dict.fromkeys(n for n in names if _is_strange(n, case)):
            yield Hit(
                f"本机关是{case.report.issuer.name}，这句说的却是“{name}”",
                (sentence.clause(name),),
                sentence.section,
                f"核对名称；沿用他处文稿的，改为“{area}”并核对内容",
                sentence.page,
            )


def _is_misspelt(name: str, area: str) -> bool:
    """Whether a name is that of the area with one character that looks or sounds alike, or two that changed places."""
    apart = [(a, b) for a, b in zip(name, area, strict=True) if a != b] if len(name) == len(area) else []
    if len(apart) == 2:
        return sorted(name) == sorted(area)
    return len(apart) == 1 and alike(*apart[0])


def _is_strange(name: str, case: Case) -> bool:
    issuer = case.report.issuer
    known = (issuer.name, issuer.short, issuer.area, *issuer.parents, *issuer.aliases)
    return not (
        _NO_NAME.search(name[:-1])
        or any(name in one or one.endswith(name) or name.endswith(one) for one in known if one)
    )


@rule("signature-name", "称谓不一", Severity.WARNING, "GB/T 9704-2012：署名用发文机关全称或规范化简称")
def signature_name(case: Case) -> Iterator[Hit]:
    """The name under the report is that of its title, to the character."""
    issuer, signed = case.report.issuer, squeeze(case.report.signature)
    name = squeeze(issuer.name)
    close = SequenceMatcher(None, signed, name, autojunk=False).ratio() >= 0.75
    if signed and close and len(signed) >= 4 and not _names_body(signed, case):
        yield Hit(
            f"署名“{signed}”与标题的机关名“{name}”不一致",
            (case.report.signature, *case.title_lines),
            suggestion="核对后统一为机关全称",
        )


def _names_body(signed: str, case: Case) -> bool:
    """Whether a signature is one of the body's names, with or without the areas above it, or names a part of it."""
    names = (*case.report.issuer.aliases, case.report.issuer.name)
    return any(name in signed or (signed in name and len(signed) > 2) for name in map(squeeze, names))


_GROUP = re.compile(r"(?P<what>政务公开|(?:政府)?信息公开)(?:工作)?领导小组(?!办公室)")
_OFFICE = re.compile(r"党政(?P<what>综合)?办(?:公室)?")


@rule("names-vary", "称谓不一", Severity.NOTE, SELF)
def names_vary(case: Case) -> Iterator[Hit]:
    """The leading group, or the office in charge, has one name."""
    for pattern, what in ((_GROUP, "领导机构"), (_OFFICE, "工作机构")):
        found: dict[str, tuple[str, Sentence]] = {}
        for sentence in case.sentences:
            for match in pattern.finditer(re.sub(r"\s", "", sentence.text)):
                found.setdefault(match["what"] or "", (match[0], sentence))
        if len(found) > 1:
            (_, first), *_ = found.values()
            yield Hit(
                f"{what}名称前后不一：{'、'.join(f'“{name}”' for name, _ in found.values())}",
                tuple(s.clause(name) for name, s in found.values()),
                first.section,
                "是同一机构的统一名称，是两个机构的予以说明",
                first.page,
            )


_TITLE = re.compile(r"《([^《》]{6,60})》")
_LOOSE = frozenset("的关于工作年度政府信息公开务暂行试()")


@rule("title-varies", "称谓不一", Severity.NOTE, "年度报告前后一致：同一文件名称前后一致")
def title_varies(case: Case) -> Iterator[Hit]:
    """One document is cited under one title."""
    titles: dict[str, Sentence] = {}
    for sentence in case.sentences:
        for title in _TITLE.findall(sentence.text):
            titles.setdefault(squeeze(title), sentence)
    for one, other in combinations(titles, 2):
        if _is_same_document(one, other):
            yield Hit(
                f"“《{one}》”与“《{other}》”疑为同一文件，名称不同",
                (titles[one].clause(one), titles[other].clause(other)),
                titles[one].section,
                "核对后统一名称",
                titles[one].page,
            )


def _is_same_document(one: str, other: str) -> bool:
    """Whether two titles differ in words of little weight alone, both complete."""
    if min(len(one), len(other)) < 8 or one in other or other in one or one[-2:] != other[-2:]:
        return False
    changes = _changes(one, other)
    return bool(changes) and len(changes) <= 4 and set(changes) <= _LOOSE


def _changes(one: str, other: str) -> Sequence[str]:
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return [
        char for tag, a, b, c, d in matcher.get_opcodes() if tag != "equal" for char in one[a:b] + other[c:d]
    ]
