"""While a changed card waits for its answer: nothing is lost, and nothing is taken for a yes."""

from __future__ import annotations

from datetime import timedelta

from tests.attacks.changing_cards import WEEK, answers_kept, saves
from tests.world import World, joined


async def test_a_typo_corrected_while_a_card_waits_loses_nothing() -> None:
    world = World()
    client, coach = await joined(world)
    await client.writes("kept thuoght", message="k")
    await client.presses("Keep private")
    await saves(coach, fees="5 euros")
    told = await client.edits("k", "kept thought")
    assert told[0].template == "stays-while-waiting"
    assert await answers_kept(client) == ["kept thuoght"]
    await client.presses("I agree")
    await client.edits("k", "kept thought!")
    assert await answers_kept(client) == ["kept thought!"]


async def test_no_way_of_saving_changes_the_card_more_than_once_in_four_weeks() -> None:
    world = World()
    _, coach = await joined(world)
    days = set()
    for number in range(60):
        await saves(coach, fees="" if number % 3 == 0 else f"{number} euros")
        if coach.templates()[-1] == "profile-saved-again":
            days.add(number)
        await world.until(world.clock.now() + timedelta(hours=23))
    # The first card, its change, and one more in each of the next four weeks.
    assert 3 <= len(days) <= 4, days


async def test_an_old_question_takes_no_typed_yes() -> None:
    for typed in ("yes", "I agree", "ok"):
        world = World()
        client, coach = await joined(world)
        await saves(coach, fees="5 euros")
        await world.until(world.clock.now() + WEEK)
        assert client.templates()[-1] == "asked-anew"
        await world.until(world.clock.now() + timedelta(days=60))
        await client.writes(typed)
        assert "receipt" not in client.templates()[-3:]
        assert client.templates()[-1] == "agreement"
        await client.writes("yes")
        assert client.templates()[-1] == "receipt"
