"""Text recognition for pages that are pictures, through ``rapidocr`` where it is installed (extra ``ocr``)."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from PIL.Image import Image

RESOLUTION = 200
"""Pixels per inch at which a page is rendered for recognition."""
_CERTAIN = 0.5
"""Lines that the recogniser itself holds for less likely than this are stains and seals."""


class Recognised(NamedTuple):
    """A line of text in a picture, its box in pixels from the top left."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float


Recogniser = Callable[["Image"], "list[Recognised]"]


def available() -> bool:
    """Whether the extra ``ocr`` is installed."""
    return find_spec("rapidocr") is not None and find_spec("onnxruntime") is not None


@cache
def _engine() -> Any:  # noqa: ANN401 - rapidocr has no types
    from rapidocr import RapidOCR  # noqa: PLC0415 - heavy, and an extra

    return RapidOCR(params={"Global.log_level": "error"})


def recognise(image: Image) -> list[Recognised]:
    """The lines of text in a picture, from the top; what is too uncertain is left out."""
    import numpy as np  # noqa: PLC0415 - only with the extra

    result = _engine()(np.asarray(image.convert("RGB")))
    if result.txts is None:
        return []
    lines = [
        Recognised(text, *_bounds(box))
        for text, box, score in zip(result.txts, result.boxes, result.scores, strict=True)
        if float(score) >= _CERTAIN and text.strip()
    ]
    return sorted(lines, key=lambda line: (line.top, line.x0))


def _bounds(box: Any) -> tuple[float, float, float, float]:  # noqa: ANN401 - an array of four corners
    xs, ys = [float(x) for x, _ in box], [float(y) for _, y in box]
    return min(xs), min(ys), max(xs), max(ys)
