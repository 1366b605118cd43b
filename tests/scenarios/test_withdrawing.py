"""A share can be taken back, also from a message that has left."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.domain.delivery import DeliveryState, Kind
from bot.plain import to_plain
from bot.ports import NotSent, Unknown
from bot.settings import Settings
from tests.world import Chatter, World, joined, text_of

WEEK = timedelta(days=7)


@pytest.fixture
def world() -> World:
    return World()


async def share(client: Chatter, words: str) -> str:
    """Shares a sentence. Returns the button that takes it back."""
    await client.writes(words)
    await client.asks_to_share()
    if client.templates()[-1] == "ask-share-words":
        await client.presses("Yes")
    await client.presses("Share exactly this")
    return client.button("Take it back").action


def digests(coach: Chatter) -> list[str]:
    return [to_plain(m) for m in coach.shown if m.template in ("digest", "digest-earlier")]


async def test_a_share_taken_back_before_the_digest_is_not_in_it(world: World) -> None:
    client, coach = await joined(world)
    await share(client, "the first thing")
    back = await share(client, "the second thing")
    await client.presses_raw(back)
    await world.until(world.clock.now() + WEEK)
    (digest,) = digests(coach)
    assert "the first thing" in digest
    assert "the second thing" not in digest
    assert world.platform.edits == []


async def test_a_share_taken_back_after_the_digest_leaves_the_coachs_message(world: World) -> None:
    client, coach = await joined(world)
    await share(client, "the first thing")
    back = await share(client, "the second thing")
    await world.until(world.clock.now() + WEEK)
    told = text_of(await client.presses_raw(back))
    assert "Daniel was shown it on Friday, 27 November 2026 at 09:00" in told
    await world.bot.tick()
    (digest,) = digests(coach)
    assert "the first thing" in digest
    assert "the second thing" not in digest
    assert "Something that was here has been taken back." in digest


async def test_every_message_that_showed_it_is_edited(world: World) -> None:
    client, coach = await joined(world)
    back = await share(client, "the only thing")
    await world.until(world.clock.now() + WEEK)
    await coach.writes("digest")
    await coach.writes("digest")
    assert sum("the only thing" in digest for digest in digests(coach)) == 3
    await client.presses_raw(back)
    await world.bot.tick()
    assert not any("the only thing" in digest for digest in digests(coach))


@pytest.mark.parametrize("trouble", [Unknown("dropped"), NotSent("busy", timedelta(seconds=5))])
async def test_an_edit_that_fails_is_tried_again(world: World, trouble: Unknown | NotSent) -> None:
    client, coach = await joined(world)
    back = await share(client, "the only thing")
    await world.until(world.clock.now() + WEEK)
    world.platform.refuse_edits = [trouble, trouble]
    await client.presses_raw(back)
    await world.bot.tick()
    assert "the only thing" in digests(coach)[0]
    await world.until(world.clock.now() + timedelta(hours=1))
    assert "the only thing" not in digests(coach)[0]


async def test_an_edit_survives_a_crash_and_a_coach_who_turned_the_digest_off(
    world: World,
) -> None:
    client, coach = await joined(world)
    back = await share(client, "the only thing")
    await world.until(world.clock.now() + WEEK)
    await coach.writes("stop")
    await client.presses_raw(back)
    async with world.store.transaction() as tx:
        assert [d.kind for d in await tx.claim(world.clock.now(), 10)] == [Kind.AMEND]
    await world.restart()
    await world.until(world.clock.now() + timedelta(hours=1))
    assert "the only thing" not in digests(coach)[0]


async def test_erasing_everything_takes_the_words_out_of_the_coachs_chat(world: World) -> None:
    client, coach = await joined(world)
    await share(client, "the only thing")
    await world.until(world.clock.now() + WEEK)
    await client.writes("erase")
    certificate = text_of(await client.presses("Erase everything"))
    assert (
        "Daniel was shown what you had shared, first on Friday, 27 November 2026 at 09:00"
        in certificate
    )
    await world.bot.tick()
    assert "the only thing" not in "".join(digests(coach))
    assert "Mai" not in digests(coach)[0]


async def test_a_digest_by_reference_shows_nothing_until_the_coach_opens_it() -> None:
    world = World(settings=Settings(digests="by_reference"))
    client, coach = await joined(world)
    await share(client, "the first thing")
    back = await share(client, "the second thing")
    await world.until(world.clock.now() + WEEK)
    assert coach.templates()[-1] == "digest-waiting"
    assert "thing" not in to_plain(coach.shown[-1]).replace("something", "")
    seen = text_of(await client.writes("who has seen this"))
    assert seen.count("Daniel has not been shown this yet.") == 2
    told = text_of(await client.presses_raw(back))
    assert "Daniel won't receive it." in told
    opened = text_of(await coach.presses("Open it"))
    assert "the first thing" in opened
    assert "the second thing" not in opened


async def test_by_reference_the_grant_is_checked_when_the_coach_opens() -> None:
    world = World(settings=Settings(digests="by_reference"))
    client, coach = await joined(world)
    await share(client, "the first thing")
    await world.until(world.clock.now() + WEEK)
    await client.writes("my switches")
    await client.presses("Turn off: Share words")
    opened = text_of(await coach.presses("Open it"))
    assert opened == "There is nothing here to read any more."


async def test_a_share_opened_by_reference_can_be_taken_back_from_that_answer() -> None:
    world = World(settings=Settings(digests="by_reference"))
    client, coach = await joined(world)
    back = await share(client, "the only thing")
    await world.until(world.clock.now() + WEEK)
    await coach.presses("Open it")
    await coach.presses("Open it")
    assert coach.sees().count("the only thing") == 2
    await client.presses_raw(back)
    await world.bot.tick()
    assert "the only thing" not in coach.sees()


async def test_who_has_seen_this_lists_every_time(world: World) -> None:
    client, coach = await joined(world)
    await share(client, "the first thing")
    assert "Daniel has not been shown this yet." in text_of(await client.writes("who has seen it"))
    await world.until(world.clock.now() + WEEK)
    world.clock.forward(hours=2)
    await coach.writes("digest")
    seen = text_of(await client.writes("who has seen my answers?"))
    assert "Daniel was shown this on Friday, 27 November 2026 at 09:00." in seen
    assert "Daniel was shown this on Monday, 30 November 2026 at 15:00." in seen
    assert "the first thing" in seen
    told = text_of(await coach.writes("who has seen it"))
    assert "As a coach you read only what a client has previewed" in told
    assert "the first thing" not in told


async def test_an_ex_coach_opens_nothing() -> None:
    world = World(settings=Settings(digests="by_reference"))
    client, coach = await joined(world)
    await share(client, "the only thing")
    await world.until(world.clock.now() + WEEK)
    world.clock.forward(weeks=13)
    opened = text_of(await coach.presses("Open it"))
    assert "the only thing" not in opened


async def test_another_coach_cannot_open_the_digest() -> None:
    world = World(settings=Settings(digests="by_reference"))
    client, coach = await joined(world)
    await share(client, "the only thing")
    await world.until(world.clock.now() + WEEK)
    other = world.person("other", "Eve")
    await other.writes("invite")
    for person in (other, client):
        answer = text_of(await person.presses_raw(coach.button("Open it").action))
        assert "That button is out of date" in answer


async def test_an_edit_is_given_up_only_when_the_platform_says_that_nothing_is_there(
    world: World,
) -> None:
    client, _ = await joined(world)
    back = await share(client, "the only thing")
    await world.until(world.clock.now() + WEEK)
    world.platform.refuse_edits = [NotSent("gone")]
    await client.presses_raw(back)
    await world.bot.tick()
    tables = world.store._tables  # type: ignore[attr-defined]
    amends = [d for d in tables.deliveries.values() if d.kind is Kind.AMEND]
    assert [d.state for d in amends] == [DeliveryState.NOT_DELIVERED]
