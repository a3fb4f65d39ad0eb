"""Sample reports as plain text and Markdown, also in the damaged forms in which conversions leave them."""

from __future__ import annotations

from index.samples.cells import Rows, expanded, repeated
from index.samples.source import PAGE_BREAK, TABLES, Line, Source
from index.samples.statutory import table

_HALF_WIDTH = str.maketrans("（）：，；", "():,;")


def text(source: Source) -> bytes:
    """A ``.txt``: UTF-8, or GB18030 with CRLF, or damaged (broken pages, headings that run into the text).

    In style ``spread`` bars part the cells and the words of a merged cell stand in each place that it covers, as some programs
    export tables.
    """
    if source.style == "damaged":
        return _damaged(source).encode()
    parts = [*source.title, *(_plain(line, source) for line in source.lines), *_signature(source)]
    joined = "\n\n".join(parts) + "\n"
    if source.style == "gb18030":
        return joined.replace("\n", "\r\n").encode("gb18030")
    return joined.encode("utf-8-sig")


def _plain(line: Line, source: Source) -> str:
    if line.kind in TABLES:
        rows = table(line.kind, source.year, source.tables[line.kind])
        return _spread(rows) if source.style == "spread" else _tabbed(rows)
    return line.text.replace(PAGE_BREAK, "")


def _tabbed(rows: Rows) -> str:
    """One line a row, cells parted by tabs, merged cells collapsed."""
    return "\n".join("\t".join(cell.text for cell in row) for row in rows)


def _spread(rows: Rows) -> str:
    """One line a row, cells parted by bars, merged cells repeated."""
    return "\n".join(" | ".join(row) for row in repeated(rows))


def _signature(source: Source) -> list[str]:
    return [part for part in (source.signature, source.dateline) if part]


def _damaged(source: Source) -> str:
    """Pages cut sentences, the third chapter's heading lost its line break, marks gained spaces."""
    pieces = ["", *source.title]
    page = chapter = 0
    for line in source.lines:
        content = _plain(line, source) if line.kind in TABLES else line.text
        if PAGE_BREAK in content:
            page += 1
            content = content.replace(PAGE_BREAK, f"\n\n— {page} —\n\n")
        if line.kind == "heading":
            chapter += 1
            content = content.replace("、", " 、", 1) if chapter == 2 else content
        if chapter == 3 and pieces[-1].startswith("三、"):
            pieces[-1] += f" {content}"
            continue
        pieces.append(content)
    pieces += [
        source.signature,
        source.dateline.replace("年", " 年 ").replace("月", " 月 ").replace("日", " 日"),
    ]
    return "\n\n".join(pieces) + f"\n\n— {page + 1} —\n"


def markdown(source: Source) -> bytes:
    """A ``.md`` in UTF-8 with pipe tables; ``halfwidth`` style has half-width marks and levels that jump."""
    half = source.style == "halfwidth"
    marks = {"heading": "### " if half else "## ", "subheading": "**" if half else "### "}
    pieces = [f"# {''.join(source.title)}"]
    for line in source.lines:
        if line.kind in TABLES:
            piped = _piped(table(line.kind, source.year, source.tables[line.kind]))
            pieces.append(piped.translate(_HALF_WIDTH) if half else piped)
        else:
            mark = marks.get(line.kind, "")
            pieces.append(f"{mark}{line.text.replace(PAGE_BREAK, '')}{'**' if mark == '**' else ''}")
    return ("\n\n".join([*pieces, *_signature(source)]) + "\n").encode()


def _piped(rows: Rows) -> str:
    grid = expanded(rows)
    lines = [f"| {' | '.join(row)} |" for row in grid]
    return "\n".join([lines[0], "|" + "---|" * len(grid[0]), *lines[1:]])
