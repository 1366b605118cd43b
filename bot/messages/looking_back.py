"""Messages about what the client did and wrote, for the client alone."""

from __future__ import annotations

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from bot.chat import Block, Heading, Message, Picture, Quote, Text
from bot.domain import actions
from bot.domain.step import Step
from bot.domain.wall_time import local_date
from bot.messages.answering.quoting import Kept, choices_of
from bot.messages.common import buttons, message, organisation_may_read
from bot.messages.steps import as_words
from bot.text import Catalogue

SHOWN = 20


def wins(say: Catalogue, done: Sequence[Step], drawn: bytes, leaves: int, zone: str) -> Message:
    """Shows done steps; `done` is newest first."""
    blocks: list[Block] = [Heading(say("wins-heading"))]
    blocks.append(Picture(drawn, say("wins-alt", count=leaves)))
    for step in done[:SHOWN]:
        at = (step.done_at or step.at).astimezone(ZoneInfo(zone))
        blocks += [Text(say.day_alone(at.date()), quiet=True), Quote(as_words(say, step))]
    if len(done) > SHOWN:
        blocks.append(Text(say("wins-older", count=len(done) - SHOWN)))
    blocks += [Text(say("wins-alone"), quiet=True), organisation_may_read(say)]
    return message(say, "wins-heading", *blocks)


def recall(say: Catalogue, page: Sequence[Kept], older: int | None, zone: str) -> Message:
    """Shows kept words, each with what can be done with it."""
    blocks: list[Block] = [Heading(say("recall-heading"))]
    for kept in page:
        day = local_date(kept.answer.at, zone)
        blocks.append(Text(say.day_alone(day), quiet=True))
        blocks += [Quote(kept.answer.words)] if kept.answer.words else []
        blocks.append(choices_of(say, kept))
    if older is not None:
        blocks.append(buttons((say("recall-older"), actions.RECALL(older))))
    return message(say, "recall-heading", *blocks)
