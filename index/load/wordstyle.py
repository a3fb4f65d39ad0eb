"""How a Word paragraph is set: its own properties, then those of its style and the styles that it is based on."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from index.load.wordxml import Element, is_on, qn, seen_runs, seen_text, value

_HEADING = re.compile(r"^(?:heading|标题)\s*([1-9])$", re.IGNORECASE)
_CONTENTS = re.compile(r"^(?:toc\b|目录)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Look:
    """How a paragraph looks; fields as in ``Block``.

    ``indent`` is in columns; ``num_id`` and ``level`` are its automatic numbering (``""`` for none, level -1 where
    the list names it for the paragraph's ``style``); ``contents`` marks a line of a table of contents.
    """

    heading: int = 0
    bold: bool = False
    centered: bool = False
    size: float = 0.0
    indent: int = 0
    num_id: str = ""
    level: int = 0
    style: str = ""
    contents: bool = False


class Styles:
    """The styles of one document."""

    def __init__(self, root: Element) -> None:
        """``root`` is the styles part's element."""
        found = root.findall(qn("w:style"))
        self._styles = {style.get(qn("w:styleId")): style for style in found}
        default = (
            style for style in found if style.get(qn("w:default")) and style.get(qn("w:type")) == "paragraph"
        )
        self._default = next(default, None)

    def look(self, paragraph: Element) -> Look:
        """How a paragraph looks to the reader."""
        sources = [source for source in (paragraph, *self._chain(paragraph)) if source is not None]
        properties = [found for source in sources if (found := source.find(qn("w:pPr"))) is not None]
        names = [value(style, "w:name") for style in sources[1:]]
        num_id, level = _numbering(properties)
        return Look(
            heading=_heading(names, properties),
            bold=self._is_bold(paragraph, sources[1:]),
            centered=_first(properties, "w:jc") == "center",
            size=self._size(paragraph, sources[1:]),
            indent=4 if _is_indented(properties) else 0,
            num_id=num_id,
            level=level,
            style=sources[1].get(qn("w:styleId")) if len(sources) > 1 else "",
            contents=any(map(_CONTENTS.match, names)),
        )

    def _chain(self, paragraph: Element) -> Iterator[Element]:
        """The paragraph's style, the one it is based on, and so on."""
        properties = paragraph.find(qn("w:pPr"))
        style_id = "" if properties is None else value(properties, "w:pStyle")
        style = self._styles.get(style_id, self._default)
        seen: set[str] = set()
        while style is not None and style.get(qn("w:styleId")) not in seen:
            seen.add(style.get(qn("w:styleId")))
            yield style
            style = self._styles.get(value(style, "w:basedOn"))

    def _is_bold(self, paragraph: Element, styles: list[Element]) -> bool:
        inherited = next((on for on in _settings(styles, "w:b")), False)
        runs = [run for run in seen_runs(paragraph) if seen_text(run).strip()]
        return bool(runs) and all(self._run_is_bold(run, inherited=inherited) for run in runs)

    def _run_is_bold(self, run: Element, *, inherited: bool) -> bool:
        properties = run.find(qn("w:rPr"))
        own = None if properties is None else is_on(properties, "w:b")
        if own is not None or properties is None:
            return inherited if own is None else own
        character = self._styles.get(value(properties, "w:rStyle"))
        return next(iter(_settings([character], "w:b")), inherited)

    def _size(self, paragraph: Element, styles: list[Element]) -> float:
        """The type size of most of the paragraph's characters."""
        inherited = next((size for style in styles if (size := _half_points(style))), 0)
        sizes: Counter[int] = Counter()
        for run in seen_runs(paragraph):
            sizes[_half_points(run) or inherited] += len(seen_text(run).strip())
        return sizes.most_common(1)[0][0] / 2 if sizes else inherited / 2


def _heading(names: list[str], properties: list[Element]) -> int:
    """1 to 6 by style name or outline level, 0 where the paragraph claims to be none."""
    named = next((int(match[1]) for name in names if (match := _HEADING.match(name))), 0)
    outline = _first(properties, "w:outlineLvl")
    level = int(outline) + 1 if outline.isdigit() and int(outline) < 9 else 0
    return min(level or (0 if outline == "9" else named), 6)


def _numbering(properties: list[Element]) -> tuple[str, int]:
    found = next((item for source in properties if (item := source.find(qn("w:numPr"))) is not None), None)
    if found is None:
        return "", -1
    num_ids = [
        value(item, "w:numId") for source in properties if (item := source.find(qn("w:numPr"))) is not None
    ]
    num_id = next(filter(None, num_ids), "")
    level = value(found, "w:ilvl")
    return ("" if num_id == "0" else num_id), int(level) if level.isdigit() else -1


def _first(properties: list[Element], name: str) -> str:
    return next((found for source in properties if (found := value(source, name))), "")


def _is_indented(properties: list[Element]) -> bool:
    indents = (source.find(qn("w:ind")) for source in properties)
    found = next((indent for indent in indents if indent is not None), None)
    return found is not None and any(
        (found.get(qn(name)) or "0").lstrip("-") not in {"0", ""}
        for name in ("w:firstLine", "w:firstLineChars")
    )


def _settings(styles: list[Element | None], name: str) -> Iterator[bool]:
    for style in styles:
        properties = None if style is None else style.find(qn("w:rPr"))
        on = None if properties is None else is_on(properties, name)
        if on is not None:
            yield on


def _half_points(element: Element) -> int:
    properties = element.find(qn("w:rPr"))
    size = "" if properties is None else value(properties, "w:sz")
    return int(float(size)) if size.replace(".", "", 1).isdigit() else 0
