"""TEMPORARY until the real one is merged."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time


@dataclass(frozen=True, slots=True)
class Times:
    days: tuple[str, ...] | None = None
    every: int | None = None
    window: tuple[time, time] | None = None
    not_on: tuple[str, ...] = ()
    off: tuple[tuple[date, date], ...] = ()
    quiet: tuple[time, time] | None = None


def read_times(text: str, language: str, today: date) -> Times | None:
    return None
