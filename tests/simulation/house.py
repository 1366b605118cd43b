"""How the core is put together here: the one file that changes when the core's wiring does.

One process, as `bot.run.one_process` has it: who starts settles what was left. Several on one
store, as `bot.run.many_processes` has it: they say that they live, and take over from those
that are silent.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import count
from random import Random
from typing import TYPE_CHECKING, cast

from bot.chat import Event, Message
from bot.delivery.lanes import Lanes
from bot.domain.people import Address
from bot.inbound.events import EventHandler, Handled
from bot.inbound.inbox import InboxWorker
from bot.ports import Store
from bot.run.bot import Bot
from bot.run.many_processes import BEAT_SECONDS, LOOK_SECONDS, SILENT_FOR, SignOfLife, WorkerJobs
from bot.settings import Settings
from tests.fakes import SeededChance
from tests.simulation.faults import Faults, Process
from tests.simulation.hearing import Hearing
from tests.simulation.letters import Letter, Letters
from tests.simulation.loop import SteadyClock, turns
from tests.simulation.network import BLIND, PACE, READABLE, Line, Platform
from tests.simulation.store import FaultyStore

if TYPE_CHECKING:
    from bot.run.assemble import Parts

MOST_STARTS = 8
# The platform brings an event again until it is acknowledged.
BROUGHT = 6
# Of the events, so many are accepted first and handled then.
BY_THE_INBOX = 0.4
MOST_LOOKS = 40
# Others have taken over by then what a dead process had, and have looked for it.
MOST_ROUNDS = 20


class Listened(EventHandler):
    """The first road, and somebody who hears what it makes of what was accepted."""

    letters: Letters

    async def handle_locked(self, event: Event, number: int | None = None) -> Handled:
        handled = await super().handle_locked(event, number)
        if number is not None:
            self.letters.said(event, handled.messages)
        return handled


@dataclass(frozen=True, slots=True)
class Running:
    """One process, and what works in it."""

    process: Process
    bot: Bot
    receiving: InboxWorker

    def heart(self) -> SignOfLife:
        return SignOfLife(cast("Parts", self), lambda: turns().time() + self.process.lived)


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
        self.platforms = {
            READABLE: Platform(READABLE, clock),
            BLIND: Platform(BLIND, clock, pace=PACE),
        }
        self.random = Random(seed)
        self.starts = 0
        self.events = count(1)
        self._hearing = hearing
        self._chance = SeededChance(seed)
        self._settings = settings or Settings()
        self._side_by_side = seed % 3 > 0
        self._many = workers > 1
        self._busy = 0
        self._well = True
        self._all_clear_at = 0
        self._ticked_at = clock.shared()
        self._reviving = asyncio.Lock()
        self._hearts: dict[Process, SignOfLife] = {}
        self._running = [self._started() for _ in range(workers)]

    async def begin(self) -> None:
        """Nobody works before it was heard of for the first time."""
        for one in self._running:
            await self._begins(one)

    async def next_due(self) -> datetime | None:
        async with self.truth.transaction() as tx:
            return await tx.next_due()

    async def tick(self) -> bool:
        """Every process ticks, all at once; who died of it is started anew. Whether all is well."""
        self._well = True
        running = list(self._running)
        if self._many:
            self._have_lived(running)
            beats = (self._tried(one, self._hearts[one.process].give) for one in running)
            await asyncio.gather(*beats)
        self._busy += len(running)
        await asyncio.gather(*(self._its_turn(one) for one in running))
        await self.revive()
        return self._well and not await self._something_is_open()

    def _have_lived(self, running: Sequence[Running]) -> None:
        """Between two ticks they have said all the while that they live."""
        if abs(self.clock.shared() - self._ticked_at) > SILENT_FOR:
            for one in running:
                one.process.lived += 2 * BEAT_SECONDS
        self._ticked_at = self.clock.shared()

    async def handle(self, event: Event) -> Sequence[Message] | None:
        """None where nobody heard an answer."""
        if self.random.random() < BY_THE_INBOX:
            letter = await self._accepted(event)
            if letter is None:
                return None
            if not letter.failed:
                heard = letter.answers[0] if letter.answers else []
                return heard if heard or letter.nothing_to_say else None
            # Who is told that it did not work does it again.
        return await self._handled(event)

    async def _handled(self, event: Event) -> Sequence[Message] | None:
        """For what is answered in the same breath: brought until it is answered."""
        heard = True
        for _ in range(BROUGHT):
            one = self.random.choice(self._running)
            try:
                replies = await one.bot.events.handle(event)
            except BaseException:
                if one.process.alive:
                    raise
                heard = False
                await self.revive()
                continue
            if [message.template for message in replies] != ["trouble"]:
                return replies if replies or heard else None
            # It may have been done all the same: a commit of which nobody heard.
            heard = False
        return None

    async def _accepted(self, event: Event) -> Letter | None:
        """Accepted, then acknowledged, then handled by whoever finds it. None: nobody took it."""
        letter = self._hearing.letters.brought(event)
        if not await self._acknowledged(event):
            return None
        for _ in range(MOST_LOOKS):
            await asyncio.wait([letter.over], timeout=LOOK_SECONDS)
            if letter.over.done():
                break
            await self.revive()
            for one in list(self._running):
                await self._tried(one, one.receiving.look)
        self._hearing.letters.close(letter)
        return letter

    async def _acknowledged(self, event: Event) -> bool:
        for _ in range(BROUGHT):
            one = self.random.choice(self._running)
            try:
                await one.receiving.accept(event)
                return True
            except BaseException as problem:
                if one.process.alive and not isinstance(problem, Exception):
                    raise
            await self.revive()
        return False

    async def posted(self, to: Address, reference: str) -> None:
        """An answer is on the screen; told until it is heard."""
        self.platforms[to.platform].answered[reference] = to
        for _ in range(BROUGHT):
            one = self.random.choice(self._running)
            try:
                await one.bot.deliveries.posted(to, reference, reference)
                return
            except BaseException as problem:
                if one.process.alive and not isinstance(problem, Exception):
                    raise
            await self.revive()

    async def restart(self) -> None:
        """All of them, in order."""
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
            one = self._running[number] = self._started()
            try:
                await self._begins(one)
                return
            except BaseException as problem:
                if one.process.alive:
                    self._hearing.note(f"a start failed: {type(problem).__name__}")
                    one.process.alive = False
        self._hearing.broke("does not start any more")

    async def _begins(self, one: Running) -> None:
        if self._many:
            await self._hearts[one.process].give()
        else:
            await one.bot.deliveries.recover()
            await one.receiving.look(self.clock.now())

    async def _its_turn(self, one: Running) -> None:
        try:
            await self._tried(one, one.bot.tick)
            await self._tried(one, one.bot.deliveries.at_rest)
        finally:
            self._busy -= 1
        if self._many:
            await self._goes_on(one)

    async def _goes_on(self, one: Running) -> None:
        """As long as others work, or something is open: what a worker does every so often."""
        heart = self._hearts[one.process]
        work = WorkerJobs(cast("Parts", one), heart)
        for _ in range(MOST_ROUNDS):
            if not one.process.alive or not (self._busy or await self._something_is_open()):
                return
            await asyncio.sleep(BEAT_SECONDS)
            for what in (heart.give, one.bot.deliveries.look_for_unsure, work.recover):
                await self._tried(one, what)

    async def _something_is_open(self) -> bool:
        """Claimed and not settled. Where nothing went wrong since it was not, nobody looks."""
        number = self.faults.fired.total() + self.starts
        if number == self._all_clear_at and self._well:
            return False
        with turns().elsewhere():
            async with self.truth.transaction() as tx:
                if await tx.claimed():
                    return True
        if not self._busy:
            self._all_clear_at = number
        return False

    async def _tried(self, one: Running, what: Callable[[], Awaitable[object]]) -> None:
        try:
            await what()
        except Exception as problem:
            self._well = False
            self._hearing.note(f"{_name(what)} failed: {type(problem).__name__}")
        except BaseException:
            if one.process.alive:
                raise

    def _started(self) -> Running:
        process = Process(self.starts)
        store = FaultyStore(self.truth, self.faults, process, self._hearing)
        lines = {
            name: Line(platform, self.faults, process, self._hearing)
            for name, platform in self.platforms.items()
        }
        lanes = Lanes(at_once=8, width=2, batch=2) if self._side_by_side else Lanes()
        wired = (store, lines, self.clock, self._chance, self._settings)
        bot = Bot(*wired, lanes)
        bot.events = listened = Listened(*wired)
        listened.letters = self._hearing.letters
        receiving = InboxWorker(store, listened, lines, self.clock)
        one = Running(process, bot, receiving)
        self._hearts[process] = one.heart()
        return one


def _name(what: object) -> str:
    return getattr(what, "__name__", "it").replace("_", " ")
