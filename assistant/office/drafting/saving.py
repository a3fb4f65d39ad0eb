"""The whole work on a draft as a file: what was typed and how the draft was revised, to be gone on with another day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from pydantic import TypeAdapter, ValidationError

from assistant.drafting.fields import kept
from assistant.office.collection import Collection
from assistant.office.drafting.drafts import Drafting, spec_of
from assistant.office.drafting.work import begun, drafted_from
from assistant.office.work import Upload
from assistant.revision.saved import Revision, restored, revision_of
from index.errors import DisclosureError


@dataclass(frozen=True, slots=True)
class Saved:
    """The file. ``texts`` are the fields of the form as typed; the page writes one without ``revision`` by itself."""

    format: Literal["disclosure-draft-1"]
    issuer: str
    year: int
    texts: Mapping[str, str]
    revision: Revision | None = None


@cache
def _form() -> TypeAdapter[Saved]:
    return TypeAdapter(Saved)


def saved(drafting: Drafting) -> bytes:
    """The work as a JSON document; last year's report is not in it."""
    revision = revision_of(drafting.version.state) if drafting.version else None
    made = Saved("disclosure-draft-1", drafting.issuer.name, drafting.year, drafting.texts, revision)
    return _form().dump_json(made, indent=1)


def resumed(upload: Upload, previous: Upload | None, collection: Collection | None) -> tuple[Drafting, str]:
    """The work from a file, with what is to be said about it. Raises DisclosureError where the file is none of ours."""
    try:
        found = _form().validate_json(upload.data)
    except ValidationError as error:
        what = "不是本系统保存的工作文件，或者已经损坏"
        raise DisclosureError(what, upload.name, "请选择“保存工作”得到的 .json 文件") from error
    drafting, notice = begun(found.issuer, str(found.year), previous, collection)
    texts = kept(found.texts, drafting.year)
    drafting.texts |= texts
    told = [notice, f"从“{upload.name}”读入 {sum(map(bool, texts.values()))} 处填写的内容。"]
    if not drafting.previous:
        told.append("上年报告不在工作文件里，要与上年比较请重新读入并一并选择上年报告。")
    if found.revision:
        told.append(_revised(drafting, found.revision, collection))
    return drafting, "".join(told)


def _revised(drafting: Drafting, revision: Revision, collection: Collection | None) -> str:
    """Write the draft as it was revised; where the form cannot be read as it is, say so."""
    try:
        drafted_from(drafting, restored(spec_of(drafting), revision), collection)
    except DisclosureError as error:
        return f"草稿没有恢复：{error.message}"
    return "草稿已按保存时的写法恢复，以前的版本不在文件里。"
