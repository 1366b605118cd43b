"""The real store, each of whose calls can fail: before it, in it, and after it was committed."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Any, cast

from bot.ports import Store, Transaction
from tests.simulation.faults import Faults, Process
from tests.simulation.loop import turns

Settled = Callable[[str, str], None]


class FaultyStore:
    """What one process sees of `inner`. `settled` hears of each state that was committed."""

    def __init__(self, inner: Store, faults: Faults, process: Process, settled: Settled) -> None:
        self._inner = inner
        self._faults = faults
        self._process = process
        self._settled = settled

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Transaction]:
        await turns().turn()
        self._faults.at("begin", self._process)
        with turns().elsewhere():
            async with self._inner.transaction() as tx:
                watched = Watched(tx, self._faults, self._process)
                yield cast("Transaction", watched)
                self._faults.at("commit", self._process)
        for delivery_id, state in watched.settled:
            self._settled(delivery_id, state)
        self._faults.at("committed", self._process)

    def holding(self, person_id: str) -> AbstractAsyncContextManager[None]:
        return self._inner.holding(person_id)


class Watched:
    """One transaction; every call to it is a place for a fault."""

    def __init__(self, tx: Transaction, faults: Faults, process: Process) -> None:
        self._tx = tx
        self._faults = faults
        self._process = process
        self.settled: list[tuple[str, str]] = []

    def __getattr__(self, name: str) -> Any:
        real = getattr(self._tx, name)
        if name == "digest":
            return real

        async def call(*arguments: Any, **named: Any) -> Any:
            self._faults.at("statement", self._process)
            done = await real(*arguments, **named)
            if name == "settle":
                self.settled.append((arguments[0], arguments[1].value))
            return done

        return call
