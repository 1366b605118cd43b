"""The clients and coaches of a history: what they were shown, wrote and agreed to."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from itertools import count
from typing import TYPE_CHECKING, cast
from zoneinfo import ZoneInfo

from bot.chat import Buttons, Event, Form, Happening, Message
from bot.domain.people import Address
from bot.domain.words import Words
from tests.simulation.installation import Installation
from tests.world import Chatter

if TYPE_CHECKING:
    from tests.world import World


@dataclass
class Said:
    """One message of a client. `heard` holds the versions that the bot has taken in, with times.

    `kept_until`: the bot has said that it keeps the message until then. None: no promise holds.
    """

    message: str
    heard: list[tuple[datetime, str]] = field(default_factory=list)
    deleted: bool = False
    kept_until: datetime | None = None
    engagement: str = ""

    @property
    def counts(self) -> str:
        return max(self.heard)[1]


@dataclass
class Times:
    """The rhythm that a client agreed to. The test keeps it apart from the bot's own code."""

    days: tuple[str, ...]
    every: int
    start: time
    end: time
    zone: str
    since: datetime
    paused_until: date | None = None

    def local(self, at: datetime) -> datetime:
        return at.astimezone(ZoneInfo(self.zone))


class Human(Chatter):
    """A person at a chat window. The network brings each of their events at least once."""

    def __init__(self, installation: Installation, address: Address, name: str, zone: str) -> None:
        super().__init__(cast("World", installation), address, name, zone)
        self.installation = installation
        self.numbers = count(1)
        self.answered: Callable[[Human, Sequence[Message]], None] = _nothing
        self.unheard: Callable[[Human], Awaitable[None]] = _nobody

    async def does(self, what: Happening, event_id: str | None = None) -> list[Message]:
        event_id = event_id or f"{self.address.user}-{next(self.numbers)}"
        event = Event(event_id, self.address, Words(self.name), what, self.zone, "en")
        answers = await self.installation.handle(event)
        if answers is None:
            await self.unheard(self)
            return []
        self.receives(answers)
        self.answered(self, answers)
        for answer in answers:
            if answer.reference is not None:
                await self.installation.posted(self.address, answer.reference)
        return list(answers)

    def is_offered(self, label: str) -> bool:
        """True if the newest message with buttons has it. Older ones may have the same label."""
        return label in self.choices() or (label.startswith("Turn ") and self.has(label, last=4))

    def choices(self) -> list[str]:
        for message in reversed(self.shown[-4:]):
            labels = [b.label for k in message.blocks if isinstance(k, Buttons) for b in k.buttons]
            if labels:
                return labels
        return []

    async def tries(self, *labels: str) -> None:
        """Presses these buttons in order, and skips those that are not offered."""
        for label in labels:
            if self.is_offered(label):
                await self.presses(label)

    def has_form(self) -> bool:
        return any(isinstance(b, Form) for m in self.shown[-2:] for b in m.blocks)


def _nothing(who: Human, answers: Sequence[Message]) -> None:
    """Nobody listens."""


async def _nobody(who: Human) -> None:
    """Nobody listens."""


@dataclass(eq=False)
class Pair:
    """A client and their coach. `silent`: the bot confirmed a stop or an erase."""

    number: int
    client: Human
    coach: Human
    times: Times
    habit: float
    silent: bool = False
    life: int = 0
    said: dict[str, Said] = field(default_factory=dict)
    joined_at: datetime | None = None
    lived: float = 0.0

    @property
    def name(self) -> str:
        return self.client.name

    async def join(self) -> None:
        """The client joins and allows everything: at the start, and again after an erase."""
        client, coach, times = self.client, self.coach, self.times
        await coach.writes("invite")
        await coach.tries("Yes, once a week")
        await client.writes(coach.code())
        await client.tries("I agree", "Yes", "Yes", "Yes")
        await self.chooses_times(times)

    async def chooses_times(self, times: Times) -> None:
        if self.client.has_form():
            await self.client.submits(
                days=",".join(times.days),
                every=str(times.every or 1),
                zone=times.zone,
                **{"from": f"{times.start:%H:%M}", "to": f"{times.end:%H:%M}"},
            )
            await self.client.tries("That's right")
