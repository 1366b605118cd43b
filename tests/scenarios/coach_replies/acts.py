"""What these tests do again and again: a client shares, allows notes, and a coach reads it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from bot.chat import Message
from bot.domain.consent import Purpose
from tests.world import Chatter, World, buttons_in

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
THANKS = "Read, thank you"
OFFER = "Let notes reach me"


async def shares(client: Chatter, text: str, coach: str = "Daniel") -> list[Message]:
    """Shares one line; returns the answer to the approval."""
    await client.writes(text)
    shown = await client.asks_to_share(coach)
    if shown[-1].template.startswith("ask-"):
        await client.presses("Yes")
    return await client.presses("Share exactly this")


async def lets_notes_in(client: Chatter) -> None:
    await client.presses(OFFER)
    await client.presses("Yes")


async def reads(coach: Chatter) -> Message:
    """The newest message of the digest that the coach asks for."""
    return (await coach.writes("digest"))[0]


def thanks_in(message: Message) -> list[str]:
    return [one.action for one in buttons_in(message) if one.action.startswith("read-thanks:")]


def templates_for(world: World, person: Chatter) -> Sequence[str]:
    """What arrived by itself for one person, in order."""
    return [one.message.template for one in world.platform.arrived if one.to == person.address]


async def allows_notes(client: Chatter) -> bool:
    """True if notes are allowed in the client's newest engagement."""
    async with client.world.store.transaction() as tx:
        person = await tx.person_at(client.address)
        assert person is not None
        (engagement, *_) = await tx.engagements_of(person.id)
        ledger = await tx.ledger(engagement.id)
    last = [one for one in ledger if one.purpose is Purpose.NOTES]
    return bool(last) and last[-1].act.value == "given"
