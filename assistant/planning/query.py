"""A question understood: the Plan that the planner makes and that retrieval, figures and answers follow."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from assistant.schema import Reason


class Operation(StrEnum):
    """What is to be done with the figures; ``NARRATIVE`` and ``WHICH`` are answered from passages."""

    VALUE = "value"
    YES_NO = "yes_no"
    LIST = "list"  # which bodies meet a condition on a figure
    COUNT = "count"  # how many bodies do
    COMPARE = "compare"
    MAXIMUM = "maximum"
    MINIMUM = "minimum"
    RANK = "rank"
    SUM = "sum"
    AVERAGE = "average"
    DIFFERENCE = "difference"
    SHARE = "share"
    GROWTH = "growth"
    TREND = "trend"
    CONFLICTS = "conflicts"  # which reports give main figures twice and differently
    COLLECTION = "collection"  # about the collection itself: 收录了几份
    NARRATIVE = "narrative"
    WHICH = "which"  # which bodies' text mentions something


SET_AGAINST = frozenset(
    {
        Operation.COMPARE,
        Operation.DIFFERENCE,
        Operation.MAXIMUM,
        Operation.MINIMUM,
        Operation.RANK,
        Operation.SUM,
        Operation.AVERAGE,
        Operation.TREND,
        Operation.GROWTH,
    }
)
"""Operations that set figures in relation, which must all count the same."""


class Wanted(StrEnum):
    """What kind of thing answers the question; a passage without it does not answer."""

    NUMBER = "number"
    MONEY = "money"
    SHARE = "share"
    DATE = "date"
    PERSON = "person"
    PHONE = "phone"
    MOBILE = "mobile"
    EMAIL = "email"
    ADDRESS = "address"
    POSTCODE = "postcode"
    WEBSITE = "website"
    OFFICE = "office"
    NAME = "name"
    BODIES = "bodies"
    REASON = "reason"
    CAUSE = "cause"  # why a figure is what it is, which only a passage that names a cause says
    YES_NO = "yes_no"
    ENUMERATION = "enumeration"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Condition:
    """A test on a figure: ``operator`` one of ``= != > >= < <=``; 没有收到 is ``= 0``."""

    operator: str
    value: Decimal


@dataclass(frozen=True, slots=True)
class Target:
    """One report that the question is about: its name in the catalogue, issuer (full name) and year."""

    report: str
    issuer: str
    year: int


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a question is not answered: ``subject`` is the body, year or request as the user put it.

    ``message`` is the whole Chinese sentence that is shown, the nearest true fact included. ``gaps`` are the reports that
    the collection lacks, without a name.
    """

    reason: Reason
    subject: str
    message: str
    gaps: tuple[Target, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """A further figure that the same question asks for (办了几次培训，培训了多少人次), as the fields of Plan name it."""

    indicators: tuple[str, ...]
    column: str = ""
    scope: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """A question, made to stand alone, and what it asks.

    ``targets`` are the reports to answer from, in the order that the question names them; ``every`` is true
    where it asks across the collection (哪些镇, 一共, 这几份). ``missing`` are refusals for the parts that
    the collection lacks while ``targets`` hold the rest; with no targets the first of them is the answer.
    ``options`` is not empty where the question fits several bodies and names none: the answer asks back.
    ``indicators`` are ids, the likeliest first; ``column`` a statutory column (自然人 商业企业 …, 结果纠正,
    现行有效件数) or ``""`` for the total; ``scope`` as in Fact. ``divisor`` is the indicator below the line of a share.
    ``terms`` are the content words of the question without bodies, years and question words; ``focus`` are those among
    them without which a passage does not answer. ``notes`` are remarks for the reader
    (“洪择区”按“洪泽区”理解). ``before`` are the lacking reports of the years before, of a question about change.
    """

    question: str
    operation: Operation
    wanted: Wanted = Wanted.TEXT
    targets: tuple[Target, ...] = ()
    every: bool = False
    years: tuple[int, ...] = ()
    missing: tuple[Refusal, ...] = ()
    options: tuple[str, ...] = ()
    indicators: tuple[str, ...] = ()
    column: str = ""
    scope: str = ""
    divisor: str = ""
    condition: Condition | None = None
    terms: tuple[str, ...] = ()
    focus: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    also: tuple[Wanted, ...] = ()
    parts: tuple[Part, ...] = ()
    before: tuple[Target, ...] = ()

    @property
    def gaps(self) -> tuple[Target, ...]:
        """The reports, without a name, that the collection lacks for the question."""
        return (*(gap for refusal in self.missing for gap in refusal.gaps), *self.before)
