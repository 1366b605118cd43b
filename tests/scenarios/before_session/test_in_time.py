"""What would come after the session is said before it is shared, and can be sent at once."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.scenarios.before_session.brief_world import (
    by_reference,
    came,
    pair,
    previews,
    sets,
    shares,
)
from tests.world import World, joined, text_of

NOW = "Share and send it now"
DAY = timedelta(days=1)


async def test_a_share_that_the_next_digest_brings_in_time_says_nothing() -> None:
    world = World()
    client, _ = await joined(world)
    await sets(client, "in 9 days")
    assert "session" not in await previews(client, "a thought")


async def test_without_a_session_nothing_is_too_late() -> None:
    world = World()
    client, _ = await joined(world)
    assert "session" not in await previews(client, "a thought")
    assert not client.has(NOW)


async def test_what_comes_after_the_session_says_so_with_both_days() -> None:
    world = World()
    client, _ = await joined(world)
    await sets(client, "in 2 days")
    told = await previews(client, "a thought")
    assert "Daniel's next digest goes on Friday, 27 November" in told
    assert "after your session on Wednesday, 25 November" in told
    assert not client.has(NOW), "the coach has not said yes to what comes at once"


async def test_a_coach_who_reads_when_they_like_is_said_to_get_nothing_by_itself() -> None:
    world = World()
    client, _ = await joined(world, digest=False)
    await sets(client, "in 2 days")
    told = await previews(client, "a thought")
    assert "Before your session on Wednesday, 25 November, nothing goes to Daniel" in told


async def test_a_brief_that_is_still_to_come_is_in_time() -> None:
    world = World()
    client, _ = await pair(world, digest=False)
    await sets(client, "in 2 days")
    assert "Before your session" not in await previews(client, "a thought")
    assert not client.has(NOW)


async def test_after_the_brief_has_left_it_can_be_sent_at_once() -> None:
    world = World()
    client, coach = await pair(world, digest=False)
    await sets(client, "in 2 days")
    await world.until(world.clock.now() + timedelta(days=1, hours=14))
    await shares(client, "one more thing", NOW)
    assert client.templates()[-1] == "shared-now"
    await world.until(world.clock.now() + DAY)
    (arrived,) = came(world, coach)
    assert arrived[1] == "sent-now"
    assert "one more thing" in coach.sees()


async def test_sent_at_once_it_waits_for_the_coachs_waking_hours_and_comes_once() -> None:
    world = World()
    client, coach = await pair(world, listed=False)
    await sets(client, "in 2 days", "12:00")
    await shares(client, "in the digest", "Share exactly this")
    # 23:30 in Berlin: the night before the session.
    world.clock.at = world.clock.at.replace(hour=22, minute=30) + DAY
    await shares(client, "only this one", NOW)
    await world.until(world.clock.now() + DAY)
    assert came(world, coach, "sent-now") == [("2026-11-25T06:00", "sent-now")]
    (sent,) = (one for one in coach.shown if one.template == "sent-now")
    assert "only this one" in text_of([sent])
    assert "in the digest" not in text_of([sent])
    await world.until(world.clock.now() + 3 * DAY)
    (digest,) = (one for one in coach.shown if one.template == "digest")
    assert "only this one" not in text_of([digest])
    assert "in the digest" in text_of([digest])


async def test_it_is_not_offered_where_the_coach_sleeps_until_the_session() -> None:
    world = World()
    client, _ = await pair(world, listed=False)
    await sets(client, "in 2 days", "06:30")
    world.clock.at = world.clock.at.replace(hour=22, minute=30) + DAY
    told = await previews(client, "too late for today")
    assert "after your session" in told
    assert not client.has(NOW)


async def test_taken_back_before_it_leaves_it_never_comes() -> None:
    world = World()
    client, coach = await pair(world, listed=False)
    await sets(client, "in 2 days", "12:00")
    world.clock.at = world.clock.at.replace(hour=22, minute=30) + DAY
    await shares(client, "taken back", NOW)
    await client.presses("Take it back")
    await world.until(world.clock.now() + DAY)
    assert came(world, coach) == []


async def test_a_coach_who_turned_briefs_off_meanwhile_gets_it_with_the_digest() -> None:
    world = World()
    client, coach = await pair(world, listed=False)
    await sets(client, "in 2 days", "12:00")
    await previews(client, "a thought")
    assert client.has(NOW)
    await coach.writes("my switches")
    await coach.presses("Turn the brief off")
    await client.presses(NOW)
    assert client.templates()[-1] == "shared-not-now"
    await world.until(world.clock.now() + 5 * DAY)
    assert [one for _, one in came(world, coach)] == ["digest"]


async def test_by_reference_it_is_opened_first() -> None:
    world = by_reference()
    client, coach = await pair(world, listed=False)
    await sets(client, "in 2 days", "12:00")
    await shares(client, "only this one", NOW)
    await world.until(world.clock.now() + timedelta(hours=1))
    assert [one for _, one in came(world, coach)] == ["brief-waiting"]
    assert "only this one" not in coach.sees()
    assert "only this one" in text_of(await coach.presses("Open it"))


async def test_feedback_without_a_name_is_never_sent_by_itself() -> None:
    world = World()
    client, _ = await pair(world)
    await sets(client, "in 2 days")
    await client.writes("feedback")
    await client.writes("something to say")
    await client.presses("Without my name")
    if client.templates()[-1] == "ask-share-words":
        await client.presses("Yes")
    assert client.has("Share exactly this")
    assert not client.has(NOW)


@pytest.mark.parametrize("digest", [True, False])
@pytest.mark.parametrize("briefs", [True, False])
@pytest.mark.parametrize("day", range(1, 8))
async def test_what_is_said_to_come_late_comes_after_the_session_and_the_rest_before_it(
    day: int, *, briefs: bool, digest: bool
) -> None:
    """Whatever the coach gets by itself: the sentence stands there exactly where it is true."""
    world = World()
    client, coach = await (pair if briefs else joined)(world, digest=digest)
    await sets(client, f"in {day} days")
    told = await previews(client, "a thought")
    late = "your session on" in told
    await client.presses("Share exactly this")
    session = world.clock.now().replace(hour=9, minute=0) + day * DAY
    await world.until(session)
    assert ("a thought" in coach.sees()) is not late
