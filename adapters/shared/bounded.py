"""What was asked of Slack a moment ago: in memory only, a bounded number, for a bounded time."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")

MOST = 20_000


class Remembering(Generic[T]):
    """`seconds` is how long each is believed; `tick` is in seconds, and only goes forward."""

    def __init__(self, seconds: float, tick: Callable[[], float], most: int = MOST) -> None:
        self._seconds = seconds
        self._tick = tick
        self._most = most
        self._known: OrderedDict[str, tuple[float, T]] = OrderedDict()

    def get(self, key: str) -> T | None:
        found = self._known.get(key)
        if found is None:
            return None
        until, value = found
        if self._tick() < until:
            return value
        del self._known[key]
        return None

    def put(self, key: str, value: T, seconds: float | None = None) -> None:
        self._known.pop(key, None)
        while len(self._known) >= self._most:
            self._known.popitem(last=False)
        self._known[key] = (self._tick() + (self._seconds if seconds is None else seconds), value)

    def forget(self, key: str) -> None:
        self._known.pop(key, None)

    def first_time(self, key: str, value: T) -> bool:
        """True when it was not known; it is from now on."""
        if self.get(key) is not None:
            return False
        self.put(key, value)
        return True
