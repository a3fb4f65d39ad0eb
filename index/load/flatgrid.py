from collections.abc import Sequence
from index.load.lines import Line
from index.load.textgrid import Item


def flat_grids(lines: Sequence[Line]) -> list[Item]:
    return list(lines)
