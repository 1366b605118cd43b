"""The real store with faults: each call can fail, before, within or after its commit."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Collection, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Any, cast

from bot.domain.delivery import DeliveryState
from bot.ports import Release, Store, Transaction
from tests.simulation.faults import Faults, Process
from tests.simulation.loop import turns
from tests.simulation.observers import Observers

AT_ONCE = ("keyed_hash", "turned_by_hand")
# This is longer than the silence after which others take over a process's claims.
HANGS_SECONDS = 200.0


class FaultyStore:
    """The store `inner` as one process sees it. Reports to `observers` what was committed."""

    def __init__(
        self, inner: Store, faults: Faults, process: Process, observers: Observers
    ) -> None:
        self._inner = inner
        self._faults = faults
        self._process = process
        self._observers = observers

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Transaction]:
        await turns().turn()
        await self._hangs_if_it_must("begin")
        with turns().elsewhere():
            async with self._inner.transaction() as tx:
                watched = Watched(tx, self._faults, self._process, self._observers)
                yield cast("Transaction", watched)
                self._faults.at("commit", self._process)
        watched.tell()
        await self._hangs_if_it_must("committed")

    async def _hangs_if_it_must(self, place: str) -> None:
        if self._faults.at(place, self._process) == "hangs":
            await asyncio.sleep(HANGS_SECONDS)
            await turns().turn()
            self._faults.at("woken", self._process)

    def locked(self, key: str) -> AbstractAsyncContextManager[None]:
        return self._inner.locked(key)

    async def lock_free(self, keys: Collection[str]) -> Mapping[str, Release]:
        return await self._inner.lock_free(keys)


class Watched:
    """One transaction. Each call to it is a place for a fault."""

    def __init__(self, tx: Transaction, faults: Faults, process: Process, to: Observers) -> None:
        self._tx = tx
        self._faults = faults
        self._process = process
        self._to = to
        self._calls: list[tuple[str, tuple[Any, ...], dict[str, Any], Any]] = []

    def __getattr__(self, name: str) -> Any:
        real = getattr(self._tx, name)
        if name in AT_ONCE:
            return real

        async def call(*arguments: Any, **named: Any) -> Any:
            self._faults.at("statement", self._process)
            done = await real(*arguments, **named)
            if name in TOLD:
                self._calls.append((name, arguments, named, done))
            return done

        return call

    def tell(self) -> None:
        """Reports the transaction's calls to the observers, after its commit."""
        closed = any(name == "close_lane" for name, *_ in self._calls)
        ended = [a[0] for name, a, *_ in self._calls if name in ("settle", "retry", "put_off")]
        ended += [one for name, a, *_ in self._calls if name == "settle_sent" for one in a[0]]
        self._to.waits.written(ended, self._process, closed=closed)
        self._to.groups.ended(ended)
        for name, arguments, named, done in self._calls:
            TOLD[name](self, arguments, named, done)


Tell = Callable[[Watched, tuple[Any, ...], dict[str, Any], Any], None]


def _settled(seen: Watched, arguments: tuple[Any, ...], *_: Any) -> None:
    seen._to.settled(arguments[0], arguments[1].value)


def _many_settled(seen: Watched, arguments: tuple[Any, ...], *_: Any) -> None:
    for delivery_id in arguments[0]:
        seen._to.settled(delivery_id, arguments[1].value)


def _claimed(seen: Watched, _: Any, named: dict[str, Any], __: Any) -> None:
    seen._to.claims.claimed(named.get("by", ""), seen._process)


def _begun(seen: Watched, _: Any, __: dict[str, Any], mine: Collection[str]) -> None:
    for delivery_id in mine:
        seen._to.waits.begun(delivery_id)
        seen._to.begun(delivery_id)
    seen._to.groups.begun(mine, seen._process)


def _all_sent(seen: Watched, arguments: tuple[Any, ...], *_: Any) -> None:
    for delivery_id in arguments[0]:
        seen._to.settled(delivery_id, DeliveryState.SENT.value)


def _seized(seen: Watched, arguments: tuple[Any, ...], _: Any, mine: bool) -> None:
    if mine:
        seen._to.claims.taken_over(arguments[0])


def _beat(seen: Watched, arguments: tuple[Any, ...], *_: Any) -> None:
    seen._to.claims.beat(arguments[0])


def _taken(seen: Watched, _: Any, __: Any, taken: Any) -> None:
    if taken is not None:
        seen._to.accepted.next_taken(taken.number, taken.event)


def _taken_fresh(seen: Watched, arguments: tuple[Any, ...], _: Any, number: Any) -> None:
    if number is not None:
        seen._to.accepted.next_taken(number, arguments[0])
        seen._to.accepted.handled(number)


def _handled(seen: Watched, arguments: tuple[Any, ...], *_: Any) -> None:
    seen._to.accepted.handled(arguments[0])


def _dropped(seen: Watched, arguments: tuple[Any, ...], *_: Any) -> None:
    for number in arguments:
        seen._to.accepted.dropped(number)


def _nothing(*_: Any) -> None:
    """Reports nothing by itself: `tell` reports these calls for the whole transaction."""


TOLD: dict[str, Tell] = {
    "settle": _settled,
    "settle_many": _many_settled,
    "settle_sent": _all_sent,
    "retry": _nothing,
    "put_off": _nothing,
    "close_lane": _nothing,
    "claim": _claimed,
    "begin": _begun,
    "seize": _seized,
    "beat": _beat,
    "next_taken": _taken,
    "take": _taken_fresh,
    "note_handled": _handled,
    "drop_taken": _dropped,
}
