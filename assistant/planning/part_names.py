"""Names for the parts of an area: as questions say them, as reports print them, and when the two mean the same.

A report breaks a figure of the whole area down into 市本级, 市政府部门, 县（区）, 镇（街道）, or into bodies by name
(泗洪县, 市公安局). A figure of one part is never the answer to a question about another.
"""

from __future__ import annotations

import re

WHOLE_AREA = ("全市", "全区", "全县", "全镇", "全省", "全街道", "全乡", "全州", "全旗", "全系统")
OWN_LEVEL = "本级"
GOVERNMENT = "政府"
"""The government's own figure beside that of its departments (市政府自己)."""
PORTAL = "门户网站"
"""The government's own website beside those of its departments; a report that has only one does not say."""
COUNTIES, TOWNS, DEPARTMENTS = "县区", "镇街", "部门"

_PUNCTUATION = re.compile(r"[（）()、/\s]|^(?:其中|各|下辖|所辖|所属|全[市区县省])+")
_COUNTY_WORDS = "(?:县市区|市县区|区县市|旗县市区|旗县区|县区|区县|县市|旗县)"
_TOWN_WORDS = "(?:镇乡街道|乡镇街道|镇街道|街道镇|乡镇|镇乡|镇街|街镇)"
_PRINTED: tuple[tuple[str, re.Pattern[str]], ...] = (
    (PORTAL, re.compile(".*门户网站$")),
    (COUNTIES, re.compile(f"{_COUNTY_WORDS}(?!直).*")),
    (TOWNS, re.compile(f"{_TOWN_WORDS}.*")),
    (
        GOVERNMENT,
        re.compile(
            "[省市县区旗]?(?:人民)?政府(?:本身|自身|机关)?(?:及(?:其)?[省市县区旗]?(?:人民)?(?:政府)?办公?[室厅]?)?"
        ),
    ),
    (
        DEPARTMENTS,
        re.compile(
            "[省市县区旗]?(?:人民)?(?:政府|本级|直属|直|级)?各?(?:有关|相关|职能|组成|工作|下属|直属|政府)*(?:部门|单位)"
        ),
    ),
    (
        OWN_LEVEL,
        re.compile("[省市县区旗镇乡局]?(?:人民)?(?:政府)?(?:本级|级|机关)(?:政府|机关|行政机关)?(?:含.*)?"),
    ),
)
_NEAR = {OWN_LEVEL: GOVERNMENT, GOVERNMENT: OWN_LEVEL, PORTAL: OWN_LEVEL}
"""What else may answer: a report that has no 市本级 may print 市政府."""

_AFTER = (
    r"(?=[\s的]*(?:那边|这边|方面|层面|一级|这块|[里上]面?|总?共|一共|合计|分别|各自?|都|新|又|(?:通过|主动))*[\s]*"
    r"(?:收|接到|受理|办[理结了]|公开|发[布了]|答复|被|罚|(?:的)?(?:政府)?(?:信息)?(?:公开)?(?:申请|收费|处理费|复议|诉讼)|(?:有|是)?(?:多少|几)|和|与|、|占|呢|[?？。]?$))"
)
_BEFORE = r"(?<![一-鿿])|(?<=[中里的年和与及、其])"
_ASKED: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        COUNTIES,
        re.compile(
            f"(?:{_BEFORE})(?:全[市省州]的?|下辖的?|所辖的?|下属的?|其中|各|所有)*(?:县[（(](?:市、)?区[）)]|{_COUNTY_WORDS}){_AFTER}"
        ),
    ),
    (
        TOWNS,
        re.compile(
            f"(?:{_BEFORE})(?:全[市县区]的?|下辖的?|所辖的?|下属的?|其中|各|所有)*(?:[乡镇]+[（(]街道[）)]|{_TOWN_WORDS}){_AFTER}"
        ),
    ),
    (
        DEPARTMENTS,
        re.compile(
            f"(?:{_BEFORE})(?:全[市县区]的?|下属的?|其中|所有)*[省市县区旗]?(?:政府|本级|直属|直|级)?的?各?(?:有关|相关|职能|组成|工作|下属|直属|政府)*(?:部门|(?:直属|[直级])单位){_AFTER}"
        ),
    ),
    (
        OWN_LEVEL,
        re.compile("(?:[省市县区旗镇乡]|机关)?(?:人民)?(?:政府)?(?:自己|自身|本身)?(?:[（(]本级[）)]|本级)"),
    ),
    (
        GOVERNMENT,
        re.compile(
            f"(?:[省市县区]?(?:人民)?政府)?(?:自己|自身|本身)(?!的?(?:网站|公众号|官网)){_AFTER}|(?<=[\\s，,、和与及中里])[省市县区旗](?:人民)?政府(?:及(?:其)?[省市县区旗]?(?:政府)?办公?[室厅]?)?{_AFTER}"
        ),
    ),
    (PORTAL, re.compile("门户网站|门户网")),
    (
        "",
        re.compile(
            r"(?<=[里中的，,年有\s])(?!(?:各|这|那|哪|几|多|同|此|一|每|两|二|三|四)[一-鿿]{0,2}类)[一-鿿]{2,8}类(?=(?:的)?(?:信息|内容|文件|政策)?(?:一共|总共|共|有|是|占|发布?|公开)*(?:了)?(?:多少|几)|(?:的)?(?:信息|内容|文件)?占)"
        ),
    ),
    ("", re.compile("全[省市县区旗镇乡州]|全街道|全系统")),
)


def asked_scopes(text: str) -> list[tuple[int, str]]:
    """The parts that a question (names and years blanked) asks about, each once, with where, in order."""
    first: dict[str, int] = {}
    for start, _, scope in sorted(_spans(text)):
        first.setdefault(scope, start)
    return [(start, scope) for scope, start in first.items()]


def scope_words(text: str) -> list[str]:
    """The words of a question that name parts of the body."""
    return [text[start:end] for start, end, _ in _spans(text)]


def _spans(text: str) -> list[tuple[int, int, str]]:
    hits: list[tuple[int, int, str]] = []
    for kind, pattern in _ASKED:
        for match in pattern.finditer(text):
            if not any(start < match.end() and match.start() < end for start, end, _ in hits):
                hits.append((match.start(), match.end(), kind or match[0]))
    return hits


def kind_of(name: str) -> str:
    """The kind of part that a printed name is (县（区）政府及其部门 -> 县区); ``""`` for a body's own name."""
    bare = _PUNCTUATION.sub("", name)
    return next((kind for kind, pattern in _PRINTED if pattern.fullmatch(bare)), "")


_SPEAKS = {
    COUNTIES: re.compile(_COUNTY_WORDS),
    TOWNS: re.compile(_TOWN_WORDS),
    DEPARTMENTS: re.compile("部门|[直级]单位|直属单位"),
    OWN_LEVEL: re.compile("本级|[省市县区旗]级|[省市县区旗]政府"),
    GOVERNMENT: re.compile("本级|[省市县区旗]政府|机关"),
}


def speaks_of(text: str, scope: str) -> bool:
    """Whether a passage speaks of the part that is asked about; true where the whole is asked about."""
    if whole(scope) or scope == PORTAL:
        return True
    pattern = _SPEAKS.get(scope)
    return bool(pattern.search(_PUNCTUATION.sub("", text))) if pattern else _key(scope, "") in text


def whole(scope: str) -> bool:
    """Whether a figure is about the whole area that the report covers."""
    return not scope or scope in WHOLE_AREA


def scope_rank(scope: str, wanted: str, issuer: str = "") -> int | None:
    """How well a fact's scope fits, 0 best; ``None`` where it is somebody else's figure.

    ``issuer`` is the full name of the report's body, which may stand before the name of a part.
    """
    if scope == wanted:
        return 0
    if whole(wanted):
        return 1 if whole(scope) else None
    kind, asked = kind_of(scope), kind_of(wanted)
    if not asked:
        return 1 if scope and not kind and _same_body(scope, wanted, issuer) else None
    if kind == asked:
        return 1
    if asked == PORTAL and not scope:
        return 4
    near = kind == _NEAR.get(asked) or (asked == PORTAL and kind == GOVERNMENT)
    return 2 if near else None


_ORGAN = re.compile("(?:(?:人民)?政府|管理委员会|管委会|办事处)(?:办公室)?$")
_ZONES = (("经济技术开发区", "经开区"), ("经济开发区", "经开区"), ("高新技术产业开发区", "高新区"))


def _same_body(one: str, other: str, issuer: str) -> bool:
    """Whether two names are one body's below the issuer: 宿州市公安局, 市公安局 and 公安局 in a report of 宿州市."""
    return _key(one, issuer) == _key(other, issuer)


def _key(name: str, issuer: str) -> str:
    """A name without the issuer's area, organ words and the suffixes of areas."""
    area = _ORGAN.sub("", issuer)
    above = [area[at:] for at in range(len(area) - 1)]
    stems = [part[:-1] for part in above if len(part) > 2]
    lead = next((part for part in (*above, *stems) if len(part) < len(name) and name.startswith(part)), "")
    name = name[len(lead) :] if lead else re.sub(r"^[省市县区旗](?=..)", "", name)
    for full, short in _ZONES:
        name = name.replace(full, short)
    bare = _ORGAN.sub("", name)
    return re.sub(r"(?<=..)[市县区](?=$|..)", "", bare) or name
