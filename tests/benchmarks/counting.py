"""Counts what reaches the drivers of the databases, by whichever road it came.

A statement is one that a driver is given, alone or in a message, or one for many rows. BEGIN,
COMMIT and what prepares a connection are none, and a key store in a file of its own is left out. A
round trip is one wait for the database: on SQLite a visit to its thread, on PostgreSQL a message to
the server after an answer of it.
"""

from __future__ import annotations

import asyncio
import select
import socket
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, urlsplit

import psycopg

from storage.keys.location import KEY_STORE

NO_STATEMENT = ("BEGIN", "COMMIT", "ROLLBACK", "PRAGMA", "SAVEPOINT", "RELEASE")
MOST = 65_536


@dataclass
class Counted:
    """`statements` as the drivers got them. `visits` are turns of the event loop, each with what
    was done in the database's thread meanwhile.
    """

    statements: list[str] = field(default_factory=list)
    visits: list[tuple[int, str]] = field(default_factory=list)
    turn: int = 0
    loop_thread: int = 0

    def note(self, statement: str) -> None:
        if not statement.lstrip().upper().startswith(NO_STATEMENT):
            self.statements.append(statement)
        self.visit(statement)

    def visit(self, what: str) -> None:
        if threading.get_ident() != self.loop_thread:
            self.visits.append((self.turn, what))

    def trips_to_commit(self) -> int:
        """Visits to SQLite's thread before the one that commits the last transaction.

        What runs on the event loop itself waits for nobody, and is no visit.
        """
        commits = [turn for turn, what in self.visits if what.upper().startswith("COMMIT")]
        last = commits[-1] if commits else self.turn + 1
        return len({turn for turn, _ in self.visits if turn < last})


@contextmanager
def counted_on(counted: Counted) -> Iterator[None]:
    """Counts what the event loop does in the block. Connections of SQLite count that are opened
    inside a block of `counting`.
    """
    loop: Any = asyncio.get_running_loop()
    once = loop._run_once

    def one_turn() -> None:
        counted.turn += 1
        once()

    loop._run_once, counted.loop_thread = one_turn, threading.get_ident()
    _Drivers.counted = counted
    try:
        yield
    finally:
        _Drivers.counted = None
        loop._run_once = once


class _Drivers:
    counted: Counted | None = None

    @classmethod
    def note(cls, statement: object) -> None:
        if cls.counted is not None:
            cls.counted.note(statement if isinstance(statement, str) else str(statement))


@contextmanager
def counting() -> Iterator[None]:
    """Listens to both drivers. Connections of SQLite that are opened in the block are counted."""
    connect, kept = sqlite3.connect, {}

    def opened(*arguments: Any, factory: Any = sqlite3.Connection, **named: Any) -> Any:
        if KEY_STORE.name in str(arguments[0]):
            return connect(*arguments, factory=factory, **named)
        made = connect(*arguments, factory=_counting(factory), **named)
        made.set_trace_callback(_traced)
        return made

    setattr(sqlite3, "connect", opened)  # noqa: B010
    # psycopg's own name, because its statements pass there whether alone or in one message.
    for name, note in (("_maybe_prepare_gen", _alone), ("executemany", _for_many)):
        kept[name] = getattr(psycopg.AsyncCursor, name)
        setattr(psycopg.AsyncCursor, name, note(kept[name]))
    try:
        yield
    finally:
        setattr(sqlite3, "connect", connect)  # noqa: B010
        for name, method in kept.items():
            setattr(psycopg.AsyncCursor, name, method)


def _alone(method: Callable[..., Any]) -> Callable[..., Any]:
    def noted(self: Any, query: Any, **named: Any) -> Any:
        # One for many rows passes here with each of them.
        if self._execmany_returning is None:
            _Drivers.note(query.query.decode())
        return method(self, query, **named)

    return noted


def _for_many(method: Callable[..., Any]) -> Callable[..., Any]:
    async def noted(self: Any, query: Any, *arguments: Any, **named: Any) -> Any:
        _Drivers.note(query)
        return await method(self, query, *arguments, **named)

    return noted


class CountingCursor(sqlite3.Cursor):
    def execute(self, sql: str, parameters: Any = (), /) -> CountingCursor:
        with _once(sql):
            super().execute(sql, parameters)
        return self

    def executemany(self, sql: str, parameters: Any, /) -> CountingCursor:
        with _once(sql):
            super().executemany(sql, parameters)
        return self


def _counting(factory: type[sqlite3.Connection]) -> type[sqlite3.Connection]:
    class Counting(factory):  # type: ignore[misc, valid-type]
        def cursor(self, factory: Any = None) -> Any:
            return super().cursor(CountingCursor)

        def execute(self, sql: str, parameters: Any = (), /) -> Any:
            with _once(sql):
                return super().execute(sql, parameters)

        def executemany(self, sql: str, parameters: Any, /) -> Any:
            with _once(sql):
                return super().executemany(sql, parameters)

        def commit(self) -> None:
            if _Drivers.counted is not None:
                _Drivers.counted.visit("COMMIT")
            super().commit()

    return Counting


_inside = threading.local()


def _traced(sql: str) -> None:
    """Hears what went past the methods above. SQLite begins a trigger's own statements with --."""
    if not getattr(_inside, "one", False) and not sql.startswith("--"):
        _Drivers.note(sql)


@contextmanager
def _once(sql: str) -> Iterator[None]:
    """A connection may run a statement by a cursor of its own: that is one statement."""
    outermost = not getattr(_inside, "one", False)
    if outermost:
        _inside.one = True
        _Drivers.note(sql)
    try:
        yield
    finally:
        if outermost:
            _inside.one = False


class Between:
    """Stands between the driver and PostgreSQL, and counts the messages that waited for an answer.

    It does not know the protocol: what the client sends after the server has spoken is a new trip.
    """

    def __init__(self, url: str) -> None:
        parts = urlsplit(url)
        folder = parse_qs(parts.query)["host"][0]
        port = parse_qs(parts.query).get("port", ["5432"])[0]
        self._place = f"{folder}/.s.PGSQL.{port}"
        self._server = socket.create_server(("127.0.0.1", 0))
        own = self._server.getsockname()[1]
        self.url = f"postgresql+psycopg://postgres@127.0.0.1:{own}{parts.path}"
        self.trips: list[bytes] = []
        threading.Thread(target=self._accept, daemon=True).start()

    def forget(self) -> None:
        self.trips.clear()

    def trips_to_commit(self) -> int:
        """Round trips before the one that brings the last COMMIT."""
        commits = [number for number, sent in enumerate(self.trips) if b"COMMIT" in sent]
        return commits[-1] if commits else len(self.trips)

    def close(self) -> None:
        self._server.close()

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self._server.accept()
            except OSError:
                return
            server = socket.socket(socket.AF_UNIX)
            server.connect(self._place)
            threading.Thread(target=self._carry, args=(client, server), daemon=True).start()

    def _carry(self, client: socket.socket, server: socket.socket) -> None:
        """One thread carries both ways, so that the order of what is said is known."""
        heard = True
        with client, server:
            while True:
                for one in _readable(client, server):
                    sent = one.recv(MOST)
                    if not sent:
                        return
                    if one is server:
                        heard = True
                        client.sendall(sent)
                        continue
                    if heard:
                        self.trips.append(b"")
                    heard = False
                    self.trips[-1] += sent
                    server.sendall(sent)


def _readable(*sockets: socket.socket) -> list[socket.socket]:
    return select.select(sockets, [], [])[0]
