"""The bot's own messages taken back, as far as Teams lets a bot, and what was kept of them too."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import structlog

from adapters.teams.calls import Calls
from adapters.teams.files import Files
from adapters.teams.inbound.arrivals import Place
from adapters.teams.rows import Rows
from adapters.teams.tables import OwnMessage
from bot.domain.people import Address
from bot.ports import NotSent, Own

# As many seconds as the longest throttle that is not the hour's own, and some.
MOST_IN_VAIN = 90
GOODBYE_SECONDS = 5.0

log = structlog.get_logger()


class Clearing:
    def __init__(
        self,
        calls: Calls,
        rows: Rows,
        files: Files,
        sleep: Callable[[float], Awaitable[None]],
    ) -> None:
        self._calls = calls
        self._rows = rows
        self._files = files
        self._sleep = sleep
        self._working: set[asyncio.Task[None]] = set()

    async def clear(self, to: Address, which: Own) -> None:
        """At once as far as Teams lets a bot, and the rest in the background."""
        try:
            place = await self._rows.place(to)
            own = await self._rows.own(to)
            if which == Own():
                self._files.forget(to)
                await self._rows.forget(to)
            mark = None if which.quoting is None else self._rows.mark(to, which.quoting.text)
            going = [one.id for one in own if _is_meant(one, which, mark)]
            if place is not None and going:
                await self._take_back(place, to, going)
        except Exception as problem:
            log.error("clear_failed", error=type(problem).__name__)

    async def close(self) -> None:
        """Gives what is still being taken back a moment, and then lets go of it."""
        await let_go(self._working)

    async def _take_back(self, place: Place, to: Address, going: list[str]) -> None:
        left = await self._taken_back(place, to, going)
        if left:
            task = asyncio.create_task(self._take_back_later(place, to, left))
            self._working.add(task)
            task.add_done_callback(self._working.discard)

    async def _take_back_later(self, place: Place, to: Address, going: list[str]) -> None:
        in_vain = 0
        while going and in_vain < MOST_IN_VAIN:
            await self._sleep(1.0)
            left = await self._taken_back(place, to, going)
            in_vain = in_vain + 1 if left == going else 0
            going = left
        if going:
            log.error("clear_failed", error="patience")

    async def _taken_back(self, place: Place, to: Address, going: list[str]) -> list[str]:
        """Returns what Teams does not take yet."""
        done = []
        for posted in going:
            parts = posted.split(",")
            if self._calls.must_wait(place, len(parts), edits=True):
                break
            outcomes = [await self._calls.changed(place, part) for part in parts]
            if any(isinstance(one, NotSent) and one.retry_after for one in outcomes):
                break
            done.append(posted)
        await self._rows.drop(to, done)
        return [posted for posted in going if posted not in done]


async def let_go(working: set[asyncio.Task[None]]) -> None:
    """Waits for a moment, and cancels what is not done by then."""
    if working:
        _, late = await asyncio.wait(set(working), timeout=GOODBYE_SECONDS)
        for task in late:
            task.cancel()
        await asyncio.gather(*late, return_exceptions=True)


def _is_meant(one: OwnMessage, which: Own, quote: str | None) -> bool:
    if which.since is not None and one.at < which.since:
        return False
    if which.until is not None and one.at >= which.until:
        return False
    return quote is None or quote in one.quotes
