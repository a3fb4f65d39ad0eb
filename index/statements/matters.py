"""What the words beside a number are really about: letters, documents' attributes, closed accounts and courts are no requests.

The same words name other matters: 依申请公开 is an attribute of documents too (国办发〔2016〕80号: 公文公开属性源头认定), and 投诉
are brought by consumers.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal

from index.language.numerals import Number
from index.statements.meaning import Meaning
from index.statements.words import DISPUTES, Domain, Mention

_OTHER_MATTERS = re.compile(
    r"留言|来信|接待日|反映|信箱|热线|咨询|网民|工单|诉求|消费|市场|12345|12315|建议|提案"
)
_ELSEWHERE = re.compile(
    r"(?<![新融自])媒体[^,。;]{0,12}(?:刊|发|播|登|报道|采用|采访|录用|稿)|采用|投稿|转[载发]|精准(?:推送|匹配|投放)"
    r"|(?:《[^》]{2,12}》|[日晚早]报|杂志|电视台)上?(?:刊|播|登|发表)"
)
_ONLY_CHECKED = re.compile(
    r"[拟待]$|(?:审核|审查|把关|审读)[^,。;]{0,6}(?:[拟待已应]|网站|平台|各)"
    r"|(?:复核|核查|排查|检查|巡查|清理|整改|删除|撤下|撤除|下架|更正|监测|抽查|扫描|退回|修改)(?!后)"
)
_ANSWERED = frozenset(
    {
        "requests.reply",
        "requests.handled",
        "requests.on_time",
        "complaints",
        "requests.refused",
        "requests.granted",
    }
    | {"requests.partial", "unavailable", "not_processed"}
)
_TOPIC = re.compile(r"围绕|针对|工程|项目|领域|疫情|脱贫|扶贫|改造")
_ATTRIBUTES = re.compile(
    r"公开属性|免[于予]公开|属性(?:认定|审核|标[注识]|界定)|公文属性|标[注识记]为?[“\"]?(?:主动|依申请|不予)公开"
    r"|(?:依申请|不予|不)公开[”\"]?(?:类(?!申请)|的?(?:\d+[份件])?(?:公文|文件))"
    r"|(?:公文|文件)[^。;]{0,12}主动公开[^。;]*依申请公开[^。;]*不(?:予)?公开"
)
_ATTRIBUTE_KEYS = ("requests_new", "requests.granted", "requests.partial", "requests.refused", "disclosed")
_CLOSED = re.compile(r"关停|关闭|注销|停用|停更|停止|撤销|撤并|整合(?!为|后)|压减|清理|合并|迁移|精简|取消")
_COURT = re.compile(
    r"(?:法院|检察院)[^,。;]{0,10}(?:审结|受理|审理|新收|收案|办结|审判)|旁听|庭审|案例|讲评|模拟"
)
_PRINTED_IN = re.compile(r"公报》?[^。;]*(?:刊登|刊载|登载|刊发)")
_PASSED_ON = re.compile(r"(?:重新|再次|补正后)(?:提出|提交)?$|(?:转办|转来|转交|移交|交办)的?[^,。;]{0,6}$")
_HELPED = re.compile(r"(?:引导|协助|帮助|指导|代为|代办)[^,。;]{0,6}$")
_WITH_CARRIED = re.compile(
    r"[^,。;\d()]{0,6}\((?:其中,?)?(?:含|包括|包含)[^()\d]{0,6}(?:上年|上一年|\d{4}年)度?(?:的)?(?:结转|遗留)"
)
_HANDLED = re.compile(r"(?:共|合计|总共|累计)?(?:应|须|需)?办理$")
_DISPUTE_KEYS = ("review", "litigation", "outcome.")


def relevant(text: str, found: Sequence[Mention], at: int, domain: Domain | None) -> list[Mention]:
    """The mentions among ``found`` that speak of what they name, for a number at ``at`` within a domain.

    Left out are 答复 and 投诉 where letters, hotlines or proposals are counted, 发布信息 on one topic, what the media
    printed or was only checked (审核拟发布信息6500条), attributes of documents, accounts that were closed, cases of the courts.
    """
    matters = [m.end() for m in _OTHER_MATTERS.finditer(text[:at])]
    other = bool(matters) and not re.search("(?<!依)申请", text[max(matters) : at])
    topical = bool(_TOPIC.search(text[:at])) and "主动公开" not in text[:at]
    return [
        m
        for m in found
        if not (
            _is_elsewhere(text, m, at)
            or (other and (m.key in _ANSWERED or is_bare_receipt(text, m)))
            or (topical and m.key.startswith("disclosed."))
            or (m.key.startswith("requests_carried") and domain in DISPUTES and "申请" not in text[:at])
        )
    ]


def is_bare_receipt(text: str, mention: Mention) -> bool:
    """收到 or 受理 alone, without a word for request."""
    return mention.key == "requests_new" and not re.search(r"申请|公开", text[mention.start : mention.end])


def _is_elsewhere(text: str, mention: Mention, at: int) -> bool:
    """Whether the clause of a number, or its sentence, makes a word speak of another thing than its indicator."""
    key = mention.key
    clause = text[max(text.rfind(mark, 0, at) for mark in ",;:。；") + 1 : at]
    if key.startswith(_ATTRIBUTE_KEYS) and _ATTRIBUTES.search(_sentence(text, at)):
        return True
    if key.startswith(("disclosed", "channel.")):
        checked = _ONLY_CHECKED.search(clause[: max(0, mention.start - at + len(clause))])
        return bool(_ELSEWHERE.search(clause) or checked or _PRINTED_IN.search(text[:at]))
    if key == "media_accounts":
        return bool(_CLOSED.search(clause))
    if key.startswith("received_") and _HELPED.search(text[: mention.start]):
        return True
    if key == "requests_new":
        return bool(_PASSED_ON.search(text[: max(mention.start, text.rfind("申请", 0, mention.end))]))
    return key.startswith(_DISPUTE_KEYS) and bool(_COURT.search(clause))


def _sentence(text: str, at: int) -> str:
    ends = [i for i in (text.find(mark, at) for mark in ";。；") if i >= 0]
    return text[max(text.rfind(mark, 0, at) for mark in ";。；") + 1 : min(ends, default=len(text))]


def counts_carried_too(
    text: str, number: Number, meaning: Meaning, totals: Mapping[str, Decimal | None]
) -> bool:
    """Whether a count is of what came with what was carried in: 12件(含上年结转2件), or 共办理12件 where that is their sum.

    ``totals`` are the totals that the sentence has given before, by indicator.
    """
    if meaning.indicator == "requests_new":
        return bool(_WITH_CARRIED.match(text[number.end :]))
    came, carried = (totals.get(name) for name in ("requests_new", "requests_carried_in"))
    if meaning.indicator != "requests_handled" or not (came and carried):
        return False
    return came + carried == number.value and bool(_HANDLED.search(text[: number.start]))
