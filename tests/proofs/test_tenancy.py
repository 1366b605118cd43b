"""Never 4: two workspaces have the same user ids. Everything of one is tried in the other."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.chat import Document, Pressed, Submitted
from bot.plain import to_plain
from bot.settings import Settings
from tests.databases import STORES, any_store
from tests.world import Chatter, World, joined, text_of

WEEK = timedelta(days=7)
OLD = (
    "A note to Mai0 …",
    "Send exactly this",
    "Bring up next time",
    "Mai0 …",
    "Set the next session …",
)


@pytest.fixture(params=STORES)
async def world(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[World]:
    async with any_store(request.param, tmp_path) as store:
        yield World(store, settings=Settings(digests="by_reference"))


async def both(world: World) -> list[tuple[Chatter, Chatter]]:
    """Joins two pairs with the same user ids, each in a workspace of its own."""
    pairs = []
    for number, workspace in enumerate(("one", "two")):
        names = (f"Mai{number}", f"Daniel{number}")
        pairs.append(await joined(world, *names, workspace=workspace))
    return pairs


async def live(client: Chatter, coach: Chatter, marker: str) -> None:
    """Does everything that leaves a button in the chat."""
    await client.writes(f"{marker} kept")
    await client.writes(f"{marker} shared")
    await client.asks_to_share(coach.name)
    if client.templates()[-1] == "ask-share-words":
        await client.presses("Yes")
    await client.presses("Share exactly this")
    await client.writes("step")
    await client.submits(when=f"{marker} when", then=f"{marker} then")
    await client.writes("my switches")
    for purpose in ("Notes from my coach", "On my coach's list"):
        await client.presses(f"Turn on: {purpose}")
        await client.presses("Yes")
    await client.writes("our next session")
    await client.presses("Set it …")
    await client.submits(day="in 9 days", time="10:00")
    for line in ("my wins", "my questions", "too often", "keeping"):
        await client.writes(line)
    await client.writes("feedback")
    await client.writes(f"{marker} on our work")
    await client.writes("erase")
    await client.presses("Only a part …")
    await client.presses("One answer …")
    await coach.writes("digest")
    await coach.presses(f"A note to {client.name} …")
    await coach.writes(f"{marker} noted")
    await coach.presses("Bring up next time")
    for line in ("my clients", "my profile"):
        await coach.writes(line)
    await coach.presses(f"{client.name} …")


async def test_no_button_or_form_of_one_workspace_does_anything_in_the_other(world: World) -> None:
    (client, coach), (other, other_coach) = await both(world)
    await live(client, coach, "zebra")
    await world.until(world.clock.now() + WEEK)
    held = text_of(await client.writes("what do you hold"))
    forged = {b.action for person in (client, coach) for b in person.buttons()}
    own = {b.action for person in (other, other_coach) for b in person.buttons()}
    for action in sorted(forged - own):
        for person in (other, other_coach):
            for what in (Pressed(action), Submitted(action, {"when": "x", "then": "y"})):
                assert "zebra" not in text_of(await person.does(what)), action
    await other.writes("resume")
    assert text_of(await client.writes("what do you hold")) == held


async def test_no_page_about_oneself_shows_anything_of_the_other(world: World) -> None:
    (client, coach), (other, other_coach) = await both(world)
    await live(client, coach, "zebra")
    for person in (other, other_coach):
        page = to_plain(await person.opens_home())
        assert "zebra" not in page
        assert {"Mai0", "Daniel0"}.isdisjoint(page.split())
    assert "zebra when" in to_plain(await client.opens_home())
    assert "Mai0" in to_plain(await coach.opens_home())
    assert "zebra" not in to_plain(await coach.opens_home())


async def test_no_file_of_one_workspace_holds_anything_of_the_other(world: World) -> None:
    (client, coach), (other, _) = await both(world)
    await live(client, coach, "zebra")
    for person in (other, coach):
        await person.writes("what do you hold")
        (answer,) = await person.presses("Give me all of it as a file")
        files = [block.content.text for block in answer.blocks if isinstance(block, Document)]
        assert len(files) == 2
        assert not [file for file in files if "zebra" in file]


async def test_erasing_in_one_workspace_leaves_the_other_as_it_was(world: World) -> None:
    (client, coach), (other, other_coach) = await both(world)
    await live(client, coach, "zebra")
    await live(other, other_coach, "okapi")
    before = text_of(await other.writes("what do you hold"))
    await client.writes("erase everything")
    await client.presses("Erase everything")
    assert text_of(await other.writes("what do you hold")) == before
    assert [address for address, _ in world.platform.cleared] == [client.address]


async def test_a_code_of_one_workspace_opens_one_engagement_with_its_own_coach(
    world: World,
) -> None:
    """Coach and client may be in different workspaces: only the code joins them."""
    (_, coach), (other, other_coach) = await both(world)
    world.clock.forward(minutes=1)
    await coach.writes("invite")
    await other.writes(coach.code())
    await other.presses("I agree")
    for _ in range(3):
        await other.presses("Yes")
    await other.submits()
    await other.presses("That's right")
    await other.writes("only for the first")
    await other.asks_to_share(coach.name)
    await other.presses("Yes")
    await other.presses("Share exactly this")
    await world.until(world.clock.now() + WEEK)
    await coach.presses("Open it")
    assert "only for the first" in coach.sees()
    await other_coach.writes("digest")
    assert "only for the first" not in other_coach.sees()


async def test_a_former_coach_reads_nothing_by_any_command_or_button(world: World) -> None:
    (client, coach), _ = await both(world)
    await live(client, coach, "zebra")
    await client.writes("zebra again")
    await client.asks_to_share(coach.name)
    await client.presses("Share exactly this")
    await world.until(world.clock.now() + WEEK)
    world.clock.forward(weeks=12)
    tried = [
        *await coach.presses("Open it"),
        *await coach.writes("digest"),
        *await coach.writes("what do you hold"),
        *await coach.presses("Give me all of it as a file"),
        *await coach.writes("receipt"),
        *await coach.writes("who has seen this"),
        *await coach.writes("my clients"),
        *[answer for label in OLD for answer in await coach.presses(label)],
    ]
    files = [b.content.text for m in tried for b in m.blocks if isinstance(b, Document)]
    assert "zebra" not in text_of(tried) + "".join(files)
    before = len(coach.shown)
    await world.bot.tick()
    assert "zebra" not in text_of(coach.shown[before:])
