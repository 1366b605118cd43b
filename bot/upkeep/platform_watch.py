"""Watches each chat platform: does it take the bot's credentials, and does it show the answers?

The other watch (`bot.upkeep.alarm`) sees that nothing leaves at all. Where one of two platforms is
broken, the other one's messages go on leaving, and answers are in no outbox.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

import structlog

from bot.domain.operator import SignIn
from bot.metrics import METRICS
from bot.observing.traces import TracedRound, in_span, traced
from bot.ports import Adapter, Clock, SigningIn
from bot.upkeep.bell import Alarm, Bell

# Seconds between two questions to a platform: while all is well, and while it is not.
WELL_SECONDS = 300.0
ILL_SECONDS = 60.0
# So long whoever asks waits for a look that is under way.
LOOK_SECONDS = 2.0
NO_PLATFORM = "no platform"

log = structlog.get_logger()


class PlatformState(StrEnum):
    """What holds of one platform now, as `/readyz` shows it."""

    WORKS = "works"
    REFUSED = "refuses the credentials"
    UNREACHED = "not reached"
    UNANSWERED = "answers fail"


class PlatformWatch:
    """Looks at all platforms that one signs in to.

    A refusal of the credentials is certain, and told at once. What may pass by itself is told after
    `patience` of real time. `signed_in` holds what was found at the start, by platform.
    """

    def __init__(
        self,
        platforms: Mapping[str, Adapter],
        signed_in: Mapping[str, SignIn],
        alarms: Sequence[Alarm],
        clock: Clock,
        patience: timedelta,
        is_ours: Callable[[], Awaitable[bool]],
        beat: Callable[[], float] = time.monotonic,
        sends_fail: Callable[[], bool] = lambda: False,
    ) -> None:
        self._platforms = platforms
        self._signed_in = signed_in
        self._alarms = alarms
        self._clock = clock
        self._patience = patience.total_seconds()
        self._is_ours = is_ours
        self._beat = beat
        self._sends_fail = sends_fail
        self._failed = False
        self._looking: asyncio.Task[None] | None = None
        self._known: dict[str, _Watched] = {}

    @traced(TracedRound.PLATFORMS)
    async def look(self) -> None:
        """Looks once; call it every few seconds. A platform that hangs holds up no other."""
        await self._the_one_look()

    def _the_one_look(self) -> asyncio.Task[None]:
        """The look that is under way, or a new one: no platform is asked twice at a time."""
        if self._looking is None or self._looking.done():
            self._looking = asyncio.create_task(self._look_at_all())
        return self._looking

    async def _look_at_all(self) -> None:
        self._ask_at_once_after_failures()
        found = [one for one in self._platforms.values() if isinstance(one, SigningIn)]
        await asyncio.gather(*(self._look_at(one) for one in found))

    def states(self) -> Mapping[str, PlatformState]:
        """What was found last, by platform."""
        return {name: watched.state for name, watched in self._known.items()}

    async def can_send(self) -> str | None:
        """Looks, and returns "no platform" unless one of them has just taken what it was given.

        One that nobody signs in to, as the local page, takes everything.
        """
        await asyncio.wait([self._the_one_look()], timeout=LOOK_SECONDS)
        if any(not isinstance(one, SigningIn) for one in self._platforms.values()):
            return None
        taken = (
            name in self._platforms and watched.sign_in.works is True
            for name, watched in self._known.items()
        )
        return None if any(taken) else NO_PLATFORM

    def _ask_at_once_after_failures(self) -> None:
        """When messages begin to fail, every platform is asked now instead of minutes later."""
        failed, self._failed = self._failed, self._sends_fail()
        if self._failed and not failed:
            for watched in self._known.values():
                watched.ask_at = self._beat()

    async def _look_at(self, platform: SigningIn) -> None:
        try:
            await self._looked_at(platform)
        except Exception as problem:
            log.error("platform_not_watched", error=type(problem).__name__)

    async def _looked_at(self, platform: SigningIn) -> None:
        name, now = platform.platform, self._beat()
        watched = self._known.get(name) or self._begin(name, now)
        if now >= watched.ask_at:
            about = {"handrail.platform": name}
            watched.sign_in = await in_span(TracedRound.SIGN_IN, platform.sign_in, about)
            well = watched.sign_in.works is True
            watched.ask_at = self._beat() + (WELL_SECONDS if well else ILL_SECONDS)
        if platform.answers_fail and watched.state is PlatformState.WORKS:
            watched.sign_in = await platform.sign_in()
        state = _state_of(watched.sign_in, platform.answers_fail)
        if state is not watched.state:
            _tell(name, state)
        watched.state = state
        METRICS.platform_works(name, state is PlatformState.WORKS)
        if state is PlatformState.WORKS:
            await self._end(watched)
        else:
            await self._last(watched, state)

    def _begin(self, name: str, now: float) -> _Watched:
        """What the start found counts as the first look."""
        sign_in = self._signed_in.get(name)
        ask_at = now if sign_in is None else now + ILL_SECONDS
        bell = Bell(self._alarms, self._is_ours, self._beat, name)
        started = sign_in or SignIn(True, "")
        watched = self._known[name] = _Watched(bell, started, ask_at)
        return watched

    async def _last(self, watched: _Watched, state: PlatformState) -> None:
        """The trouble begins or goes on."""
        if watched.since is None:
            watched.began, watched.since = self._beat(), self._clock.now()
        waited = self._beat() - watched.began >= self._patience
        if watched.bell.rung or waited or state is PlatformState.REFUSED:
            await watched.bell.ring(watched.since)

    async def _end(self, watched: _Watched) -> None:
        since, watched.since = watched.since, None
        if since is not None:
            await watched.bell.end(since, self._clock.now())


@dataclass
class _Watched:
    """One platform: what it said last, when to ask again, and since when it is not well.

    `ask_at` and `began` count the seconds of the watch, `since` is UTC.
    """

    bell: Bell
    sign_in: SignIn
    ask_at: float
    state: PlatformState = PlatformState.WORKS
    since: datetime | None = None
    began: float = 0.0


def _state_of(sign_in: SignIn, answers_fail: bool) -> PlatformState:
    if sign_in.works is False:
        return PlatformState.REFUSED
    if sign_in.works is None:
        return PlatformState.UNREACHED
    return PlatformState.UNANSWERED if answers_fail else PlatformState.WORKS


def _tell(name: str, state: PlatformState) -> None:
    """Logs each change once."""
    match state:
        case PlatformState.WORKS:
            log.warning("platform_works_again", platform=name)
        case PlatformState.REFUSED:
            log.error("platform_refuses_credentials", platform=name)
        case _:
            log.warning("platform_not_well", platform=name, state=state.value)
