"""A coach who changes their card against their clients: what each client then reads."""

from __future__ import annotations

import re
from datetime import timedelta

from tests.attacks.watching import allows
from tests.world import Chatter, World, joined, text_of

PARTS = ("process", "fees", "confidentiality")
WEEK = timedelta(days=7)
ID = re.compile(r"id[0-9]+|[0-9a-f]{32}")
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
    await client.asks_to_share()
    for label in ("Yes", "Share exactly this"):
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


async def a_listed_client(world: World) -> tuple[Chatter, Chatter]:
    """A client on the list who accepts notes, with a share that the coach has read."""
    client, coach = await a_client_who_approved(world, check_ins=True)
    for name in ("Notes from my coach", "On my coach's list"):
        await allows(client, name)
    await coach.writes("digest")
    return client, coach


async def days_with_a_new_card(answers_on: int | None) -> list[str]:
    """All that a coach sees for a week after a save: list, client, notes, session, home.

    The client agrees on day `answers_on`, or never.
    """
    world = World()
    client, coach = await a_listed_client(world)
    await saves(coach, fees="5 euros")
    since = len(coach.shown)
    for day in range(7):
        if day == answers_on:
            await client.writes("hello")
            await client.presses("I agree")
        await coach.writes("my clients")
        await coach.presses("Mai …")
        await coach.presses("Set the next session …")
        await coach.submits(day="15 December 2026", time=f"1{day}:00")
        await coach.writes("digest")
        await coach.presses("A note to Mai …")
        await coach.writes(f"note {day}")
        await coach.presses("Send exactly this")
        await coach.opens_home()
        await world.until(world.clock.now() + timedelta(days=1))
    return [ID.sub("#", text_of([one])) + one.template for one in coach.shown[since:]]


async def answers_kept(client: Chatter) -> list[str]:
    """The words that are stored of a client."""
    async with client.world.store.transaction() as tx:
        person = await tx.person_at(client.address)
        assert person is not None
        (engagement,) = await tx.engagements_of(person.id)
        return [a.words.text for a in await tx.answers(engagement.id) if a.words is not None]


async def _turns_it_off(client: Chatter) -> None:
    await client.writes("my switches")
    await client.presses("Turn off: On my coach's list")


async def _presses_an_older_no(client: Chatter) -> None:
    asked = (one.action for one in client.buttons() if one.action.startswith("allow:"))
    (no,) = {one for one in asked if ":listed:no" in one}
    await client.presses_raw(no)


async def _stops(client: Chatter) -> None:
    await client.writes("stop")


LEAVES_THE_LIST = (_turns_it_off, _presses_an_older_no, _stops)
