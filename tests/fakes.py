"""A clock that a test sets, seeded randomness, and a platform that keeps its messages."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from bot.chat import Message
from bot.domain.pace import Pace
from bot.domain.people import Address
from bot.ports import NotSent, Outcome, Own, Sent

START = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"


@dataclass
class FakeClock:
    at: datetime = START

    def now(self) -> datetime:
        return self.at

    def forward(self, **span: float) -> None:
        self.at += timedelta(**span)


class SeededChance:
    """Seeded ids and codes. A code does not depend on how many ids were made before it."""

    def __init__(self, seed: int = 1) -> None:
        self._random = random.Random(seed)
        self._codes = random.Random(seed)

    def new_id(self) -> str:
        return f"{self._random.getrandbits(128):032x}"

    def new_code(self) -> str:
        return "-".join("".join(self._codes.choices(LETTERS, k=4)) for _ in range(3))


@dataclass
class Arrived:
    """One message on the fake platform, with its receiver, time and reference."""

    to: Address
    message: Message
    reference: str
    at: datetime


@dataclass
class Edit:
    """One edit of a message of the bot. `posted` is the platform's id of that message."""

    to: Address
    posted: str
    message: Message
    at: datetime


@dataclass
class FakePlatform:
    """Keeps each message that arrives. A test can make it refuse or break, before or after."""

    clock: FakeClock
    platform: str = "local"
    pace: Pace | None = None
    looks_up: bool = True
    arrived: list[Arrived] = field(default_factory=list)
    listeners: list[Callable[[Arrived], None]] = field(default_factory=list)
    refuse_next: list[Outcome | BaseException] = field(default_factory=list)
    break_after_next: list[BaseException] = field(default_factory=list)
    refuse_edits: list[Outcome] = field(default_factory=list)
    answered: set[str] = field(default_factory=set)
    edits: list[Edit] = field(default_factory=list)
    edit_listeners: list[Callable[[Edit], None]] = field(default_factory=list)
    cleared: list[tuple[Address, Own]] = field(default_factory=list)
    gone: set[str] = field(default_factory=set)
    redrawn: list[tuple[Address, str | None]] = field(default_factory=list)

    async def send(self, to: Address, message: Message, reference: str) -> Outcome:
        if self.refuse_next:
            refused = self.refuse_next.pop(0)
            if isinstance(refused, BaseException):
                raise refused
            return refused
        await asyncio.sleep(0)
        arrival = Arrived(to, message, reference, self.clock.now())
        self.arrived.append(arrival)
        for listener in self.listeners:
            listener(arrival)
        if self.break_after_next:
            raise self.break_after_next.pop(0)
        return Sent(reference)

    async def edit(self, to: Address, posted: str, message: Message) -> Outcome:
        if self.refuse_edits:
            return self.refuse_edits.pop(0)
        known = {arrival.reference for arrival in self.arrived} | self.answered
        if posted not in known - self.gone:
            return NotSent("gone")
        edit = Edit(to, posted, message, self.clock.now())
        self.edits.append(edit)
        for listener in self.edit_listeners:
            listener(edit)
        return Sent(posted)

    async def clear(self, to: Address, which: Own) -> None:
        self.cleared.append((to, which))
        mine = (arrival for arrival in self.arrived if arrival.to == to)
        self.gone |= {arrival.reference for arrival in mine if _is_meant(arrival, which)}

    async def redraw_home(self, to: Address, language: str | None = None) -> None:
        self.redrawn.append((to, language))

    async def find(self, to: Address, reference: str) -> Outcome:
        found = any(a.to == to and a.reference == reference for a in self.arrived)
        return Sent(reference) if found else NotSent("not_found")


def _is_meant(arrival: Arrived, which: Own) -> bool:
    if which.since is not None and arrival.at < which.since:
        return False
    if which.until is not None and arrival.at >= which.until:
        return False
    if which.quoting is None or not set(arrival.message.files).isdisjoint(which.files):
        return True
    return any(words.text in arrival.message.carried for words in which.quoting)
