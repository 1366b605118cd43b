"""Loads the tables and weights of hearing beside the start, so that nobody's first line waits."""

from __future__ import annotations

from datetime import UTC, datetime
from threading import Thread

from bot.text import languages
from bot.understand import hear, read_times


def warm_up_hearing() -> None:
    """Begins to load, in a thread of its own, and returns at once. A second call finds it done."""
    Thread(target=_load, name="warm-up", daemon=True).start()


def _load() -> None:
    today = datetime.now(UTC).date()
    for language in languages():
        hear("hello", language, today)
        read_times("monday", language, today)
