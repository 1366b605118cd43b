"""The mail that the one who pays reads: the client's own words, and who decides about it."""

from __future__ import annotations

from dataclasses import replace

from bot.chat import Block, Message, Quote, Text
from bot.domain.sponsoring.sponsor import SponsorLine
from bot.messages.common import message
from bot.text import Catalogue


def mail(say: Catalogue, line: SponsorLine, *, counted: bool) -> Message:
    """The whole mail. `counted`: with the number of sessions. Its summary is the subject.

    Nothing of the client stands in the subject: it is shown where the mail itself is not.
    """
    made = message(say, "sponsor-mail", *mail_blocks(say, line, counted=counted))
    return replace(made, summary=say("sponsor-mail-subject"))


def mail_blocks(say: Catalogue, line: SponsorLine, *, counted: bool) -> list[Block]:
    """What stands in the mail, for its preview too."""
    client = line.client
    blocks: list[Block] = [Text(say("sponsor-mail-from", client=client)), Quote(line.sentence)]
    if counted and line.sessions is not None:
        blocks.append(Text(say("sponsor-mail-sessions", count=line.sessions)))
    rest = ("sponsor-mail-decides", "sponsor-mail-else", "sponsor-mail-bot")
    return [*blocks, *(Text(say(key, client=client)) for key in rest)]
