"""The ports for time and randomness."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Protocol

# Asked before anything is ended, erased or forgotten because its time has come. False while the
# clocks are in doubt (`bot.upkeep.clocks.watch.ClockWatch`): what waits is done later.
MayDestroy = Callable[[], Awaitable[bool]]


async def always() -> bool:
    """A `MayDestroy` where no machine's clock is trusted or not: the time is told by a story."""
    return True


class Clock(Protocol):
    def now(self) -> datetime:
        """The current time, aware, in UTC."""


class Chance(Protocol):
    def new_id(self) -> str:
        """An unguessable id (at least 128 bits), safe in a button."""

    def new_code(self) -> str:
        """An invitation code as a person types it, e.g. "KXPT-4M7Q-9RTW" (at least 59 bits)."""
