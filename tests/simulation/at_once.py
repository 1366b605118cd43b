"""SQLite without the driver's threads: the same calls, done where they are asked for.

Which thread is faster would decide what happens first, and no seed could bring that back.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from aiosqlite import core

Asked = tuple["asyncio.Future[Any] | None", Callable[[], Any]]


class AtOnce:
    """Stands where the driver's queue stands."""

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
    """Stands where the driver's thread stands."""

    daemon = True

    def start(self) -> None:
        """There is nothing to start."""


@contextmanager
def sqlite_at_once() -> Iterator[None]:
    real: Any = core.Connection.__init__

    def made(connection: Any, *arguments: Any, **named: Any) -> None:
        real(connection, *arguments, **named)
        connection._tx, connection._thread = AtOnce(), NoThread()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(core.Connection, "__init__", made)
        yield
