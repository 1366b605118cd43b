"""Notes are offered once in an engagement, beside the receipt of the first share."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from bot.chat import Message
from bot.domain.people import Dialogue
from bot.text import catalogue, languages
from tests.scenarios.coach_replies.acts import (
    DAY,
    OFFER,
    allows_notes,
    lets_notes_in,
    shares,
)
from tests.world import Chatter, World, buttons_in, joined, text_of


def is_offered(shown: Sequence[Message]) -> bool:
    return any(one.label == OFFER for message in shown for one in buttons_in(message))


async def test_the_first_receipt_offers_them_and_no_later_one_does() -> None:
    world = World()
    client, _ = await joined(world)
    assert is_offered(await shares(client, "the first"))
    for text in ("I slept well", "I asked for help", "I called my brother"):
        await world.until(world.clock.now() + 2 * DAY)
        assert not is_offered(await shares(client, text))
    assert not await allows_notes(client)


async def test_the_button_allows_nothing_and_asks_in_the_purposes_own_sentence() -> None:
    world = World()
    client, _ = await joined(world)
    await shares(client, "the first")
    (asked,) = await client.presses(OFFER)
    assert asked.template == "ask-notes"
    assert "May your coach send you short notes through me" in text_of([asked])
    assert "Your coach sees that you allow it" in text_of([asked])
    assert not await allows_notes(client)
    await client.presses("Yes")
    assert await allows_notes(client)


@pytest.mark.parametrize("line", ["ok", "thanks", "hm, maybe", "👍"])
async def test_no_line_but_a_clear_yes_allows_them(line: str) -> None:
    world = World()
    client, _ = await joined(world)
    await shares(client, "the first")
    await client.writes(line)
    assert not await allows_notes(client)


async def test_who_decided_about_notes_before_is_not_offered_them() -> None:
    for answer in ("Yes", "No"):
        world = World()
        client, _ = await joined(world)
        await client.writes("my switches")
        await client.presses("Turn on: Notes from my coach")
        await client.presses(answer)
        assert not is_offered(await shares(client, "the first"))


async def test_beside_a_loss_nothing_is_offered_and_the_next_share_does() -> None:
    world = World()
    client, _ = await joined(world)
    assert not is_offered(await shares(client, "My father died on Sunday"))
    await world.until(world.clock.now() + 3 * DAY)
    assert is_offered(await shares(client, "I talked with my team"))


async def test_it_is_remembered_through_deliveries_and_restarts_for_each_engagement() -> None:
    world = World()
    client, _ = await joined(world)
    assert is_offered(await shares(client, "the first"))
    await world.restart()
    await world.until(world.clock.now() + 9 * DAY)
    assert not is_offered(await shares(client, "another"))
    await joined_again(client)
    assert is_offered(await shares(client, "to the other one", "Ruth"))


async def joined_again(client: Chatter) -> None:
    """The same client begins with a second coach."""
    await joined(client.world, coach_name="Ruth", coach="ruth")


async def test_after_a_yes_the_next_digest_has_the_buttons_that_answer() -> None:
    world = World()
    client, coach = await joined(world)
    await shares(client, "the first")
    await lets_notes_in(client)
    await coach.writes("digest")
    assert coach.has("Read, thank you")
    assert coach.has("A note to Mai …")


@pytest.mark.parametrize("language", languages())
def test_the_offer_and_its_button_are_there_in_every_language(language: str) -> None:
    say = catalogue(language)
    assert "Daniel" in say("notes-offer", coach="Daniel")
    assert len(say("notes-offer-yes")) < 40


def test_a_dialogue_of_an_older_version_has_offered_nothing() -> None:
    assert Dialogue().notes_offered == ()
