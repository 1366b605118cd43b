"""One question may follow a tap, in the same answer: "What makes it a 3?"."""

from __future__ import annotations

import pytest

from bot.domain.question import QuestionKind
from bot.questions import standard_sets
from bot.text import catalogue, languages
from tests.world import Chatter, World, joined, text_of

SAY = catalogue("en")
MORE = SAY("more-after-tap", question=SAY("q-weekly-energy-more", mark="3"))


async def asked(name: str, world: World, *, keep: bool = True) -> Chatter:
    client, _ = await joined(world, keep=keep)
    for _ in range(20):
        await world.skip()
        if SAY(f"q-weekly-{name}") in text_of(client.shown[-1:]):
            return client
        await client.presses(SAY("pass"))
    raise AssertionError(name)


@pytest.mark.parametrize("keep", [True, False])
async def test_it_stands_in_the_same_message_as_the_quote_of_the_tap(keep: bool) -> None:
    world = World()
    client = await asked("energy", world, keep=keep)
    before = len(client.shown)
    told = await client.presses("3")
    assert len(client.shown) == before + len(told)
    assert MORE in text_of(told[-1:])


async def test_its_words_are_an_answer_to_the_same_question() -> None:
    world = World()
    client = await asked("energy", world)
    await client.presses("3")
    await client.writes("I slept well.")
    await client.presses(SAY("share", coach="Daniel"))
    told = text_of(await client.presses("Yes"))
    assert SAY("q-weekly-energy") in told
    assert "I slept well." in told


async def test_it_is_asked_once_whatever_is_tapped_next() -> None:
    world = World()
    client = await asked("energy", world)
    await client.presses("3")
    told = text_of(await client.presses("4"))
    assert "What makes it" not in told
    assert text_of(client.shown).count("What makes it a") == 1
    assert "What makes it" not in text_of(await client.presses("4"))


async def test_no_question_follows_a_tap_that_has_none() -> None:
    world = World()
    client = await asked("one-thing", world)
    told = await client.presses("Partly")
    assert "A line is enough" not in text_of(told)


@pytest.mark.parametrize("language", languages())
def test_each_question_that_has_one_can_say_it_for_each_tap(language: str) -> None:
    say = catalogue(language)
    for question in (one for each in standard_sets(say) for one in each.questions if one.more):
        key = f"q-{question.id.replace('.', '-')}-more"
        assert say(key, mark="3")
        if question.kind is QuestionKind.SCALE:
            assert "3" in say(key, mark="3")
