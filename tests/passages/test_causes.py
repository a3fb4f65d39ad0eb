"""Why a figure changed is told by the sentence that gives a cause for the change of that very figure."""

from __future__ import annotations

import pytest

from assistant.passages.causes import explains, tells_change, whole
from assistant.passages.weighing import Passage, passages
from assistant.planning.query import Operation, Plan, Wanted
from index.schema import Block, Generation, Issuer, Report, Section


def sentence(text: str, n: int = -1) -> Passage:
    section = Section(("一、总体情况",), (Block(text),))
    town = Report(
        "东镇2022.txt",
        "",
        Issuer("甲县东镇人民政府", "东镇", "东镇"),
        2022,
        Generation.FORMAT_2021,
        (section,),
    )
    return list(passages(town, ()))[n]


def why(
    indicator: str = "requests_new", question: str = "东镇2022年和2021年申请哪年多，为什么增加了"
) -> Plan:
    return Plan(question, Operation.NARRATIVE, Wanted.CAUSE, indicators=(indicator,))


@pytest.mark.parametrize(
    "text",
    [
        "收到申请12件，比上年增加7件，主要是征地拆迁引发的申请增多。",
        "受机构改革影响，全年收到申请12件，较上年明显增多。",
        "今年申请数量大幅上升，源于高铁项目涉及5个村。",
        "收到申请12件，同比增长140%，究其原因，是宅基地确权涉及面广。",
        "收到申请12件，比上年多7件。主要原因是村务公开不细。",
        "收到申请12件，比去年多，一方面是道路改造所致。",
    ],
)
def test_a_cause_beside_the_change_of_the_figure_is_the_reason(text: str) -> None:
    assert explains(why(), sentence(text))


@pytest.mark.parametrize(
    "text",
    [
        "收到申请12件，比上年增加7件。",
        "收到申请12件，比上年增加7件。发生复议1件，申请人因不服答复提起。",
        "因公众号停更，公开信息有所减少。",
        "收到申请12件。为方便群众，增加查阅点2个。",
        "收到申请12件，公开渠道增加了3个，主要是因为开通了公众号。",
        "收到申请12件，比上年增加7件。今年培训减少，主要原因是疫情。",
        "改进措施：一是定期组织培训，增加申请渠道，二是明确专人负责更新。",
        "申请答复质量不高，增加了群众负担，主要是因为业务不熟。",
    ],
)
def test_a_cause_of_something_else_or_none_is_no_reason(text: str) -> None:
    assert not explains(why(), sentence(text))


def test_each_figure_has_its_own_reason() -> None:
    text = "由于信息员更换频繁，全年公开信息30条，同比下降一半。"
    assert explains(why("disclosed"), sentence(text))
    assert not explains(why(), sentence(text))


def test_of_a_figure_without_a_change_any_cause_of_it_will_do() -> None:
    asked = why("litigation", "东镇2022年行政诉讼几件，为什么")
    assert explains(asked, sentence("因征地补偿发生行政诉讼1件。"))
    assert not explains(asked, sentence("因人员调整，联系电话有变。"))


def test_a_reason_that_points_back_is_shown_with_what_it_is_the_reason_of() -> None:
    text = "培训次数减少到1次。主要原因是讲师借调。"
    assert whole(sentence(text)).text == text
    assert whole(sentence(text, 0)).text == "培训次数减少到1次。"


def test_a_change_is_told_with_or_without_its_reason() -> None:
    assert tells_change(why(), sentence("收到申请12件，比上年增加7件。"))
    assert not tells_change(why(), sentence("收到申请12件，均已答复。"))
