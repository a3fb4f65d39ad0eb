"""Whose figure, of which year, and whether it is a figure at all: the modifiers around a number in a sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass

_BODY = (
    r"(?:[省市区县旗盟州镇乡]|街道|街道办事处|办事处|[局委厅院]|中心|办公室|政府|部门|单位|开发区|新区|园区|景区|(?:图书|档案|文化|博物)馆|[省市区县镇乡]级"
    r"|[市区县]直|本级|公司|大队|支队|分局|乡镇|镇街|县区|市区|区县|街镇|[省市区县镇乡村][省市区县镇乡村、]{0,4}[两三四]级|(?<![转交督承催代协主举开牵应待自会分])办(?![理结公事件]))"
)
_LOWER = rf"[县市区旗乡镇街道、]{{1,4}}\([县市区旗乡镇街道、]{{1,5}}\)(?:[\u4e00-\u9fff]{{0,6}}{_BODY})?"
_WHOLE = re.compile(
    r"(?<![^\s,.。;:()年月日底度共末中])全(?:省|市|区|县|旗|州|镇|乡|街道|系统)(?!面|部|年|程)"
)
_OWN_LEVEL = re.compile(
    r"(?:[省市区县镇]本级|本级)(?:政府|机关|行政机关)?|(?<![全我本])[省市区县]级(?=共|收|受|\d|制|办|发|主动)|(?<=[,。;:\s中])[省市县区]政府(?=共|收|受|\d|全年|主动)"
)
_PART_NAME = re.compile(
    rf"^(?:其中)?[,:]?(?P<name>[\u4e00-\u9fff]{{0,20}}?(?:\([^()\d]{{1,12}}\)[\u4e00-\u9fff]{{0,12}}?)?{_BODY}(?:\([^()]*\))?)(?:共|全年|累计|分别|各|新|合计|为|:|占)*(?:收到|受理|收办|接到|办理|制作|发布|公开|收取|举办|举行|召开|组织|开展|编印)?(?:了|共|为|申请|信息)?$"
)
_KIND_NAME = re.compile(
    r"^(?:其中)?[,:]?(?P<name>[\u4e00-\u9fff、“”]{2,16}类)(?:政府|政务)?(?:信息)?(?:共|为|公开|发布)?$"
)
_BRACKETED = re.compile(
    rf"(?:^|[为是有,:]|包括|分别|其中)(?P<name>(?:(?![为是有]|包括|分别|其中)[\u4e00-\u9fff]){{1,20}}?{_BODY})\($"
)
_MATTER_NAME = re.compile(
    r"^(?:其中)?[,:]?(?P<name>(?!其中|公开|发布|主动|各类|其他|政府|政务信息)[\u4e00-\u9fff]{2,12}?)(?:类)?信息(?:共|为)?$"
)
_SUBJECT = re.compile(
    rf"(?:^|[,。;:]|年度?|其中)(?P<name>(?!其中|全年|年内)[\u4e00-\u9fff]{{1,12}}?{_BODY}|{_LOWER}|街道|镇|乡)"
    r"(?:(?:共|全年|累计|年内|本年度?|新|主动|直接|牵头|分别|严格|继续|也|已|通过[^,。;]{1,20}?))*"
    r"(?=收到|受理|收办|接到|主动公开|公开|发布|制作|制发|举办|召开|答复|办结|办理)"
)
_SITE = re.compile(
    rf"(?:^|其中[,:]?|[、,])(?P<name>(?:(?!其中|通过|利用|依托|经|在)[\u4e00-\u9fff]){{0,12}}?{_BODY})(?:门户|官方|政务|公开)*(?:网站|网|微信|微博|公众号|平台|新媒体)"
)
_RANKS = {"省": 0, "市": 1, "州": 1, "盟": 1, "县": 2, "区": 2, "旗": 2, "镇": 3, "乡": 3, "街": 3}
_OWN_WORD = re.compile(r"^(?:我|本|该|[局委办]|各级|行政|国家|人民)")
_TOWN_WORD = re.compile(r"^(?:镇|乡(?!镇)|街道(?!乡|镇))")

_DIFFERENCE = re.compile(
    r"(?:(?:同比|环比|比|较|相比|同上年|与上年).{0,16}(?:增加|增长|减少|下降|上升|提高|提升|降低|增幅|降幅|翻|多|少|增|减)"
    r"|(?<!新)(?:增加|增长|减少|下降|上升|降低))(?:了|约|达|为|近)?\s*$"
)
_DECLINE = re.compile(r"(?:减少|下降|降低|降幅|少|减)(?:了|约|达|为)?\s*$")
_BASIS = re.compile(r"同比|[比较由从](?:上一?年|去年|20\d\d年|前一年)|与(?:上年|去年|20\d\d年)(?:同期)?相比")
_PLAN = re.compile(
    r"力争|目标[^,。;]{0,4}(?:公开|发布|举办|开展|完成)|争取|预计|拟(?:于|在|定|举办|召开)|计划(?:于|在|举办|召开|开展|新)|目标(?:是|为|任务)|[,。;年们府局镇]将(?:继续|进一步|全面|着力|不断|举办|召开|发布|开展|组织|公开|加)"
    r"|下一步|下步|(?<![转至到入])下一年(?!度?继续)|今后|明年|新的一年|来年|应当|不得|每[件页次份](?:收取|加收)|确保(?:全年|每)"
)
_CUMULATIVE = re.compile(
    r"20\d\d年?[-—~至到]20\d\d年(?!\d)|(?<!今年)(?<!年初)(?<!本年)(?<!年度)以来|历年|自从?(?P<from>20\d\d)年[^。;]{0,24}[至到](?!(?P=from))20\d\d年|自.{0,12}(?:起|开通|上线|建立)(?!至)|开通至今|至今"
    r"|近[两二三四五六七八九十\d]年[^,。;]{0,4}(?:收到|受理|公开|发布|办结|办理)|(?:近|过去|最近|(?<![\dO○〇零一二三四五六七八九]))[两二三四五六七八九十2-9]年(?:来|间|内)?[,]?(?:共|累计|总共)|[两二三四五六七八九十]年来"
)
_OF_WHICH_THIS_YEAR = re.compile(
    r"[^。;]{0,30}其中[,:]?(?:本年度?|今年|(?:19|20)\d\d年度?)(?:共|新|主动|公开|发布|增)"
    r"|[^。;]{0,30},(?:(?:19|20)\d\d年)?(?:当年|本年度?)(?:共|新|主动|公开|发布|增)"
)
FUTURE_HEADING = re.compile(
    r"(?:改进|整改|解决|问题.{0,6})(?:措施|办法|方向|打算)|下一步|下步|今后|努力方向|工作计划|工作打算|工作思路|工作安排"
)
_PART_WORD = re.compile(r"其中|[中里]有|包括|含")
_AMONG = re.compile(
    r"从[^,。;从]{1,12}看[,:]|按[^,。;按]{1,10}(?:分类?|统计|划分|看)[,:]"
    r"|(?:\d[件条份个宗起篇](?:[\u4e00-\u9fff]{0,8})|[果请件复])中[,:]"
)


@dataclass(frozen=True, slots=True)
class Scope:
    """``name`` is ``""`` for the body's own report, otherwise as printed; ``part`` where it is one of several."""

    name: str = ""
    part: bool = False


def scope_of(near: str, far: str, own_names: tuple[str, ...]) -> tuple[Scope, bool]:
    """Whose figure a number is by the words of its clause (``near``), else of the clauses before it (``far``).

    The second value is true where the words say so, the body itself included, which reaches on through the sentence.
    """
    for text in (near, far):
        if match := _OWN_LEVEL.search(text):
            return Scope(own_level(match[0])), True
        if match := _WHOLE.search(text):
            return Scope(match[0]), True
        if match := _SUBJECT.search(text):
            own = is_own(match["name"], own_names)
            return Scope("" if own else own_level(match["name"])), own
    return Scope(), False


def own_level(name: str) -> str:
    """本级 for 市本级, 县政府本级 and the like, other names as printed (brackets full-width)."""
    name = name.replace("(", "（").replace(")", "）")
    return "本级" if re.search(r"本级(?:政府|机关|行政机关)?$", name) else name


def list_name(near: str) -> str:
    """The name of a part in a list of parts (宿城区 in ``宿城区28期``, 动态类), ``""`` if the words are more than a name."""
    words = near.strip().lstrip("、(,;:)和及")
    if bracketed := _BRACKETED.search(words):
        return own_level(bracketed["name"])
    match = _PART_NAME.match(words) or _KIND_NAME.match(words)
    return own_level(match["name"].strip("、")) if match else ""


def matter_name(near: str) -> str:
    """What a part of the published pieces is about (政务动态 in ``政务动态信息3417条``), ``""`` if the words are more."""
    match = _MATTER_NAME.match(near.strip().lstrip("、(,;:"))
    return match["name"] if match else ""


def site_of(near: str, area: str, own_names: tuple[str, ...]) -> Scope | None:
    """Whose website or account a part of ``area`` (全市) was published on; ``None`` where the words name no such body.

    The area's own government is 本级 (市政府门户网站 beside 全市); a site of a government above is only the channel.
    """
    match = _SITE.search(near)
    if not match or area[1:2] not in _RANKS or match["name"] in {"政府", "人民政府", "部门", "单位"}:
        return None
    name, rank = match["name"], _RANKS[area[1]]
    if name.removeprefix(area[1]) in {"政府", "人民政府", "本级", "级"} or is_own(name, own_names):
        return Scope("本级", part=True)
    return Scope(name, part=True) if _RANKS.get(name[0], 9) >= rank else None


def is_part_word(text: str) -> bool:
    """Whether words make what follows a part of what was counted (其中, 包括, 含)."""
    return bool(_PART_WORD.search(text))


def in_part(text: str, start: int, at: int) -> bool:
    """Whether 其中, 包括, 含 … between ``start`` and ``at`` makes what stands at ``at`` a part; a closed bracket ends it."""
    for match in _PART_WORD.finditer(text, start, at):
        if match[0] != "其中" and not re.search(r"\d", text[: match.start()]):
            continue
        before, after = text[start : match.start()], text[match.end() : at]
        bracketed = before.count("(") > before.count(")")
        if not (bracketed and after.count(")") > after.count("(")):
            return True
    return False


def is_among(text: str, start: int, at: int) -> bool:
    """Whether what stands at ``at`` is told as one of several (从受理机关看，…, 答复的27件中，…)."""
    return bool(_AMONG.search(text, start, at))


def is_own(name: str, own_names: tuple[str, ...]) -> bool:
    """Whether a subject is the issuer itself (我镇, 本机关, its names)."""
    if town := _TOWN_WORD.match(name):
        return any(town[0] in own[1:] for own in own_names)
    return bool(_OWN_WORD.match(name)) or any(name.endswith(own) or own.endswith(name) for own in own_names)


def whole_area(text: str) -> str:
    """全市, 全县 … where a clause begins with it, ``""`` otherwise."""
    found = _WHOLE.findall(text)
    return found[-1] if found else ""


def is_difference(near: str) -> bool:
    """Whether the number that follows says by how much something changed."""
    return bool(_DIFFERENCE.search(near))


def growth_sign(near: str, far: str) -> int:
    """1 for growth over the year before, -1 for decline, 0 where a percentage is none."""
    if not (_DIFFERENCE.search(near) and _BASIS.search(far + near)):
        return 0
    return -1 if _DECLINE.search(near) else 1


def is_plan(text: str) -> bool:
    """Whether a sentence speaks of what is planned or prescribed, not of what was done."""
    return bool(_PLAN.search(text))


def is_since_the_start(far: str, right: str) -> bool:
    """Whether a count is of all years: 累计公开5928条，其中本年度新增2110条."""
    return "累计" in far and bool(_OF_WHICH_THIS_YEAR.match(right))


def is_cumulative(text: str) -> bool:
    """Whether a count runs since an office or channel was opened, not over the year."""
    return bool(_CUMULATIVE.search(text))
