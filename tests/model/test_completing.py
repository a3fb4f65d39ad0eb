"""What a model left out is added from the rules' answer; what it said is not said again."""

from __future__ import annotations

from decimal import Decimal

from assistant.compose import Draft, Source, Statement
from assistant.model.completing import omitted, rest
from assistant.planning.query import Operation, Plan
from assistant.schema import Figure
from index.schema import FactState

EAST = Source(
    "东镇2020.txt", "甲县东镇人民政府", 2020, "二、主动公开", "网站公开236条，微信公开160条，另有微博百余条。"
)
NONE = Source("东镇2020.txt", "甲县东镇人民政府", 2020, "四、收费", "2020年未收取任何费用。")
CALL = Source("东镇2020.txt", "甲县东镇人民政府", 2020, "一、概述", "0999-1234567")
GROUND = Statement("“网站公开236条，微信公开160条，另有微博百余条。”", (EAST,))
FREE = Statement("“2020年未收取任何费用。”", (NONE,))
PHONE = Statement("东镇2020年年报写明的联系电话：0999-1234567。", (CALL,))
LOOKED_UP = Statement("东镇2020年政务微信公开政府信息为160条。", (EAST,))
FIGURE = Figure(
    "甲县东镇人民政府", 2020, "disclosed_wechat", "", "", Decimal(160), "条", FactState.NUMBER, (EAST,)
)


def test_what_the_model_left_out_is_added() -> None:
    remark = Statement("没有收录西镇的年报。")
    said = Statement("东镇网站公开236条，微信公开160条，微博百余条。", (EAST,))
    assert [s.text for s in omitted(Draft((GROUND, FREE, remark)), [said])] == [FREE.text, remark.text]


def test_a_bare_lead_is_not_added() -> None:
    lead = Statement("东镇2020年年报写道：“主要做法：”", (EAST,))
    assert omitted(Draft((lead,)), [Statement("东镇没有收取费用。", (NONE,))]) == []


def test_a_figure_in_other_words_is_not_said_again() -> None:
    draft = Draft((LOOKED_UP,), figures=(FIGURE,))
    assert omitted(draft, [Statement("东镇2020年用微信发了160条。", (EAST,))]) == []


def test_a_figure_without_its_year_is_said_again() -> None:
    draft = Draft((LOOKED_UP,), figures=(FIGURE,))
    assert omitted(draft, [Statement("东镇用微信发了160条。", (EAST,))])


def test_a_telephone_number_is_not_lost_with_the_sentence_that_cites_it() -> None:
    assert omitted(Draft((PHONE,)), [Statement("东镇的年报留了联系电话。", (CALL,))])
    assert not omitted(Draft((PHONE,)), [Statement("东镇2020年的电话是0999-1234567。", (CALL,))])


def test_a_lead_of_the_rules_goes_with_the_lines_that_it_leads() -> None:
    lead, rest = Statement("收录2份，1份写明："), Statement("没有写明的：西镇2020年。")
    told = [Statement("东镇2020年的电话是0999-1234567。", (CALL,))]
    assert [s.text for s in omitted(Draft((lead, PHONE, rest)), told)] == [rest.text]
    assert [s.text for s in omitted(Draft((lead, PHONE, rest)), [])] == [lead.text, PHONE.text, rest.text]


def items(*texts: str) -> list[Statement]:
    return [
        Statement(f"- {n}、{text}", (Source("东镇2020.txt", "甲县东镇人民政府", 2020, "五", text),))
        for n, text in enumerate(texts, start=1)
    ]


def test_an_item_whose_heading_was_left_out_is_added() -> None:
    heading = "注重实效，强化监督考核。严格按照规定建立健全监督制约机制，及时更新信息，提高公开质量。"
    draft = Draft(tuple(items(heading)))
    said = Statement("东镇建立健全监督制约机制，及时更新信息，提高公开质量。", draft.statements[0].sources)
    assert omitted(draft, [said])


def test_an_item_told_in_full_is_not_said_again_for_its_number() -> None:
    draft = Draft(tuple(items("健全和完善公开制度,规范公开内容")))
    said = Statement("东镇健全和完善公开制度，规范公开内容。", draft.statements[0].sources)
    assert not omitted(draft, [said])


def test_little_of_a_long_list_is_not_set_before_it() -> None:
    plan = Plan("东镇打算怎么改进？", Operation.NARRATIVE)
    texts = ("加强培训", "完善制度", "更新网站", "规范目录", "公开电话", "检查督促", "扩大范围")
    draft = Draft(tuple(items(*texts)))
    assert rest(plan, draft, [Statement("东镇加强培训。", draft.statements[0].sources)]) is None
    told = Statement("东镇" + "，".join(texts[:5]) + "。", tuple(s.sources[0] for s in draft.statements[:5]))
    assert [s.text for s in rest(plan, draft, [told]) or ()] == [s.text for s in draft.statements[5:]]
