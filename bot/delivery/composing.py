"""The input and the result of a composer: what a delivery is about, and the message made of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.chat import Message
from bot.domain.asking import Asked
from bot.domain.delivery import Delivery
from bot.domain.engagement import Engagement
from bot.domain.people import Person
from bot.domain.purposes import Purpose
from bot.domain.sponsoring.sponsor import Sponsor
from bot.ports import Transaction
from bot.settings import Settings


@dataclass(frozen=True, slots=True)
class Composing:
    """The input of a composer: the reader, and their engagement unless they are the coach.

    `now` is the moment of sending (UTC).
    """

    tx: Transaction
    delivery: Delivery
    to: Person
    engagement: Engagement | None
    now: datetime
    settings: Settings


@dataclass(frozen=True, slots=True)
class Piece:
    """The result of a composer: a message, and what it is about.

    `awaiting` is the kind of answer that is expected; `subject` is what it will be about, unless it
    is the delivery itself.

    `shares` are the ids of the shares that the message shows; `seen` says whether it shows them
    at once. `asks` is the purpose that the message asks anew because it changed. `asked` is the
    question of a set that it asks. `mailed_to` is who gets it by mail, where that is no reader of
    the bot's.
    """

    message: Message
    awaiting: str | None = None
    subject: str | None = None
    shares: tuple[str, ...] = ()
    seen: bool = True
    asks: Purpose | None = None
    asked: Asked | None = None
    mailed_to: Sponsor | None = None
