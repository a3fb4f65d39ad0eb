"""行政复议、行政诉讼: their sentences, of all formats."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from assistant.drafting.nouns import Key, Sentence
from assistant.drafting.setting import Setting, listed
from index.indicators import OUTCOMES, STATISTIC
from index.schema import Generation

SECTION = "政府信息公开行政复议、行政诉讼情况"
_BLOCKS = {"litigation_direct": "未经复议直接起诉", "litigation_after_review": "复议后起诉"}
_OLD_OUTCOMES = {"upheld": "维持", "corrected": "被依法纠错", "other": "其他情形"}


def disputes(setting: Setting) -> list[Sentence]:
    """What was applied for and sued, and with what outcome."""
    say = setting.phrases("draft_disputes").say
    review, litigation = setting.value("review"), setting.value("litigation")
    keys = setting.key("review"), setting.key("litigation")
    if review == 0 and litigation == 0:
        return [setting.stated(say("none", year=setting.year, own=setting.own), *keys)]
    return [*_review(setting), *_litigation(setting)]


def _review(setting: Setting) -> list[Sentence]:
    say = setting.phrases("draft_disputes").say
    key, value = setting.key("review"), setting.value("review")
    values: dict[str, object] = {"year": setting.year, "own": setting.own}
    if value == 0:
        return [setting.stated(say("no_review", **values), key)]
    shown = _outcomes(setting, "review")
    values["value"] = setting.need(SECTION, "行政复议", key) if value is None else value
    text = say("review", compared=setting.compared(key), outcomes=_clause(setting, shown, value), **values)
    return [setting.stated(text, key, *(k for _, k in shown))]


def _litigation(setting: Setting) -> list[Sentence]:
    say = setting.phrases("draft_disputes").say
    key, value = setting.key("litigation"), setting.value("litigation")
    if value == 0:
        return [setting.stated(say("no_litigation"), key)]
    if setting.generation is Generation.REGULATION_2007:
        shown = _outcomes(setting, "litigation")
        clause, keys = _clause(setting, shown, value), [k for _, k in shown]
    else:
        clause, keys = _blocks(setting)
    number: object = setting.need(SECTION, "行政诉讼", key) if value is None else value
    text = say("litigation", value=number, compared=setting.compared(key), outcomes=clause)
    return [setting.stated(text, key, *keys)]


def _clause(setting: Setting, shown: Sequence[tuple[str, Key]], total: Decimal | None) -> str:
    """，其中…, shorter where all were upheld; ``""`` where no outcome is known."""
    say = setting.phrases("draft_disputes").say
    key = shown[0][1] if shown else ("", "")
    if len(shown) == 1 and key[1] == OUTCOMES[0] and total == setting.value(*key):
        return say("outcomes_upheld")
    return say("outcomes", list=_listed(shown)) if shown else ""


def _blocks(setting: Setting) -> tuple[str, list[Key]]:
    """The two kinds of lawsuits, each with its outcomes, those that occurred."""
    say = setting.phrases("draft_disputes").say
    clauses: list[str] = []
    keys: list[Key] = []
    for block, name in _BLOCKS.items():
        if value := setting.value(block):
            shown = _outcomes(setting, block)
            kind = "block" if shown else "block_alone"
            clauses.append(say(kind, name=name, value=value, **({"list": _listed(shown)} if shown else {})))
            keys += [(block, "总计"), *(key for _, key in shown)]
    return say("outcomes", list=listed(clauses)) if clauses else "", keys


def _outcomes(setting: Setting, block: str) -> list[tuple[str, Key]]:
    """The outcomes that occurred, with their names."""
    if setting.generation is Generation.REGULATION_2007:
        named = [(name, (f"{block}_{end}", STATISTIC)) for end, name in _OLD_OUTCOMES.items()]
    else:
        named = [(name, (block, name)) for name in OUTCOMES[:-1]]
    say = setting.phrases("draft_disputes").say
    return [
        (say("outcome", name=name, value=value), key) for name, key in named if (value := setting.value(*key))
    ]


def _listed(shown: Sequence[tuple[str, Key]]) -> str:
    return listed([clause for clause, _ in shown])
