"""Small talk: one neutral sentence, in every language, and nothing is stored of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.chat import Event, Text, Wrote
from bot.domain.words import Words
from bot.handlers.conversation import Conversation
from bot.handlers.hearing import small_talk
from bot.settings import Settings
from bot.text import catalogue, languages
from bot.understand.heard import Small
from tests.catalogue.sentences import sentences
from tests.memory_store.store import MemoryStore
from tests.world import World, joined


@pytest.mark.parametrize("language", languages())
def test_each_way_is_short_neutral_and_its_own(language: str) -> None:
    said = sentences(language)
    for small in Small:
        ways = [said[f"small-{small}-{way}"] for way in range(1, small_talk.WAYS + 1)]
        assert len(set(ways)) == len(ways), ways
        for way in ways:
            assert len(way) <= 40
            assert not any(sign in way for sign in "!?！？😀🙂")


@pytest.mark.parametrize("small", Small)
async def test_it_answers_once_and_leaves_the_open_question_with_its_choices(small: Small) -> None:
    world = World()
    client, _ = await joined(world)
    await world.skip()
    await client.writes("it went well")
    async with world.store.transaction() as tx:
        person = await tx.person_at(client.address)
        assert person is not None
        assert person.dialogue.offered
        event = Event("e", client.address, Words("Mai"), Wrote(Words("…"), "m"), None, "en")
        talk = Conversation(tx, world.clock.now(), world.chance, Settings(), person, event, True)
        (answered,) = await small_talk.answer(talk, small)
        after = talk.remembered([answered])
    assert [type(block) for block in answered.blocks] == [Text]
    assert replace(after.dialogue, heard_at=None) == replace(person.dialogue, heard_at=None)


async def test_every_way_is_said_in_time() -> None:
    world = World()
    client, _ = await joined(world)
    assert isinstance(world.store, MemoryStore)
    said = set()
    async with world.store.transaction() as tx:
        person = await tx.person_at(client.address)
        assert person is not None
        event = Event("e", client.address, Words("Mai"), Wrote(Words("…"), "m"), None, "en")
        for _ in range(40):
            talk = Conversation(
                tx, world.clock.now(), world.chance, Settings(), person, event, True
            )
            (answered,) = await small_talk.answer(talk, Small.FINE)
            said.add(answered.template)
    assert said == {f"small-fine-{way}" for way in range(1, small_talk.WAYS + 1)}
    assert catalogue("en")("small-fine-1")
