"""What is said when an answer, a step or a share ends: what is gone, and what stays where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.chat import Block, Message, Text
from bot.domain.check_in import Answer
from bot.domain.wall_time import local_date
from bot.domain.words import Words
from bot.messages.common import lines, message
from bot.text import Catalogue


@dataclass(frozen=True, slots=True)
class Told:
    """A coach who had been shown something, and when first (UTC)."""

    name: Words
    at: datetime


@dataclass(frozen=True, slots=True)
class Ended:
    """What is true to say about one ending.

    `shown` names the coaches who were shown any of it, `waiting` those who were not and had it
    shared with them. `quoted`: the bot's own messages that quote it are deleted. `typed`: the
    person typed it as a message of their own, which only they can delete.
    """

    shown: Sequence[Told] = ()
    waiting: Sequence[Words] = ()
    quoted: bool = False
    typed: bool = False

    @property
    def shared(self) -> bool:
        return bool(self.shown or self.waiting)


def ended(say: Catalogue, key: str, what: Ended, zone: str) -> Message:
    """`key` says what was done. `zone` (IANA) is where the person reads times."""
    return message(say, key, *lines(say, key), *what_is_where(say, what, zone))


def deleted(say: Catalogue, what: Ended, zone: str) -> Message:
    """For a message that the person deleted themselves."""
    return ended(say, "removed", replace(what, typed=False), zone)


def edited_away(say: Catalogue, what: Ended, zone: str) -> Message:
    """For a message whose new words are not stored."""
    return message(say, "edited-gone", *said_before(say, what, zone))


def said_before(say: Catalogue, what: Ended, zone: str) -> list[Block]:
    """What became of the words that an edited message said before."""
    return [Text(say("edited-gone"), quiet=True), *readers(say, what, zone)]


def corrected(say: Catalogue, what: Ended, zone: str) -> list[Block]:
    """What became of the words before a correction. A message that the person typed stays."""
    own = [Text(say("ended-own-message"), quiet=True)] if what.typed else []
    return [Text(say("corrected-gone"), quiet=True), *readers(say, what, zone), *own]


def what_is_where(say: Catalogue, what: Ended, zone: str) -> list[Block]:
    """Who was shown it, which messages go, and what stays until the person deletes it."""
    blocks = readers(say, what, zone)
    if what.quoted:
        blocks.append(Text(say("ended-quotes"), quiet=True))
    if what.typed:
        blocks.append(Text(say("ended-own-message"), quiet=True))
    return blocks


def readers(say: Catalogue, what: Ended, zone: str) -> list[Block]:
    shown = [(told.name.text, say.moment(told.at, zone)) for told in what.shown]
    late = [Text(say("taken-back-late", coach=coach, day=day)) for coach, day in shown]
    early = [Text(say("taken-back", coach=coach)) for coach in what.waiting]
    return [*late, *early]


def stays(say: Catalogue, gone: Sequence[Block]) -> Message:
    """Says that stored words stay as they were before an edit, and what became of their shares."""
    return message(say, "stays-while-waiting", Text(say("stays-while-waiting")), *gone)


def taken_back(say: Catalogue, what: Ended, answer: Answer | None, zone: str) -> Message:
    """Says who had been shown the share; and that the answer itself is kept, if it is."""
    template = "taken-back-late" if what.shown else "taken-back"
    return message(say, template, *readers(say, what, zone), *_still_kept(say, answer, zone))


def kept(say: Catalogue, answer: Answer, what: Ended, zone: str) -> Message:
    """Says until when the answer is kept, and what became of shares of it."""
    until = say.full_day(local_date(answer.until, zone))
    return message(say, "kept", *lines(say, "kept", until=until), *readers(say, what, zone))


def _still_kept(say: Catalogue, answer: Answer | None, zone: str) -> Sequence[Block]:
    if answer is None:
        return ()
    return lines(say, "kept", until=say.full_day(local_date(answer.until, zone)))
