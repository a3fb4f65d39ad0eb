"""Grounded writing: numbered material goes to the model, sentences with ``[n]`` come back and are verified one by one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.compose import Draft, Source, Statement
from assistant.llm import CUT
from assistant.model.amounts import counted
from assistant.model.called import NOTHING, Called
from assistant.model.evidence import Evidence
from assistant.model.faithful import Fault, faults, overlap
from assistant.model.leading import is_led_in
from assistant.model.sums import with_sums
from assistant.passages.extract import Names
from assistant.passages.quoting import COVERAGE
from assistant.passages.weighing import passages, weigh, weights_for
from assistant.planning.directory import Directory
from assistant.planning.query import Plan, Target
from assistant.planning.scopes import gives_orders
from index.language.text import squeeze, squeeze_numbers
from index.schema import Hit, Report

FURTHER = 4
"""At most so many passages of a report are added to what the rules found."""
LONGEST = 400
"""Characters of one piece of material that are sent; it is verified against the whole."""
LEADS = ("：", ":")
"""What ends a lead (措施：)."""
MOST_CITED = 12
"""At most so many pieces of material carry one sentence."""

_MARKS = re.compile(r"[\[【〔](\d{1,2}(?:[,，、]\s*\d{1,2})*)[\]】〕]")
_ENDED = re.compile(
    r"(?:[。！？!?；]|(?<=[\u3400-\u9fff]);|\n)[”」』）)]*\s*(?:[\[【〔][\d,，、\s]+[\]】〕]\s*)*"
)
_LINK = re.compile(r"!?\[([^\]\n]*)\]\([^)\n]*\)")
_TAG = re.compile(r"<[^<>\n]{0,300}>|[<>`*_#|~]|&#?\w{1,8};")
_ADDRESS = re.compile(r"(?:https?|ftp|javascript|data):\S*|www\.\S+", re.IGNORECASE)
_LEAD = re.compile(
    r"^(?:[-•·*\s]+|\d{1,2}[.、)]\s*|（\d{1,2}）|回答[:：]|答[:：])+|^(?:根据|依据|按照)(?:以上|上述|所给|提供的)?(?:的)?(?:材料|资料|信息|内容)(?:显示|所述)?[,，:：]?"
)
_BRACKETS = str.maketrans("[]【】", "（）（）")
_OF_WORDING = frozenset({Fault.WORDS, Fault.TERMS, Fault.QUOTED})
"""Faults that words of the question before a passage make; no number, name, denial or disagreement is among them."""
_VERDICT = re.compile(r"(?:是的?|不是|有的?|没有|对|不对)[。，,.]?")


@dataclass(frozen=True, slots=True)
class Material:
    """One numbered piece that the model may use, ``whose`` report it is from (the body's short name).

    ``found`` marks what the rules answer with themselves.
    """

    n: int
    statement: Statement
    line: str
    found: bool
    whose: str = ""


@dataclass(frozen=True, slots=True)
class Brief:
    """All that a model may write from: numbered material, the rules' own ``leads`` (收录5份，3份写明：), the question's words.

    ``asked`` is the question where passages answer it, ``""`` where figures do.
    """

    found: Sequence[Material] = ()
    leads: tuple[Statement, ...] = ()
    called: Called = NOTHING
    asked: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as the model wrote it, cleaned of markup, and the numbers of the material that it cites."""

    text: str
    marks: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Judged:
    """A sentence with the statement that it became, or ``None`` and what was wrong with it."""

    sentence: Sentence
    statement: Statement | None
    faults: tuple[Fault, ...] = ()
    found: bool = False


def materials(draft: Draft, further: Sequence[Statement], names: Names, room: int) -> list[Material]:
    """The draft's statements and further passages, numbered, as many as fit into ``room`` characters.

    What gives orders is left out: a report is quoted, never obeyed. Empty where a statement of the draft does not fit.
    """
    numbered: list[Material] = []
    for statement in (*draft.statements, *further):
        if not statement.sources or gives_orders(statement.text):
            continue
        line = shown(statement, names)
        room -= len(line)
        found = statement in draft.statements
        if room < 0:
            return [] if found else numbered
        source = statement.sources[0]
        whose = names.get(source.report, source.issuer)
        numbered.append(Material(len(numbered) + 1, statement, line, found, whose))
    return numbered


def shown(statement: Statement, names: Names) -> str:
    """A piece of material as the model reads it: whose it is, then its text on one line without brackets."""
    source = statement.sources[0]
    whose = f"{names.get(source.report, source.issuer)}{source.year}年"
    text = " ".join(statement.text.split()).replace("[", "〔").replace("]", "〕")[:LONGEST]
    return text if whose in squeeze(text) else f"（{whose}）{text}"


def further(
    plan: Plan, reports: Sequence[tuple[Target, Report]], hits: Sequence[Hit], held: Sequence[Statement]
) -> list[Statement]:
    """Sentences that cover the question, best first, without those ``held`` already; rows of figures are left to the rules."""
    quotes = [squeeze(source.quote) for statement in held for source in statement.sources]
    found: list[Statement] = []
    for _, report in reports[:3]:
        sentences = [p for p in passages(report, hits) if p.block.grid is None]
        ranked = weigh(weights_for(plan, sentences), sentences)
        good = [w.passage for w in ranked[:FURTHER] if w.coverage >= COVERAGE]
        new = [p for p in good if not any(q in squeeze(p.text) or squeeze(p.text) in q for q in quotes)]
        found += [Statement(f"“{' '.join(p.text.split())}”", (p.source(),)) for p in new]
    return found


def numbered_lines(found: Sequence[Material]) -> str:
    """The material as it stands in the prompt."""
    return "\n".join(f"[{material.n}] {material.line}" for material in found)


def sentences(tokens: Iterator[str]) -> Iterator[Sentence]:
    """The sentences of a reply as they are completed, each part that ends in ； as one, so that it has marks of its own.

    A lead (有以下问题：) is part of what follows it; a sentence that the reply breaks off in is left out.
    """
    text = ""
    for token in tokens:
        text += token
        while (end := _ended(text)) is not None:
            if sentence := cleaned(text[:end]):
                yield sentence
            text = text[end:]
    if not text.endswith(CUT) and (sentence := cleaned(text)):
        yield sentence


def _ended(text: str) -> int | None:
    """Where the first sentence ends with its marks, once something else has followed it."""
    for match in _ENDED.finditer(text):
        if match.end() == len(text) or text[match.end()] in "[【〔":
            return None
        if not _MARKS.sub("", text[: match.end()]).rstrip().endswith(LEADS):
            return match.end()
    return None


def cleaned(text: str) -> Sentence | None:
    """A sentence without markup, links and leads; ``None`` where nothing is left."""
    marks = tuple(int(n) for group in _MARKS.findall(text) for n in re.findall(r"\d+", group))
    bare = _ADDRESS.sub("", _TAG.sub("", _LINK.sub(r"\1", _MARKS.sub("", text))))
    bare = _LEAD.sub("", " ".join(bare.split())).strip()
    bare = re.sub(r"(?<=[：:])\s*(?:\d{1,2}[.、)）]\s*|[-•·*]\s*)?", "", bare)
    bare = re.sub(r"\s*([。！？；，])\s*", r"\1", bare).lstrip("，。；：、").translate(_BRACKETS)
    if not re.search(r"\w", bare) or _VERDICT.fullmatch(bare):
        return None
    return Sentence(bare if bare[-1] in "。！？!?；;：:" else f"{bare}。", tuple(dict.fromkeys(marks)))


def judged(sentence: Sentence, brief: Brief, book: Directory) -> Judged:
    """A sentence against the material that it cites, else against the pieces that say most of it.

    A wrong mark is no harm where another piece carries the sentence: the reader is shown that one.
    """
    first: tuple[Fault, ...] = (Fault.UNCITED,)
    for n, trial in enumerate(_trials(sentence, brief.found)):
        leads = brief.leads if len(trial) > 1 else ()
        grounds = [*(m.statement for m in trial), *leads]
        text, wrong = _tried(sentence.text, grounds, book, brief.called)
        chosen = [m.statement for m in trial if m.found]
        if not wrong or ({*wrong} <= _OF_WORDING and is_led_in(text, brief.asked, chosen, book)):
            needed = _needed(text, trial, brief, book)
            return Judged(sentence, stated(text, needed), found=any(m.found for m in trial))
        first = wrong if n == 0 else first
    return Judged(sentence, None, first)


def _trials(sentence: Sentence, found: Sequence[Material]) -> list[list[Material]]:
    """What may carry a sentence: the pieces that it cites, the two that say most of it, those that answer, together."""
    cited = [m for m in found if m.n in sentence.marks]
    trials = [cited] if cited else []
    best = sorted(found, key=lambda m: -overlap(sentence.text, Evidence((m.statement,)).whole))
    trials += [[m] for m in best[:2] if [m] not in trials]
    together = [m for m in found if m.found]
    together = [m for m in together if m.whose in sentence.text] or together
    most = [m for m in best if m in together][:MOST_CITED]
    return [*trials, [m for m in found if m in most]]


def _needed(text: str, trial: list[Material], brief: Brief, book: Directory) -> list[Material]:
    """The pieces without which a sentence does not hold: a reader need not look others up."""
    for material in reversed(trial if len(trial) > 1 else []):
        rest = [m for m in trial if m is not material]
        if rest and not faults(text, [*(m.statement for m in rest), *brief.leads], book, brief.called):
            trial = rest
    return trial


def _tried(
    text: str, grounds: Sequence[Statement], book: Directory, called: Called
) -> tuple[str, tuple[Fault, ...]]:
    """A sentence and its faults; where it lacks the sum behind a computed number, that is set first."""
    wrong = faults(text, grounds, book, called)
    if Fault.UNEXPLAINED in wrong and (whole := with_sums(text, grounds)) != text:
        return whole, faults(whole, grounds, book, called)
    return text, wrong


def stated(text: str, trial: Sequence[Material]) -> Statement:
    """A sentence as a statement with the sources of its material; numbers that code worked out stay computed."""
    sources: list[Source] = []
    for material in trial:
        sources += [s for s in material.statement.sources if s not in sources]
    said = {n.value for n in counted(squeeze_numbers(text))}
    computed = {value for m in trial for value in m.statement.computed if value in said}
    return Statement(text, tuple(sources), tuple(sorted(computed)))
