"""The time limits of the law as a report states them: for answers, their extension, third parties and corrections."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.checks.case import Case
from assistant.checks.citations import cited
from assistant.checks.finding import Hit, Severity, rule
from index.language.text import squeeze

_ANSWERING = re.compile(r"答复|办理期限|办结|申请之日|申请后|申请的|收到申请")
_OTHER_TERMS = re.compile(r"征求|第三方|补正")
_OTHER_STEPS = re.compile(r"形成|变更之日|公开发布|印发|审查|发布|登载")
_EXTENDED = re.compile(r"延长[^，。；]{0,12}$")
_DAYS = re.compile(r"(?P<days>15|十五|20|二十|30|三十)个?(?P<kind>工作日|日内)")


@rule(
    "time-limit",
    "期限引用错误",
    Severity.WARNING,
    "2007年条例第二十四条（15个工作日）；2019年条例第三十三条（20个工作日）",
)
def time_limit(case: Case) -> Iterator[Hit]:
    """The time limit for answers is that of the regulation in force; in 2019 both were."""
    if case.year == 2019:
        return
    right, allowed = (15, {"15", "十五"}) if case.year < 2019 else (20, {"20", "二十"})
    for sentence in case.sentences:
        text = squeeze(sentence.text)
        match = _DAYS.search(text)
        if match and match["days"] not in allowed and _is_for_answers(text, match):
            yield cited(
                sentence,
                f"答复申请的期限写{match['days']}个工作日，{case.year}年适用的是{right}个工作日",
                f"{right}个工作日",
            )


def _is_for_answers(text: str, match: re.Match[str]) -> bool:
    """Whether a time limit is that for answering: not for third parties, for publishing, or for an extension alone."""
    head, tail = text[: match.start()], text[match.end() :]
    sentence = re.split(r"[；。]", head)[-1] + re.split(r"[；。]", tail)[0]
    clause = re.split(r"[，；。]", head)[-1] + re.split(r"[，；。]", tail)[0]
    publishing = ("主动公开" in sentence or _OTHER_STEPS.search(clause)) and "申请" not in clause
    other = _OTHER_TERMS.search(sentence) or _EXTENDED.search(head) or publishing
    return bool(_ANSWERING.search(sentence)) and not other


_WORKING_DAYS = r"(?P<days>\d{1,3})个?工作日"
_LIMITS = (
    (
        "延长答复的期限",
        re.compile(rf"延长[^。;,]{{0,12}}(?:不(?:得|应)?超过|最长[^。;,\d]{{0,6}}){_WORKING_DAYS}"),
        15,
        20,
    ),
    (
        "第三方提出意见的期限",
        re.compile(rf"第三方[^。;,]{{0,12}}?{_WORKING_DAYS}(?:内|以内)[^。;,]{{0,6}}(?:提出|反馈|答复|回复)"),
        0,
        15,
    ),
    (
        "告知补正的期限",
        re.compile(rf"{_WORKING_DAYS}(?:内|以内)?[^。;]{{0,8}}(?:一次性)?告知[^。;]{{0,8}}补正"),
        0,
        7,
    ),
    (
        "主动公开的期限",
        re.compile(
            rf"(?:形成|变更)[^。;,]{{0,10}}(?:之日|日|后)起?{_WORKING_DAYS}(?:内|以内)[^。;,]{{0,8}}公开"
        ),
        20,
        20,
    ),
)
"""What has a limit, how it is told, and the limit under the regulations of 2007 (0 for none) and of 2019."""
_LONGEST = frozenset({"告知补正的期限", "主动公开的期限"})
"""Limits within which a body may well set itself a shorter one."""


@rule(
    "other-time-limit",
    "期限引用错误",
    Severity.WARNING,
    "2007年条例第十八、二十四条；2019年条例第二十六、三十、三十二、三十三条",
)
def other_limits(case: Case) -> Iterator[Hit]:
    """D2: extensions of 15, then 20 working days, 15 for third parties, 7 to ask for corrections, 20 to publish."""
    if case.year == 2019:
        return
    for sentence in case.sentences:
        text = squeeze(sentence.text)
        for name, pattern, early, late in _LIMITS:
            match, right = pattern.search(text), early if case.year < 2019 else late
            days = int(match["days"]) if match else 0
            if match and right and (days > right or (days != right and name not in _LONGEST)):
                yield cited(
                    sentence,
                    f"{name}写{days}个工作日，{case.year}年适用的是{right}个工作日",
                    f"{right}个工作日",
                )
