"""Messages that tell what was not sent, and why."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from bot.chat import Message
from bot.domain.delivery import Kind
from bot.messages.common import note
from bot.text import Catalogue


def unsent(say: Catalogue, sentence: str, kinds: Mapping[Kind, date]) -> Message:
    """Names each kind of message with the last day on which it did not leave."""
    things = [
        say(
            "unsent-thing",
            kind=say(f"held-value-{kind.value.replace('_', '-')}"),
            day=say.day(day),
        )
        for kind, day in kinds.items()
    ]
    return note(say, sentence, things=say.items(things))
