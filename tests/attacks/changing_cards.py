"""A coach who changes their card against their clients: what each client then reads."""

from __future__ import annotations

from datetime import timedelta

from tests.world import Chatter, World, joined, text_of

PARTS = ("process", "fees", "confidentiality")
WEEK = timedelta(days=7)
SHARED = "what I want to bring"


async def saves(coach: Chatter, **card: str) -> None:
    """Fills in the card and saves it, also where the bot says first what that does."""
    await coach.writes("my profile")
    *_, asked = await coach.submits(**card)
    if asked.template == "profile-sure":
        await coach.submits()


async def a_client_who_approved(world: World, *, check_ins: bool) -> tuple[Chatter, Chatter]:
    """A client with something approved that the coach has not read yet, and the coach."""
    client, coach = await joined(world)
    await client.writes(SHARED)
    for label in ("Share with Daniel", "Yes", "Share exactly this"):
        await client.presses(label)
    if not check_ins:
        await client.writes("my switches")
        await client.presses("Turn off: Check-ins")
    return client, coach


async def learns_of_it(world: World, client: Chatter, words: str) -> str:
    """All that the client reads within six weeks, and then for one line of theirs."""
    before = len(client.shown)
    await world.until(world.clock.now() + 6 * WEEK)
    if words not in text_of(client.shown[before:]):
        await client.writes("hello")
    return text_of(client.shown[before:])
