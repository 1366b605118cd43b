"""What this platform holds: each person's chat, sealed, in a file of its own.

It is to the local page what Slack's own database is to Slack. The bot cannot read it.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any, TypeVar

import aiosqlite

from adapters.shared.sealed_rows import SealedRows
from bot.ports import Sealer

Json = dict[str, Any]
T = TypeVar("T")
CLOCK = """
CREATE TABLE IF NOT EXISTS clock (one INTEGER PRIMARY KEY CHECK (one = 1), seconds REAL NOT NULL);
"""


class Transcript:
    """Open with `Transcript.open`.

    Whatever is changed or removed can no longer be read in older copies of the file either.
    """

    def __init__(self, db: aiosqlite.Connection, rows: SealedRows) -> None:
        self._db = db
        self._rows = rows
        # No other write may slip into a transaction, or be sealed with keys that are about to go.
        self._one = asyncio.Lock()
        self._working: set[asyncio.Task[Any]] = set()

    @classmethod
    async def open(
        cls, path: Path, sealer: Sealer, keyed_hash: Callable[[str, str], str]
    ) -> Transcript:
        db = await aiosqlite.connect(path, isolation_level=None)
        await db.execute("PRAGMA journal_mode=WAL")
        await db.execute("PRAGMA synchronous=FULL")
        await db.execute("PRAGMA secure_delete=ON")
        await db.executescript(CLOCK)
        rows = SealedRows(db, sealer, keyed_hash)
        await rows.ready()
        return cls(db, rows)

    async def close(self) -> None:
        """Waits for what is being changed or removed."""
        if self._working:
            await asyncio.wait(self._working)
        await self._db.close()

    async def add(self, user: str, reference: str, entry: Json) -> bool:
        """False, and nothing is added, when this person's chat has the reference already."""
        async with self._one:
            if await self._rows.has(user, reference):
                return False
            await self._rows.add(user, reference, entry)
            return True

    async def has(self, user: str, reference: str) -> bool:
        return await self._rows.has(user, reference)

    async def history(self, user: str) -> list[Json]:
        """Oldest first. What can no longer be opened is left out."""
        async with self._one:
            return [row.entry for row in await self._rows.of(user)]

    async def entry(self, user: str, reference: str) -> Json | None:
        """None when there is no such entry, or when it can no longer be opened."""
        async with self._one:
            found = await self._rows.of(user, reference)
        return found[0].entry if found else None

    async def change(self, user: str, reference: str, entry: Json) -> bool:
        """Puts another entry in its place. False where there was none."""
        return await self._whole(self._change(user, reference, entry))

    async def remove(self, user: str, going: Callable[[Json], bool]) -> list[Json]:
        """Removes the entries that are `going`, and returns them, oldest first."""
        return await self._whole(self._remove(user, going))

    async def clear(self, user: str) -> None:
        """Removes a person's whole chat."""
        await self._whole(self._clear(user))

    async def clock_offset(self) -> timedelta:
        rows = list(await self._db.execute_fetchall("SELECT seconds FROM clock"))
        return timedelta(seconds=rows[0][0] if rows else 0)

    async def keep_clock_offset(self, offset: timedelta) -> None:
        async with self._one:
            await self._db.execute("REPLACE INTO clock VALUES (1, ?)", (offset.total_seconds(),))

    async def _change(self, user: str, reference: str, entry: Json) -> bool:
        wanted = self._rows.reference(user, reference)
        async with self._one:
            rows = await self._rows.of(user)
            if all(row.reference != wanted for row in rows):
                return False
            left = [replace(row, entry=entry) if row.reference == wanted else row for row in rows]
            await self._rows.leave(user, left)
            return True

    async def _remove(self, user: str, going: Callable[[Json], bool]) -> list[Json]:
        async with self._one:
            rows = await self._rows.of(user)
            gone = [row for row in rows if going(row.entry)]
            if gone:
                await self._rows.leave(user, [row for row in rows if row not in gone])
            return [row.entry for row in gone]

    async def _clear(self, user: str) -> None:
        async with self._one:
            await self._rows.leave(user, [])

    async def _whole(self, work: Coroutine[Any, Any, T]) -> T:
        """Goes on to its end even when whoever asked for it is cancelled."""
        task = asyncio.create_task(work)
        self._working.add(task)
        task.add_done_callback(self._working.discard)
        return await asyncio.shield(task)
