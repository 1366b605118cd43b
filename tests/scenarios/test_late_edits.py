"""Edits and deletions at gaps longer than everything that is remembered.

An edit of what is still stored finds it. An edit of a message that is no longer known is never
taken for a new message.
"""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.chat import Deleted, Edited, Message
from bot.domain.words import Words
from bot.handlers.edits import TAKEN_WITHIN
from storage.sql.retention import SEEN_FOR
from tests.memory_store.retention import SEEN_FOR as SEEN_FOR_IN_MEMORY
from tests.world import Chatter, World, joined

GAPS = [
    timedelta(seconds=5),
    timedelta(hours=5),
    timedelta(days=1),
    timedelta(days=7),
    timedelta(days=8),
    timedelta(days=30),
    timedelta(days=90),
    timedelta(days=400),
]
STATES = ["kept", "shared before the digest", "shared after the digest"]
OLD, NEW = "the old words", "the new words"


async def brought(client: Chatter, coach: Chatter, state: str) -> None:
    await client.writes(OLD, "m1")
    if state.startswith("shared"):
        await client.asks_to_share()
        await client.presses("Yes")
        await client.presses("Share exactly this")
    if state == "shared after the digest":
        await coach.writes("digest")
        assert OLD in coach.sees()


async def stored_words(world: World) -> list[str]:
    """Every text that is stored of answers and shares."""
    tables = world.store._tables  # type: ignore[attr-defined]
    answers = [answer.words.text for answer in tables.answers.values() if answer.words]
    return answers + [share.body.text for share in tables.shares.values()]


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("gap", GAPS, ids=str)
async def test_an_edit_changes_what_is_stored_and_never_comes_as_a_new_message(
    gap: timedelta, state: str
) -> None:
    world = World()
    client, coach = await joined(world, digest=False)
    born = world.clock.now()
    await brought(client, coach, state)
    before = await _after(world, gap)
    at = world.clock.now()
    told = await client.does(Edited("m1", Words(NEW), at, born))
    await world.bot.tick()
    after = await stored_words(world)
    assert OLD not in after
    if before:
        assert after in ([NEW], [])
        assert OLD not in coach.sees()
        assert _templates(told) in (["edited"], ["edited-gone"])
    else:
        assert after == []
        assert _templates(told) in (["edited-unknown"], [])


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("gap", GAPS, ids=str)
async def test_a_deletion_ends_what_is_stored(gap: timedelta, state: str) -> None:
    world = World()
    client, coach = await joined(world, digest=False)
    await brought(client, coach, state)
    before = await _after(world, gap)
    told = await client.does(Deleted("m1"))
    await world.bot.tick()
    assert await stored_words(world) == []
    assert _templates(told) == (["removed"] if before else [])
    if before:
        assert OLD not in coach.sees()


async def test_the_gaps_reach_what_is_kept_and_what_is_gone() -> None:
    """So that both branches above are taken."""
    reached = set()
    for gap in GAPS:
        world = World()
        client, coach = await joined(world, digest=False)
        await brought(client, coach, "kept")
        reached.add((gap >= SEEN_FOR, bool(await _after(world, gap))))
    assert reached == {(False, True), (True, True), (True, False)}


async def test_a_share_lasts_no_longer_than_its_answer() -> None:
    """Else the message would no longer lead to what the coach can still read."""
    world = World()
    client, coach = await joined(world, digest=False)
    await client.writes(OLD, "m1")
    world.clock.forward(days=5)
    await client.asks_to_share()
    await client.presses("Yes")
    await client.presses("Share exactly this")
    await client.writes("how long do you keep my answers")
    await client.presses("7 days")
    tables = world.store._tables  # type: ignore[attr-defined]
    (answer,), (share,) = tables.answers.values(), tables.shares.values()
    assert answer.until == share.until
    assert coach.sees().count(OLD) == 0


async def _after(world: World, gap: timedelta) -> list[str]:
    """Lets the time pass, with the sweep of every night. Returns what is stored then."""
    world.clock.at += gap
    await world.bot.tick()
    return await stored_words(world)


def _templates(told: list[Message]) -> list[str]:
    return [message.template for message in told]


def test_a_seen_message_is_remembered_longer_than_an_edit_may_stand_for_it() -> None:
    day = timedelta(days=1)
    assert TAKEN_WITHIN + day <= min(SEEN_FOR, SEEN_FOR_IN_MEMORY)


@pytest.mark.parametrize(
    ("ago", "taken"),
    [
        (timedelta(0), True),
        (timedelta(days=5), True),
        (TAKEN_WITHIN, False),
        (timedelta(days=400), False),
        (None, False),
    ],
    ids=str,
)
async def test_an_edit_stands_for_a_message_that_never_arrived_only_for_a_while(
    ago: timedelta | None, *, taken: bool
) -> None:
    world = World()
    client, _ = await joined(world)
    born = None if ago is None else world.clock.now() - ago
    told = await client.does(Edited("m1", Words(NEW), born=born))
    assert _templates(told) == (["you-wrote"] if taken else ["edited-unknown"])
    assert await stored_words(world) == ([NEW] if taken else [])


async def test_an_edit_that_comes_first_and_stands_for_nothing_loses_no_message() -> None:
    world = World()
    client, _ = await joined(world)
    await client.does(Edited("m1", Words(NEW)))
    await client.writes(OLD, "m1")
    assert await stored_words(world) == [OLD]


async def test_a_stranger_who_edits_something_hears_nothing() -> None:
    world = World()
    stranger = world.person("stranger", "Eve")
    assert await stranger.does(Edited("m1", Words(NEW))) == []


async def test_a_message_of_the_same_words_takes_no_older_share_with_it() -> None:
    world = World()
    client, coach = await joined(world)
    await client.writes("ok, fine with that", "m1")
    await client.asks_to_share()
    for label in ("Yes", "Share exactly this"):
        await client.presses(label)
    await coach.writes("digest")
    await client.writes("my switches")
    await client.presses("Turn off: Keep my words")
    for born, told in ((timedelta(hours=1), []), (timedelta(), ["removed"])):
        written = world.clock.now() + born
        what = Deleted("another", born=written, was=Words("ok, fine with that"))
        assert [one.template for one in await client.does(what)] == told


async def test_an_undone_deletion_is_told_that_the_words_are_gone() -> None:
    world = World()
    client, _ = await joined(world)
    await client.writes(OLD, "m1")
    assert await stored_words(world) == [OLD]
    await client.deletes("m1")
    told = await client.does(Edited("m1", Words(OLD), born=world.clock.now(), undone=True))
    assert _templates(told) == ["undeleted-unknown"]
    assert await stored_words(world) == []


async def test_an_undone_deletion_that_was_never_heard_of_changes_nothing() -> None:
    world = World()
    client, _ = await joined(world)
    await client.writes(OLD, "m1")
    assert await client.does(Edited("m1", Words(OLD), undone=True)) == []
    assert await stored_words(world) == [OLD]
