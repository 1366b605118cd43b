"""Destroys keys after their rows were erased or sealed under another key."""

from __future__ import annotations

import structlog

from bot.metrics import METRICS
from bot.ports import Clock, Store
from bot.rules.portions import Portions

log = structlog.get_logger()


class KeyCleanup:
    """Cleans up in transactions of its own: a key is destroyed after its replacement was saved."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._portions = Portions(store, clock)

    async def after_erasing(self) -> None:
        await self._tidy(renew=False)

    async def after_answering(self) -> None:
        """Cleans up, and renews the inbox keys: the event that erased was answered and removed."""
        await self._tidy(renew=True)

    async def _tidy(self, *, renew: bool) -> None:
        """Never raises: the next sweep destroys the keys that stay after a failure."""
        try:
            async with self._store.transaction() as tx:
                await tx.finish_erasing(self._clock.now())
                if renew:
                    await tx.renew_inbox_keys()
            await self._portions.all(lambda tx, most: tx.tidy(most))
        except Exception as problem:
            METRICS.failed("keys")
            log.error("tidy_failed", error=type(problem).__name__)
