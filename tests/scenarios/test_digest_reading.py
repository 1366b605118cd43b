"""A digest as its coach reads it: whole, in parts, and with nothing about other people."""

from __future__ import annotations

import re
from datetime import timedelta

from bot.chat import Message
from bot.ports import NotSent
from bot.settings import Settings
from tests.proofs.histories import buttons_of
from tests.world import Chatter, World, joined, text_of

WEEK = timedelta(days=7)
MARKER = re.compile(r"thought-\d+")


async def shares(client: Chatter, text: str) -> None:
    client.world.clock.forward(minutes=1)
    await client.writes(text)
    await client.asks_to_share()
    if client.templates()[-1] == "ask-share-words":
        await client.presses("Yes")
    await client.presses("Share exactly this")


async def to_the_end(coach: Chatter, first: list[Message]) -> list[Message]:
    """Returns that message, and all messages that "Show more" brings."""
    parts = list(first)
    while "Show more" in [b.label for b in buttons_of(parts[-1])] and len(parts) < 60:
        parts += await coach.presses("Show more")
    return parts


async def test_a_long_digest_comes_in_parts_and_each_thing_once() -> None:
    world = World()
    client, coach = await joined(world)
    for number in range(60):
        await shares(client, f"thought-{number} " + "word " * 40)
    parts = await to_the_end(coach, await coach.writes("digest"))
    assert len(parts) > 1
    found = MARKER.findall(text_of(parts))
    assert sorted(found) == sorted(f"thought-{number}" for number in range(60))
    assert all(len(text_of([part])) < 12_000 for part in parts)


async def test_what_was_read_before_can_be_read_again_to_its_end() -> None:
    world = World()
    client, coach = await joined(world)
    for number in range(35):
        await shares(client, f"thought-{number}")
    await to_the_end(coach, await coach.writes("digest"))
    (nothing_new, *earlier) = await coach.writes("digest")
    assert nothing_new.template == "digest-empty"
    found = MARKER.findall(text_of(await to_the_end(coach, earlier)))
    assert sorted(found) == sorted(f"thought-{number}" for number in range(35))


async def test_a_long_digest_by_reference_opens_page_by_page() -> None:
    world = World(settings=Settings(digests="by_reference"))
    client, coach = await joined(world)
    for number in range(35):
        await shares(client, f"thought-{number}")
    await world.until(world.clock.now() + WEEK)
    found = MARKER.findall(text_of(await to_the_end(coach, await coach.presses("Open it"))))
    assert sorted(found) == sorted(f"thought-{number}" for number in range(35))


async def test_a_client_who_shared_nothing_is_not_in_the_digest() -> None:
    world = World()
    client, coach = await joined(world)
    silent = world.person("silent", "Quiet Quentin")
    await coach.writes("invite")
    await silent.writes(coach.code())
    await silent.presses("I agree")
    await silent.writes("something private")
    await shares(client, "something shared")
    await world.until(world.clock.now() + WEEK)
    assert "something shared" in coach.sees()
    assert "Quentin" not in coach.sees()


async def test_the_coach_picks_day_and_hour() -> None:
    world = World()
    client, coach = await joined(world)
    await shares(client, "for Tuesday")
    await coach.writes("when do I get the digest")
    await coach.presses("Another day or hour …")
    await coach.submits(**{"day": "TU", "from": "14:00", "to": "16:00"})
    await world.until(world.clock.now() + WEEK)
    (digest,) = [a for a in world.platform.arrived if a.message.template == "digest"]
    assert (digest.at.isoweekday(), digest.at.hour) == (2, 13)


async def test_the_bot_asks_again_for_impossible_hours_and_changes_nothing() -> None:
    world = World()
    _, coach = await joined(world)
    await coach.presses("Another day or hour …")
    shown = await coach.submits(**{"day": "TU", "from": "16:00", "to": "14:00"})
    assert shown[0].template == "rhythm-bad-window"
    assert coach.form().action == "digest-set"


async def test_the_coach_is_told_of_a_note_that_the_chat_did_not_accept() -> None:
    world = World()
    client, coach = await joined(world)
    await client.writes("my switches")
    await client.presses("Turn on: Notes from my coach")
    await client.presses("Yes")
    await shares(client, "well")
    await coach.writes("digest")
    await coach.presses("A note to Mai …")
    await coach.writes("Thank you.")
    await coach.presses("Send exactly this")
    # The check-in of that hour comes first, and the note after it.
    world.platform.refuse_next = [NotSent("gone"), NotSent("gone")]
    await world.skip()
    assert "Not delivered: your note to Mai" in text_of(await coach.writes("digest"))
    assert "Thank you." not in client.sees()


async def test_a_note_that_the_client_no_longer_wants_is_dropped_silently() -> None:
    world = World()
    client, coach = await joined(world)
    await client.writes("my switches")
    await client.presses("Turn on: Notes from my coach")
    await client.presses("Yes")
    await shares(client, "well")
    await coach.writes("digest")
    await client.writes("stop")
    before = [*await coach.presses("A note to Mai …"), *await coach.writes("Thank you.")]
    before += await coach.presses("Send exactly this")
    assert [m.template for m in before] == ["note-ask", "note-preview", "note-on-its-way"]
    await world.until(world.clock.now() + WEEK)
    assert "Thank you." not in client.sees()
    assert "Not delivered" not in text_of(await coach.writes("digest"))
    assert world.store._tables.notes == {}  # type: ignore[attr-defined]


async def test_only_the_coach_sees_what_they_want_to_bring_up() -> None:
    world = World()
    client, coach = await joined(world)
    await shares(client, "the meeting")
    await coach.writes("digest")
    before = len(client.shown)
    await coach.presses("Bring up next time")
    assert "the meeting" in text_of(await coach.writes("my clients"))
    assert len(client.shown) == before
    assert "bring up" not in text_of(await client.writes("what do you hold")).casefold()
    await coach.presses("Done with it")
    assert "the meeting" not in text_of(await coach.writes("my clients"))


async def test_a_share_that_was_taken_back_cannot_be_brought_up() -> None:
    world = World()
    client, coach = await joined(world)
    await shares(client, "the meeting")
    await coach.writes("digest")
    await coach.presses("Bring up next time")
    await client.presses("Take it back")
    assert "the meeting" not in text_of(await coach.writes("my clients"))
