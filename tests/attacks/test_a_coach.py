"""Attacks by a coach, against clients of theirs and of others."""

from __future__ import annotations

from tests.attacks.attack import Tried, attack
from tests.attacks.changing_cards import (
    PARTS,
    SHARED,
    WEEK,
    a_client_who_approved,
    learns_of_it,
    saves,
)
from tests.world import World, joined, text_of


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
