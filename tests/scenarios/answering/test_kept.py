""" "Kept" means one thing, wherever it is said: my words, everything stored, retention, erase."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.chat import Document
from bot.domain.check_in import AnswerState
from tests.world import Chatter, World, buttons_in, joined, text_of

LETTER = "As a letter to myself"
WORDS = "The talk with Ana went well"


async def views(client: Chatter) -> dict[str, bool]:
    """Whether each view of what is kept has the words."""
    shown = {"my words": text_of(await client.writes("my words"))}
    shown["what do you hold"] = text_of(await client.writes("what do you hold"))
    (answer,) = await client.presses("Give me all of it as a file")
    files = [block for block in answer.blocks if isinstance(block, Document)]
    shown["the file"] = "".join(one.content.text for one in files)
    await client.writes("erase")
    await client.presses("Only a part …")
    shown["erase one"] = text_of(await client.presses("One answer …"))
    return {name: WORDS in text for name, text in shown.items()}


async def test_what_is_kept_is_in_every_view_at_once_and_a_day_later_and_then_in_none() -> None:
    world = World()
    client, _ = await joined(world)
    await client.writes("how long do you keep my answers")
    await client.presses("7 days")
    await client.writes(WORDS)
    for days in (0, 2, 3):
        world.clock.forward(days=days)
        await world.bot.tick()
        assert set((await views(client)).values()) == {True}
    world.clock.forward(days=4)
    await world.bot.tick()
    assert set((await views(client)).values()) == {False}


async def test_nothing_is_stored_as_undecided() -> None:
    world = World()
    client, _ = await joined(world)
    await client.writes(WORDS)
    await world.skip()
    await client.presses("Another question")
    await client.presses("3")
    await client.writes("feedback")
    await client.writes("More silence, please")
    answers = list(world.store._tables.answers.values())  # type: ignore[attr-defined]
    assert len(answers) == 3
    assert {one.state for one in answers} == {AnswerState.KEPT}
    assert min(one.until for one in answers) - world.clock.now() > timedelta(days=60)


async def test_my_words_can_be_shared_corrected_and_deleted() -> None:
    world = World()
    client, coach = await joined(world)
    await client.writes(WORDS)
    (page,) = await client.writes("my words")
    labels = ["Share with Daniel", "Not what I meant", "Don't keep"]
    assert [button.label for button in buttons_in(page)] == [*labels, LETTER]
    await client.presses("Share with Daniel")
    await client.presses("Yes")
    await client.presses("Share exactly this")
    (page,) = await client.writes("my words")
    shown = [button.label for button in buttons_in(page)]
    assert shown == [*labels[1:], LETTER], "it is shared already"
    await coach.writes("digest")
    assert coach.quotes(last=1) == [WORDS]
    await client.presses("Don't keep")
    assert client.templates()[-1] == "not-kept"
    assert WORDS not in text_of(await client.writes("my words"))
    await coach.writes("digest")
    assert WORDS not in text_of(coach.shown[-1:])


@pytest.mark.parametrize("ended", [False, True])
async def test_after_the_end_my_words_can_only_be_deleted(ended: bool) -> None:
    world = World()
    client, coach = await joined(world)
    await client.writes(WORDS)
    if ended:
        await coach.writes("my clients")
        await coach.presses("End all my coaching here …")
        await coach.presses("End it")
        await client.writes("hello")
    (page,) = await client.writes("my words")
    labels = [button.label for button in buttons_in(page)]
    assert (labels == ["Don't keep", LETTER]) is ended
    await client.presses("Don't keep")
    assert client.templates()[-1] == "not-kept"


async def test_not_to_share_leaves_it_kept() -> None:
    world = World()
    client, _ = await joined(world)
    await client.writes(WORDS)
    await client.asks_to_share()
    await client.presses("Yes")
    (told,) = await client.presses("Don't share")
    assert told.template == "kept"
    assert WORDS in text_of(await client.writes("my words"))
