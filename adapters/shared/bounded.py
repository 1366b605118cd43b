"""Bounded memories of a process: they hold a limited number of entries for a limited time.

The bounds and the expiry are `cachetools`'. Nothing here is stored. A plain bounded dict without
expiry is `cachetools.LRUCache` itself.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar
from weakref import WeakValueDictionary

from cachetools import TLRUCache

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")

MOST = 20_000

Tick = Callable[[], float]


class BriefMemory(Generic[K, V]):
    """Remembers each value for `seconds`. A full memory (`most` entries) drops the least used one.

    `tick` returns seconds and never goes back.
    """

    def __init__(self, seconds: float, tick: Tick, most: int = MOST) -> None:
        self._seconds = seconds
        self._known: TLRUCache[K, tuple[V, float], float] = TLRUCache(most, _expiry, tick)

    def get(self, key: K) -> V | None:
        found = self._known.get(key)
        return None if found is None else found[0]

    def put(self, key: K, value: V, seconds: float | None = None) -> None:
        """Replaces what was known of `key`. `seconds` overrides the memory's own."""
        self._known.pop(key, None)
        self._known[key] = value, self._seconds if seconds is None else seconds

    def forget(self, key: K) -> None:
        self._known.pop(key, None)

    def forget_where(self, unwanted: Callable[[V], bool]) -> None:
        for key in [key for key, (value, _) in self._known.items() if unwanted(value)]:
            self._known.pop(key, None)

    def first_time(self, key: K, value: V) -> bool:
        """Returns True and remembers `value` if the key was unknown; else returns False."""
        if self.get(key) is not None:
            return False
        self.put(key, value)
        return True


class Pauses(Generic[K]):
    """Remembers until when a platform wants no call for a key (its Retry-After)."""

    def __init__(self, tick: Tick, most: int = MOST) -> None:
        self._tick = tick
        self._ends: BriefMemory[K, float] = BriefMemory(0.0, tick, most)

    def left(self, key: K) -> float:
        """Seconds until a call may be made again; 0.0 when it may be made now."""
        return max(0.0, (self._ends.get(key) or 0.0) - self._tick())

    def extend(self, key: K, seconds: float) -> None:
        """Starts a pause from now. A pause that ends later stays."""
        if seconds > self.left(key):
            self._ends.put(key, self._tick() + seconds, seconds)


class KeyedLocks:
    """One lock for each key. A lock that nobody uses is dropped."""

    def __init__(self) -> None:
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    def of(self, key: str) -> asyncio.Lock:
        """Keep the returned lock in a variable or a `with` while it is in use."""
        return self._locks.setdefault(key, asyncio.Lock())


def _expiry(_: object, entry: tuple[object, float], now: float) -> float:
    return now + entry[1]
