"""Makes the sample reports from their sources: ``python -m index.samples.make`` (needs the extra ``test``).

Making them again gives the same bytes with the same versions of the libraries: nothing depends on the time.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from index.samples import folder
from index.samples.as_html import html
from index.samples.as_pdf import pdf
from index.samples.as_text import markdown, text
from index.samples.as_word import word
from index.samples.source import Source, read_all

WRITERS: dict[str, Callable[[Source], bytes]] = {
    "txt": text,
    "md": markdown,
    "html": html,
    "docx": word,
    "pdf": pdf,
}


def make(target: Path) -> list[Path]:
    """Writes every sample into ``target`` and gives the files that it wrote."""
    target.mkdir(parents=True, exist_ok=True)
    files = []
    for source in read_all():
        file = target / source.file
        file.write_bytes(WRITERS[file.suffix[1:]](source))
        files.append(file)
    return files


if __name__ == "__main__":
    for made in make(Path(sys.argv[1]) if len(sys.argv) > 1 else folder()):
        sys.stderr.write(f"{made}\n")
