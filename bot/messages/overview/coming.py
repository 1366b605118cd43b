"""What will come by itself, one line each: the day, the hours, and what it is about."""

from __future__ import annotations

from collections.abc import Sequence

from bot.chat import Message, Text
from bot.domain.delivery import Kind
from bot.domain.rhythm import Occurrence
from bot.messages.common import message
from bot.messages.joining import sends
from bot.text import Catalogue

Planned = Sequence[tuple[Kind, Occurrence]]


def coming(say: Catalogue, heading: str, zone: str, planned: Planned) -> Message:
    """A heading of the catalogue, and what comes. `zone` (IANA) is the client's."""
    return message(say, heading, Text(say(heading)), *lines_of(say, zone, planned))


def lines_of(say: Catalogue, zone: str, planned: Planned) -> list[Text]:
    """A check-in is its time alone; anything else says what it is."""
    return [_line(say, zone, kind, when) for kind, when in planned]


def _line(say: Catalogue, zone: str, kind: Kind, when: Occurrence) -> Text:
    (told,) = sends(say, zone, [when])
    if kind is Kind.CHECK_IN:
        return told
    return Text(say(f"coming-{kind.replace('_', '-')}", when=told.text))
