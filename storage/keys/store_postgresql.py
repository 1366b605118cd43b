"""The key store of many processes: a PostgreSQL database and role of its own."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from threading import Lock
from typing import Any, TypeVar

import psycopg
from sqlalchemy import make_url

from storage.keys.store import DESTROYED, EPOCH, Contents, KeyStore, Replica, WrappedKey, _key
from storage.keys.tables import SET_FACT, VERSION_FACT, bring_server_up_to_date, has_server_tables
from storage.trouble import KeyStoreError, RefusedError

T = TypeVar("T")

# An advisory lock of this database, which is ours alone: any number does.
WRITING = 7_201
REWRITTEN_AT_ONCE = 100_000
LIVE_SECONDS = 60
# A process that is frozen in the middle of a transaction must not hold up the others for ever.
SETUP = (
    "SET idle_in_transaction_session_timeout = '60s'",
    "SET statement_timeout = '30s'",
    "SELECT set_config('synchronous_commit', 'on', false) "
    "WHERE current_setting('synchronous_commit') IN ('off', 'local', 'remote_write')",
)
# A move into it that was not finished: see `storage.moving.keys`.
MOVING = "moving"


class KeyServer(KeyStore):
    """One connection for the process, made anew when it was lost, and another for a turn.

    A transaction whose answer is lost raises KeyStoreError: it happened whole, or not at all, and
    each of them may be repeated. Nothing is tried again by itself once it may have happened.
    """

    shared = True

    def __init__(self, url: str) -> None:
        """Raises ValueError for what is not the address of a PostgreSQL database."""
        parsed = make_url(url)
        if parsed.get_backend_name() != "postgresql":
            raise ValueError("only PostgreSQL can hold the keys of many processes")
        plain = parsed.set(drivername="postgresql")
        self._address = plain.render_as_string(hide_password=False)
        self._one = Lock()
        self._open: psycopg.Connection[Any] | None = None

    def about(self) -> dict[str, bytes]:
        found = self.facts()
        if MOVING in found:
            raise RefusedError(
                "Keys are being moved into this key store, or their move was broken off. Repeat "
                "`handrail db copy`, then start again. Nothing was changed."
            )
        return found

    def facts(self) -> dict[str, bytes]:
        with self._transaction() as db:
            if not has_server_tables(db):
                return {}
            found = dict(db.execute("SELECT name, value FROM about").fetchall())
        found.pop(VERSION_FACT, None)
        return found

    def begin(self, facts: Mapping[str, bytes]) -> None:
        """Raises RefusedError when another process began it in the meantime."""
        with self._transaction(turning=True) as db:
            begun = "SELECT 1 FROM about WHERE name = ?"
            if has_server_tables(db) and db.execute(begun, (EPOCH,)).fetchone():
                raise RefusedError(
                    "Another process has just begun this key store, with an epoch of its own. "
                    "Give this one the same epoch file, then start again."
                )
            bring_server_up_to_date(db)
            db.executemany(SET_FACT, facts.items())

    def bring_up_to_date(self) -> None:
        with self._transaction(turning=True) as db:
            bring_server_up_to_date(db)

    def beat(self, me: Replica) -> Sequence[Replica]:
        told = json.dumps({str(number): mark for number, mark in me.epochs.items()})
        with self._transaction() as db:
            db.execute("DELETE FROM replica WHERE seen_at < now() - interval '1 day'")
            db.execute(
                "INSERT INTO replica (id, seen_at, place, epochs) VALUES (?, now(), ?, ?) "
                "ON CONFLICT (id) DO UPDATE SET seen_at = excluded.seen_at, "
                "place = excluded.place, epochs = excluded.epochs",
                (me.id, me.place, told),
            )
            return self._replicas(db)

    def leave(self, me: Replica) -> None:
        with self._transaction() as db:
            db.execute("DELETE FROM replica WHERE id = ?", (me.id,))

    def contents(self) -> Contents:
        found = super().contents()
        return replace(found, facts={n: v for n, v in found.facts.items() if n != VERSION_FACT})

    def take_over(self, contents: Contents, moving: Mapping[str, bytes]) -> None:
        """All of it at once, in place of what a move that was broken off has left here."""
        with self._transaction(turning=True) as db:
            bring_server_up_to_date(db)
            for table in ("data_key", "forgotten", "withdrawn"):
                db.execute(f"DELETE FROM {table}")  # noqa: S608
            db.execute("DELETE FROM about WHERE name <> ?", (VERSION_FACT,))
            # The file that they came from is a copy, until the next turn makes it useless.
            facts = {**contents.facts, **moving, DESTROYED: b"1"}
            db.executemany(SET_FACT, facts.items())
            db.executemany(
                "INSERT INTO data_key (id, owner, month, wrapped, retired) VALUES (?, ?, ?, ?, ?)",
                [(k.id, k.owner, k.month, k.wrapped, int(k.retired)) for k in contents.keys],
            )
            db.executemany("INSERT INTO forgotten VALUES (?)", [(o,) for o in contents.forgotten])
            db.executemany("INSERT INTO withdrawn VALUES (?, ?, ?)", list(contents.withdrawn))

    def settle(self) -> None:
        """The move is at its end: from now on the key store may be opened."""
        with self._transaction() as db:
            db.execute("DELETE FROM about WHERE name = ?", (MOVING,))

    def close(self) -> None:
        with self._one:
            self._drop()

    def _tables(self, db: Any) -> None:
        bring_server_up_to_date(db)

    def _replicas(self, db: Any) -> Sequence[Replica]:
        rows = db.execute(
            "SELECT id, place, epochs FROM replica "
            "WHERE seen_at > now() - make_interval(secs => ?) ORDER BY id",
            (LIVE_SECONDS,),
        ).fetchall()
        return [
            Replica(name, place, {int(n): mark for n, mark in json.loads(epochs).items()})
            for name, place, epochs in rows
        ]

    def _read(self, query: str, values: Sequence[str]) -> list[WrappedKey]:
        """One statement, and one way there and back. Reading may be repeated."""

        def read(db: _Marks) -> list[WrappedKey]:
            return [_key(*row) for row in db.execute(query, values).fetchall()]

        with self._one:
            return self._alive(read)

    def _rewrite(self, db: Any, new: Iterable[tuple[bytes, bytes]]) -> None:
        pairs = list(new)
        for start in range(0, len(pairs), REWRITTEN_AT_ONCE):
            some = pairs[start : start + REWRITTEN_AT_ONCE]
            db.execute(
                "UPDATE data_key SET wrapped = new.wrapped "
                "FROM unnest(?::bytea[], ?::bytea[]) AS new (id, wrapped) "
                "WHERE data_key.id = new.id",
                ([key_id for _, key_id in some], [wrapped for wrapped, _ in some]),
            )

    @contextmanager
    def _transaction(self, *, turning: bool = False) -> Iterator[_Marks]:
        """Who writes shares a lock with everybody else who does; who turns has it alone."""
        if turning:
            with self._turning() as db:
                yield db
            return
        with self._one, self._troubles():
            db = self._alive(_begin)
            with self._ending(db):
                yield db

    @contextmanager
    def _turning(self) -> Iterator[_Marks]:
        """On a connection of its own, for it takes seconds, and others go on reading."""
        with self._troubles():
            connection = self._connect()
            try:
                connection.execute("SET statement_timeout = 0")
                db = _begin(_Marks(connection), alone=True)
                with self._ending(db):
                    yield db
            finally:
                connection.close()

    @contextmanager
    def _ending(self, db: _Marks) -> Iterator[None]:
        try:
            yield
            db.execute("COMMIT")
        except BaseException:
            with suppress(psycopg.Error):
                db.execute("ROLLBACK")
            raise

    @contextmanager
    def _troubles(self) -> Iterator[None]:
        """What PostgreSQL says may name rows: only what kind of trouble it was goes on."""
        try:
            yield
        except psycopg.Error as problem:
            raise _trouble(problem) from None

    def _alive(self, work: Callable[[_Marks], T]) -> T:
        """Does what may be repeated: a connection is found to be lost only when it is used."""
        with self._troubles():
            if self._open is not None:
                try:
                    return work(_Marks(self._open))
                except psycopg.OperationalError:
                    if not self._open.broken and not self._open.closed:
                        raise
            self._drop()
            self._open = self._connect()
            return work(_Marks(self._open))

    def _drop(self) -> None:
        if self._open is not None:
            with suppress(psycopg.Error):
                self._open.close()
        self._open = None

    def _connect(self) -> psycopg.Connection[Any]:
        connection = psycopg.connect(
            self._address,
            autocommit=True,
            connect_timeout=10,
            keepalives_idle=20,
            keepalives_interval=5,
            keepalives_count=3,
            application_name="handrail keys",
        )
        try:
            for each in SETUP:
                connection.execute(each)
        except BaseException:
            connection.close()
            raise
        return connection


class _Marks:
    """A connection that takes question marks, as the other key store's does."""

    def __init__(self, connection: psycopg.Connection[Any]) -> None:
        self._connection = connection

    def execute(self, query: str, values: Sequence[Any] = (), /) -> psycopg.Cursor[Any]:
        return self._connection.execute(_spelt(query), values or None)

    def executemany(self, query: str, rows: Iterable[Sequence[Any]], /) -> None:
        with self._connection.cursor() as cursor:
            cursor.executemany(_spelt(query), list(rows))


def _spelt(query: str) -> Any:
    return query.replace("?", "%s")


def _begin(db: _Marks, *, alone: bool = False) -> _Marks:
    """The lock comes before anything is read: what is read then cannot be out of date."""
    db.execute("BEGIN")
    lock = "pg_advisory_xact_lock" if alone else "pg_advisory_xact_lock_shared"
    db.execute(f"SELECT {lock}({WRITING})")
    return db


def _trouble(problem: psycopg.Error) -> KeyStoreError:
    said = problem.diag.message_primary if problem.diag else None
    return KeyStoreError(f"the key store did not do it ({said or type(problem).__name__})")
