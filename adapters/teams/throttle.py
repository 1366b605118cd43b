"""Teams' rate limits, counted here before a call, so that Teams rarely has to refuse one.

Per conversation 7 in a second, 8 in two, 60 in thirty and 1,800 in an hour; per app and tenant 50
requests a second (Microsoft, "Optimize your bot with rate limiting in Teams"). Each process counts
its own calls. When several together send too many, Teams refuses, and we wait as long as it says.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Sequence
from datetime import timedelta

from cachetools import LRUCache

from adapters.shared.bounded import MOST, Pauses

PER_CONVERSATION = ((7, 1.0), (8, 2.0), (60, 30.0), (1_800, 3_600.0))
PER_TENANT = ((50, 1.0),)

Limits = Sequence[tuple[int, float]]


class Throttle:
    """Counts calls per conversation and tenant. `now` returns seconds and never goes back."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._conversations = _Windows(PER_CONVERSATION)
        self._tenants = _Windows(PER_TENANT)
        self._pauses: Pauses[str] = Pauses(now)

    def take(self, tenant: str, conversation: str, calls: int = 1) -> timedelta | None:
        """Counts `calls` and returns None; or counts nothing and returns how long to wait.

        If `calls` is greater than a limit, they may pass when no call came before them. Otherwise a
        message with many parts could never be sent.
        """
        now = self._now()
        wait = max(
            self._conversations.wait(conversation, calls, now),
            self._tenants.wait(tenant, calls, now),
            self._pauses.left(conversation),
            self._pauses.left(tenant),
        )
        if wait > 0:
            return timedelta(seconds=wait)
        self._conversations.count(conversation, calls, now)
        self._tenants.count(tenant, calls, now)
        return None

    def is_calm(self, conversation: str) -> bool:
        """True if a refusal cannot mean this conversation, because so little was sent there.

        The bound is half of each limit, because other processes' calls are not counted here.
        """
        return self._conversations.is_calm(conversation, self._now())

    def pause(self, key: str, span: timedelta) -> None:
        """Makes no call for a tenant or a conversation for as long as Teams asked."""
        self._pauses.extend(key, span.total_seconds())


class _Windows:
    """The times of the last calls, by key. The keys that were idle longest are forgotten."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._longest = max(span for _, span in limits)
        self._calls: LRUCache[str, deque[float]] = LRUCache(MOST)

    def wait(self, key: str, calls: int, now: float) -> float:
        before = self._calls.get(key)
        if not before:
            return 0.0
        waits = []
        for most, span in self._limits:
            # This many of the earlier calls must leave the window before `calls` more fit in.
            leaving = len(before) + min(calls, most) - most
            if leaving > 0:
                waits.append(before[leaving - 1] + span - now)
        return max(waits, default=0.0)

    def is_calm(self, key: str, now: float) -> bool:
        before = self._calls.get(key, ())
        return all(
            sum(at > now - span for at in before) <= most // 2 for most, span in self._limits
        )

    def count(self, key: str, calls: int, now: float) -> None:
        before = self._calls.setdefault(key, deque())
        before.extend([now] * calls)
        while before[0] <= now - self._longest:
            before.popleft()
