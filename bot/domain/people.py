"""People and where they can be reached."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from bot.domain.pause import Pause
from bot.domain.words import Words


@dataclass(frozen=True, slots=True, repr=False)
class Address:
    """Platform + workspace + user: where one person can be reached. Never printed whole."""

    platform: str
    workspace: str
    user: str

    @property
    def chat_key(self) -> str:
        """The whole address in one string. It locks one person; never show or log it."""
        return "|".join((self.platform, self.workspace, self.user))

    def __repr__(self) -> str:
        return f"Address({self.platform}/…)"

    __str__ = __repr__


@dataclass(frozen=True, slots=True)
class Dialogue:
    """The answer that the bot awaits from one person, and the choices it showed last.

    `awaiting` names a kind of answer (see `bot.inbound.listening`), and `subject` the id it
    concerns. `offered` holds (label, action) pairs, so that the person can type a label or its
    number. `heard_at` (UTC) is the person's last activity. `zone_asked` is the zone that the bot
    last asked about, so that it asks once. No field ever contains the person's words.
    """

    awaiting: str | None = None
    subject: str | None = None
    offered: tuple[tuple[str, str], ...] = ()
    heard_at: datetime | None = None
    zone_asked: str | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """Someone at one address. Coach and client are roles in an engagement, not kinds of people.

    `stopped_at` (UTC) is when they last stopped: it finds what that turned off in the ledger.
    """

    id: str
    address: Address
    name: Words
    language: str = "en"
    zone: str | None = None
    dialogue: Dialogue = field(default_factory=Dialogue)
    pause: Pause | None = None
    stopped_at: datetime | None = None
