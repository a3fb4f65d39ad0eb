"""Changing the date of signature and how to reach the body."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from assistant.revision.instruction import Instruction
from assistant.revision.nouns import By, State, Step, Unclear
from index.language.dates import date_in

_DAY = re.compile(r"(\d{1,2})月(\d{1,2})[日号]")
_CONTACT = (
    ("email", "电子邮箱", "邮箱|电子邮件|email"),
    ("website", "网址", "网址"),
    ("postcode", "邮编", "邮编|邮政编码"),
    ("fax", "传真", "传真"),
    ("phone", "电话", "电话"),
    ("office", "联系机构", "联系机构|联系部门|联系科室|联系单位"),
    ("address", "地址", "地址"),
)


def set_date(instruction: Instruction, state: State) -> Step:
    """Another date of signature. Raises Unclear where it cannot be read or lies before the end of the year reported on."""
    year = state.spec.year
    found = date_in(instruction.said)
    day = found[0] if found else _this_years(instruction.said, year + 1)
    if day is None:
        raise Unclear("没有看懂落款日期", f"请写成“把落款日期改成{year + 1}年1月20日”")
    if day <= dt.date(year, 12, 31):
        raise Unclear(f"落款日期{day}早于统计期末{year}年12月31日", "请核对日期")
    spec = replace(state.spec, signed=day)
    return Step(replace(state, spec=spec), By.OFFICIAL, f"落款日期改为{day.year}年{day.month}月{day.day}日。")


def _this_years(said: str, year: int) -> dt.date | None:
    match = _DAY.search(said)
    try:
        return dt.date(year, int(match[1]), int(match[2])) if match else None
    except ValueError:
        return None


def set_contact(instruction: Instruction, state: State) -> Step:
    """Another address, telephone number or the like."""
    said = instruction.said
    found = next(((name, label) for name, label, words in _CONTACT if re.search(words, said)), None)
    if not found or not instruction.content:
        raise Unclear("没有看懂要改哪一项联系信息", "请写成“把联系电话改成0500-1234567”")
    contact = replace(state.spec.contact, **{found[0]: instruction.content})
    spec = replace(state.spec, contact=contact)
    return Step(replace(state, spec=spec), By.OFFICIAL, f"{found[1]}改为{instruction.content}。", "preamble")
