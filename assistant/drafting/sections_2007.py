"""The parts of a report until 2018: the contents of article 32 of the regulation of 2007, with those of 国办发〔2014〕32号."""

from __future__ import annotations

from assistant.drafting.counts import Group, disclosed, sentence, slot
from assistant.drafting.disputes import disputes
from assistant.drafting.nouns import UNFILLED, Origin, Part, Sentence
from assistant.drafting.phrases import phrases
from assistant.drafting.points import paragraphs
from assistant.drafting.requests_2007 import requests_2007
from assistant.drafting.sections import Paragraphs, grouped, leftover, paragraph, part, problems
from assistant.drafting.setting import Setting

_OVERVIEW: tuple[Group, ...] = (
    ("offices", "reading_points"),
    ("staff", "staff_full_time", "staff_part_time"),
    ("budget",),
    ("meetings", "trainings", "trainees"),
)
_RESPONSE: tuple[Group, ...] = (
    ("responses", "responses_weibo", "responses_other"),
    ("press_conferences", "press_conferences_led"),
    ("online_interviews", "online_interviews_led"),
    ("interpretations",),
)


def sections_2007(setting: Setting) -> list[Part]:
    """All parts in order, unnumbered; 回应解读 and the annex since 2014."""
    name = phrases("draft_sections").say
    since_2014 = setting.year >= 2014
    response = [part(setting, "response", name("response_2007"), _response)] if since_2014 else []
    return [
        part(setting, "overview", name("overview_2007"), _overview),
        part(setting, "active", name("active_2007"), _active),
        *response,
        part(setting, "requests", name("requests_2007"), _requests),
        part(setting, "fees", name("fees_2007"), _fees),
        part(setting, "disputes", name("disputes_2007"), _disputes),
        *problems(setting, name("problems_2007")),
        part(setting, "others", name("others_2007"), _others),
    ]


def _overview(setting: Setting) -> Paragraphs:
    facts = grouped(setting, _OVERVIEW, f"{setting.year}年，{setting.own}")
    filed = [*setting.filed.at("overview"), *setting.filed.at("supervision")]
    if not facts and not filed:
        facts = [slot(setting, "slot_overview", "概述", "政府信息公开工作的组织领导和制度建设情况")]
    return [*paragraph(*facts), *paragraphs(filed)]


def _active(setting: Setting) -> Paragraphs:
    facts = [
        *disclosed(setting, "主动公开政府信息的情况"),
        *sentence(setting, ("disclosed_normative", "normative_issued")),
    ]
    more = grouped(setting, (("media_accounts",), ("gazettes",), ("npc_suggestions", "cppcc_proposals")))
    filed = setting.filed.at("active")
    if setting.year < 2014:
        more += grouped(setting, _RESPONSE)
        filed = [*filed, *setting.filed.at("response")]
    return [*paragraph(*facts, *more), *paragraphs(filed)]


def _response(setting: Setting) -> Paragraphs:
    groups = (*_RESPONSE, ("consultations", "consultation_comments"), ("policy_qa",))
    facts = grouped(setting, groups, f"{setting.year}年，{setting.own}")
    filed = setting.filed.at("response")
    if not facts and not filed:
        mark = setting.need("回应解读情况", "回应公众关注热点或重大舆情数（次）", setting.key("responses"))
        facts = [setting.stated(f"{setting.phrases('draft_counts').say('responses', value=mark)}。")]
    return [*paragraph(*facts), *paragraphs(filed)]


def _requests(setting: Setting) -> Paragraphs:
    return [tuple(requests_2007(setting)), *paragraphs(setting.filed.at("requests"))]


def _fees(setting: Setting) -> Paragraphs:
    """Article 32 (3) of 2007 asks for fees charged and for those reduced or waived."""
    say = setting.phrases("draft_disputes").say
    heading = phrases("draft_sections").say("fees_2007")
    values: dict[str, object] = {"year": setting.year, "own": setting.own}
    key, fee = setting.key("request_fees"), setting.value("request_fees")
    given = setting.filed.at("fees")
    if fee is None:
        mark = setting.need(heading, "依申请公开信息收取的费用（万元）", key)
        facts = [setting.stated(say("fees_2007", value=mark, **values))]
    else:
        text = say("fees_2007", value=fee, **values) if fee else say("fees_2007_none", **values)
        facts = [setting.stated(text, key)]
    if not setting.filed.mentions("fees", "减免", "免收"):
        if fee == 0:
            facts.append(Sentence(say("fees_2007_none_waived"), Origin.CONFIRM))
        else:
            setting.need(heading, "费用减免情况")
            facts.append(Sentence(say("fees_2007_waived", value=UNFILLED), Origin.SLOT))
    return [tuple(facts), *paragraphs(given)]


def _disputes(setting: Setting) -> Paragraphs:
    facts = [*disputes(setting), *sentence(setting, ("complaints",))]
    return [tuple(facts), *paragraphs(setting.filed.at("disputes"))]


def _others(setting: Setting) -> Paragraphs:
    rest, given = leftover(setting), setting.filed.at("others")
    last = [] if rest or given else [Sentence(phrases("draft_sections").say("no_others"), Origin.CONFIRM)]
    return [*paragraph(*rest, *last), *paragraphs(given)]
