"""Wrapped keys in a SQLite file of their own, never backed up together with the data."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from storage.envelope import FORMAT, bind
from storage.key_tables import bring_up_to_date, has_tables

EPOCH = "epoch"
# Since the last turn: what an older copy of this file could still bring back.
DESTROYED = "destroyed"
AT_ONCE = 500
COLUMNS = "id, owner, month, wrapped, retired"
SET_FACT = "INSERT INTO about VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value"


@dataclass(frozen=True, slots=True, repr=False)
class WrappedKey:
    """One owner's data key of one month (counted from year 0), as it lies in the store."""

    id: bytes
    owner: str
    month: int
    wrapped: bytes
    retired: bool = False

    def binding(self, organisation: str) -> bytes:
        """What it is wrapped with: moved to another owner, month or house, it does not open."""
        month, key_id = str(self.month), self.id.hex()
        return bind(FORMAT, "data_key", organisation, self.owner, month, key_id)


@dataclass(frozen=True, slots=True)
class Counts:
    owners: int
    data_keys: int
    retired: int


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
        """Facts about the store by name, empty when it is new. Call it first; it changes nothing.

        Raises RefusedError when a newer Handrail wrote it.
        """
        for pragma in ("journal_mode=DELETE", "secure_delete=ON", "synchronous=EXTRA"):
            self._db.execute(f"PRAGMA {pragma}").fetchall()
        return self.facts()

    def facts(self) -> dict[str, bytes]:
        with self._transaction() as db:
            return dict(db.execute("SELECT name, value FROM about")) if has_tables(db) else {}

    def note(self, name: str, value: bytes) -> None:
        """Writes one more fact about the store."""
        with self._transaction() as db:
            db.execute("INSERT INTO about VALUES (?, ?) ON CONFLICT DO NOTHING", (name, value))

    def begin(self, facts: Mapping[str, bytes]) -> None:
        """Writes these facts, in a store whose tables are made or brought up to date with them."""
        with self._transaction() as db:
            bring_up_to_date(db)
            db.executemany(SET_FACT, facts.items())

    def add(self, key: WrappedKey, epoch: int) -> WrappedKey:
        """Keeps `key`, or returns the one that this owner and month already seal with.

        Raises RuntimeError when another epoch than the one that wrapped it is in force.
        """
        with self._transaction() as db:
            if _epoch(db) != epoch:
                raise RuntimeError("another epoch is in force: start Handrail again")
            db.execute(
                "INSERT INTO data_key (id, owner, month, wrapped) VALUES (?, ?, ?, ?) "
                "ON CONFLICT (owner, month) WHERE retired = 0 DO NOTHING",
                (key.id, key.owner, key.month, key.wrapped),
            )
            row = db.execute(
                f"SELECT {COLUMNS} FROM data_key WHERE owner = ? AND month = ? AND retired = 0",  # noqa: S608
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
                query = f"SELECT {COLUMNS} FROM data_key WHERE owner IN ({marks})"  # noqa: S608
                found += [WrappedKey(*row) for row in db.execute(query, some)]
        return found

    def all(self) -> list[WrappedKey]:
        with self._transaction() as db:
            return _all(db)

    def counts(self) -> Counts:
        query = "SELECT COUNT(DISTINCT owner), COUNT(*), TOTAL(retired) FROM data_key"
        with self._transaction() as db:
            owners, data_keys, retired = db.execute(query).fetchone()
        return Counts(owners, data_keys, int(retired))

    def epoch(self) -> int:
        """The number of the epoch in force."""
        with self._transaction() as db:
            return _epoch(db)

    def turn(self, facts: Mapping[str, bytes], rewrap: Callable[[WrappedKey], bytes]) -> int:
        """Every key as `rewrap` gives it, and these facts, at once; returns how many keys."""
        with self._transaction() as db:
            keys = _all(db)
            new = ((rewrap(key), key.id) for key in keys)
            db.executemany("UPDATE data_key SET wrapped = ? WHERE id = ?", new)
            db.executemany(SET_FACT, facts.items())
            db.execute("DELETE FROM about WHERE name = ?", (DESTROYED,))
        return len(keys)

    def retire(self, owner: str) -> None:
        """The keys of `owner` go on opening what they sealed, and seal no more."""
        with self._transaction() as db:
            db.execute("UPDATE data_key SET retired = 1 WHERE owner = ?", (owner,))

    def retired(self) -> set[str]:
        with self._transaction() as db:
            rows = db.execute("SELECT DISTINCT owner FROM data_key WHERE retired = 1")
            return {owner for (owner,) in rows}

    def destroy_unused(self, owner: str, in_use: Collection[bytes]) -> int:
        """Every key of `owner` but these; returns how many."""
        with self._transaction() as db:
            rows = db.execute("SELECT id FROM data_key WHERE owner = ?", (owner,)).fetchall()
            unused = [row for row in rows if row[0] not in in_use]
            db.executemany("DELETE FROM data_key WHERE id = ?", unused)
            if unused:
                db.execute(SET_FACT, (DESTROYED, b"1"))
        return len(unused)

    def destroy(self, owner: str) -> None:
        """Every key of `owner`; remembers that the rows must follow."""
        with self._transaction() as db:
            db.execute("DELETE FROM data_key WHERE owner = ?", (owner,))
            db.execute("INSERT INTO forgotten VALUES (?) ON CONFLICT DO NOTHING", (owner,))
            db.execute(SET_FACT, (DESTROYED, b"1"))

    def forgotten(self) -> set[str]:
        with self._transaction() as db:
            return {owner for (owner,) in db.execute("SELECT owner FROM forgotten")}

    def erased(self, owner: str) -> None:
        with self._transaction() as db:
            db.execute("DELETE FROM forgotten WHERE owner = ?", (owner,))

    def withdraw(self, chain: str, purpose: str, at: str) -> None:
        """Remembers a withdrawal; `at` is ISO text."""
        with self._transaction() as db:
            db.execute("INSERT OR REPLACE INTO withdrawn VALUES (?, ?, ?)", (chain, purpose, at))

    def withdrawn(self) -> list[tuple[str, str, str]]:
        with self._transaction() as db:
            return list(db.execute("SELECT chain, purpose, at FROM withdrawn ORDER BY chain"))

    def forget_withdrawals(self, chains: Collection[str]) -> None:
        with self._transaction() as db:
            db.executemany("DELETE FROM withdrawn WHERE chain = ?", [(chain,) for chain in chains])

    def bring_up_to_date(self) -> None:
        with self._transaction() as db:
            bring_up_to_date(db)

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
                # On a full disk SQLite has rolled back by itself, and has nothing left to.
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")
                raise


def _all(db: sqlite3.Connection) -> list[WrappedKey]:
    return [WrappedKey(*row) for row in db.execute(f"SELECT {COLUMNS} FROM data_key")]  # noqa: S608


def _epoch(db: sqlite3.Connection) -> int:
    (value,) = db.execute("SELECT value FROM about WHERE name = ?", (EPOCH,)).fetchone()
    return int(value)
