"""Web pages, as saved from government sites with all that stands around the report."""

from __future__ import annotations

import email
import email.policy
import re
from email.message import EmailMessage

from bs4 import BeautifulSoup

from index.errors import DocumentError
from index.load.clutter import without_clutter
from index.load.encoding import decode
from index.load.finish import document
from index.load.flatgrid import flat_grids
from index.load.htmlcontent import main_content, page_title, published_line, remove_unseen
from index.load.htmlwalk import items_of
from index.load.layout import as_blocks
from index.load.plain import text_blocks
from index.schema import Document

_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]+)""", re.IGNORECASE)
_HAS_TAGS = re.compile(r"<[A-Za-z!/][^>]*>")


def read_html(data: bytes, name: str) -> Document:
    """A web page: its main content only. Raises ``DocumentError`` where its encoding cannot be told."""
    return _read(data, data, name, "")


def read_mhtml(data: bytes, name: str) -> Document:
    """A page saved as one file (.mht, or .doc as some sites serve it). Raises ``DocumentError``."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    pages = [part for part in message.walk() if part.get_content_type() == "text/html"]
    if not pages or not isinstance(pages[0], EmailMessage):
        raise DocumentError("网页归档里没有正文", name, "请用浏览器打开并另存为 html 后再试")
    content = pages[0].get_payload(decode=True)
    page = content if isinstance(content, bytes) else str(content).encode()
    return _read(page, data, name, str(pages[0].get_content_charset() or ""))


def _read(page: bytes, data: bytes, name: str, charset: str) -> Document:
    """``page`` is the HTML, ``data`` the file that it came in."""
    declared = _CHARSET.search(page[:8192])
    decoded = decode(page, name, charset or (declared[1].decode("ascii") if declared else ""))
    if not _HAS_TAGS.search(decoded.text):
        return document(data, name, "html", text_blocks(decoded.text, marked=False), decoded.notices)
    soup = BeautifulSoup(decoded.text.replace("\x00", ""), "lxml")
    remove_unseen(soup)
    content = main_content(soup)
    items = without_clutter(items_of(content), page_title(soup, content), published_line(content))
    return document(data, name, "html", as_blocks(items, flat_grids), decoded.notices)
