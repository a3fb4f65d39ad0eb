"""The grammar of numbers in Chinese official text: digits, numerals, measure words and what looks like a number.

``PATTERN`` has one named group for each kind of number (``Kind`` in numerals.py) and ``n`` and ``h`` for counts in
digits and in Chinese numerals, with ``nbefore`` 近, ``nmore`` 余, ``nscale`` 万, ``nunit`` 件, ``nafter`` 以上 around them.
"""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise

MEASURES = (
    *("个工作日", "个百分点", "平方米", "工作日", "个月", "小时", "分钟", "课时", "学时", "公里"),
    *("人次", "人份", "件次", "条次", "个次", "份次", "期次", "场次", "万元", "亿元", "千元", "美元"),
    *("方面", "部分", "部门", "季度"),
    *"件条次个人篇期份场起元项家名位处所部类批幅张册本户套种宗例桩轮届块台页则段支笔",
    *"字天日年月周秒倍门只座间亩吨集封通版面栏点遍回度%‰",
)
"""The measure words before which a Chinese numeral is a number."""

DURATIONS = frozenset(("个工作日", "工作日", "个月", "小时", "分钟", *"天日年月周秒"))
RATIOS = frozenset(("个百分点", *"%‰倍"))
HAN = {
    char: value
    for value, chars in enumerate(
        ["零〇○", "一壹", "二两贰", "三叁", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖"]
    )
    for char in chars
}
TENS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
MYRIADS = {"万": 10**4, "亿": 10**8}
_FULL_WIDTH = {
    **{ord("０") + i: str(i) for i in range(10)},
    **dict(zip(map(ord, "％．（）［］－　\xa0\t"), "%.()[]-   ", strict=True)),
}

_H = f"[{''.join(HAN)}{''.join(TENS)}]"
_DIGITS = r"\d{1,3}(?:[,，]\d{3})+(?![\d])(?:\.\d+)?|\d+(?: \d+)*(?:\.\d+)?"
_UNIT = "|".join(sorted(map(re.escape, MEASURES), key=len, reverse=True))
_BEFORE = (
    r"(?:(?<![最附临靠])近|(?<![预节合契公])约(?:为|有)?|将近|接近|大约|超过?|逾(?!期)|突破|不(?:低于|少于|足|到|超过|多于)"
    r"|至少|最多|(?<![以之])上(?=[十百千万]))\s*"
)
_AFTER = r"\s*(?:余|左右|上下|以上|以下|以内|之内)"
_TAIL = rf"(?P<{{0}}unit>{_UNIT})?(?P<{{0}}after>{_AFTER})?"


def _quantity(name: str, figure: str, tail: str) -> str:
    return (
        rf"(?P<{name}before>{_BEFORE})?(?P<{name}>{figure})\s*(?P<{name}more>[余多来几](?![年月日]\d))?\s*"
        rf"(?P<{name}scale>[十百千]?[万亿]|[百千])?\s*(?P<{name}more2>[余多])?\s*{tail.format(name)}"
    )


_NUMERAL = "[一二三四五六七八九十]"
_SPECIAL = {
    "name": (
        rf"第?(?:{_NUMERAL}+|\d+)届[\u4e00-\u9fff]{{0,10}}?第?(?:{_NUMERAL}+|\d+)次(?=会议|全会|全体|代表)|"
        r"https?://[\w./?=&%:#-]+|www\.[\w./?=&-]+|[\w.+-]+@[\w.-]+|[A-Za-z]+-?\d[\w.-]*|\d+[A-Za-z]\w*"
    ),
    "document": r"[〔\[(【]\s*\d{4}\s*[〕\])】]\s*第?\s*\d+\s*号|第?\s*\d+\s*号(?!码?召)|\d+\s*令",
    "date": (
        r"(?:19|20)\d\d\s*[-/.]\s*\d{1,2}\s*[-/.]\s*\d{1,2}(?!\d)|\d{1,2}\s*月(?:\s*\d{1,2}\s*日?|份|底)?"
        rf"|\d{{1,2}}\s*日(?!内|起内)|{_NUMERAL}{{1,2}}月(?:{_NUMERAL}{{1,3}}日|份|底)"
    ),
    "year": (
        r"(?:19|20)\d\d(?=\s*(?:年|[-—~至到]\s*(?:19|20)\d\d\s*年))|(?:19|20)\d \d(?=\s*年)|2 0 \d \d(?=\s*年)"
        r"|[一二][九〇○零][一二三四五六七八九〇○零]{2}(?=年)|[〔【]\s*\d{4}\s*[〕】]"
    ),
    "phone": r"\(?0\d{2,3}\)?\s*[-—–]\s*\d{7,8}|(?<!\d)1[3-9]\d{9}(?!\d)|400-\d{3}-?\d{4}",
    "ordinal": (
        rf"第\s*[(]?\s*(?:\d+|{_H}+)\s*[)]?|(?:^|(?<=[\n。；;：:\s]))(?:[(]\s*(?:\d{{1,2}}|{_H}+)\s*[)]"
        rf"|\d{{1,2}}\s*[.、](?!\d)|{_H}+、|[①-⑳])|其[一二三四五](?=[是,，、])"
    ),
    "part": rf"(?P<partbefore>{_BEFORE})?(?P<below>\d+|{_H}+)分之(?P<above>[\d.]+|{_H}+)",
}
_HAN_FIGURE = rf"[数几]?{_H}+(?:点{_H}+)?|(?<=[近上过约])(?=万)|(?=万[余多])"
_TAIL_WITH_UNIT = rf"(?P<{{0}}unit>{_UNIT})(?P<{{0}}after>{_AFTER})?"

PATTERN = re.compile(
    "|".join(
        [
            *(f"(?P<{name}>{pattern})" for name, pattern in _SPECIAL.items()),
            _quantity("n", _DIGITS, _TAIL),
            _quantity("h", _HAN_FIGURE, _TAIL_WITH_UNIT),
        ]
    )
)


def parse_han(text: str) -> Decimal:
    """The value of a Chinese numeral, additive (二百三十) or digit by digit (二〇二三); 百 alone is 100."""
    if not set(text) & (TENS.keys() | MYRIADS.keys()):
        return Decimal("".join(str(HAN[char]) for char in text))
    total, section, digit = 0, 0, 0
    for char in text:
        if char in HAN:
            digit = HAN[char]
        elif char in TENS:
            section, digit = section + (digit or 1) * TENS[char], 0
        else:
            total, section, digit = (total + section + digit or 1) * MYRIADS[char], 0, 0
    return Decimal(total + section + digit)


def fold_digits(text: str) -> str:
    """Full-width digits, percent signs, brackets and blanks made half-width, every character in its place."""
    return text.translate(_FULL_WIDTH)


def decimal_han(text: str) -> Decimal:
    """As ``parse_han``, with a decimal part after 点 (三点五)."""
    whole, _, fraction = text.partition("点")
    digits = "".join(str(HAN.get(char, "")) for char in fraction)
    return parse_han(whole) + (Decimal(f"0.{digits}") if digits else 0)


def is_adjacent(figure: str) -> bool:
    """三四十, 五六: two digits side by side in a numeral that is not read digit by digit."""
    digits = [HAN.get(char) for char in figure]
    pairs = [(a, b) for a, b in pairwise(digits) if a and b]
    return len(figure) <= 3 and any(b - a == 1 for a, b in pairs)
