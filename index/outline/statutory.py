"""The names of the sections that every report must have, and how reports vary them.

They are those of article 32 of the 2007 regulation, with what provinces added from 2014 on (发布解读, 重点领域,
机构人员), and of the formats of 2019 and 2021 (国办公开办函〔2019〕60号, 〔2021〕30号).
"""

from __future__ import annotations

import re
from functools import cache

from index.language.text import squeeze

_SUBJECT = r"(?:\d{4}年度?|本年度|年度|全年)?(?:我[省市县区镇乡局委办])?(?:政府信息|政务信息|政务|信息)?(?:公开)?(?:工作)?的?"
_TOPICS = {
    "overview": rf"引言|前言|(?:{_SUBJECT})(?:概述|概况|总体(?:工作)?(?:情况|概述)|基本(?:工作)?(?:情况|概况)|总体推进情况|总述|综述)(?:概述)?",
    "organisation": r".*(?:组织领导|机构(?:建设|设置)|制度建设|人员(?:设置|配备)|保障经费|保障情况).*",
    "response": r".*(?:发布解读|回应社会关切|互动交流|政策解读|回应解读|解读回应|咨询(?:处理|受理)).*",
    "key_areas": r".*重点(?:领域|工作).*",
    "active": rf".*主动公开(?:政府|政务)?(?:信息)?.*|{_SUBJECT}公开的?(?:主要)?(?:内容|情况|渠道|形式|平台).*",
    "platform": r".*(?:公开|信息)平台(?:建设)?.*|.*(?:平台|网站|渠道|载体)建设.*",
    "requests": r".*(?:依申请|申请公开|公开申请|申请的办理|申请办理).*",
    "withheld": r".*不予公开.*",
    "fees": r".*(?:收费|费用|减免).*",
    "disputes": r".*(?:行政复议|行政诉讼|复议|诉讼|申诉|举报投诉|投诉举报).*",
    "secrecy": r".*保密审查.*|.*监督(?:检查|保障|管理).*",
    "affiliates": r".*(?:事业(?:单位|机构)|企事业单位).*",
    "proposals": r".*(?:人大代表|政协|建议提案|建议和提案).*",
    "training": r".*(?:会议和培训|教育培训|培训情况).*",
    "problems": r".*(?:存在的?(?:主要|突出)?(?:问题|困难|不足)|问题[及和与]|主要问题|改进(?:情况|措施|方向)|整改).*",
    "plans": r".*(?:下一步|工作(?:打算|安排|计划|思路|措施)|努力方向|今后).*",
    "others": r".*(?:其[他它](?:需要|有关|应当)?|需要(?:报告|说明)的?)(?:报告|说明)?的?(?:重要)?(?:事项|情况|问题).*|.*(?:相关|有关)说明.*",
    "management": r".*信息管理.*",
    "statistics": r".*(?:统计表|统计数据|情况表|附表).*",
}
_USUAL_END = re.compile("(?:情况|措施|事项|概述|概况|问题|附表|打算|方向|说明|减免|不足|建设|培训|费用)$")
_TOPIC_PATTERNS = {topic: re.compile(pattern) for topic, pattern in _TOPICS.items()}
_STRICT = re.compile(
    rf"引言|前言|{_TOPICS['overview']}|(?:{_SUBJECT})(?:主动公开(?:政府|政务)?信息的?情况|信息主动公开的?情况)|"
    r"主动公开(?:政府信息)?的?(?:情况|方面)?|(?:政府信息)?依申请公开(?:政府信息)?(?:办理|工作)?的?(?:情况|方面)?|"
    r"收到和处理(?:的)?政府信息公开申请的?情况|依申请公开政府信息和不予公开政府信息的?情况|政府信息公开申请的?(?:办理|处理)?情况|"
    r"(?:政府信息公开)?(?:工作)?(?:的)?(?:收费|费用)(?:及|和|与)减免的?情况|"
    r"(?:因|被|申请|提起|政府信息公开|工作|申请的|、|和|及|或|与|被申请|导致的?|引起的?)*行政复议(?:、|和|及|与|或)?(?:被?提起)?(?:政府信息公开)?行政诉讼的?情况|"
    r"(?:政府信息公开)?(?:工作)?(?:中)?存在的?(?:主要)?问题(?:和|及|与|、)?(?:改进)?(?:的)?(?:情况|措施|方向|打算)?|改进(?:措施|情况)|"
    r"其[他它](?:需要|应当)(?:报告|说明)的?(?:事项|情况)|需要说明的?(?:事项|情况)(?:[与和及]附表)?|"
    r"政府信息管理(?:情况|方面)?|(?:政府信息公开)?平台建设(?:情况|方面)?|(?:政府信息公开)?监督保障(?:情况|方面)?|"
    r"(?:政府信息公开)?(?:的)?组织领导和制度建设情况|发布解读、回应社会关切(?:以及|及|和)互动交流情况|重点领域(?:政府)?信息公开(?:工作)?(?:推进)?情况"
)
_SUBTOPICS = re.compile(
    r"主动公开(?:情况|方面)?|依申请公开(?:情况|方面)?|政府信息管理(?:情况|方面)?|"
    r"(?:政府信息)?(?:公开)?平台建设(?:情况|方面)?|(?:政府信息公开)?监督保障(?:情况|方面)?|存在的?(?:主要)?问题|改进(?:措施|情况)"
)


@cache
def topics(words: str) -> frozenset[str]:
    """The statutory sections that words may name; empty for other words."""
    bare = squeeze(words).strip(":;。")
    return frozenset(topic for topic, pattern in _TOPIC_PATTERNS.items() if pattern.fullmatch(bare))


def is_statutory(words: str) -> bool:
    """Whether words alone, without a mark, are the name of a statutory section in a usual wording."""
    return bool(_STRICT.fullmatch(squeeze(words).strip(":;。")))


def is_subtopic(words: str) -> bool:
    """Whether words are the name of a usual part of 总体情况 or of the problems section."""
    return bool(_SUBTOPICS.fullmatch(squeeze(words).strip(":;。")))


def is_section_like(words: str) -> bool:
    """Whether words read like the name of a section: about a statutory subject, one phrase, a usual ending.

    Looser than ``is_statutory``: for where something else already says that a heading stands here.
    """
    bare = squeeze(words).strip(":;。")
    return (
        bool(topics(bare))
        and len(bare) <= 35
        and bool(_USUAL_END.search(bare))
        and not re.search("[,:]", bare)
    )
