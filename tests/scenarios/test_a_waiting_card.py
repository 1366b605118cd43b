"""While a changed card waits for its answer: nothing is lost, and nothing is taken for a yes."""

from __future__ import annotations

from datetime import timedelta

from tests.attacks.changing_cards import (
    LEAVES_THE_LIST,
    PARTS,
    WEEK,
    a_listed_client,
    answers_kept,
    saves,
)
from tests.world import World, joined, text_of


async def test_a_typo_corrected_while_a_card_waits_loses_nothing() -> None:
    world = World()
    client, coach = await joined(world)
    await client.writes("kept thuoght", message="k")
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


async def test_a_card_saved_every_week_leaves_a_silent_client_in_peace() -> None:
    world = World()
    client, coach = await joined(world)
    for number in range(20):
        await saves(coach, fees=f"{number} euros")
        await world.until(world.clock.now() + WEEK)
    assert len([a for a in world.platform.arrived if a.to == client.address]) <= 4


async def test_a_client_leaves_the_list_while_a_card_waits() -> None:
    for way in LEAVES_THE_LIST:
        world = World()
        client, coach = await a_listed_client(world)
        await saves(coach, fees="5 euros")
        await way(client)
        assert "Mai, until" not in text_of(await coach.writes("my clients")), way
        await client.writes("agreement")
        await client.writes("yes")
        assert "Mai, until" not in text_of(await coach.writes("my clients")), way


async def test_nothing_comes_on_while_a_card_waits() -> None:
    for raw in (False, True):
        world = World()
        client, coach = await joined(world)
        await client.writes("my switches")
        await client.presses("Turn on: On my coach's list")
        yes = client.button("Yes").action
        await saves(coach, fees="5 euros")
        if raw:
            await client.presses_raw(yes)
        else:
            await client.writes("my switches")
            await client.presses("Turn on: On my coach's list")
        assert client.templates()[-1] == "agreement"
        assert "Mai" not in text_of(await coach.writes("my clients"))


async def test_a_card_saved_before_each_check_in_leaves_the_check_ins() -> None:
    world = World()
    client, coach = await joined(world)
    since, times = len(client.shown), 0
    for number in range(8):
        await saves(coach, fees=f"{number} euros")
        await world.skip()
        if client.templates()[-1] != "asked-anew":
            await client.writes("it went well")
        asked = client.templates()[-1] in ("asked-anew", "agreement")
        if asked:
            await client.presses("I agree")
        times += asked
    # The first card and one change of it.
    assert times == 2
    assert client.templates()[since:].count("check-in") == 4


async def test_no_second_press_agrees_to_what_stands_elsewhere() -> None:
    for part in PARTS:
        for weeks in (0, 1):
            world = World()
            client, coach = await joined(world)
            await saves(coach, **{part: "the first change"})
            await world.until(world.clock.now() + WEEK)
            button = client.button("I agree").action
            await saves(coach, **{part: "the second change"})
            await world.until(world.clock.now() + weeks * WEEK)
            for _ in range(3):
                answers = await client.presses_raw(button)
                assert answers[0].template == "asked-otherwise"
            await client.presses("I agree")
            assert client.templates()[-1] == "receipt"
