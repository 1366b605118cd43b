"""A coach who wants briefs, and clients who let them see the next session."""

from __future__ import annotations

from bot.settings import Settings
from tests.world import Chatter, World, joined, text_of


async def wants_briefs(coach: Chatter) -> None:
    await coach.writes("my switches")
    await coach.presses("Yes")
    assert coach.templates()[-1] == "brief-on"


async def lets_see(client: Chatter) -> None:
    await client.writes("my switches")
    await client.presses("Turn on: On my coach's list")
    await client.presses("Yes")


async def sets(client: Chatter, day: str, at: str = "10:00") -> None:
    await client.writes("our next session")
    await client.presses("Change it …" if client.has("Change it …", last=1) else "Set it …")
    await client.submits(day=day, time=at)
    if client.templates()[-1] == "ask-session-prep":
        await client.presses("No")


async def previews(client: Chatter, text: str) -> str:
    """Writes, and asks to share it; returns what the preview says."""
    await client.writes(text)
    shown = await client.asks_to_share()
    if client.templates()[-1] == "ask-share-words":
        shown = await client.presses("Yes")
    return text_of(shown)


async def shares(client: Chatter, text: str, label: str = "Share exactly this") -> None:
    await previews(client, text)
    await client.presses(label)


async def pair(
    world: World, *, digest: bool = True, listed: bool = True, zone: str = "Europe/Berlin"
) -> tuple[Chatter, Chatter]:
    client, coach = await joined(world, digest=digest, zone=zone)
    await wants_briefs(coach)
    if listed:
        await lets_see(client)
    return client, coach


def by_reference() -> World:
    return World(settings=Settings(digests="by_reference"))


def came(world: World, coach: Chatter, *templates: str) -> list[tuple[str, str]]:
    """What arrived by itself: when in UTC, and which message."""
    return [
        (arrived.at.isoformat(timespec="minutes")[:16], arrived.message.template)
        for arrived in world.platform.arrived
        if arrived.to == coach.address and (arrived.message.template in templates or not templates)
    ]
