"""How long things are kept, in the client's hands."""

from __future__ import annotations

from collections.abc import Sequence

from bot.chat import Message, Text
from bot.domain.engagement import Engagement
from bot.messages.common import buttons, message
from bot.text import Catalogue


def show(say: Catalogue, engagement: Engagement, offered: Sequence[int]) -> Message:
    choices = [
        (say("keep-days", days=days), f"keep-for:{engagement.id}:{days}") for days in offered
    ]
    return message(
        say,
        "keep-now",
        Text(_now(say, engagement)),
        Text(say("keep-ask")),
        buttons(*choices, (say("keep-end"), f"keep-for:{engagement.id}:end")),
    )


def chosen(say: Catalogue, engagement: Engagement) -> Message:
    return message(say, "keep-now", Text(_now(say, engagement)))


def _now(say: Catalogue, engagement: Engagement) -> str:
    erased = say.full_day(engagement.keeps_until.date())
    if engagement.keep_days is None:
        return say("keep-now-end", erased=erased)
    return say("keep-now-days", days=engagement.keep_days, erased=erased)
