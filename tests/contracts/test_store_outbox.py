"""The contract of every store for deliveries: planned once, claimed once, settled once."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.delivery import DeliveryState, Kind
from bot.domain.retention import Behind
from bot.ports import Store
from tests.things import NOW, delivery

HOUR = timedelta(hours=1)


async def test_a_slot_is_planned_once_whatever_became_of_it(store: Store) -> None:
    async with store.transaction() as tx:
        assert await tx.plan(delivery())
        assert not await tx.plan(delivery("d2", due_at=NOW + HOUR))
        await tx.claim(NOW, 10)
        await tx.settle("d1", DeliveryState.SENT, NOW)
        assert not await tx.plan(delivery("d2"))
    async with store.transaction() as tx:
        assert await tx.delivery("d2") is None
        assert [d.id for d in await tx.deliveries("e1", Kind.CHECK_IN)] == ["d1"]


@pytest.mark.parametrize(
    "other",
    [{"to": "x"}, {"owner": "x"}, {"kind": Kind.STEP_PROMPT}, {"slot": "2026-11-24"}],
    ids=str,
)
async def test_another_slot_is_another_delivery(store: Store, other: dict[str, object]) -> None:
    async with store.transaction() as tx:
        assert await tx.plan(delivery())
        assert await tx.plan(delivery("d2", **other))


async def test_a_delivery_comes_back_as_planned(store: Store) -> None:
    planned = delivery(subject="s1", kind=Kind.STEP_PROMPT, reason="later", attempts=2)
    async with store.transaction() as tx:
        await tx.plan(planned)
    async with store.transaction() as tx:
        assert await tx.delivery("d1") == planned
        assert await tx.delivery("d2") is None


async def test_claiming_takes_the_oldest_that_are_due_and_no_more_than_asked(store: Store) -> None:
    async with store.transaction() as tx:
        for number, due_at in enumerate([NOW, NOW - HOUR, NOW + HOUR, NOW - 2 * HOUR]):
            await tx.plan(delivery(f"d{number}", slot=str(number), due_at=due_at))
        claimed = await tx.claim(NOW, 2)
    assert [d.id for d in claimed] == ["d3", "d1"]
    assert {(d.state, d.claimed_at) for d in claimed} == {(DeliveryState.CLAIMED, NOW)}
    async with store.transaction() as tx:
        assert [d.id for d in await tx.claim(NOW, 10)] == ["d0"]
        assert list(await tx.claim(NOW, 10)) == []
        assert {d.id for d in await tx.claimed()} == {"d0", "d1", "d3"}
        assert await tx.delivery("d3") == claimed[0]


async def test_a_claim_of_what_has_ended_takes_no_open_window(store: Store) -> None:
    async with store.transaction() as tx:
        for number, ends in enumerate([NOW - HOUR, NOW, NOW + HOUR]):
            begun = {"due_at": NOW - 2 * HOUR, "not_after": ends}
            await tx.plan(delivery(f"d{number}", slot=str(number), **begun))
        claimed = await tx.claim(NOW, 10, ended=True)
    assert sorted(d.id for d in claimed) == ["d0", "d1"]


async def test_two_claims_at_the_same_time_never_take_the_same(store: Store) -> None:
    async with store.transaction() as tx:
        for number in range(40):
            await tx.plan(delivery(f"d{number}", slot=str(number)))

    async def claim() -> list[str]:
        async with store.transaction() as tx:
            taken = [d.id for d in await tx.claim(NOW, 10)]
            await asyncio.sleep(0.01)
        return taken

    batches = await asyncio.gather(*(claim() for _ in range(4)))
    taken = [one for batch in batches for one in batch]
    assert len(taken) == len(set(taken)) == 40


async def test_settling_ends_a_claimed_delivery_once(store: Store) -> None:
    async with store.transaction() as tx:
        await tx.plan(delivery())
        with pytest.raises(ValueError, match="not claimed"):
            await tx.settle("d1", DeliveryState.SENT, NOW)
        with pytest.raises(ValueError, match="not claimed"):
            await tx.retry("d1", NOW, "busy")
        with pytest.raises(ValueError, match="not claimed"):
            await tx.settle("nothing", DeliveryState.SENT, NOW)
        (claimed,) = await tx.claim(NOW, 1)
        await tx.settle("d1", DeliveryState.WITHHELD, NOW + HOUR, "no_consent")
    settled = replace(
        claimed, state=DeliveryState.WITHHELD, settled_at=NOW + HOUR, reason="no_consent"
    )
    async with store.transaction() as tx:
        assert await tx.delivery("d1") == settled
        assert list(await tx.claimed()) == []
        with pytest.raises(ValueError, match="not claimed"):
            await tx.settle("d1", DeliveryState.SENT, NOW)


async def test_a_retry_is_planned_again_and_counted(store: Store) -> None:
    async with store.transaction() as tx:
        await tx.plan(delivery())
        await tx.claim(NOW, 1)
        await tx.retry("d1", NOW + HOUR, "busy")
        again = delivery(due_at=NOW + HOUR, attempts=1, reason="busy")
        assert await tx.delivery("d1") == again
        assert list(await tx.claim(NOW, 1)) == []
        await tx.claim(NOW + HOUR, 1)
        await tx.retry("d1", NOW + 2 * HOUR, "busy")
    async with store.transaction() as tx:
        found = await tx.delivery("d1")
        assert found is not None
        assert (found.attempts, found.state) == (2, DeliveryState.PLANNED)


async def test_unplanning_leaves_what_was_claimed_or_settled(store: Store) -> None:
    async with store.transaction() as tx:
        await tx.plan(delivery("sent", slot="1"))
        await tx.plan(delivery("claimed", slot="2", due_at=NOW + HOUR))
        await tx.claim(NOW, 1)
        await tx.settle("sent", DeliveryState.SENT, NOW)
        await tx.claim(NOW + HOUR, 1)
        await tx.plan(delivery("planned", slot="3"))
        await tx.plan(delivery("prompt", slot="4", kind=Kind.STEP_PROMPT))
        await tx.plan(delivery("other", slot="5", owner="e2"))
        await tx.unplan("e1", Kind.CHECK_IN)
    async with store.transaction() as tx:
        kept = [i for i in ("sent", "claimed", "prompt", "other") if await tx.delivery(i)]
        assert kept == ["sent", "claimed", "prompt", "other"]
        assert await tx.delivery("planned") is None
        await tx.unplan("e1")
    async with store.transaction() as tx:
        assert await tx.delivery("prompt") is None
        assert {d.id for d in await tx.deliveries("e1", Kind.CHECK_IN)} == {"sent", "claimed"}
        assert await tx.delivery("other") is not None


async def test_the_earliest_planned_delivery_is_due_next(store: Store) -> None:
    async with store.transaction() as tx:
        assert await tx.next_due() is None
        await tx.plan(delivery("d1", slot="1", due_at=NOW))
        await tx.plan(delivery("d2", slot="2", due_at=NOW + HOUR))
        assert await tx.next_due() == NOW
        await tx.claim(NOW, 1)
        assert await tx.next_due() == NOW + HOUR


async def test_what_is_released_can_be_claimed_again_and_counts_no_attempt(store: Store) -> None:
    async with store.transaction() as tx:
        await tx.plan(delivery("d1", slot="1"))
        await tx.plan(delivery("d2", slot="2"))
        await tx.claim(NOW, 10)
        await tx.settle("d2", DeliveryState.SENT, NOW)
        await tx.release(["d1", "d2", "unknown"])
    async with store.transaction() as tx:
        (again,) = await tx.claim(NOW, 10)
        assert (again.id, again.attempts) == ("d1", 0)
        settled = await tx.delivery("d2")
        assert settled is not None
        assert settled.state is DeliveryState.SENT


async def test_what_ended_without_arriving_is_counted(store: Store) -> None:
    async with store.transaction() as tx:
        for number, state in enumerate(("not_delivered", "not_delivered", "sent", "unconfirmed")):
            await tx.plan(delivery(f"d{number}", slot=str(number), due_at=NOW - number * HOUR))
            await tx.claim(NOW, 1)
            await tx.settle(f"d{number}", DeliveryState(state), NOW)
        assert await tx.set_aside(NOW - 2 * HOUR) == 2
        assert await tx.set_aside(NOW - HOUR) == 1


async def test_whether_anything_was_sent_lately_is_known(store: Store) -> None:
    async with store.transaction() as tx:
        for number, state in enumerate(("sent", "not_delivered")):
            await tx.plan(delivery(f"d{number}", slot=str(number)))
            await tx.claim(NOW, 1)
            await tx.settle(f"d{number}", DeliveryState(state), NOW + number * HOUR)
        assert await tx.has_sent(NOW)
        assert not await tx.has_sent(NOW + HOUR)


async def test_what_is_overdue_was_due_and_nobody_claimed_it(store: Store) -> None:
    async with store.transaction() as tx:
        assert await tx.overdue(NOW) == Behind()
        await tx.plan(delivery("d1", slot="1", due_at=NOW - HOUR))
        await tx.plan(delivery("d2", slot="2", due_at=NOW))
        await tx.plan(delivery("d3", slot="3", due_at=NOW + HOUR))
        assert await tx.overdue(NOW) == Behind(2, NOW - HOUR)
        await tx.claim(NOW, 1)
        assert await tx.overdue(NOW) == Behind(1, NOW)


async def test_deliveries_of_an_owner_come_newest_first(store: Store) -> None:
    async with store.transaction() as tx:
        for number in (2, 1, 3):
            begins = NOW + number * HOUR
            await tx.plan(delivery(f"d{number}", slot=str(number), not_before=begins))
        found = await tx.deliveries("e1", Kind.CHECK_IN)
        assert [d.id for d in found] == ["d3", "d2", "d1"]
        assert list(await tx.deliveries("e1", Kind.DIGEST)) == []


async def test_what_was_not_sent_is_found_by_its_recipient(
    store: Store,
) -> None:
    ends = {
        "late": DeliveryState.DROPPED,
        "waits": DeliveryState.WITHHELD,
        "refused": DeliveryState.NOT_DELIVERED,
        "sent": DeliveryState.SENT,
        "unsure": DeliveryState.UNCONFIRMED,
    }
    async with store.transaction() as tx:
        for name in (*ends, "other's"):
            to = "x" if name == "other's" else "client"
            await tx.plan(delivery(name, to=to, slot=name))
        await tx.claim(NOW, 10)
        for name, state in (*ends.items(), ("other's", DeliveryState.WITHHELD)):
            await tx.settle(name, state, NOW + HOUR, "why")
        await tx.plan(delivery("planned", slot="planned"))
    async with store.transaction() as tx:
        found = await tx.not_sent("client", NOW)
        assert [one.id for one in found] == ["late", "refused", "waits"]
        assert list(await tx.not_sent("client", NOW + HOUR)) == []


async def test_around_a_person_is_what_left_lately_and_what_they_put_off(store: Store) -> None:
    async with store.transaction() as tx:
        for name, kind in (
            *(("sent", Kind.CHECK_IN), ("refused", Kind.NOTE), ("old", Kind.ENDING)),
            *(("edit", Kind.AMEND), ("open", Kind.STEP_PROMPT)),
        ):
            await tx.plan(delivery(name, kind=kind, slot=name))
        await tx.plan(delivery("other", to="x", slot="other"))
        await tx.claim(NOW, 10, by="w")
        for name in ("sent", "refused", "edit", "other", "open"):
            await tx.begin([name], "w", NOW)
        await tx.begin(["old"], "w", NOW - 2 * HOUR)
        for name in ("sent", "old", "edit", "other"):
            await tx.settle(name, DeliveryState.SENT, NOW)
        await tx.settle("refused", DeliveryState.NOT_DELIVERED, NOW)
        await tx.plan(delivery("later", kind=Kind.LATER, slot="later"))
        await tx.plan(delivery("next", slot="next"))
    async with store.transaction() as tx:
        found = await tx.around(delivery().to, NOW - HOUR)
        assert [one.id for one in found] == ["later", "open", "sent"]
