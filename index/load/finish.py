"""What every reader does last: number the blocks and name the document."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import replace

from index.schema import Block, Document


def document(
    data: bytes, name: str, kind: str, blocks: Iterable[Block], notices: Sequence[str] = ()
) -> Document:
    """A document without pages, its blocks in order; ``data`` are the file's bytes."""
    return Document(
        name=name,
        format=kind,
        digest=hashlib.sha256(data).hexdigest(),
        blocks=tuple(replace(block, order=order) for order, block in enumerate(blocks)),
        notices=tuple(notices),
    )
