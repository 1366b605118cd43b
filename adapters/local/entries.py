"""The transcript's rows on disk: encrypted, and found by keyed hashes.

A removed row cannot be read in older copies of the file either: everything that stays of that chat
is encrypted again under new keys, and then the old keys are destroyed.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass

import aiosqlite

from adapters.shared.json_values import Json
from adapters.shared.sealed_rows import KeyedHash, RowSealer
from bot.ports import Sealer

SCHEMA = """
CREATE TABLE IF NOT EXISTS entry (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    person TEXT NOT NULL,
    reference TEXT NOT NULL,
    sealed BLOB NOT NULL,
    UNIQUE (person, reference)
);
-- How often a chat got new keys, and whose old keys are still to be destroyed.
CREATE TABLE IF NOT EXISTS renewal (person TEXT PRIMARY KEY, times INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS outdated (owner TEXT PRIMARY KEY);
"""


@dataclass(frozen=True, slots=True, repr=False)
class TranscriptRow:
    id: int
    reference: str
    entry: Json


class TranscriptRows:
    """Call `ready` first. Make one call at a time, except for `has`: all share one connection."""

    def __init__(self, db: aiosqlite.Connection, sealer: Sealer, keyed_hash: KeyedHash) -> None:
        self._db = db
        self._sealer = RowSealer(sealer, keyed_hash, "local", "local.entry")
        self._renewals: dict[str, int] = {}

    async def ready(self) -> None:
        """Creates the tables, and destroys the old keys that a crash left behind."""
        await self._db.executescript(SCHEMA)
        for person, times in await self._db.execute_fetchall("SELECT * FROM renewal"):
            self._renewals[person] = times
        await self._destroy_outdated()

    def reference(self, user: str, reference: str) -> str:
        return self._sealer.hash("reference", user, reference)

    async def has(self, user: str, reference: str) -> bool:
        found = await self._db.execute_fetchall(
            "SELECT 1 FROM entry WHERE person = ? AND reference = ?",
            (self._person(user), self.reference(user, reference)),
        )
        return bool(list(found))

    async def add(self, user: str, reference: str, entry: Json) -> None:
        person, key = self._person(user), self.reference(user, reference)
        sealed = await self._sealer.seal(self._owner(person), key, entry)
        await self._db.execute(
            "INSERT INTO entry (person, reference, sealed) VALUES (?, ?, ?)", (person, key, sealed)
        )

    async def of(self, user: str, reference: str | None = None) -> list[TranscriptRow]:
        """One row or all, oldest first. Rows that can no longer be read are left out."""
        person = self._person(user)
        key = None if reference is None else self.reference(user, reference)
        rows = await self._db.execute_fetchall(
            "SELECT id, reference, sealed FROM entry "
            "WHERE person = ? AND coalesce(?, reference) = reference ORDER BY id",
            (person, key),
        )
        owner = self._owner(person)
        tried = [
            (row, key, await self._sealer.unseal_or_none(owner, key, sealed))
            for row, key, sealed in rows
        ]
        return [TranscriptRow(row, key, entry) for row, key, entry in tried if entry is not None]

    async def leave(self, user: str, left: Sequence[TranscriptRow]) -> None:
        """Keeps only `left`. Unreadable rows go too: nobody can ever read them.

        The old keys are destroyed last, so a crash leaves either all rows or exactly `left`.
        """
        await self._leave(self._person(user), left)

    async def leave_nothing(self) -> None:
        """Removes everybody's rows, and destroys their keys."""
        rows = await self._db.execute_fetchall("SELECT DISTINCT person FROM entry")
        for (person,) in rows:
            await self._leave(person, [])

    async def count(self, user: str | None) -> int:
        """How many rows there are, of one person or in all (None)."""
        person = None if user is None else self._person(user)
        rows = await self._db.execute_fetchall(
            "SELECT count(*) FROM entry WHERE person = coalesce(?, person)", (person,)
        )
        return int(next(iter(rows))[0])

    async def _leave(self, person: str, left: Sequence[TranscriptRow]) -> None:
        times = self._renewals.get(person, 0)
        new = _owner_of(person, times + 1)
        sealed = [(await self._sealer.seal(new, row.reference, row.entry), row.id) for row in left]
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
            await self._sealer.destroy(owner)
            await self._db.execute("DELETE FROM outdated WHERE owner = ?", (owner,))
        await self._db.execute_fetchall("PRAGMA wal_checkpoint(TRUNCATE)")

    @asynccontextmanager
    async def _transaction(self) -> AsyncIterator[None]:
        await self._db.execute("BEGIN IMMEDIATE")
        try:
            yield
            await self._db.execute("COMMIT")
        except BaseException:
            # On a full disk SQLite has already rolled back by itself.
            if self._db.in_transaction:
                await self._db.execute("ROLLBACK")
            raise

    def _person(self, user: str) -> str:
        return self._sealer.hash("person", user)

    def _owner(self, person: str) -> str:
        return _owner_of(person, self._renewals.get(person, 0))


def _owner_of(person: str, renewals: int) -> str:
    """Counts up, so that an owner whose keys were destroyed is never used again."""
    return f"local:{person}:{renewals}" if renewals else f"local:{person}"
