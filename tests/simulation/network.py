"""Two chat platforms and the network before them, as they are on a bad day.

`READABLE` keeps a history that a bot can read, a little late; `BLIND` keeps none. What is asked of
them is held against the rules at the moment of asking.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.chat import Message, Quote
from bot.domain.people import Address
from bot.ports import NotSent, Outcome, Own, Sent, Unknown
from tests.simulation.faults import Faults, Process
from tests.simulation.loop import SteadyClock, turns

# Names that the catalogue knows: what is said of the chat after an erase depends on them.
READABLE, BLIND = "slack", "teams"
# How long a history may lag; an adapter waits that out before it believes a negative.
LAG = timedelta(seconds=40)
# How long a request may be under way, also one whose sender has died meanwhile.
SLOW = timedelta(seconds=30)


@dataclass(frozen=True, slots=True)
class Arrival:
    to: Address
    message: Message
    reference: str
    at: datetime


@dataclass
class Platform:
    """One platform, whoever talks to it. `until` says until when it cannot be reached."""

    platform: str
    clock: SteadyClock
    arrived: list[Arrival] = field(default_factory=list)
    answered: dict[str, Address] = field(default_factory=dict)
    gone: set[str] = field(default_factory=set)
    unreachable_until: datetime | None = None

    @property
    def unreachable(self) -> bool:
        return self.unreachable_until is not None and self.clock.now() < self.unreachable_until

    def has(self, to: Address, reference: str) -> bool:
        return any(a.reference == reference and a.to == to for a in reversed(self.arrived))

    def knows(self, posted: str) -> bool:
        known = posted in self.answered or any(a.reference == posted for a in self.arrived)
        return known and posted not in self.gone


@dataclass
class Line:
    """What one process has in its hand: the `Adapter` of one platform."""

    to: Platform
    faults: Faults
    process: Process
    asked: Callable[[Address, Message, str], Awaitable[None]]
    arrives: Callable[[Arrival], None]
    edited: Callable[[Address, str, Message], None]
    broke: Callable[[str], None]
    platform: str = field(init=False)

    def __post_init__(self) -> None:
        self.platform = self.to.platform

    async def send(self, to: Address, message: Message, reference: str) -> Outcome:
        await turns().turn()
        fault = self.faults.at("send", self.process)
        await self.asked(to, message, reference)
        self._not_too_early(reference)
        if self.to.unreachable:
            return NotSent("unreachable", timedelta(seconds=30))
        refused = self._refused(fault, reference)
        if refused is not None:
            return refused
        if fault == "slow":
            await asyncio.sleep(SLOW.total_seconds())
        arrival = Arrival(to, message, reference, self.to.clock.now())
        self.to.arrived.append(arrival)
        self.arrives(arrival)
        if fault == "accepted then dropped":
            return Unknown("dropped")
        if fault == "answer lost" or self.faults.at("sent", self.process):
            raise ConnectionResetError("the answer was lost")
        return Sent(reference)

    async def edit(self, to: Address, posted: str, message: Message) -> Outcome:
        await turns().turn()
        fault = self.faults.at("edit", self.process)
        if self.to.unreachable:
            return NotSent("unreachable", timedelta(seconds=30))
        refused = self._refused(fault, posted)
        if refused is not None:
            return refused
        if not self.to.knows(posted):
            return NotSent("gone")
        self.edited(to, posted, message)
        if fault == "answer lost":
            raise ConnectionResetError("the answer was lost")
        return Sent(posted)

    async def find(self, to: Address, reference: str) -> Outcome:
        """Believes in a negative only after the lag, and in nothing that it could not read."""
        if self.platform == BLIND:
            return Unknown("no_history")
        await self._look()
        if not self._can_be_seen(reference):
            await asyncio.sleep(LAG.total_seconds())
            await self._look()
        return Sent(reference) if self.to.has(to, reference) else NotSent("not_found")

    async def clear(self, to: Address, which: Own) -> None:
        mine = [a for a in self.to.arrived if a.to == to and _is_meant(a, which)]
        self.to.gone |= {arrival.reference for arrival in mine}

    async def _look(self) -> None:
        await turns().turn()
        if self.faults.at("find", self.process) or self.to.unreachable:
            raise ConnectionRefusedError("the history could not be read")

    def _can_be_seen(self, reference: str) -> bool:
        now = self.to.clock.now()
        return any(a.reference == reference and a.at + LAG <= now for a in self.to.arrived)

    def _refused(self, fault: str | None, reference: str) -> Outcome | None:
        match fault:
            case "429":
                wait = timedelta(minutes=7)
                self.process.told_to_wait[reference] = self.to.clock.now() + wait
                return NotSent("rate_limited", wait)
            case "refused for now":
                return NotSent("unavailable", timedelta(seconds=20))
            case "refused for good":
                return NotSent("blocked")
            case "dropped before it was accepted":
                return Unknown("dropped")
        return None

    def _not_too_early(self, reference: str) -> None:
        """Who died before it could write a 429 down has taken it along."""
        wait = self.process.told_to_wait.get(reference)
        if wait is not None and self.to.clock.now() < wait:
            self.broke("a 429 was retried early")


def _is_meant(arrival: Arrival, which: Own) -> bool:
    if which.since is not None and arrival.at < which.since:
        return False
    if which.until is not None and arrival.at >= which.until:
        return False
    return which.quoting is None or Quote(which.quoting) in arrival.message.blocks
