"""Lets a world come to rest after something in it has failed."""

from __future__ import annotations

from tests.world import World


async def rests(world: World) -> None:
    """Ticks as a running process would, and then as one that was started again."""
    await _ticks(world)
    await world.restart()
    await _ticks(world)


async def _ticks(world: World) -> None:
    for _ in range(3):
        world.clock.forward(minutes=2)
        await world.bot.tick()
