"""What government sites set around a report: paths, buttons, counters, footers. None of it is the report's."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from index.language.text import squeeze
from index.load.lines import Line
from index.load.textgrid import Item

_LONGEST = 160
"""Longer lines are text, whatever words they hold."""
_BUTTONS = re.compile(
    r"[【\[（(]?\s*(?:字体|字号|打印(?:本[页文]|页面|文章)?|关闭(?:窗口|本页)?|分享(?:到|至)?|收藏(?:本页)?|朗读|纠错|保存|复制链接|下载(?:本文|word|pdf)?"
    r"|返回(?:顶部|首页|列表)?|回到顶部|繁体|无障碍(?:阅读|浏览)?|微信|微博|新浪微博|QQ空间|扫一扫|手机(?:阅读|浏览|查看)|阅读原文|听全文|特大|[大中小](?=\s|】|\]|）|\)|$|[大中小]))\s*[】\]）)]?\s*[:：|｜/·]?",
    re.IGNORECASE,
)
_PATH = re.compile(
    r"^(?:您?(?:现在|当前)?的?(?:所在)?位置|当前位置|当前所在|首\s*页)\s*(?:是)?\s*[:：>＞»›/-]"
)
_SITE = re.compile(
    r"版权所有|ICP备|备案(?:号|编号|序号)|公网安备|网站标识码|技术支持|网站地图|^主办(?:单位)?\s*[:：]|^承办(?:单位)?\s*[:：]|^协办|运维单位|copyright|©|All Rights"
    r"|建议使用.{0,20}(?:浏览器|分辨率)|^您是第.{0,12}位|^(?:上|下)一(?:篇|条|页)|^相关(?:链接|文章|新闻|信息|阅读|文档|稿件|解读)\s*[:：]?$|^友情链接|扫一扫在手机|^联系我们$|^设为首页|^加入收藏|欢迎(?:您)?(?:访问|光临|来到).{0,24}(?:网|平台)",
    re.IGNORECASE,
)
_COUNTER = re.compile(
    r"(?:浏览|点击|访问|阅读)(?:次数|量|数|人次)?\s*[:：]\s*\[?\s*\d*\s*\]?\s*次?|(?:点击|浏览)\s*\d+\s*次"
)
_META = re.compile(
    r"^(?:[（(【\[]?\s*(?:(?:信息)?发布|成文|生成|更新|公开|录入|发文|发稿|印发|上传)?(?:日期|时间)\s*[:：]\s*\d{4}|\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?\s+(?=\S*来源|\S*作者|\S*浏览|\S*字|\S*发布)"
    r"|(?:信息|文章|稿件)?来源\s*[:：]|作者\s*[:：]|责任编辑|编辑\s*[:：]|发布(?:机构|单位|者)\s*[:：])"
)
_TITLE = re.compile(r"(?:年度报告|年报|工作报告|公开报告)(?:[（(].{1,12}[）)])?$")
_DATE = re.compile(r"\d{4}\s*[-/.年]\s*\d{1,2}")


def is_clutter(text: str) -> bool:
    """Whether a line is the site's and not the report's: a path, buttons, a footer, the line on publication."""
    return len(text) <= _LONGEST and bool(_META.search(text) or _is_furniture(text))


def is_published_line(text: str) -> bool:
    """Whether a line says when the page was published."""
    return len(text) <= _LONGEST and bool(_META.search(text) and _DATE.search(text))


def without_clutter(items: Iterable[Item], title: str, published: str) -> list[Item]:
    """The report's own lines and tables, its title first.

    ``title`` and ``published`` are what the page says outside its content, ``""`` for nothing; they are set
    before the content unless it says the same. The line on publication stays a line by itself, without buttons.
    """
    kept = [item for item in map(_cleaned, items) if item is not None]
    if published and not any(isinstance(item, Line) and is_published_line(item.text) for item in kept[:8]):
        line = _cleaned(Line(raw=published, text=published, whole=True))
        kept[:0] = [line] if line else []
    return _with_title(kept, title)


def _cleaned(item: Item) -> Item | None:
    if not isinstance(item, Line) or len(item.text) > _LONGEST:
        return item
    if _META.search(item.text):
        text = _tidy(_BUTTONS.sub(" ", _COUNTER.sub(" ", item.text)))
        return replace(item, text=text, whole=True, heading=0) if _DATE.search(text) else None
    return None if _is_furniture(item.text) else item


def _is_furniture(text: str) -> bool:
    if _PATH.search(text) or _SITE.search(text):
        return True
    return not _BUTTONS.sub("", _COUNTER.sub("", text)).strip(" |｜·:：/【】[]")


def _tidy(text: str) -> str:
    return " ".join(re.sub(r"[【\[（(]\s*[】\]）)]", " ", text).split()).rstrip("|｜ ")


def _with_title(items: list[Item], title: str) -> list[Item]:
    """The title once: repeated ones near the top are dropped, a missing one is set before."""
    head = [item for item in items[:8] if isinstance(item, Line)]
    wanted = squeeze(title)
    if not wanted:
        return items
    same = [item for item in head if squeeze(item.text) == wanted]
    if same:
        return [item for item in items if not any(item is twin for twin in same[1:])]
    if any(_TITLE.search(item.text) and len(item.text) <= 60 for item in head):
        return items
    return [Line(raw=title, text=title, heading=1, whole=True), *items]
