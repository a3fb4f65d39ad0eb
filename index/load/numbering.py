"""Word's automatic numbering: the 一、 and （一） that a reader sees but the paragraph's text does not hold."""

from __future__ import annotations

import re
from collections.abc import Callable

from index.load.wordxml import Element, qn, value

_DIGITS = "零一二三四五六七八九"
_LEGAL = str.maketrans("零一二三四五六七八九十百", "零壹贰叁肆伍陆柒捌玖拾佰")
_ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


def chinese(number: int) -> str:
    """1 to 999 as counted: 一, 十, 十一, 二十, 一百零五."""
    if number >= 100:
        rest = number % 100
        tail = f"零{_DIGITS[rest]}" if 0 < rest < 10 else _tens(rest, full=True)
        return f"{_DIGITS[number // 100 % 10]}百{tail}"
    return _tens(number, full=False)


def _tens(number: int, *, full: bool) -> str:
    tens, ones = divmod(number, 10)
    head = "" if not tens else "十" if tens == 1 and not full else f"{_DIGITS[tens]}十"
    return head + (_DIGITS[ones] if ones else "")


def _roman(number: int) -> str:
    text = ""
    for worth, sign in _ROMAN:
        count, number = divmod(number, worth)
        text += sign * count
    return text


def _letter(number: int) -> str:
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def _from(first: str, limit: int) -> Callable[[int], str]:
    """Numerals that stand in a row in Unicode (①②③); beyond the row, digits."""
    return lambda number: chr(ord(first) + number - 1) if 1 <= number <= limit else str(number)


_FORMATS: dict[str, Callable[[int], str]] = {
    **dict.fromkeys(
        (
            "chineseCounting",
            "chineseCountingThousand",
            "japaneseCounting",
            "taiwaneseCounting",
            "taiwaneseCountingThousand",
            "ideographDigital",
            "japaneseDigitalTenThousand",
            "taiwaneseDigital",
            "koreanDigital2",
        ),
        chinese,
    ),
    "chineseLegalSimplified": lambda number: chinese(number).translate(_LEGAL),
    "ideographLegalTraditional": lambda number: chinese(number).translate(_LEGAL),
    "ideographTraditional": lambda number: "甲乙丙丁戊己庚辛壬癸"[(number - 1) % 10],
    "ideographZodiac": lambda number: "子丑寅卯辰巳午未申酉戌亥"[(number - 1) % 12],
    "decimalEnclosedCircle": _from("①", 20),
    "decimalEnclosedCircleChinese": _from("①", 20),
    "ideographEnclosedCircle": _from("㊀", 10),
    "decimalEnclosedParen": _from("⑴", 20),
    "decimalEnclosedFullstop": _from("⒈", 20),
    "decimalFullWidth": lambda number: str(number).translate(
        str.maketrans("0123456789", "０１２３４５６７８９")
    ),
    "decimalZero": lambda number: f"{number:02d}",
    "lowerLetter": _letter,
    "upperLetter": lambda number: _letter(number).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "bullet": lambda _: "",
    "none": lambda _: "",
}


class Numbering:
    """The running numbers of one document; ``label`` must be asked for every paragraph, in order."""

    def __init__(self, root: Element) -> None:
        """``root`` is the numbering part's element, ``None`` where the document has none."""
        nums = [] if root is None else root.findall(qn("w:num"))
        abstracts = [] if root is None else root.findall(qn("w:abstractNum"))
        self._nums = {num.get(qn("w:numId")): num for num in nums}
        self._abstracts = {item.get(qn("w:abstractNumId")): item for item in abstracts}
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()

    def label(self, num_id: str, level: int, style: str = "") -> str:
        """The mark of the next paragraph of a list, e.g. ``（二）``; ``""`` for bullets and unknown lists.

        ``level`` counts from 0; -1 means the level that the list sets for paragraphs of ``style``.
        """
        num = self._nums.get(num_id)
        if num is None:
            return ""
        abstract = value(num, "w:abstractNumId")
        level = level if level >= 0 else self._level_of(abstract, style)
        definition = self._level(num, level)
        if definition is None:
            return ""
        counts = self._counts.setdefault(abstract, {})
        self._advance(num, level, counts)
        return self._text(num, definition, level, counts)

    def _advance(self, num: Element, level: int, counts: dict[int, int]) -> None:
        first = self._start(num, level)
        override = self._override(num, level)
        key = (num.get(qn("w:numId")), level)
        restarts = (
            override is not None
            and override.find(qn("w:startOverride")) is not None
            and key not in self._begun
        )
        self._begun.add(key)
        counts[level] = first if restarts or level not in counts else counts[level] + 1
        for deeper in [other for other in counts if other > level]:
            del counts[deeper]

    def _text(self, num: Element, definition: Element, level: int, counts: dict[int, int]) -> str:
        pattern = value(definition, "w:lvlText")
        if value(definition, "w:numFmt") == "bullet":
            return ""

        def numeral(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            owner = self._level(num, at)
            style = "decimal" if owner is None else value(owner, "w:numFmt")
            legal = at < level and definition.find(qn("w:isLgl")) is not None
            return _FORMATS.get("" if legal else style, str)(counts.get(at, self._start(num, at)))

        return re.sub(r"%(\d)", numeral, pattern)

    def _start(self, num: Element, level: int) -> int:
        override = self._override(num, level)
        begun = "" if override is None else value(override, "w:startOverride")
        definition = self._level(num, level)
        return int(begun or ("" if definition is None else value(definition, "w:start")) or 1)

    def _level_of(self, abstract: str, style: str) -> int:
        definition = self._abstracts.get(abstract)
        levels = [] if definition is None else definition.findall(qn("w:lvl"))
        return next((int(item.get(qn("w:ilvl"))) for item in levels if value(item, "w:pStyle") == style), 0)

    def _override(self, num: Element, level: int) -> Element:
        return next((item for item in num.findall(qn("w:lvlOverride")) if _is_level(item, level)), None)

    def _level(self, num: Element, level: int) -> Element:
        override = self._override(num, level)
        own = None if override is None else override.find(qn("w:lvl"))
        abstract = self._abstracts.get(value(num, "w:abstractNumId"))
        if own is not None or abstract is None:
            return own
        return next((item for item in abstract.findall(qn("w:lvl")) if _is_level(item, level)), None)


def _is_level(element: Element, level: int) -> bool:
    return bool(element.get(qn("w:ilvl")) == str(level))
