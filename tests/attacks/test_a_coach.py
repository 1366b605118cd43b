"""Attacks by a coach, against clients of theirs and of others."""

from __future__ import annotations

from datetime import timedelta

from bot.settings import Settings
from tests.attacks.attack import Tried, attack
from tests.attacks.changing_cards import (
    PARTS,
    SHARED,
    WEEK,
    a_client_who_approved,
    learns_of_it,
    saves,
)
from tests.attacks.colluding import MEMBERS, told
from tests.world import World, joined, text_of


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


@attack("A coach saves the card to silence every client.", tries=6)
async def test_a_saved_card_silences_nobody(tried: Tried) -> None:
    for part in PARTS:
        for check_ins in (True, False):
            world = World()
            client, coach = await a_client_who_approved(world, check_ins=check_ins)
            await saves(coach, **{part: "From today on, otherwise"})
            assert "From today on, otherwise" in await learns_of_it(
                world, client, "From today on, otherwise"
            )
            assert SHARED not in coach.sees()
            await client.presses("I agree")
            await world.until(world.clock.now() + WEEK)
            assert SHARED in coach.sees()
            tried()


@attack("A coach swaps the card between the question and the client's yes.", tries=3)
async def test_an_old_button_agrees_to_nothing_that_was_not_read(tried: Tried) -> None:
    for part in PARTS:
        world = World()
        client, coach = await joined(world)
        await saves(coach, **{part: "the first change"})
        await world.until(world.clock.now() + WEEK)
        button = client.button("I agree").action
        await saves(coach, **{part: "the second change"})
        (_, card) = await client.presses_raw(button)
        assert "the second change" in text_of([card])
        await saves(coach, **{part: "the third change"})
        (_, card) = await client.presses_raw(button)
        assert "the third change" in text_of([card])
        tried()


@attack("A coach saves the card every week, so that a silent client is written to.", tries=20)
async def test_a_card_saved_every_week_leaves_a_silent_client_in_peace(tried: Tried) -> None:
    world = World()
    client, coach = await joined(world)
    for number in range(20):
        await saves(coach, fees=f"{number} euros")
        await world.until(world.clock.now() + WEEK)
        tried()
    assert len([a for a in world.platform.arrived if a.to == client.address]) <= 4
