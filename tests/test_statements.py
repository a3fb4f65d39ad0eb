"""Counted statements, invented in the manner of reports of all generations and many provinces."""

from __future__ import annotations

import pytest

from index.schema import Block, Fact, Generation, Issuer, Report, Section
from index.statements import sentence_facts


def report_of(text: str, year: int = 2022, heading: str = "一、总体情况") -> Report:
    issuer = Issuer("青禾县人民政府", "青禾县", "青禾县")
    blocks = (Block(heading), *(Block(line, order=i + 1) for i, line in enumerate(text.split("\n"))))
    section = Section((heading,), blocks)
    return Report("a.txt", "年度报告", issuer, year, Generation.of(year), (section,))


def short(fact: Fact, year: int) -> str:
    """``indicator.column@scope~year/part=value``, what is empty or expected left out."""
    column = f".{fact.column}" if fact.column not in {"", "总计"} else ""
    scope = f"@{fact.scope}" if fact.scope else ""
    other = f"~{fact.year}" if fact.year != year else ""
    value = fact.state.value if fact.value is None else format(fact.value, "f")
    return f"{fact.indicator}{column}{scope}{other}{'/part' if fact.part_of else ''}={value}"


def facts_of(text: str, year: int = 2022, heading: str = "一、总体情况") -> set[str]:
    return {short(fact, year) for fact in sentence_facts(report_of(text, year, heading))}


BEFORE_THE_RULES = [
    (2022, "全年共收到依申请公开12件，已全部答复。", "requests_new=12"),
    (2013, "本年度共受理公民、法人和其他组织政府信息公开申请共计3宗。", "requests_new=3"),
    (
        2020,
        "网站累计发布信息1,234条，其中动态类500条。",
        "disclosed_website=1234 disclosed_website@动态类/part=500",
    ),
    (2016, "全年向政务公开网上传信息300余条。", "disclosed_website=vague"),
    (2022, "无行政复议、行政诉讼案件发生。", "review=0 litigation=0"),
    (2022, "发生行政诉讼1起，维持原判。", "litigation=1 litigation.结果维持=1"),
    (2020, "因信息公开被提起行政复议2件，均维持。", "review=2 review.结果维持=2"),
    (2021, "本年度未收到政府信息公开申请，无上年结转申请。", "requests_new=0 requests_carried_in=0"),
    (
        2022,
        "全年新收政府信息公开申请45件，上年结转2件，办结44件，结转下年度继续办理3件。",
        "requests_new=45 requests_carried_in=2 requests_handled=44 requests_carried_out=3",
    ),
    (
        2022,
        "予以公开10件，部分公开3件，不予公开2件，无法提供5件，不予处理1件，其他处理1件。",
        "granted=10 partial=3 refused=2 unavailable=5 not_processed=1 other_handling=1",
    ),
    (
        2022,
        "收到政府信息公开申请30件，其中自然人申请25件，法人或其他组织申请5件。",
        "requests_new=30 requests_new.自然人/part=25 requests_new.法人或其他组织/part=5",
    ),
    (
        2016,
        "2016年，我局收到申请6件，其中网络申请4件，信函申请2件。",
        "requests_new=6 received_online/part=4 received_letter/part=2",
    ),
    (
        2023,
        "全县共收到申请108件，其中县政府办公室30件，县公安局12件，云溪镇5件。",
        "requests_new@全县=108 requests_new@县政府办公室/part=30 requests_new@县公安局/part=12 requests_new@云溪镇/part=5",
    ),
    (2022, "全年收到申请15件，比上年增加5件，同比增长50%。", "requests_new=15 requests_new.同比=50"),
    (2022, "2021年收到申请10件，2022年收到申请15件。", "requests_new~2021=10 requests_new=15"),
    (2022, "全年未收取信息处理费。", "processing_fees=0"),
    (2022, "本机关全年收取信息处理费1200元，共2件。", "processing_fees=1200 processing_fee_cases=2"),
    (2015, "2015年未收取任何检索、复制、邮寄等费用。", "request_fees=0"),
    (
        2016,
        "配备专职人员2名，兼职人员5名，落实专项经费3.5万元。",
        "staff_full_time=2 staff_part_time=5 budget=3.5",
    ),
    (
        2017,
        "共召开新闻发布会3场，组织在线访谈5期，发布政策解读稿件28篇。",
        "press_conferences=3 online_interviews=5 interpretations=28",
    ),
    (2018, "全年举办业务培训班二次，培训人员一百二十人次。", "trainings=2 trainees=120"),
    (2022, "2023年，力争举办培训班4期，发布政策解读50篇。", ""),
    (2022, "按照《条例》第二十条规定，在20个工作日内答复申请人。", ""),
    (2022, "全年无涉密事件发生，未在规定期限内答复的0件。", ""),
    (
        2022,
        "制发行政规范性文件4件，废止2件，现行有效36件。",
        "normative_documents.本年制发件数=4 normative_documents.本年废止件数=2 normative_documents.现行有效件数=36",
    ),
    (
        2022,
        "政府网站公开信息236条，政务微博1条，政务微信160条。",
        "disclosed_website=236 disclosed_weibo=1 disclosed_wechat=160",
    ),
    (2022, "行政复议、行政诉讼案件均为0件。", "review=0 litigation=0"),
    (
        2022,
        "被申请行政复议5件，其中结果维持3件，结果纠正1件，尚未审结1件。",
        "review=5 review.结果维持/part=3 review.结果纠正/part=1 review.尚未审结/part=1",
    ),
    (2022, "开展意见征集8期，收到公众意见56条。", "consultations=8 consultation_comments=56"),
    (2022, "全年编印政府公报6期，全区共有政务新媒体账号14个。", "gazettes=6 media_accounts@全区=14"),
    (2017, "主动公开政府信息百余条，回应公众关注热点21余次。", "disclosed=vague responses=vague"),
    (2012, "设立政府信息公开查阅点3个，接待查阅20人次。", "reading_points=3"),
]


AFTER_THE_RULES = [
    (
        2022,
        "本年度，我局共收到政府信息公开申请23件，其中当面申请3件、网络申请15件、信函申请5件，均已按期答复。",
        "requests_new=23 received_in_person/part=3 received_online/part=15 received_letter/part=5",
    ),
    (2011, "截至2011年12月底，本单位共主动公开政府信息1 286条，其中全文电子化1200条。", "disclosed=1286"),
    (
        2009,
        "2009年共受理政府信息公开申请2件，其中，同意公开1件，不予公开1件。",
        "requests_new=2 granted/part=1 refused/part=1",
    ),
    (
        2015,
        "全年没有发生因政府信息公开引起的行政复议、行政诉讼和举报投诉。",
        "review=0 litigation=0 complaints=0",
    ),
    (
        2016,
        "本年度未发生针对本部门有关政府信息公开事务的行政复议案、行政诉讼案和申诉案。",
        "review=0 litigation=0",
    ),
    (
        2020,
        "2020年，全县各级行政机关共收到政府信息公开申请156件，较上年增长12.5%。",
        "requests_new@全县=156 requests_new.同比@全县=12.5",
    ),
    (2021, "2021年新收申请9件，较2020年减少3件，下降25%。", "requests_new=9 requests_new.同比=-25"),
    (2022, "通过政府网站、微信公众号、公示栏等渠道公开政府信息860条。", "disclosed=860"),
    (
        2022,
        "县政府门户网站发布信息5,216条，“青禾发布”微信公众号推送信息1,032条，政务微博发布信息389条。",
        "disclosed_website=5216 disclosed_wechat=1032 disclosed_weibo=389",
    ),
    (
        2017,
        "主动公开政府信息数320条，其中政府网站公开280条，政务微信公开40条，其他方式公开0条。",
        "disclosed=320 disclosed_website/part=280 disclosed_wechat/part=40 disclosed_other/part=0",
    ),
    (
        2023,
        "全年收到政府信息公开行政复议案件4件，其中维持3件，尚未审结1件；行政诉讼案件2件，其中结果维持1件，结果纠正1件。",
        "review=4 review.结果维持/part=3 review.尚未审结/part=1 litigation=2 litigation.结果维持/part=1 litigation.结果纠正/part=1",
    ),
    (2014, "2014年度，因政府信息公开申请行政复议1件，被依法纠错0件。", "review=1 review_corrected=0"),
    (2022, "本年度行政复议2件，行政诉讼0件。", "review=2 litigation=0"),
    (2022, "2022年，未发生因政府信息公开被申请行政复议、提起行政诉讼的情况。", "review=0 litigation=0"),
    (
        2019,
        "全年共办结依申请公开事项18件，其中予以公开11件，部分公开2件，本机关不掌握相关政府信息4件，重复申请1件。",
        "requests_handled=18 granted/part=11 partial/part=2 unavailable_not_held/part=4 not_processed_repeat/part=1",
    ),
    (2022, "本年度我镇收到的政府信息公开申请为零。", "requests_new=0"),
    (2022, "本单位2022年度依申请公开政府信息0件。", "requests_new=0"),
    (
        2022,
        "2022年我街道没有收到公民、法人和其他组织的政府信息公开申请，没有因政府信息公开被申请行政复议和提起行政诉讼。",
        "requests_new=0 review=0 litigation=0",
    ),
    (2013, "全年未收到公民关于政府信息公开的举报和投诉。", "complaints=0"),
    (2023, "本年度依法收取信息处理费0元。", "processing_fees=0"),
    (2022, "今年没有收取信息处理费。", "processing_fees=0"),
    (2010, "2010年我局依申请公开政府信息未收取任何费用。", "request_fees=0"),
    (
        2022,
        "举办政务公开业务培训班3期，培训人员260余人次，召开政务公开工作会议2次。",
        "trainings=3 trainees=vague meetings=2",
    ),
    (2022, "组织开展2次政务公开业务培训，参训人员85人次。", "trainings=2 trainees=85"),
    (
        2018,
        "现有从事政府信息公开工作人员6人，其中专职人员2人，兼职人员4人。",
        "staff=6 staff_full_time/part=2 staff_part_time/part=4",
    ),
    (
        2022,
        "全年发布政策解读46篇，其中文字解读20篇、图文解读18篇、视频解读8篇。",
        "interpretations=46 interpretations@文字解读/part=20 interpretations@图文解读/part=18 interpretations@视频解读/part=8",
    ),
    (
        2022,
        "共发布12篇政策解读，召开5场新闻发布会，开展3期在线访谈。",
        "interpretations=12 press_conferences=5 online_interviews=3",
    ),
    (2022, "发放政府公报5000份，接听12345热线2300余次，更新栏目15个。", ""),
    (2022, "全面落实三审三校制度，开设5个专栏，梳理26项试点领域标准目录。", ""),
    (2022, "自2015年开通以来，微信公众号累计发布信息3000余条。", "disclosed_wechat@累计=vague"),
    (2022, "下一步，计划举办培训班2期。", ""),
    (2022, "一是成立了领导小组，二是明确一名副镇长分管，三是办公室配备专职人员1名。", "staff_full_time=1"),
    (
        2021,
        "对外公开行政规范性文件6件，废止行政规范性文件3件。",
        "disclosed_normative=6 normative_documents.本年废止件数=3",
    ),
    (
        2020,
        "2020年度新制作规范性文件2件，对外公开2件。",
        "normative_documents.本年新制作数量=2 normative_documents.对外公开总数量=2",
    ),
    (
        2022,
        "全年作出行政许可决定1,256件，行政处罚决定83件。",
        "permits.本年处理决定数量=1256 penalties.本年处理决定数量=83",
    ),
    (2022, "办理人大代表建议23件、政协提案41件，办结率100%。", "npc_suggestions=23 cppcc_proposals=41"),
    (2022, "申请人情况：自然人8件，商业企业2件，法律服务机构1件。", ""),
    (2016, "全年财政投入政府信息公开专项经费50000元。", "budget=5"),
    (2022, "无。", "review=0 litigation=0", "四、政府信息公开行政复议、行政诉讼情况"),
    (2012, "本年度无此类情况。", "request_fees=0", "五、政府信息公开的收费及减免情况"),
    (2022, "无。", "", "六、其他需要报告的事项"),
    (2015, "本年度共受理5件，全部按时办结。", "requests_new=5", "三、依申请公开政府信息情况"),
    (2022, "行政复议、行政诉讼各1件。", "review=1 litigation=1"),
    (2022, "未发生一起行政诉讼案件。", "litigation=0"),
    (2022, "收到申请3件，均予以公开。", "requests_new=3"),
    (2022, "上年结转4件，本年新收52件，共计56件。", "requests_carried_in=4 requests_new=52"),
]


UNSEEN = [
    (2022, "2022年，我局门户网站共公开信息1452条，较去年增加230条。", "disclosed_website=1452"),
    (
        2022,
        "全市各级行政机关共收到信息公开申请5,036件，同比下降3.2%，其中市本级1,024件。",
        "requests_new@全市=5036 requests_new.同比@全市=-3.2 requests_new@市本级/part=1024",
    ),
    (
        2022,
        "答复申请45件（其中，含上年结转3件），结转下年1件。",
        "requests_handled=45 requests_carried_in/part=3 requests_carried_out/part=1",
    ),
    (2022, "严格落实信息发布审核制度，全年退回修改稿件12篇，整改错别字35处。", ""),
    (2022, "共培训基层政务公开工作人员300余人次，发放宣传手册2000份。", "trainees=vague"),
    (2022, "全年接受群众电话咨询120次，现场咨询35人次。", ""),
    (2021, "全区28个部门、12个镇街均设立了政府信息公开查阅点，共设置查阅点42个。", "reading_points@全区=42"),
    (
        2016,
        "我局主动公开政府信息2,315条。其中：通过政府网站公开1,980条，通过政务微博公开120条，通过其他方式公开215条。",
        "disclosed=2315 disclosed_website/part=1980 disclosed_weibo/part=120 disclosed_other/part=215",
    ),
    (
        2013,
        "公开的政府信息中，机构职能类12条，规划计划类8条，业务动态类230条。",
        "disclosed@机构职能类/part=12 disclosed@规划计划类/part=8 disclosed@业务动态类/part=230",
    ),
    (
        2017,
        "受理依申请公开政府信息申请11件，其中，公民申请9件，法人申请2件。",
        "requests_new=11 requests_new.自然人/part=9 requests_new.法人或其他组织/part=2",
    ),
    (
        2022,
        "被提起行政诉讼案件3件，其中，一审判决驳回原告诉讼请求2件，正在审理1件。",
        "litigation=3 litigation.结果维持/part=2 litigation.尚未审结/part=1",
    ),
    (2022, "行政诉讼1件（未经复议直接起诉1件），法院判决驳回。", "litigation=1 litigation_direct=1"),
    (
        2023,
        "2023年全县共收到申请88件，办理答复86件，2022年结转1件，结转2024年3件。",
        "requests_new@全县=88 requests_handled@全县=86 requests_carried_in@全县=1 requests_carried_out@全县=3",
    ),
    (2022, "没有因政府信息公开工作被追究责任的情况。", ""),
    (2022, "个别单位公开内容不够全面，3个单位未及时更新，5条信息存在错误。", ""),
    (2022, "按照《信息处理费管理办法》，申请超过10件的，每件收取100元。", ""),
    (2022, "《条例》第四十二条规定，行政机关依申请提供政府信息，不收取费用。", ""),
    (2022, "全年无政府信息公开收费情况，无举报投诉。", "processing_fees=0 complaints=0"),
    (
        2022,
        "本年度未制发行政规范性文件，未召开新闻发布会。",
        "normative_documents.本年制发件数=0 press_conferences=0",
    ),
    (2022, "全年通过微信公众号“云上青禾”发布各类信息五百二十条。", "disclosed_wechat=520"),
    (
        2022,
        "截至2022年12月底，全镇共主动公开政府信息345条，其中部门文件24条、财政信息18条。",
        "disclosed@全镇=345",
    ),
    (2018, "我镇共设有信息公开查阅场所２处，专职工作人员２名。", "reading_points=2 staff_full_time=2"),
    (
        2022,
        "召开全县政务公开工作推进会1次，组织业务培训2场次，参训320人次。",
        "meetings=1 trainings=2 trainees=320",
    ),
    (2022, "政务新媒体账号由20个减少至12个。", ""),
    (
        2015,
        "2015年，我县未发生涉及政府信息公开的行政复议和行政诉讼案件，也没有收到相关举报投诉。",
        "review=0 litigation=0 complaints=0",
    ),
    (2022, "全年无行政复议案件，发生行政诉讼2件，均胜诉。", "review=0 litigation=2 litigation.结果维持=2"),
    (
        2022,
        "2022年全年，县人民政府办公室收到依申请公开件37件，县自然资源局收到21件，县住建局收到14件。",
        "requests_new@县人民政府办公室=37 requests_new@县自然资源局=21 requests_new@县住建局=14",
    ),
    (
        2020,
        "政府网站发布信息总数为9,823条；在线办理留言312条；网站独立用户访问总量12万个。",
        "disclosed_website=9823",
    ),
    (2022, "对12件申请依法予以公开，对2件申请不予公开。", "granted=12 refused=2"),
    (2022, "全年共编发政府公报12期，发行6万册。", "gazettes=12"),
    (2022, "主动公开政府信息达到1.2万条，回应社会关切56次。", "disclosed=12000 responses=56"),
    (2014, "全年主动公开信息420条，全文电子化率达100%。", "disclosed=420"),
]


@pytest.mark.parametrize(("year", "text", "expected"), BEFORE_THE_RULES)
def test_a_sentence_gives_its_facts_and_no_others(year: int, text: str, expected: str) -> None:
    assert facts_of(text, year) == set(expected.split())
