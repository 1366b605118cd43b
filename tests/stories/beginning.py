"""What stories begin with: a client who joins, and what they allow."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from tests.stories.stage import Actor, Stage

Story = Callable[[Stage], Awaitable[None]]
WEEKLY = {"days": "MO,TH", "every": "1", "from": "09:00", "to": "11:00", "zone": "Berlin"}


async def joins(stage: Stage, client: Actor, coach: Actor) -> None:
    """The client enters the code, allows all that is asked, and chooses times."""
    await coach.writes("invite")
    await client.writes(await coach.code())
    await client.presses("I agree")
    for _ in range(3):
        await client.presses("Yes")
    await client.fills(**WEEKLY)
    await client.presses("That's right")


async def allows(client: Actor, *purposes: str) -> None:
    for purpose in purposes:
        await client.writes("my switches")
        await client.ticks(purpose)
        await client.presses("Yes")
