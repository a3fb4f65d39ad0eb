"""Bodies under the names that they bore before the reforms of 2018 and after."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from assistant.checks.case import Case, Sentence
from assistant.checks.finding import Hit, Severity, rule
from index.language.text import squeeze

REFORM = "2018年《深化党和国家机构改革方案》"


class _Former(NamedTuple):
    """``old`` finds a name that no body bears from the report year ``since`` on, ``new`` is what it is called now."""

    old: str
    new: str
    since: int = 2020


_FORMER = (
    _Former(r"国土资源(?:和房屋管理|管理|与规划|和规划)?(?:局|厅)|国土(?:局|厅)", "自然资源部门"),
    _Former(r"环境保护(?:局|厅)|环保(?:局|厅)", "生态环境部门"),
    _Former(
        r"卫生(?:和|与)?(?:人口)?计划生育(?:局|委员会)|卫生计生(?:局|委)|卫计(?:局|委)|卫生(?:局|厅)|人口和计划生育(?:局|委员会)|计生局",
        "卫生健康部门",
    ),
    _Former(
        r"工商行政管理局|工商局|(?:质量)?技术监督局|质监局|食品药品监督(?:管理)?局|食药监局|市场监督管理和质量监督局",
        "市场监督管理部门",
    ),
    _Former(r"旅游局|文化广电新闻出版局|文广新局|新闻出版广电局", "文化和旅游部门"),
    _Former(r"安全生产监督(?:管理)?局|安监局", "应急管理部门"),
    _Former(r"农业(?:局|厅)", "农业农村部门"),
    _Former(r"(?:国家|地方)税务局|国税局|地税局", "税务局"),
    _Former(r"公安消防(?:大队|支队|总队)", "消防救援队伍"),
    _Former(r"监察局", "监察委员会"),
    _Former(r"银监(?:局|分局)|保监(?:局|分局)", "金融监管部门"),
    _Former(r"扶贫(?:办公室|办|开发局|局)|扶贫开发(?:领导小组)?办公室", "乡村振兴（农业农村）部门", 2022),
    _Former(r"银保监(?:局|分局)", "金融监管部门", 2024),
)
_PLACE = r"(?:^|(?<=[，。；：、（(“和与及由向经对请会同联合跟省市县区州旗盟我乡镇各将]))"
"""A name begins here: what a zone calls its 规划建设环保局 is its own."""
_ZONE = re.compile(r"(?:开发|园|新|管委会|景|示范|高新)区?$")
_PAST = re.compile(
    r"原[^，。；、]{0,8}$|更名|改名|合并|划转|整合|组建|撤销|撤并|改为|调整为|前身|历史|机构改革|转隶|时任|职责划|档案"
)
_LONG_AGO = re.compile(r"(?:19\d\d|20[01]\d)年")
_TITLES = re.compile(r"《[^《》]*》|〔[^〔〕]*〕")
_ADDRESS = re.compile(r"地址|位于|[路街][^，。；]{0,8}号|旁|楼|院内|对面")


@rule("former-body", "机构旧称", Severity.WARNING, f"{REFORM}及其后的机构改革；机关名称用现行的")
def former_bodies(case: Case) -> Iterator[Hit]:
    """A body is called by its name of the report year; history, titles of documents and 原 before a name are let be."""
    found: dict[tuple[str, str], list[Sentence]] = {}
    for former in (f for f in _FORMER if case.year >= f.since):
        pattern = re.compile(_PLACE + rf"(?P<name>{former.old})(?![面势限部])")
        for sentence in case.sentences:
            for name in _names(sentence, pattern, case.year):
                if name not in squeeze(case.report.issuer.name):
                    found.setdefault((name, former.new), []).append(sentence)
    for (name, new), sentences in found.items():
        yield Hit(
            f"“{name}”是机构改革前的名称，{case.year}年度应称{new}的现名",
            tuple(dict.fromkeys(s.clause(name) for s in sentences)),
            sentences[0].section,
            "改用现行机构名称；说的是改革前的事，名称前加“原”",
            sentences[0].page,
        )


def _names(sentence: Sentence, pattern: re.Pattern[str], year: int) -> Iterator[str]:
    """The old names of a sentence that is not about the past or about where a building is."""
    text = _TITLES.sub("《》", re.sub(r"\s", "", sentence.text))
    if any(int(told[0][:4]) < year - 1 for told in _LONG_AGO.finditer(text)) or _ADDRESS.search(text):
        return
    for match in pattern.finditer(text):
        before = text[: match.start()]
        clause = re.split(r"[，。；]", before)[-1]
        if not (_PAST.search(clause) or _PAST.search(text[match.end() :]) or _ZONE.search(before)):
            yield match["name"]
