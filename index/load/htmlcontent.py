"""Which part of a web page is the report: where its running text and figures are, not where its links are."""

from __future__ import annotations

import re
from collections import defaultdict

from bs4 import BeautifulSoup, Comment, Tag
from bs4.element import PreformattedString

from index.load.clutter import is_clutter, is_published_line

_UNSEEN = (
    *(
        "script",
        "style",
        "noscript",
        "template",
        "iframe",
        "object",
        "embed",
        "svg",
        "canvas",
        "audio",
        "video",
    ),
    *("select", "option", "button", "input", "textarea", "nav", "aside", "footer"),
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_KNOWN = frozenset(
    (
        *("zoom", "ucap-content", "ucapcontent", "founder-content", "content", "article", "view", "wzcon"),
        *(
            "trs_editor",
            "trs_ueditor",
            "trs_editor_view",
            "article-content",
            "article_content",
            "content-detail",
        ),
        *("news_content", "pages_content", "xxgk_content", "zwgk_content", "bt-content", "j-fontcontent"),
        *("detail-content", "article-detail", "newscontent", "articlecontent"),
    )
)
"""What content management systems of governments call the article: an id, a class or an element, in lower case."""
_SENTENCE = re.compile(r"[。，；：、,;]")
_NUMBER = re.compile(r"^[\d,，.．%％\-—/／万余\s]+$")
_LEAVES = frozenset(
    (
        *("p", "li", "ul", "ol", "dl", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "thead"),
        *("a", "b", "strong", "font", "span", "em", "u"),
    )
)
_LEFT_OUT = 30.0
"""Characters of running text that may stay outside: losing a sentence is worse than keeping a footer."""
_LEFT_OUT_KNOWN = 200.0
"""The same for a container that content management systems name as the article."""
_FIGURE = 40.0
"""What a figure in a table counts: losing one is worse than keeping a footer."""
_TITLE = re.compile(r"(?:年度报告|年报|工作报告|公开报告)")


def remove_unseen(soup: BeautifulSoup) -> None:
    """Take out what a reader does not see, and the parts that HTML itself calls navigation."""
    for comment in soup.find_all(string=lambda text: isinstance(text, (Comment, PreformattedString))):
        comment.extract()
    for tag in soup.find_all(_UNSEEN):
        if not tag.decomposed:
            tag.decompose()
    hidden = soup.find_all(
        lambda tag: tag.has_attr("hidden") or bool(_HIDDEN.search(str(tag.get("style", ""))))
    )
    for tag in hidden:
        if not tag.decomposed:
            tag.decompose()


def main_content(soup: BeautifulSoup) -> Tag:
    """The smallest part that holds nearly all running text and every table of figures."""
    weights = _Weights(soup)
    at: Tag = soup.body or soup
    total = weights.of(at)
    for known in filter(_is_known, soup.find_all()):
        if weights.of(known) >= max(0.5 * total, total - _LEFT_OUT_KNOWN, 1):
            at = known
            break
    while (child := _heir(at, weights)) is not None:
        at = child
    return at


def page_title(soup: BeautifulSoup, content: Tag) -> str:
    """The report's title where the page sets it outside the content: a heading before it, or the page's own title."""
    for tag in content.find_all_previous(["h1", "h2", "h3", "p", "div", "td", "span"]):
        text = _clean(tag.get_text())
        if (
            _TITLE.search(text)
            and 8 <= len(text) <= 60
            and not tag.find("a", href=True)
            and not _in_link(tag)
        ):
            return text
    meta = soup.find("meta", attrs={"name": re.compile("^ArticleTitle$", re.IGNORECASE)})
    names = [str(meta.get("content", ""))] if isinstance(meta, Tag) else []
    names += re.split(r"[-_|–—]", soup.title.get_text()) if soup.title else []
    return next((_clean(name) for name in names if _TITLE.search(name) and len(_clean(name)) >= 8), "")


def published_line(content: Tag) -> str:
    """The line before the content that says when the page was published, ``""`` where there is none."""
    for tag in content.find_all_previous(["div", "p", "td", "span", "li"]):
        text = _clean(tag.get_text(" "))
        if is_published_line(text):
            return text
    return ""


def _is_known(tag: Tag) -> bool:
    names = (tag.name, str(tag.get("id", "")), *(tag.get_attribute_list("class")))
    return any(str(name).lower() in _KNOWN for name in names)


def _heir(at: Tag, weights: _Weights) -> Tag | None:
    """The child that holds what its parent holds; ``None`` where the parent is the content itself."""
    total = weights.of(at)
    for child in at.find_all(recursive=False):
        if child.name not in _LEAVES and _holds_enough(weights.of(child), total):
            return None if child.name == "table" and not _frames(child, weights) else child
    return None


def _frames(table: Tag, weights: _Weights) -> bool:
    """Whether one cell of a table holds nearly everything, so that the table only lays out the page."""
    total = weights.of(table)
    bodies = (cell for cell in table.find_all(["td", "th"]) if _holds_enough(weights.of(cell), total))
    return any(len(cell.find_all(["p", "div", "br", "table"], limit=3)) == 3 for cell in bodies)


def _holds_enough(part: float, total: float) -> bool:
    return part >= max(0.5 * total, total - _LEFT_OUT, 1)


def _clean(text: str) -> str:
    return " ".join(text.split())


def _in_link(tag: Tag) -> bool:
    return tag.find_parent("a", href=True) is not None


class _Weights:
    """How much of the report each part of a page holds.

    Sentences count and figures in tables count; links and what sites write around an article do not.
    """

    def __init__(self, soup: BeautifulSoup) -> None:
        self._weights: dict[int, float] = defaultdict(float)
        linked, celled = {id(soup): False}, {id(soup): False}
        tags = [tag for tag in soup.descendants if isinstance(tag, Tag)]
        for tag in tags:
            above = id(tag.parent)
            linked[id(tag)] = linked[above] or (tag.name == "a" and tag.has_attr("href"))
            celled[id(tag)] = celled[above] or tag.name in {"td", "th"}
        for text in soup.find_all(string=True):
            above = id(text.parent)
            self._weights[above] += 0.0 if linked[above] else _weight(text.strip(), in_cell=celled[above])
        for tag in reversed(tags):
            self._weights[id(tag.parent)] += self._weights[id(tag)]

    def of(self, tag: Tag) -> float:
        """The weight of a part, in characters of running text."""
        return self._weights[id(tag)]


def _weight(text: str, *, in_cell: bool) -> float:
    if not text or is_clutter(text):
        return 0.0
    if in_cell and _NUMBER.match(text):
        return _FIGURE
    return float(len(text)) if _SENTENCE.search(text) and len(text) >= 12 else 0.0
