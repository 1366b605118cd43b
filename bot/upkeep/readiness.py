"""Whether this process could do its work now: it can claim, write, hear the queue and send.

Each check has its own few seconds. One that hangs is a trouble, and holds up no other.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field

import structlog

from bot.metrics import Pulse
from bot.ports import KeyDesk, Store
from bot.upkeep.alarm import has_stopped

# The whole answer comes within five seconds.
LIMIT_SECONDS = 3.0
LEAST_FREE = 16 * 1024 * 1024

Check = Callable[[], Awaitable[str | None]]

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Ready:
    """What one process needs in order to work. Each check returns its trouble in two words.

    `hears` tells why wake-ups are not heard (None: this process needs none), `can_send` why no
    platform takes anything, and `free_bytes` is the space for the database and the keys here.
    """

    store: Store
    keys: KeyDesk
    pulse: Pulse
    can_send: Check
    free_bytes: Callable[[], Awaitable[int]]
    hears: Check | None = None
    _running: dict[str, asyncio.Task[str | None]] = field(default_factory=dict)

    async def checks(self) -> Mapping[str, str | None]:
        """The trouble of each check by its name; None where there is none. Never raises."""
        rows = self._rows()
        found = await asyncio.gather(*(self._try(*row) for row in rows))
        return {name: trouble for (name, _, _), trouble in zip(rows, found, strict=True)}

    def _rows(self) -> Sequence[tuple[str, str, Check]]:
        """One row for each check: its name, the trouble if it cannot be made, and the check."""
        rows: list[tuple[str, str, Check]] = [
            ("database", "no database", self._database),
            ("keys", "no keys", self._keys),
            ("disk", "no disk", self._disk),
            ("loop", "loop stopped", self._loop),
        ]
        if self.hears is not None:
            rows.append(("queue", "queue lost", self.hears))
        return (*rows, ("platforms", "no platform", self.can_send))

    async def _try(self, name: str, trouble: str, check: Check) -> str | None:
        """Makes the check, or waits for the one that hangs: it is not cancelled half-way."""
        task = self._running.get(name)
        if task is None or task.done():
            task = self._running[name] = asyncio.ensure_future(check())
        await asyncio.wait([task], timeout=LIMIT_SECONDS)
        if not task.done():
            return trouble
        if (problem := task.exception()) is None:
            return task.result()
        log.warning("not_ready", check=name, error=type(problem).__name__)
        return trouble

    async def _database(self) -> str | None:
        """Reads what is due, as each claim does, and writes something that is gone at once."""
        async with self.store.transaction() as tx:
            await tx.next_due()
            await tx.try_writing()
        return None

    async def _keys(self) -> str | None:
        await self.keys.status()
        return None

    async def _disk(self) -> str | None:
        return "disk full" if await self.free_bytes() < LEAST_FREE else None

    async def _loop(self) -> str | None:
        return "loop stopped" if has_stopped(self.pulse) else None
