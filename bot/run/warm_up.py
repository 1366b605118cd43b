"""Loads tables, weights and holidays beside the start, so that nobody waits for their first use."""

from __future__ import annotations

import gc
from datetime import UTC, datetime
from threading import Thread

from bot.domain.days_off import knows_holidays
from bot.text import languages
from bot.understand import hear, nearly, read_country, read_place, read_rest_days, read_times


def warm_up_hearing() -> Thread:
    """Begins to load, in a thread of its own, and returns at once. A second call finds it done."""
    loading = Thread(target=_load, name="warm-up", daemon=True)
    loading.start()
    return loading


def _load() -> None:
    today = datetime.now(UTC).date()
    for language in languages():
        hear("hello", language, today)
        read_times("monday", language, today)
        read_rest_days("monday", language, today)
        nearly("paus", language)
    # Neither is a place, so every table is read.
    read_country("nowhere", languages()[0])
    read_place("nowhere")
    knows_holidays("DE")
    # What is loaded now stays until the end. To look through it for rubbish would hold the loop for
    # more than a tenth of a second each time.
    gc.freeze()
