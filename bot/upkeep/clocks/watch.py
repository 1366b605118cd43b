"""Watches the clocks: reads them, keeps the last trusted moment near the keys, and alerts."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Protocol

import structlog
from pydantic import TypeAdapter, ValidationError

from bot.ports import Clock, TimeKeeper
from bot.upkeep.bell import Bell
from bot.upkeep.clocks.trust import Doubt, Trust, TrustedMoment, begun

KEPT_EVERY = 60.0
FRESH_SECONDS = 5.0
DatabaseClock = Callable[[], Awaitable[datetime | None]]

log = structlog.get_logger()
_MARK = TypeAdapter(TrustedMoment)


def real_seconds() -> float:
    """Seconds that nobody can set. They go on while the machine sleeps, where it can tell."""
    asleep_too = getattr(time, "CLOCK_BOOTTIME", None)
    return time.monotonic() if asleep_too is None else time.clock_gettime(asleep_too)


class ClockAlarm(Protocol):
    """A receiver of the alarm about clocks. It gets a sentence about times alone."""

    async def clock_doubted(self, since: datetime, sentence: str) -> None:
        """Says that what time decides waits. Raises OSError if it could not alert."""

    async def clock_trusted(self, since: datetime, until: datetime) -> None:
        """Says that it is over. Raises OSError if it could not."""


class ClockWatch:
    """Tells whether what time decides may be destroyed now (`MayDestroy`).

    `clock` is the machine's own, never a clock that can be moved. `there` reads the database's
    clock where it is another machine's.
    """

    def __init__(
        self,
        clock: Clock,
        there: DatabaseClock,
        keys: TimeKeeper,
        alarms: Sequence[ClockAlarm],
        is_ours: Callable[[], Awaitable[bool]],
        *,
        seconds: Callable[[], float] = real_seconds,
    ) -> None:
        self._clock = clock
        self._there = there
        self._keys = keys
        self._seconds = seconds
        self._trust: Trust | None = None
        self._doubt: Doubt | None = None
        self._looked_at: float | None = None
        self._kept: tuple[float, bool] | None = None
        self._since: datetime | None = None
        heard = [_AboutClocks(alarm, self.says) for alarm in alarms]
        self._bell = Bell(heard, is_ours, seconds)

    async def may_destroy(self) -> bool:
        """Looks now. False also where the clocks cannot be read. Never raises."""
        try:
            return await self._look() is None
        except Exception as problem:
            log.error("clocks_not_read", error=type(problem).__name__)
            return False

    async def may_send(self) -> bool:
        """False while the clock seems to be so far ahead that messages would be lost by it."""
        if self._looked_at is None or self._seconds() - self._looked_at >= FRESH_SECONDS:
            await self.may_destroy()
        return self._doubt is None or not self._doubt.holds

    async def look(self) -> None:
        """Looks, keeps what was seen and alerts; call it every few seconds. Never raises."""
        try:
            await self._look()
            await self._keep()
            await self._tell()
        except Exception as problem:
            log.error("clocks_not_watched", error=type(problem).__name__)

    def machine_now(self) -> datetime:
        """See `bot.upkeep.checks.line.Clocks`."""
        return self._clock.now()

    async def doubt(self) -> Doubt | None:
        """Looks now, and keeps nothing. Raises what the database and the keys raise."""
        return await self._look()

    def says(self) -> str:
        """What is in doubt, as a sentence for an operator; "" if nothing is."""
        return "" if self._doubt is None else sentence_of(self._doubt)

    async def _look(self) -> Doubt | None:
        if self._trust is None:
            self._trust = Trust(await self._begun(), self._seconds())
        # The database answers after a while; the readings must be of one moment.
        before = self._clock.now()
        there = await self._there()
        now, seconds = self._clock.now(), self._seconds()
        if there is not None and before <= there <= now:
            there = now
        self._looked_at = seconds
        was, self._doubt = self._doubt, self._trust.look(now, seconds, there)
        if (was is None) != (self._doubt is None):
            if self._doubt is None:
                log.warning("clocks_trusted_again")
            else:
                log.warning("clocks_doubted", off_seconds=int(self._doubt.off.total_seconds()))
        return self._doubt

    async def _begun(self) -> TrustedMoment:
        kept = await self._keys.moment_kept()
        try:
            mark = None if kept is None else _MARK.validate_json(kept)
        except ValidationError:
            mark = None
        return begun(mark, self._clock.now())

    async def _keep(self) -> None:
        if self._trust is None or (self._doubt is not None and self._doubt.apart is not None):
            # That this machine and the database differ is no news for the other machines.
            return
        seconds, waiting = self._seconds(), self._trust.mark.waiting
        if self._kept is None or self._kept[1] != waiting or seconds - self._kept[0] >= KEPT_EVERY:
            await self._keys.keep_moment(_MARK.dump_json(self._trust.mark))
            self._kept = seconds, waiting

    async def _tell(self) -> None:
        now = self._clock.now().astimezone(UTC)
        if self._doubt is not None and self._doubt.serious:
            self._since = self._since or now
            await self._bell.ring(self._since)
        elif self._since is not None and self._doubt is None:
            since, self._since = self._since, None
            await self._bell.end(since, now)


def sentence_of(doubt: Doubt) -> str:
    """What is in doubt, and until when, in one or two sentences for an operator."""
    if doubt.apart is not None:
        return (
            f"The machine's clock and the database's differ by {span(doubt.apart)}. Until they "
            "agree, nothing is ended or erased by itself."
        )
    if doubt.first:
        return (
            "This is the first start of a version that watches the clocks: for its first 24 hours "
            f"({span(doubt.left)} left) nothing is ended or erased by itself. There is nothing to "
            "do."
        )
    if doubt.usual:
        return (
            f"Handrail stood still for {span(doubt.off)}, or the clock was set: for another "
            f"{span(doubt.left)} nothing is ended or erased by itself. There is nothing to do."
        )
    where = "ahead of" if doubt.off > timedelta(0) else "behind"
    seems = f"The clock is {span(doubt.off)} {where} the last moment that was seen"
    sends = ", and nothing is sent by itself" if doubt.holds else ""
    return (
        f"{seems}: it was set, or Handrail stood still. For another {span(doubt.left)} nothing is "
        f"ended or erased by itself{sends}."
    )


def span(time_span: timedelta) -> str:
    """A span in its largest fitting unit, such as "400 days" or "1 hour"."""
    seconds = abs(time_span).total_seconds()
    for unit, size in (("day", 86_400), ("hour", 3_600)):
        if seconds >= size:
            number = round(seconds / size)
            return f"{number} {unit}{'' if number == 1 else 's'}"
    number = max(1, round(seconds / 60))
    return f"{number} minute{'' if number == 1 else 's'}"


@dataclass(frozen=True, slots=True)
class _AboutClocks:
    """Hands a bell's two calls on to the alarm about clocks."""

    alarm: ClockAlarm
    says: Callable[[], str]

    async def raised(self, since: datetime, platform: str | None = None) -> None:
        await self.alarm.clock_doubted(since, self.says())

    async def over(self, since: datetime, until: datetime, platform: str | None = None) -> None:
        await self.alarm.clock_trusted(since, until)
