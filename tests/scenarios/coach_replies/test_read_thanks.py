""" "Read, thank you": one press, one fixed line, once; and nothing that tells of the client."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import pytest

from bot.ports import NotSent
from bot.text import catalogue, languages
from tests.attacks.watching import PRIVATE_ACTS
from tests.scenarios.coach_replies.acts import (
    DAY,
    HOUR,
    THANKS,
    allows_notes,
    lets_notes_in,
    reads,
    shares,
    templates_for,
    thanks_in,
)
from tests.world import Chatter, World, joined, text_of

WEEK = 7 * DAY


async def who_shared(zone: str = "Europe/Berlin") -> tuple[World, Chatter, Chatter]:
    """A client who lets notes in, and shared one line that the coach has not read yet."""
    world = World()
    client, coach = await joined(world, zone=zone)
    await shares(client, "I talked with my team")
    await lets_notes_in(client)
    return world, client, coach


@pytest.mark.parametrize("language", languages())
async def test_one_press_brings_one_line_in_the_clients_language(language: str) -> None:
    world, client, coach = await who_shared()
    await client.presses_raw(f"language:{language}")
    (action,) = thanks_in(await reads(coach))
    assert [one.template for one in await coach.presses_raw(action)] == ["read-on-its-way"]
    await world.until(world.clock.now() + WEEK)
    (line,) = [one.message for one in world.platform.arrived if one.message.template == "read-from"]
    say = catalogue(language)
    assert text_of([line]).splitlines()[0] == say("read-from", coach="Daniel")
    assert THANKS not in text_of([line]) or language == "en"


async def test_no_press_and_no_later_view_brings_it_a_second_time() -> None:
    world, client, coach = await who_shared()
    (action,) = thanks_in(await reads(coach))
    for _ in range(30):
        await coach.presses_raw(action)
        for shown in await coach.writes("digest"):
            for again in thanks_in(shown):
                await coach.presses_raw(again)
        await world.until(world.clock.now() + DAY)
    assert list(templates_for(world, client)).count("read-from") == 1


async def test_what_is_shared_later_can_be_thanked_for_too() -> None:
    world, client, coach = await who_shared()
    for number in range(2):
        (action,) = thanks_in(await reads(coach))
        await coach.presses_raw(action)
        await world.until(world.clock.now() + WEEK)
        await shares(client, f"and more: {number}")
    assert list(templates_for(world, client)).count("read-from") == 2


async def test_an_older_message_thanks_for_nothing_once_the_newer_one_was_thanked() -> None:
    world, client, coach = await who_shared()
    (older,) = thanks_in(await reads(coach))
    world.clock.forward(minutes=1)
    await shares(client, "something newer")
    (newer,) = thanks_in(await reads(coach))
    await coach.presses_raw(newer)
    await coach.presses_raw(older)
    await world.until(world.clock.now() + WEEK)
    assert list(templates_for(world, client)).count("read-from") == 1


async def test_who_allows_no_notes_has_no_button_that_answers() -> None:
    world = World()
    client, coach = await joined(world)
    await shares(client, "I talked with my team")
    shown = await reads(coach)
    assert "I talked with my team" in text_of([shown])
    assert thanks_in(shown) == []
    assert not coach.has("A note to Mai …")


async def test_nothing_is_thanked_for_that_was_taken_back_since() -> None:
    world, client, coach = await who_shared()
    (action,) = thanks_in(await reads(coach))
    await coach.presses_raw(action)
    await client.presses("Take it back")
    await world.until(world.clock.now() + WEEK)
    assert "read-from" not in templates_for(world, client)
    assert world.store._tables.notes == {}  # type: ignore[attr-defined]


async def _presses(act: Callable[[Chatter], Awaitable[None]]) -> list[str]:
    """What a coach reads who presses it every hour for two days; the client does `act` after one
    press.
    """
    world, client, coach = await who_shared()
    (action,) = thanks_in(await reads(coach))
    read = [text_of(await coach.presses_raw(action))]
    await act(client)
    for _ in range(48):
        read.append(text_of(await coach.presses_raw(action)))
        await world.until(world.clock.now() + HOUR)
    await world.until(world.clock.now() + WEEK)
    assert ("read-from" in templates_for(world, client)) is (act is PRIVATE_ACTS[0])
    return read


async def test_pressed_again_and_again_it_tells_nothing_of_the_client() -> None:
    worlds = [await _presses(act) for act in PRIVATE_ACTS]
    assert all(one == worlds[0] for one in worlds)


async def test_a_thanks_that_the_chat_refused_is_told_to_the_coach() -> None:
    world, client, coach = await who_shared()
    (action,) = thanks_in(await reads(coach))
    await coach.presses_raw(action)
    world.platform.refuse_next = [NotSent("gone"), NotSent("gone")]
    await world.skip()
    assert "read-from" not in templates_for(world, client)
    assert "Not delivered: your note to Mai" in text_of(await coach.writes("digest"))


async def test_a_stranger_and_another_coach_bring_nothing_with_the_button() -> None:
    world, client, coach = await who_shared()
    (action,) = thanks_in(await reads(coach))
    other = world.person("eve", "Eve")
    await other.writes("invite")
    for person in (other, world.person("sam", "Sam"), client):
        told = await person.presses_raw(action)
        assert told[0].template in ("note-no", "stale", "coaches-ask")
    await world.until(world.clock.now() + WEEK)
    assert "read-from" not in templates_for(world, client)
    assert await allows_notes(client)
