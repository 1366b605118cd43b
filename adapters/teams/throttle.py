"""What Teams takes from a bot, counted before it is asked: so that it never has to refuse.

Per conversation 7 in a second, 8 in two, 60 in thirty and 1,800 in an hour; per app and tenant 50
requests a second (Microsoft, "Optimize your bot with rate limiting in Teams"). Several processes
count each for themselves: what they send too much together, Teams refuses, and that is honoured.
"""

from __future__ import annotations

import time
from collections import OrderedDict, deque
from collections.abc import Callable, Sequence
from datetime import timedelta

PER_CONVERSATION = ((7, 1.0), (8, 2.0), (60, 30.0), (1_800, 3_600.0))
PER_TENANT = ((50, 1.0),)
MOST_REMEMBERED = 20_000

Limits = Sequence[tuple[int, float]]


class Throttle:
    """`now` in seconds, of a clock that never goes back."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._conversations = _Windows(PER_CONVERSATION)
        self._tenants = _Windows(PER_TENANT)
        self._until: OrderedDict[str, float] = OrderedDict()

    def take(self, tenant: str, conversation: str, calls: int = 1) -> timedelta | None:
        """None, and `calls` are counted; or how long to wait, and nothing is.

        More calls at once than a limit allows are let through when nothing came before them.
        """
        now = self._now()
        wait = max(
            self._conversations.wait(conversation, calls, now),
            self._tenants.wait(tenant, calls, now),
            self._until.get(conversation, now) - now,
            self._until.get(tenant, now) - now,
        )
        if wait > 0:
            return timedelta(seconds=wait)
        self._conversations.count(conversation, calls, now)
        self._tenants.count(tenant, calls, now)
        return None

    def is_calm(self, conversation: str) -> bool:
        """Whether so little was said there that Teams cannot have meant this chat by a refusal.

        Half of each limit and no more: what another process says in it is not counted here.
        """
        return self._conversations.is_calm(conversation, self._now())

    def hold(self, key: str, span: timedelta) -> None:
        """Teams said when to come back, for a tenant or for a conversation."""
        self._until[key] = max(self._until.get(key, 0.0), self._now() + span.total_seconds())
        self._until.move_to_end(key)
        while len(self._until) > MOST_REMEMBERED:
            self._until.popitem(last=False)


class _Windows:
    """When the last calls were, by key; the keys that were idle for longest are forgotten."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._longest = max(span for _, span in limits)
        self._calls: OrderedDict[str, deque[float]] = OrderedDict()

    def wait(self, key: str, calls: int, now: float) -> float:
        before = self._calls.get(key)
        if not before:
            return 0.0
        waits = []
        for most, span in self._limits:
            # The call that must have left the window before `calls` more fit into it.
            place = len(before) + min(calls, most) - most
            if place > 0:
                waits.append(before[place - 1] + span - now)
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
        self._calls.move_to_end(key)
        while len(self._calls) > MOST_REMEMBERED:
            self._calls.popitem(last=False)
