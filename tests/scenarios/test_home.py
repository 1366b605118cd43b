"""The home page for a client, a coach, a person who is both, and a stranger."""

from __future__ import annotations

import pickle
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from bot.chat import Button, Buttons, Event, Heading, Message, Pressed, Quote
from bot.domain.words import Words
from bot.plain import to_plain
from bot.ports import Store
from bot.text import catalogue, languages
from tests.databases import STORES, any_store
from tests.memory_store.store import MemoryStore
from tests.world import Chatter, World, joined

STEP = "when I close my laptop, then I write one line"


@pytest.fixture(params=STORES)
async def world(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[World]:
    async with any_store(request.param, tmp_path) as store:
        yield World(store)


def labels(message: Message) -> list[str]:
    return [button.label for button in pressable(message)]


def pressable(message: Message) -> list[Button]:
    return [b for block in message.blocks if isinstance(block, Buttons) for b in block.buttons]


def quotes(message: Message) -> list[str]:
    return [block.words.text for block in message.blocks if isinstance(block, Quote)]


async def plan(client: Chatter) -> None:
    await client.writes("step")
    await client.writes(STEP)


async def done(client: Chatter) -> None:
    """Sets a step that is asked about at the next check-in, and done."""
    await plan(client)
    await client.world.skip()
    await client.presses("Done")


async def test_a_client_reads_what_is_allowed_what_comes_and_what_they_planned(
    world: World,
) -> None:
    client, _ = await joined(world)
    await plan(client)
    shown = to_plain(await client.opens_home())
    assert "WITH DANIEL, UNTIL " in shown
    assert "Keep my words" not in shown
    assert "I'll write on:" in shown
    assert shown.count("09:00–11:00") == 3
    assert quotes(client.shown[-1]) == [STEP]
    assert "AS A COACH" not in shown
    assert "has ended" not in shown


async def test_the_three_dates_are_those_that_the_command_names(world: World) -> None:
    client, _ = await joined(world)
    await world.skip()
    page = to_plain(await client.opens_home())
    (named,) = await client.writes("what comes next")
    assert to_plain(named) in page


async def test_the_page_shows_done_steps_in_the_clients_own_words(world: World) -> None:
    client, _ = await joined(world)
    await done(client)
    page = await client.opens_home()
    assert quotes(page) == [STEP]
    assert "Your small steps:" not in to_plain(page)
    await client.presses("What I have done")
    assert client.templates()[-1] == "wins-heading"


@pytest.mark.parametrize(
    ("label", "template"),
    [
        ("My permissions", "switches"),
        ("My times", "rhythm-ask"),
        ("Pause …", "pause-ask"),
        ("What do you hold?", "hold"),
        ("My receipt", "receipt"),
        ("Erase …", "erase-ask"),
        ("Set a small step", "step-ask"),
    ],
)
async def test_each_button_does_what_the_typed_command_does(label: str, template: str) -> None:
    client, _ = await joined(World())
    await client.opens_home()
    answer = await client.presses(label)
    assert template in [message.template for message in answer]


async def test_typing_the_command_shows_the_same_page(world: World) -> None:
    client, coach = await joined(world)
    for person in (client, coach):
        (typed,) = await person.writes("home")
        assert typed == await person.opens_home()
    await client.writes("5")
    assert client.templates()[-1] != "stale"


async def test_opening_the_page_does_not_change_the_dialogue() -> None:
    world = World()
    client, _ = await joined(world)
    await world.skip()
    before = everything(world.store)
    for _ in range(2):
        await client.opens_home()
    assert everything(world.store) == before
    await client.writes("it went well")
    assert client.quotes(last=1) == ["it went well"]


def everything(store: Store) -> bytes:
    assert isinstance(store, MemoryStore)
    return pickle.dumps(store._tables)


async def test_a_stranger_reads_who_this_is_and_nothing_of_them_is_stored() -> None:
    world = World()
    before = everything(world.store)
    stranger = world.person("stranger", "Sam")
    page = await stranger.opens_home()
    shown = to_plain(page)
    assert "I'm Handrail, a bot." in shown
    assert "I don't write to anyone first" in shown
    assert labels(page) == ["I am a coach"]
    assert everything(world.store) == before
    (typed,) = await stranger.writes("home")
    assert typed == page


async def test_a_client_who_has_not_agreed_reads_so_and_finds_the_agreement(world: World) -> None:
    client, coach = world.person("client", "Mai"), world.person("coach", "Daniel")
    await coach.writes("invite")
    await client.writes(coach.code())
    page = await client.opens_home()
    assert "Nothing is agreed here right now, so I don't write first." in to_plain(page)
    assert "My permissions" not in labels(page)
    await client.presses("Our agreement")
    assert client.templates()[-1] == "agreement"


async def test_the_page_shows_a_pause_and_can_end_it(world: World) -> None:
    client, _ = await joined(world)
    await client.writes("pause for a week")
    page = await client.opens_home()
    assert "Paused. I won't write before" in to_plain(page)
    assert "Pause …" not in labels(page)
    await client.presses("Resume")
    assert client.templates()[-1] == "resumed"
    assert "Paused" not in to_plain(await client.opens_home())


async def test_a_pause_that_is_over_is_not_shown_any_more(world: World) -> None:
    client, _ = await joined(world)
    await client.writes("pause for a week")
    await world.until(world.clock.now() + timedelta(days=8))
    page = await client.opens_home()
    assert "Paused" not in to_plain(page)
    assert "Pause …" in labels(page)


async def test_a_pause_without_a_date_is_shown_without_one(world: World) -> None:
    client, _ = await joined(world)
    await client.writes("I want to die")
    assert "All right, I'll pause. I won't write first" in to_plain(await client.opens_home())


async def test_after_a_stop_the_page_says_so_and_plans_nothing(world: World) -> None:
    client, _ = await joined(world)
    await client.writes("stop")
    page = await client.opens_home()
    assert "Stopped. I won't write first until you type “resume”." in to_plain(page)
    assert "I'll write on:" not in to_plain(page)
    assert {"Set a small step", "Pause …", "My times"}.isdisjoint(labels(page))
    await client.presses("Resume")
    assert client.templates()[-1] == "switches"


async def test_after_the_end_the_page_says_what_remains(world: World) -> None:
    client, _ = await joined(world)
    await done(client)
    await world.until(world.clock.now() + timedelta(weeks=13))
    page = await client.opens_home()
    assert "Your time with Daniel has ended" in to_plain(page)
    assert quotes(page) == [STEP]
    taken_along = ["As a letter to myself", "Give me all of it as a file"]
    own = ["What I have done", "My strengths", "What do you hold?", "My receipt", "Erase …"]
    assert labels(page) == taken_along + own


async def test_after_an_erase_the_person_is_a_stranger(world: World) -> None:
    client, _ = await joined(world)
    await client.writes("erase everything")
    await client.presses("Erase everything")
    page = await client.opens_home()
    assert page.template == "home-about"
    assert "Daniel" not in to_plain(page)


async def test_a_coach_finds_codes_clients_digest_and_card(world: World) -> None:
    _, coach = await joined(world)
    page = await coach.opens_home()
    shown = to_plain(page)
    assert "AS A COACH" in shown
    assert "Nobody is on this list." in shown
    assert "Your next digest, if something was shared: Friday, 27 November, 09:00" in shown
    assert "Mai" not in shown
    for label, template in (
        ("A code for a client", "invite"),
        ("My clients", "clients-heading"),
        ("What was shared", "digest-empty"),
        ("Another day or hour …", "digest-when-ask"),
        ("My profile", "profile-ask"),
        ("My permissions", "ask-brief"),
    ):
        await coach.opens_home()
        await coach.presses(label)
        assert coach.templates()[-1] == template


async def test_a_coach_sees_by_name_only_those_who_allow_it(world: World) -> None:
    client, coach = await joined(world)
    other = world.person("other", "Noor")
    world.clock.forward(minutes=1)
    await coach.writes("invite")
    await other.writes(coach.code())
    await other.presses("I agree")
    await client.writes("my switches")
    await client.presses("Turn on: On my coach's list")
    await client.presses("Yes")
    shown = to_plain(await coach.opens_home())
    assert "Mai, until 15 February 2027" in shown
    assert "Noor" not in shown
    assert "2" not in shown.partition("AS A COACH")[2].partition("Mai")[0]
    await client.writes("stop")
    assert "Mai" not in to_plain(await coach.opens_home())


async def test_on_the_digests_own_day_the_page_names_the_one_after_it(world: World) -> None:
    _, coach = await joined(world)
    await world.skip()
    world.clock.at = world.clock.at.replace(month=11, day=27, hour=10)
    await world.bot.tick()
    assert "if something was shared: Friday, 4 December" in to_plain(await coach.opens_home())


async def test_a_coach_without_a_digest_or_in_a_pause_is_told_so(world: World) -> None:
    _, coach = await joined(world, digest=False)
    page = await coach.opens_home()
    assert "You get no digest unless you ask for it." in to_plain(page)
    assert {"Another day or hour …", "Pause …"}.isdisjoint(labels(page))
    await coach.presses("My permissions")
    await coach.presses("Yes, once a week")
    await coach.writes("pause for a week")
    assert "Paused. I won't write before" in to_plain(await coach.opens_home())
    await coach.presses("Resume")
    assert "Your next digest" in to_plain(await coach.opens_home())


async def test_a_person_who_is_coach_and_client_has_both_on_one_page(world: World) -> None:
    _, coach = await joined(world)
    await joined(world, "Daniel", "Ana", client="coach", coach="ana")
    page = await coach.opens_home()
    headings = [block.text for block in page.blocks if isinstance(block, Heading)]
    assert headings == ["Your page", "With Ana, until 15 February 2027", "As a coach"]
    assert len(labels(page)) == len(set(labels(page)))


async def test_several_engagements_are_shown_below_each_other(world: World) -> None:
    client, _ = await joined(world)
    world.clock.forward(minutes=1)
    await joined(world, "Mai", "Ana", coach="ana")
    page = await client.opens_home()
    assert to_plain(page).index("WITH ANA") < to_plain(page).index("WITH DANIEL")
    await client.presses("A small step, with Daniel")
    await client.submits(when="I wake up", then="stretch")
    page = await client.opens_home()
    assert to_plain(page).index("WITH DANIEL") < to_plain(page).index("I wake up")


async def test_a_page_that_fails_is_answered_kindly_and_logged_without_a_word() -> None:
    world = World()
    client, _ = await joined(world)

    def broken() -> None:
        raise OSError("Mai Daniel secret")

    world.store.transaction = broken  # type: ignore[assignment, method-assign]
    with capture_logs() as logs:
        page = await client.opens_home()
    assert page.template == "trouble"
    assert [(one["event"], one["error"]) for one in logs] == [("home_failed", "OSError")]
    assert "secret" not in repr(logs)


@pytest.mark.parametrize("language", languages())
async def test_the_page_speaks_the_language_of_the_person_who_opens_it(language: str) -> None:
    world = World()
    sam = world.person("stranger", "Sam")
    visitor = Event("1", sam.address, Words("Sam"), Pressed("unread"), None, language)
    assert catalogue(language)("home-about") in to_plain(await world.bot.events.home(visitor))
