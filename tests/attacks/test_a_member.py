"""Attacks by a member of a workspace where Handrail runs."""

from __future__ import annotations

from bot.settings import Settings
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


@attack("One person makes codes without end.", tries=400)
async def test_one_person_makes_a_few_codes_a_day(tried: Tried) -> None:
    world = World()
    member, made = world.person("member", "Eve"), 0
    for _ in range(400):
        (answer, *_) = await member.writes("invite")
        made += answer.template == "invite"
        tried()
    assert made == Settings().codes_a_day == 20


@attack("A member who is not on the organisation's list makes themself a coach.", tries=10)
async def test_only_the_list_coaches(tried: Tried) -> None:
    world = World(settings=Settings(coaches="local/local/coach"))
    member = world.person("member", "Eve")
    lines = ("invite", "digest", "my clients", "my profile", "my questions", "home", "session")
    for line in lines:
        await member.writes(line)
        tried()
    for action in ("invite:6", "digest:yes", "write-questions"):
        await member.presses_raw(action)
        tried()
    assert "invite" not in member.templates()
    async with world.store.transaction() as tx:
        assert await tx.person_at(member.address) is None
