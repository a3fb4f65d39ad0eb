"""A spec becomes a draft: figures completed and checked, sections written, the result read back and examined."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.drafting.collection import Library, neighbours
from assistant.drafting.figures import complete
from assistant.drafting.identities import identities
from assistant.drafting.nouns import Draft, Part, Sentence, Source
from assistant.drafting.outline import note_empty_cells, note_open_points, outline
from assistant.drafting.phrases import digests
from assistant.drafting.points import file_points
from assistant.drafting.previous import Previous, unusable
from assistant.drafting.repeated import marked
from assistant.drafting.setting import Setting
from assistant.drafting.similarity import Similar, similar
from assistant.drafting.spec import Spec
from index.errors import DocumentError, UsageError
from index.schema import Contact, Failure, Generation

if TYPE_CHECKING:
    from assistant.checks.finding import Finding
SUFFIXES = (".docx", ".md", ".html")
"""What a draft can be written as."""

_TITLE_LINE = 20
"""Characters of 2号 that fit on a line of 156 mm."""


@dataclass(frozen=True, slots=True)
class Drafted:
    """A draft with last year's report, if there is one of the same body."""

    draft: Draft
    previous: Previous | None = None


def compose(spec: Spec, previous: Previous | None, store: Library | None = None) -> Drafted:
    """Write the report, with last year's as it was read, so that a draft can be written again in a moment.

    A collection, where there is one, gives references and what must not be copied.
    """
    notices: list[str] = []
    if previous and (why := unusable(previous, spec.issuer, spec.year)):
        notices.append(why)
        previous = None
    cells = complete(spec.figures, spec.year, previous)
    filed = file_points(spec.points, Generation.of(spec.year))
    setting = Setting(spec, cells, filed, previous)
    contact = _contact(spec.contact, previous, notices)
    others = neighbours(store, spec.issuer, spec.year) if store else None
    before = previous.report if previous else None
    parts = outline(setting, contact, before, others)
    note_open_points(setting, parts)
    note_empty_cells(setting)
    if spec.signed is None:
        setting.need("落款", "成文日期")
    notices += [f"要点的章节“{stray.section}”对应不上，放在“其他需要报告的事项”" for stray in filed.strays]
    made = Draft(
        issuer=spec.issuer,
        year=spec.year,
        title=_title(spec),
        parts=parts,
        cells=cells,
        signed=spec.signed,
        unfilled=tuple(setting.slots),
        identities=identities(cells, spec.year, previous),
        similar=similar(parts, before, others),
        notices=tuple(notices),
        prompts=digests(),
    )
    return Drafted(made, previous)


def _title(spec: Spec) -> tuple[str, ...]:
    """One line where it fits, else the body's name on a line of its own."""
    name, rest = spec.issuer.name, f"{spec.year}年政府信息公开工作年度报告"
    return (name + rest,) if len(name + rest) <= _TITLE_LINE else (name, rest)


def _contact(given: Contact, previous: Previous | None, notices: list[str]) -> Contact:
    """As given, what is absent from last year's report, which the official is told."""
    before = previous.report.contact if previous else Contact()
    names = [item.name for item in fields(Contact)]
    taken = {
        name: getattr(before, name) for name in names if not getattr(given, name) and getattr(before, name)
    }
    if taken:
        notices.append(f"联系信息沿用上年报告，请核对：{'、'.join(taken.values())}")
    return replace(given, **taken)


def written(made: Draft, suffix: str) -> bytes:
    """The draft as ``.docx``, ``.md`` or ``.html``. Raises UsageError for other suffixes."""
    if suffix == ".docx":
        from assistant.word.document import word  # noqa: PLC0415 - python-docx is needed for Word alone

        return word(made)
    from assistant.drafting.text_forms import html, markdown  # noqa: PLC0415 - as above

    if suffix in {".md", ".html"}:
        return (markdown if suffix == ".md" else html)(made).encode()
    raise UsageError(f"不能写成“{suffix or '没有扩展名的'}”文件", "--out", f"请用 {'、'.join(SUFFIXES)}")


def examined(drafted: Drafted, data: bytes, name: str) -> list[dict[str, Any]]:
    """What the check finds in the written file, read back as any report is, and sentences too close to last year's.

    ``identity`` names the broken identity of the draft that a finding repeats, ``""`` for none: to be shown once.
    Raises DocumentError where the file cannot be read back, which would be a fault of ours.
    """
    from assistant.check import check  # noqa: PLC0415 - the check is not needed to write
    from index.facts import facts  # noqa: PLC0415 - as above
    from index.load.dispatch import load_bytes  # noqa: PLC0415 - as above
    from index.parse import parse  # noqa: PLC0415 - as above

    (document,) = load_bytes(data, name)
    if isinstance(document, Failure):
        raise DocumentError("写出的文件读不回来", name, document.error)
    try:
        report = parse(document)
    except DocumentError as error:
        return marked([_unread(error), *map(_similar, drafted.draft.similar)], ())
    before = drafted.previous
    checked = check(report, facts(report), before.report if before else None, before.facts if before else ())
    found = [*map(_finding, checked.findings), *map(_similar, drafted.draft.similar)]
    return marked(found, drafted.draft.identities)


def _unread(error: DocumentError) -> dict[str, Any]:
    """A body of a kind that the parser does not know: its draft is written but not checked."""
    return {
        "rule": "draft-unread",
        "category": "未核查",
        "severity": "note",
        "message": f"这份草稿没有核查：{error.what}",
        "quotes": [],
        "section": "",
        "page": None,
        "suggestion": error.remedy,
        "source": "",
    }


def _finding(found: Finding) -> dict[str, Any]:
    return found.to_json()


def _similar(found: Similar) -> dict[str, Any]:
    return {
        "rule": "draft-similar",
        "category": "内容雷同",
        "severity": "warning",
        "message": found.message,
        "quotes": [found.text],
        "section": found.section,
        "page": None,
        "suggestion": "按本年的实际情况改写这一句",
        "source": "条例第四十七条；各地年报检查通报",
    }


def to_json(drafted: Drafted, out: str, findings: list[dict[str, Any]]) -> dict[str, Any]:
    """The document of the ``draft`` contract."""
    made = drafted.draft
    return {
        "out": out,
        "title": "".join(made.title),
        "sections": [_section(part, below) for part, below in made.chapters()],
        "unfilled": [
            {
                "section": s.section,
                "label": s.label,
                "indicator": s.indicator,
                "column": s.column,
                "hint": s.hint,
            }
            for s in made.unfilled
        ],
        "identities": [
            {"rule": i.rule, "holds": i.holds, "message": i.message, "severity": i.severity}
            for i in made.identities
        ],
        "findings": findings,
        "filled_in": [
            {
                "indicator": row,
                "column": column,
                "value": f"{entry.value:f}",
                "source": entry.source.value,
                "note": entry.note,
            }
            for (row, column), entry in made.cells.items()
            if entry.source is not Source.GIVEN and entry.value is not None
        ],
        "notices": list(made.notices),
        "prompts": made.prompts,
    }


def _section(part: Part, below: tuple[Part, ...]) -> dict[str, Any]:
    parts = (part, *below)
    headed = [one.text if one is part else f"{one.heading}\n{one.text}" for one in parts]
    return {
        "heading": part.heading,
        "text": "\n".join(text for text in headed if text),
        "table": part.table or None,
        "sentences": [_sentence(s) for one in parts for paragraph in one.paragraphs for s in paragraph],
        "references": [{"text": r.text, "source": r.source} for one in parts for r in one.references],
    }


def _sentence(sentence: Sentence) -> dict[str, Any]:
    keys = [{"indicator": row, "column": column} for row, column in sentence.keys]
    return {"text": sentence.text, "origin": sentence.origin.value, "figures": keys}


def save(data: bytes, out: Path) -> None:
    """Write the file. Raises DocumentError where the place cannot be written to."""
    try:
        out.write_bytes(data)
    except OSError as error:
        raise DocumentError(
            f"不能写入（{error.strerror}）", str(out), "请换一个位置，或关闭正打开这个文件的程序"
        ) from error
