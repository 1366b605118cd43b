"""Says that what somebody changed since a backup may be lost, and that nothing comes until then."""

from __future__ import annotations

from datetime import date

from bot.chat import Block, Message, Text
from bot.domain import actions
from bot.messages.common import buttons, message
from bot.text import Catalogue


def restored_lines(say: Catalogue, backup_of: date) -> list[Block]:
    """The sentence as a part of a page."""
    return [Text(say("restored-ask", day=say.full_day(backup_of)))]


def restored(say: Catalogue, backup_of: date) -> Message:
    """The sentence, with where to look, and how to go on."""
    look = (
        (say("home-times"), actions.RHYTHM()),
        (say("home-hold"), actions.HOLD()),
        (say("home-resume"), actions.RESUME()),
    )
    return message(say, "restored-ask", *restored_lines(say, backup_of), buttons(*look))
