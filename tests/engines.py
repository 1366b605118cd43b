"""The engines of the tests: they share compiled statements, and need no thread for SQLite.

A test has a store of its own, and with it an engine that would compile every statement again. The
product has one engine for its whole life, so it compiles each statement once too.

The product's SQLite works in a thread. `tests/contracts` and `tests/storage` have that thread. The
other tests are about what is stored and said, and two waits for each statement prove nothing there.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

from sqlalchemy import Connection, event
from sqlalchemy.engine import Dialect
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.util import LRUCache

from storage.sql import engine as engines
from storage.sql.sqlite_driver import FewTrips, Opening

MOST_STATEMENTS = 2_000
Asked = tuple["asyncio.Future[Any] | None", Callable[[], Any]]
# By kind, each one as a first connection has set it up. A statement is compiled for a dialect.
_dialects: dict[type[Dialect], Dialect] = {}
_statements: LRUCache[Any, Any] = LRUCache(MOST_STATEMENTS)
_blocks = 0


def quick_engines() -> None:
    """Makes every engine that `make_engine` makes from now on share its compiled statements."""
    engines.create_async_engine = _made  # type: ignore[attr-defined]


@contextmanager
def sqlite_without_threads() -> Iterator[None]:
    """The SQLite engines that are made in the block run every call at once, in the caller's thread.

    With threads, their speed would decide the order of events, and a seed could not repeat it.
    """
    global _blocks
    _blocks += 1
    try:
        yield
    finally:
        _blocks -= 1


def _made(url: Any, **how: Any) -> AsyncEngine:
    with_thread = how.get("async_creator")
    if _blocks and with_thread is not None:
        how["async_creator"] = partial(_at_once, *with_thread.args, **with_thread.keywords)
    made = create_async_engine(url, execution_options={"compiled_cache": _statements}, **how)
    engine = made.sync_engine
    known = _dialects.get(type(engine.dialect))
    if known is not None:
        engine.dialect = known
    else:
        event.listen(engine, "engine_connect", _keep, once=True)
    return made


def _keep(connection: Connection) -> None:
    _dialects.setdefault(type(connection.dialect), connection.dialect)


async def _at_once(*arguments: Any, **named: Any) -> FewTrips:
    connection = FewTrips(Opening(*arguments, **named))
    without: Any = connection
    without._tx, without._thread = DirectQueue(), NoThread()
    await connection
    return connection


class DirectQueue:
    """Replaces the driver's queue: runs each call when it is put in."""

    def put_nowait(self, asked: Asked) -> None:
        future, function = asked
        try:
            result = function()
        except Exception as problem:
            if future is not None:
                future.set_exception(problem)
            return
        if future is not None:
            future.set_result(result)


class NoThread:
    """Replaces the driver's thread."""

    daemon = True

    def start(self) -> None:
        """Does nothing: there is no thread to start."""
