"""The numbers under which the central documents on open government were issued."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.checks.case import Case
from assistant.checks.finding import Hit, Severity, rule

_NUMBERS = (
    (r"政府信息公开工作年度报告格式", ("国办公开办函〔2019〕60号", "国办公开办函〔2021〕30号")),
    (r"政府信息公开工作年度报告有关事项的通知", ("国办公开办函〔2019〕60号",)),
    (r"政府信息公开信息处理费管理办法", ("国办函〔2020〕109号",)),
    (r"加强和规范政府信息公开情况统计报送工作", ("国办发〔2014〕32号",)),
    (r"关于全面推进政务公开工作的意见(?!.*实施细则)", ("中办发〔2016〕8号",)),
    (r"关于全面推进政务公开工作的意见.{0,2}实施细则", ("国办发〔2016〕80号",)),
    (r"全面推进基层政务公开标准化规范化工作的指导意见", ("国办发〔2019〕54号",)),
    (r"推进政务新媒体健康有序发展的意见", ("国办发〔2018〕123号",)),
    (r"进一步加强政府信息公开回应社会关切", ("国办发〔2013〕100号",)),
    *(
        (rf"{year}年政(?:务公开|府信息公开)工作要点", (number,))
        for year, number in (
            (2014, "国办发〔2014〕12号"), (2015, "国办发〔2015〕22号"), (2016, "国办发〔2016〕19号"),
            (2017, "国办发〔2017〕24号"), (2018, "国办发〔2018〕23号"), (2019, "国办发〔2019〕14号"),
            (2020, "国办发〔2020〕17号"), (2021, "国办发〔2021〕12号"), (2022, "国办发〔2022〕8号"),
        )
    ),
)  # fmt: skip
"""What the title of a document holds, and the numbers that it may bear."""
_CITED = re.compile(
    r"《(?P<title>[^《》]*(?:〈[^〈〉]*〉[^《》]*)?)》(?:的通知)?[（(](?P<number>(?:国|中)办[\u4e00-\u9fff]{0,4}〔\d{4}〕\d{1,3}号)"
)


@rule("document-number", "旧法旧文号", Severity.ERROR, "国务院办公厅、中共中央办公厅印发时的文号")
def document_numbers(case: Case) -> Iterator[Hit]:
    """A central document on open government is cited by its own number; those of places bear other signs."""
    for sentence in case.sentences:
        text = re.sub(r"\s", "", sentence.text)
        text = re.sub(r"[\[【［(（](20\d\d)[)）\]】］](?=\d)", r"〔\1〕", text).replace("号)", "号）")
        for match in _CITED.finditer(text):
            right = _right_numbers(match["title"])
            if right and match["number"].replace("第", "") not in right:
                told = "或".join(right)
                yield Hit(
                    f"《{match['title']}》的文号“{match['number']}”有误，应为{told}",
                    (sentence.text,),
                    sentence.section,
                    told,
                    sentence.page,
                )


def _right_numbers(title: str) -> tuple[str, ...]:
    return next((numbers for words, numbers in _NUMBERS if re.search(words, title)), ())
