"""The processes of a simulated installation: the real core in each, all on one store.

Only this file must follow when the wiring of the core changes. One process works as in
`bot.run.one_process`: at its start it settles what was left. Several work as in
`bot.run.many_processes`: they give signs of life and take over claims from silent processes.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import count
from random import Random
from typing import TYPE_CHECKING, cast

from bot.chat import Event
from bot.delivery.lanes import Lanes
from bot.inbound.events import EventHandler
from bot.inbound.handling import Handled
from bot.inbound.inbox import InboxWorker
from bot.ports import Accepted, Store, Taken
from bot.run.bot import Bot
from bot.run.many_processes import BEAT_SECONDS, SILENT_FOR, SignOfLife, WorkerJobs
from bot.settings import Settings
from tests.fakes import SeededChance
from tests.simulation.accepted import AcceptedEvents
from tests.simulation.faults import Faults, Process
from tests.simulation.loop import SteadyClock, turns
from tests.simulation.network import BLIND, PACE, READABLE, Line, Platform
from tests.simulation.observers import Observers
from tests.simulation.store import FaultyStore

if TYPE_CHECKING:
    from bot.run.assemble import Parts

MOST_STARTS = 8
# In so many rounds the others take over a dead process's claims and look its messages up.
MOST_ROUNDS = 20


class Listened(EventHandler):
    """The real event handler, which also reports its answers to accepted events."""

    accepted: AcceptedEvents

    async def handle_locked(self, event: Event, taken: Taken | Accepted | None = None) -> Handled:
        handled = await super().handle_locked(event, taken)
        if taken is not None and not handled.waits:
            self.accepted.said(event, handled.messages)
        return handled


@dataclass(frozen=True, slots=True)
class Running:
    """One process with its bot and its inbox worker."""

    process: Process
    bot: Bot
    receiving: InboxWorker

    def sign_of_life(self) -> SignOfLife:
        return SignOfLife(cast("Parts", self), lambda: turns().time() + self.process.lived)


class Processes:
    """All processes and platforms of a history. `truth` is the store without faults, for checks."""

    def __init__(
        self,
        truth: Store,
        seed: int,
        clock: SteadyClock,
        faults: Faults,
        observers: Observers,
        *,
        workers: int = 1,
        alike: bool = False,
        settings: Settings | None = None,
    ) -> None:
        self.truth = truth
        self.clock = clock
        self.faults = faults
        self.platforms = {
            READABLE: Platform(READABLE, clock),
            BLIND: Platform(BLIND, clock, pace=PACE),
        }
        self.random = Random(seed)
        self.starts = 0
        self.events = count(1)
        self._observers = observers
        self._chance = SeededChance(seed)
        self.settings = settings or Settings()
        self._side_by_side = seed % 3 > 0 or alike
        # The most of one lane that are under way at once: more where many are due together.
        self._width = 3 if alike else 2
        self._shared_store = workers > 1
        self._busy = 0
        self._all_went_well = True
        self._clear_at = 0
        self._ticked_at = clock.shared()
        self._reviving = asyncio.Lock()
        self._signs_of_life: dict[Process, SignOfLife] = {}
        self._running = [self._new_process() for _ in range(workers)]

    async def begin(self) -> None:
        """Starts every process: each gives its first sign of life before it works."""
        for one in self._running:
            await self._begin_one(one)

    async def next_due(self) -> datetime | None:
        async with self.truth.transaction() as tx:
            return await tx.next_due()

    async def tick(self) -> bool:
        """Ticks every process at once and restarts those that died. Returns True if all is well."""
        self._all_went_well = True
        running = list(self._running)
        if self._shared_store:
            self._count_skipped_beats(running)
            beats = (self._run(one, self._signs_of_life[one.process].give) for one in running)
            await asyncio.gather(*beats)
        self._busy += len(running)
        await asyncio.gather(*(self._tick_one(one) for one in running))
        await self.revive()
        return self._all_went_well and not await self._a_claim_is_open()

    def _count_skipped_beats(self, running: Sequence[Running]) -> None:
        """Counts signs of life for the time between two ticks, which nobody plays."""
        if abs(self.clock.shared() - self._ticked_at) > SILENT_FOR:
            for one in running:
                one.process.lived += 2 * BEAT_SECONDS
        self._ticked_at = self.clock.shared()

    async def restart(self) -> None:
        """Ends and restarts all processes, one after the other."""
        for one in self._running:
            one.process.alive = False
        await self.revive()

    async def revive(self) -> None:
        async with self._reviving:
            for number, one in enumerate(self._running):
                if not one.process.alive:
                    await self._start_again(number)

    async def _start_again(self, number: int) -> None:
        for _ in range(MOST_STARTS):
            self.starts += 1
            self.clock.forward(timedelta(seconds=5))
            one = self._running[number] = self._new_process()
            try:
                await self._begin_one(one)
                return
            except BaseException as problem:
                if one.process.alive:
                    self._observers.note(f"a start failed: {type(problem).__name__}")
                    one.process.alive = False
        self._observers.broke("does not start any more")

    async def _begin_one(self, one: Running) -> None:
        if self._shared_store:
            await self._signs_of_life[one.process].give()
        else:
            await one.bot.deliveries.recover()
            await one.receiving.look(self.clock.now())

    async def _tick_one(self, one: Running) -> None:
        try:
            await self._run(one, one.bot.tick)
            await self._run(one, one.bot.deliveries.at_rest)
        finally:
            self._busy -= 1
        if self._shared_store:
            await self._keep_working(one)

    async def _keep_working(self, one: Running) -> None:
        """Does a worker's regular jobs while other processes work or a claim is open."""
        sign = self._signs_of_life[one.process]
        work = WorkerJobs(cast("Parts", one), sign)
        for _ in range(MOST_ROUNDS):
            if not one.process.alive or not (self._busy or await self._a_claim_is_open()):
                return
            await asyncio.sleep(BEAT_SECONDS)
            for what in (sign.give, one.bot.deliveries.look_for_unsure, work.recover):
                await self._run(one, what)

    async def _a_claim_is_open(self) -> bool:
        """True if a delivery is claimed and not settled.

        Skips the query if nothing has failed since the last clear result.
        """
        number = self.faults.fired.total() + self.starts
        if number == self._clear_at and self._all_went_well:
            return False
        with turns().elsewhere():
            async with self.truth.transaction() as tx:
                if await tx.claimed():
                    return True
        if not self._busy:
            self._clear_at = number
        return False

    async def _run(self, one: Running, what: Callable[[], Awaitable[object]]) -> None:
        try:
            await what()
        except Exception as problem:
            self._all_went_well = False
            self._observers.note(f"{_name(what)} failed: {type(problem).__name__}")
        except BaseException:
            if one.process.alive:
                raise

    def _new_process(self) -> Running:
        process = Process(self.starts)
        store = FaultyStore(self.truth, self.faults, process, self._observers)
        lines = {
            name: Line(platform, self.faults, process, self._observers)
            for name, platform in self.platforms.items()
        }
        width = self._width
        lanes = Lanes(8, width, batch=width) if self._side_by_side else Lanes()
        wired = (store, lines, self.clock, self._chance, self.settings)
        bot = Bot(*wired, lanes)
        bot.events = listened = Listened(*wired)
        listened.accepted = self._observers.accepted
        receiving = InboxWorker(store, listened, lines, self.clock)
        one = Running(process, bot, receiving)
        self._signs_of_life[process] = one.sign_of_life()
        return one


def _name(what: object) -> str:
    return getattr(what, "__name__", "it").replace("_", " ")
