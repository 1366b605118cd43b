"""A greeting and a language's name, typed by anybody at any time, in every language."""

from __future__ import annotations

import pytest

from bot.plain import to_plain
from bot.text import catalogue, languages
from tests.understand.test_in_any_language import GREETINGS, NAMES, OWN
from tests.world import Chatter, World, joined, text_of

STATES = ("newcomer", "joining", "active", "asked", "coach")


async def someone(world: World, state: str) -> Chatter:
    if state == "newcomer":
        return world.person("new", "Noor")
    if state == "joining":
        coach, client = world.person("coach", "Daniel"), world.person("client", "Mai")
        await coach.writes("invite")
        await client.writes(coach.code())
        return client
    client, coach = await joined(world)
    if state == "asked":
        await world.skip()
    return coach if state == "coach" else client


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("language", languages())
async def test_a_language_by_its_own_name_is_spoken_from_then_on(language: str, state: str) -> None:
    world = World()
    person = await someone(world, state)
    other = "de" if language == "en" else "en"
    await person.writes(NAMES[other].split("|")[0])
    reply = await person.writes(NAMES[language].split("|")[0])
    said = catalogue(language)
    key = "hello" if state == "newcomer" else "language-set"
    assert reply[0].template == key
    assert said(key).splitlines()[0] in to_plain(reply[0])
    if state == "joining":
        assert said("agree-yes") in [button.label for button in person.buttons()]
        assert reply[-1].template == "agreement"
    (page,) = await person.writes("help") if state == "coach" else [await person.opens_home()]
    assert said("home-about" if state == "newcomer" else "home-pause") in to_plain(page) or (
        state == "joining" and said("home-hold") in to_plain(page)
    )
    if state == "asked":
        await person.writes("it went well")
        assert person.quotes()[-1] == "it went well"


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("language", languages())
async def test_a_greeting_is_greeted_and_nothing_is_made_of_it(language: str, state: str) -> None:
    world = World()
    person = await someone(world, state)
    reply = await person.writes(OWN[language])
    if state == "newcomer":
        assert [one.template for one in reply] == ["hello"]
        assert catalogue(language)("hello").splitlines()[0] in text_of(reply)
        return
    assert reply[0].template.startswith("small-hello-")
    assert OWN[language] not in person.quotes()
    assert [one.template for one in reply[1:]] == (["agreement"] if state == "joining" else [])
    if state == "asked":
        await person.writes("it went well")
        assert person.quotes()[-1] == "it went well"


@pytest.mark.parametrize("line", [one.split("|")[0] for one in GREETINGS.values()])
async def test_a_greeting_that_the_chats_language_has_too_changes_none(line: str) -> None:
    newcomer = World().person("new", "Noor")
    newcomer.language = "en"
    (reply,) = await newcomer.writes("hello")
    assert catalogue("en")("hello").splitlines()[0] in to_plain(reply)
    assert await newcomer.writes(line)


async def test_a_newcomers_language_stays_until_they_join() -> None:
    world = World()
    coach, client = world.person("coach", "Daniel"), world.person("client", "Mai")
    await coach.writes("invite")
    await client.writes("guten Abend")
    reply = await client.writes(coach.code())
    assert catalogue("de")("welcome-bot") in text_of(reply)


async def test_a_greeting_before_words_is_greeted_and_the_words_are_quoted() -> None:
    world = World()
    client, _ = await joined(world)
    (reply,) = await client.writes("bonsoir, today was hard")
    assert to_plain(reply).startswith("Hello.")
    assert client.quotes()[-1] == "bonsoir, today was hard"


async def test_the_name_of_the_language_that_is_spoken_answers_an_open_question() -> None:
    world = World()
    client, _ = await joined(world)
    await world.skip()
    await client.writes("English")
    assert client.quotes()[-1] == "English"


async def test_a_foreign_name_alone_answers_an_open_question() -> None:
    world = World()
    client, _ = await joined(world)
    await world.skip()
    await client.writes("German")
    assert client.quotes()[-1] == "German"


async def test_after_words_of_distress_the_language_can_still_be_changed() -> None:
    world = World()
    client, _ = await joined(world)
    await client.writes("I want to die")
    reply = await client.writes("tiếng Việt")
    assert catalogue("vi")("language-set") in text_of(reply)


@pytest.mark.parametrize(
    ("at", "said"), [(6, "おはよう"), (13, "こんにちは"), (20, "こんばんは"), (1, "こんばんは")]
)
async def test_a_greeting_fits_the_hour_where_the_person_is(at: int, said: str) -> None:
    world = World()
    client, _ = await joined(world, zone="UTC")
    await client.writes("日本語")
    world.clock.at = world.clock.at.replace(hour=at)
    assert said in text_of(await client.writes("やあ"))
