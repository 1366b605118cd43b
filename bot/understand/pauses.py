"""Finds a pause in a typed line: "pause until Monday", "pause for two weeks"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from bot.understand.days import day_of, judge, named_end, span_end
from bot.understand.phrases import Intent, Phrases

DAY_WORDS = 5


@dataclass(frozen=True, slots=True)
class Understood:
    """The meaning of a line. The bot asks the person first unless it is `sure`.

    `until` and `reason` (see `read_day`) belong to a pause, `code` to a code.
    """

    intent: Intent | None
    sure: bool = True
    until: date | None = None
    reason: str | None = None
    code: str | None = field(default=None, repr=False)


def find_pause(line: str, table: Phrases, today: date) -> Understood | None:
    """The pause that a plain line asks for, with its last day or what is wrong with it."""
    for shorter in reversed(list(stripped(line, table))):
        pause = (
            _pause_until(shorter, table, today)
            or _pause_for(shorter, table, today)
            or _pause_during(shorter, table, today)
        )
        if pause is not None:
            return pause
    return None


def _pause_until(line: str, table: Phrases, today: date) -> Understood | None:
    unread = [place for place in table.until.opened(line) if place.count(" ") < DAY_WORDS]
    for place in (*table.until.opened(line), *table.when.opened(line)):
        for shorter in table.strip(place, table.day["lead"]):
            day = day_of(shorter, table, today)
            if day is not None:
                return Understood(Intent.PAUSE, True, *judge(day, today))
    return Understood(Intent.PAUSE, reason="unreadable") if unread else None


def _pause_for(line: str, table: Phrases, today: date) -> Understood | None:
    for place in table.span.opened(line):
        try:
            day = span_end(place, table, today)
        except (ValueError, OverflowError):
            return Understood(Intent.PAUSE, reason="unreadable")
        if day is not None:
            return Understood(Intent.PAUSE, True, *judge(day, today))
    return None


def _pause_during(line: str, table: Phrases, today: date) -> Understood | None:
    for place in table.during.opened(line):
        day = named_end(place, table.day["during"], today)
        if day is not None:
            return Understood(Intent.PAUSE, until=day)
    return None


def stripped(line: str, table: Phrases) -> Iterator[str]:
    return table.strip(line, table.before, table.after)
