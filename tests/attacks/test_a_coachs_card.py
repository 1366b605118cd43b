"""Attacks by a coach who saves their card, against their clients."""

from __future__ import annotations

from datetime import timedelta

from tests.attacks.attack import Tried, attack
from tests.attacks.changing_cards import (
    LEAVES_THE_LIST,
    PARTS,
    SHARED,
    WEEK,
    a_client_who_approved,
    a_listed_client,
    answers_kept,
    days_with_a_new_card,
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


@attack("A coach changes the card, and a second press of an older button agrees to it.", tries=6)
async def test_no_second_press_agrees_to_what_stands_elsewhere(tried: Tried) -> None:
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
            tried()


@attack(
    "A coach saves the card, to read from list and notes on which day a client agrees.", tries=4
)
async def test_a_saved_card_does_not_tell_when_it_is_answered(tried: Tried) -> None:
    never = await days_with_a_new_card(None)
    for day in (0, 1, 2, 5):
        assert await days_with_a_new_card(day) == never, day
        tried()


@attack("A coach saves the card, so that a client can leave the list no more.", tries=3)
async def test_a_client_leaves_the_list_while_a_card_waits(tried: Tried) -> None:
    for way in LEAVES_THE_LIST:
        world = World()
        client, coach = await a_listed_client(world)
        await saves(coach, fees="5 euros")
        await way(client)
        assert "Mai" not in text_of(await coach.writes("my clients")), way
        await client.writes("agreement")
        await client.writes("yes")
        assert "Mai" not in text_of(await coach.writes("my clients")), way
        tried()


@attack("A coach saves the card, and sees what a client turns on before agreeing.", tries=2)
async def test_nothing_comes_on_while_a_card_waits(tried: Tried) -> None:
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
        tried()


@attack("A coach saves the card, so that a corrected typo deletes what a client kept.", tries=1)
async def test_a_typo_corrected_while_a_card_waits_loses_nothing(tried: Tried) -> None:
    world = World()
    client, coach = await joined(world)
    await client.writes("kept thuoght", message="k")
    await client.presses("Keep private")
    await saves(coach, fees="5 euros")
    told = await client.edits("k", "kept thought")
    tried()
    assert told[0].template == "stays-while-waiting"
    assert await answers_kept(client) == ["kept thuoght"]
    await client.presses("I agree")
    await client.edits("k", "kept thought!")
    assert await answers_kept(client) == ["kept thought!"]


@attack("A coach saves a card before each check-in, so that a client who agrees has no check-in.", tries=8)
async def test_a_card_saved_before_each_check_in_leaves_the_check_ins(tried: Tried) -> None:
    world = World()
    client, coach = await joined(world)
    since, times = len(client.shown), 0
    for number in range(8):
        await saves(coach, fees=f"{number} euros")
        await world.skip()
        if client.templates()[-1] != "asked-anew":
            await client.writes("it went well")
        asked = client.templates()[-1] in ("asked-anew", "agreement")
        await client.presses("I agree" if asked else "Keep private")
        times += asked
        tried()
    # The first card and one change of it.
    assert times == 2
    assert client.templates()[since:].count("check-in") == 4


@attack(
    "A coach saves another card every day, or empties it, to ask more than once a month.", tries=60
)
async def test_no_way_of_saving_changes_the_card_more_than_once_in_four_weeks(
    tried: Tried,
) -> None:
    world = World()
    _, coach = await joined(world)
    days = set()
    for number in range(60):
        await saves(coach, fees="" if number % 3 == 0 else f"{number} euros")
        if coach.templates()[-1] == "profile-saved-again":
            days.add(number)
        await world.until(world.clock.now() + timedelta(hours=23))
        tried()
    # The first card, its change, and one more in each of the next four weeks.
    assert 3 <= len(days) <= 4, days


@attack("A yes that is typed to something else, long after a consent was asked.", tries=3)
async def test_an_old_question_takes_no_typed_yes(tried: Tried) -> None:
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
        tried()
