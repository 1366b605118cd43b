"""Attacks by a coach, against clients of theirs and of others."""

from __future__ import annotations

from datetime import timedelta

from bot.settings import Settings
from tests.attacks.attack import Tried, attack
from tests.attacks.colluding import MEMBERS, told
from tests.world import World, joined


@attack("A coach's second account types a code to learn whether a client used it.", tries=8)
async def test_a_second_account_reads_the_same_for_a_used_and_an_unused_code(
    tried: Tried,
) -> None:
    for member in MEMBERS:
        worlds = []
        for used in (True, False):
            worlds.append(await told(member, used=used))
            tried()
        assert worlds[0] == worlds[1], member


@attack("A coach whom the organisation took off its list goes on reading.", tries=7)
async def test_a_coach_who_was_taken_off_reads_nothing(tried: Tried) -> None:
    world = World()
    client, coach = await joined(world)
    await client.writes("I talked with my team")
    for label in ("Share with Daniel", "Yes", "Share exactly this"):
        await client.presses(label)
    world.settings = Settings(coaches="local/local/somebody-else")
    await world.restart()
    for line in ("digest", "my clients", "home", "what do you hold", "session", "my questions"):
        await coach.writes(line)
        tried()
    await world.until(world.clock.now() + timedelta(days=9))
    tried()
    assert "I talked with my team" not in coach.sees()
    assert "Mai" not in coach.sees()
