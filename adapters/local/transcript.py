"""The local page's transcript: each person's chat, encrypted, in its own SQLite file.

It is to the local page what Slack's own database is to Slack. The bot cannot read it.
"""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import aiosqlite

from adapters.local.entries import TranscriptRows
from adapters.shared.background import BackgroundTasks
from adapters.shared.json_values import Json
from adapters.shared.sealed_rows import KeyedHash
from bot.ports import Sealer

CLOCK = """
CREATE TABLE IF NOT EXISTS clock (one INTEGER PRIMARY KEY CHECK (one = 1), seconds REAL NOT NULL);
"""


def traces_in(path: Path) -> list[str]:
    """Says in words what a local page has left in its file: a moved clock, chats. Changes nothing.

    Call it off the event loop. Raises sqlite3.Error where the file is no such file.
    """
    if not path.exists():
        return []
    with closing(sqlite3.connect(path)) as db:
        there = {name for (name,) in db.execute("SELECT name FROM sqlite_master")}
        moved = "clock" in there and db.execute("SELECT 1 FROM clock WHERE seconds <> 0").fetchone()
        chats = "entry" in there and db.execute("SELECT 1 FROM entry").fetchone()
    found = {f"a clock that was moved ({path})": moved, f"chats ({path})": chats}
    return [what for what, is_there in found.items() if is_there]


class Transcript:
    """Open it with `Transcript.open`.

    A changed or removed entry can no longer be read in older copies of the file either.
    """

    def __init__(self, db: aiosqlite.Connection, rows: TranscriptRows) -> None:
        self._db = db
        self._rows = rows
        # No other write may enter a transaction, or use keys that are about to be destroyed.
        self._one = asyncio.Lock()
        self._tasks = BackgroundTasks("transcript_failed")

    @classmethod
    async def open(cls, path: Path, sealer: Sealer, keyed_hash: KeyedHash) -> Transcript:
        db = await aiosqlite.connect(path, isolation_level=None)
        await db.execute("PRAGMA journal_mode=WAL")
        await db.execute("PRAGMA synchronous=FULL")
        await db.execute("PRAGMA secure_delete=ON")
        await db.executescript(CLOCK)
        rows = TranscriptRows(db, sealer, keyed_hash)
        await rows.ready()
        return cls(db, rows)

    async def close(self) -> None:
        """Waits for every change that is under way, however long it takes."""
        await self._tasks.wind_down(grace=None)
        await self._db.close()

    async def add(self, user: str, reference: str, entry: Json) -> bool:
        """Returns False and adds nothing when this person's chat already has the reference."""
        async with self._one:
            if await self._rows.has(user, reference):
                return False
            await self._rows.add(user, reference, entry)
            return True

    async def has(self, user: str, reference: str) -> bool:
        return await self._rows.has(user, reference)

    async def history(self, user: str) -> list[Json]:
        """All entries, oldest first. Entries that can no longer be read are left out."""
        async with self._one:
            return [row.entry for row in await self._rows.of(user)]

    async def entry(self, user: str, reference: str) -> Json | None:
        """Returns None when there is no such entry, or when it can no longer be read."""
        async with self._one:
            found = await self._rows.of(user, reference)
        return found[0].entry if found else None

    async def change(self, user: str, reference: str, entry: Json) -> bool:
        """Replaces the entry. Returns False when there was none."""
        return await self._tasks.finish(self._change(user, reference, entry))

    async def remove(self, user: str, going: Callable[[Json], bool]) -> list[Json]:
        """Removes the entries for which `going` is true, and returns them, oldest first."""
        return await self._tasks.finish(self._remove(user, going))

    async def clear(self, user: str) -> None:
        """Removes a person's whole chat."""
        await self._tasks.finish(self._clear(user))

    async def clear_all(self) -> None:
        """Removes everybody's chat."""
        await self._tasks.finish(self._clear_all())

    async def count(self, user: str | None) -> int:
        """How many entries there are, of one person or in all (None)."""
        async with self._one:
            return await self._rows.count(user)

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

    async def _clear_all(self) -> None:
        async with self._one:
            await self._rows.leave_nothing()

    async def _clear(self, user: str) -> None:
        async with self._one:
            await self._rows.leave(user, [])
