"""In which order a typed line is tried: what is an answer, and what becomes a button beside it."""

from __future__ import annotations

import pytest

from bot.inbound.typed import READINGS, WHILE_QUIET
from tests.proofs.histories import buttons_of
from tests.world import Chatter, World, buttons_in, joined, text_of

WENT_WELL = "What went well this week"


async def asked() -> tuple[World, Chatter]:
    """A client who was just asked the first question of their set."""
    world = World()
    client, _ = await joined(world)
    await world.skip()
    assert WENT_WELL in client.sees()
    return world, client


async def preview(client: Chatter) -> str:
    shown = await client.asks_to_share()
    if shown[-1].template != "preview":
        shown = await client.presses("Yes")
    return text_of(shown)


@pytest.mark.parametrize("line", ["Tuesday at 9", "Monday morning", "not on Fridays", "mornings"])
async def test_times_are_the_answer_while_a_question_is_open(line: str) -> None:
    _, client = await asked()
    shown = await client.writes(line)
    assert client.quotes()[-1] == line
    assert "Change my times instead" in [button.label for button in client.buttons()]
    assert [message.template for message in shown] == ["you-wrote"]


async def test_the_same_line_is_about_times_where_nothing_is_asked() -> None:
    client, _ = await joined(World())
    assert (await client.writes("Tuesday at 9"))[-1].template == "rhythm-next"


@pytest.mark.parametrize("line", ["1", "2", "3"])
async def test_a_number_is_an_answer_where_no_numbers_are_drawn(line: str) -> None:
    _, client = await asked()
    await client.writes(line)
    assert client.quotes()[-1] == line


async def test_a_number_erases_nothing() -> None:
    _, client = await asked()
    await client.writes("a line that is kept")
    await client.writes("erase")
    await client.writes("1")
    assert "a line that is kept" in text_of(await client.writes("what do you hold"))


async def test_only_the_first_words_stand_under_a_question() -> None:
    _, client = await asked()
    await client.writes("the talk with Ana")
    assert WENT_WELL in await preview(client)
    await client.presses("Don't share")
    await client.writes("and my mother is ill")
    assert WENT_WELL not in await preview(client)


@pytest.mark.parametrize(("hours", "under"), [(1, True), (23, True), (25, False), (120, False)])
async def test_words_stand_under_a_question_inside_its_window_only(hours: int, under: bool) -> None:
    world, client = await asked()
    world.clock.forward(hours=hours)
    await client.writes("my mother died on Thursday")
    assert (WENT_WELL in await preview(client)) is under


async def test_a_pass_closes_the_question() -> None:
    _, client = await asked()
    await client.presses("Pass")
    await client.writes("my mother died on Thursday")
    assert WENT_WELL not in await preview(client)


async def test_nothing_is_offered_after_words_that_nobody_asked_for() -> None:
    client, _ = await joined(World())
    (told,) = await client.writes("my mother died on Thursday")
    assert [button.label for button in buttons_in(told)] == ["Don't keep"]


async def test_a_question_of_the_bot_lets_go_where_the_line_is_plainly_something_else() -> None:
    client, _ = await joined(World())
    await client.writes("pause")
    await client.writes("The budget talk with Maria took all my attention and I liked it")
    assert client.quotes()[-1].startswith("The budget talk")
    assert "Pause …" in [button.label for button in client.buttons()]


async def test_a_date_that_cannot_be_read_is_asked_again() -> None:
    client, _ = await joined(World())
    await client.writes("pause")
    assert "couldn't read that date" in text_of(await client.writes("the 40th"))


DOUBT = ["fine", "hmm", "what does that mean?", "yeah no", "I'm good", "maybe", "👍", "why not"]


@pytest.mark.parametrize("line", DOUBT)
async def test_a_doubtful_line_is_asked_once_more_and_switches_nothing_on(line: str) -> None:
    client, _ = await joined(World(), keep=False)
    await client.writes("my switches")
    await client.presses("Turn on: Keep my words")
    await client.writes(line)
    await client.writes(line)
    assert "[ ] Keep my words" in text_of(await client.writes("my switches"))


async def test_the_doubtful_line_shows_the_two_buttons_again_and_then_leaves_it() -> None:
    client, _ = await joined(World(), keep=False)
    await client.writes("my switches")
    await client.presses("Turn on: Keep my words")
    shown = await client.writes("fine")
    assert shown[0].template == "consent-doubt"
    assert [button.label for button in buttons_of(shown[-1])] == ["Yes", "No"]
    assert (await client.writes("fine"))[-1].template == "consent-left"


async def test_a_typed_yes_never_presses_the_one_button_that_stops() -> None:
    world = World()
    client, _ = await joined(world)
    while client.templates()[-1] != "gentle-ask":
        assert await world.skip()
    await client.writes("yeah")
    assert "Stopped" not in client.sees()


@pytest.mark.parametrize("line", ["cancel", "never mind", "back"])
async def test_cancel_undoes_the_open_question_and_no_consent(line: str) -> None:
    world = World()
    client, _ = await joined(world)
    await client.writes("pause")
    assert (await client.writes(line))[-1].template == "undone"
    assert "[x] Check-ins" in text_of(await client.writes("my switches"))


async def test_later_asks_the_same_question_once_more_on_the_same_day() -> None:
    world, client = await asked()
    before = len(world.platform.arrived)
    shown = await client.writes("later today")
    assert shown[-1].template in ("later-planned", "later-today")
    await world.skip()
    again = [a for a in world.platform.arrived[before:] if a.to == client.address]
    assert [a.message.template for a in again] == ["later-hello"]
    assert WENT_WELL in text_of([again[0].message])
    local = again[0].at.astimezone(world.clock.now().tzinfo)
    assert local.hour == 11
    assert (await client.writes("later"))[-1].template == "later-not-again"


async def test_later_without_an_open_question_plans_nothing() -> None:
    client, _ = await joined(World())
    assert (await client.writes("later"))[-1].template == "later-nothing"


async def test_after_distress_nothing_that_is_written_is_quoted_until_the_person_goes_on() -> None:
    world, client = await asked()
    await client.writes("I want to kill myself")
    for line in ("sorry", "the talk with Ana went well", "every Tuesday at 9"):
        shown = await client.writes(line)
        assert [message.template for message in shown] == ["crisis-still"]
    world.clock.forward(hours=60)
    assert (await client.writes("good morning to you"))[-1].template == "crisis-still"
    await client.presses("Go on as before")
    await client.writes("the talk with Ana went well")
    assert client.quotes()[-1] == "the talk with Ana went well"


async def test_going_on_the_same_day_keeps_the_rest_of_that_day_quiet() -> None:
    world, client = await asked()
    await client.writes("I want to kill myself")
    await client.presses("Go on as before")
    assert (await client.writes("the talk with Ana"))[-1].template == "crisis-still"
    world.clock.forward(days=1)
    await client.writes("the talk with Ana went well")
    assert client.quotes()[-1] == "the talk with Ana went well"


async def test_a_stop_is_honoured_after_distress_too() -> None:
    _, client = await asked()
    await client.writes("I want to kill myself")
    assert (await client.writes("stop"))[-1].template == "stopped"


def test_while_it_is_quiet_no_reading_takes_words() -> None:
    names = {reading.__name__ for reading in WHILE_QUIET}
    assert names.isdisjoint({"_words", "_times", "_awaited", "_joining", "_mistyped"})
    assert names - {"_contacts"} <= {reading.__name__ for reading in READINGS}
