"""Heavy work goes in portions, so that nobody who writes waits for it for long.

On SQLite one transaction at a time writes, and on PostgreSQL one holds the locks of its rows.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta

from bot.ports import Clock, Store, Transaction

# How long what a portion does may hold the database, beside what even the smallest one takes.
HELD = timedelta(milliseconds=5)
# Things in all portions of one round.
MOST = 500
# The clock of a machine can jump: no rest is longer.
LONGEST_REST = timedelta(milliseconds=50)
NONE = timedelta(0)


class Portions:
    """One kind of heavy work: each portion is as large as the time of the last one allows.

    Each is a transaction of its own, and survives a crash after it. Then it rests for as long as it
    held the database: another process that waits for SQLite asks only now and then.
    """

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._size = 1
        self._shortest = timedelta.max

    async def all(self, work: Callable[[Transaction, int], Awaitable[int]]) -> int:
        """Calls `work` with the most it may do, until it does less, or `MOST` in all are done.

        Returns how many were done: `MOST` or more if there may be more to do.
        """
        done = 0
        while done < MOST:
            most = min(self._size, MOST - done)
            async with self._store.transaction() as tx:
                began = self._clock.now()
                did = await work(tx, most)
            done += did
            if did < most:
                break
            held = max(NONE, self._clock.now() - began)
            self._size = self._fitting(did, held)
            await asyncio.sleep(min(held, LONGEST_REST).total_seconds())
        return done

    def _fitting(self, did: int, held: timedelta) -> int:
        """As many as would have taken `HELD`; at most twice as many as there were."""
        self._shortest = min(self._shortest, held)
        took = held - self._shortest
        fits = 2 * did if took * 2 <= HELD else int(did * (HELD / took))
        return max(1, min(fits, MOST))
