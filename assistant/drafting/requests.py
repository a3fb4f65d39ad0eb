"""收到和处理政府信息公开申请: the sentences on requests since 2019, from 表三."""

from __future__ import annotations

from decimal import Decimal

from assistant.drafting.forms import group_rows
from assistant.drafting.nouns import Key, Sentence
from assistant.drafting.requests_2007 import channels
from assistant.drafting.setting import Setting, applicants, listed
from index.indicators import GROUPS, indicators

SECTION = "依申请公开情况"
_RESULTS = ("granted", "partial", *GROUPS)


def requests(setting: Setting) -> list[Sentence]:
    """What came, from whom, what became of it, what is left."""
    new, carried = setting.value("requests_new"), setting.value("requests_carried_in")
    handled, left = setting.value("requests_handled"), setting.value("requests_carried_out")
    if all(value == 0 for value in (new, carried, handled, left)):
        keys = [
            setting.key(row)
            for row in ("requests_new", "requests_carried_in", "requests_handled", "requests_carried_out")
        ]
        text = setting.phrases("draft_requests").say("none", year=setting.year, own=setting.own)
        return [setting.stated(text, *keys)]
    return [
        *_received(setting, new, carried),
        *(channels(setting) if new else ()),
        *_handled(setting, handled),
        *_left(setting),
    ]


def _received(setting: Setting, new: Decimal | None, carried: Decimal | None) -> list[Sentence]:
    say = setting.phrases("draft_requests").say
    keys = setting.key("requests_new"), setting.key("requests_carried_in")
    applicants_clause, columns = _applicants(setting, new)
    values: dict[str, object] = {
        "year": setting.year,
        "own": setting.own,
        "value": setting.need(SECTION, "本年新收政府信息公开申请数量", keys[0]) if new is None else new,
        "carried": setting.need(SECTION, "上年结转政府信息公开申请数量", keys[1])
        if carried is None
        else carried,
        "compared": setting.compared(keys[0]),
        "applicants": applicants_clause,
    }
    if new == 0:
        name = "nothing_new"
    elif carried == 0:
        name = "new_only"
    elif new is None or carried is None:
        name = "new_and_unknown"
    else:
        name, values["total"] = "new_and_carried", new + carried
    return [setting.stated(say(name, **values), *keys, *columns)]


def _applicants(setting: Setting, new: Decimal | None) -> tuple[str, list[Key]]:
    """The clause on who asked, where all six columns are known and add up, and the figures in it."""
    if setting.style.brief >= 2:
        return "", []
    say = setting.phrases("draft_requests").say
    columns = {name: setting.value("requests_new", name) for name in applicants()}
    known = {name: value for name, value in columns.items() if value}
    if not new or None in columns.values() or sum(known.values(), Decimal(0)) != new:
        return "", []
    keys = [("requests_new", name) for name in known]
    if len(known) == 1 and new > 1 and "其他" not in known:
        return say("applicants_one", applicant=next(iter(known))), keys
    clauses = [say("applicant", name=name, value=value) for name, value in known.items()]
    return say("applicants", list=listed(clauses)), keys


def _handled(setting: Setting, handled: Decimal | None) -> list[Sentence]:
    say = setting.phrases("draft_requests").say
    key = setting.key("requests_handled")
    if handled is None:
        mark = setting.need(SECTION, "办理结果总计", key)
        return [setting.stated(say("handled_alone", value=mark))]
    if not handled:
        return [setting.stated(say("handled_zero"), key)]
    shown = [row for row in _RESULTS if setting.value(row)]
    if not shown:
        return [setting.stated(say("handled_alone", value=handled), key)]
    groups = GROUPS if setting.style.brief < 2 else ()
    results = [say("result", name=indicators()[row].name, value=setting.value(row)) for row in shown]
    text = say("handled", value=handled, list=listed(results))
    keys = [key, *((row, "总计") for row in shown)]
    return [
        setting.stated(text, *keys),
        *(sentence for group in groups for sentence in _reasons(setting, group)),
    ]


def _reasons(setting: Setting, group: str) -> list[Sentence]:
    """The reasons of a group, those that occurred; nothing where the group is one row or only 其他 is known."""
    rows = group_rows(group, setting.year)
    shown: list[Key] = [(row, "总计") for row in rows if row != group and setting.value(row)]
    if not shown or shown == [("other_rest", "总计")]:
        setting.told.update(row for row, _ in shown)
        return []
    say = setting.phrases("draft_requests").say
    clauses = [say("result", name=_reason(row), value=setting.value(row)) for row, _ in shown]
    return [setting.stated(say(f"reasons_{group}", list=listed(clauses)), *shown)]


def _reason(row: str) -> str:
    return {
        "other_no_correction": "申请人无正当理由逾期不补正",
        "other_no_payment": "申请人逾期未按收费通知要求缴纳费用",
        "other_rest": "其他情形",
    }.get(row, indicators()[row].name)


def _left(setting: Setting) -> list[Sentence]:
    say = setting.phrases("draft_requests").say
    key = setting.key("requests_carried_out")
    left = setting.value("requests_carried_out")
    if left is None:
        return [setting.stated(say("left", value=setting.need(SECTION, "结转下年度继续办理", key)))]
    if left:
        return [setting.stated(say("left", value=left), key)]
    arrived = [setting.value("requests_new"), setting.value("requests_carried_in")]
    known = [value for value in arrived if value is not None]
    closed = len(known) == 2 and sum(known) == setting.value("requests_handled")
    return [setting.stated(say("all_closed" if closed else "none_left"), key)]
