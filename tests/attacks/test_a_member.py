"""Attacks by a member of a workspace where Handrail runs."""

from __future__ import annotations

from tests.attacks.attack import Tried, attack
from tests.attacks.guessing import guesses
from tests.world import World


@attack("Members type wrong codes, so that nobody else can join any more.", tries=400)
async def test_a_flood_of_wrong_codes_closes_nobodys_door(tried: Tried) -> None:
    world = World()
    coach, newcomer = world.person("coach", "Daniel"), world.person("client", "Mai")
    await coach.writes("invite")
    for number, code in enumerate(guesses(400)):
        await world.person(f"member-{number % 20}", "Eve").writes(code)
        tried()
    assert (await newcomer.writes(coach.code()))[0].template == "welcome"


@attack("One member guesses codes for an hour, as fast as they can type.", tries=300)
async def test_who_guesses_is_looked_up_a_few_times_an_hour(tried: Tried) -> None:
    world = World()
    guesser, looked_up = world.person("member", "Eve"), 0
    for code in guesses(300):
        (answer,) = await guesser.writes(code)
        looked_up += answer.template == "code-unknown"
        world.clock.forward(seconds=12)
        tried()
    assert looked_up <= 12
