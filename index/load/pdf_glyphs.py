"""Characters that a PDF names by their shape: the same glyph under the code point that text uses.

Browsers write the Chinese characters that are also radicals (人 民 一 门 长) under the code points of the radicals,
and Latin ligatures as one character; a search for 人民政府 would find nothing.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_SUPPLEMENT = str.maketrans(
    "⺁⺂⺃⺄⺅⺆⺇⺈⺉⺊⺋⺌⺍⺎⺏⺐⺑⺒⺓⺔⺕⺖⺗⺘⺙⺛⺜⺝⺞⺟⺠⺡⺢⺣⺤⺥⺦⺧⺨⺩⺪⺫⺬⺭⺮⺯⺰⺱⺲⺳⺴⺵⺶⺷⺸⺹⺺⺻⺼⺽⺾⺿⻀⻁⻂⻃⻄⻅⻆⻇⻈⻉⻊⻋⻌⻍⻎⻏⻐⻑⻒⻓⻔⻕⻖⻗⻘⻙⻚⻛⻜⻝⻞⻟⻠⻡⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲⻳",
    "厂乛乚乙亻冂几刀刂卜㔾小小兀尣尢尢巳幺彑彐忄心扌攵旡日月歺母民氵氺灬爫爫丬牛犭王疋目示礻竹糹纟罓罒罓网网羊羊羊耂肀聿肉臼艹艹艹虎衤覀西见角角讠贝足车辶辶辶邑钅長镸长门阜阝雨青韦页风飞食食飠饣首马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟",
)
"""CJK Radicals Supplement, which NFKC leaves alone (Unicode: EquivalentUnifiedIdeograph.txt)."""


_DASHES = str.maketrans({"\u2e3a": "——", "\u2e3b": "———"})
"""One long dash for the two or three that were typed."""


@lru_cache(maxsize=65536)
def written(text: str) -> str:
    """The text with radicals, ligatures and compatibility ideographs as ordinary characters; all else as printed."""
    shown = "".join(unicodedata.normalize("NFKC", char) if _by_shape(char) else char for char in text)
    return shown.translate(_SUPPLEMENT).translate(_DASHES)


def _by_shape(char: str) -> bool:
    return "\u2f00" <= char <= "\u2fd5" or "\uf900" <= char <= "\ufb06"
