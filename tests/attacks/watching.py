"""What a coach can try from inside, and all that they read then."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from datetime import timedelta

from bot.chat import Form, Message
from tests.world import Chatter, World, joined

HOUR = timedelta(hours=1)


async def allows(client: Chatter, name: str) -> None:
    """Turns one switch on."""
    await client.writes("my switches")
    await client.presses(f"Turn on: {name}")
    await client.presses("Yes")


async def suggests(coach: Chatter, *lines: str) -> None:
    """Writes a set of questions, and suggests it."""
    await coach.writes("my questions")
    await coach.presses("Write my own …")
    await saved(coach, await coach.writes("\n".join(lines)))
    await coach.presses(f"Suggest: {lines[0]}")


async def saved(coach: Chatter, reply: Sequence[Message]) -> Sequence[Message]:
    """Saves questions as they are, where the bot has first said something about their wording."""
    asked = any(isinstance(block, Form) for one in reply for block in one.blocks)
    return await coach.submits() if asked else reply


async def is_stopped(client: Chatter) -> bool:
    async with client.world.store.transaction() as tx:
        person = await tx.person_at(client.address)
        assert person is not None
        return all(one.stopped for one in await tx.engagements_of(person.id))


async def _nothing(client: Chatter) -> None:
    pass


async def _stops(client: Chatter) -> None:
    await client.writes("stop")


async def _turns_notes_off(client: Chatter) -> None:
    await client.writes("my switches")
    await client.presses("Turn off: Notes from my coach")


async def _pauses(client: Chatter) -> None:
    await client.writes("pause for 2 weeks")


async def _has_a_hard_day(client: Chatter) -> None:
    await client.writes("I want to die")


PRIVATE_ACTS: Sequence[Callable[[Chatter], Awaitable[None]]] = (
    _nothing,
    _stops,
    _turns_notes_off,
    _pauses,
    _has_a_hard_day,
)


async def a_note_is_on_its_way(client: Chatter, coach: Chatter, words: str) -> None:
    await allows(client, "Notes from my coach")
    await client.writes("A walk in the wood helped me")
    await client.asks_to_share()
    for label in ("Yes", "Share exactly this"):
        await client.presses(label)
    await coach.writes("digest")
    await coach.presses("A note to Mai …")
    await coach.writes(words)
    await coach.presses("Send exactly this")


async def presses_of_a_note(act: Callable[[Chatter], Awaitable[None]]) -> list[str]:
    """What the coach reads who presses "Send exactly this" every hour for two days.

    The client does `act` after the first press.
    """
    world = World()
    client, coach = await joined(world)
    await a_note_is_on_its_way(client, coach, "a note")
    send = coach.button("Send exactly this").action
    read = [coach.templates()[-1]]
    await act(client)
    for _ in range(48):
        read += [one.template for one in await coach.presses_raw(send)]
        await world.until(world.clock.now() + HOUR)
    return read


async def list_with(place: int) -> list[str]:
    """The coach's list, where one client joined as number `place` among three accounts."""
    world = World()
    coach = world.person("coach", "Daniel")
    await coach.writes("invite")
    names = ["Ana", "Bo", "Cy"]
    names.insert(place, "Mai")
    for name in names:
        client = world.person(name, name)
        await client.writes(coach.code())
        await client.presses("I agree")
        for _ in range(3):
            await client.presses("No")
        await allows(client, "On my coach's list")
        world.clock.forward(days=1)
    await coach.writes("my clients")
    return [one.label for one in coach.buttons()][-len(names) - 1 :]


async def sessions_taken(zone: str) -> list[str]:
    """What a coach in Berlin reads who tries a session at each hour around the last day."""
    world = World()
    coach, client = world.person("coach", "Daniel"), world.person("client", "Mai", zone)
    await coach.writes("invite")
    await client.writes(coach.code())
    await client.presses("I agree")
    for _ in range(3):
        await client.presses("No")
    await allows(client, "On my coach's list")
    read = []
    for day in ("15 February 2027", "16 February 2027"):
        for hour in range(24):
            await coach.writes("my clients")
            await coach.presses("Mai …")
            await coach.presses("Set the next session …")
            read += [one.template for one in await coach.submits(day=day, time=f"{hour:02d}:00")]
    return read


async def held_after_a_share(zone: str, keeps: str) -> list[str]:
    """Every moment in the coach's file about the messages that showed them a share."""
    world = World()
    coach, client = world.person("coach", "Daniel"), world.person("client", "Mai", zone)
    await coach.writes("invite")
    await client.writes(coach.code())
    for label in ("I agree", "No", "Yes", "No"):
        await client.presses(label)
    await client.writes("keeping")
    if keeps in [one.label for one in client.buttons()]:
        await client.presses(keeps)
    await client.writes("A walk in the wood helped me")
    await client.asks_to_share()
    for label in ("Yes", "Share exactly this"):
        await client.presses(label)
    await coach.writes("digest")
    async with world.store.transaction() as tx:
        person = await tx.person_at(coach.address)
        assert person is not None
        held = await tx.stored_about(person.id)
    return [str(row["until"]) for row in held["posted"]]
