"""The rows of the transcript as they lie on disk: sealed, under names that are keyed hashs.

What goes from here is gone from older copies of the file too: all that stays of that chat is
sealed under new keys, and the old keys are destroyed.
"""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
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
-- How often a chat was sealed anew, and whose keys have still to be destroyed after that.
CREATE TABLE IF NOT EXISTS renewal (person TEXT PRIMARY KEY, times INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS outdated (owner TEXT PRIMARY KEY);
"""


@dataclass(frozen=True, slots=True, repr=False)
class Row:
    id: int
    reference: str
    entry: Json


class SealedRows:
    """`ready` comes first. One call at a time, except for `has`: they share a connection."""

    def __init__(
        self, db: aiosqlite.Connection, sealer: Sealer, keyed_hash: Callable[[str, str], str]
    ) -> None:
        self._db = db
        self._sealer = sealer
        self._keyed_hash = keyed_hash
        self._renewals: dict[str, int] = {}

    async def ready(self) -> None:
        """Makes the tables, and destroys the keys that a crash had left."""
        await self._db.executescript(SCHEMA)
        for person, times in await self._db.execute_fetchall("SELECT * FROM renewal"):
            self._renewals[person] = times
        await self._destroy_outdated()

    def reference(self, user: str, reference: str) -> str:
        return self._keyed_hash("local.reference", f"{user}|{reference}")

    async def has(self, user: str, reference: str) -> bool:
        found = await self._db.execute_fetchall(
            "SELECT 1 FROM entry WHERE person = ? AND reference = ?",
            (self._person(user), self.reference(user, reference)),
        )
        return bool(list(found))

    async def add(self, user: str, reference: str, entry: Json) -> None:
        person, key = self._person(user), self.reference(user, reference)
        sealed = await self._seal(self._owner(person), key, entry)
        await self._db.execute(
            "INSERT INTO entry (person, reference, sealed) VALUES (?, ?, ?)", (person, key, sealed)
        )

    async def of(self, user: str, reference: str | None = None) -> list[Row]:
        """Oldest first, one or all. What can no longer be opened is left out."""
        person = self._person(user)
        key = None if reference is None else self.reference(user, reference)
        rows = await self._db.execute_fetchall(
            "SELECT id, reference, sealed FROM entry "
            "WHERE person = ? AND coalesce(?, reference) = reference ORDER BY id",
            (person, key),
        )
        tried = [(row, key, await self._unseal(person, key, sealed)) for row, key, sealed in rows]
        return [Row(row, key, entry) for row, key, entry in tried if entry is not None]

    async def leave(self, user: str, left: Sequence[Row]) -> None:
        """Only `left` stays. What could not be opened goes too: nobody will ever read it.

        The old keys are destroyed last, so that a crash keeps either all of it or what was left.
        """
        person = self._person(user)
        times = self._renewals.get(person, 0)
        new = _owner_of(person, times + 1)
        sealed = [(await self._seal(new, row.reference, row.entry), row.id) for row in left]
        async with self._transaction():
            await self._remove_but(person, {row.id for row in left})
            await self._db.executemany("UPDATE entry SET sealed = ? WHERE id = ?", sealed)
            await self._db.execute("REPLACE INTO renewal VALUES (?, ?)", (person, times + 1))
            await self._db.execute("INSERT INTO outdated VALUES (?)", (self._owner(person),))
        self._renewals[person] = times + 1
        await self._destroy_outdated()

    async def _remove_but(self, person: str, staying: set[int]) -> None:
        rows = await self._db.execute_fetchall("SELECT id FROM entry WHERE person = ?", (person,))
        going = [(row,) for (row,) in rows if row not in staying]
        await self._db.executemany("DELETE FROM entry WHERE id = ?", going)

    async def _destroy_outdated(self) -> None:
        for (owner,) in await self._db.execute_fetchall("SELECT owner FROM outdated"):
            await self._sealer.forget(owner)
            await self._db.execute("DELETE FROM outdated WHERE owner = ?", (owner,))
        await self._db.execute_fetchall("PRAGMA wal_checkpoint(TRUNCATE)")

    @asynccontextmanager
    async def _transaction(self) -> AsyncIterator[None]:
        await self._db.execute("BEGIN IMMEDIATE")
        try:
            yield
            await self._db.execute("COMMIT")
        except BaseException:
            # On a full disk SQLite has rolled back by itself, and has nothing left to.
            if self._db.in_transaction:
                await self._db.execute("ROLLBACK")
            raise

    async def _seal(self, owner: str, key: str, entry: Json) -> bytes:
        words = Words(json.dumps(entry))
        return await self._sealer.seal(owner, _place(key), words, datetime.now(UTC))

    async def _unseal(self, person: str, key: str, sealed: bytes) -> Json | None:
        try:
            opened = await self._sealer.unseal(self._owner(person), _place(key), sealed)
        except (KeyError, ValueError):
            return None
        entry: Json = json.loads(opened.text)
        return entry

    def _person(self, user: str) -> str:
        return self._keyed_hash("local.person", user)

    def _owner(self, person: str) -> str:
        return _owner_of(person, self._renewals.get(person, 0))


def _owner_of(person: str, renewals: int) -> str:
    """A name whose keys were destroyed is never used again."""
    return f"local:{person}:{renewals}" if renewals else f"local:{person}"


def _place(reference: str) -> str:
    return f"local.entry|{reference}"
