"""The message with a client's strengths, for the client alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.chat import Block, Heading, Message, Quote, Text
from bot.domain.wall_time import local_date
from bot.domain.words import Words
from bot.messages.common import message, organisation_may_read
from bot.text import Catalogue

SHOWN = 20


@dataclass(frozen=True, slots=True)
class Strength:
    """Words of a client about what helps them, from `at`, kept until `until` (both UTC)."""

    at: datetime
    until: datetime
    words: Words


def shown(say: Catalogue, found: Sequence[Strength], zone: str) -> Message:
    """Shows the words as they were written; `found` is newest first."""
    blocks: list[Block] = [Heading(say("strengths-heading"))]
    for one in found[:SHOWN]:
        blocks += [Text(say.day_alone(local_date(one.at, zone)), quiet=True), Quote(one.words)]
    last = say.full_day(local_date(max(one.until for one in found), zone))
    blocks.append(Text(say("strengths-alone", until=last), quiet=True))
    return message(say, "strengths-heading", *blocks, organisation_may_read(say))
