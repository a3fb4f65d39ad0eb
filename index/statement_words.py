"""The words by which sentences name the indicators: one trigger each, found with longest match.

The wording follows the regulation's articles 20, 33, 36, 37, 42 and 50 and the rows of the statutory tables of 2014,
2019 and 2021; units are the measure words that officials count each thing with.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache


class Domain(StrEnum):
    """What a passage is about; words such as 答复 and 维持 mean something only within one."""

    REQUESTS = "requests"
    REVIEW = "review"
    LITIGATION = "litigation"
    DISCLOSED = "disclosed"
    DOCUMENTS = "documents"
    FEES = "fees"
    CONSULTATION = "consultation"
    OTHER = "other"


DISPUTES = frozenset({Domain.REVIEW, Domain.LITIGATION})


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words that name an indicator. ``key`` is its id, or a name with a dot that ``statement_meaning`` resolves by year.

    ``units`` are the measure words accepted, ``needs`` the domains one of which must already be spoken of (any if empty),
    ``sets`` the domain that the words open, ``zero`` whether 无…/未… before them says that there were none.
    """

    key: str
    pattern: str
    units: frozenset[str]
    sets: Domain | None = None
    needs: frozenset[Domain] = frozenset()
    zero: bool = False


@dataclass(frozen=True, slots=True)
class Mention:
    """A trigger found at ``start`` to ``end``."""

    start: int
    end: int
    trigger: Trigger

    @property
    def key(self) -> str:
        """The trigger's key."""
        return self.trigger.key


_CASES = frozenset("件 个 次 份 宗 条 起 例 人次 项 桩 件次 笔".split(" "))
_DISPUTES = frozenset("件 个 次 宗 起 例 桩".split(" "))
_PUBLISHED = frozenset("条 篇 份 件 则 条次".split(" "))
_PIECES = frozenset("条 篇 份 件 个 项 则 次 条次 幅 部 期".split(" "))
_TIMES = frozenset("次 场 期 个 回 场次 期次 件 班 条 起".split(" "))
_PEOPLE = frozenset("人 名 个 位".split(" "))
_MONEY = frozenset("元 万元 亿元".split(" "))
_HEADS = frozenset("人次 人 名 余人".split(" "))
_PLACES = frozenset("个 处 家 点 所".split(" "))

_REQUEST = (
    r"(?:政府|政务)?信息(?:依申请)?公开的?申请(?!人|书|表|渠道|流程|方式|条件|程序|行政复议|复议)|依申请公开(?:政府信息)?的?(?:申请|事项|案件|件|信息)?"
    r"|申请公开(?:的)?(?:政府)?信息|(?<=[件宗条次份起个到理收])申请(?!人|书|表|公开|行政|复议|渠道)|申请(?:数|量|件数)|公开申请(?!人|书|表|行政|复议)|公开(?:政府)?信息的申请|提出(?:的)?申请"
)
_RECEIVE = r"(?:新收(?!到)|收到|受理|接到|接收|收件|接受)"

_R, _D = frozenset({Domain.REQUESTS}), DISPUTES


def _requests() -> list[Trigger]:
    rows = {
        "requests_carried_in": r"(?:上|去|前)一?年度?(?:的)?(?:结转|遗留|转入|转结)|\d{4}年度?结转(?![至到入下])|往年结转|结转自?上年度?",
        "requests_carried_out": r"结转(?:至|到|入)?(?:下|次|明|来|\d{4})一?年度?(?:继续)?(?:办理|答复)?|转(?:至|入)?下一?年度?|跨年度?办理"
        r"|(?:尚在|正在|仍在)(?:办理|处理)(?:中|过程中)?|顺延[至到].{0,6}(?:办理|答复)|结转(?=办理|继续)|(?:转|结转|顺延)(?:至|到|入)(?:下|次|明|来|\d{4})一?年度?(?:继续)?(?:办理|答复)?",
        "requests_total": rf"收办(?:.{{0,16}}?(?:{_REQUEST}))?(?:案件)?",
        "requests.granted": r"(?<!不)(?<!部分)(?:予以|同意|准予)公开(?!的|范围)|全部公开|同意公开答复",
        "requests.partial": r"(?:予以|同意)?部分公开",
        "requests.refused": r"不(?:予|予以|同意)公开|拒绝公开",
        "refused_state_secret": r"(?:属于|涉及)国家秘密",
        "refused_by_law": r"(?:其他)?法律、?(?:行政)?法规(?:等)?禁止公开",
        "refused_stability": r"三安全一稳定|危及国家安全",
        "refused_third_party": r"保护第三方合法权益|第三方(?:合法)?权益",
        "refused_internal": r"(?:三类)?内部事务(?:信息)?",
        "refused_process": r"(?:四类)?过程性信息",
        "refused_enforcement_file": r"(?:行政)?执法案卷",
        "refused_query": r"行政查询事项",
        "replied_trade_secret": r"涉及商业秘密",
        "replied_privacy": r"涉及个人隐私",
        "unavailable": r"无法提供",
        "requests.not_held": r"(?:本机关)?不掌握(?:相关)?(?:政府)?(?:信息)?|(?:申请)?信息不存在|政府信息不存在",
        "unavailable_not_ready": r"(?:没有|无)现成信息(?:需要?另行制作)?|需要?另行制作",
        "unavailable_unclear": r"(?:补正后)?(?:申请)?内容(?:仍)?不明确",
        "not_processed": r"不予处理(?!的)",
        "not_processed_petition": r"信访(?:、?举报、?投诉|投诉、?举报)?类?(?:的)?(?:申请|事项)",
        "not_processed_repeat": r"重复(?:申请|提出)(?:公开)?",
        "not_processed_publication": r"公开出版物",
        "not_processed_excessive": r"(?:无正当理由)?大量反复申请|反复大量申请",
        "not_processed_reissue": r"确认或(?:者)?重新出具.{0,8}信息|重新出具",
        "other_handling": r"其他(?:方式|情形)?处理",
        "other_no_correction": r"(?:无正当理由)?逾期[不未]补正|不补正",
        "other_no_payment": r"逾期[不未].{0,10}[缴交]纳?费用?",
        "requests.already_public": r"(?:属于)?已经?主动公开(?:范围)?",
        "requests.elsewhere": r"(?:不属于|非)本(?:行政)?机关(?:负责)?(?:公开|掌握|职[责能]|范围)?",
        "requests.other_way": r"(?:告知)?通过其他途径办理|其他途径办理",
        "requests.amend": r"告知作出更改补充|更改、?补充",
        "requests.on_time": r"(?:按时|按期|如期)(?:办结|答复|办理)",
        "requests.extended": r"(?:延期|延长)(?:办结|答复|办理)",
        "requests.reply": r"(?<!未)(?<!网民留言)(?:答复|回复)(?:办结|率)?",
        "requests.handled": r"(?<!未)(?:办结|办理完毕|处理完毕|(?:共|全年|已|全部|均已)办理)(?!结果)",
        "received_in_person": r"当面(?:申请|递交|提交|提出)?|现场(?:申请|递交|提交|提出)|窗口申请",
        "received_fax": r"传真(?:方式)?(?:申请)?",
        "received_online": r"(?:网络|网上|在线|互联网|电子邮件|邮箱|网站|平台)(?:渠道|方式|平台)?(?:提交|提出|递交|收到|受理)?(?:的)?申请|(?:网络|网上|在线)(?:方式|渠道|提交|提出)|电子邮件",
        "received_letter": r"(?:信函|邮寄|信件|快递|邮政寄送|书面信函)(?:方式|渠道|提交)?(?:申请)?",
    }
    zeroes = {"requests_carried_in", "requests_carried_out", "requests.refused", "requests.partial"}
    plain = {
        "requests_carried_in",
        "requests_carried_out",
        "requests_total",
        "requests.granted",
        "requests.partial",
        "requests.refused",
        "unavailable",
        "not_processed",
    }
    return [
        Trigger(key, pattern, _CASES, Domain.REQUESTS, frozenset() if key in plain else _R, key in zeroes)
        for key, pattern in rows.items()
    ]


def _applicants() -> list[Trigger]:
    rows = {
        "column.自然人": r"自然人|(?<!对)公民(?!、|和|,)",
        "column.商业企业": r"商业企业|企业",
        "column.科研机构": r"科研机构",
        "column.社会公益组织": r"社会公益组织",
        "column.法律服务机构": r"法律服务机构",
        "column.法人或其他组织": r"法人(?:和|或|及|、|或者)其他组织|法人(?!、|和|或|及)",
    }
    return [
        Trigger(key, pattern + "(?:提出|提交)?(?:的)?(?:申请)?", _CASES, None, _R)
        for key, pattern in rows.items()
    ]


def _disputes() -> list[Trigger]:
    outcomes = {
        "outcome.结果维持": r"(?:结果)?(?:均|都|全部|予以)?维持(?:原.{0,8}?(?:行为|决定|判|答复))?|驳回.{0,6}(?:诉讼请求|起诉|上诉)|胜诉",
        "outcome.结果纠正": r"(?:结果|依法|被)?(?:纠正|纠错)|被?撤销|败诉|确认违法|责令(?:重新|履行)",
        "outcome.其他结果": r"其他(?:结果|情形)|撤诉|撤回|终止(?:审理)?",
        "outcome.尚未审结": r"(?:尚)?未审结|(?:正|尚)?在审理(?:中|过程中)?|未办结|未结",
    }
    cases = [
        Trigger(
            "review",
            r"(?:申请)?(?:政府信息公开|信息公开)?(?:类)?行政复议(?!机关|法|局|意见)(?:申请)?|(?<!行政)(?<!经)复议(?=案|申请|\d)",
            _DISPUTES,
            Domain.REVIEW,
            zero=True,
        ),
        Trigger(
            "litigation",
            r"行政诉讼|(?:行政)?应诉(?:案件)?|(?<!行政)诉讼(?=案|\d|[一二三四五六七八九十])",
            _DISPUTES,
            Domain.LITIGATION,
            zero=True,
        ),
        Trigger("litigation_direct", r"未经复议直接(?:起诉|提起)(?:行政诉讼)?", _DISPUTES, Domain.LITIGATION),
        Trigger(
            "litigation_after_review",
            r"复议后(?:再)?(?:起诉|提起)(?:行政诉讼)?",
            _DISPUTES,
            Domain.LITIGATION,
        ),
    ]
    return cases + [Trigger(key, pattern, _DISPUTES, None, _D) for key, pattern in outcomes.items()]


def _channels() -> list[Trigger]:
    """Where information is published; with a count of pieces it is the channel's indicator."""
    rows = {
        "disclosed_website": r"(?:政府|门户|政务|官方|部门|局|区|县|市|镇)*(?:门户)?网(?:站|页)(?:群|平台)?|网上(?!传)|政务(?:公开|信息)网|(?:政府)?信息公开(?:网|平台|专栏|系统)|政务公开(?:平台|专栏)|官网|专栏",
        "disclosed_wechat": r"(?:政务|官方)?微信(?:公众(?:账)?号|公众平台|平台)?|(?<!信)公众号",
        "disclosed_weibo": r"(?:政务|官方|新浪|腾讯)*微博",
        "disclosed_gazette": r"(?:政府)?公报(?=公开|刊登|发布|刊发|登载)",
        "channel.其他": r"其他(?:方式|渠道|途径|形式)(?!回应)",
        "channel.name": r"(?:政务|政府|村务|信息)*(?:公开|公示|宣传|公告)栏|广播|电视|报刊|报纸|(?:电子)?显示屏|LED屏|政务新媒体|新媒体|今日头条|抖音|客户端",
    }
    return [Trigger(key, pattern, _PUBLISHED, Domain.DISCLOSED) for key, pattern in rows.items()]


def _disclosed() -> list[Trigger]:
    verb = r"(?:(?<!申请)主动公开|(?<!申请)公开(?!网|平台|栏|专栏|工作|条例|指南|目录|申请|办)|发布|上传|推送|更新|刊登|登载|刊发|发送|公布|上网|录入|刊载)"
    noun = r"(?:信息|文章|稿件|内容|图文|消息|推文|动态|文件|资讯)"
    return [
        Trigger(
            "disclosed.pieces",
            rf"{verb}(?:了)?[^,。;:、公申]{{0,18}}?{noun}(?:及[^,。;:]{{0,8}}信息)?(?:总?数|总量|条数)?",
            _PUBLISHED,
            Domain.DISCLOSED,
        ),
        Trigger(
            "disclosed.verb",
            rf"(?<![予以意分不未时]){verb}(?:数量?)?",
            _PUBLISHED,
            None,
            frozenset({Domain.DISCLOSED}),
        ),
        Trigger(
            "disclosed",
            rf"主动公开(?:政府)?信息(?:总?数|总量|情况)?|{verb}各类(?:政府|政务)?信息",
            _PUBLISHED,
            Domain.DISCLOSED,
        ),
        Trigger(
            "disclosed.kind",
            r"(?:(?!公开|发布|上传|更新|各|网站|微信|其中)[^,。;:、\d其中]){2,10}类(?:政府|政务)?(?:信息)?",
            _PUBLISHED,
            None,
            frozenset({Domain.DISCLOSED}),
        ),
    ]


def _documents() -> list[Trigger]:
    units = frozenset("件 份 个 部 项 条".split(" "))
    verb = r"(?:制发|制定|出台|印发|新制作|新制定|制作)"
    need = frozenset({Domain.DOCUMENTS})
    decisions = frozenset("件 个 宗 起 次 项 份".split(" "))
    return [
        Trigger(
            "documents.made",
            rf"{verb}(?:了)?(?:行政)?规范性文件|(?:行政)?规范性文件{verb}(?:数量?)?",
            units,
            Domain.DOCUMENTS,
            zero=True,
        ),
        Trigger("documents.named", r"(?:行政)?规范性文件", units, Domain.DOCUMENTS),
        Trigger(
            "documents.shown",
            r"(?:主动公开|公开|发布)(?:了)?(?:各类)?(?:行政)?规范性文件(?:数)?",
            units,
            Domain.DOCUMENTS,
            zero=True,
        ),
        Trigger("documents.new", verb, units, None, need),
        Trigger("documents.shown", r"新公开", units, None, need),
        Trigger("documents.total", r"对外公开(?:总数量?)?", units, None, need),
        Trigger(
            "documents.repealed", r"(?:废止|宣布失效)(?:和失效)?(?:(?:行政)?规范性文件)?", units, None, need
        ),
        Trigger("documents.valid", r"现行有效(?:的)?(?:(?:行政)?规范性文件)?", units, Domain.DOCUMENTS),
        Trigger(
            "documents.checked",
            r"(?:备案|审查|审核|清理|修订|修改)(?:了)?(?:(?:行政)?规范性文件)?",
            units,
            None,
            need,
        ),
        Trigger("permits", r"(?:作出|办理|实施|办结)行政许可(?:决定|事项)?|行政许可(?:处理)?决定", decisions),
        Trigger("penalties", r"(?:作出|办理|实施)行政处罚(?:决定|案件)?|行政处罚(?:处理)?决定", decisions),
        Trigger("coercion", r"(?:作出|采取|实施)行政强制(?:决定|措施)?|行政强制(?:处理)?决定", decisions),
    ]


def _interaction() -> list[Trigger]:
    consult = frozenset({Domain.CONSULTATION})
    return [
        Trigger(
            "interpretations",
            r"政策(?:文件)?解读(?!会|发布会|栏|专栏|专区|机制|工作|质量|率)(?:稿件?|材料|信息|文章|文件)?(?:发布)?(?:数)?|解读(?:稿件?|材料|文章|信息)|(?:发布|制作|编发|推出)(?:各类)?解读",
            _PIECES | {"期"},
            zero=True,
        ),
        Trigger(
            "interpretations.part",
            r"(?:文字|图文|图片|图表|视频|音频|动漫|专家|媒体|负责人|一图|部门|文本|多媒体)(?:形式)?解读|(?:政策)?图解",
            _PIECES | {"期"},
        ),
        Trigger("policy_qa", r"政策(?:简明)?问答|简明问答", _PIECES | {"期"}),
        Trigger("press_conferences", r"(?:新闻|政策)?发布会|新闻通气会", _TIMES, zero=True),
        Trigger(
            "press_conferences_led",
            r"(?:主要)?(?:负责同志|负责人|领导)(?:参加|出席)(?:的)?(?:新闻)?发布会",
            _TIMES,
        ),
        Trigger(
            "online_interviews", r"(?:政府网站)?(?:在线|网上|网络)?访谈(?:活动|节目)?", _TIMES, zero=True
        ),
        Trigger(
            "online_interviews_led",
            r"(?:主要)?(?:负责同志|负责人|领导)参加(?:政府网站)?(?:在线)?访谈",
            _TIMES,
        ),
        Trigger(
            "responses",
            r"回应(?:公众|社会|群众|民生|百姓|各类)*(?:关注|关切|关心)?(?:的)?(?:热点|重大|问题|舆情|关切|或|、|和|及)*(?:舆情|热点|关切|关注)(?:问题|事件)?数?|(?:热点|舆情)(?:问题)?回应",
            _TIMES | {"件", "条"},
            zero=True,
        ),
        Trigger(
            "responses_weibo",
            r"(?:政务)?(?:微博、?微信|微信|微博)回应(?:事件|热点)?数?",
            _TIMES | {"件", "条"},
        ),
        Trigger("responses_other", r"其他(?:方式|渠道)回应(?:事件)?数?", _TIMES | {"件", "条"}),
        Trigger(
            "complaints",
            r"(?<!信访)(?:投诉、?举报|举报、?投诉|举报(?!电话|信箱|平台)|(?<!信访)投诉(?!电话|处理|信箱))(?:数量|数|案件|件)?(?!类|电话|渠道|信箱)",
            _CASES,
            zero=True,
        ),
        Trigger(
            "consultations",
            r"(?:民意|意见|网上)(?:征集|调查)(?:调查|活动)?(?!到)|征集(?:调查|活动)|(?:公开)?征求意见(?:稿)?(?:活动)?",
            _TIMES | {"项"},
            Domain.CONSULTATION,
            zero=True,
        ),
        Trigger(
            "consultation_comments",
            r"(?:收到|征集到?|收集)?(?:公众|群众|社会|网民)(?:的)?(?:反馈)?(?:意见|建议)(?:和|及|、)?(?:建议)?",
            frozenset("条 个 件 份".split(" ")),
            Domain.CONSULTATION,
        ),
        Trigger(
            "consultation_comments",
            r"(?:收到|征集到?|收集|征得|征求)(?:到)?(?:各类|有效|相关)?(?:意见|建议)(?:和|及|、)?(?:建议)?",
            frozenset("条 个 件 份".split(" ")),
            None,
            consult,
        ),
        Trigger(
            "npc_suggestions",
            r"(?:人大)?代表(?:提出)?(?:的)?(?:意见|建议|议案)(?:、|和|及)?(?:意见|建议)?|人大(?:代表)?(?:意见|建议|议案)",
            _CASES,
        ),
        Trigger(
            "cppcc_proposals",
            r"政协(?:委员)?(?:提出)?(?:的)?(?:提案|意见|建议)?(?:、|和|及)?(?:意见|建议)?|(?<!交)(?<!议)提案",
            _CASES,
            zero=True,
        ),
    ]


def _organisation() -> list[Trigger]:
    return [
        Trigger(
            "reading_points",
            r"(?:信息)?(?:公开)?查阅(?:点|场所|中心|室|窗口|处|服务点)(?:数|位)?(?!更新)",
            _PLACES,
        ),
        Trigger(
            "offices",
            r"(?:信息公开|政务公开)?(?:工作)?专门(?:工作)?机构(?:数)?|信息公开工作机构(?:数)?",
            _PLACES,
        ),
        Trigger(
            "staff",
            r"(?:从事|负责).{0,12}公开(?:的)?(?:工作)?(?:的)?人员(?:数)?|工作人员(?=\d+[人名][,(]?(?:其中)?[,:]?专职)|专(?:、|\()?兼\)?职(?:工作)?人员|人员(?:具体)?负责.{0,10}公开",
            _PEOPLE,
        ),
        Trigger(
            "staff_full_time",
            r"(?<!非)专职(?:的)?(?:公开)?(?:工作)?(?:人员|干部)?(?:数)?",
            _PEOPLE,
            zero=True,
        ),
        Trigger("staff_part_time", r"兼职(?:的)?(?:公开)?(?:工作)?(?:人员|干部)?(?:数)?", _PEOPLE, zero=True),
        Trigger("budget", r"(?:专项|工作|专门)?经费(?:投入|支出|预算)?", _MONEY),
        Trigger(
            "meetings",
            r"公开(?:工作)?[^,。;:、]{0,10}(?:会议|推进会|部署会|调度会|协调会|专题会|工作会|座谈会|联席会)(?:数)?|专题会议?|召开(?:工作|专题)?会议|工作会议",
            _TIMES,
        ),
        Trigger(
            "trainings",
            r"(?:业务|专题|集中|工作|各类|专项|开展|举办|组织)*培训(?:班|会|活动|讲座|课)?(?:数)?(?!人)",
            _TIMES,
        ),
        Trigger(
            "trainees",
            r"(?:接受)?培训(?:[^,。;:\d]{0,16}?(?:人员|干部|人数|人次|学员|骨干))?(?:数)?|参训(?:人员)?|受训(?:人员)?|参加人员|参加(?:了)?(?:业务)?培训",
            _HEADS,
        ),
        Trigger(
            "fees",
            r"(?:政府信息公开|信息公开|依申请公开|公开)?(?:政府)?信息处理费(?:用)?|(?:检索|复制|邮寄|打印|申请|公开|信息)[^,。;:未没无不]{0,12}(?:费用|收费)|收取(?:任何|相关|的)*费用|(?<!免)收费|费用(?!减免)|工本费|成本费",
            _MONEY,
            Domain.FEES,
            zero=True,
        ),
        Trigger("fees", r"收取", _MONEY, None, frozenset({Domain.FEES})),
        Trigger(
            "processing_fee_cases",
            r"(?:涉及|收取|收费|共|发出)(?:申请|通知)?|收费(?:申请|通知)书?",
            _CASES - {"次"},
            None,
            frozenset({Domain.FEES}),
        ),
        Trigger("media_accounts", r"政务新媒体(?:账号|平台)?|新媒体账号", frozenset({"个", "家"})),
        Trigger("gazettes", r"(?:政府)?公报", frozenset({"期", "辑", "册"}), zero=True),
    ]


def _receive() -> list[Trigger]:
    return [
        Trigger(
            "requests_new",
            rf"{_RECEIVE}[^。;:]{{0,34}}?(?:{_REQUEST})(?:件|数量?|总数|案件|事项)*",
            _CASES,
            Domain.REQUESTS,
            zero=True,
        ),
        Trigger(
            "requests_new",
            rf"(?:{_REQUEST})(?:件|数量?|总数|案件|事项)*(?:的?(?:受理|收到))?",
            _CASES,
            Domain.REQUESTS,
            zero=True,
        ),
        Trigger("requests_new", rf"{_RECEIVE}(?:数)?", _CASES, None, _R),
    ]


@cache
def _compiled() -> list[tuple[Trigger, re.Pattern[str]]]:
    every = [
        *_receive(),
        *_requests(),
        *_applicants(),
        *_disputes(),
        *_channels(),
        *_disclosed(),
        *_documents(),
        *_interaction(),
        *_organisation(),
    ]
    return [(trigger, re.compile(trigger.pattern)) for trigger in every]


def mentions(text: str) -> list[Mention]:
    """Every trigger in a text, in order; of two that overlap the longer, of equal ones the earlier defined."""
    found = [
        Mention(*match.span(), trigger)
        for trigger, pattern in _compiled()
        for match in pattern.finditer(text)
    ]
    return sorted(found, key=lambda mention: (mention.start, mention.end))
