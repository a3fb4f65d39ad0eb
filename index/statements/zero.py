"""Zeros said in words: 未收到申请, 无行政复议案件, 没有收费; and 无 alone under a heading."""

from __future__ import annotations

import re
from itertools import pairwise

from index.statements.words import Mention

_VERB = r"收到|接到|受理|接收|收取|收费|发生|产生|出现|涉及|引发|引起|召开|举办|开展|制发|制定|出台|发布|有|因|被|对|向|就|由|组织|安排|设立|配备|编印|征集|参加|参与|公开|接受|存在|提起|申请|实行|进行"
_DENIAL = re.compile(
    rf"(?<![如若凡])(?:(?:暂|尚|均|都|从|并|也|亦)?(?:未|没有?)(?:曾|有|再)?(?={_VERB})|(?:暂|尚|均|都|并|也|亦)?没有(?!按|及时|在|到期)|(?:暂|均|都|并|也|亦)?无(?![法需论偿关故障碍效正形公章])(?:任何)?|不存在|不涉及|零(?=申请|投诉|举报|复议|诉讼))"
)
_TAIL = re.compile(
    r"(?:(?:均|都)?为(?:零|无|0)|(?:暂|均|都)?(?:无|没有|未发生|未收到|未收取|未产生|未出现|未涉及|没有发生|没有收取|没有收到)(?:相关|此类|该类|任何)?(?:情况|案件|情形|事项|费用|内容|提案|意见|建议|申请|和|、)*)[。;,]?$"
)
_NOT_OF = re.compile(
    r"逾期|(?<!收费及)(?<!收费和)(?<!收费、)(?<!费用及)减免|免收|免除|超期|超时|违规|违法|乱收|泄密|失泄密|涉密|纠错|纠正|撤销|败诉|不当|错误|责任追究|延期|延迟|未办结|遗留问题"
)
_BARE = re.compile(
    r"^(?:\d{4}年度?|本年度?|今年|全年|年度内|本报告期内?)?[,]?(?:我[镇乡局县区市委办院]|我单位|本[单机]位?关?|本[镇乡局县区市]|[\u4e00-\u9fff]{2,8}[镇乡局县区])?(?:暂|均|都|尚)?"
    r"(?:无|没有|未发生|未收取|未收到|没有发生|未出现|零|没有收费|不收费|未收费)(?:上述|此类|此项|该类|相关|该|以上|任何)?(?:情况|事项|案件|内容|费用|情形|收费|事宜)?(?:发生|出现)?[。.;]?$"
)
_CAUSE = re.compile(r"(?:因|由于|对|就|针对|围绕)(?:政府信息公开)?$")
_ON = re.compile(
    r"^(?:[、及和与或]|也|亦|或者|以及)*(?:被|因|向)?(?:提起|申请|引发|发生)?(?:的)?(?:行政诉讼|行政复议|举报|投诉)"
)


def bare_zero(text: str) -> bool:
    """Whether a whole sentence only says that there were none, of what its heading names."""
    return bool(_BARE.match(text))


def denied(near: str) -> bool:
    """Whether the words right before 一件, 一起 deny it (未发生一起)."""
    return bool(re.search(rf"(?:未|没有?)(?:{_VERB})?过?$", near))


def zero_mentions(text: str, start: int, end: int, inside: list[Mention]) -> list[Mention]:
    """The mentions among ``inside`` that the clauses between ``start`` and ``end`` deny."""
    found: list[Mention] = []
    carried = False
    for low, high in _clauses(text, start, end):
        clause = text[low:high]
        own = [m for m in inside if m.start >= low and m.end <= high]
        denial = _DENIAL.search(clause)
        hits = _denied(clause, low, own, denial.end() if denial else -1)
        hits = [m for m in hits if not (m.key == "requests_new" and _CAUSE.search(clause[: m.start - low]))]
        counted = high == end < len(text)
        if not hits and carried and not denial and not counted and _ON.match(clause):
            hits = own
        carried = bool(hits)
        found += [] if _NOT_OF.search(clause) else _strongest(hits)
    return found


def _clauses(text: str, start: int, end: int) -> list[tuple[int, int]]:
    cuts = [start, *(m.end() for m in re.finditer(r"[,;:。；]", text[:end]) if m.end() > start), end]
    return [(low, high) for low, high in pairwise(cuts) if low < high]


def _denied(clause: str, low: int, own: list[Mention], after: int) -> list[Mention]:
    if after >= 0 and (hits := [m for m in own if m.start - low >= after - 3 and m.trigger.zero]):
        return hits
    tail = _TAIL.search(clause)
    return [m for m in own if tail and m.end - low <= tail.start() and m.trigger.zero]


def _strongest(hits: list[Mention]) -> list[Mention]:
    """One mention a place and indicator; the request that a dispute, complaint or fee is about is not meant itself."""
    keys = {m.key for m in hits}
    about = keys - {"requests_new"}
    kept = [
        m
        for m in hits
        if not (m.key == "requests_new" and about - {"requests_carried_in", "requests_carried_out"})
    ]
    return list({m.key.removesuffix(".kind"): m for m in kept}.values())
