"""The bundled samples: made again they are the same, and reading them gives what their sources say."""

from __future__ import annotations

import importlib.util
import json
import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from index.facts import facts
from index.language.text import find, squeeze
from index.load.dispatch import load
from index.parse import parse
from index.samples import folder
from index.samples.make import make
from index.schema import Document, Fact, FactState, Report

HERE = Path(__file__).parent.parent
GOLDEN = sorted((HERE / "golden").glob("*.json"), key=lambda path: path.stem)
_NOT_APPLICABLE = {"/", "-"}


@pytest.fixture(params=GOLDEN, ids=lambda path: path.stem)
def golden(request: pytest.FixtureRequest) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(request.param.read_text(encoding="utf-8"))
    return loaded


@cache
def report(file: str) -> Report:
    (document,) = load(folder() / file, file)
    assert isinstance(document, Document), document
    return parse(document)


@cache
def all_facts(file: str) -> tuple[Fact, ...]:
    return tuple(facts(report(file)))


def maker() -> Any:
    spec = importlib.util.spec_from_file_location("make_golden", HERE / "golden" / "make.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_making_the_samples_again_gives_the_committed_files(tmp_path: Path) -> None:
    made = make(tmp_path)
    assert {file.name for file in made} == {file.name for file in folder().iterdir()}
    for file in made:
        if file.suffix not in {".pdf", ".docx"}:  # their bytes depend on the versions of the libraries
            assert file.read_bytes() == (folder() / file.name).read_bytes(), file.name


def test_golden_files_follow_from_the_sources() -> None:
    module = maker()
    expected = {source.stem: json.loads(json.dumps(module.golden(source))) for source in module.read_all()}
    assert {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in GOLDEN} == expected


def test_samples_are_small() -> None:
    assert sum(file.stat().st_size for file in folder().iterdir()) < 1_500_000


def test_a_sample_gives_title_body_year_contact_and_signature(golden: dict[str, Any]) -> None:
    read = report(golden["file"])
    found = {
        "title": squeeze(read.title),
        "issuer": read.issuer.name,
        "short": read.issuer.short,
        "year": read.year,
        "generation": read.generation.value,
        "phone": read.contact.phone,
        "signature": read.signature,
        "signed": read.signed.isoformat() if read.signed else None,
    }
    expected = {key: golden[key] for key in found} | {"title": squeeze(golden["title"])}
    assert found == expected


def test_a_sample_gives_its_tree_of_headings(golden: dict[str, Any]) -> None:
    found = [[section.level, plain(section.heading)] for section in report(golden["file"]).sections]
    expected = [[level, plain(heading)] for level, heading in golden["sections"]]
    assert [entry for entry in found if entry[0] and not entry[1].startswith("附")] == expected


def plain(heading: str) -> str:
    return re.sub(r"[。:;]+$", "", squeeze(heading))


def test_each_table_of_a_sample_stands_in_a_section_of_its_own(golden: dict[str, Any]) -> None:
    with_tables = [s for s in report(golden["file"]).sections if any(block.grid for block in s.blocks)]
    assert len(with_tables) == len(golden["tables"])


def test_table_cells_of_a_sample_become_facts(golden: dict[str, Any]) -> None:
    found = {
        (f.indicator, f.column): (f.value, f.state) for f in all_facts(golden["file"]) if f.source == "table"
    }
    wrong = []
    for indicator, column, printed in golden["table_facts"]:
        read = found.get((indicator, column))
        if read != cell_meaning(printed):
            wrong.append((indicator, column, printed, read))
    assert not wrong


def cell_meaning(printed: str) -> tuple[Decimal | None, FactState]:
    if not printed:
        return None, FactState.BLANK
    if printed in _NOT_APPLICABLE:
        return None, FactState.NOT_APPLICABLE
    value = Decimal(printed.removesuffix("万元"))
    return value, FactState.NUMBER if value else FactState.ZERO


def test_counted_statements_of_a_sample_become_facts(golden: dict[str, Any]) -> None:
    stated = [f for f in all_facts(golden["file"]) if f.source == "text"]
    missing = [wanted for wanted in golden["text_facts"] if not any(says(f, wanted) for f in stated)]
    assert not missing


def says(fact: Fact, wanted: dict[str, Any]) -> bool:
    """Whether a fact is the wanted one: figure, state and scope, from the wanted words."""
    value = Decimal(wanted["value"]) if "value" in wanted else None
    if fact.unit == "万元" and wanted.get("unit") == "元" and value is not None:
        value /= 10000
    return (
        (fact.indicator, fact.value, fact.state.value) == (wanted["indicator"], value, wanted["state"])
        and fact.scope.endswith(wanted["scope"])
        and overlap(fact.quote, wanted["quote"])
    )


def overlap(one: str, other: str) -> bool:
    return squeeze(one) in squeeze(other) or squeeze(other) in squeeze(one)


def test_every_quote_of_a_fact_stands_in_its_sample(golden: dict[str, Any]) -> None:
    text = report(golden["file"]).text
    assert [f.quote for f in all_facts(golden["file"]) if find(f.quote, text) is None] == []


def sources_text() -> Iterator[tuple[str, str]]:
    for path in sorted((folder().parent / "sources").glob("*.md")):
        yield path.name, path.read_text(encoding="utf-8")


def test_stated_facts_quote_their_source_verbatim() -> None:
    for name, text in sources_text():
        head, body = text.split("+++\n", 2)[1:]
        for quote in re.findall(r'quote = "([^"]+)"', head):
            assert quote in body, (name, quote)
