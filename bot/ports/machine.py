"""The ports for time and randomness."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol


class Clock(Protocol):
    def now(self) -> datetime:
        """The current time, aware, in UTC."""


class Chance(Protocol):
    def new_id(self) -> str:
        """An unguessable id (at least 128 bits), safe in a button."""

    def new_code(self) -> str:
        """An invitation code as a person types it, e.g. "KXPT-4M7Q-9RTW" (at least 59 bits)."""
