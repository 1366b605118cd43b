"""Brings up to date what the metrics say of the whole installation: keys, ledger, backup, disk."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable

import structlog

from bot.domain.operator import Standing
from bot.metrics import METRICS
from bot.observing.traces import TracedRound, traced
from bot.ports import KeyDesk, Store
from bot.upkeep.ledger_audit import audit

# A look costs little, but for the ledger, which is read whole.
LOOK_SECONDS = 60.0
LEDGER_SECONDS = 6 * 3600.0

log = structlog.get_logger()


class Figures:
    """`standing` looks at the data folder. `beat` counts seconds and never goes back."""

    def __init__(
        self,
        store: Store,
        keys: KeyDesk,
        standing: Callable[[], Awaitable[Standing]],
        beat: Callable[[], float] = time.monotonic,
    ) -> None:
        self._store = store
        self._keys = keys
        self._standing = standing
        self._beat = beat
        self._audited_at: float | None = None

    @traced(TracedRound.FIGURES)
    async def look(self) -> None:
        """Looks once; call it every LOOK_SECONDS. Never raises: an old figure stays."""
        for name, look in (
            ("epoch", self._epoch),
            ("disk", self._disk),
            ("backup", self._backup),
            ("ledger", self._ledger),
        ):
            try:
                await look()
            except Exception as problem:
                log.error("figure_not_read", which=name, error=type(problem).__name__)

    async def _epoch(self) -> None:
        """When it was turned is not told: a turn follows an erase."""
        status = await self._keys.status()
        owed = status.wanted or (status.by_hand and status.with_older > 0)
        METRICS.figure("epoch_owed", owed)

    async def _disk(self) -> None:
        METRICS.figure("disk_free_bytes", (await self._standing()).free_bytes)

    async def _backup(self) -> None:
        at = (await self._keys.status()).backed_up_at
        METRICS.figure("backup_timestamp_seconds", at.timestamp() if at else 0)

    async def _ledger(self) -> None:
        """How many chains are damaged is for the doctor: a chain is one person's."""
        now = self._beat()
        if self._audited_at is not None and now - self._audited_at < LEDGER_SECONDS:
            return
        self._audited_at = now
        METRICS.figure("ledger_unsound", bool((await audit(self._store)).flaws))
