"""Beginning a draft, making one and revising it: what takes time and is done in a thread."""

from __future__ import annotations

from typing import Any

from assistant.draft import Drafted, examined, written
from assistant.drafting.fields import kept
from assistant.drafting.previous import Previous, previous_of, unusable
from assistant.drafting.spec import issuer_of, year_of
from assistant.llm import Door
from assistant.office.collection import Collection, year_before
from assistant.office.drafting import revising
from assistant.office.drafting.drafts import Drafting, begin, spec_of
from assistant.office.work import Upload
from assistant.revision.desk import Desk
from assistant.revision.nouns import State
from assistant.revision.revise import revise
from index.errors import DisclosureError
from index.naming.issuer import one_issuer
from index.schema import Issuer

_MOST_FAULTS = 12
_LESS = "（其中一部分已撤销）"


def begun(
    issuer: str, year: str, upload: Upload | None, collection: Collection | None
) -> tuple[Drafting, str]:
    """A new form, and a notice where last year's report cannot be used, ``""`` where all is well.

    Without an upload last year's report is that of the collection. Raises DisclosureError where body, year or file are
    none.
    """
    body, of_year = issuer_of(issuer, "发布机关"), year_of(year.strip(), "报告年度")
    previous, origin = _uploaded(upload) if upload else _collected(body, of_year, collection)
    if previous and (why := unusable(previous, body, of_year)):
        return begin(body, of_year), why.replace("previous ", "上传的上年报告")
    return begin(body, of_year, previous, origin), ""


def _uploaded(upload: Upload) -> tuple[Previous | None, str]:
    from index.single import read_bytes  # noqa: PLC0415 - the readers' libraries load when the first file comes

    return previous_of(*read_bytes(upload.data, upload.name)), f"上传的“{upload.name}”"


def _collected(issuer: Issuer, year: int, collection: Collection | None) -> tuple[Previous | None, str]:
    from index.facts import facts  # noqa: PLC0415 - as above

    report = year_before(issuer, year, collection) if collection else None
    return (
        (previous_of(report, facts(report)), f"已收录的《{report.title or report.name}》")
        if report
        else (None, "")
    )


def made(drafting: Drafting, collection: Collection | None) -> None:
    """A draft of the form as it is, read back and checked. Raises DisclosureError where a field cannot be read."""
    drafted_from(drafting, revising.continued(drafting, spec_of(drafting)), collection)


def drafted_from(drafting: Drafting, state: State, collection: Collection | None) -> None:
    """A version from a state, read back and checked."""
    desk = Desk(drafting.previous, collection)
    state, notes = desk.settled(state)
    drafted = desk.write(state)
    drafting.history.begin(state, drafted, checked(drafting, drafted), "".join(notes))
    drafting.unmet = None
    drafting.keep()


def revised(drafting: Drafting, said: str, collection: Collection | None, door: Door | None) -> None:
    """Follow an instruction: a new version where it changes something, else what is to be said about it."""
    now = drafting.history.current
    desk = Desk(drafting.previous, collection, door)
    outcome = revise(said, now.state, now.drafted, desk, drafting.focus)
    drafting.focus = outcome.place
    drafting.unmet = None if outcome.difference else outcome
    if outcome.difference:
        drafting.texts |= revising.retyped(drafting.year, now.state, outcome.state)
        drafting.history.add(outcome, checked(drafting, outcome.drafted))
        drafting.keep()


def accepted(drafting: Drafting, collection: Collection | None, key: str = "") -> None:
    """Take the current version as it is, or one of its changes. Raises DisclosureError where there is none of that key."""
    write = Desk(drafting.previous, collection).write
    if key:
        drafting.history.take(key, write)
    else:
        drafting.history.accept(write)


def undone(drafting: Drafting, collection: Collection | None, key: str = "") -> None:
    """Undo one change of the current version, or all that are not accepted by themselves. Raises DisclosureError for none."""
    history = drafting.history
    now = history.current
    if not key and not now.decided:
        history.undo()
        _retype(drafting)
        return
    desk = Desk(drafting.previous, collection)
    state, _ = desk.settled(history.passage(key).undone if key else history.undecided_out())
    drafted = desk.write(state)
    drafting.texts |= revising.retyped(drafting.year, now.state, state)
    history.leave_out(f"{now.said.removesuffix(_LESS)}{_LESS}", state, drafted, checked(drafting, drafted))
    drafting.unmet = None
    drafting.keep()


def gone_back(drafting: Drafting, number: int) -> None:
    """Back to a version. Raises DisclosureError where there is none of that number."""
    drafting.history.back(number)
    _retype(drafting)


def _retype(drafting: Drafting) -> None:
    """The form as it stood for the version that was gone back to."""
    restored = drafting.typed.get(drafting.history.current.restores, drafting.texts)
    drafting.texts, drafting.unmet = dict(restored), None
    drafting.keep()


def checked(drafting: Drafting, drafted: Drafted) -> tuple[dict[str, Any], ...]:
    """What the check finds in a draft."""
    try:
        return tuple(examined(drafted, written(drafted.draft, ".docx"), f"{drafting.title}.docx"))
    except DisclosureError:
        raise
    except Exception as error:
        raise DisclosureError("核查草稿时出错", "", "请把填报的表格下载后交给维护人员") from error


def form_of(drafting: Drafting) -> bytes:
    """The form as a spreadsheet, with what has been typed so far."""
    from assistant.workbook.writing import workbook  # noqa: PLC0415 - its library loads when the first form is asked for

    notes = {name: one.note for name, one in drafting.taken.items() if drafting.texts.get(name) == one.text}
    return workbook(drafting.issuer.name, drafting.year, drafting.texts, notes)


def take_in(drafting: Drafting, upload: Upload) -> str:
    """Put a filled-in spreadsheet into the form, and say what was taken and what cannot be used.

    Raises DisclosureError where it is no form of the year, or another body's.
    """
    from assistant.workbook.reading import read_workbook  # noqa: PLC0415 - as above

    filled = read_workbook(upload.data, upload.name, drafting.year)
    if filled.issuer and not one_issuer(issuer_of(filled.issuer, "“说明”表的发布机关"), drafting.issuer):
        what = f"这是“{filled.issuer}”的填报表，不是“{drafting.issuer.name}”的"
        raise DisclosureError(what, upload.name, "请选择本机关的填报表")
    drafting.texts |= kept(filled.texts, drafting.year)
    said = f"从“{upload.name}”读入 {len(filled.texts)} 格。"
    if not filled.faults:
        return said
    shown = "；".join(filled.faults[:_MOST_FAULTS])
    more = f"；另有 {len(filled.faults) - _MOST_FAULTS} 处" if len(filled.faults) > _MOST_FAULTS else ""
    return f"{said}有 {len(filled.faults)} 处不能用，请改正：{shown}{more}。"
