"""What every section of a draft is written from: body, year, figures, points, last year's report; and what it lacks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import ROUND_HALF_UP, Decimal

from assistant.drafting.figures import Cells, value_of
from assistant.drafting.forms import columns_of
from assistant.drafting.nouns import UNFILLED, Key, Origin, Sentence, Slot
from assistant.drafting.phrases import Phrases, phrases
from assistant.drafting.points import Filed
from assistant.drafting.previous import Previous
from assistant.drafting.spec import Spec, Style
from index.indicators import APPLICANTS, STATISTIC, indicators
from index.schema import BodyLevel, Generation, Issuer

_AREA_WORDS = "省市县区旗州盟镇乡"
_ORGAN_WORDS = "局委厅办署"
_COMPARED = {"disclosed", "interpretations", "requests_new", "review", "litigation"}
"""The indicators that reports compare with the year before; the rest would drown the text in percentages."""


@dataclass
class Setting:
    """One draft in the making; ``slots`` and ``told`` grow while its sections are written.

    ``previous`` is set only where it is the same body's report of the year before; ``told`` are the indicators that some
    sentence has stated. ``place`` is the part being written.
    """

    spec: Spec
    cells: Cells
    filed: Filed
    previous: Previous | None = None
    slots: list[Slot] = field(default_factory=list)
    told: set[str] = field(default_factory=set)
    place: str = ""

    def at(self, place: str) -> Setting:
        """The setting for one part, which shares ``slots`` and ``told`` with the others."""
        return replace(self, place=place)

    @property
    def style(self) -> Style:
        """How the part is worded."""
        return self.spec.styles.get(self.place, Style())

    def phrases(self, file: str) -> Phrases:
        """The phrases of a file in the part's wording."""
        return phrases(file).worded(self.style.wording)

    @property
    def year(self) -> int:
        """The report year."""
        return self.spec.year

    @property
    def generation(self) -> Generation:
        """The format in force."""
        return Generation.of(self.spec.year)

    @property
    def own(self) -> str:
        """How the body speaks of itself: 我镇, 我市, 我局, 本机关."""
        return own_word(self.spec.issuer)

    @property
    def is_government(self) -> bool:
        """Whether the body is a people's government, for which article 50 (4) of 2019 asks for more."""
        return self.spec.issuer.name.endswith("人民政府")

    def key(self, indicator: str, column: str = "") -> Key:
        """The figure's key: the plain column of the format where none is named."""
        if self.generation is Generation.REGULATION_2007:
            return indicator, columns_of(indicator, self.year)[0]
        return indicator, column or (
            "总计" if indicators()[indicator].table in {"requests", "disputes"} else ""
        )

    def value(self, indicator: str, column: str = "") -> Decimal | None:
        """A figure, ``None`` where it is absent."""
        return value_of(self.cells, self.key(indicator, column))

    def need(self, section: str, label: str, key: Key = ("", ""), hint: str = "") -> str:
        """Note a slot that the official must fill in, and give the mark that stands for it."""
        slot = Slot(section, label, *key, hint=hint)
        if slot not in self.slots:
            self.slots.append(slot)
        return UNFILLED

    def stated(self, text: str, *keys: Key) -> Sentence:
        """A sentence that states figures; it counts as a slot where a figure is missing in it."""
        self.told.update(indicator for indicator, _ in keys)
        origin = Origin.SLOT if UNFILLED in text else Origin.FIGURES
        return Sentence(text, origin, tuple(keys))

    def compared(self, key: Key) -> str:
        """The clause that compares a figure with last year's, ``""`` where there is nothing to compare with."""
        if key[0] not in _COMPARED or self.style.brief >= 1:
            return ""
        now = value_of(self.cells, key)
        before = self.previous.value(self._key_of_last_year(key)) if self.previous else None
        if now is None or before is None or (not now and not before):
            return ""
        say = self.phrases("draft_compare").say
        if now == before:
            return say("same")
        if not before:
            return say("from_zero")
        unit = indicators()[key[0]].column_unit(key[1])
        rate = (abs(now - before) * 100 / before).quantize(Decimal("0.1"), ROUND_HALF_UP)
        percent = f"{rate:f}".removesuffix(".0")
        return say(
            "more" if now > before else "fewer", difference=abs(now - before), unit=unit, percent=percent
        )

    def _key_of_last_year(self, key: Key) -> Key:
        """The same figure in a report of the format of last year, which may be an older one."""
        was_2007 = self.previous is not None and self.previous.report.generation is Generation.REGULATION_2007
        if was_2007 and self.generation is not Generation.REGULATION_2007:
            return key[0], STATISTIC if key[1] in {"", "总计"} else key[1]
        return key


def own_word(issuer: Issuer) -> str:
    """How a body speaks of itself in its report."""
    area = issuer.area
    if issuer.level is BodyLevel.OFFICE and issuer.name.endswith("委员会"):
        return "我委"
    if issuer.level is BodyLevel.OFFICE:
        last = issuer.name[-1:]
        return f"我{last}" if last in _ORGAN_WORDS else "本机关"
    if re.search("街道(?:办事处)?$", issuer.name):
        return "我街道"
    if issuer.name.endswith("人民政府") and area[-1:] in _AREA_WORDS:
        return f"我{area[-1]}"
    return "本机关"


def listed(items: Sequence[str]) -> str:
    """甲、乙、丙."""
    return "、".join(items)


def applicants() -> tuple[str, ...]:
    """The columns of 表三 without its total."""
    return APPLICANTS[:-1]
