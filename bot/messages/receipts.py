"""A receipt as it reads in the chat: each purpose, its state, and since when."""

from __future__ import annotations

from collections.abc import Sequence

from bot.chat import Document, Heading, Message, Text
from bot.domain.consent import Act, Entry, Grant, Purpose, latest
from bot.domain.words import Words
from bot.messages.common import message
from bot.messages.joining import name_of
from bot.text import Catalogue

SHORT = 8


def receipt(
    say: Catalogue,
    coach: Words | None,
    ledger: Sequence[Entry],
    states: Sequence[tuple[Purpose, Grant | None]],
    zone: str,
    paper: Document,
) -> Message:
    """`coach` is None for a coach's own receipt. `zone` is the reader's (IANA)."""
    heading = say("receipt-with", coach=coach.text) if coach else say("receipt-heading")
    return message(
        say,
        "receipt",
        Heading(heading),
        *(Text(_line(say, ledger, purpose, grant, zone)) for purpose, grant in states),
        Text(say("receipt-number", number=ledger[-1].hash[:SHORT]), quiet=True),
        Text(say("receipt-change"), quiet=True),
        paper,
    )


def _line(
    say: Catalogue, ledger: Sequence[Entry], purpose: Purpose, grant: Grant | None, zone: str
) -> str:
    name = name_of(say, purpose)
    last = latest(ledger, purpose)
    if last is None:
        return say("receipt-never", purpose=name)
    day = say.moment(last.at, zone)
    if grant is not None:
        until = say.full_day(grant.entry.until.date()) if grant.entry.until else ""
        key = "receipt-given-until" if until else "receipt-given"
        return say(key, purpose=name, day=day, until=until)
    suspended = last.act in (Act.GIVEN, Act.CHANGED)
    key = "receipt-suspended" if suspended else f"receipt-{last.act.value}"
    return say(key, purpose=name, day=day)
