"""What these tests do again and again: clients join one coach, share, and are on the list."""

from __future__ import annotations

from datetime import timedelta

from bot.domain.engagement import Engagement
from tests.world import Chatter, World

HOUR, DAY, WEEK = timedelta(hours=1), timedelta(days=1), timedelta(days=7)


async def coach_in(world: World, name: str = "Daniel") -> Chatter:
    coach = world.person("coach", name)
    await coach.writes("invite")
    await coach.presses("No, only when I ask")
    return coach


async def joins(coach: Chatter, name: str, user: str) -> Chatter:
    """A client who says yes to check-ins and to keeping."""
    client = coach.world.person(user, name)
    await client.writes(coach.code())
    for label in ("I agree", "Yes", "Yes", "Yes"):
        await client.presses(label)
    times = {"days": "MO,TH", "every": "1", "zone": "Europe/Berlin"}
    await client.submits(**times, **{"from": "09:00", "to": "11:00"})
    await client.presses("That's right")
    return client


async def shares(client: Chatter, text: str, coach: str = "Daniel") -> None:
    client.world.clock.forward(minutes=1)
    await client.writes(text)
    shown = await client.asks_to_share(coach)
    if shown[-1].template.startswith("ask-"):
        await client.presses("Yes")
    await client.presses("Share exactly this")


async def engagement_of(client: Chatter) -> Engagement:
    async with client.world.store.transaction() as tx:
        person = await tx.person_at(client.address)
        assert person is not None
        return (await tx.engagements_of(person.id))[0]


async def is_listed(client: Chatter) -> None:
    await client.presses_raw(f"switch:{(await engagement_of(client)).id}:listed:on")
    await client.presses("Yes")


async def meets(client: Chatter, day: str, clock: str = "10:00") -> None:
    """The client sets the next session."""
    await client.presses_raw(f"session:{(await engagement_of(client)).id}:set")
    await client.submits(day=day, time=clock)
    if client.shown[-1].template == "ask-session-prep":
        await client.presses("No")


def arrived(world: World, person: Chatter) -> list[str]:
    """The templates of what came by itself to one person, in order."""
    return [one.message.template for one in world.platform.arrived if one.to == person.address]
