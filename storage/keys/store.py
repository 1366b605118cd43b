"""The key store: wrapped keys, apart from the data and never backed up together with it."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any

from storage.keys.envelope import FORMAT, bind
from storage.keys.tables import SET_FACT, Database

EPOCH = "epoch"
# Since the last turn: what an older copy of the key store could still bring back.
DESTROYED = "destroyed"
AT_ONCE = 500
COLUMNS = "id, owner, month, wrapped, retired"
IN_FORCE = "(SELECT value FROM about WHERE name = 'epoch')"


@dataclass(frozen=True, slots=True, repr=False)
class WrappedKey:
    """One owner's data key of one month (counted from year 0), as it lies in the store.

    `epoch` is the one that was in force when it was read, and so the one that wraps it.
    """

    id: bytes
    owner: str
    month: int
    wrapped: bytes
    retired: bool = False
    epoch: int = 0

    def binding(self, organisation: str) -> bytes:
        """What it is wrapped with: moved to another owner, month or house, it does not open."""
        month, key_id = str(self.month), self.id.hex()
        return bind(FORMAT, "data_key", organisation, self.owner, month, key_id)


@dataclass(frozen=True, slots=True)
class Counts:
    owners: int
    data_keys: int
    retired: int


@dataclass(frozen=True, slots=True)
class Replica:
    """One process that uses the key store: where its epochs lie, and which it can read.

    Both are told by keyed hashes: equal ones are the same folder, or the same secret.
    """

    id: str
    place: str
    epochs: Mapping[int, str]


@dataclass(frozen=True, slots=True, repr=False)
class Contents:
    """Everything that a key store holds."""

    facts: Mapping[str, bytes]
    keys: frozenset[WrappedKey]
    forgotten: frozenset[str]
    withdrawn: frozenset[tuple[str, str, str]]


class EpochChangedError(Exception):
    """Another epoch than the one that wrapped a key is in force: another process has turned."""

    def __init__(self, number: int) -> None:
        super().__init__(f"epoch {number} is in force")
        self.number = number


Permit = Callable[[Sequence[Replica]], None]


class KeyStore(ABC):
    """Synchronous, for use off the event loop. Each method is one durable transaction."""

    # Whether several processes may use it at the same time.
    shared = False

    @abstractmethod
    def about(self) -> dict[str, bytes]:
        """Facts about the store by name, empty when it is new. Call it first; it changes nothing.

        Raises RefusedError when a newer Handrail wrote it.
        """

    @abstractmethod
    def bring_up_to_date(self) -> None:
        """Its tables are the ones of this version, whole or as they were."""

    @abstractmethod
    def close(self) -> None: ...

    @abstractmethod
    def _transaction(self, *, turning: bool = False) -> AbstractContextManager[Database]:
        """Committed durably when the block ends, and rolled back when it raises.

        While one is `turning`, no other that writes is open in any process.
        """

    @abstractmethod
    def _tables(self, db: Any) -> None:
        """Makes the tables, or brings them up to date, within a transaction."""

    @abstractmethod
    def facts(self) -> dict[str, bytes]:
        """Every fact about the store by name; empty when it is new."""

    def note(self, name: str, value: bytes) -> None:
        """Writes one more fact about the store."""
        with self._transaction() as db:
            db.execute("INSERT INTO about VALUES (?, ?) ON CONFLICT DO NOTHING", (name, value))

    def begin(self, facts: Mapping[str, bytes]) -> None:
        """Writes these facts, in a store whose tables are made or brought up to date with them."""
        with self._transaction() as db:
            self._tables(db)
            db.executemany(SET_FACT, facts.items())

    def add(self, key: WrappedKey, epoch: int) -> WrappedKey:
        """Keeps `key`, or returns the one that this owner and month already seal with.

        Raises EpochChangedError when another epoch than the one that wrapped it is in force.
        """
        with self._transaction() as db:
            if (now := _epoch(db)) != epoch:
                raise EpochChangedError(now)
            db.execute(
                "INSERT INTO data_key (id, owner, month, wrapped) VALUES (?, ?, ?, ?) "
                "ON CONFLICT (owner, month) WHERE retired = 0 DO NOTHING",
                (key.id, key.owner, key.month, key.wrapped),
            )
            row = db.execute(
                f"SELECT {COLUMNS}, {IN_FORCE} FROM data_key "  # noqa: S608
                "WHERE owner = ? AND month = ? AND retired = 0",
                (key.owner, key.month),
            ).fetchone()
        return _key(*row)

    def of(self, owners: Collection[str]) -> list[WrappedKey]:
        """Every key of these owners."""
        wanted = list(owners)
        found: list[WrappedKey] = []
        for start in range(0, len(wanted), AT_ONCE):
            some = wanted[start : start + AT_ONCE]
            marks = ",".join("?" * len(some))
            found += self._read(
                f"SELECT {COLUMNS}, {IN_FORCE} FROM data_key WHERE owner IN ({marks})",  # noqa: S608
                some,
            )
        return found

    def all(self) -> list[WrappedKey]:
        with self._transaction() as db:
            return _all(db)

    def counts(self) -> Counts:
        query = "SELECT COUNT(DISTINCT owner), COUNT(*), COALESCE(SUM(retired), 0) FROM data_key"
        with self._transaction() as db:
            owners, data_keys, retired = db.execute(query).fetchone()
        return Counts(owners, data_keys, int(retired))

    def epoch(self) -> int:
        """The number of the epoch in force, when whatever is turning now has ended."""
        with self._transaction() as db:
            return _epoch(db)

    def turn(
        self,
        facts: Mapping[str, bytes],
        rewrap: Callable[[WrappedKey], bytes],
        permit: Permit | None = None,
    ) -> int:
        """Every key as `rewrap` gives it, and these facts, at once; returns how many keys.

        `permit` sees who uses the key store at that moment, and raises where it must not be.
        Raises EpochChangedError when the epoch before the one of `facts` is not in force.
        """
        with self._transaction(turning=True) as db:
            if (now := _epoch(db)) + 1 != int(facts[EPOCH]):
                raise EpochChangedError(now)
            if permit is not None:
                permit(self._replicas(db))
            keys = _all(db)
            self._rewrite(db, ((rewrap(key), key.id) for key in keys))
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

    def retire_unused(self, owner: str, in_use: Collection[bytes]) -> None:
        """As `retire`, for every key of `owner` but these."""
        with self._transaction() as db:
            unused = _others(db, owner, in_use)
            db.executemany("UPDATE data_key SET retired = 1 WHERE id = ? AND retired = 0", unused)

    def destroy_unused(self, owner: str, in_use: Collection[bytes]) -> int:
        """Every retired key of `owner` but these; returns how many."""
        with self._transaction() as db:
            unused = _others(db, owner, in_use, "AND retired = 1")
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
            db.execute(
                "INSERT INTO withdrawn VALUES (?, ?, ?) "
                "ON CONFLICT (chain, purpose) DO UPDATE SET at = excluded.at",
                (chain, purpose, at),
            )

    def withdrawn(self) -> list[tuple[str, str, str]]:
        with self._transaction() as db:
            rows = db.execute("SELECT chain, purpose, at FROM withdrawn").fetchall()
        return sorted(rows)

    def forget_withdrawals(self, chains: Collection[str]) -> None:
        with self._transaction() as db:
            db.executemany("DELETE FROM withdrawn WHERE chain = ?", [(chain,) for chain in chains])

    def contents(self) -> Contents:
        """All of it, as it stands at one moment."""
        with self._transaction() as db:
            facts = dict(db.execute("SELECT name, value FROM about").fetchall())
            withdrawn = db.execute("SELECT chain, purpose, at FROM withdrawn").fetchall()
            forgotten = db.execute("SELECT owner FROM forgotten").fetchall()
            return Contents(
                facts,
                frozenset(_all(db)),
                frozenset(owner for (owner,) in forgotten),
                frozenset(tuple(row) for row in withdrawn),
            )

    @abstractmethod
    def beat(self, me: Replica) -> Sequence[Replica]:
        """Says that `me` is alive; returns everybody who is, and uses this key store too."""

    @abstractmethod
    def leave(self, me: Replica) -> None:
        """Takes `me` off the list again."""

    def _read(self, query: str, values: Sequence[str]) -> list[WrappedKey]:
        with self._transaction() as db:
            return [_key(*row) for row in db.execute(query, values).fetchall()]

    def _replicas(self, db: Database) -> Sequence[Replica]:
        return ()

    def _rewrite(self, db: Database, new: Iterable[tuple[bytes, bytes]]) -> None:
        """Pairs of what is wrapped anew, and the key's id."""
        db.executemany("UPDATE data_key SET wrapped = ? WHERE id = ?", new)


def _key(
    key_id: bytes, owner: str, month: int, wrapped: bytes, retired: int, epoch: bytes | int | None
) -> WrappedKey:
    return WrappedKey(key_id, owner, month, wrapped, bool(retired), int(epoch or 0))


def _all(db: Database) -> list[WrappedKey]:
    rows = db.execute(f"SELECT {COLUMNS}, {IN_FORCE} FROM data_key")  # noqa: S608
    return [_key(*row) for row in rows.fetchall()]


def _others(
    db: Database, owner: str, than: Collection[bytes], only: str = ""
) -> list[tuple[bytes]]:
    query = f"SELECT id FROM data_key WHERE owner = ? {only}"  # noqa: S608
    rows = db.execute(query, (owner,)).fetchall()
    return [row for row in rows if row[0] not in than]


def _epoch(db: Database) -> int:
    (value,) = db.execute("SELECT value FROM about WHERE name = ?", (EPOCH,)).fetchone()
    return int(value)
