"""Keys that nothing needs any more are destroyed, once what they sealed is gone or sealed anew."""

from __future__ import annotations

import structlog

from bot.metrics import METRICS
from bot.ports import Clock, Store

BATCH = 500

log = structlog.get_logger()


class KeyCleanup:
    """In two transactions: no key is destroyed before what replaces it is saved."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    async def after_erasing(self) -> None:
        await self._tidy(renew=False)

    async def after_answering(self) -> None:
        """The event that erased something was answered, and its own row is gone as well."""
        await self._tidy(renew=True)

    async def _tidy(self, *, renew: bool) -> None:
        """Never raises: the sweep makes up for what fails here."""
        try:
            async with self._store.transaction() as tx:
                await tx.finish_erasing(self._clock.now())
                if renew:
                    await tx.renew_inbox_keys()
            async with self._store.transaction() as tx:
                await tx.tidy(BATCH)
        except Exception as problem:
            METRICS.failed("keys")
            log.error("tidy_failed", error=type(problem).__name__)
