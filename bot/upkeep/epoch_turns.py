"""Turns the epoch by itself after keys were destroyed."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

import structlog

from bot.metrics import METRICS
from bot.ports import Clock, KeyDesk

REST = 100
AFTER_TROUBLE = timedelta(minutes=1)

log = structlog.get_logger()


class EpochTurns:
    """Adds an epoch turn to each tick: first what is due, then the keys."""

    def __init__(self, tick: Callable[[], Awaitable[int]], keys: KeyDesk, clock: Clock) -> None:
        self._tick = tick
        self._keys = keys
        self._clock = clock
        self._rests_until: datetime | None = None

    async def tick(self) -> int:
        """Runs one tick. Returns how many messages left."""
        sent = await self._tick()
        await self.turn()
        return sent

    async def turn(self) -> None:
        """Turns the epoch if wanted, so that no older copy of the key store brings back a destroyed
        key.
        """
        began = self._clock.now()
        if not self._keys.wants_turning or (self._rests_until and began < self._rests_until):
            return
        try:
            await self._keys.turn(began)
        except OSError as problem:
            METRICS.failed("keys")
            log.error("epoch_not_turned", error=type(problem).__name__)
            self._rests_until = began + AFTER_TROUBLE
            return
        # With many keys a turn takes seconds. A pause lets several erases share one turn.
        self._rests_until = began + REST * (self._clock.now() - began)
