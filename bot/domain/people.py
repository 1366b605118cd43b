"""People and where they can be reached."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from bot.domain.limits import NAME
from bot.domain.pause import Pause
from bot.domain.words import Words

# These marks change the direction of the text after them. A name with them reverses a sentence.
TURNING = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)))


def plain_name(text: str) -> Words:
    """A name as it is kept: on one line, without marks that turn text, of `NAME` characters."""
    return Words(" ".join(text.translate(TURNING).split())[:NAME])


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
class Quiet:
    """The time after words of distress, which began on `since` (the person's local date).

    `went_on` is true once the person chose to go on as before.
    """

    since: date
    went_on: bool = False

    def lasts_on(self, today: date) -> bool:
        """True until the person goes on as before, and in any case for the rest of that day."""
        return not self.went_on or today <= self.since


@dataclass(frozen=True, slots=True)
class OpenToReplies:
    """A message of the bot's to which a reply belongs, for a while after it was shown.

    `names` are keyed hashes of the platform's ids of it. A reply to it answers `awaiting`, about
    `subject` (as in `Dialogue`). It is forgotten after `until` (UTC date).
    """

    names: tuple[str, ...]
    awaiting: str
    subject: str
    until: date


@dataclass(frozen=True, slots=True)
class Aside:
    """What was asked and offered last in the thread of one message, `name` (`OpenToReplies`).

    The rest is as in `Dialogue`. It is kept apart from the chat's own question and choices, so that
    a "yes" in a thread never presses what the chat shows, nor the reverse.
    """

    name: str
    awaiting: str | None = None
    subject: str | None = None
    asked_at: datetime | None = None
    offered: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Dialogue:
    """The answer that the bot awaits from one person, and the choices it showed last.

    `awaiting` names a kind of answer (see `bot.inbound.awaited`), and `subject` the id it concerns;
    it was asked at `asked_at` (UTC). `offered` holds (label, action) pairs, so that the person can
    type a label. `heard_at` (UTC) is the person's last activity. `zone_asked` is the zone that the
    bot last asked about, so that it asks once. `quiet` follows words of distress. `told_until`
    (UTC) is up to when they were told what was not sent. `thanked` is the number of the line that
    acknowledged their last answer, and `step_offered` the local date on which a small step was last
    offered. `replies` are the messages to which a reply belongs, the newest first, and `aside` is
    what is open in the thread of one of them. `reaction_met`: they were told once what an emoji
    beside a message means here. No field ever contains the person's words.
    """

    awaiting: str | None = None
    subject: str | None = None
    offered: tuple[tuple[str, str], ...] = ()
    heard_at: datetime | None = None
    zone_asked: str | None = None
    quiet: Quiet | None = None
    asked_at: datetime | None = None
    told_until: datetime | None = None
    thanked: int | None = None
    step_offered: date | None = None
    replies: tuple[OpenToReplies, ...] = ()
    aside: Aside | None = None
    reaction_met: bool = False

    def is_quiet(self, today: date) -> bool:
        """True while what the person writes is met with contacts, and never quoted or kept."""
        return self.quiet is not None and self.quiet.lasts_on(today)


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
