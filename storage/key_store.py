"""Wrapped keys in a SQLite file of their own, never backed up together with the data."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

TABLES = (
    "CREATE TABLE IF NOT EXISTS about (name TEXT PRIMARY KEY, value BLOB NOT NULL)",
    """CREATE TABLE IF NOT EXISTS data_key (
        id BLOB PRIMARY KEY, owner TEXT NOT NULL, month INTEGER NOT NULL, wrapped BLOB NOT NULL,
        UNIQUE (owner, month))""",
    # Whose rows may still have to go; an owner leaves this list when they have gone.
    "CREATE TABLE IF NOT EXISTS forgotten (owner TEXT PRIMARY KEY)",
)
AT_ONCE = 500


@dataclass(frozen=True, slots=True, repr=False)
class WrappedKey:
    """One owner's data key of one month (counted from year 0), as it lies in the store."""

    id: bytes
    owner: str
    month: int
    wrapped: bytes


class KeyStore:
    """Synchronous, for use off the event loop. Each method is one durable transaction.

    A rollback journal and not a write-ahead log, secure_delete, and `synchronous=EXTRA`, which
    also syncs the folder: after a power cut neither is a new key lost nor a destroyed one back.
    """

    def __init__(self, file: Path) -> None:
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        file.touch(mode=0o600)
        self._one = Lock()
        self._db = sqlite3.connect(
            file, isolation_level=None, check_same_thread=False, timeout=10.0
        )

    def about(self) -> dict[str, bytes]:
        """Facts about the store by name, empty when it is new. Call it first."""
        for pragma in ("journal_mode=DELETE", "secure_delete=ON", "synchronous=EXTRA"):
            self._db.execute(f"PRAGMA {pragma}").fetchall()
        with self._transaction() as db:
            for table in TABLES:
                db.execute(table)
            return dict(db.execute("SELECT name, value FROM about"))

    def begin(self, about: dict[str, bytes]) -> None:
        """Writes the facts of a new store, all at once."""
        with self._transaction() as db:
            db.executemany("INSERT INTO about VALUES (?, ?)", about.items())

    def note(self, name: str, value: bytes) -> None:
        """Writes one more fact about the store."""
        with self._transaction() as db:
            db.execute("INSERT INTO about VALUES (?, ?) ON CONFLICT DO NOTHING", (name, value))

    def add(self, key: WrappedKey) -> WrappedKey:
        """Keeps `key`, or returns the one that this owner and month already have."""
        with self._transaction() as db:
            db.execute(
                "INSERT INTO data_key (id, owner, month, wrapped) VALUES (?, ?, ?, ?) "
                "ON CONFLICT (owner, month) DO NOTHING",
                (key.id, key.owner, key.month, key.wrapped),
            )
            row = db.execute(
                "SELECT id, owner, month, wrapped FROM data_key WHERE owner = ? AND month = ?",
                (key.owner, key.month),
            ).fetchone()
        return WrappedKey(*row)

    def of(self, owners: Collection[str]) -> list[WrappedKey]:
        """Every key of these owners."""
        wanted = list(owners)
        found: list[WrappedKey] = []
        with self._transaction() as db:
            for start in range(0, len(wanted), AT_ONCE):
                some = wanted[start : start + AT_ONCE]
                marks = ",".join("?" * len(some))
                query = f"SELECT id, owner, month, wrapped FROM data_key WHERE owner IN ({marks})"  # noqa: S608
                found += [WrappedKey(*row) for row in db.execute(query, some)]
        return found

    def destroy(self, owner: str) -> None:
        """Every key of `owner`; remembers that the rows must follow."""
        with self._transaction() as db:
            db.execute("DELETE FROM data_key WHERE owner = ?", (owner,))
            db.execute("INSERT INTO forgotten VALUES (?) ON CONFLICT DO NOTHING", (owner,))

    def forgotten(self) -> set[str]:
        with self._transaction() as db:
            return {owner for (owner,) in db.execute("SELECT owner FROM forgotten")}

    def erased(self, owner: str) -> None:
        with self._transaction() as db:
            db.execute("DELETE FROM forgotten WHERE owner = ?", (owner,))

    def close(self) -> None:
        with self._one:
            self._db.close()

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        with self._one:
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield self._db
                self._db.execute("COMMIT")
            except BaseException:
                self._db.execute("ROLLBACK")
                raise
