"""Messages in a crisis: first people to call, then plainly what the bot does not do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.chat import Block, Message, Quote, Text
from bot.contacts import Contact
from bot.domain import actions
from bot.domain.words import Words
from bot.messages.common import buttons, message
from bot.text import Catalogue


@dataclass(frozen=True, slots=True)
class People:
    """Whom to call: contacts, the organisation's own first, and the emergency number."""

    contacts: Sequence[Contact]
    emergency: str


def contacts(
    say: Catalogue, people: People, coach: Words | None, *, rests: bool, harm: bool = False
) -> Message:
    blocks: list[Block] = [Text(say("crisis-people"))]
    blocks += [Text(_line(say, one)) for one in people.contacts]
    blocks.append(Text(say("crisis-emergency", phone=people.emergency)))
    blocks.append(Text(say("crisis-anywhere")))
    blocks.append(Text(say("crisis-bot")))
    if rests:
        blocks.append(Text(say("crisis-rests")))
    if coach is not None:
        blocks.append(Text(say("crisis-coach", coach=coach.text)))
        blocks.append(
            buttons((say("yes"), actions.CRISIS("yes")), (say("no"), actions.CRISIS("no")))
        )
    return message(say, "crisis-people", *blocks)


def still(say: Catalogue, people: People, *, rests: bool) -> Message:
    return contacts(say, people, None, rests=rests)


def quiet_line(say: Catalogue, people: People) -> Message:
    return contacts(say, people, None, rests=False)


def example(say: Catalogue, coach: Words) -> Message:
    return message(
        say,
        "crisis-coach-how",
        Text(say("crisis-coach-how", coach=coach.text)),
        Quote(Words(say("crisis-coach-example"))),
    )


def _line(say: Catalogue, one: Contact) -> str:
    if one.hours:
        return say("crisis-contact-hours", name=one.name, phone=one.phone, hours=one.hours)
    return say("crisis-contact", name=one.name, phone=one.phone)
