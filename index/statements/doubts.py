"""Figures that a sentence seems to give but that may be another's: left out, since a wrong figure is worse than none."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from index.indicators import indicators
from index.statements.meaning import Meaning
from index.statements.words import Mention, mentions

_STOCK = frozenset(
    {"reading_points", "offices", "media_accounts", "staff", "staff_full_time", "staff_part_time"}
)
_DISPUTES = frozenset({"review", "litigation"})
_EVENTS = frozenset({"press_conferences", "online_interviews"})
_TOTAL = frozenset({"", "总计"})
_BY_ONE_WAY = re.compile(
    r"(?:通过|以(?!来))(?![^,。;]*(?:等|渠道|途径|各种|多种))[^,。;]{2,16}?(?:收到|受理|提出|提交)"
)
_SOME_BODIES = re.compile(
    r"(?<!全[省市区县镇州])(?<!\d)等?\d+[个家](?:[市县区直属]*)(?:部门|单位|乡镇|镇街|街道|县区|镇|局)[^,。;]{0,4}(?:收到|受理)"
)
_NARROWED = re.compile(
    r"(?<!收到)(?<!接到)(?<!受理)(?<!接收)(?<!接受)(?<!新收)(?<!提出)(?<!提交)(?<!递交)(?<![年度我本全镇县市区局共])的$"
)
_REST = re.compile(r"(?:其余|其他|另外?)(?:的)?$")
_HELD = re.compile(r"召开|举[办行]|开展|组织|参加")
_ADDED = re.compile(r"新(?:建|增|设|开|配|添|招)|增[设加配]|补充|增至")
_MEDIUM = re.compile(r"(?:通过|利用|依托|借助|运用)[^,。;]{2,24}?(?:主动公开|公开|发布|推送|上传|刊[登发载])")
_AGAIN = re.compile(r"补[充发录]|重新|集中(?:公开|发布)")
_ALL_MEDIA = re.compile(r"主动公开|渠道|方式|途径")
_SOMEWHERE = re.compile(r"(?<![现存])在(?!公开|主动)[^,。;]{3,24}?(?:公开|发布|推送|刊登)")
_BY_ITSELF = re.compile(r"主动公开|各类(?:政府|政务)?信息")
_CHANNEL = ("disclosed_", "channel.")
_OTHERS_MEETING = re.compile(r"^[、,和及与以及]*[\u4e00-\u9fff]{0,8}会议?\d+[次场个]")
_MEETINGS_BEFORE = re.compile(r"(?<!发布)(?<!培训)会议?\d+[次场个]")
_ATTENDED = re.compile(r"(?:参加|参与|赴|接受|选派|选送)[^,。;]{0,14}$")
_LED_BY_SOME = re.compile(
    r"[局县市区镇乡]长$|(?:负责人|负责同志|领导|[局县市区镇乡]长|同志)(?:带头|亲自|先后|分别|共)*(?:参加|出席)(?:[^。;、]*(?:参加|出席))?[^,。;、]{0,6}$"
)
_AS_ORGAN = re.compile(
    r"(?:办理|代理|参与)(?:了)?[^,。;]{0,20}(?:应诉|诉讼)|(?:办理|审理|审结|承办|审查)(?:了)?[^,。;]{0,6}复议"
)
_OF_DISCLOSURE = re.compile(r"其中[^。;]{0,8}(?:政府)?信息公开")
_NO_SUBJECT = re.compile(
    r"其中|含|包括|余下|剩余|其余|其他|[另还尚仍]有|余|[共总]计?|全年|累计|历年|年内|本?年度?|当年|已经?|均|都|有|为|的|新|新?增加?|分别|直接|按时|按期|及时|依法|通过|来自|属于|涉及|对|"
    r"(?:19|20)\d\d年?|上年|上一年|[第一二三四五六]+|[,:、()“”\"]|月|日|\d|[全本我](?:[省市县区镇乡]|局|机关|单位)"
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a figure stands: its ``clause`` and the text around it, and the place of the ``mention`` that names it."""

    text: str
    clause: int
    start: int
    end: int
    mention: Mention
    heading: str = ""

    @property
    def near(self) -> str:
        """The clause up to the figure."""
        return self.text[self.clause : self.start]

    @property
    def said(self) -> str:
        """As ``near``, with the figures before it in its clause."""
        return re.split(r"[,;:。；]", self.text[: self.start])[-1]

    @property
    def sentence(self) -> str:
        """The sentence, or what follows its last semicolon, up to the figure."""
        return re.split(r"[;。；]", self.text[: self.start])[-1]

    @property
    def before(self) -> str:
        """The clause up to the words that name the indicator, or up to the figure where these follow it."""
        return self.text[self.clause : min(self.mention.start, self.start)]


def is_doubtful(place: Place, meaning: Meaning, *, in_part: bool) -> bool:
    """Whether the words around a figure make it doubtful that it is the indicator's for the body of the report.

    ``in_part`` is true where 其中 or 从…看 precedes and no part has been recognised by name.
    """
    if meaning.part or meaning.scope:
        return False
    return _is_of_others(place, meaning) or (in_part and _is_of_an_unknown(place, meaning))


def _is_of_others(place: Place, meaning: Meaning) -> bool:
    """By the indicator: increments of a stock, one medium or way, cases of an organ, other meetings, what others held."""
    if meaning.indicator in _DISPUTES and meaning.column not in _TOTAL:
        return False
    if meaning.indicator.startswith("disclosed_"):
        return bool(_AGAIN.search(place.near))
    check = _CHECKS.get(meaning.indicator)
    return check(place) if check else False


def _is_increment(place: Place) -> bool:
    return bool(_ADDED.search(place.near))


def _is_by_some_only(place: Place) -> bool:
    """Whether requests are some only: by one way (通过邮寄收到), to a few bodies, or of a kind (需要补正的2件申请)."""
    some = _BY_ONE_WAY.search(place.near) or _SOME_BODIES.search(place.said) or _NARROWED.search(place.near)
    return bool(some) or _is_rest(place)


def _is_rest(place: Place) -> bool:
    return bool(_REST.search(place.near))


def _is_beside_other_meetings(place: Place) -> bool:
    others = _OTHERS_MEETING.match(place.text[place.end :]) or _MEETINGS_BEFORE.search(place.sentence)
    return bool(others)


def _was_attended(place: Place) -> bool:
    """Whether trainings were held by others, and only taken part in."""
    rest = place.near[len(place.before) :]
    return bool(_ATTENDED.search(place.before) or re.search("参[加与]", rest))


def _was_led(place: Place) -> bool:
    """Whether only those are counted that some leader took part in."""
    return bool(_LED_BY_SOME.search(place.text[: place.mention.start]))


def _is_of_an_unknown(place: Place, meaning: Meaning) -> bool:
    """Whether a total that is told as a part has words before it that name no part known here (疫情防控新闻发布会151场)."""
    if meaning.indicator in _EVENTS:
        return bool(_NO_SUBJECT.sub("", _HELD.sub("", place.before)))
    told_apart = meaning.indicator in _STOCK | _DISPUTES | {"meetings", "trainings"}
    root = not indicators()[meaning.indicator].parent and meaning.column in _TOTAL
    return root and not told_apart and bool(_NO_SUBJECT.sub("", place.before))


def _is_by_another_medium(place: Place) -> bool:
    """Whether a total of pieces is one channel's: of one the form does not know, or of one named earlier in its sentence."""
    named = [m for m in mentions(place.near) if m.key.startswith(_CHANNEL)]
    if _AGAIN.search(place.near):
        return True
    if not named and (_MEDIUM.search(place.near) or _SOMEWHERE.search(place.near)):
        return not _ALL_MEDIA.search(place.near)
    if named and not any(m.key == "disclosed_website" for m in named):
        return True
    sentence = max(place.text.rfind(mark, 0, place.start) for mark in ";。；") + 1
    before = place.text[sentence : place.clause]
    earlier = "公报" in before or any(m.key.startswith(_CHANNEL) for m in mentions(before))
    return earlier and not named and not _BY_ITSELF.search(place.near)


def _is_the_organs(place: Place) -> bool:
    """Whether cases are those that an organ of review decides, of which the disputes about disclosure are only some."""
    clause = place.said
    told = "信息公开" in clause or "复议" in place.heading
    if "复议机关" in clause or "复议机构" in clause or (_AS_ORGAN.search(clause) and not told):
        return True
    return "信息公开" not in place.near and bool(_OF_DISCLOSURE.search(place.text, place.end))


_CHECKS: dict[str, Callable[[Place], bool]] = {
    **dict.fromkeys(_STOCK, _is_increment),
    **dict.fromkeys(_DISPUTES, _is_the_organs),
    **dict.fromkeys(_EVENTS, _was_led),
    "requests_new": _is_by_some_only,
    "requests_handled": _is_rest,
    "replied": _is_rest,
    "disclosed": _is_by_another_medium,
    "meetings": _is_beside_other_meetings,
    "trainings": _was_attended,
}
