"""Messages about shares: who read them, and when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.chat import Block, Heading, Message, Text
from bot.domain.share import Share
from bot.domain.words import Words
from bot.messages.check_ins import shared_blocks
from bot.messages.common import message, organisation_may_read
from bot.messages.sponsoring.lines import Followed, each
from bot.text import Catalogue

SHOWN = 20


@dataclass(frozen=True, slots=True)
class Seen:
    """A share, the coach who can read it, and each time (UTC) that it was shown."""

    share: Share
    coach: Words
    times: tuple[datetime, ...]


def who_saw(
    say: Catalogue, shares: Sequence[Seen], zone: str, mailed: Sequence[Followed] = ()
) -> Message:
    """The client's own list of readers, complete, newest share first.

    `mailed` are the lines for whoever pays.
    """
    if not shares and not mailed:
        return message(say, "seen", Text(say("seen-none")), organisation_may_read(say))
    blocks: list[Block] = [Heading(say("seen-heading"))]
    for seen in shares[:SHOWN]:
        blocks += shared_blocks(seen.share.heading, seen.share.body)
        blocks += [Text(line) for line in _lines(say, seen, zone)]
    if len(shares) > SHOWN:
        blocks.append(Text(say("hold-more", count=len(shares) - SHOWN)))
    blocks += each(say, mailed, zone)
    blocks += [Text(say("seen-nobody-else"), quiet=True), organisation_may_read(say)]
    return message(say, "seen", *blocks)


def _lines(say: Catalogue, seen: Seen, zone: str) -> list[str]:
    coach = seen.coach.text
    if not seen.times:
        return [say("seen-not-yet", coach=coach)]
    return [say("seen-by", coach=coach, day=say.moment(at, zone)) for at in seen.times]
