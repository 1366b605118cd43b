"""What a coach types is looked through before it is saved."""

from __future__ import annotations

import pytest

from bot.text import catalogue
from tests.world import Chatter, World, joined, text_of

SAY = catalogue("en")
GOOD = "What would help you to begin on time?"
SAVED = "questions-written"


async def writing(world: World) -> Chatter:
    _, coach = await joined(world)
    await coach.writes("questions")
    await coach.presses(SAY("questions-write"))
    return coach


@pytest.mark.parametrize(
    "bad", ["Why are you always late?", "Are you just lazy?", "Warum kommen Sie immer zu spät?"]
)
async def test_what_blames_or_attacks_is_not_saved_by_any_road(bad: str) -> None:
    world = World()
    coach = await writing(world)
    told = await coach.writes(f"On time\n{GOOD}\n{bad}")
    assert coach.templates()[-1] == "asks-look"
    assert coach.quotes(last=1) == [bad]
    assert "What " in text_of(told)
    await coach.submits()
    assert coach.templates()[-1] == "asks-look"
    await coach.submits(set=f"On time\n{bad} (1-5)")
    assert SAVED not in coach.templates()
    assert "On time" not in text_of(await coach.writes("questions"))


@pytest.mark.parametrize("loose", ["Don't you think you should rest?", "What went well, and why?"])
async def test_a_loose_question_gets_a_hint_and_is_saved_as_it_is_if_the_coach_likes(
    loose: str,
) -> None:
    world = World()
    coach = await writing(world)
    await coach.writes(f"My set\n{loose}")
    assert coach.templates()[-1] == "asks-look"
    assert SAVED not in coach.templates()
    await coach.submits()
    assert coach.templates()[-1] == SAVED
    assert loose in text_of(coach.shown[-1:])
    assert "Suggest: My set" in text_of(await coach.writes("questions"))


async def test_the_coach_may_change_it_in_the_form_or_type_it_again() -> None:
    world = World()
    coach = await writing(world)
    await coach.writes("First\nWhat went well, and why?")
    await coach.submits(set=f"First\n{GOOD}")
    assert coach.templates()[-1] == SAVED
    await coach.presses("Suggest: First")
    await coach.writes("questions")
    await coach.presses(SAY("questions-write"))
    await coach.writes("Second\nIsn't it time to go?")
    await coach.writes(f"Second\n{GOOD}")
    assert coach.templates()[-1] == SAVED


async def test_a_form_that_no_longer_holds_a_set_says_what_is_missing() -> None:
    world = World()
    coach = await writing(world)
    await coach.writes("First\nWhat went well, and why?")
    await coach.submits(set="   ")
    assert coach.templates()[-1] == "own-set-no-title"


async def test_a_client_saves_no_set_by_that_form() -> None:
    world = World()
    client, coach = await joined(world)
    await coach.writes("questions")
    await coach.presses(SAY("questions-write"))
    await coach.writes("First\nWhat went well, and why?")
    client.shown.append(coach.shown[-1])
    await client.submits()
    assert SAVED not in client.templates()
