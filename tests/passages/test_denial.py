"""What a question takes for granted and a sentence denies."""

from __future__ import annotations

import pytest

from assistant.passages.denial import denies
from assistant.planning.query import Operation, Plan, Wanted


def asked(question: str, wanted: Wanted, *terms: str) -> Plan:
    return Plan(question, Operation.NARRATIVE, wanted, terms=terms)


@pytest.mark.parametrize(
    "text",
    [
        "全年没有因政务公开不力被追究责任的单位和个人。",
        "组织培训2次；全年未发生因公开不力的责任追究情形。",
        "无因公开不力被问责的情况。",
    ],
)
def test_nobody_answers_who_and_why(text: str) -> None:
    for wanted in (Wanted.BODIES, Wanted.PERSON, Wanted.REASON):
        assert denies(asked("因为公开不力被追责的是谁", wanted, "不力", "追责"), text)


@pytest.mark.parametrize(
    ("plan", "text"),
    [
        (asked("被追责的是谁", Wanted.PERSON, "追责"), "对2家单位追究责任。"),
        (asked("哪些文件公开了", Wanted.ENUMERATION, "文件"), "未公开的文件已列入清单。"),
        (asked("哪些人的投诉办结了", Wanted.ENUMERATION, "投诉"), "没有办结的投诉有3件。"),
        (asked("为什么没有追责", Wanted.REASON, "追责"), "没有追究责任。"),
        (asked("哪些乡镇被通报", Wanted.BODIES, "乡镇", "通报"), "全年对2个整改不力的单位给予通报批评。"),
        (asked("哪些乡镇被通报", Wanted.BODIES, "乡镇", "通报"), "对更新不及时的乡镇予以通报。"),
        (asked("追责了几人", Wanted.NUMBER, "追责"), "没有追究责任。"),
        (asked("因公开不力被追责的是谁", Wanted.PERSON, "不力", "追责"), "没有人因迟报被追究责任。"),
    ],
)
def test_what_is_denied_of_other_things_or_not_asked_so_is_no_denial(plan: Plan, text: str) -> None:
    assert not denies(plan, text)
