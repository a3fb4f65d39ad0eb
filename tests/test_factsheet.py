"""Facts as lines of CSV."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

from facts import EAST, fact

from assistant.factsheet import COLUMNS, lines, row

ONE = fact(EAST, "requests_new", "12")


def read(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


def test_no_fact_is_a_header() -> None:
    assert "".join(lines([])) == ",".join(COLUMNS) + "\n"


def test_a_blank_has_no_value_and_says_that_it_is_blank() -> None:
    blank = row(fact(EAST, "requests_new", None))
    assert (blank["value"], blank["state"]) == (None, "blank")
    assert read("".join(lines([fact(EAST, "requests_new", None)])))[0]["value"] == ""


def test_a_byte_order_mark_stands_once_before_the_header() -> None:
    told = "".join(lines([ONE, ONE], spreadsheet=True))
    assert told.startswith("\ufeffreport,")
    assert told.count("\ufeff") == 1


def test_a_spreadsheet_runs_no_text_and_still_reads_negative_numbers() -> None:
    evil = replace(ONE, quote="=HYPERLINK(1)")
    minus = fact(EAST, "penalties", "-3", column="本年增/减")
    cells = read("".join(lines([evil, minus], spreadsheet=True)))
    assert cells[0]["quote"] == "'=HYPERLINK(1)"
    assert cells[1]["value"] == "-3"
    assert read("".join(lines([evil])))[0]["quote"] == "=HYPERLINK(1)"


def test_line_feeds_and_quotes_survive() -> None:
    odd = replace(ONE, quote='一行\n"二行",三')
    assert read("".join(lines([odd])))[0]["quote"] == odd.quote
