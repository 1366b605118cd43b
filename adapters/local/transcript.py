"""What this platform holds: each person's chat, sealed, in a file of its own.

It is to the local page what Slack's own database is to Slack. The bot cannot read it.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import aiosqlite

from bot.domain.words import Words
from bot.ports import Sealer

Json = dict[str, Any]
SCHEMA = """
CREATE TABLE IF NOT EXISTS entry (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    person TEXT NOT NULL,
    reference TEXT NOT NULL,
    sealed BLOB NOT NULL,
    UNIQUE (person, reference)
);
CREATE TABLE IF NOT EXISTS clock (one INTEGER PRIMARY KEY CHECK (one = 1), seconds REAL NOT NULL);
"""


class Transcript:
    """People and references are stored as keyed digests only; open with `Transcript.open`."""

    def __init__(
        self, db: aiosqlite.Connection, sealer: Sealer, digest: Callable[[str, str], str]
    ) -> None:
        self._db = db
        self._sealer = sealer
        self._digest = digest

    @classmethod
    async def open(
        cls, path: Path, sealer: Sealer, digest: Callable[[str, str], str]
    ) -> Transcript:
        db = await aiosqlite.connect(path, isolation_level=None)
        await db.execute("PRAGMA journal_mode=WAL")
        await db.execute("PRAGMA synchronous=FULL")
        await db.execute("PRAGMA secure_delete=ON")
        await db.executescript(SCHEMA)
        return cls(db, sealer, digest)

    async def close(self) -> None:
        await self._db.close()

    async def add(self, user: str, reference: str, entry: Json) -> bool:
        """False, and nothing is added, when this person's chat has the reference already."""
        if await self.has(user, reference):
            return False
        key = self._reference(user, reference)
        sealed = await self._seal(user, key, entry)
        cursor = await self._db.execute(
            "INSERT OR IGNORE INTO entry (person, reference, sealed) VALUES (?, ?, ?)",
            (self._person(user), key, sealed),
        )
        return cursor.rowcount == 1

    async def has(self, user: str, reference: str) -> bool:
        key = (self._person(user), self._reference(user, reference))
        found = await self._db.execute_fetchall(
            "SELECT 1 FROM entry WHERE person = ? AND reference = ?", key
        )
        return bool(list(found))

    async def change(self, user: str, reference: str, entry: Json | None) -> None:
        """Puts another entry in its place, or removes it."""
        key = self._reference(user, reference)
        if entry is None:
            await self._db.execute(
                "DELETE FROM entry WHERE person = ? AND reference = ?", (self._person(user), key)
            )
            return
        sealed = await self._seal(user, key, entry)
        await self._db.execute(
            "UPDATE entry SET sealed = ? WHERE person = ? AND reference = ?",
            (sealed, self._person(user), key),
        )

    async def history(self, user: str) -> list[Json]:
        """Oldest first. What can no longer be opened is left out."""
        rows = await self._db.execute_fetchall(
            "SELECT reference, sealed FROM entry WHERE person = ? ORDER BY id",
            (self._person(user),),
        )
        entries: list[Json] = []
        for key, sealed in rows:
            entry = await self._unseal(user, key, sealed)
            if entry is not None:
                entries.append(entry)
        return entries

    async def entry(self, user: str, reference: str) -> Json | None:
        """None when there is no such entry, or when it can no longer be opened."""
        key = self._reference(user, reference)
        rows = await self._db.execute_fetchall(
            "SELECT sealed FROM entry WHERE person = ? AND reference = ?",
            (self._person(user), key),
        )
        found = [await self._unseal(user, key, sealed) for (sealed,) in rows]
        return found[0] if found else None

    async def clear(self, user: str) -> None:
        """Removes a person's chat and destroys the keys that could read it."""
        await self._sealer.forget(self._owner(user))
        await self._db.execute("DELETE FROM entry WHERE person = ?", (self._person(user),))
        await self._db.execute_fetchall("PRAGMA wal_checkpoint(TRUNCATE)")

    async def seal_anew(self, user: str) -> None:
        """What is left of a chat gets a new key; the old one, and what only it could open, go."""
        person = self._person(user)
        rows = await self._db.execute_fetchall(
            "SELECT reference, sealed FROM entry WHERE person = ?", (person,)
        )
        left = [(key, await self._unseal(user, key, sealed)) for key, sealed in rows]
        await self._sealer.forget(self._owner(user))
        for key, entry in left:
            if entry is not None:
                sealed = await self._seal(user, key, entry)
                await self._db.execute(
                    "UPDATE entry SET sealed = ? WHERE person = ? AND reference = ?",
                    (sealed, person, key),
                )
        await self._db.execute_fetchall("PRAGMA wal_checkpoint(TRUNCATE)")

    async def clock_offset(self) -> timedelta:
        rows = list(await self._db.execute_fetchall("SELECT seconds FROM clock"))
        return timedelta(seconds=rows[0][0] if rows else 0)

    async def keep_clock_offset(self, offset: timedelta) -> None:
        await self._db.execute(
            "INSERT INTO clock VALUES (1, ?) ON CONFLICT (one) DO UPDATE SET seconds = ?",
            (offset.total_seconds(), offset.total_seconds()),
        )

    async def _seal(self, user: str, key: str, entry: Json) -> bytes:
        words = Words(json.dumps(entry))
        return await self._sealer.seal(self._owner(user), _place(key), words, datetime.now(UTC))

    async def _unseal(self, user: str, key: str, sealed: bytes) -> Json | None:
        try:
            opened = await self._sealer.unseal(self._owner(user), _place(key), sealed)
        except (KeyError, ValueError):
            return None
        entry: Json = json.loads(opened.text)
        return entry

    def _person(self, user: str) -> str:
        return self._digest("local.person", user)

    def _reference(self, user: str, reference: str) -> str:
        return self._digest("local.reference", f"{user}|{reference}")

    def _owner(self, user: str) -> str:
        return f"local:{self._person(user)}"


def _place(reference: str) -> str:
    return f"local.entry|{reference}"
