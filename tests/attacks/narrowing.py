"""What a coach can try to learn whose words without a name are, and what is held of a coach."""

from __future__ import annotations

from collections import Counter
from collections.abc import Awaitable, Callable
from datetime import date, timedelta

from bot.text import catalogue
from tests.attacks.changing_cards import saves
from tests.attacks.watching import allows
from tests.world import Chatter, World, joined, text_of

UNNAMED, NAMED = "You talk too much", "A walk in the wood helped me"
CLIENTS = ("Mai", "Ana", "Bo")
NOTES = 20


async def clients_of_one_coach(world: World) -> tuple[Chatter, list[Chatter]]:
    """A coach and three listed clients, of whom Bo says something without a name, Mai with hers."""
    coach = world.person("coach", "Daniel")
    await coach.writes("invite")
    clients = []
    for name in CLIENTS:
        client = world.person(name, name)
        await client.writes(coach.code())
        for label in ("I agree", "No", "Yes", "No"):
            await client.presses(label)
        await allows(client, "On my coach's list")
        clients.append(client)
    mai, _, bo = clients
    await mai.writes(NAMED)
    await mai.asks_to_share()
    for label in ("Yes", "Share exactly this"):
        await mai.presses(label)
    await bo.writes("feedback")
    await bo.writes(UNNAMED)
    for label in ("Without my name", "Yes", "Share exactly this"):
        await bo.presses(label)
    await coach.writes("digest")
    return coach, clients


async def ends_with(coach: Chatter, name: str) -> None:
    await coach.writes("my clients")
    await coach.presses(f"{name} …")
    await coach.presses("End our coaching here …")
    await coach.presses("End it")


async def notes_in_one_day(act: Callable[[Chatter], Awaitable[None]]) -> list[str]:
    """All that a coach reads who writes twenty notes in one day, after the client's `act`."""
    world = World()
    client, coach = await joined(world)
    note = await _may_write(client, coach)
    await act(client)
    return await _twenty(coach, note)


async def most_notes_on_a_day(days: int) -> int:
    """How many notes come to a client on one day at most, where a coach writes many on each."""
    world = World()
    client, coach = await joined(world)
    note = await _may_write(client, coach)
    for _ in range(days):
        await _twenty(coach, note)
        await world.until(world.clock.now() + timedelta(days=1))
    await world.until(world.clock.now() + timedelta(days=30))
    on = Counter[date](
        one.at.date()
        for one in world.platform.arrived
        if one.to == client.address and one.message.template == "note-from"
    )
    assert sum(on.values()) >= days
    return max(on.values())


async def _may_write(client: Chatter, coach: Chatter) -> str:
    await allows(client, "Notes from my coach")
    await client.writes(NAMED)
    await client.asks_to_share()
    for label in ("Yes", "Share exactly this"):
        await client.presses(label)
    await coach.writes("digest")
    return coach.button("A note to Mai …").action


async def _twenty(coach: Chatter, note: str) -> list[str]:
    before = len(coach.shown)
    for number in range(NOTES):
        await coach.presses_raw(note)
        await coach.writes(f"Come to my talk, number {number}")
        await coach.presses("Send exactly this")
    return [text_of([one]) for one in coach.shown[before:]]


async def what_stays_of_a_coach() -> tuple[str, str, list[str], int]:
    """What a coach reads who asks what is held, then erases; and what is held after that.

    Returns both texts, the line of each table that still holds something, and the ledger entries.
    """
    world = World()
    client, coach = await joined(world)
    await saves(coach, introduction="I walk and talk", fees="90 euros")
    await coach.writes("my questions")
    await coach.presses("Write my own …")
    await coach.writes("On walks\nWhere did you walk?")
    await client.writes("hello")
    await client.presses("I agree")
    await client.writes(NAMED)
    await client.asks_to_share()
    for label in ("Yes", "Share exactly this"):
        await client.presses(label)
    await coach.writes("digest")
    await coach.presses("Bring up next time")
    held = text_of(await coach.writes("what do you hold"))
    await coach.writes("erase")
    certificate = text_of(await coach.presses("Erase everything"))
    async with world.store.transaction() as tx:
        person = await tx.person_at(coach.address)
        assert person is not None
        stored = await tx.stored_about(person.id)
    left = [table for table, rows in stored.items() if rows and table not in ("person", "ledger")]
    lines = [catalogue("en")(f"held-{table.replace('_', '-')}") for table in left]
    return held, certificate, lines, len(stored["ledger"])
