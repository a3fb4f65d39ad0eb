"""依申请公开和不予公开: the sentences on requests until 2018, from the rows of the 统计表."""

from __future__ import annotations

from assistant.drafting.nouns import Sentence
from assistant.drafting.setting import Setting, listed
from index.indicators import indicators, statistic_sums

SECTION = "依申请公开政府信息和不予公开政府信息的情况"
_CHANNELS = {
    "received_in_person": "当面",
    "received_fax": "传真",
    "received_online": "网络",
    "received_letter": "信函",
    "received_email": "电子邮件",
}
_REPLIES = {
    "replied_already_public": "属于已主动公开范围",
    "granted": "同意公开",
    "partial": "同意部分公开",
    "refused": "不同意公开",
    "replied_elsewhere": "不属于本行政机关公开",
    "replied_not_exist": "申请信息不存在",
    "replied_amend": "告知作出更改补充",
    "replied_other_way": "告知通过其他途径办理",
}


def requests_2007(setting: Setting) -> list[Sentence]:
    """What came and how, how it was answered, and what was refused."""
    return [*_received(setting), *_handled(setting), *_replied(setting), *_refused(setting)]


def _received(setting: Setting) -> list[Sentence]:
    say = setting.phrases("draft_requests_2007").say
    key, new = setting.key("requests_new"), setting.value("requests_new")
    values = {"year": setting.year, "own": setting.own}
    if new is None:
        mark = setting.need(SECTION, "收到申请数", key)
        return [setting.stated(say("received", value=mark, compared="", **values))]
    if not new:
        return [setting.stated(say("none", **values), key)]
    text = say("received", value=new, compared=setting.compared(key), **values)
    return [setting.stated(text, key), *channels(setting)]


def channels(setting: Setting) -> list[Sentence]:
    """By which channels requests came, where that is known."""
    say = setting.phrases("draft_requests_2007").say
    used = [row for row in _CHANNELS if setting.value(row) and setting.style.brief < 2]
    if not used:
        return []
    clauses = [say("channel", name=f"{_CHANNELS[row]}申请", value=setting.value(row)) for row in used]
    return [setting.stated(say("channels", list=listed(clauses)), *map(setting.key, used))]


def _handled(setting: Setting) -> list[Sentence]:
    say = setting.phrases("draft_requests_2007").say
    key, handled = setting.key("requests_handled"), setting.value("requests_handled")
    if handled is None:
        if setting.value("requests_new") == 0:
            return []
        return [setting.stated(say("handled_alone", value=setting.need(SECTION, "申请办结数", key)))]
    if not handled:
        return [] if setting.value("requests_new") == 0 else [setting.stated(say("handled_zero"), key)]
    times = setting.value("closed_on_time"), setting.value("closed_extended")
    keys = key, setting.key("closed_on_time"), setting.key("closed_extended")
    if None in times:
        return [setting.stated(say("handled_alone", value=handled), key)]
    if times[0] == handled and times[1] == 0:
        return [setting.stated(say("handled_on_time", value=handled), *keys)]
    text = say("handled", value=handled, on_time=times[0], extended=times[1])
    return [setting.stated(text, *keys)]


def _replied(setting: Setting) -> list[Sentence]:
    say = setting.phrases("draft_requests_2007").say
    key, replied = setting.key("replied"), setting.value("replied")
    if replied is None:
        return []
    if not replied:
        return [] if setting.value("requests_new") == 0 else [setting.stated(say("replied_zero"), key)]
    shown = [row for row in _REPLIES if setting.value(row)]
    if not shown:
        return [setting.stated(say("replied_alone", value=replied), key)]
    clauses = [say("reply", name=_REPLIES[row], value=setting.value(row)) for row in shown]
    text = say("replied", value=replied, list=listed(clauses))
    return [setting.stated(text, key, *map(setting.key, shown))]


def _refused(setting: Setting) -> list[Sentence]:
    """Article 32 (2) of 2007 asks for what was not disclosed even where nothing was."""
    say = setting.phrases("draft_requests_2007").say
    key, refused = setting.key("refused"), setting.value("refused")
    if refused is None:
        mark = setting.need(SECTION, "不同意公开答复数（不予公开）", key)
        return [setting.stated(say("refused_alone", value=mark))]
    if not refused:
        return [setting.stated(say("refused_none"), key)]
    shown = [row for row in statistic_sums()["refused"] if setting.value(row)]
    if not shown:
        return [setting.stated(say("refused_alone", value=refused), key)]
    clauses = [say("reply", name=indicators()[row].name, value=setting.value(row)) for row in shown]
    text = say("refused", value=refused, list=listed(clauses))
    return [setting.stated(text, key, *map(setting.key, shown))]
