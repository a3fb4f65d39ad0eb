"""Changes of percentages: their difference is in percentage points (个百分点), not in per cent."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from assistant.checks.case import Case
from assistant.checks.finding import Hit, Severity, rule
from assistant.checks.sums_said import stretches

SOURCE = "国家统计用语：两个百分率相减得百分点，增长的百分率按（本期−上期）÷上期计算"
_UP = r"提升|提高|上升|增长|增加|上涨|增"
_DOWN = r"下降|降低|减少|回落|下滑|降"
_P = r"(?P<{}>\d+(?:\.\d+)?)[%％]"
_CHANGE = rf"(?P<verb>{_UP}|{_DOWN})了?(?:约|近)?(?P<change>\d+(?:\.\d+)?)(?P<unit>个百分点|[%％](?!以上))"
_FROM_TO = re.compile(
    rf"{_P.format('before')}[^，。；%％\d]{{0,8}}(?:{_UP}|{_DOWN})?(?:到|至|为)(?:20\d\d年的?)?[^，。；%％\d]{{0,8}}"
    rf"{_P.format('now')}[^。；\d%％]{{0,8}}?{_CHANGE}"
)
_THAN = re.compile(
    rf"率[^，。；%％\d]{{0,6}}{_P.format('now')}[，,]?(?:较|比|与|同比|相比)[^。；\d%％]{{0,6}}(?:20\d\d年)?(?:度|同期)?的?"
    rf"(?:{_P.format('before')})?[^。；\d%％，]{{0,4}}{_CHANGE}"
)


@rule("percentage-points", "百分比错误", Severity.ERROR, SOURCE)
def percentage_points(case: Case) -> Iterator[Hit]:
    """S5: from 88% to 92% is 4个百分点 more, or 4.5% more; 4% more is neither."""
    for passage, text in stretches(case):
        plain = re.sub(r"\s", "", text)
        match = _FROM_TO.search(plain) or _THAN.search(plain)
        wrong = _wrong(match) if match else None
        if match and wrong:
            what, remedy, severity = wrong
            yield Hit(what, (text,), passage.section, remedy, passage.page, severity)


def _wrong(match: re.Match[str]) -> tuple[str, str, Severity | None] | None:
    """What is wrong with a change of a percentage, what to write, and how sure it is; ``None`` where it may be right."""
    change, points = Decimal(match["change"]), match["unit"] == "个百分点"
    said = f"{match['verb']}{match['change']}{match['unit']}"
    if match["before"] is None:
        light = re.match("增长|增加|增|减少", match["verb"])
        if points or light:
            return None
        return f"“{said}”：百分率的增减应以百分点计", f"{match['verb']}{change}个百分点", Severity.WARNING
    now, before = Decimal(match["now"]), Decimal(match["before"])
    difference = abs(now - before)
    right = f"{match['verb']}{difference}个百分点"
    if change == difference:
        return None if points else (f"“{said}”：{before}%与{now}%相差{difference}个百分点", right, None)
    relative = difference / before * 100 if before else Decimal(0)
    step = Decimal(1).scaleb(-len(match["change"].partition(".")[2]))
    if not points and abs(relative - change) < step:
        return None
    return f"“{said}”：{before}%与{now}%相差{difference}个百分点，增幅{relative:.1f}%", right, None


_POINTS_OF = re.compile(
    rf"(?P<count>\d+(?:\.\d+)?)(?P<measure>[余多]?[条件次篇个人份期场])[，,（(]?(?:同比|较|比|与)[^，。；\d%％]{{0,8}}(?:20\d\d年)?[^，。；\d%％]{{0,8}}(?:{_UP}|{_DOWN})了?\d+(?:\.\d+)?个百分点"
)


@rule("points-of-counts", "百分比错误", Severity.WARNING, SOURCE)
def points_of_counts(case: Case) -> Iterator[Hit]:
    """A count grows by per cent: 公开120条，同比增长15个百分点 is 15%."""
    for passage, text in stretches(case):
        plain = re.sub(r"\s", "", text)
        if match := _POINTS_OF.search(plain):
            yield Hit(
                f"“{match[0]}”：件数的增减以百分率（%）计，百分点用于两个百分率之差",
                (text,),
                passage.section,
                "改为“%”",
                passage.page,
            )
