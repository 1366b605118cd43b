"""Two simulated chat platforms, and the failing network between them and the bot.

`READABLE` has a history that the bot can read a little late; `BLIND` has none. Each request is
checked against the rules at the moment it is made.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import ClassVar

from bot.chat import Event, Message, Quote
from bot.domain.pace import Pace
from bot.domain.people import Address
from bot.ports import NotSent, Outcome, Own, Sent, Unknown
from tests.simulation.faults import Faults, Process
from tests.simulation.loop import SteadyClock, turns
from tests.simulation.observers import Observers

# They are real platform names, because the certificate of an erase has sentences for each.
READABLE, BLIND = "slack", "teams"
# SLOW: how long a request may take, even after its sender died. LAG: how late the history shows
# a message. `bot.delivery.settle.HISTORY_LAG` must be longer than both together.
SLOW = timedelta(seconds=20)
LAG = timedelta(seconds=35)
PACE = Pace(per_second=1.0, burst=2, between=timedelta(seconds=1))


@dataclass(frozen=True, slots=True)
class Arrival:
    to: Address
    message: Message
    reference: str
    at: datetime


@dataclass
class Platform:
    """One platform, for all processes. It cannot be reached before `unreachable_until`."""

    platform: str
    clock: SteadyClock
    arrived: list[Arrival] = field(default_factory=list)
    answered: dict[str, Address] = field(default_factory=dict)
    gone: set[str] = field(default_factory=set)
    unreachable_until: datetime | None = None
    pace: Pace | None = None

    @property
    def unreachable(self) -> bool:
        return self.unreachable_until is not None and self.clock.now() < self.unreachable_until

    def shows(self, to: Address, reference: str) -> bool:
        """True if the history shows the message: it arrived, and the lag is over."""
        until = self.clock.now() - LAG
        mine = (a for a in reversed(self.arrived) if a.reference == reference and a.to == to)
        return any(a.at <= until for a in mine)

    def knows(self, posted: str) -> bool:
        known = posted in self.answered or any(a.reference == posted for a in self.arrived)
        return known and posted not in self.gone


@dataclass
class Line:
    """The adapter (`Answering` port) with which one process reaches one platform."""

    to: Platform
    faults: Faults
    process: Process
    observers: Observers
    platform: str = field(init=False)
    # Said of both platforms, so that groups leave for the one without a history too.
    looks_up: ClassVar[bool] = True

    def __post_init__(self) -> None:
        self.platform = self.to.platform

    @property
    def pace(self) -> Pace | None:
        return self.to.pace

    async def send(self, to: Address, message: Message, reference: str) -> Outcome:
        await turns().turn()
        fault = self.faults.at("send", self.process)
        await self.observers.asked(to, message, reference)
        self.observers.waits.asked(to, reference, self.process)
        if self.to.unreachable:
            return NotSent("unreachable", timedelta(seconds=30))
        refused = self._refused(fault, to, reference)
        if refused is not None:
            return refused
        if fault == "slow":
            await asyncio.sleep(SLOW.total_seconds())
        arrival = Arrival(to, message, reference, self.to.clock.now())
        self.to.arrived.append(arrival)
        self.observers.arrives(arrival)
        if fault == "accepted then dropped":
            return Unknown("dropped")
        if fault == "answer lost" or self.faults.at("sent", self.process):
            raise ConnectionResetError("the answer was lost")
        return Sent(reference)

    async def answer(self, event: Event, messages: Sequence[Message]) -> None:
        """Shows the answers, or loses them. Never raises an `Exception`, as the port demands."""
        await turns().turn()
        lost = self.faults.at("answer", self.process) == "answer not shown"
        self.observers.accepted.shown(event, messages, lost=lost)
        self.faults.at("answered", self.process)

    async def edit(self, to: Address, posted: str, message: Message) -> Outcome:
        await turns().turn()
        fault = self.faults.at("edit", self.process)
        if self.to.unreachable:
            return NotSent("unreachable", timedelta(seconds=30))
        refused = self._refused_edit(fault)
        if refused is not None:
            return refused
        if not self.to.knows(posted):
            return NotSent("gone")
        self.observers.edited(to, posted, message)
        if fault == "answer lost":
            raise ConnectionResetError("the answer was lost")
        return Sent(posted)

    async def find(self, to: Address, reference: str) -> Outcome:
        """Looks the message up in the history. Raises if the history cannot be read now."""
        if self.platform == BLIND:
            return Unknown("no_history")
        await turns().turn()
        if self.faults.at("find", self.process) or self.to.unreachable:
            raise ConnectionRefusedError("the history could not be read")
        return Sent(reference) if self.to.shows(to, reference) else NotSent("not_found")

    async def clear(self, to: Address, which: Own) -> None:
        mine = [a for a in self.to.arrived if a.to == to and _is_meant(a, which)]
        self.to.gone |= {arrival.reference for arrival in mine}

    async def redraw_home(self, to: Address, language: str | None = None) -> None:
        return None

    def _refused(self, fault: str | None, to: Address, reference: str) -> Outcome | None:
        match fault:
            case "429" | "429 for this chat":
                wait, for_all = timedelta(minutes=7), fault == "429"
                self.observers.waits.told(to, reference, wait, self.process, for_all=for_all)
                return NotSent("rate_limited", wait, for_all=for_all)
            case "refused for now":
                return NotSent("unavailable", timedelta(seconds=20))
            case "refused for good":
                return NotSent("blocked")
            case "dropped before it was accepted":
                return Unknown("dropped")
        return None

    def _refused_edit(self, fault: str | None) -> Outcome | None:
        match fault:
            case "429":
                return NotSent("rate_limited", timedelta(minutes=7))
            case "refused for now":
                return NotSent("unavailable", timedelta(seconds=20))
        return None


def _is_meant(arrival: Arrival, which: Own) -> bool:
    if which.since is not None and arrival.at < which.since:
        return False
    if which.until is not None and arrival.at >= which.until:
        return False
    quotes = [block.words for block in arrival.message.blocks if isinstance(block, Quote)]
    return which.quoting is None or any(words in quotes for words in which.quoting)
