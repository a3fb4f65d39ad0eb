"""From a trigger to an indicator and its column: what the same words mean in each generation of reports."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from index.indicators import indicators
from index.schema import Generation
from index.statements.words import Mention

_BEFORE_2019 = {
    "requests.granted": "granted",
    "requests.partial": "partial",
    "requests.refused": "refused",
    "requests.not_held": "replied_not_exist",
    "requests.already_public": "replied_already_public",
    "requests.elsewhere": "replied_elsewhere",
    "requests.other_way": "replied_other_way",
    "requests.amend": "replied_amend",
    "requests.on_time": "closed_on_time",
    "requests.extended": "closed_extended",
    "requests.reply": "replied",
    "requests.handled": "requests_handled",
    "refused_state_secret": "replied_state_secret",
    "refused_stability": "replied_stability",
    "fees": "request_fees",
    "fees.kind": "request_fees",
    "documents.made": "normative_issued",
    "documents.new": "normative_issued",
    "documents.shown": "disclosed_normative",
    "documents.repealed": "",
    "documents.valid": "",
    "processing_fee_cases": "",
}
_SINCE_2019 = {
    "requests.granted": "granted",
    "requests.partial": "partial",
    "requests.refused": "refused",
    "requests.not_held": "unavailable_not_held",
    "requests.already_public": "",
    "requests.elsewhere": "",
    "requests.other_way": "",
    "requests.amend": "",
    "requests.on_time": "",
    "requests.extended": "",
    "requests.reply": "requests_handled",
    "requests.handled": "requests_handled",
    "fees": "processing_fees",
    "fees.kind": "",
    "replied_trade_secret": "",
    "replied_privacy": "",
}
_DOCUMENT_COLUMNS = {
    Generation.FORMAT_2019: {
        "documents.made": "本年新制作数量",
        "documents.new": "本年新制作数量",
        "documents.shown": "本年新公开数量",
        "documents.total": "对外公开总数量",
        "documents.repealed": "",
        "documents.valid": "",
    },
    Generation.FORMAT_2021: {
        "documents.made": "本年制发件数",
        "documents.new": "本年制发件数",
        "documents.repealed": "本年废止件数",
        "documents.valid": "现行有效件数",
        "documents.total": "",
    },
}
_DECISION_COLUMNS = {Generation.FORMAT_2019: "处理决定数量", Generation.FORMAT_2021: "本年处理决定数量"}
_OTHER_COLUMNS = {
    "procurement": {Generation.FORMAT_2019: "采购项目数量"},
    "procurement.amount": {Generation.FORMAT_2019: "采购总金额"},
    "charges": {Generation.FORMAT_2021: "本年收费金额（单位：万元）"},
}
_OUTCOMES_BEFORE_2019 = {"结果维持": "upheld", "结果纠正": "corrected", "其他结果": "other"}
CHANNELS = frozenset({"disclosed_website", "disclosed_wechat", "disclosed_weibo", "disclosed_gazette"})
"""The statutory channels of publication (统计表 2014, 一（二）)."""
_ORDER = re.compile(r"^(?:[一二三四五六七八九十]+是|其[一二三四五六])")
_KIND = re.compile(r"(?:政府|政务)?信息$")
_GENERIC = re.compile(
    r"^(?:了|各类|各项|各种|政府|政务|工作|有关|相关|公开|部门|各部门|本级|本|我|街道|镇|乡|区|县|市|局|机关|共|总|信息|其他|非政府|最新|新|以上|重要|主动公开|的|和|及)*$"
)
_OLD = re.compile(r"(?:存量|历史|过期|失效|错误|陈旧|虚假)")
_LISTED = re.compile(r"(?:^|其中[,:]?|[,:;。(])(?P<words>(?:(?!公开|发布|其中)[\u4e00-\u9fff]{1,6}、)+)$")
_PIECES = re.compile(
    r"^(?:主动公开|公开|发布(?!会|厅|人)|上传|推送|更新|刊登|登载|刊发|发送|公布|上网|录入|刊载|和|及|、|并)+(?P<what>.*?)(?P<matter>信息|文章|稿件|内容|图文|消息|推文|文件|资讯|动态)(?:总?数|总量|条数)?$"
)


@dataclass(frozen=True, slots=True)
class Meaning:
    """An indicator's id with the statutory column and, for one kind of a thing, its printed name as ``scope``."""

    indicator: str
    column: str = ""
    scope: str = ""
    part: bool = False


def total_column(indicator: str, year: int) -> str:
    """The column of a total: 总计 for 表三 and 表四 from 2019 on, ``""`` where the form has no columns."""
    statutory = indicators()[indicator].table in {"requests", "disputes"}
    return "总计" if statutory and year >= 2019 else ""


def plain(key: str, year: int) -> Meaning | None:
    """What a trigger's key means by itself in a report of a year; ``None`` for what that year's form does not count."""
    generation = Generation.of(year)
    if key.startswith("documents."):
        return _documents(key, generation)
    table = _BEFORE_2019 if generation is Generation.REGULATION_2007 else _SINCE_2019
    indicator = table.get(key, key)
    if columns := _OTHER_COLUMNS.get(key):
        column = columns.get(generation)
        return Meaning(key.removesuffix(".amount"), column) if column else None
    if indicator not in indicators():
        return None
    if indicator in {"permits", "penalties", "coercion"}:
        column = _DECISION_COLUMNS.get(generation)
        return Meaning(indicator, column) if column else None
    return Meaning(indicator, total_column(indicator, year))


def _documents(key: str, generation: Generation) -> Meaning | None:
    if generation is Generation.REGULATION_2007:
        indicator = _BEFORE_2019.get(key, "")
        return Meaning(indicator) if indicator else None
    column = _DOCUMENT_COLUMNS[generation].get(key, "")
    if column:
        return Meaning("normative_documents", column)
    return Meaning("disclosed_normative") if key in {"documents.shown", "documents.total"} else None


def rules(key: str, last: Meaning | None, year: int) -> Meaning | None:
    """规章 by its verb, or beside a count of 规范性文件 in the same column (现行有效规范性文件295件、规章13件)."""
    if year < 2019:
        return None
    if key == "rules.named":
        beside = last and last.indicator in {"normative_documents", "rules"}
        return replace(last, indicator="rules") if last and beside else None
    column = _DOCUMENT_COLUMNS[Generation.of(year)].get(key.replace("rules.", "documents."), "")
    return Meaning("rules", column) if column else None


def led(last: Meaning | None) -> Meaning | None:
    """主要负责同志出席3场 after a count of 新闻发布会 or 在线访谈: how many of these."""
    base = last.indicator.removesuffix("_led") if last else ""
    return Meaning(f"{base}_led") if base in {"press_conferences", "online_interviews"} else None


def outcome(key: str, dispute: str, year: int) -> Meaning | None:
    """A result of 复议 or 诉讼: a column from 2019 on, an indicator of its own before."""
    column = key.removeprefix("outcome.")
    if year >= 2019:
        return Meaning(dispute, column)
    suffix = _OUTCOMES_BEFORE_2019.get(column)
    base = "review" if dispute == "review" else "litigation"
    return Meaning(f"{base}_{suffix}") if suffix else None


def disclosed(text: str, last: Mention, beside: list[Mention], earlier: Meaning | None) -> Meaning | None:
    """A count of published pieces: by its one channel, in total for several or none, or of one kind (``scope``).

    ``beside`` are the mentions of the clause, ``earlier`` what was counted before, of which 动态类500条 is a part.
    """
    words = text[last.start : last.end]
    channels = [m for m in beside if m.key in CHANNELS or m.key.startswith("channel.")]
    if last.key == "disclosed.kind":
        name = _KIND.sub("", _listed_before(text, last.start) + words)
        name = _ORDER.sub("", name).removeprefix("涉及").removeprefix("政府")
        whole = _by_channel(text, channels).indicator if channels or not earlier else earlier.indicator
        return Meaning(whole, scope=name, part=True) if whole.startswith("disclosed") else None
    base = _by_channel(text, channels)
    match = _PIECES.match(words)
    if match and (place := re.fullmatch(r"在(.+?)(?:上|中|内)?", match["what"])):
        return base if channels else Meaning("disclosed_other", scope=place[1], part=True)
    if match and (_OLD.match(match["what"]) or "的" in match["what"]):
        return None
    if match and match["matter"] == "文件":
        return Meaning(base.indicator, scope=f"{match['what'].removeprefix('各类')}文件", part=True)
    if match and not _GENERIC.match(match["what"]):
        return Meaning(base.indicator, scope=match["what"], part=True)
    return base


def _listed_before(text: str, start: int) -> str:
    """汛情、雨情、 before 水情类: what a kind is named together with, from the beginning of its clause on."""
    match = _LISTED.search(text, 0, start)
    return match["words"] if match else ""


def _by_channel(text: str, channels: list[Mention]) -> Meaning:
    keys = {channel.key for channel in channels}
    if keys == {"channel.name"} and len(channels) == 1:
        return Meaning("disclosed_other", scope=text[channels[0].start : channels[0].end], part=True)
    if keys == {"channel.name", "channel.其他"}:
        return Meaning("disclosed_other")
    if keys == {"channel.several"}:
        return Meaning("disclosed", scope=text[channels[0].start : channels[0].end], part=True)
    if len(keys) != 1 or keys == {"channel.name"}:
        return Meaning("disclosed")
    return Meaning(keys.pop().replace("channel.其他", "disclosed_other"))
