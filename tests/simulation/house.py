"""How the core is put together here: the one file that changes when the core's wiring does.

Several processes work side by side on one store. Whoever dies is started anew, and recovers.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import count
from random import Random

from bot.chat import Event, Message
from bot.domain.people import Address
from bot.engine import Bot
from bot.ports import Store
from bot.settings import Settings
from tests.fakes import SeededChance
from tests.simulation.faults import Faults, Process
from tests.simulation.loop import SteadyClock
from tests.simulation.network import BLIND, READABLE, Arrival, Line, Platform
from tests.simulation.store import FaultyStore

MOST_STARTS = 8
# The platform brings an event again until it is acknowledged.
BROUGHT = 6


@dataclass(frozen=True, slots=True)
class Running:
    """One process, and the bot in it."""

    process: Process
    bot: Bot


@dataclass
class Hearing:
    """Who is told of what happens."""

    asked: Callable[[Address, Message, str], Awaitable[None]]
    arrives: Callable[[Arrival], None]
    edited: Callable[[Address, str, Message], None]
    settled: Callable[[str, str], None]
    broke: Callable[[str], None]
    note: Callable[[str], None]


class House:
    """`truth` is the store itself, past every fault: for whoever looks on."""

    def __init__(
        self,
        truth: Store,
        seed: int,
        clock: SteadyClock,
        faults: Faults,
        hearing: Hearing,
        *,
        workers: int = 1,
        settings: Settings | None = None,
    ) -> None:
        self.truth = truth
        self.clock = clock
        self.faults = faults
        self.platforms = {name: Platform(name, clock) for name in (READABLE, BLIND)}
        self.random = Random(seed)
        self.starts = 0
        self.events = count(1)
        self._hearing = hearing
        self._chance = SeededChance(seed)
        self._settings = settings or Settings()
        self._ticking = 0
        self._well = True
        self._running = [self._started() for _ in range(workers)]

    async def next_due(self) -> datetime | None:
        async with self.truth.transaction() as tx:
            return await tx.next_due()

    async def tick(self) -> bool:
        """Every process ticks, all at once; who died of it is started anew. Whether all is well."""
        running = list(self._running)
        self._well = True
        self._ticking += 1
        try:
            if any(one.bot._deliveries._unsettled for one in running):
                # To recover is to look at everybody's claims: nobody may be sending meanwhile.
                for one in running:
                    await self._ticked(one)
            else:
                await asyncio.gather(*(self._ticked(one) for one in running))
        finally:
            self._ticking -= 1
        await self.revive()
        return self._well and not any(one.bot._deliveries._unsettled for one in self._running)

    async def handle(self, event: Event) -> Sequence[Message] | None:
        """The platform brings it until it is acknowledged. None where nobody heard an answer."""
        heard = True
        for _ in range(BROUGHT):
            one = self.random.choice(self._running)
            try:
                replies = await one.bot.handle(event)
            except BaseException:
                if one.process.alive:
                    raise
                heard = False
                await self._when_nobody_ticks()
                await self.revive()
                continue
            if [message.template for message in replies] != ["trouble"]:
                return replies if replies or heard else None
            # It may have been done all the same: a commit of which nobody heard.
            heard = False
        return None

    async def posted(self, to: Address, reference: str) -> None:
        """An answer is on the screen; told until it is heard."""
        self.platforms[to.platform].answered[reference] = to
        for _ in range(BROUGHT):
            one = self.random.choice(self._running)
            try:
                await one.bot.posted(to, reference, reference)
                return
            except BaseException as problem:
                if one.process.alive and not isinstance(problem, Exception):
                    raise
            await self._when_nobody_ticks()
            await self.revive()

    async def restart(self) -> None:
        """All of them, in order."""
        for one in self._running:
            one.process.alive = False
        await self.revive()

    async def revive(self) -> None:
        for number, one in enumerate(self._running):
            if not one.process.alive:
                await self._start_again(number)

    async def _start_again(self, number: int) -> None:
        for _ in range(MOST_STARTS):
            self.starts += 1
            self.clock.forward(timedelta(seconds=5))
            one = self._running[number] = self._started()
            try:
                await one.bot.recover()
                return
            except BaseException as problem:
                if one.process.alive:
                    self._hearing.note(f"a start failed: {type(problem).__name__}")
                    one.process.alive = False
        self._hearing.broke("does not start any more")

    async def _ticked(self, one: Running) -> None:
        try:
            await one.bot.tick()
        except Exception as problem:
            self._well = False
            self._hearing.note(f"a tick failed: {type(problem).__name__}")
        except BaseException:
            if one.process.alive:
                raise

    async def _when_nobody_ticks(self) -> None:
        while self._ticking:  # noqa: ASYNC110
            await asyncio.sleep(1)

    def _started(self) -> Running:
        process = Process(self.starts)
        store = FaultyStore(self.truth, self.faults, process, self._hearing.settled)
        hearing = self._hearing
        lines = {
            name: Line(
                platform,
                self.faults,
                process,
                hearing.asked,
                hearing.arrives,
                hearing.edited,
                hearing.broke,
            )
            for name, platform in self.platforms.items()
        }
        return Running(process, Bot(store, lines, self.clock, self._chance, self._settings))
