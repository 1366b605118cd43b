"""The contract of every store for ending, expiring and erasing."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from bot.domain.consent import Act, Purpose, Terms, extend
from bot.domain.delivery import Kind
from bot.domain.engagement import EngagementState
from bot.domain.people import Dialogue
from bot.domain.retention import Behind
from bot.ports import Store, Transaction
from tests.things import (
    LATER,
    NOW,
    WORDING,
    answer,
    chain,
    delivery,
    engagement,
    invitation,
    person,
    rhythm,
    share,
    step,
)

HOUR = timedelta(hours=1)


async def _content(tx: Transaction, of: str, client: str, until: datetime = LATER) -> None:
    mine = {"engagement_id": of, "client_id": client, "until": until}
    await tx.save_answer(answer(f"a-{of}", **mine))
    await tx.save_step(step(f"s-{of}", **mine))
    await tx.save_share(share(f"h-{of}", answer_id=f"a-{of}", **mine))
    await tx.save_rhythm(rhythm(of))
    await tx.plan(delivery(f"d-{of}", owner=of, to=client))


async def _begin(tx: Transaction) -> None:
    for who in ("client", "other", "coach"):
        await tx.save_person(person(who), NOW)
    await tx.save_invitation(invitation())
    await tx.save_engagement(engagement())
    await tx.save_engagement(engagement("e2", client_id="other"))
    await _content(tx, "e1", "client")
    await _content(tx, "e2", "other")
    for entry in chain(Act.GIVEN):
        await tx.append(entry)


async def _all_of(tx: Transaction, of: str) -> list[object]:
    found: list[object] = [*await tx.answers(of), *await tx.steps(of), *await tx.shares(of)]
    found += await tx.deliveries(of, Kind.CHECK_IN)
    return found + [one for one in (await tx.engagement(of), await tx.rhythm(of)) if one]


async def test_an_erase_takes_everything_of_one_client_but_the_ledger(store: Store) -> None:
    async with store.transaction() as tx:
        await _begin(tx)
        await tx.note_wrong_code("client", person("client").address, NOW)
    async with store.transaction() as tx:
        await tx.erase_client("client", NOW)
    async with store.transaction() as tx:
        assert await _all_of(tx, "e1") == []
        assert await tx.person("client") is None
        assert await tx.person_at(person("client").address) is None
        assert await tx.wrong_codes("client", NOW - HOUR) == []
        assert list(await tx.ledger("e1")) == chain(Act.GIVEN)
        assert await tx.invitation("digest-i1") == invitation()


async def test_an_erase_leaves_others_as_they_were(store: Store) -> None:
    async with store.transaction() as tx:
        await _begin(tx)
        before = await _all_of(tx, "e2")
        await tx.erase_client("client", NOW)
    async with store.transaction() as tx:
        assert await _all_of(tx, "e2") == before
        assert len(before) == 6
        assert await tx.person("other") == person("other")
        assert [s.share_id for s in await tx.shared_with("coach", NOW, since=NOW)] == ["h-e2"]


async def test_erasing_again_or_a_stranger_changes_nothing(store: Store) -> None:
    async with store.transaction() as tx:
        await _begin(tx)
        await tx.erase_client("client", NOW)
    async with store.transaction() as tx:
        await tx.erase_client("client", NOW)
        await tx.erase_client("nobody", NOW)
    async with store.transaction() as tx:
        assert await tx.person("client") is None
        assert await tx.person("other") == person("other")


async def test_someone_erased_can_begin_again_at_the_same_address(store: Store) -> None:
    again = replace(person("new"), address=person("client").address)
    async with store.transaction() as tx:
        await _begin(tx)
        await tx.erase_client("client", NOW)
        await tx.save_person(again, NOW)
    async with store.transaction() as tx:
        assert await tx.person_at(again.address) == again


async def test_a_client_who_is_also_a_coach_stays_reachable_as_one(store: Store) -> None:
    async with store.transaction() as tx:
        await _begin(tx)
        await tx.save_engagement(engagement("e3", coach_id="client", client_id="third"))
        await tx.append(chain(Act.ASKED, of="client")[0])
        digest = delivery("dg", owner="client", to="client", kind=Kind.DIGEST)
        await tx.plan(digest)
        await tx.erase_client("client", NOW)
    async with store.transaction() as tx:
        assert await _all_of(tx, "e1") == []
        assert await tx.person("client") == replace(person("client"), dialogue=Dialogue())
        assert await tx.person_at(person("client").address) is not None
        assert await tx.engagement("e3") is not None
        assert await tx.delivery("dg") == digest


async def test_what_is_overdue_ends_and_nothing_of_it_stays_planned(store: Store) -> None:
    end = engagement().ends_at
    async with store.transaction() as tx:
        await _begin(tx)
        await tx.save_engagement(engagement("e2", client_id="other", ends_at=end + HOUR))
        assert list(await tx.end_overdue(end - HOUR, 10)) == []
        assert list(await tx.end_overdue(end, 10)) == ["e1"]
        assert list(await tx.end_overdue(end, 10)) == []
    async with store.transaction() as tx:
        assert await tx.engagement("e1") == engagement(state=EngagementState.ENDED)
        assert await tx.delivery("d-e1") is None
        assert await tx.delivery("d-e2") is not None
        assert await tx.answer("e1", "a-e1") is not None


async def test_ending_goes_in_steps_of_the_limit(store: Store) -> None:
    async with store.transaction() as tx:
        for number in range(5):
            await tx.save_engagement(engagement(f"e{number}"))
        ended = [await tx.end_overdue(LATER, 2) for _ in range(4)]
    assert [len(some) for some in ended] == [2, 2, 1, 0]
    assert len({one for some in ended for one in some}) == 5


async def test_content_goes_when_its_time_has_passed_and_not_before(store: Store) -> None:
    until = NOW + HOUR
    async with store.transaction() as tx:
        await _begin(tx)
        await _content(tx, "e1", "client", until)
        assert await tx.sweep(until - timedelta(microseconds=1), 100) == 0
        assert await tx.sweep(until, 100) == 3
        assert await tx.sweep(until, 100) == 0
    async with store.transaction() as tx:
        assert await tx.answer("e1", "a-e1") is None
        assert await tx.step("e1", "s-e1") is None
        assert await tx.share("e1", "h-e1") is None
        assert await tx.engagement("e1") == engagement()
        assert await tx.answer("e2", "a-e2") is not None


async def test_a_sweep_is_bounded_and_gets_through_in_the_end(store: Store) -> None:
    async with store.transaction() as tx:
        await _begin(tx)
        for number in range(7):
            await tx.save_answer(answer(f"a{number}", until=NOW))
        swept = [await tx.sweep(NOW, 3) for _ in range(4)]
    assert swept == [3, 3, 1, 0]


async def test_events_guesses_and_codes_used_or_not_are_forgotten_in_time(store: Store) -> None:
    place = person("x").address
    async with store.transaction() as tx:
        await tx.first_time(place, "e1", NOW)
        await tx.note_wrong_code("x", place, NOW)
        await tx.save_invitation(invitation("unused", expires_at=NOW))
        await tx.save_invitation(invitation("used", expires_at=NOW))
        await tx.save_invitation(invitation("open", expires_at=NOW + timedelta(days=9)))
        assert await tx.sweep(NOW, 100) == 2
        assert await tx.sweep(NOW + timedelta(days=1), 100) == 1
        assert not await tx.first_time(place, "e1", NOW)
        assert await tx.sweep(NOW + timedelta(days=7), 100) == 1
    async with store.transaction() as tx:
        assert await tx.first_time(place, "e1", NOW)
        assert await tx.wrong_codes("x", NOW - HOUR) == []
        assert await tx.invitation("digest-unused") is None
        assert await tx.invitation("digest-used") is None
        assert await tx.invitation("digest-open") is not None


async def test_when_keeping_ends_the_engagement_and_its_client_go(store: Store) -> None:
    async with store.transaction() as tx:
        await _begin(tx)
        await _content(tx, "e1", "client", LATER + HOUR)
        await tx.save_engagement(engagement("e2", client_id="other", keeps_until=LATER + HOUR))
        await _content(tx, "e2", "other", LATER + HOUR)
        assert await tx.sweep(LATER, 100) == 2  # the engagement, and its code
    async with store.transaction() as tx:
        assert await _all_of(tx, "e1") == []
        assert await tx.person("client") is None
        assert list(await tx.ledger("e1")) == chain(Act.GIVEN)
        assert len(await _all_of(tx, "e2")) == 6
        assert await tx.person("coach") == person("coach")


async def test_a_client_with_another_engagement_stays(store: Store) -> None:
    async with store.transaction() as tx:
        await _begin(tx)
        await tx.save_engagement(engagement("e5", keeps_until=LATER + HOUR))
        await tx.sweep(LATER, 100)
    async with store.transaction() as tx:
        assert await tx.engagement("e1") is None
        assert await tx.engagement("e5") is not None
        assert await tx.person("client") == person("client")


async def test_some_things_are_erased_and_the_others_stay_as_they_were(store: Store) -> None:
    async with store.transaction() as tx:
        await _begin(tx)
        await tx.save_answer(answer("a2"))
        await tx.shared_in(["h-e1"], "d1", NOW)
    async with store.transaction() as tx:
        await tx.erase_some("client", ["a-e1", "h-e1", "a-e2", "unknown"], NOW)
    async with store.transaction() as tx:
        await tx.tidy(10)
    async with store.transaction() as tx:
        assert [a.id for a in await tx.answers("e1")] == ["a2"]
        assert await tx.answer("e1", "a2") == answer("a2")
        assert [s.id for s in await tx.steps("e1")] == ["s-e1"]
        assert list(await tx.shares("e1")) == []
        assert list(await tx.sightings("e1")) == []
        assert [a.id for a in await tx.answers("e2")] == ["a-e2"]
        assert await tx.person("client") == person("client")
        assert await tx.tidy(10) == 0


async def test_the_store_knows_how_far_it_is_behind(store: Store) -> None:
    async with store.transaction() as tx:
        await _begin(tx)
        await tx.save_engagement(engagement("e3", keeps_until=NOW - HOUR))
        await tx.save_answer(answer("a2", until=NOW))
        assert await tx.behind(NOW - 2 * HOUR) == Behind(0, None)
        assert await tx.behind(NOW) == Behind(2, NOW - HOUR)
        while await tx.sweep(NOW, 1):
            pass
        assert await tx.behind(NOW) == Behind(0, None)


async def test_terms_and_a_clients_own_time_come_back_as_they_were(store: Store) -> None:
    given = extend(
        [], "e1", Act.GIVEN, Purpose.SHARE_WORDS, WORDING, NOW, LATER, Terms(("client",), LATER)
    )
    async with store.transaction() as tx:
        await tx.append(given)
        await tx.save_engagement(engagement(keep_days=7))
    async with store.transaction() as tx:
        assert list(await tx.ledger("e1")) == [given]
        assert await tx.engagement("e1") == engagement(keep_days=7)
