"""The profile before the first code, and nobody who becomes a coach by accident."""

from __future__ import annotations

import pytest

from bot.chat import Form
from bot.inbound.routes import COMMANDS
from bot.text import catalogue, languages
from bot.understand import Intent, canonical
from tests.world import Chatter, World, buttons_in, joined, text_of

CARD = {"process": "Six sessions, by video", "fees": "Your organisation pays"}


async def is_coach(person: Chatter) -> bool:
    async with person.world.store.transaction() as tx:
        known = await tx.person_at(person.address)
        return known is not None and await tx.has_invited(known.id)


async def people_here(world: World) -> int:
    return len(world.store._tables.people)  # type: ignore[attr-defined]


async def test_the_profile_can_be_written_first_and_clients_read_it() -> None:
    world = World()
    coach, client = world.person("coach", "Daniel"), world.person("client", "Mai")
    (form,) = await coach.writes("my profile")
    assert form.template == "profile-ask"
    assert await people_here(world) == 0, "looking stores nothing"
    told = await coach.submits(**CARD)
    assert [one.template for one in told] == ["profile-saved", "ask-digest"]
    assert await is_coach(coach)
    told = await coach.presses("A code for a client")
    assert [one.template for one in told] == ["invite"]
    assert not any(one.label == "Write my profile first" for one in buttons_in(told[0]))
    await client.writes(coach.code())
    assert "Your organisation pays" in client.sees()


async def test_a_card_alone_makes_a_coach_who_can_stop_and_erase() -> None:
    world = World()
    coach = world.person("coach", "Daniel")
    await coach.writes("my profile")
    await coach.submits(**CARD)
    assert (await coach.writes("digest"))[0].template == "digest-empty"
    assert "AS A COACH" in text_of(await coach.writes("home"))
    (form,) = await coach.writes("my profile")
    (filled,) = [block for block in form.blocks if isinstance(block, Form)]
    assert "Your organisation pays" in str(filled)
    assert (await coach.writes("stop"))[0].template.startswith("stopped")


async def test_the_first_code_offers_to_write_the_card_first_and_no_later_one() -> None:
    world = World()
    coach = world.person("coach", "Daniel")
    (first, _) = await coach.writes("invite")
    assert "clients read it before they agree" in text_of([first])
    (second,) = await coach.writes("invite")
    assert "clients read it before they agree" not in text_of([second])
    (form,) = await coach.presses("Write my profile first")
    assert form.template == "profile-ask"


async def who_came_with_a_code(how: str) -> Chatter:
    world = World()
    client, coach = world.person("client", "Mai"), world.person("coach", "Daniel")
    if how == "typed the code":
        await coach.writes("invite")
        await client.writes(coach.code())
        return client
    client, coach = await joined(world)
    if how == "whose time is over":
        await coach.writes("my clients")
        await coach.presses("End all my coaching here …")
        await coach.presses("End it")
        assert (await client.writes("help"))[0].template == "engagement-over"
    return client


CAME = ("typed the code", "joined", "whose time is over")


@pytest.mark.parametrize("how", CAME)
@pytest.mark.parametrize("line", ["coach", "invite", "Invite", "I am a coach", "my profile"])
async def test_who_came_with_a_code_is_asked_back(line: str, how: str) -> None:
    client = await who_came_with_a_code(how)
    told = await client.writes(line)
    assert [one.template for one in told] == ["coach-too"]
    assert not await is_coach(client)
    assert [one.label for one in buttons_in(told[0])] == ["I coach, too", "No, I don't coach"]


@pytest.mark.parametrize("way", ["press", "type the label", "type yes or no"])
@pytest.mark.parametrize("how", CAME)
async def test_a_no_changes_nothing_and_a_yes_goes_on(how: str, way: str) -> None:
    for label, word in (("No, I don't coach", "no"), ("I coach, too", "yes")):
        client = await who_came_with_a_code(how)
        await client.writes("coach")
        if way == "press":
            told = await client.presses(label)
        else:
            told = await client.writes(word if way == "type yes or no" else label)
        assert await is_coach(client) is (word == "yes")
        assert told[0].template == ("invite" if word == "yes" else "coach-too-left")
        if how == "typed the code" and word == "no":
            assert told[-1].template == "agreement"


@pytest.mark.parametrize("language", languages())
async def test_no_command_makes_a_coach_of_a_client_in_any_language(language: str) -> None:
    """Enumerates every command: typed or nearly typed, none of them does."""
    client = await who_came_with_a_code("joined")
    await client.presses_raw(f"language:{language}")
    for intent in COMMANDS:
        if intent in (Intent.STOP, Intent.ERASE):
            continue
        told = await client.presses_raw(f"say:{intent.value}")
        assert not await is_coach(client), intent
        if intent in (Intent.INVITE, Intent.PROFILE):
            assert text_of(told).startswith(catalogue(language)("coach-too"))


@pytest.mark.parametrize("language", languages())
async def test_coach_is_asked_back_in_the_words_of_each_language(language: str) -> None:
    client = await who_came_with_a_code("joined")
    await client.presses_raw(f"language:{language}")
    assert (await client.writes(canonical(Intent.INVITE, language)))[0].template == "coach-too"


async def test_a_coach_who_is_a_client_too_is_not_asked() -> None:
    world = World()
    _, coach = await joined(world)
    await joined(world, "Daniel", "Ana", client="coach", coach="ana")
    assert (await coach.writes("invite"))[0].template == "invite"
    assert (await coach.writes("my profile"))[0].template == "profile-ask"
