"""The figures that the page shows, as a file."""

from __future__ import annotations

from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import StreamingResponse

from assistant import factsheet
from assistant.page.explore import facts_shown
from assistant.page.request import query
from index.store import Store


def csv_of(store: Store) -> Callable[[Request], StreamingResponse]:
    """The route that gives CSV for ``indicator``, ``column``, ``issuer`` and ``year``; ``bom=1`` makes it for spreadsheets."""

    def csv(request: Request) -> StreamingResponse:
        asked = request.query_params
        facts = facts_shown(store, query(asked.multi_items()))
        lines = factsheet.lines(facts, spreadsheet=asked.get("bom") == "1")
        headers = {"content-disposition": 'attachment; filename="figures.csv"'}
        return StreamingResponse(lines, media_type="text/csv; charset=utf-8", headers=headers)

    return csv
