"""Money that was received, and money that was waived, only asked for, or spent by the body itself.

Notices of charge (收费通知) may lapse unpaid (国办函〔2020〕109号, article 6), so neither they nor their sums are receipts. Reports
before 2019 list charges by kind (检索费, 复制费, 邮寄费) and, in some provinces, the costs of litigation beside them.
"""

from __future__ import annotations

import re

FEES = frozenset({"processing_fees", "processing_fee_cases", "request_fees"})
"""The indicators of money received from applicants."""

_FLOW = re.compile(
    r"(?P<out>减免|免收|免除|豁免|免予|退还|退回|应[收缴]取?|拟收取|(?:发出|出具|下达|送达|开具|制发|寄出|发放)[^,。;]{0,16}?通知)"
    r"|实际|实收|收取|已收|入库|缴纳|缴费|收费(?!通知|标准|及减免|和减免|减免)"
)
_COST = re.compile(
    r"诉讼|复议|律师|代理|维护|运维|建设|印刷|宣传|培训|租赁|购置|采购|审计|评估|设备|办公|支付|支出|投入|经费|委托|聘请"
)
_OFFICE = re.compile(r"[\u4e00-\u9fff]{2,12}?[局厅会]")
_CHARGE = re.compile(r"收取|收费(?!通知)")
_KIND = re.compile(r"(?:检索|复制|复印|邮寄|邮递|寄送|快递|打印|拷贝)费")


def not_received(before: str, near: str, heading: str) -> bool:
    """Whether money or a count of charges after these words was waived, only asked for, or is a cost of the body.

    ``before`` is the sentence up to the number, ``near`` its clause, ``heading`` the section's heading.
    """
    flow = list(_FLOW.finditer(before))
    if flow and flow[-1]["out"]:
        return True
    if _CHARGE.search(before):
        return False
    return bool(_COST.search(_OFFICE.sub("", near)) or ("诉讼" in heading and not _CHARGE.search(heading)))


def is_one_of_several(text: str, start: int, end: int) -> bool:
    """Whether a kind of fee has others beside it in its sentence, or is part of a total given before."""
    return bool(_KIND.search(text[:start]) or _KIND.search(text, end)) or "其中" in text[:start]
