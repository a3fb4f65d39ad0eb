"""Which words a number counts: right before it in its clause, right after it, or in the clauses before.

Officials write 收到申请12件 (words, number), 召开3次会议 (number, words) and 宿城区28期 (a part's name, number). Words that
are farther away, or are not the head of their noun phrase (4次栏目检查 counts checks), do not count.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.language.numerals import Number
from index.statements.matters import is_bare_receipt
from index.statements.places import has_them
from index.statements.words import Domain, Mention

MONEY = frozenset({"元", "万元", "亿元"})
_GENERIC = frozenset(
    {"disclosed.verb", "disclosed.pieces", "requests_new", "processing_fee_cases", "trainings"}
)
_EXACT = ("disclosed", "channel.")
_NEVER_AFTER = (
    "channel.",
    "column.",
    "outcome.",
    "disclosed_",
    "disclosed.verb",
    "disclosed.kind",
    "fees",
    "processing_fee",
)
_GAP = re.compile(
    r"(?:“[^”]*”|\([^()]*\)|共[有计]?|总?计|累计|合计|总[数量计]?|数量?|件数|次数|人数|为|达到?|了|的|申请|案件|事项|文件|信息|稿件|文章|活动|人员|情况"
    r"|分别|各|均|都|有|仅|只|已|到|[,:]|其中|全年|完成|办理|处理|答复|等|现有|整合为|上|中|平台|专栏)*(?P<rest>.{0,2})"
)
_CHANGE = re.compile(
    r",?(?:同比|环比|[较比与])[^,。;]{0,10}(?:增加|增长|减少|下降|上升|提高|多|少|增|减)[^,。;]{0,8},(?=达到?|为)"
)
_REQUESTS = re.compile(r"(?:了|各类|共|政府|信息|公开|的)*")
_BY = re.compile(r"(?:是|均|全部)?(?:由|来自|属|系)(?:于)?")
_WAY = re.compile(
    r"(?:政府|政务)?(?:信息|内容|稿件)?(?:是|则|均|都|也|还|又|同时|同步)*(?:在|通过|经由?|由|借助|利用|依托|于)[一-鿿]{0,6}"
)
_PUT_OUT = re.compile(
    r"(?:平台|渠道|账号|栏目|“[^”]*”)?上?(?:同时|同步)?(?:发布|公开|推送|转发|刊发|刊登|发出|公布|推出)"
)
RECEIVED = re.compile(r"新?收|受理|接")
_HANDLING = frozenset(
    {"requests.handled", "requests.reply", "requests.on_time", "requests.extended", "requests_total"}
)
_VERBLESS = frozenset(
    {
        "media_accounts",
        "reading_points",
        "offices",
        "interpretations",
        "policy_qa",
        "gazettes",
        "press_conferences",
    }
    | {"online_interviews", "consultations", "meetings", "normative", "responses"}
)
NOUN = re.compile(
    r"[“\u4e00-\u9fff](?<![均都和及与以并已全其共分比较同占涉的次人等按由经被在未无系属予为个,])"
)
_TAIL = re.compile(r"$|和|及|与|以及|并|等|的$|工作$|情况|活动|类|,")
_ALL = re.compile(r"全部|均|都|已")
_OTHER_MATTERS = re.compile(r"问题|诉求|意见|建议|留言|来信|来电|咨询|投诉|热点")
"""What is replied to as well as requests: 3个问题逐一回复."""

_OWN_VERB = re.compile(
    r"没|[未无缺]|不(?!予|动产|同意|属于)|(?<!所|没|含)有(?!关|效)|配[备齐]|设[立置]|建[立成]|经|延期|尚|仍|因|被|将|正在|实现|完成"
)
_TIME = re.compile(
    r"^(?:季度|月|年|方面|部门|单位|县区|乡镇|镇街|村|社区|层面|领域|阶段|环节|渠道|栏目|专栏)"
)
_NOT_BEFORE = re.compile(
    r"(?:未|没有)(?:能?在|按(?![^,。;]{0,10}[缴交]纳)|能|及时|如期)|平均|人均|(?<![共总合累])计$|各(?:设|确定|配|安排|明确|选)|免收|减免|退还|退回|[由从]$|应办$"
    r"|(?:增加?|减少?|上?升|缩短|扩大|提高|下降|精简)(?:到|至|为)$"
)
_PERIOD = re.compile(r"[上下]半年|[一二三四1-4]季度")
_NOT_AFTER = re.compile(r"(?:因(?![^,。;]*(?:结转|转入))|系|由于|增加到|减少到|增加至|减少至|增至|减至|缩短)")
EMPTY = re.compile(
    r"^(?:其中|其|总计|合计|共[计有]?|总共|累计|全年|本年度?|分别为?|均为?|各|为|计|[,:]|数量?|件数|约|和|及|案件|事项|申请|总数|涉及|总?金额|总额|达到?)*$"
)
BARE = re.compile(r"(?:[数量为:计]|共|合计|均|各)$")


def eligible(found: Sequence[Mention], domain: Domain | None, unit: str) -> list[Mention]:
    """The mentions that a unit can count within the domain reached; the last word of several comes last."""
    fit = [
        m
        for m in found
        if (not m.trigger.needs or domain in m.trigger.needs)
        and (unit in m.trigger.units if unit else not m.trigger.units <= MONEY)
    ]
    return sorted(fit, key=lambda m: (m.end, m.key not in _GENERIC, m.end - m.start))


def is_no_figure(clause: str, near: str, right: str) -> bool:
    """Whether the words beside a number make it an average, an exemption, a counting rule, or of a part of the year.

    ``near`` is what stands between the number before and it, of its ``clause`` up to it.
    """
    return bool(_PERIOD.search(clause) or _NOT_BEFORE.search(near) or _NOT_AFTER.match(right))


def domain_after(found: Sequence[Mention], domain: Domain | None) -> Domain | None:
    """The domain that is spoken of after some mentions."""
    for mention in found:
        domain = mention.trigger.sets or domain
    return domain


def before(text: str, found: Sequence[Mention], number: Number, right: str) -> list[Mention]:
    """``found`` if its last stands right before the number and nothing else is counted, else nothing."""
    if not found:
        return []
    last = found[-1]
    if last.key.startswith("column.") and _BY.match(right):
        return []
    if last.key == "requests_new" and not RECEIVED.match(text[last.start : last.end]):
        found = [m for m in found if m.key in _HANDLING and _REQUESTS.fullmatch(text[m.end : last.start])][
            -1:
        ] or found
    if last.key == "not_processed":
        found = [m for m in found if m.key.startswith("not_processed_") and m.end == last.start][-1:] or found
    gap = _GAP.fullmatch(_CHANGE.sub("", text[last.end : number.start]).rstrip())
    among = re.search(r"[中里](?:还|仅|,)?有$", text[last.end : number.start])
    if not gap or among or (gap["rest"] and last.key.startswith(_EXACT)):
        return []
    if has_them(text[last.end : number.start], number.unit):
        return []
    if last.key in _VERBLESS and NOUN.match(right):
        return []
    return list(found)


def after(text: str, found: Sequence[Mention], number: Number, right: str) -> list[Mention]:
    """The mention that is the head of the phrase that begins right after the number (3次业务培训)."""
    end = number.end + len(right)
    if not number.unit or _TIME.match(right):
        return []
    heads = [
        m
        for m in found
        if (
            not m.key.startswith(_NEVER_AFTER)
            or _is_by(m, text[number.end : m.start])
            or _is_medium(text, number, m)
        )
        and not is_bare_receipt(text, m)
        and not (m.key in _HANDLING and _OTHER_MATTERS.search(text[number.end : m.start]))
        and (m.key == "requests_carried_out" or not _says_more(text[number.end : m.start]))
        and (_ends(m, text[m.end : max(m.end, end)]) or _is_medium(text, number, m))
    ]
    return heads[-1:]


def _is_by(mention: Mention, between: str) -> bool:
    """9件由自然人提出, 2件来自企业: the applicants stand after the number."""
    return mention.key.startswith("column.") and bool(_BY.fullmatch(between))


def _is_medium(text: str, number: Number, mention: Mention) -> bool:
    """63条同时在政务微博发布, 35条通过县政府网站公开: the channel stands after the number, before what was done by it."""
    way = _WAY.fullmatch(text[number.end : mention.start])
    return bool(way) and mention.key.startswith("disclosed_") and bool(_PUT_OUT.match(text[mention.end :]))


def _ends(mention: Mention, rest: str) -> bool:
    """Whether the phrase ends with a word: 46件新制发规范性文件全部公开, but not 三个查阅场所全部开放, which are only those."""
    made = mention.key.startswith("documents.") and _ALL.match(rest)
    return bool(_TAIL.match(rest) or made)


def _says_more(between: str) -> bool:
    """1件经批准延期…答复: what is counted does something of its own before the word, which is not the head then."""
    return bool(_OWN_VERB.search(between)) and not between.endswith("的")


def prefer_after(left: Sequence[Mention], right: Sequence[Mention]) -> bool:
    """发布12篇政策解读: the words after the number are more definite than the verb before it.

    What was received is counted by 受理的131件全部按期答复, whatever was then done with it.
    """
    if not right or (left and right[-1].key in _HANDLING):
        return False
    return not left or (left[-1].key in _GENERIC and right[-1].key not in _GENERIC)
