"""What stays in memory is left alone by the collector."""

from __future__ import annotations

import gc

from assistant.memory import settle


def test_what_has_been_loaded_is_kept_out_of_later_collections() -> None:
    before = gc.get_freeze_count()
    try:
        settle()
        assert gc.get_freeze_count() > before
    finally:
        gc.unfreeze()
