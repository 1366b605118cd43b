"""The contract of every store for many items at once: the same result as one after another."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from bot.domain.consent import Act, Decided, Decision, Entry, Purpose, Wording, extend
from bot.domain.delivery import DeliveryState, Kind
from bot.domain.rhythm import Rhythm
from bot.ports import Store, Transaction
from tests.things import NOW, delivery, engagement

WORDING = Wording("hash", "3", "en")
NEEDED = (Purpose.CHECK_INS, Purpose.AGREEMENT)


def rhythm(owner: str) -> Rhythm:
    starts = date(2026, 11, 23)
    rule = "FREQ=WEEKLY;BYDAY=MO"
    window = (time(9), time(11))
    return Rhythm(owner, rule, starts, *window, "Europe/Berlin", days_off=("SU",), confirmed=True)


async def decide(tx: Transaction, chain: str, *acts: tuple[Act, Purpose]) -> list[Entry]:
    for act, purpose in acts:
        entry = extend(await tx.ledger(chain), chain, act, purpose, WORDING, NOW)
        await tx.append(entry)
    return list(await tx.ledger(chain))


async def test_engagements_and_rhythms_are_found_by_whose_they_are(store: Store) -> None:
    async with store.transaction() as tx:
        for one in ("e1", "e2", "e3"):
            await tx.save_engagement(engagement(one))
        await tx.save_rhythm(rhythm("e1"))
        await tx.save_rhythm(replace(rhythm("e2"), confirmed=False))
    async with store.transaction() as tx:
        assert await tx.engagements(["e1", "e3", "x"]) == {
            "e1": engagement("e1"),
            "e3": engagement("e3"),
        }
        assert await tx.rhythms(["e1", "e2", "x"]) == {"e1": rhythm("e1")}
        assert await tx.engagements([]) == {}
        assert await tx.rhythms([]) == {}


async def test_decisions_are_those_about_the_purposes_asked_for_oldest_first(store: Store) -> None:
    async with store.transaction() as tx:
        first = await decide(
            tx,
            "e1",
            (Act.ASKED, Purpose.CHECK_INS),
            (Act.GIVEN, Purpose.CHECK_INS),
            (Act.GIVEN, Purpose.KEEP_WORDS),
            (Act.WITHDRAWN, Purpose.CHECK_INS),
        )
        second = await decide(tx, "e2", (Act.GIVEN, Purpose.AGREEMENT))
        await decide(tx, "e3", (Act.GIVEN, Purpose.AGREEMENT))
    async with store.transaction() as tx:
        found = await tx.decisions(["e1", "e2", "x"], NEEDED)
    assert [as_decided(one) for one in found["e1"]] == [as_decided(first[1]), as_decided(first[3])]
    assert [as_decided(one) for one in found["e2"]] == [as_decided(one) for one in second]
    assert not found.get("x")
    assert "e3" not in found


def as_decided(one: Decided) -> Decision:
    """Makes a plain `Decision` of any `Decided`: a store may return more fields with an entry."""
    return Decision(one.act, one.purpose, one.wording, one.until, one.readers, one.kept_until)


async def test_many_are_planned_like_one_after_the_other(store: Store) -> None:
    async with store.transaction() as tx:
        await tx.plan(delivery("d0", slot="0"))
        many = [delivery("d1", slot="0"), delivery("d2", slot="1"), delivery("d3", slot="1")]
        assert set(await tx.plan_many([*many, delivery("d4", owner="e2", slot="0")])) == {
            "d2",
            "d4",
        }
        assert not await tx.plan_many([])
    async with store.transaction() as tx:
        assert await tx.delivery("d2") == delivery("d2", slot="1")
        assert await tx.delivery("d1") is None
        assert {d.id for d in await tx.deliveries("e1", Kind.CHECK_IN)} == {"d0", "d2"}


async def test_many_are_settled_at_once_and_nothing_else_is(store: Store) -> None:
    async with store.transaction() as tx:
        for number in range(4):
            due_at = NOW + timedelta(hours=number // 3)
            await tx.plan(delivery(f"d{number}", slot=str(number), due_at=due_at))
        await tx.claim(NOW, 10)
        await tx.settle_many(["d0", "d1"], DeliveryState.WITHHELD, NOW, "no_consent")
    async with store.transaction() as tx:
        settled = await tx.delivery("d0")
        assert settled is not None
        assert (settled.state, settled.settled_at) == (DeliveryState.WITHHELD, NOW)
        assert settled.reason == "no_consent"
        assert [d.id for d in await tx.claimed()] == ["d2"]


async def test_what_is_not_claimed_cannot_be_settled_among_others(store: Store) -> None:
    async with store.transaction() as tx:
        await tx.plan(delivery("d0", slot="0"))
        await tx.claim(NOW, 10)
        await tx.plan(delivery("d1", slot="1"))
    with pytest.raises(ValueError, match="not claimed"):
        async with store.transaction() as tx:
            await tx.settle_many(["d0", "d1"], DeliveryState.WITHHELD, NOW, "stopped")
    async with store.transaction() as tx:
        assert [d.id for d in await tx.claimed()] == ["d0"]
