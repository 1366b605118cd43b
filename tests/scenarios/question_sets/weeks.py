"""A client who answers each check-in, for as many weeks as a test likes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.chat import Block, Buttons, Message, Quote, Text
from bot.domain.actions import ANOTHER, PASS
from bot.questions import standard_sets
from bot.text import catalogue
from tests.world import Chatter, World

NAMES = {one.text.text: one.id for each in standard_sets(catalogue("en")) for one in each.questions}


@dataclass(frozen=True, slots=True)
class Came:
    """One message that came by itself, with the id of the question that it asks, if it does."""

    at: datetime
    template: str
    question: str | None


async def weeks(
    world: World, client: Chatter, until: datetime, others: Sequence[str] = ()
) -> list[Came]:
    """Plays until `until` (UTC). The client writes a line to whatever asks them something.

    `others` are the texts of questions that no standard set has; their id is their text.
    """
    came: list[Came] = []
    while (due := await world.bot.deliveries.next_due()) is not None and due < until:
        before = len(world.platform.arrived)
        await world.skip()
        new = [one for one in world.platform.arrived[before:] if one.to == client.address]
        for one in new:
            found = question_in(one.message, others)
            came.append(Came(one.at, one.message.template, found))
            if found is not None:
                await client.writes("A line of mine.")
    return came


def question_in(message: Message, others: Sequence[str] = ()) -> str | None:
    """The question that a message asks, by its words; None if it asks none."""
    asks = any(_verb(block) & {PASS.verb, ANOTHER.verb} for block in message.blocks)
    if not asks:
        return None
    texts = [line for block in message.blocks for line in _lines(block)]
    known = (NAMES.get(line) or (line if line in others else None) for line in texts)
    return next((one for one in known if one is not None), None)


def _lines(block: Block) -> list[str]:
    match block:
        case Text(text):
            return text.splitlines()
        case Quote(words):
            return words.text.splitlines()
    return []


def _verb(block: Block) -> set[str]:
    if not isinstance(block, Buttons):
        return set()
    return {one.action.split(":")[0] for one in block.buttons}
