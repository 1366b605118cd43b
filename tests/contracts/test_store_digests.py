"""The contract of every store for digests: which one carried a share, and which showed it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.domain.share import Posted, Sighting
from bot.ports import Store, Transaction
from tests.things import LATER, NOW, answer, engagement, person, share

HOUR = timedelta(hours=1)


async def _begin(tx: Transaction) -> None:
    for who in ("client", "other", "coach", "coach2"):
        await tx.save_person(person(who), NOW)
    await tx.save_engagement(engagement())
    await tx.save_engagement(engagement("e2", client_id="other", coach_id="coach2"))
    await tx.save_answer(answer())
    for name in ("h1", "h2"):
        await tx.save_share(share(name))
    await tx.save_share(share("h3", engagement_id="e2", client_id="other", coach_id="coach2"))


async def test_a_share_keeps_every_time_that_it_was_shown(store: Store) -> None:
    async with store.transaction() as tx:
        await _begin(tx)
        await tx.shared_in(["h1"], "d1", NOW)
        await tx.shared_in(["h1", "h2"], "d2", NOW + HOUR)
        await tx.shared_in(["h1"], "d1", NOW + 2 * HOUR)
        await tx.shared_in(["h3"], "d3", NOW)
    async with store.transaction() as tx:
        assert list(await tx.sightings("e1")) == [
            Sighting("h1", "d1", NOW),
            Sighting("h1", "d2", NOW + HOUR),
            Sighting("h2", "d2", NOW + HOUR),
        ]
        first = await tx.share("e1", "h1")
        assert first is not None
        assert (first.digest, first.seen_at) == ("d1", NOW)


async def test_what_was_only_announced_is_not_new_and_not_seen(store: Store) -> None:
    async with store.transaction() as tx:
        await _begin(tx)
        await tx.shared_in(["h1"], "d1", NOW, seen=False)
    async with store.transaction() as tx:
        assert list(await tx.sightings("e1")) == []
        assert await tx.share("e1", "h1") == share("h1", digest="d1")
        carried = await tx.shared_with("coach", NOW, carried_in="d1")
        assert [(item.share_id, item.new) for item in carried] == [("h1", False)]
        assert list(await tx.shared_with("coach", NOW, shown_in="d1")) == []
        await tx.shared_in(["h1"], "d2", NOW + HOUR)
    async with store.transaction() as tx:
        assert await tx.share("e1", "h1") == share("h1", digest="d1", seen_at=NOW + HOUR)
        assert [i.share_id for i in await tx.shared_with("coach", NOW, shown_in="d2")] == ["h1"]


async def test_a_message_shows_what_is_left_of_it_and_only_to_its_coach(store: Store) -> None:
    async with store.transaction() as tx:
        await _begin(tx)
        await tx.shared_in(["h1", "h2", "h3"], "d1", NOW)
        await tx.remove_share("e1", "h1")
    async with store.transaction() as tx:
        assert [i.share_id for i in await tx.shared_with("coach", NOW, shown_in="d1")] == ["h2"]
        assert [i.share_id for i in await tx.shared_with("coach2", NOW, shown_in="d1")] == ["h3"]
        assert list(await tx.shared_with("client", NOW, shown_in="d1")) == []
        assert list(await tx.shared_with("coach", engagement().ends_at, shown_in="d1")) == []
        assert list(await tx.shared_with("coach2", engagement().ends_at, carried_in="d1")) == []
        assert [s.share_id for s in await tx.sightings("e1")] == ["h2"]


async def test_a_digest_that_never_left_showed_nothing(store: Store) -> None:
    async with store.transaction() as tx:
        await _begin(tx)
        await tx.shared_in(["h1"], "d1", NOW)
        await tx.not_shared_in("d1")
    async with store.transaction() as tx:
        assert list(await tx.sightings("e1")) == []
        assert await tx.share("e1", "h1") == share("h1")


async def test_a_coach_finds_their_own_messages_and_nobody_elses(store: Store) -> None:
    posted = Posted("d1", "coach", "1700000000.1234", LATER)
    async with store.transaction() as tx:
        await _begin(tx)
        await tx.save_posted(posted)
        await tx.save_posted(replace(posted, message="1700000000.9999"))
    async with store.transaction() as tx:
        assert await tx.posted("coach", "d1") == replace(posted, message="1700000000.9999")
        assert await tx.posted("coach2", "d1") is None
        assert await tx.posted("coach", "d2") is None
        await tx.remove_posted("coach2", "d1")
        assert await tx.posted("coach", "d1") is not None
        await tx.remove_posted("coach", "d1")
        assert await tx.posted("coach", "d1") is None


async def test_what_a_message_is_known_as_expires_too(store: Store) -> None:
    async with store.transaction() as tx:
        await _begin(tx)
        await tx.save_posted(Posted("d1", "coach", "m", NOW + HOUR))
        assert await tx.sweep(NOW, 10) == 0
        assert await tx.sweep(NOW + HOUR, 10) == 1
        assert await tx.posted("coach", "d1") is None
