"""What goes on by itself beside the messages: an epoch is turned after keys were destroyed."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

import structlog

from bot.metrics import METRICS
from bot.ports import Clock, KeyDesk

TURN_AT_MOST = timedelta(minutes=10)

log = structlog.get_logger()


class Upkeep:
    """One tick: what is due happens first, then whatever the keys need."""

    def __init__(self, tick: Callable[[], Awaitable[int]], keys: KeyDesk, clock: Clock) -> None:
        self._tick = tick
        self._keys = keys
        self._clock = clock
        self._turned_at: datetime | None = None

    async def tick(self) -> int:
        """Returns how many messages left."""
        sent = await self._tick()
        await self._turn()
        return sent

    async def _turn(self) -> None:
        """So that no older copy of the key store brings back a key that an erase destroyed."""
        now = self._clock.now()
        recently = self._turned_at is not None and abs(now - self._turned_at) < TURN_AT_MOST
        if not self._keys.wants_turning or recently:
            return
        self._turned_at = now
        try:
            await self._keys.turn(now)
        except OSError as problem:
            METRICS.failed("keys")
            log.error("epoch_not_turned", error=type(problem).__name__)
