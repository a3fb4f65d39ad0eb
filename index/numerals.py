"""The numbers of Chinese official text: what they are worth, what they count, and which of them count nothing.

``numbers`` lists every number with its place. A Chinese numeral is a number only right before a measure word
(三件, 百余条) or a percent; 一是, 第一, 进一步, 三审三校 are words. Digits may carry stray spaces (3 986), thousands
separators and full width. Years, dates, telephone numbers, document numbers and ordinals are told apart by ``kind``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Kind(StrEnum):
    """What a number does; only the members of ``COUNTED`` say how many or how much."""

    COUNT = "count"  # 12件, 2.5万元, and bare digits without a unit
    PERCENT = "percent"  # 70.3%, 百分之五, 3个百分点, 三分之一, 2倍
    DURATION = "duration"  # 20个工作日, 3年
    YEAR = "year"  # 2023年, 二〇二三年, 〔2023〕
    DATE = "date"  # 1月26日, 2021-01-26, 12月
    ORDINAL = "ordinal"  # 第20条, 第三季度, 1.（二）③ at the head of an item
    DOCUMENT = "document"  # 〔2017〕16号, 711号
    PHONE = "phone"  # 0535-1234567, a postcode, any long run of digits without a unit
    NAME = "name"  # 12345热线, A4, “三公”, what stands in 《》


COUNTED = frozenset({Kind.COUNT, Kind.PERCENT, Kind.DURATION})
"""The kinds that an answer's figures can rest on."""


@dataclass(frozen=True, slots=True)
class Number:
    """One number as printed.

    ``value`` is exact, with 万 and 亿 multiplied in except before 元, where they stay in ``unit`` (2.5 and 万元);
    it is ``None`` where the text is vague (百余, 近3000, 21余, 数十, 3至5). ``floor`` is the printed figure in either case
    (百余 and 近百: 100), ``None`` where there is none to compute with (telephone numbers). ``unit`` is the
    measure word that follows, ``""`` for none. ``start`` and ``end`` enclose the modifiers and the unit.
    """

    start: int
    end: int
    printed: str
    kind: Kind
    value: Decimal | None
    floor: Decimal | None
    unit: str = ""

    @property
    def vague(self) -> bool:
        """The text gives a magnitude and not a figure."""
        return self.value is None and self.floor is not None


MEASURES = (
    "个工作日 个百分点 平方米 人次 人份 件次 条次 个次 份次 期次 场次 万元 亿元 千元 美元 小时 分钟 工作日 个月 方面 部分 部门 季度 公里 "
    "件 条 次 个 人 篇 期 份 场 起 元 项 家 名 位 处 所 部 类 批 幅 张 册 本 户 套 种 宗 例 桩 轮 届 块 台 页 则 段 支 笔 "
    "字 天 日 年 月 周 秒 倍 门 只 座 间 亩 吨 集 封 通 版 面 栏 点 课时 学时 遍 回 度 % ‰"
).split()

_DURATIONS = frozenset("个工作日 工作日 天 日 年 月 个月 周 小时 分钟 秒".split())
_RATIOS = frozenset("% ‰ 个百分点 倍".split())
_HAN = {
    char: value
    for value, chars in enumerate(
        ["零〇○", "一壹", "二两贰", "三叁", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖"]
    )
    for char in chars
}
_TENS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_MYRIADS = {"万": 10**4, "亿": 10**8}
_FULL_WIDTH = {
    **{ord("０") + i: str(i) for i in range(10)},
    **dict(zip(map(ord, "％．（）［］－　\xa0\t"), "%.()[]-   ", strict=True)),
}

_H = f"[{''.join(_HAN)}{''.join(_TENS)}]"
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


_PATTERN = re.compile(
    "|".join(
        (
            r"(?P<name>https?://[\w./?=&%:#-]+|www\.[\w./?=&-]+|[\w.+-]+@[\w.-]+|[A-Za-z]+-?\d[\w.-]*|\d+[A-Za-z]\w*)",
            r"(?P<document>[〔\[(【]\s*\d{4}\s*[〕\])】]\s*第?\s*\d+\s*号|第?\s*\d+\s*号(?!码?召)|\d+\s*令)",
            r"(?P<date>(?:19|20)\d\d\s*[-/.]\s*\d{1,2}\s*[-/.]\s*\d{1,2}(?!\d)|\d{1,2}\s*月(?:\s*\d{1,2}\s*日?|份|底)?"
            r"|\d{1,2}\s*日(?!内|起内)|[一二三四五六七八九十]{1,2}月(?:[一二三四五六七八九十]{1,3}日|份|底))",
            r"(?P<year>(?:19|20)\d\d(?=\s*(?:年|[-—~至到]\s*(?:19|20)\d\d\s*年))|(?:19|20)\d \d(?=\s*年)|2 0 \d \d(?=\s*年)"
            r"|[一二][九〇○零][一二三四五六七八九〇○零]{2}(?=年)|[〔【]\s*\d{4}\s*[〕】])",
            r"(?P<phone>\(?0\d{2,3}\)?\s*[-—–]\s*\d{7,8}|(?<!\d)1[3-9]\d{9}(?!\d)|400-\d{3}-?\d{4})",
            rf"(?P<ordinal>第\s*[(]?\s*(?:\d+|{_H}+)\s*[)]?|(?:^|(?<=[\n。；;：:\s]))(?:[(]\s*(?:\d{{1,2}}|{_H}+)\s*[)]"
            rf"|\d{{1,2}}\s*[.、](?!\d)|{_H}+、|[①-⑳])|其[一二三四五](?=[是,，、]))",
            rf"(?P<part>(?P<partbefore>{_BEFORE})?(?P<below>\d+|{_H}+)分之(?P<above>[\d.]+|{_H}+))",
            _quantity("n", _DIGITS, _TAIL),
            _quantity(
                "h",
                rf"[数几]?{_H}+(?:点{_H}+)?|(?<=[近上过约])(?=万)|(?=万[余多])",
                _TAIL.replace(")?(?P<{0}after", ")(?P<{0}after"),
            ),
        )
    )
)
_TITLE = re.compile(r"《[^《》\n]{1,120}》")
_WORD_BEFORE = frozenset("第统唯惟同某任逐专单划归每进之周期初")
_TOGETHER = re.compile(r"(?:诉讼|复议|案件?|发生|为|有|共计?|[生理到结])$")
_ONE_IDIOM = re.compile(r"性|龙|条街|事|样|分|心|把手|方面|并|线|面|点|度|年一|时|种|类|级|定")


def parse_han(text: str) -> Decimal:
    """The value of a Chinese numeral, additive (二百三十) or digit by digit (二〇二三); 百 alone is 100."""
    if not set(text) & (_TENS.keys() | _MYRIADS.keys()):
        return Decimal("".join(str(_HAN[char]) for char in text))
    total, section, digit = 0, 0, 0
    for char in text:
        if char in _HAN:
            digit = _HAN[char]
        elif char in _TENS:
            section, digit = section + (digit or 1) * _TENS[char], 0
        else:
            total, section, digit = (total + section + digit or 1) * _MYRIADS[char], 0, 0
    return Decimal(total + section + digit)


def fold_digits(text: str) -> str:
    """Full-width digits, percent signs, brackets and blanks made half-width, every character in its place."""
    return text.translate(_FULL_WIDTH)


def numbers(text: str) -> list[Number]:
    """Every number of a text, in order, with its kind; list numbers and years included."""
    folded = fold_digits(text)
    titles = [match.span() for match in _TITLE.finditer(folded)]
    found = []
    for number in _scan(folded, text):
        inside = any(start < number.start < end for start, end in titles)
        found.append(_named(number) if inside and number.kind in COUNTED else number)
    return _mark_ranges(found, folded)


def numbers_in(text: str, kinds: frozenset[Kind] = COUNTED) -> frozenset[Decimal]:
    """The figures of a text, for checking that one text's figures occur in another.

    Vague numbers count with their printed figure (5500余: 5500); money in 万元 and 亿元 counts both as printed and in 元, so
    that 2.5万元 is found as 25000元 too. Years, dates, ordinals, telephone and document numbers are left out.
    """
    values: set[Decimal] = set()
    for number in numbers(text):
        if number.kind in kinds and number.floor is not None:
            values.add(number.floor.normalize() + 0)
            values.add((number.floor * _money_scale(number.unit)).normalize() + 0)
    return frozenset(values)


def _money_scale(unit: str) -> int:
    return _MYRIADS.get(unit[0], 1) if unit in {"万元", "亿元"} else 1


def _named(number: Number) -> Number:
    return Number(number.start, number.end, number.printed, Kind.NAME, None, None, number.unit)


def _scan(folded: str, text: str) -> Iterator[Number]:
    position = 0
    while match := _PATTERN.search(folded, position):
        number = _read(match, text)
        if number is None:
            position = match.start() + 1
            continue
        yield number
        position = max(number.end, match.start() + 1)


def _read(match: re.Match[str], text: str) -> Number | None:
    if match["n"] is not None:
        return _read_digits(match, text)
    if match["h"] is not None:
        return _read_han(match, text)
    start, end = match.span()
    if match["part"] is not None:
        return _read_part(match, text)
    kind = next(kind for kind in Kind if kind.value in match.groupdict() and match[kind.value] is not None)
    value = _year_value(match[0]) if kind is Kind.YEAR else None
    return Number(start, end, text[start:end], kind, value, value)


def _year_value(printed: str) -> Decimal:
    digits = re.sub(r"[\s〔〕【】]", "", printed)
    return Decimal(digits) if digits.isdecimal() and digits.isascii() else parse_han(digits)


def _read_part(match: re.Match[str], text: str) -> Number:
    below, above = (
        Decimal(t) if re.fullmatch(r"[\d.]+", t) else parse_han(t) for t in (match["below"], match["above"])
    )
    percent = above if below == 100 else above / below
    value = None if match["partbefore"] else percent
    return Number(
        *match.span(), text[slice(*match.span())], Kind.PERCENT, value, percent, "%" if below == 100 else ""
    )


def _read_digits(match: re.Match[str], text: str) -> Number | None:
    digits = match["n"]
    groups = digits.split(" ")
    if len(groups) > 1 and not _one_number(groups, match):
        first = match.start("n")
        end = first + len(groups[0])
        return Number(first, end, text[first:end], Kind.COUNT, Decimal(groups[0]), Decimal(groups[0]))
    figure = Decimal(re.sub(r"[ ,，]", "", digits))
    unit = match["nunit"] or ""
    bare = not unit and not match["nscale"] and "." not in digits
    if bare and (
        len(digits) >= 7 or (len(digits) == 6 and "邮" in text[max(0, match.start() - 6) : match.start()])
    ):
        return Number(*match.span("n"), text[slice(*match.span("n"))], Kind.PHONE, None, None)
    if (
        bare
        and re.match(r"12\d{3}$|1\d{2}$", digits)
        and re.match(r"热线|平台|服务|政务|便民|市长", text[match.end() :])
    ):
        return Number(*match.span("n"), text[slice(*match.span("n"))], Kind.NAME, None, None)
    return _counted(match, "n", figure, text)


def _one_number(groups: list[str], match: re.Match[str]) -> bool:
    """Whether digits apart are one number: 3 986件, 2 0 件; rows of figures in a flattened table are not."""
    broken = len(groups) <= 3 and bool(match["nunit"] or match["nscale"])
    return broken and (all(len(g) == 3 for g in groups[1:]) or len("".join(groups)) <= 4)


def _read_han(match: re.Match[str], text: str) -> Number | None:
    figure, unit = match["h"], match["hunit"]
    before = text[match.start("h") - 1 : match.start("h")] if match.start("h") else ""
    if (before in _WORD_BEFORE and before) or (before in {"“", "‘"}):
        return None
    rest = text[match.end("hunit") :]
    if figure == "一" and (_ONE_IDIOM.match(rest) or _ONE_IDIOM.match(unit + rest[:1]) or rest[:1] == unit):
        return None
    if figure + unit == "一起" and not _TOGETHER.search(text[: match.start()].rstrip()):
        return None
    if (
        figure in {"数", "几", "十", "千"}
        and not (match["hmore"] or match["hbefore"] or unit)
        and match["hscale"] is None
    ):
        return None
    plain = figure.lstrip("数几")
    value = _decimal_han(plain) if plain else Decimal(1)
    return _counted(match, "h", value, text, vague=plain != figure or _adjacent(plain))


def _decimal_han(text: str) -> Decimal:
    whole, _, fraction = text.partition("点")
    digits = "".join(str(_HAN.get(char, "")) for char in fraction)
    return parse_han(whole) + (Decimal(f"0.{digits}") if digits else 0)


def _adjacent(figure: str) -> bool:
    """三四十, 五六: two digits side by side in a numeral that is not read digit by digit."""
    digits = [_HAN.get(char) for char in figure]
    pairs = [(a, b) for a, b in zip(digits, digits[1:], strict=False) if a and b]
    return len(figure) <= 3 and any(b - a == 1 for a, b in pairs)


def _counted(match: re.Match[str], name: str, figure: Decimal, text: str, *, vague: bool = False) -> Number:
    unit, scale = match[f"{name}unit"] or "", match[f"{name}scale"] or ""
    vague = vague or any(match[f"{name}{part}"] for part in ("before", "more", "more2", "after"))
    start, end = match.start(), match.end()
    if unit == "元" and scale in _MYRIADS:
        unit, scale = scale + unit, ""
    for char in scale:
        figure *= _TENS.get(char) or _MYRIADS[char]
    if scale:
        figure = figure.normalize() + 0
    kind = Kind.PERCENT if unit in _RATIOS else Kind.DURATION if unit in _DURATIONS else Kind.COUNT
    printed = text[start:end].strip()
    return Number(
        start, start + len(text[start:end].rstrip()), printed, kind, None if vague else figure, figure, unit
    )


def _mark_ranges(found: list[Number], folded: str) -> list[Number]:
    """Both ends of 3至5次 are vague and share the unit."""
    marked = list(found)
    for i, (low, high) in enumerate(zip(found, found[1:], strict=False)):
        if (
            low.kind is Kind.COUNT
            and high.kind in COUNTED
            and re.fullmatch(r"\s*[-—–~～至到]\s*", folded[low.end : high.start])
        ):
            marked[i] = Number(
                low.start, low.end, low.printed, high.kind, None, low.floor, low.unit or high.unit
            )
            marked[i + 1] = Number(high.start, high.end, high.printed, high.kind, None, high.floor, high.unit)
    return marked
