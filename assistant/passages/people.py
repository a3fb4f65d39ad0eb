"""Whether a passage names the person or the body that is asked for."""

from __future__ import annotations

import re

from assistant.planning.query import Wanted

PERSON = re.compile(
    r"组长|书记|[省市区县镇乡]长|主任|局长|处长|科长|秘书|同志|负责人|领导(?!小组|机构|班子|和|下|，|。)|填报人|审核人|联系人|(?:由|为)[^，。]{2,12}(?:担任|任|负责)"
)
_ROLE = r"组长|书记|[省市区县镇乡]长|主任|局长|处长|科长|秘书长?|负责人|成员"
_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫"
    "段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤欧宫卜岳齐康伍施牛樊葛邢安常庄温柴包左殷翟颜倪穆季鲁路申屠聂焦俞章裴霍祝舒房鲍耿柯阮凌费卓詹关翁苗党尤单车"
)
"""The commonest; 县长信箱 names nobody."""
_SIGNS = r"填报人|审核人|联系人"
_ASKS_NAME = re.compile(
    rf"(?:{_ROLE})[^，。]{{0,4}}(?:叫什么|叫啥|的?名字|姓名|姓什么)|(?:{_ROLE}|{_SIGNS})(?:是|叫)(?:谁|哪位|什么人)"
)
_ASKS_CALLED = re.compile("叫什么|叫啥|名字|姓名|姓什么")
_FULL_NAME = re.compile(
    rf"(?:{_ROLE}|{_SIGNS})[：: ]?(?!任[为组副主]|和|、|是|的)(?:同志)?[{_SURNAMES}][\u4e00-\u9fff]{{1,2}}(?:同志)?(?=任|为|担任|兼|负责|牵头|[，,。；;、\s　]|$)"
)
BODY = re.compile(
    r"[\u4e00-\u9fff]{2,14}?(?:人民政府|政府|办事处|委员会|分局|支队|大队|局|委|办|镇|乡|街道|区|县|市|中心|院|站|所|科|股|处|室|部门|单位)"
    r"(?=[\d，、；;,。：:（(等和与对]|(?:主要)?负责|承担|组织|审核|牵头|统一|具体|未|因|被|$)"
)
_ORGAN = BODY.pattern[: BODY.pattern.index("(?=")]
_WHO_DOES = re.compile(r"谁(?:来|去|负责)?([\u4e00-\u9fff]{2}|[出管审发拍付修])")
_DEEDS = {
    "出": ("负担", "承担", "出资", "支付"),
    "管": ("管理", "负责", "主管", "代管", "兼管"),
    "审": ("审核", "审查", "把关", "终审"),
    "发": ("发布", "发放"),
    "拍": ("拍摄", "摄制"),
    "付": ("支付", "承担", "负担"),
    "修": ("维护", "维修"),
}
"""What reports call that of which citizens ask in one character who does it (工资谁出: 由县财政负担)."""
_GIVEN_TO = re.compile(r"(?:给|对|为|向|跟)(?:了)?(?:谁|哪些人|什么人)")
_PARTIES = re.compile(r"(?:收|退|免|减|罚|欠|[交付]给)了?(?:谁|哪些人)|谁(?:交|缴|付|出)(?:了|的|过)")
"""Asked of money: who paid or was paid, a body as well as a person."""
_INVITES = re.compile(r"[邀聘]?请了?(?:谁|哪些人|什么人)|谁来(?:旁听|列席|参加|参观)")
_INVITED = re.compile(
    r"[邀聘]请[^，。；]{0,16}(?:代表|委员|群众|市民|居民|村民|专家|律师|人士|企业家|媒体|人)"
)
_RECEIVER = re.compile(r"(?:对|向|给|为)[^，。；]{0,16}(?:人|户|家庭|群众|对象|者|企业)")
_BODY_DOES = re.compile(
    rf"(?:由|是|为|主体|单位|部门)[^，。；]{{0,8}}?{BODY.pattern}|{BODY.pattern}[^，。；]{{0,6}}(?:负责|牵头|审核|收取|承担|办理|主管)"
)


def names_whom(text: str, question: str, wanted: Wanted) -> bool | None:
    """Whether a text names the person, or the body, that is asked for; ``None`` where neither is or words decide.

    叫什么名字 wants a name of a person, 组长是谁 an office that the question does not name already.
    """
    if wanted in (Wanted.NAME, Wanted.PERSON) and _ASKS_NAME.search(question):
        named = _FULL_NAME.search(text) is not None
        return named or (wanted is Wanted.PERSON and _tells_who(question, text))
    if wanted is Wanted.PERSON and _GIVEN_TO.search(question):
        return _RECEIVER.search(text) is not None
    if wanted is Wanted.PERSON and _INVITES.search(question):
        return _INVITED.search(text) is not None
    if wanted is Wanted.PERSON and _PARTIES.search(question) and BODY.search(text):
        return True
    does = wanted is Wanted.PERSON and (_BODY_DOES.search(text) or acts(question, text))
    return True if does else None


def acts(question: str, text: str) -> bool:
    """Whether a text says by whom is done what the question asks who does (由谁发布: 由融媒体中心发布)."""
    for asked in _WHO_DOES.finditer(question):
        deeds = "|".join((re.escape(asked[1]), *_DEEDS.get(asked[1][0], ())))
        if re.search(rf"(?:由|归)[^，。；;\d]{{2,16}}?(?:{deeds})|{_ORGAN}(?:{deeds})", text):
            return True
    return False


def _tells_who(question: str, text: str) -> bool:
    """Whether a text says who holds the office asked for by another office that the question does not name.

    (组长是谁 is answered by 由镇党委书记任组长; 叫什么 is not, nor is 主任任组长 an answer to who the 主任 is.)
    """
    asked = _ASKS_NAME.search(question)
    if asked is None or _ASKS_CALLED.search(asked[0]):
        return False
    offices = re.findall(_ROLE, asked[0])
    turned = "[改仍均则先后也]*(?:由|是|为|[：:])"  # 组长改由镇党委书记担任
    ways = [rf"(?:任|为|兼)[^，。；副]{{0,12}}{office}|(?<!副){office}{turned}" for office in offices]
    held = any(re.search(way, text) for way in ways)
    return held and any(found not in question for found in re.findall(_ROLE, text))
