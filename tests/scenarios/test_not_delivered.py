"""A message that did not arrive is called not delivered, and never not answered."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.ports import NotSent, Unknown
from tests.world import Chatter, World, joined, text_of


async def shares(client: Chatter, text: str) -> None:
    await client.writes(text)
    await client.asks_to_share()
    if client.templates()[-1] == "ask-share-words":
        await client.presses("Yes")
    await client.presses("Share exactly this")


async def test_a_check_in_that_the_chat_did_not_take_is_told_until_one_arrives() -> None:
    world = World()
    client, _ = await joined(world)
    assert "Not delivered" not in text_of(await client.writes("when will you write?"))
    world.platform.refuse_next = [NotSent("blocked")]
    await world.skip()
    told = text_of(await client.writes("when will you write?"))
    assert told.startswith("Not delivered: my check-in of Thursday, 26 November.")
    await world.until(world.clock.now() + timedelta(days=5))
    assert "Not delivered" not in text_of(await client.writes("when will you write?"))


async def test_a_later_check_in_of_unknown_end_does_not_hide_what_was_not_delivered(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def cannot_look(*_: object) -> Unknown:
        return Unknown("no_history")

    world = World()
    client, _ = await joined(world)
    monkeypatch.setattr(world.platform, "find", cannot_look)
    world.platform.refuse_next = [NotSent("blocked"), Unknown("dropped")]
    await world.skip()
    assert "Not delivered" in text_of(await client.writes("when will you write?"))
    await world.until(world.clock.now() + timedelta(days=5))
    assert world.platform.refuse_next == []
    assert "Not delivered" in text_of(await client.writes("when will you write?"))


async def test_a_digest_that_the_chat_did_not_take_is_told_and_its_words_are_not_lost() -> None:
    world = World()
    client, coach = await joined(world)
    await shares(client, "the meeting")
    world.platform.refuse_next = [NotSent("blocked")] * 2
    await world.until(world.clock.now() + timedelta(days=5))
    told = text_of(await coach.writes("digest"))
    assert told.startswith("Not delivered: your digest of Friday, 27 November.")
    assert "the meeting" in told


async def test_a_client_who_does_not_answer_is_never_called_not_delivered() -> None:
    world = World()
    client, coach = await joined(world)
    await world.until(world.clock.now() + timedelta(days=21))
    assert "Not delivered" not in text_of(await client.writes("when will you write?"))
    assert "Not delivered" not in text_of(await coach.writes("digest"))
