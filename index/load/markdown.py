"""Markdown marks: read as hints, then taken out of the text.

A report's Markdown comes from a converter, so it is not parsed as CommonMark: ``**`` stuck to a heading, four
spaces that are no code, ``1.`` that must stay ``1.`` are the rule.
"""

from __future__ import annotations

import html
import re
from dataclasses import replace

from index.load.lines import Line
from index.load.paragraphs import begins_item, is_final

_HEADING = re.compile(r"^(#{1,6})(?:\s+|(?=[^\s#\d]))(.*?)\s*#*$")
_FRONT = re.compile(r"\A\s*---[ \t]*\r?\n((?:[\w-]+[ \t]*:.*\r?\n|[ \t-].*\r?\n)+?)---[ \t]*\r?\n")
_RULE = re.compile(r"^(?:[-*_]\s*){3,}$")
_UNDERLINE = re.compile(r"^(=+|-+)$")
_FENCE = re.compile(r"^(?:```|~~~)\w*$")
_BULLET = re.compile(r"^(?:[-*+]\s+(?!\d+\s*[-—]$))(?=\S)")
_QUOTE = re.compile(r"^(?:>\s?)+")
_IMAGE = re.compile(r"!\[[^\]]*\]\([^)]*\)(?:\{[^}]*\})?")
_LINK = re.compile(r"\[([^\]]*)\]\((?:[^()]|\([^)]*\))*\)(?:\{[^}]*\})?")
_AUTOLINK = re.compile(r"<((?:https?://|mailto:)[^>\s]+|[\w.+-]+@[\w.-]+)>")
_TAG = re.compile(r"</?[A-Za-z][^<>]*>|<!--.*?-->")
_BOLD = re.compile(r"(\*\*\*|\*\*)(?=\S)(.+?)(?<=\S)\1|(?<![\w_])__(?=[^\s_])(.+?)(?<=[^\s_])__(?![\w_])")
_GLUED = re.compile(r"^((?:#{1,6}\s+)?\*\*([^*]{6,40})\*\*)\s*([^\s*，。、：；,:;].*)$")
_ITALIC = re.compile(r"(?<![A-Za-z0-9*])\*(?=[^\s*])([^*\n]+?)(?<=[^\s*])\*(?![A-Za-z0-9*])")
_STRAY_BOLD = re.compile(r"\*{2,}")
_CODE = re.compile(r"`+([^`]+)`+")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_WHOLE_BOLD = re.compile(r"^(\*\*\*|\*\*|__)(?!\1).+\1$")
_LONGEST_HEADING = 60
"""A longer line marked as a heading is a paragraph that a converter took for one, and may go on."""
_LONGEST_MARKED = 20_000
"""No paragraph is longer; the patterns below would take long over what is."""
_LOOKS = re.compile(r"^(?:#{1,6}\s+\S|\s*\|?\s*:?-{3,}:?\s*\|)|^\*\*[^*\n]+\*\*\s*$", re.MULTILINE)
_ENTITY = re.compile(
    r"&(?:nbsp|emsp|ensp|lt|gt|amp|quot|ldquo|rdquo|middot|mdash|hellip|#\d+|#x[0-9a-fA-F]+);"
)


def looks_like_markdown(text: str) -> bool:
    """Whether a text without the suffix carries Markdown marks all the same."""
    return bool(_LOOKS.search(text))


def without_front_matter(text: str) -> str:
    """A text whose YAML head, if it has one, is reduced to the title in it."""
    head = _FRONT.match(text)
    if head is None:
        return text
    title = re.search(r"^title\s*:\s*[\"']?(.+?)[\"']?\s*$", head[1], re.MULTILINE)
    return (f"# {title[1]}\n\n" if title else "") + text[head.end() :]


def plain_text(text: str) -> str:
    """One line's text without marks; what the reader sees stays as it is."""
    if len(text) > _LONGEST_MARKED:
        return text.replace("**", "")
    text = _TAG.sub("", _AUTOLINK.sub(r"\1", _LINK.sub(r"\1", _IMAGE.sub("", text))))
    text = _BOLD.sub(lambda match: match[2] or match[3], text)
    text = _STRAY_BOLD.sub("", _ITALIC.sub(r"\1", _CODE.sub(r"\1", text)))
    text = _ENTITY.sub(lambda match: html.unescape(match[0]), text)
    return _ESCAPE.sub(r"\1", text).strip().removesuffix("\\").rstrip()


def read_marks(lines: list[Line]) -> list[Line]:
    """The lines without Markdown marks, which become ``heading``, ``bold`` and ``whole``."""
    read: list[Line] = []
    gap = 0
    for line in lines:
        if read and _is_underline(line, read[-1]):
            read[-1] = replace(read[-1], heading=1 if line.text[0] == "=" else 2, whole=True)
            continue
        if _RULE.match(line.text) or _FENCE.match(line.text):
            gap += line.gap + 1
            continue
        marked = [_marked(piece) for piece in _unglued(replace(line, gap=line.gap + gap))]
        kept = [piece for piece in marked if piece.text]
        gap = 0 if kept else gap
        read += kept
    return read


def _unglued(line: Line) -> list[Line]:
    """A bold heading that runs into its paragraph without a full stop, as the two lines that they were."""
    glued = _GLUED.match(line.text)
    if (
        glued is None
        or not begins_item(glued[2])
        or is_final(glued[2])
        or not re.search(r"[，。,]", glued[3])
    ):
        return [line]
    return [replace(line, text=glued[1]), replace(line, text=glued[3], gap=0)]


def _is_underline(line: Line, before: Line) -> bool:
    """A line of ``===`` or ``---`` right under a short line makes that a heading (Setext)."""
    under = line.gap == 0 and len(line.text) >= 3 and _UNDERLINE.match(line.text)
    return bool(under) and not before.heading and len(before.text) <= 50 and "|" not in before.text


def _marked(line: Line) -> Line:
    text = _QUOTE.sub("", line.text)
    heading = _HEADING.match(text)
    if heading:
        body = plain_text(heading[2])
        bold = bool(_WHOLE_BOLD.match(heading[2]))
        return replace(
            line, text=body, heading=len(heading[1]), bold=bold, whole=len(body) <= _LONGEST_HEADING
        )
    item = _BULLET.match(text)
    text = _BULLET.sub("", text)
    bold = bool(_WHOLE_BOLD.match(text.strip()))
    return replace(
        line, text=plain_text(text), bold=bold, whole=line.whole or bold, gap=max(line.gap, bool(item))
    )
