"""What has to be done every so often: engagements end, what has expired goes, keys with it."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from bot.expiring import expire
from bot.ports import Clock, Store
from bot.settings import Settings
from bot.tidying import BATCH

SWEEP_EVERY = timedelta(minutes=15)


class Sweep:
    """One process's sweeps. Several may sweep side by side: each thing goes once."""

    def __init__(self, store: Store, clock: Clock, settings: Settings) -> None:
        self._store = store
        self._clock = clock
        self._grace = timedelta(days=settings.grace_days)
        self._swept_at: datetime | None = None
        self._renewed_on: date | None = None

    async def now(self) -> None:
        """Every so often, and again at once for as long as there is more than one batch."""
        now = self._clock.now()
        if self._swept_at is not None and abs(now - self._swept_at) < SWEEP_EVERY:
            return
        async with self._store.transaction() as tx:
            ended = await tx.end_overdue(now, BATCH)
            for engagement_id in ended:
                await expire(tx, engagement_id, now)
            removed = await tx.sweep(now, BATCH)
            removed += await tx.erase_left(now - self._grace, now, BATCH)
            if self._renewed_on != now.date():
                await tx.renew_inbox_keys()
        self._renewed_on = now.date()
        async with self._store.transaction() as tx:
            tidied = await tx.tidy(BATCH)
        if max(len(ended), removed, tidied) < BATCH:
            self._swept_at = now
