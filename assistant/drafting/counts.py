"""Clauses that state one indicator each, joined to sentences."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.drafting.figures import total_of
from assistant.drafting.forms import table_cells
from assistant.drafting.nouns import UNFILLED, Key, Sentence
from assistant.drafting.phrases import phrases
from assistant.drafting.setting import Setting, listed
from index.indicators import CHANNELS

Group = Sequence[str | tuple[str, Key]]
"""Indicators whose clauses make one sentence; a tuple names the phrase and the figure where they differ."""


_FOLLOWS = {
    "press_conferences_led": "press_conferences",
    "online_interviews_led": "online_interviews",
    "trainees": "trainings",
    "consultation_comments": "consultations",
    "staff_full_time": "staff",
    "staff_part_time": "staff",
}
"""What need not be said to be none where that which it belongs to was none."""


def sentence(setting: Setting, group: Group, head: str = "") -> list[Sentence]:
    """One sentence of the clauses of all figures of a group that are known; empty where none is."""
    clauses: list[str] = []
    keys: list[Key] = []
    for at, item in enumerate(group):
        name, key = (item, setting.key(item)) if isinstance(item, str) else item
        if (at and _in_table_alone(setting, key)) or _is_untold(setting, key):
            setting.told.add(key[0])
            continue
        if clause := _clause(setting, name, key):
            clauses.append(_joining(clause, clauses))
            keys.append(key)
    return [setting.stated(f"{head}{'，'.join(clauses)}。", *keys)] if clauses else []


def _joining(clause: str, before: Sequence[str]) -> str:
    """A clause on a part says so once, and not at all where the whole is not told."""
    again = not before or any(one.startswith("其中") for one in before)
    return clause.removeprefix("其中") if again else clause


def _in_table_alone(setting: Setting, key: Key) -> bool:
    """Whether a figure is a zero that the table shows: what comes second in a sentence is then not worth a clause."""
    return setting.value(*key) == 0 and table_cells(setting.year).get(key) == "statistics"


def _is_untold(setting: Setting, key: Key) -> bool:
    """Whether the part's style leaves a figure out: by name, or as a zero where brevity leaves out what was not done."""
    is_none = setting.style.brief >= 3 and setting.value(*key) == 0
    return is_none or key[0] in setting.style.omitted


def _clause(setting: Setting, name: str, key: Key) -> str:
    value = setting.value(*key)
    if value is None:
        return ""
    words = setting.phrases("draft_counts")
    if not value and (owner := _FOLLOWS.get(name)) and setting.value(owner) == 0:
        setting.told.add(name)
        return ""
    if not value and f"{name}.zero" in words:
        return words.say(f"{name}.zero")
    return words.say(name, value=value) + setting.compared(key)


def disclosed(setting: Setting, section: str) -> list[Sentence]:
    """How much was published, and through which channels; a slot where neither is known."""
    say = setting.phrases("draft_counts").say
    head = f"{setting.year}年，"
    total = setting.value("disclosed")
    given = [channel for channel in CHANNELS if setting.value(channel) is not None]
    known = [channel for channel in given if not _in_table_alone(setting, setting.key(channel))]
    known = [channel for channel in known if not _is_untold(setting, setting.key(channel))]
    setting.told.update(given)
    if total is not None and setting.style.brief >= 2:
        known = []
    keys = [setting.key(channel) for channel in known]
    clauses = listed([say(channel, value=setting.value(channel)) for channel in known])
    if total is None and known:
        return [setting.stated(f"{head}{say('channels_alone', own=setting.own, list=clauses)}。", *keys)]
    if total is None:
        mark = setting.need(section, "主动公开政府信息数（条）", setting.key("disclosed"))
        return [setting.stated(f"{head}{say('disclosed.missing', own=setting.own, value=mark)}。")]
    text = f"{head}{say('disclosed', own=setting.own, value=total)}"
    sentences = [
        setting.stated(f"{text}{setting.compared(setting.key('disclosed'))}。", setting.key("disclosed"))
    ]
    if known:
        channels = total_of(setting.cells, keys)
        parts = channels is not None and channels <= total
        sentences.append(
            setting.stated(f"{say('channels_part' if parts else 'channels_overlap', list=clauses)}。", *keys)
        )
    return sentences


def slot(setting: Setting, phrase: str, section: str, label: str, hint: str = "") -> Sentence:
    """A sentence that only holds a place."""
    setting.need(section, label, hint=hint)
    return setting.stated(phrases("draft_sections").say(phrase, value=UNFILLED))
