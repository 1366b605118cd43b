"""Makes the SQLite driver run every call at once, in the caller's own thread.

With threads, their speed would decide the order of events, and a seed could not repeat it.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from aiosqlite import core

Asked = tuple["asyncio.Future[Any] | None", Callable[[], Any]]


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


@contextmanager
def sqlite_without_threads() -> Iterator[None]:
    real: Any = core.Connection.__init__

    def made(connection: Any, *arguments: Any, **named: Any) -> None:
        real(connection, *arguments, **named)
        connection._tx, connection._thread = DirectQueue(), NoThread()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(core.Connection, "__init__", made)
        yield
