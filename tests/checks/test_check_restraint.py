"""What looks like a fault and is none: figures told elsewhere, plans, and what a conversion made of a page."""

from __future__ import annotations

from random import Random

import pytest
from clean_reports import draw
from report_source import understood
from spoilers import Spoiler, both, fill, outcome, put, say

from assistant.check import check
from index.facts import facts
from index.language.text import find
from index.load.plain import read_markdown
from index.parse import parse

LEAN = 7


def blamed(year: int, spoil: Spoiler) -> list[str]:
    """The errors and warnings of a clean report with something added to it."""
    source = draw(year, LEAN, place="柳溪镇")
    spoil(source)
    return [f.rule for f in check(*understood(source)).findings if f.severity != "note"]


@pytest.mark.parametrize(
    ("year", "text"),
    [
        (2018, "2018年，我镇将政府信息公开工作列入考核。"),
        (2018, "2019年，将继续加强培训。"),
        (2018, "认真编制2019年工作计划，落实到2020年的目标。"),
        (2020, "锚定2035年远景目标，推进2021—2025年规划编制。"),
        (2023, "收到咨询84件，其中电话咨询21件，占25%，网络咨询占50.0%。"),
        (2023, "公开惠农信息14条，占比继续提高。"),
        (2023, "编印政府公报10期，同比增长25%。"),
        (2019, "在15个工作日内答复申请人。"),
        (2023, "征求第三方意见，15个工作日内答复行政机关。"),
        (2018, "坚持以公开为常态、不公开为例外的原则。"),
        (2014, "坚持以公开为原则、不公开为例外。"),
        (2023, "按照《条例》和《实施办法（试行）》办理，《柳溪镇政府信息公开实施办法（试行）》已经印发。"),
        (2023, "编成《柳溪镇2022年政府信息公开年度报告》。"),
        (2023, "办公室电话0512-6660011，值班电话0512-6660013。"),
        (2023, "一是公开。包括以下内容。第一，目录。二是解读。"),
        (2023, "做到“三公开”：一是公开内容；二是公开时限；三是公开形式。"),
        (2023, "重大事项一事一议，是是非非讲清楚。"),
        (2023, "县统计局于3月1日至3月15日组织公报解读活动。"),
        (2023, "热线电话：0512-12345，值班电话：0512-6660012-803。"),
        (2023, "本镇公开信息成效明显，保障了权利，推进规范用权，提升标准化、规范化水平。"),
        (2023, "对存在不予公开情形的，逐件说明理由。"),
        (2023, "对种粮补贴、农机补贴、退耕补助、危房补助等3大类11项资金逐户公示。"),
        (2023, "通过栏目解读政策147条。一是围绕环境。二是围绕安全。三是围绕就业。"),
        (2023, "自2018年开网至2023年底，我镇累计主动公开政府信息4210条。"),
        (2023, "需要征求第三方意见的71件申请，第三方均反馈了意见。"),
        (2023, "一般公共预算收入合计3000万元，方便附近120余户群众查阅。"),
        (2023, "获得公众好评，监督全过程公开，参与全镇大事，服务中新增窗口2个。"),
        (2023, "因公开不及时被通报0次，与公开有关的制度5项，即时答复、实时更新。"),
        (2023, "部分街道主动与我镇交流，城镇建设、小城镇整治和集镇管理情况及时公开。"),
        (2023, "我县组织评估，我市统一部署，柳溪镇党委高度重视。"),
        (2023, "学习《中华人民共和国行政许可法》《中华人民共和国行政处罚法》《政府信息公开指南》。"),
        (2023, "加强业务培训，提高工作人员的能力和水平，加强和改进公开工作。"),
        (2023, "编发简报6期，其中惠农类4期。召开会议3次，其中部署会1次。"),
        (2023, "发放手册750份，比上年的500份增长50%，比上年增加250份。"),
        (2023, "通过网站、公众号、公开栏等5种渠道公开。"),
        (2023, "自2019年新《条例》施行以来，答复更加规范。"),
        (2023, "根据《中华人民共和国政府信息公开条例》（中华人民共和国国务院令第711号）编制。"),
        (2023, "学习《政府信息公开条例》、《优化营商环境条例》（国务院令第722号）。"),
        (2023, "根据《条例》第四十九条、第五十条规定，现将我镇政府信息公开年度报告公布如下。"),
        (2023, "根据《条例》第二十条规定主动公开信息，编制年度报告。"),
        (2019, "根据《条例》第三十二条规定，编制并公布本年度报告。"),
        (2023, "依照《条例》第三十六条第（一）项作出答复。"),
        (2023, "由原县国土资源局公开的信息移交县自然资源和规划局，县环保局更名为市生态环境局柳溪分局。"),
        (2023, "对2016年县国土资源局形成的档案数字化，《柳溪镇工商局信息公开办法》已废止。"),
        (2023, "县文化旅游局、省药品监督管理局联合发布，农业局面良好，环保工作及时公开。"),
        (2021, "公开扶贫资金信息，由县扶贫办牵头。"),
        (2023, "公众满意率由2022年的88%提升到2023年的92%，提升4个百分点。"),
        (2023, "公众满意率由2022年的88%提升到2023年的92%，增长4.5%。"),
        (2023, "办结率100%，办件量较上年增长20%。"),
        (2023, "解读率95%，发布解读30篇，同比增长20%。"),
        (2021, "落实四个“到位”：一是组织领导到位；二是人员到位；三是经费到位；四是监督到位。"),
        (2023, "全年没有发生因信息公开引起的舆情事件。全年没有发生因信息公开引起的舆情事件。"),
        (2023, "开展宣传活动上百次，多次召开会议研究部署。"),
        (2023, "对多次申请的，依法告知。"),
        (2023, "开展政务村务“两公开”联动试点，总结清单公开、流程公开、结果公开的做法。"),
        (2023, "组织各村、各部门开展“三进”（进村、进校、进企）宣传，农业局部灾情及时发布。"),
        (2023, "收回测评表190份，其中满意180份、基本满意10份，满意率100%。"),
        (2023, "公开栏目包括：\n\n1.机构职能；\n\n2.财政预算；\n\n3.重大项目。"),
        (2016, "以优异成绩迎接党的十九大胜利召开。"),
        (2023, "公开二十大类民生信息，贯彻党的十九大、二十大精神，自党的十九大以来持续公开。"),
        (2023, "公开“十四五”规划（2021—2025年）实施情况，办理效率较上年（2022年）提高。"),
        (
            2023,
            "落实《关于全面推进政务公开工作的意见》（中办发〔2016〕8号）和《2022年政务公开工作要点》（柳办发〔2022〕3号）。",
        ),
        (2023, "征求第三方意见，扣除15个工作日后，在法定的20个工作日内答复。"),
        (2023, "信息形成之日起5个工作日内公开，3个工作日内一次性告知补正。"),
        (2018, "经批准延长答复期限，最长不超过15个工作日。"),
        (2023, "发放问卷400份，收回有效问卷388份，有效率97%，满意率94.1%。"),
        (2023, "收到人大建议12件、政协提案8件，办复率100%，完成率占年度任务的120%。"),
        (2023, "收到留言80条，回复80条，另有上年留言12条。"),
        (2023, "访问量由100次增加到250次，增长150%；发送明白纸由200份增至300份，增长50%。"),
        (2023, "编印手册12期，比上年增加4期，增长50%。"),
        (2023, "推进决策、执行、管理、服务、结果“五公开”，住房申请、审核、摇号、配租实行“三榜公示”。"),
        (2023, "设立查阅点3处，分别位于便民服务中心、文化站和学校。"),
        (2023, "讲座3次，分别为3月12日、6月5日、9月1日举行。"),
        (2023, "配备专职1名、兼职12名，共有培训教材15份。"),
        (
            2023,
            "以习近平新时代中国特色社会主义思想为指导，加强人民群众监督，把最新公开的内容送到群众手中。",
        ),
        (2023, "社区公示栏、宣传栏的拦水设施，监督全过程公开，正常办公时可查阅。"),
    ],
)
def test_a_right_sentence_is_let_be(year: int, text: str) -> None:
    assert blamed(year, say(text, 4 if year == 2018 else 0)) == []


def test_a_share_may_be_of_a_total_told_before() -> None:
    told = both(say("全年编发简报68期。"), say("惠农类19期，占27.9%。"))
    assert blamed(2023, told) == []


def test_a_list_of_short_items_is_no_row_of_empty_headings() -> None:
    listed = both(
        *(say(f"（{number}）{words}") for number, words in zip("六七八", _SHORT_ITEMS, strict=True))
    )
    assert blamed(2023, listed) == []


_SHORT_ITEMS = ("健全机构", "监督检查", "抓好培训")


def test_a_chapter_misnumbered_is_still_counted_once() -> None:
    wrong = put("七、存在的主要问题", "八、存在的主要问题")
    assert blamed(2016, wrong) == ["heading-number"]


def test_a_total_that_the_table_has_may_be_all_of_one_kind() -> None:
    told = fill(3, "被提起行政诉讼2件，均为未经复议直接起诉。", "{disputes}")
    cells = [outcome(place, "0") for place in range(5, 15)]
    assert "all-of-kind" not in blamed(2023, both(told, *cells, outcome(5, "2"), outcome(9, "2")))


def test_the_remains_of_a_table_are_nobodys_slip() -> None:
    remains = "结果 结果 其他 尚未 总计 结果 结果 其他 尚未 总计 维持 纠正 结果 审结"
    assert blamed(2023, say(remains, 3)) == []


def test_a_sentence_cut_by_a_page_end_is_read_whole() -> None:
    cut = both(
        say("学习宣传《中华人民共和国政府信息公开"),
        say("条例》，加强对重点领域的监督，不断提高公开的质量和实效。"),
    )
    assert blamed(2023, cut) == []


def test_a_chapter_may_say_in_a_word_that_there_was_none() -> None:
    assert "heading-promise" not in blamed(2016, fill(4, "本年度未发生此类案件。"))


def test_both_readings_of_received_are_accepted() -> None:
    for seed in range(8):
        rules = {f.rule for f in check(*understood(draw(2022, seed))).findings}
        assert "text-against-table" not in rules


def test_a_street_office_is_no_government_of_its_own() -> None:
    named = both(put("柳溪镇人民政府", "柳溪街道办事处"), put("社会评议", "活动"))
    assert "contents-supervision" not in blamed(2023, named)


def test_a_damaged_report_is_checked_and_quoted_as_it_stands() -> None:
    """A report with lines lost, doubled and cut is still checked, and what is quoted stands in it."""
    chance = Random(5)  # noqa: S311 - no secret
    for seed in range(12):
        lines = draw(chance.choice((2016, 2020, 2023)), seed).text().split("\n")
        for _ in range(8):
            place = chance.randrange(2, len(lines))
            lines[place : place + 1] = chance.choice(([], [lines[place]] * 2, [lines[place][:9]]))
        report = parse(read_markdown("\n".join(lines).encode(), "damaged.md"))
        for finding in check(report, facts(report)).findings:
            assert all(find(quote, report.text) for quote in finding.quotes), finding
