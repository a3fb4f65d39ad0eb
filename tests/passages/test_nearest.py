"""The closest sentence, given instead of a refusal only where it leads by far and holds what is asked for."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.passages import nearest
from assistant.passages.weighing import Passage, Weighed
from assistant.planning.query import Operation, Plan, Target, Wanted
from index.schema import Block, Generation, Issuer, Report, Section

TOWN = Report(
    "东镇2022.txt", "", Issuer("甲县东镇人民政府", "东镇", "东镇"), 2022, Generation.FORMAT_2021, ()
)
RATE = "热线答准率由年初的61%提升到83%。"
DENIED = "受汛情影响，原定的开放日未能举办。"


def found(text: str, coverage: float, hit: float) -> Weighed:
    block = Block(text)
    return Weighed(
        Passage(TOWN, Section(("一、总体情况",), (block,)), block, 0, len(text), hit), hit, coverage
    )


def asks(question: str, wanted: Wanted) -> Plan:
    return Plan(question, Operation.NARRATIVE, wanted)


@pytest.mark.parametrize(
    ("coverage", "hit", "answered"), [(0.4, 1.0, True), (0.4, 0.7, False), (0.2, 1.0, False)]
)
def test_other_words_for_the_thing_do_where_the_search_leads_by_far(
    coverage: float, hit: float, *, answered: bool
) -> None:
    plan = asks("热线的答对率到百分之几了", Wanted.SHARE)
    assert nearest.answers(plan, found(RATE, coverage, hit)) is answered


def test_a_sentence_in_another_unit_is_no_answer() -> None:
    assert not nearest.answers(asks("热线有多少名接线员", Wanted.NUMBER), found(RATE, 0.9, 1.0))


def test_a_denial_answers_how_many_only_where_it_speaks_of_that_very_thing() -> None:
    plan = asks("开放日来了多少人", Wanted.NUMBER)
    assert nearest.answers(plan, found(DENIED, 0.95, 1.0))
    assert not nearest.answers(plan, found(DENIED, 0.5, 1.0))


def test_an_open_question_is_left_to_the_gate() -> None:
    assert not nearest.answers(asks("热线为什么受欢迎", Wanted.REASON), found(RATE, 0.9, 1.0))


def test_a_remnant_is_neither_answer_nor_nearest_thing() -> None:
    assert nearest.source(found("（二）情况", 1.0, 1.0)) is None


def test_the_closest_thing_is_no_heading_and_rather_what_holds_the_kind_of_thing_asked_for() -> None:
    section = Section(
        ("一、总体情况", "（一）依申请公开"),
        (Block("（一）依申请公开"), Block("完善依申请公开办理流程。申请平均7个工作日办结。")),
    )
    town = replace(TOWN, sections=(section,))
    plan = replace(asks("依申请公开平均要几天", Wanted.NUMBER), terms=("依申请公开",), focus=("依申请公开",))
    best = nearest.closest(plan, [(Target("东镇2022.txt", "甲县东镇人民政府", 2022), town)], ())
    assert best is not None
    assert best.passage.text == "申请平均7个工作日办结。"


BURST = "就自来水浑浊问题及时回应，说明系管道改造所致。"


def of(report: Report, text: str) -> Weighed:
    return Weighed(Passage(report, report.sections[0], Block(text), 0, len(text), 1.0), 1.0, 0.2)


@pytest.mark.parametrize(
    ("wanted", "terms", "answered"),
    [
        (Wanted.REASON, ("自来水",), True),
        (Wanted.REASON, ("公交站",), False),
        (Wanted.BODIES, ("自来水",), False),
    ],
)
def test_the_only_sentence_on_a_thing_tells_what_there_is_to_tell(
    wanted: Wanted, terms: tuple[str, ...], *, answered: bool
) -> None:
    town = replace(TOWN, sections=(Section(("一、总体情况",), (Block(BURST),)),))
    plan = replace(asks("自来水为啥浑", wanted), terms=terms)
    assert nearest.answers(plan, of(town, BURST)) is answered
