"""People and where they can be reached."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from bot.domain.words import Words


@dataclass(frozen=True, slots=True, repr=False)
class Address:
    """Platform + workspace + user: where one person can be reached. Never printed whole."""

    platform: str
    workspace: str
    user: str

    @property
    def place(self) -> str:
        """The whole address in one string: to hold a person by, never to be shown or logged."""
        return "|".join((self.platform, self.workspace, self.user))

    def __repr__(self) -> str:
        return f"Address({self.platform}/…)"

    __str__ = __repr__


@dataclass(frozen=True, slots=True)
class Dialogue:
    """What the bot is waiting for from one person, and the choices it showed last.

    `awaiting` names a kind of answer (see `bot.inbound.listening`), `subject` the id it is about.
    `offered` holds (label, action) pairs, so that a label or its number can be typed.
    None of them ever holds a person's words. `heard_at` (UTC) is when they last did anything here,
    and `zone_asked` the zone that they were last asked about, so as to ask only once.
    """

    awaiting: str | None = None
    subject: str | None = None
    offered: tuple[tuple[str, str], ...] = ()
    heard_at: datetime | None = None
    zone_asked: str | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """Someone at one address. Coach and client are roles in an engagement, not kinds of people."""

    id: str
    address: Address
    name: Words
    language: str = "en"
    zone: str | None = None
    dialogue: Dialogue = field(default_factory=Dialogue)
