"""Alerts the operator when nothing could be sent for a while, and again when that is over.

It runs in its own loop, so that it also notices when the other loops stop.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog

from bot.metrics import METRICS, Pulse
from bot.observing.traces import TracedRound, traced
from bot.ports import Clock, Store
from bot.upkeep.bell import Alarm, Bell

# A delivery is always due for a moment before it is claimed. That is no delay.
IN_PASSING = timedelta(minutes=1)
SLOWEST_ROUND = timedelta(minutes=5)
ALARM_LAPSES = timedelta(minutes=2)

log = structlog.get_logger()


class Watch:
    """Watches the sending, and alerts after `patience` in which nothing could be sent.

    `patience` is real time and not `clock`'s, so that a clock that jumps raises no alarm. Each
    stuck worker logs it. The first one alerts, and another one only if the first is silent.
    """

    def __init__(
        self,
        store: Store,
        pulse: Pulse,
        alarms: Sequence[Alarm],
        clock: Clock,
        patience: timedelta,
        worker: str = "",
    ) -> None:
        self._store = store
        self._pulse = pulse
        self._clock = clock
        self._worker = worker
        self._patience = patience.total_seconds()
        self._stuck: _Stuck | None = None
        self._bell = Bell(alarms, self.is_ours_to_tell, pulse.beat)

    @traced(TracedRound.WATCH)
    async def look(self) -> None:
        """Looks once; call it every few seconds. Never raises."""
        METRICS.beat("watch", time.time())
        if not await self._is_stuck():
            await self._end()
        elif self._stuck is None or self._pulse.sent != self._stuck.sent:
            await self._end()
            self._stuck = _Stuck(self._pulse.beat(), self._clock.now(), self._pulse.sent)
        elif self._pulse.beat() - self._stuck.began >= self._patience:
            if not self._bell.rung and await self._others_send(self._stuck):
                self._pulse.failing = False
                await self._end()
            else:
                await self._tell(self._stuck)

    async def _is_stuck(self) -> bool:
        now = self._clock.now()
        try:
            async with self._store.transaction() as tx:
                overdue = await tx.overdue(now - IN_PASSING)
        except Exception as problem:
            log.error("not_watched", error=type(problem).__name__)
            return True
        late = (now - overdue.since).total_seconds() if overdue.since else 0.0
        METRICS.overdue(overdue.things, late)
        return bool(overdue.things) or self._pulse.failing or has_stopped(self._pulse)

    async def _others_send(self, stuck: _Stuck) -> bool:
        """True if another worker has sent something since. Asked only before an alarm."""
        try:
            async with self._store.transaction() as tx:
                return await tx.has_sent(stuck.since)
        except Exception:
            return False

    async def _tell(self, stuck: _Stuck) -> None:
        if not self._bell.rung:
            METRICS.alarm(True)
            log.error("nothing_could_be_sent", since=stuck.since.isoformat(timespec="seconds"))
        await self._bell.ring(stuck.since)

    async def is_ours_to_tell(self) -> bool:
        """True if this worker may alert. Asked with each look, to keep the lease.

        Without a database, each worker alerts for itself.
        """
        try:
            async with self._store.transaction() as tx:
                return await tx.lease_alarm(self._worker, self._clock.now(), ALARM_LAPSES)
        except Exception:
            return True

    async def _end(self) -> None:
        stuck, self._stuck = self._stuck, None
        if stuck is not None and self._bell.rung:
            METRICS.alarm(False)
            log.warning("messages_leave_again")
            await self._bell.end(stuck.since, self._clock.now())


def has_stopped(pulse: Pulse) -> bool:
    """True if the loop that sends has not come round for longer than its slowest round."""
    rounds = pulse.rounds
    return rounds is not None and pulse.beat() - rounds > SLOWEST_ROUND.total_seconds()


@dataclass(frozen=True, slots=True)
class _Stuck:
    """The moment at which the worker got stuck: `began` in the pulse's seconds, `since` in UTC.

    `sent` is how many messages had left by then.
    """

    began: float
    since: datetime
    sent: int
